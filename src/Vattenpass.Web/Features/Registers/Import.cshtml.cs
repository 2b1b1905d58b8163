using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers, Right.Write)]
[RequestFormLimits(MultipartBodyLengthLimit = 30 * 1024 * 1024)]
public sealed class ImportModel(VattenpassDb db, RegisterImporter importer, HeldFiles held) : FormPage<ImportInput>(db)
{
    public ImportResult? Result { get; private set; }

    /// <summary>An import makes rows for the whole board, so it takes the right to write registers at the top of the tree.</summary>
    public static bool MayImport(Access me) => me.Of(Thing.Registers, Right.Write).Units.Contains(me.RootId);

    protected override Basis MadeFrom => Basis.Nothing;

    public IActionResult OnGet()
    {
        if (!MayImport(Me)) return Forbidden();
        Input.Year = Today.Year;
        return Page();
    }

    /// <summary>The names of the files that are chosen, and need not be chosen again.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(List<IFormFile> filer, bool spara)
    {
        if (!MayImport(Me)) return Forbidden();
        if (filer.Count == 0 && Input.Held is null) ModelState.AddModelError("", "Välj minst en fil.");
        if (filer.Any(f => f.Length > SheetReader.LargestFile)) ModelState.AddModelError("", "En fil är större än 25 MB. Dela upp den.");
        if (!ModelState.IsValid) return Invalid();
        IReadOnlyList<(string Name, byte[] Bytes)> files;
        try
        {
            files = filer.Count > 0 ? await HoldAsync(filer) : await held.OpenAsync(Input.Held!.Value, Stop);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Invalid();
        }
        Chosen = [.. files.Select(f => f.Name)];
        var provenance = new Provenance(Input.SourceSystem ?? "", Input.ExtractedOn, Input.Filter ?? "", Input.ReconciledAgainst ?? "");
        Result = await importer.RunAsync([.. files], Input.Year, provenance, dryRun: !spara, Input.AcceptLargeChange, stop: Stop);
        if (Result.Errors.Count > 0) { Response.StatusCode = StatusCodes.Status422UnprocessableEntity; return Page(); }
        if (!spara) return Page();
        await held.ForgetAsync(Input.Held!.Value, Stop);
        await Db.SaveAsync(Acts.HoldFile, stop: Stop);
        Receipt(Result.ChangesNothing
            ? "Allt var redan inläst. Inget har ändrats."
            : $"Filerna är inlästa. {string.Join("; ", Result.Made)}");
        return Redirect(await FirstSteps.AfterAsync(Db, Me, "/register", Stop));
    }

    private async Task<IReadOnlyList<(string Name, byte[] Bytes)>> HoldAsync(List<IFormFile> chosen)
    {
        var files = await HeldFiles.BytesOfAsync(chosen, Stop);
        Input.Held = await held.HoldAsync(files, Input.Held, Stop);
        ModelState.Remove("Input.Held");
        return files;
    }

    private const int MostWordsInAddress = 30;

    /// <summary>The page of the profile that the file was read with, or of a new one, with the words to explain.</summary>
    public string AddressOf(RegisterKind kind, ColumnProfile? profile, IEnumerable<UnknownWord> words) =>
        $"/register/profil/{Uri.EscapeDataString(kind.Key)}?{(profile is null ? "" : $"profil={profile.Id}&")}{string.Join('&', words.Take(MostWordsInAddress).Select(w => $"ord={Uri.EscapeDataString($"{w.Column}: {w.Word}")}"))}";

    private PageResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static StatusCodeResult Forbidden() => new(StatusCodes.Status403Forbidden);
}

public sealed class ImportInput
{
    public Guid? Held { get; set; }
    public int? Year { get; set; }
    public string? SourceSystem { get; set; }
    public DateOnly? ExtractedOn { get; set; }
    public string? Filter { get; set; }
    public string? ReconciledAgainst { get; set; }
    public bool AcceptLargeChange { get; set; }
}
