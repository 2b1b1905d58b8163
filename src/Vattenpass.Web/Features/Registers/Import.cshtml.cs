using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers, Right.Write)]
[RequestFormLimits(MultipartBodyLengthLimit = 30 * 1024 * 1024)]
public sealed class ImportModel(VattenpassDb db, HeldFiles held, ImportRuns runs) : FormPage<ImportInput>(db)
{
    public ImportResult? Result { get; private set; }

    /// <summary>An import makes rows for the whole board, so it takes the right to write registers at the top of the tree.</summary>
    public static bool MayImport(Access me) => me.Of(Thing.Registers, Right.Write).Units.Contains(me.RootId);

    protected override Basis MadeFrom => Basis.Nothing;

    /// <summary>What is being read in, or was a while ago; null on a page with nothing chosen.</summary>
    public ImportRun? Run { get; private set; }
    public RunProgress? Progress { get; private set; }
    /// <summary>Where one goes on when it is done.</summary>
    public string Next { get; private set; } = "/register";
    public RunState? State => Run is { } run ? runs.StateOf(run, Db.Now) : null;
    public bool IsRunning => State is RunState.Running;

    /// <summary>The register that one came here to read in, so that its columns can be told.</summary>
    [BindProperty(SupportsGet = true, Name = "register")]
    public string? Wanted { get; set; }
    public RegisterKind? Help => RegisterKinds.Find(Wanted);

    public async Task<IActionResult> OnGetAsync(Guid? inlasning)
    {
        if (!MayImport(Me)) return Forbidden();
        if (inlasning is not { } id)
        {
            Input.Year = Today.Year;
            await TakeUpAsync();
            return Page();
        }
        if (await ImportRuns.FindAsync(Db, id, Stop) is not { } run) return NotFound();
        Show(run);
        if (Result is { Saved: true }) Next = await FirstSteps.AfterAsync(Db, Me, "/register", Stop);
        return Page();
    }

    /// <summary>One comes back from the profile page to the form as it was left, with its files.</summary>
    private async Task TakeUpAsync()
    {
        await TryUpdateModelAsync(Input, nameof(Input));
        ModelState.Clear();
        if (Input.Held is not { } batch) return;
        try
        {
            Chosen = [.. (await held.OpenAsync(batch, Stop)).Select(f => f.Name)];
        }
        catch (Refusal gone)
        {
            Input.Held = null;
            ModelState.AddModelError("", gone.Message);
        }
    }

    /// <summary>The address of the form as it is filled in, to come back to.</summary>
    public string Here() => QueryHelpers.AddQueryString("/register/las-in", new Dictionary<string, string?>
    {
        [ProfiledFile.HeldIn] = $"{Input.Held}",
        ["Input.Year"] = $"{Input.Year}",
        ["Input.SourceSystem"] = Input.SourceSystem,
        ["Input.ExtractedOn"] = $"{Input.ExtractedOn:yyyy-MM-dd}",
        ["Input.Filter"] = Input.Filter,
        ["Input.ReconciledAgainst"] = Input.ReconciledAgainst,
        ["Input.MakesPlan"] = Input.MakesPlan ? "true" : null,
        ["Input.AcceptLargeChange"] = Input.AcceptLargeChange ? "true" : null,
    }.Where(v => !string.IsNullOrEmpty(v.Value)));

    /// <summary>The run as it stands, with the form it was started from.</summary>
    private void Show(ImportRun run)
    {
        Run = run;
        Input = JsonSerializer.Deserialize<ImportInput>(run.Form)!;
        ModelState.Clear();
        Chosen = run.Files.Split(Between);
        Progress = runs.ProgressOf(run.Id);
        if (run.HasOutcome) Result = runs.OutcomeOf<ImportResult>(run);
        if (Result is { Saved: true }) Input.Held = null;
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid inlasning)
    {
        if (!MayImport(Me)) return Forbidden();
        await runs.CancelAsync(Db, inlasning, Stop);
        return Redirect(AddressOf(inlasning));
    }

    private const string Between = ", ";
    private static string AddressOf(Guid run) => $"/register/las-in?inlasning={run}";

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
        var id = await runs.StartAsync(Db, string.Join(Between, Chosen), Input, spara, (own, _, stop) => ReadAsync(own, Input, [.. files], spara, stop), Stop);
        var run = (await ImportRuns.FindAsync(Db, id, Stop))!;
        if (run.State is RunState.Running or RunState.Cancelled) return Redirect(AddressOf(id));
        await ImportRuns.ForgetAsync(Db, id, Stop);
        if (run.State is RunState.Failed)
        {
            ModelState.AddModelError("", run.Problem);
            return Invalid();
        }
        Result = runs.OutcomeOf<ImportResult>(run);
        if (Result.Errors.Count > 0) { Response.StatusCode = StatusCodes.Status422UnprocessableEntity; return Page(); }
        if (!spara) return Page();
        Receipt(TextOf(Result));
        return Redirect(await FirstSteps.AfterAsync(Db, Me, "/register", Stop));
    }

    /// <summary>What was read in, in one line.</summary>
    public static string TextOf(ImportResult result) => result.ChangesNothing
        ? "Allt var redan inläst. Inget har ändrats."
        : $"Filerna är inlästa: {Prose.Number(result.Files.Sum(f => f.Rows), "rad", "rader")}. {string.Join("; ", result.Made)}";

    private static async Task<WorkDone> ReadAsync(VattenpassDb db, ImportInput input, IReadOnlyList<(string Name, byte[] Bytes)> files, bool saves, CancellationToken stop)
    {
        var provenance = new Provenance(input.SourceSystem ?? "", input.ExtractedOn, input.Filter ?? "", input.ReconciledAgainst ?? "");
        var result = await new RegisterImporter(db).PrepareAsync(files, input.Year, provenance, input.AcceptLargeChange, makesPlan: input.MakesPlan, stop: stop);
        if (!saves || result.Errors.Count > 0) return new(result, null, result.Errors.Count > 0);
        await HeldFiles.ForgetAsync(db, input.Held!.Value, stop);
        return new(result with { Saved = true }, Acts.ImportRegisters);
    }

    private async Task<IReadOnlyList<(string Name, byte[] Bytes)>> HoldAsync(List<IFormFile> chosen)
    {
        var files = await HeldFiles.BytesOfAsync(chosen, Stop);
        Input.Held = await held.HoldAsync(files, Input.Held, Stop);
        ModelState.Remove("Input.Held");
        return files;
    }

    /// <summary>The page of the profile that the file was read with, or of a new one; the file and its words come along.</summary>
    public string ProfileOf(string register, Guid? profile) =>
        $"/register/profil/{Uri.EscapeDataString(register)}?{(profile is null ? "" : $"profil={profile}&")}tillbaka={Uri.EscapeDataString(Here())}";

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
    /// <summary>A running year without a plan gets one in hindsight.</summary>
    public bool MakesPlan { get; set; }
}
