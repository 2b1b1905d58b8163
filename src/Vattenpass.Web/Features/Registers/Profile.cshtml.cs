using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

/// <summary>
/// What a source system calls the columns and the words of a register. When a file is chosen its headers and words are chosen from; else they
/// are typed.
/// </summary>
[Needs(Thing.Registers, Right.Write)]
public sealed class ProfileModel(VattenpassDb db, HeldFiles held) : FormPage<ProfileInput>(db)
{
    public RegisterKind Kind { get; private set; } = null!;
    [BindProperty(SupportsGet = true, Name = "profil")] public Guid? ProfileId { get; set; }
    /// <summary>Where one came from, with the files that are chosen there.</summary>
    [BindProperty(SupportsGet = true, Name = "tillbaka")] public string? Back { get; set; }
    /// <summary>Which of the chosen files, where they are several.</summary>
    [BindProperty(SupportsGet = true, Name = "fil")] public string? FileName { get; set; }
    /// <summary>A built-in starting point to copy.</summary>
    [FromQuery(Name = "mall")] public string? Template { get; set; }

    public ProfiledFile? Source { get; private set; }

    public bool IsAskedForMore { get; private set; }

    private ColumnProfile? profile;
    private const int BlankWords = 2, MoreRows = 5;

    protected override Basis MadeFrom => profile is null ? Basis.Nothing : Basis.Values(Stored);

    private ProfileInput Stored => ProfileInput.Of(Kind, profile?.Name, profile is null ? new(new Dictionary<string, string>())
        : new(profile.Headers) { Words = profile.Words, Constants = profile.Constants, Kept = profile.Kept, IdRules = profile.IdRules });

