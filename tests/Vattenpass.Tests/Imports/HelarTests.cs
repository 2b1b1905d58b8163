using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Features.Medicines;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.Imports;

/// <summary>The registers of 2024: their figures to the digit, and the report made of them.</summary>
public sealed class HelarTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "helar-2024");
    public static List<(string, byte[])> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.csv")
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];

    internal static async Task<(Databases, VattenpassDb)> ImportedAsync(DatabaseKind kind, List<(string, byte[])>? files = null, int year = 2024)
    {
        var day = new DateOnly(2025, 2, 11);
        Databases databases;
        if (files is null) databases = await TestDatabases.WithAsync(kind, $"helar {year}", day, made => ReadAsync(made, Files(), year));
        else await ReadAsync(databases = (await TestDatabases.NewAsync(kind,
            new FixedClock(new(day, new(9, 0), TimeSpan.Zero)))).Databases, files, year);
        return (databases, databases.OpenAsSystem("test"));
    }

    private static async Task ReadAsync(Databases databases, List<(string, byte[])> files, int year)
    {
        await using var db = databases.OpenAsSystem("test");
        Assert.Empty((await new RegisterImporter(db).RunAsync(files, year, Provenance.Unknown, dryRun: false)).Errors);
    }

    private static async Task<JsonObject> FiguresAsync(VattenpassDb db, int year = 2024) =>
        FiguresJson.Of(YearFigures.Of(await new FactsReader(db).ReadAsync(year, Period.Year(year))));

    [Theory, BothDatabases]
    public async Task The_figures_are_those_expected(DatabaseKind kind)
    {
        var (_, db) = await ImportedAsync(kind);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "expected.json")));
        var found = await FiguresAsync(db);
        Assert.True(JsonNode.DeepEquals(expected, found), found.ToJsonString(ReadableJson.Options));
    }

    /// <summary>MAS's page and the text for patientsäkerhetsberättelsen say what the report says.</summary>
    [Theory, BothDatabases]
    public async Task MAS_sees_the_same_figures_store_by_store(DatabaseKind kind)
    {
        var (databases, db) = await ImportedAsync(kind);
        await using var system = databases.OpenAsSystem("test");
        var board = await StoreBoard.ReadAsync(db, system, 2024, default);
        var planned = board.Stores.SelectMany(s => s.Months).Where(m => m.Occasion is not null).ToList();
        Assert.Equal((13, 144, 121), (board.Stores.Count, planned.Count, planned.Count(m => m.Occasion!.IsDone)));
        Assert.Equal(41, board.Stores.SelectMany(s => s.Months).Sum(m => m.Deviations));
        Assert.Equal(["F13"], board.Uncontrolled.Select(s => s.Store.Code));
        Assert.All(board.Stores, s => Assert.NotNull(s.Card));
        Assert.DoesNotContain(board.Stores, s => s.NeverStarted);
        var open = board.WaitingForMe.Concat(board.IWaitFor).Select(o => o.Deviation).Concat(board.Simple).ToList();
        Assert.Equal(41, open.Distinct().Count());
        var differences = open.Where(d => d.Matter is Domain.Medicines.DrugMatter { IsDifference: true }
            && d.Investigation is Domain.Deviations.InvestigationState.NotStarted).ToList();
        Assert.Equal(7, differences.Count);
        // Nobody looks into them: they stand first, the oldest on top.
        Assert.Equal(differences.OrderBy(d => d.FoundOn).ThenBy(d => d.Id), board.IWaitFor.Take(7).Select(o => o.Deviation));
    }

    /// <summary>The same year as another source system would send it: every header has another name, and a saved profile for each kind.</summary>
    [Theory, BothDatabases]
    public async Task The_same_registers_with_other_headers_give_the_same_figures_through_profiles(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, new FixedClock(new(2025, 2, 11, 9, 0, 0, TimeSpan.Zero)));
        await using var db = databases.OpenAsSystem("test");
        foreach (var register in RegisterKinds.All)
            db.ColumnProfiles.Add(new(db.NewId(), Guid.Empty, register, "Källan",
                new(register.Columns.ToDictionary(c => c.Name, c => $"Källans {c.Name}"))));
        await db.SaveAsync(Acts.ChangeRegister);
        var files = Files().Select(f =>
        {
            var lines = TextDecoding.Decode(f.Item1, f.Item2).Text.Split('\n', 2);
            // Every known column gets its profile's name; what is missing in the file leaves the optional ones out of the profile's reach.
            return (f.Item1, System.Text.Encoding.UTF8.GetBytes(string.Join(';',
                lines[0].Trim('\r', '\uFEFF').Split(';').Select(h => $"Källans {h.Trim('"')}")) + "\n" + lines[1]));
        }).ToList();
        Assert.Contains((await new RegisterImporter(db).RunAsync(files, 2024, Provenance.Unknown, dryRun: true,
            profile: "Finns inte")).Errors,
            e => e.Text.Contains("Finns inte", StringComparison.Ordinal));
        var result = await new RegisterImporter(db).RunAsync(files, 2024, Provenance.Unknown, dryRun: false, profile: "Källan");
        Assert.Empty(result.Errors);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "expected.json")));
        var found = await FiguresAsync(db);
        Assert.True(JsonNode.DeepEquals(expected, found), found.ToJsonString(ReadableJson.Options));
    }

    [Theory, BothDatabases]
    public async Task Reading_the_same_files_again_changes_nothing(DatabaseKind kind)
    {
        var (databases, db) = await ImportedAsync(kind);
        var trail = await db.Trail.CountAsync();
        await using var again = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(again).RunAsync(Files(), 2024, Provenance.Unknown, dryRun: false);
        Assert.True(result.ChangesNothing);
        Assert.Equal(trail, await again.Trail.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_changed_row_is_a_correction_that_keeps_the_old_one(DatabaseKind kind)
    {
        var (databases, _) = await ImportedAsync(kind);
        var files = Files().Select(f => f.Item1 == "lakemedelskontroller.csv"
            ? (f.Item1, Replace(f.Item2, "F07;2024-01;nej;;", "F07;2024-01;ja;2024-01-30;ssk01"))
            : f).ToList();
        await using var db = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(db).RunAsync(files, 2024, Provenance.Unknown, dryRun: false);
        Assert.Equal(1, result.Files.Sum(f => f.Changed));
        Assert.Equal("[122,144]", (await FiguresAsync(db))["läkemedel"]!["kontroller_enligt_plan"]!.ToJsonString());
        var old = await db.RegisterRows.SingleAsync(r => r.ReplacedByImportId != null);
        Assert.Equal("ny inläsning av lakemedelskontroller.csv", old.ReplacedReason);
    }

    [Theory, BothDatabases]
    public async Task One_bad_cell_and_nothing_is_saved(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        var files = Files().Select(f => f.Item1 == "arenden.csv"
            ? (f.Item1, Replace(f.Item2, "2024-0001;utredning;2024-08-13", "2024-0001;utredning;i augusti"))
            : f).ToList();
        var result = await new RegisterImporter(db).RunAsync(files, 2024, Provenance.Unknown, dryRun: false);
        Assert.Equal("arenden.csv, rad 2, kolumnen startdatum: ”i augusti” är inget datum. Skriv till exempel 2024-03-31.",
            Assert.Single(result.Errors).ToString());
        await using var check = databases.OpenAsSystem("test");
        Assert.Equal(0, await check.RegisterRows.CountAsync() + await check.Units.CountAsync() + await check.Plans.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_dry_run_tells_all_and_saves_nothing(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(db).RunAsync(Files(), 2024, Provenance.Unknown, dryRun: true);
        Assert.Equal(4178, result.Files.Sum(f => f.Added));
        Assert.Contains(result.Made, m => m.Contains("upprättad i efterhand, beslut saknas", StringComparison.Ordinal));
        await using var check = databases.OpenAsSystem("test");
        Assert.Equal(0, await check.RegisterRows.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_wrong_file_meets_the_brake_until_it_is_accepted(DatabaseKind kind)
    {
        var (databases, _) = await ImportedAsync(kind);
        var half = Files().Where(f => f.Item1 == "mobiltelefoner.csv").Select(f => (f.Item1, FirstLines(f.Item2, 200))).ToList();
        await using var db = databases.OpenAsSystem("test");
        var refused = await new RegisterImporter(db).RunAsync(half, 2024, Provenance.Unknown, dryRun: false);
        Assert.Contains("skulle ändra 0 och avsluta 224 av 423 rader", Assert.Single(refused.Errors).Text, StringComparison.Ordinal);
        await using var accepting = databases.OpenAsSystem("test");
        Assert.Empty((await new RegisterImporter(accepting).RunAsync(half, 2024, Provenance.Unknown, dryRun: false,
            acceptLargeChange: true)).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_kind_never_imported_has_no_key(DatabaseKind kind)
    {
        var (_, db) = await ImportedAsync(kind, [.. Files().Where(f => f.Item1 is "organisation.csv" or "rehabarenden.csv")]);
        var figures = await FiguresAsync(db);
        Assert.Equal(["rehab"], figures.Select(f => f.Key));
        Assert.Equal(["ärenden", "avslutade"], figures["rehab"]!.AsObject().Select(f => f.Key));
    }

    /// <summary>The text that the board will read, word for word. Run with APPROVE=1 to take a deliberate change.</summary>
    [Theory, BothDatabases]
    public async Task The_full_year_report_reads_as_approved(DatabaseKind kind) =>
        await ApproveAsync(kind, ReportKind.FullYear, "helar-2024.txt");

    [Theory, BothDatabases]
    public async Task The_half_year_report_reads_as_approved(DatabaseKind kind) =>
        await ApproveAsync(kind, ReportKind.Interim, "delar-2024.txt");

    [Theory, BothDatabases]
    public async Task The_full_year_report_states_what_it_must(DatabaseKind kind)
    {
        var (databases, db) = await ImportedAsync(kind);
        var text = PlainTextWriter.Text(await ComposeAsync(databases, db, ReportKind.FullYear));
        foreach (var sentence in new[]
        {
            "Under 2024 har 121 av 144 (84 %) internkontrollrapporter lämnats in: 72 av 72 (100 %) inom SÄBO, 32 av 48 (67 %) inom HSL och 17 av 24 (71 %) inom funktionsstöd; HSL och funktionsstöd tillsammans 49 av 72 (68 %). Ett förråd i bruk, F13 (Ekbacken), ingår inte i någon kontroll; räknat på alla förråd i bruk är andelen 121 av 156 (78 %).",
            "16 av 41 (39 %)", "25 av 41 (61 %)", "Av 13 saldodifferenser har 7 inte utretts.",
            "84 av 423 (19,9 %), målet minst 20 % (85) nås inte",
            "17 av 34 (50 %) kontrollerade telefoner hade avvikelse, varav 1 allvarlig",
            "23 av 50 (46 %) kontrollerade telefoner hade avvikelse, varav 6 allvarliga", "119 av 199 (60 %)", "53 av 98 (54 %)",
            "38 av 98 (39 %) inget ärende",
            "228 av 252 (90 %)", "Två enheter saknar loggkontroll under hela perioden: Boendestöd och Familjerätt.",
            "Inga kontroller registrerade för punkten.", "upprättad i efterhand, beslut saknas",
        })
            Assert.Contains(sentence, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_formats_say_the_same_words()
    {
        var (databases, db) = await ImportedAsync(DatabaseKind.Sqlite);
        var document = await ComposeAsync(databases, db, ReportKind.FullYear);
        var words = Documents.WordsOf.Text(document);
        foreach (var (name, _, write) in Formats.All)
        {
            var found = Documents.WordsOf.File(name, write(document));
            if (found is null) continue; // No reader for the format on this machine; the PDF has a test of its own.
            Assert.Empty(words.Except(found).Take(5));
        }
    }

    internal static async Task<Document> ComposeAsync(Databases databases, VattenpassDb db, ReportKind kind) =>
        await new ReportComposer(databases).ComposeAsync(new(db.NewId(), Guid.Empty, Guid.Empty, 2024, kind, ReportPeriods.Of(kind, 2024, LocalRules.Standard),
            1, ReportHead.Usual, db.Now));

    private static async Task ApproveAsync(DatabaseKind kind, ReportKind report, string name)
    {
        var (databases, db) = await ImportedAsync(kind);
        var text = PlainTextWriter.Text(await ComposeAsync(databases, db, report));
        var approved = Path.Combine(Fences.HouseTests.Root, "tests", "Vattenpass.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") await File.WriteAllTextAsync(approved, text);
        Assert.Equal((await File.ReadAllTextAsync(approved)).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }

    private static byte[] Replace(byte[] bytes, string old, string now)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal));
    }

    private static byte[] FirstLines(byte[] bytes, int lines)
    {
        var at = -1;
        for (var n = 0; n < lines; n++) at = Array.IndexOf(bytes, (byte)'\n', at + 1);
        return bytes[..(at + 1)];
    }
}
