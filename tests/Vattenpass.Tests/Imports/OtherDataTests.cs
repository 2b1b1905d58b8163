using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Imports;

/// <summary>A small municipality counted by hand, with what real registers hold: an unknown unit, a store controlled from May, a phone checked twice.</summary>
public sealed class OtherDataTests
{
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["org.csv"] = "kod;namn;typ;överordnad\nN;Nämnden;nämnd;\nO;Norr;verksamhetsområde;N\nE1;Ås;enhet;O\nE2;Ängen;enhet;O\n",
        ["telefoner.csv"] =
            "Telefon-ID,Enhet,Område\nT1,Ås,Norr\nT2,Ås,Norr\nT3,Ås,Norr\nT4,Ås,Norr\nT5,Ås,Norr\nT6,Ängen,Norr\nT7,Okänd,Norr\n",
        ["mobil.csv"] =
            "rapport;termin;datum;enhet;telefon-id;avvikelse;allvarlig;iakttagelse\nR1;vår;2023-03-01;Ås;T1;ja;nej;bild\nR2;höst;2023-10-01;Ås;T1;ja;ja;bild\nR3;höst;2023-10-02;Okänd;T7;nej;nej;\n",
        ["förråd.csv"] =
            "förråd;enhet;område;förrådstyp;kontroll_från\nA;Ås;Norr;boende;2023-01-01\nB;Ängen;Norr;boende;2023-05-17\nC;Ängen;Söder;akut;\n",
        ["kontroller.csv"] = "förråd;period;inlämnad;kontrolldatum;kontrollant\n"
            + string.Concat(Enumerable.Range(1, 12).Select(m => $"A;2023-{m:00};{(m == 7 ? "nej" : "ja")};;ssk\n"))
            + "B;2023-05;ja;2023-05-30;ssk\nC;2023-02;ja;;ssk\n",
        ["avvik.csv"] =
            "förråd;period;avvikelsetyp;preparat;journalsaldo;räknat_saldo;utredning;återkopplad_MAS\nA;2023-01;brist i saldo;X;5;4;nej;nej\nA;2023-01;brist i saldo;X;5;4;nej;nej\nA;2023-02;överskott i saldo;X;5;6;avslutad;nej\nA;2023-03;låda felmärkt;X;;;pågår;ja\n",
        ["logg.csv"] =
            "enhet;område;system;månad;granskade_åtkomster;avvikelser;kommentar\nÅs;Norr;L;2023-01;10;2;läst\nÅs;Norr;P;2023-01;10;1;läst\nÅs;Norr;L;2023-02;10;0;\nOkänd;Norr;L;2023-03;5;1;läst\n",
        ["fel.csv"] = "färg;smak\nröd;söt\n",
    };

    private const string Expected = """
        { "läkemedel": { "kontroller_enligt_plan": [12, 20], "alla_förråd_i_bruk": [13, 36], "per_område": { "Norr": [12, 20] }, "förråd_utan_kontroll": ["C"],
            "avvikelser": 4, "varav_saldodifferens": 3, "saldodifferens_utan_utredning": 2, "utredda_eller_pågående_och_återkopplade": 1 },
          "mobiltelefoner": { "i_bruk": 7, "kontrollerade": 2, "höst": { "rapporter": 2, "med_avvikelse": 1, "allvarliga": 1 }, "vår": { "rapporter": 1, "med_avvikelse": 1, "allvarliga": 0 }, "enheter_under_20_procent": ["Ängen"] },
          "loggkontroll": { "genomförda": [2, 24], "avvikelser": 4, "enheter_utan_kontroll": ["Ängen"] } }
        """;

    [Theory, BothDatabases]
    public async Task The_figures_are_those_counted_by_hand(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(db).RunAsync([.. Rows.Select(r => (r.Key, Encoding.UTF8.GetBytes(r.Value)))], null,
            Provenance.Unknown, dryRun: false);
        Assert.Empty(result.Errors);
        Assert.Equal(2023, result.Year);
        Assert.Contains(result.Warnings, w => w.File == "fel.csv");
        Assert.Contains(result.Warnings, w => w is { File: "telefoner.csv", Line: 8, Column: "enhet" });
        var found = FiguresJson.Of(YearFigures.Of(await new FactsReader(db).ReadAsync(2023, Period.Year(2023))));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), found), found.ToJsonString(ReadableJson.Options));
    }

    [Theory, BothDatabases]
    public async Task An_organisation_file_for_an_earlier_year_changes_that_year_and_no_later_one(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        async Task<ImportResult> ReadAsync(int year, string organisation)
        {
            await using var db = databases.OpenAsSystem("test");
            return await new RegisterImporter(db).RunAsync([("organisation.csv", Encoding.UTF8.GetBytes(organisation))], year,
                Provenance.Unknown, dryRun: false, acceptLargeChange: true);
        }
        var now = Rows["org.csv"];
        Assert.Empty((await ReadAsync(2022, now)).Errors);
        Assert.Empty((await ReadAsync(2026, now)).Errors);
        Assert.Empty((await ReadAsync(2024,
            now.Replace("Ås", "Solgläntan", StringComparison.Ordinal).Replace("E2;Ängen;enhet;O\n", "", StringComparison.Ordinal))).Errors);
        await using var check = databases.OpenAsSystem("test");
        var units = await check.Units.Include(u => u.Versions).ToListAsync();
        var renamed = units.Single(u => u.Code == "E1");
        Assert.Equal(["Ås", "Solgläntan", "Ås", "Ås"], new[] { 2023, 2024, 2025, 2026 }.Select(y => renamed.On(new(y, 6, 1)).Name));
        Assert.Equal("Ås", renamed.Name);
        Assert.Null(units.Single(u => u.Code == "E2").To);
    }

    [Theory, BothDatabases]
    public async Task A_store_that_comes_under_control_later_adds_occasions_as_a_visible_change(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await using (var db = databases.OpenAsSystem("test"))
            await new RegisterImporter(db).RunAsync([.. Rows.Select(r => (r.Key, Encoding.UTF8.GetBytes(r.Value)))], 2023,
                Provenance.Unknown, dryRun: false);
        await using (var db = databases.OpenAsSystem("test"))
        {
            var stores = Rows["förråd.csv"].Replace("C;Ängen;Söder;akut;\n", "C;Ängen;Söder;akut;2023-11-02\n", StringComparison.Ordinal);
            Assert.Empty((await new RegisterImporter(db).RunAsync([("förråd.csv", Encoding.UTF8.GetBytes(stores))], 2023,
                Provenance.Unknown, dryRun: false)).Errors);
        }
        await using var check = databases.OpenAsSystem("test");
        var plan = await check.Plans.Include(p => p.Changes).SingleAsync();
        Assert.Contains(plan.Changes, c => c.Text == "Tillkomna tillfällen: Läkemedelshantering, C, Ängen, 2 tillfällen.");
        var found = FiguresJson.Of(YearFigures.Of(await new FactsReader(check).ReadAsync(2023, Period.Year(2023))));
        Assert.Equal("[12,22]", found["läkemedel"]!["kontroller_enligt_plan"]!.ToJsonString());
    }

    [Theory, BothDatabases]
    public async Task Stores_that_come_after_their_checks_or_move_to_another_unit_count_the_same(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await ReadAsync(databases, ["org.csv", "kontroller.csv", "logg.csv"]);
        await ReadAsync(databases, ["förråd.csv"]);
        Assert.Equal("[12,20]", (await MedicinesAsync(databases))!["kontroller_enligt_plan"]!.ToJsonString());
        await ReadAsync(databases, ["förråd.csv"], ("B;Ängen;Norr;boende;2023-05-17", "B;Ås;Norr;boende;2023-05-17"));
        Assert.Equal("[12,20]", (await MedicinesAsync(databases))!["kontroller_enligt_plan"]!.ToJsonString());
        await ReadAsync(databases, ["förråd.csv"], ("B;Ängen;Norr;boende;2023-05-17", "B;Ås;Norr;boende;2023-01-01"),
            ("C;Ängen;Söder;akut;", "C;Ängen;Söder;akut;2023-01-01"));
        Assert.Equal("[13,36]", (await MedicinesAsync(databases))!["kontroller_enligt_plan"]!.ToJsonString());
    }

    [Theory, BothDatabases]
    public async Task Rows_that_are_gone_from_the_file_are_gone_from_the_figures(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await ReadAsync(databases, [.. Rows.Keys]);
        await ReadAsync(databases, ["logg.csv", "mobil.csv"], ("Ås;Norr;L;2023-02;10;0;\n", ""),
            ("R3;höst;2023-10-02;Okänd;T7;nej;nej;\n", ""));
        await using var db = databases.OpenAsSystem("test");
        var figures = FiguresJson.Of(YearFigures.Of(await new FactsReader(db).ReadAsync(2023, Period.Year(2023))));
        Assert.Equal("[1,24]", figures["loggkontroll"]!["genomförda"]!.ToJsonString());
        Assert.Equal("1 [\"Okänd\",\"Ängen\"]",
            $"{figures["mobiltelefoner"]!["kontrollerade"]} {figures["mobiltelefoner"]!["enheter_under_20_procent"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
    }

    [Theory, BothDatabases]
    public async Task A_corrected_deviation_keeps_what_people_have_done_to_it(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await ReadAsync(databases, [.. Rows.Keys]);
        await using (var db = databases.OpenAsSystem("test"))
        {
            (await db.Deviations.FirstAsync(d => d.Kind == "överskott i saldo")).GiveFeedback("till MAS", db.Today);
            await db.SaveAsync(Domain.Organisation.Acts.FeedBackDeviation);
        }
        await ReadAsync(databases, ["avvik.csv"],
            ("A;2023-02;överskott i saldo;X;5;6;avslutad;nej", "A;2023-02;överskott i saldo;X;5;7;avslutad;nej"));
        Assert.Equal("4 2", $"{(await MedicinesAsync(databases))!["avvikelser"]} {(await MedicinesAsync(databases))!["utredda_eller_pågående_och_återkopplade"]}");
    }

    [Theory, BothDatabases]
    public async Task A_board_without_its_municipality_is_the_root_and_an_empty_register_is_known(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        var result = await ReadAsync(databases, ["org.csv", "logg.csv"], ("N;Nämnden;nämnd;", "N;Nämnden;nämnd;KOMMUN"),
            ("Ås;Norr;L;2023-01;10;2;läst\nÅs;Norr;P;2023-01;10;1;läst\nÅs;Norr;L;2023-02;10;0;\nOkänd;Norr;L;2023-03;5;1;läst\n", ""));
        Assert.Contains(result.Warnings, w => w.Text == "”KOMMUN” finns inte i filen. Nämnden blir överst.");
        await using var db = databases.OpenAsSystem("test");
        Assert.Equal("[0,24]", FiguresJson.Of(YearFigures.Of(await new FactsReader(db).ReadAsync(2023, Period.Year(2023))))["loggkontroll"]!["genomförda"]!.ToJsonString());
    }

    [Fact]
    public async Task A_count_is_never_negative()
    {
        var (databases, _, _) = await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(db).RunAsync([("logg.csv",
            Encoding.UTF8.GetBytes(Rows["logg.csv"].Replace(";10;2;läst", ";10;-2;läst", StringComparison.Ordinal)))],
            2023, Provenance.Unknown, dryRun: false);
        Assert.Equal("logg.csv, rad 2, kolumnen avvikelser: ”-2” är inget antal. Skriv ett heltal från 0 och uppåt.",
            Assert.Single(result.Errors).ToString());
    }

    private static async Task<ImportResult> ReadAsync(Vattenpass.Web.Data.Databases databases, string[] names,
        params (string Old, string New)[] changes)
    {
        await using var db = databases.OpenAsSystem("test");
        var files = names.Select(n =>
            (n, Encoding.UTF8.GetBytes(changes.Aggregate(Rows[n],
                (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal))))).ToList();
        var result = await new RegisterImporter(db).RunAsync(files, 2023, Provenance.Unknown, dryRun: false, acceptLargeChange: true);
        Assert.Empty(result.Errors);
        return result;
    }

    private static async Task<JsonNode?> MedicinesAsync(Vattenpass.Web.Data.Databases databases)
    {
        await using var db = databases.OpenAsSystem("test");
        return FiguresJson.Of(YearFigures.Of(await new FactsReader(db).ReadAsync(2023, Period.Year(2023))))["läkemedel"];
    }
}