    public bool HasIds => Kind.Columns.Any(c => c.IsId);

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        if (!await LoadAsync(kind)) return NotFound();
        Input = Stored;
        if (BuiltInLogProfile.All.FirstOrDefault(p => p.Name == Template) is { } built && Kind == LogFileKinds.Log) Copy(built);
        if (profile is null && Source is not null) Input.Name ??= ProfiledFile.SystemIn(Back) ?? Path.GetFileNameWithoutExtension(Source.Name);
        Ask(blank: 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, bool visa)
    {
        if (!await LoadAsync(kind)) return NotFound();
        if (visa)
        {
            IsAskedForMore = true;
            ModelState.Clear();
            Ask(blank: MoreRows);
            return Page();
        }
        return await SaveAsync(Acts.ChangeRegister, async () =>
        {
            var content = Input.Content(Kind);
            var name = (Input.Name ?? "").Trim();
            if (await Db.ColumnProfiles.AnyAsync(p => p.Register == Kind.Key && p.Name == name && p.Id != ProfileId, Stop))
                throw new Refusal($"Det finns redan en profil som heter {name} för {Kind.Name.ToLowerInvariant()}. Ändra den under Kolumnprofiler, eller välj ett annat namn.", nameof(Input.Name));
            if (profile is not null) profile.Describe(Kind, Input.Name ?? "", content);
            else Db.ColumnProfiles.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, Kind, Input.Name ?? "", content));
        }, () => Redirect(ProfiledFile.IsAddress(Back) ? Back! : "/register/profiler"), "Profilen är sparad.");
    }

    protected override Task ShowAsync()
    {
        if (Input.Words.Count == 0 || Input.Kept.Count == 0) Ask(blank: 1);
        return Task.CompletedTask;
    }

    /// <summary>Words of the file that are not explained yet, and rows to write one's own in.</summary>
    private void Ask(int blank)
    {
        // Another column may have been chosen since they were asked.
        Input.Words.RemoveAll(w => w.IsAsked && string.IsNullOrEmpty(w.Means));
        foreach (var (n, column) in Kind.Columns.Index())
        {
            if (column.Words.Count == 0 || Source is null) continue;
            var said = Input.Words.Where(w => w.Column == column.Name).Select(w => RegisterKind.Fold(w.InFile ?? "")).ToHashSet();
            Input.Words.AddRange(Source.Unknown(column, Input.Headers.ElementAtOrDefault(n)).Where(v => !said.Contains(RegisterKind.Fold(v)))
                .Select(v => new ProfileWord { Column = column.Name, InFile = v, IsAsked = true }));
        }
        for (var n = Input.Words.Count(w => string.IsNullOrEmpty(w.InFile)); n < Math.Max(blank, BlankWords); n++) Input.Words.Add(new());
        for (var n = Input.Kept.Count(k => string.IsNullOrEmpty(k.Header)); n < blank; n++) Input.Kept.Add(new());
    }

    private void Copy(BuiltInLogProfile built)
    {
        Input.Name = $"{built.Name}, vår";
        Input.Headers = [.. Kind.Columns.Select(c => built.Headers.GetValueOrDefault(RegisterKind.Fold(c.Name), []))
            .Select(names => names.FirstOrDefault(n => Source?.Headers.Any(h => RegisterKind.Fold(h) == RegisterKind.Fold(n)) == true) ?? (names.Count > 0 ? names[0] : null))];
    }

    public string AddressOf(string file) => QueryHelpers.AddQueryString($"/register/profil/{Uri.EscapeDataString(Kind.Key)}",
        new Dictionary<string, string?> { ["profil"] = ProfileId is null ? null : $"{ProfileId}", ["tillbaka"] = Back, ["fil"] = file }.Where(v => v.Value is not null));

    private async Task<bool> LoadAsync(string kind)
    {
        var inUse = await KindsInUse.ReadAsync(Db, Stop);
        Kind = inUse.Find(kind)!;
        profile = ProfileId is { } id ? await Db.ColumnProfiles.FirstOrDefaultAsync(p => p.Id == id && p.Register == kind, Stop) : null;
        if (Kind is null || !ImportModel.MayImport(Me) || (profile is null && ProfileId is not null)) return false;
        Source = await ProfiledFile.ReadAsync(Back, FileName, held, Kind, inUse, profile, Stop);
        return true;
    }

    /// <summary>The file's headers to choose from, and what was said before though this file lacks it.</summary>
    public IReadOnlyList<SelectListItem> HeaderOptions(int n)
    {
        var (column, said) = (Kind.Columns[n], Input.Headers.ElementAtOrDefault(n));
        if (Source!.Headers.FirstOrDefault(h => RegisterKind.Fold(h) == RegisterKind.Fold(said ?? "")) is { } there) Input.Headers[n] = said = there;
        var own = Source.Headers.FirstOrDefault(h => RegisterKind.Fold(h) == RegisterKind.Fold(column.Name));
        return [new(own is null ? said is { Length: > 0 } ? "Ingen" : "Finns inte i filen" : $"{Source.Shown(own)}, som i registret", ""),
            .. Source.Headers.Where(h => h != own || h == said).Select(h => new SelectListItem(Source.Shown(h), h)),
            .. said is { Length: > 0 } && !Source.Headers.Contains(said, StringComparer.OrdinalIgnoreCase) ? [new SelectListItem($"{said} (finns inte i den här filen)", said)] : Array.Empty<SelectListItem>()];
    }

    public string ColumnLabel(int n) => $"{Prose.Capital(Kind.Columns[n].Name.Replace('_', ' '))}{(Kind.Columns[n].Required ? "" : " (kan utelämnas)")}";

    public IReadOnlyList<SelectListItem> ColumnOptions => [new("Välj", ""), .. Kind.Columns.Select(c => new SelectListItem(Prose.Capital(c.Name.Replace('_', ' ')), c.Name))];

    /// <summary>What a word can mean; null where any text will do.</summary>
    public IReadOnlyList<SelectListItem>? Meanings(ProfileWord word) => Kind.Columns.FirstOrDefault(c => c.Name == word.Column) is { Words: { Count: > 0 } words }
        ? [new("Välj", ""), .. words.Select(w => new SelectListItem(w.Means, w.Means))] : null;

    /// <summary>Ids as the file has them.</summary>
    public string IdExamples => Source is null ? "" : string.Join(", ", Kind.Columns.Index().Where(c => c.Item.IsId)
        .SelectMany(c => Source.Examples(Input.Headers.ElementAtOrDefault(c.Index) is { Length: > 0 } said ? said : c.Item.Name)).Distinct().Take(3));
}
