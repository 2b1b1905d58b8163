using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>
/// A plan's file is chosen, looked at beside what was read from it, put right where it is needed, and saved. The file stays chosen from the
/// first look to the last, and what is put right is kept for the next one.
/// </summary>
[Needs(Thing.Plans, Right.Write)]
[RequestFormLimits(MultipartBodyLengthLimit = 30 * 1024 * 1024, ValueCountLimit = 4 * Corrections.Most)]
public sealed class ReadModel(VattenpassDb db, PlanImporter importer, HeldFiles held) : FormPage<ReadPlanInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Columns = [new("Välj", ""), .. PlanColumns.Named.Select(n => new SelectListItem(n.Name, n.Column.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Statuses =
        [new("Välj", ""), .. Enum.GetValues<MeasureStatus>().Where(s => s is not MeasureStatus.Suggested).Select(s => new SelectListItem(s.Swedish(), s.ToString()))];

    public ReadPlan? Plan { get; private set; }
    public SourceDocument? Document { get; private set; }
    public IReadOnlyList<SelectListItem> Names { get; private set; } = [];
    /// <summary>Words that nobody here knows of by themselves, with what has been said that they mean.</summary>
    public IReadOnlyList<PlanWord> AskedHeaders { get; private set; } = [];
    public IReadOnlyList<PlanWord> AskedStatuses { get; private set; } = [];
    public IReadOnlyList<PlanWord> AskedNames { get; private set; } = [];
    /// <summary>What is already known of the year and of the file, before anything is saved.</summary>
    public IReadOnlyList<string> Beforehand { get; private set; } = [];
    public IReadOnlyList<PlanFile> Earlier { get; private set; } = [];
    /// <summary>Cells of this file that are put right, by now or by an earlier reading.</summary>
    public IReadOnlyList<CellFix> Fixes { get; private set; } = [];
    /// <summary>The row that is being put right: each cell with its header, what the file says, and what is to be read.</summary>
    public IReadOnlyList<(string Header, string Written, string Now, IReadOnlyList<Place> Below)> OpenRow { get; private set; } = [];
    public Place? OpenPlace { get; private set; }
    /// <summary>How many years the file's dates lie before the plan's.</summary>
    public int YearsBehind { get; private set; }
    public bool MayAdopt => Me.Can(Thing.Adoption, Right.Write);

    private PlanWording wording = PlanWording.None;
    private byte[] content = [];
    private PlanPeople? people;
    private OrganisationTree? tree;

    /// <summary>A control is done by whoever holds a title at a unit: what a person's name comes to is shown before it is saved.</summary>
    public string Performer(string name)
    {
        if (people is null || people.Title(name) is not { } title || title == name) return name;
        return people.Place(name) is { } unit ? $"{name} (görs av {title} på {tree!.NameOf(unit)})" : $"{name} (görs av {title})";
    }

    protected override Basis MadeFrom => Basis.Nothing;
    /// <summary>Names of people are what some of the fields are about.</summary>
    protected override bool HoldsFreeText => false;

    public async Task OnGetAsync()
    {
        Input.Year = null;
        await ShowEarlierAsync();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? fil, bool spara)
    {
        try
        {
            if (fil is not null) await HoldAsync(fil);
            Refusal.If(Input.Held is null, "Välj en fil.");
            await LookAsync();
            // What is put right can be undone here, so the file is not let go of when nothing more is read.
            if (Plan!.IsEmpty && Fixes.Count > 0) ModelState.AddModelError("", PlanImporter.NothingFound(Plan));
            else if (Plan.IsEmpty)
            {
                var why = PlanImporter.NothingFound(Plan);
                (Plan, Input.Held) = (null, null);
                throw new Refusal(why);
            }
            Refusal.If(spara && Input.Year is null, "Skriv året planen gäller med fyra siffror, till exempel 2026.");
        }
        catch (Refusal refusal)
        {
            Db.ChangeTracker.Clear();
            // The button was pressed twice: the first time saved it, and the file is let go of.
            if (spara && await GoneAsync(() => Redirect($"/plan/{Input.Year}")) is RedirectResult saved) return saved;
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowEarlierAsync();
            return Page();
        }
        if (!spara || !ModelState.IsValid)
        {
            if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var outcome = (PlanOutcome?)null;
        return await SaveAsync(Acts.ReadPlan, async () =>
        {
            await KeepWordingAsync();
            outcome = await importer.ApplyAsync(Document!, content, Plan!, new(Input.Kinds.Where(k => !string.IsNullOrEmpty(k.Written) && !string.IsNullOrEmpty(k.Means)).DistinctBy(k => k.Written).ToDictionary(k => k.Written!, k => k.Means!), Input.IsDecided), Stop);
            await HeldFiles.ForgetAsync(Db, Input.Held!.Value, Stop);
            SavedBesides = true;
            ReceiptOfWork = outcome.Left.Count == 0 ? outcome.Text : $"{outcome.Text} Att se över: {string.Join(" ", outcome.Left)}";
        }, () => Redirect(outcome is { Changed: true } && Input.IsDecided && MayAdopt ? $"/plan/{outcome.Year}/faststall" : $"/plan/{outcome?.Year ?? Input.Year}"), "Planen är inläst.");
    }

    private async Task HoldAsync(IFormFile file)
    {
        Refusal.If(file.Length > PlanFileReader.LargestFile, $"Filen {file.FileName} är större än {PlanFileReader.LargestFile / 1024 / 1024} MB.");
        var files = await HeldFiles.BytesOfAsync([file], Stop);
        // Read before it is held, so that what cannot be read is refused at once.
        _ = PlanFileReader.Read(file.FileName, files[0].Bytes, Stop);
        Input.Held = await held.HoldAsync(files, Input.Held, Stop);
        Input.Divides = (await importer.WordingAsync(Stop)).Divides;
        ModelState.Remove("Input.Held");
        ModelState.Remove("Input.Divides");
    }

    /// <summary>Reads the chosen file by what has been put right, and asks about what is left.</summary>
    private async Task LookAsync()
    {
        var file = (await held.OpenAsync(Input.Held!.Value, Stop))[0];
        content = file.Bytes;
        Document = PlanFileReader.Read(file.Name, file.Bytes, Stop);
        wording = PutRight(await importer.WordingAsync(Stop));
        Fixes = Corrections.Within(Document, wording.Cells);
        byCell = Fixes.GroupBy(f => (f.Place, f.Column)).ToDictionary(g => g.Key, g => g.Last().Text);
        Open();
        Plan = await importer.ReadAsync(Document, wording, Input.Year, Input.Section, Stop);
        if (Input.Year is null && Plan.Year is { } year && !ModelState.ContainsKey("Input.Year"))
        {
            Input.Year = year;
            ModelState.Remove("Input.Year");
        }
        YearsBehind = Plan.YearsBehind();
        if (Input.Moves && YearsBehind > 0) Plan = await importer.ReadAsync(Document, wording, Input.Year, Input.Section, Stop, YearsBehind);
        people = await importer.PeopleAsync(Stop);
        tree = await TreeAsync();
        // What is asked is what the file says by itself, so that an answer given before can be seen and changed.
        var bare = await importer.ReadAsync(Document, PlanWording.None with { Divides = wording.Divides, Headers = wording.Headers, Cells = Fixes }, Input.Year, Input.Section, Stop);
        var unknownHeaders = (await importer.ReadAsync(Document, PlanWording.None with { Cells = Fixes }, Input.Year, Input.Section, Stop)).UnknownHeaders;
        AskedHeaders = Asked(unknownHeaders, wording.Headers);
        AskedStatuses = Asked(bare.UnknownStatuses, wording.Statuses);
        AskedNames = Asked(bare.Controls.Concat(bare.Measures).SelectMany(i => i.Responsible.Concat(i.ReportingOfficers)).Concat(bare.Risks.Select(r => r.Owner).OfType<string>()).Where(n => !people.IsKnown(n)), wording.People);
        Names = [new("Behåll namnet som text", ""),
            .. (await Db.People.AsNoTracking().Where(p => p.To == null || p.To >= Today).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(Stop))
                .Concat(await Db.Titles.AsNoTracking().OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(Stop))
                .Distinct().Select(n => new SelectListItem(n, n))];
        Beforehand = await BeforehandAsync();
    }

    private const int MostAsked = 40;

    private static List<PlanWord> Asked(IEnumerable<string> unknown, IReadOnlyList<PlanWord> said) => [.. unknown.Distinct().Take(MostAsked)
        .Select(u => new PlanWord(u, said.FirstOrDefault(s => string.Equals(s.Written, u, StringComparison.OrdinalIgnoreCase))?.Means ?? ""))];

    private async Task<IReadOnlyList<string>> BeforehandAsync()
    {
        List<string> told = [];
        if (await Db.PlanFiles.AsNoTracking().Where(f => f.FileSha256 == Document!.Sha256 && f.UndoneAt == null).OrderByDescending(f => f.Id).FirstOrDefaultAsync(Stop) is { } before)
            told.Add($"Filen är redan inläst till planen för {before.Year}, {SwedishTime.Text(before.At)}. En risk, kontroll eller åtgärd som får ett nytt namn här läggs till som ny: byt namnet i planen i stället.");
        if (await Db.Plans.AsNoTracking().Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().FirstOrDefaultAsync(p => p.Year == Input.Year, Stop) is not { } there) return told;
        if (there.IsOpen && there.Risks.Count + there.Controls.Count > 0)
            told.Add($"Det finns redan ett utkast för {there.Year} med {Prose.Number(there.Risks.Count, "risk", "risker")} och {Prose.Number(there.Controls.Count, "kontroll", "kontroller")}. Det som läses in läggs till där. Det som står lika i båda läggs inte till en gång till.");
        if (!there.IsOpen)
            told.Add($"Planen för {there.Year} är {there.Standing}. Status och kommentarer till det som redan står i den läses in, men inget nytt läggs till.");
        return told;
    }

    private PlanWording PutRight(PlanWording kept) => new(
        Merge(kept.Headers, Input.Headers), Merge(kept.Statuses, Input.StatusWords), Merge(kept.People, Input.People), Input.Divides)
    {
        Cells = CellsPutRight(kept.Cells),
    };

    private CellFix? PutRight(Place place, int column, string text)
    {
        try
        {
            return Corrections.Of(Document!, place, column, text);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return null;
        }
    }

    private List<CellFix> CellsPutRight(IReadOnlyList<CellFix> kept)
    {
        var reset = Place.Of(Input.Reset);
        Dictionary<(Place Place, int Column), string> said = [];
        foreach (var cell in Input.Cells)
        {
            if (Place.Of(cell.Place) is not { } place) continue;
            said[(place, cell.Column)] = place == reset ? Corrections.CellsAt(Document!, place)?.ElementAtOrDefault(cell.Column) ?? "" : cell.Text ?? "";
            // A merged cell is put right in all of its rows.
            if (cell.AlsoBelow) foreach (var below in Corrections.AlikeBelow(Document!, place, cell.Column)) said[(below, cell.Column)] = said[(place, cell.Column)];
        }
        var again = Corrections.Within(Document!, kept).Where(f => said.ContainsKey((f.Place, f.Column))).ToHashSet();
        return [.. kept.Where(k => !again.Contains(k)), .. said.Select(s => PutRight(s.Key.Place, s.Key.Column, s.Value)).OfType<CellFix>()];
    }

    private void Open()
    {
        if (Place.Of(Input.Open) is not { } place || Corrections.CellsAt(Document!, place) is not { } cells) return;
        OpenPlace = place;
        OpenRow = [.. Corrections.HeadersOver(Document!, place, wording).Zip(cells, (header, written) => (header, written)).Select((c, n) => (c.header, c.written, FixAt(place, n) ?? c.written, Corrections.AlikeBelow(Document!, place, n)))];
    }

    /// <summary>What a cell is put right to; null where it is as in the file.</summary>
    public string? FixAt(Place place, int column) => byCell.GetValueOrDefault((place, column));
    private Dictionary<(Place Place, int Column), string> byCell = [];

    private static List<PlanWord> Merge(IReadOnlyList<PlanWord> kept, List<WordInput> said)
    {
        var about = said.Select(s => s.Written ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<PlanWord> now = [.. said.Where(s => !string.IsNullOrEmpty(s.Written) && !string.IsNullOrEmpty(s.Means)).Select(s => new PlanWord(s.Written!, s.Means!))];
        return [.. kept.Where(k => !about.Contains(k.Written)), .. now];
    }

    private async Task KeepWordingAsync()
    {
        var profile = await Db.PlanProfiles.FirstOrDefaultAsync(Stop);
        if (profile is null && wording is { Headers.Count: 0, Statuses.Count: 0, People.Count: 0, Cells.Count: 0, Divides: false }) return;
        if (profile is null) Db.PlanProfiles.Add(profile = new(Db.NewId(), (await TreeAsync()).Root!.Id));
        profile.Keep(wording);
    }

    /// <summary>A reading of last resort: whoever reads a plan in again sees what was read in before.</summary>
    private async Task ShowEarlierAsync() =>
        Earlier = await Db.PlanFiles.AsNoTracking().OrderByDescending(f => f.Id).Take(10).ToListAsync(Stop);

    public KindFit? Fit(ReadItem control) => KindFit.Of(control);
    /// <summary>The place in the document beside, as the address of a row on the page.</summary>
    public string Anchor(string table, int row) =>
        table == SourceText.Place && Document!.Blocks.OfType<SourceText>().Any() ? $"text-{row}" : $"k{Document!.Blocks.OfType<SourceTable>().TakeWhile(t => t.Name != table).Count()}-{row}";
    /// <summary>What is told of a row stands once: at its control or measure, and at its risk where it has neither.</summary>
    public IEnumerable<PlanWarning> Of(Place place, ReadItem? item) => (item is null ? Plan!.Measures.Concat(Plan.Controls).Any(i => i.Place == place) : Plan!.Measures.Concat(Plan.Controls).First(i => i.Place == place) != item)
        ? [] : Plan.Warnings.Where(w => w.Place == place && w.Column.Length > 0).Distinct();
}

public sealed class ReadPlanInput
{
    public Guid? Held { get; set; }
    public int? Year { get; set; }
    public string? Section { get; set; }
    public bool Divides { get; set; }
    public bool IsDecided { get; set; }
    /// <summary>The dates of an earlier year's plan come along to the year it is read for.</summary>
    public bool Moves { get; set; }
    public List<WordInput> Headers { get; set; } = [];
    public List<WordInput> StatusWords { get; set; } = [];
    public List<WordInput> People { get; set; } = [];
    /// <summary>Written is where the control stands, Means the key of the kind it is taken for.</summary>
    public List<WordInput> Kinds { get; set; } = [];
    /// <summary>What is put right in single cells, against what the file says.</summary>
    public List<CellInput> Cells { get; set; } = [];
    /// <summary>The place of the row whose cells are shown to be put right.</summary>
    public string? Open { get; set; }
    /// <summary>The place of the row whose cells are to be as in the file again.</summary>
    public string? Reset { get; set; }
}

public sealed class CellInput
{
    public string? Place { get; set; }
    public int Column { get; set; }
    public string? Text { get; set; }
    /// <summary>The rows below that say the same are put right too.</summary>
    public bool AlsoBelow { get; set; }
}

public sealed class WordInput
{
    public string? Written { get; set; }
    public string? Means { get; set; }
}
