using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Imports;

/// <summary>Register files in the shapes that systems and people really make.</summary>
public sealed class RegisterCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "cases");

    private static (string, byte[]) File(string name) => (Path.GetFileName(name), System.IO.File.ReadAllBytes(Path.Combine(Folder, name)));

    /// <summary>Units of the first letter in the cases' own organisation.</summary>
    private const string Organisation = """
        kod;namn;typ;överordnad
        SN;Socialnämnden;nämnd;
        SÄBO;Särskilt boende;verksamhetsområde;SN
        SB01;Almgården;enhet;SÄBO
        SB02;Ekhöjden;enhet;SÄBO
        SB03;Lindbacken;enhet;SÄBO
        KT;Korttidsenheten;enhet;SÄBO
        HT;Hemtjänst;verksamhetsområde;SN
        HT1;Hemtjänst Öst;enhet;HT
        HT2;Hemtjänst Väst;enhet;HT
        E1;Ekbacken;enhet;SÄBO
        E2;Solgläntan;enhet;SÄBO
        E3;Hemtjänst Norr;enhet;HT
        """;

    private static async Task<(Databases Databases, ImportResult Result)> ReadAsync(DatabaseKind kind, int year, Action<VattenpassDb>? profiles,
        params (string, byte[])[] files)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, new FixedClock(new(year, 12, 15, 9, 0, 0, TimeSpan.Zero)));
        await using var db = databases.OpenAsSystem("test");
        var made = await new RegisterImporter(db).RunAsync([("organisation.csv", System.Text.Encoding.UTF8.GetBytes(Organisation))], year, Provenance.Unknown, dryRun: false);
        Assert.Empty(made.Errors);
        if (profiles is not null)
        {
            profiles(db);
            await db.SaveAsync(Acts.ChangeRegister);
        }
        await using var reading = databases.OpenAsSystem("test");
        return (databases, await new RegisterImporter(reading).RunAsync([.. files], year, Provenance.Unknown, dryRun: false));
    }

    private static void Profile(VattenpassDb db, RegisterKind kind, ProfileContent content) =>
        db.ColumnProfiles.Add(new(db.NewId(), Guid.Empty, kind, "Källan", content));

    private static ProfileContent Headers(params (string Column, string Header)[] headers) => new(headers.ToDictionary(h => h.Column, h => h.Header));

    private static readonly ProfileContent Heroma = Headers(("anställnings-id", "Anst.nr"), ("enhet", "Org.enhet"), ("befattning", "Benämning"),
        ("från", "Anst fr.o.m."), ("till", "Anst t.o.m."));

    private static async Task<List<RegisterRow>> RowsAsync(Databases databases, RegisterKind kind)
    {
        await using var db = databases.OpenAsSystem("test");
        return await db.RegisterRows.AsNoTracking().Where(r => r.Register == kind.Key && r.ReplacedByImportId == null).ToListAsync();
    }

    private static string Told(ImportResult result) => string.Join('\n', result.Errors.Concat(result.Warnings));

    [Theory, BothDatabases]
    public async Task An_hr_list_comes_in_by_its_profile_whatever_stands_above_it_and_however_units_are_written(DatabaseKind kind)
    {
        foreach (var (name, title, rows) in new[]
        {
            ("r01-anstallda-rapport-med-titelrader", "Benämning", 18), ("r02-anstallda-lista", "Benämning", 18),
            ("r02b-anstallda-enhet-med-kod", "Benämning", 18), ("r02d-anstallda-enhetskod", "Titel", 9), ("r02e-anstallda-enhet-skrivsatt", "Titel", 9),
        })
        {
            var headers = new Dictionary<string, string>(Heroma.Headers) { ["befattning"] = title };
            var (databases, result) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Employees, new(headers)), File($"registers/{name}.csv"));
            Assert.True(result.Errors.Count == 0, $"{name}: {Told(result)}");
            var employees = await RowsAsync(databases, RegisterKinds.Employees);
            Assert.Equal(rows, employees.Count);
            await using var db = databases.OpenAsSystem("test");
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Kind);
            Assert.All(employees, e => Assert.Equal(UnitKind.Unit, units[e.AtUnit]));
            databases.Dispose();
        }
    }

    [Theory, BothDatabases]
    public async Task Subtotals_are_left_out_and_told_and_an_end_that_has_not_come_is_open(DatabaseKind kind)
    {
        var (databases, result) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Absences,
            Headers(("anställnings-id", "Anst.nr"), ("enhet", "Org"), ("från", "Fr.o.m."), ("till", "T.o.m."))), File("registers/r03-sjukfranvaro-per-tillfalle.csv"));
        Assert.True(result.Errors.Count == 0, Told(result));
        var absences = await RowsAsync(databases, RegisterKinds.Absences);
        Assert.Equal(12, absences.Count);
        Assert.Contains(absences, a => a["till"].Length == 0);
        Assert.Contains("är summor eller antal och lästes inte", Told(result), StringComparison.Ordinal);
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task An_operators_list_is_read_by_a_selection_and_numbers_that_excel_cut_are_refused(DatabaseKind kind)
    {
        var operators = Headers(("telefon-id", "IMEI"), ("enhet", "Kst-namn")) with { Kept = [new("Status", ["Aktiv"])] };
        void Profiles(VattenpassDb db) => Profile(db, RegisterKinds.Phones, operators);
        var (cut, refused) = await ReadAsync(kind, 2026, Profiles, File("registers/r04-telefoner-operator-imei-exponent.csv"));
        Assert.All(refused.Errors, e => Assert.Contains("Excel har kortat", e.Text, StringComparison.Ordinal));
        Assert.NotEmpty(refused.Errors);
        Assert.Empty(await RowsAsync(cut, RegisterKinds.Phones));
        cut.Dispose();

        var (databases, result) = await ReadAsync(kind, 2026, Profiles, File("registers/r04b-telefoner-operator.csv"));
        Assert.True(result.Errors.Count == 0, Told(result));
        var phones = await RowsAsync(databases, RegisterKinds.Phones);
        Assert.Equal(8, phones.Count);
        Assert.Equal("356789000000000", phones.Min(p => p.Key));
        Assert.Contains("8 av 10 rader lästes", Told(result), StringComparison.Ordinal);
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task A_customer_list_gets_its_area_from_the_organisation(DatabaseKind kind)
    {
        var (databases, result) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Stores,
            Headers(("förråd", "Kundnr"), ("enhet", "Vårdenhet"), ("förrådstyp", "Förrådstyp"))), File("registers/r05-lakemedelsforrad-kundlista.csv"));
        Assert.True(result.Errors.Count == 0, Told(result));
        Assert.Equal(["Hemtjänst", "Särskilt boende"], (await RowsAsync(databases, RegisterKinds.Stores)).Select(s => s["område"]).Distinct().Order());
        databases.Dispose();
    }

    private static readonly ProfileContent CaseSystem = Headers(("ärende", "Ärende"), ("typ", "Ärendetyp"), ("startdatum", "Inledd"), ("slutdatum", "Beslutsdatum"),
        ("förlängd_till", "Förlängd till"));

    [Theory, BothDatabases]
    public async Task Case_types_that_no_limit_knows_are_told_and_a_profile_says_what_they_mean(DatabaseKind kind)
    {
        foreach (var name in new[] { "r07-arenden-med-personnummer", "r07b-arenden-utan-personnummer" })
        {
            var (unknown, told) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Cases, CaseSystem), File($"registers/{name}.csv"));
            Assert.True(told.Errors.Count == 0, $"{name}: {Told(told)}");
            Assert.Contains("ord som inte känns igen och är inte bedömda", Told(told), StringComparison.Ordinal);
            unknown.Dispose();

            var (databases, result) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Cases, CaseSystem with
            {
                Words = [new("typ", "Förhandsbedömning barn", "förhandsbedömning"), new("typ", "Utredning 11 kap. 1 § SoL barn", "utredning")],
            }), File($"registers/{name}.csv"));
            Assert.True(result.Errors.Count == 0, $"{name}: {Told(result)}");
            Assert.All(await RowsAsync(databases, RegisterKinds.Cases), c => Assert.Contains(c["typ"], new[] { "förhandsbedömning", "utredning" }));
            databases.Dispose();
        }
    }

    [Fact]
    public void The_words_of_case_types_are_the_names_of_the_time_limits() =>
        Assert.Equal(Domain.Clocks.StatutoryClock.All.Select(c => c.CaseType), RegisterKinds.CaseTypes.Select(w => w.Means));

    [Theory, BothDatabases]
    public async Task A_file_of_something_else_is_told_the_nearest_register(DatabaseKind kind)
    {
        var (databases, result) = await ReadAsync(kind, 2026, null, File("registers/r08-avvikelser-avvikelsesystem.csv"));
        Assert.Contains("passar inget register. Närmast är", Told(result), StringComparison.Ordinal);
        Assert.DoesNotContain("kolumnen telefon-id saknas", Told(result), StringComparison.Ordinal);
        Assert.NotEmpty(result.Errors);
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task Unexecuted_decisions_keep_paragraph_and_sex(DatabaseKind kind)
    {
        var (databases, result) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Decisions, Headers(("beslut", "Löpnr"), ("lagrum", "Lagrum"),
            ("insats", "Typ av insats"), ("beslutsdatum", "Beslutsdatum"), ("kön", "Kön"), ("avbrott", "Datum för avbrott"), ("verkställt", "Verkställt datum"), ("skäl", "Skäl till dröjsmål"))),
            File("registers/r09-ej-verkstallda-beslut.csv"));
        Assert.True(result.Errors.Count == 0, Told(result));
        var decisions = await RowsAsync(databases, RegisterKinds.Decisions);
        Assert.Equal(6, decisions.Count);
        Assert.All(decisions, d => Assert.True(d["kön"].Length > 0 && d["lagrum"].Length > 0));
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task Phone_lists_come_in_from_every_kind_of_workbook(DatabaseKind kind)
    {
        foreach (var (name, keys, told) in new (string, string[], string)[]
        {
            ("registers/r11-telefoner-med-forsattsblad.xlsx", ["T-000", "T-001", "T-002"], "bara bladet Data lästes, inte Om rapporten"),
            ("registers/r12-telefoner-imei-tal.xlsx", ["356789000000000", "356789000000001"], ""),
            ("registers/r13-mobiltelefoner-en-titelrad.csv", ["T-000", "T-004"], ""),
            ("registers/r14-mobiltelefoner-antal-rader.csv", ["T-000", "T-004"], "Antal rader: 5"),
            ("workbooks/cp850-ok-telefoner.csv", ["T0001"], "teckenkodningen är CP850"),
            ("workbooks/sep-utf16le-ok-telefoner.csv", ["T0001"], "teckenkodningen är UTF-16"),
            ("workbooks/duplicate-header-telefoner.csv", ["T0001"], "rubriken finns två gånger"),
            ("workbooks/footer-rows-affected-telefoner.csv", ["T0001"], "(1 rows affected)"),
            ("workbooks/footer-totalsumma-telefoner.csv", ["T0001", "T0002"], "Totalsumma"),
            ("workbooks/invisible-in-key-telefoner.csv", ["T0001", "t0001"], "skiljer sig bara i stora och små bokstäver"),
            ("workbooks/poi-1001.0-telefoner.xlsx", ["1001", "123456789012"], ""),
            ("workbooks/intro-sheet-first-telefoner.xlsx", ["T1"], "inte Läs mig"),
            ("workbooks/three-sheets-telefoner.xlsx", ["TS001", "TS002"], "inte Hemtjänst och IFO"),
            ("workbooks/title-row-above-telefoner.csv", ["T0001"], ""),
            ("workbooks/x000D-header-telefoner.xlsx", ["T1"], ""),
        })
        {
            var (databases, result) = await ReadAsync(kind, 2026, null, File(name));
            Assert.True(result.Errors.Count == 0, $"{name}: {Told(result)}");
            var phones = await RowsAsync(databases, RegisterKinds.Phones);
            Assert.Subset(phones.Select(p => p.Key).ToHashSet(), keys.ToHashSet());
            Assert.DoesNotContain(phones, p => p.Key.StartsWith("Antal", StringComparison.Ordinal) || p.Key.StartsWith("Total", StringComparison.Ordinal));
            Assert.True(Told(result).Contains(told, StringComparison.Ordinal), $"{name}: {Told(result)}");
            databases.Dispose();
        }
    }

    [Theory, BothDatabases]
    public async Task Cells_are_read_by_their_column_and_not_by_their_looks(DatabaseKind kind)
    {
        var (wrong, errors) = await ReadAsync(kind, 2026, null, File("workbooks/error-cells-telefoner.xlsx"));
        Assert.Contains(errors.Errors, e => e is { Line: 2, Column: "telefon-id" } && e.Text.Contains("fel från Excel (#N/A)", StringComparison.Ordinal));
        wrong.Dispose();

        foreach (var (name, reviewed) in new[] { ("workbooks/format-red-kr-dygn-loggkontroller.xlsx", (string?)null), ("workbooks/poi-372.0-loggkontroller.xlsx", "372") })
        {
            var (databases, result) = await ReadAsync(kind, 2024, null, File(name));
            Assert.True(result.Errors.Count == 0, $"{name}: {Told(result)}");
            Assert.All(await RowsAsync(databases, RegisterKinds.LogChecks), r =>
                Assert.True(int.TryParse(r["granskade_åtkomster"], CultureInfo.InvariantCulture, out _) && (reviewed is null || r["granskade_åtkomster"] == reviewed)));
            databases.Dispose();
        }

        var (dated, result2) = await ReadAsync(kind, 2026, null, File("workbooks/sqlserver-dates-null-anstallda.csv"));
        Assert.True(result2.Errors.Count == 0, Told(result2));
        Assert.All(await RowsAsync(dated, RegisterKinds.Employees), e => Assert.Equal(("2024-03-31", ""), (e["från"], e["till"])));
        dated.Dispose();

        var stores = System.Text.Encoding.UTF8.GetBytes("förråd;enhet\nF01;Ekbacken\n");
        var (balances, result3) = await ReadAsync(kind, 2024, null, ("förråd.csv", stores), File("workbooks/decimal-balance-narkotikaavvikelser.csv"));
        Assert.True(result3.Errors.Count == 0, Told(result3));
        Assert.Equal(["-1", "10"], (await RowsAsync(balances, RegisterKinds.DrugDeviations)).Select(d => d["räknat_saldo"]).Order(StringComparer.Ordinal));
        balances.Dispose();
    }

    [Theory, BothDatabases]
    public async Task Lists_that_join_nothing_stop_with_an_id_of_each_and_the_rule_that_would_join_them(DatabaseKind kind)
    {
        (string, byte[])[] files = [File("workbooks/leading-zeros-anstallda.csv"), File("workbooks/leading-zeros-behorigheter.xlsx")];
        var (stopped, result) = await ReadAsync(kind, 2026, null, files);
        var error = Assert.Single(result.Errors);
        Assert.Contains("0 av 10 anställnings-id finns i registret anställda", error.Text, StringComparison.Ordinal);
        Assert.Contains("”utan inledande nollor”", error.Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(stopped, RegisterKinds.Accounts));
        stopped.Dispose();

        var (databases, joined) = await ReadAsync(kind, 2026, db => Profile(db, RegisterKinds.Employees,
            Headers() with { IdRules = [IdRule.NoLeadingZeros] }), files);
        Assert.True(joined.Errors.Count == 0, Told(joined));
        Assert.Contains(joined.Joins, j => j is { What: "anställnings-id", Found: 10, Of: 10 });
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task Titles_without_a_rule_are_counted_and_told_and_judged_when_the_municipality_says_what_they_may(DatabaseKind kind)
    {
        (string, byte[])[] files = [File("words/accounts/anstallda.csv"), File("words/accounts/behorigheter.csv"),
            ("enheter.csv", System.Text.Encoding.UTF8.GetBytes(Organisation + "\nBJ;Gruppbostad Björken;enhet;SN\n"))];
        var (databases, result) = await ReadAsync(kind, 2024, null, files);
        Assert.True(result.Errors.Count == 0, Told(result));
        await using (var db = databases.OpenAsSystem("test"))
        {
            var figures = Domain.Kinds.AccountFigures.Of(await new Web.Features.Figures.FactsReader(db).ReadAsync(2024, Domain.Words.Period.Year(2024), CancellationToken.None))!;
            Assert.Equal(4, figures.Untested!.Rows.Count);
            db.PermissionRules.Add(new(db.NewId(), Guid.Empty));
            db.PermissionRules.Local.Single().Change([.. PermissionRules.Usual, new("Undersköterska, demens", "utförare"), new("Stödpedagog", "utförare"),
                new("Biståndshandläggare", "handläggare"), new("Specialistundersköterska", "utförare")]);
            await db.SaveAsync(Acts.ChangeLocalRule);
        }
        await using var after = databases.OpenAsSystem("test");
        var judged = Domain.Kinds.AccountFigures.Of(await new Web.Features.Figures.FactsReader(after).ReadAsync(2024, Domain.Words.Period.Year(2024), CancellationToken.None))!;
        Assert.Empty(judged.Untested!.Rows);
        Assert.Equal(5, judged.Findings.Count(f => f.Difference == Domain.Kinds.AccountFigures.TooHigh));
        databases.Dispose();
    }

    [Theory, BothDatabases]
    public async Task A_personal_number_is_never_kept(DatabaseKind kind)
    {
        const string secret = "19400108-9807";
        var cases = System.Text.Encoding.UTF8.GetBytes($"ärende;typ;startdatum\n{secret};utredning;2026-01-02\n4001099801;utredning;2026-01-03\n");
        var (databases, result) = await ReadAsync(kind, 2026, null, ("ärenden.csv", cases), File("registers/r07-arenden-med-personnummer.csv"));
        var rows = await RowsAsync(databases, RegisterKinds.Cases);
        Assert.DoesNotContain(secret, Told(result), StringComparison.Ordinal);
        Assert.DoesNotContain(rows, r => r.Key.Contains("19400108", StringComparison.Ordinal) || r.Cells.Values.Any(v => v.Contains("19400108", StringComparison.Ordinal)));
        if (result.Errors.Count == 0) Assert.Contains(rows, r => r.Key.StartsWith("P-", StringComparison.Ordinal));
        databases.Dispose();
    }
}
