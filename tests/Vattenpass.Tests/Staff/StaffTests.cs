using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Staff;

/// <summary>Staffing and competence come month by month, are told of the whole and of each unit, and of nobody who can be told apart.</summary>
public sealed class StaffTests
{
    private const string Header = "enhet;månad;anställda;slutat;ordinarie_timmar;sjuktimmar;medarbetare_per_chef\n";

    private static StaffMonth Month(Guid unit, string month, params (string, string)[] cells) => new(Guid.Empty, unit, month, cells.ToDictionary(c => c.Item1, c => c.Item2));

    [Fact]
    public void Hours_are_added_leavers_held_against_the_mean_and_what_cannot_be_added_is_told_by_its_middle()
    {
        var (a, b, c) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));
        StaffMonth[] months =
        [
            Month(a, "2026-01", ("ordinarie_timmar", "1000.5"), ("sjuktimmar", "100.05"), ("anställda", "10"), ("slutat", "1"), ("medarbetare_per_chef", "20")),
            Month(a, "2026-02", ("ordinarie_timmar", "1000"), ("sjuktimmar", "50"), ("anställda", "8"), ("slutat", "2"), ("medarbetare_per_chef", "24")),
            Month(b, "2026-02", ("ordinarie_timmar", "500"), ("anställda", "6"), ("slutat", "0"), ("medarbetare_per_chef", "31")),
            Month(c, "2026-02", ("ordinarie_timmar", "0"), ("sjuktimmar", "0"), ("medarbetare_per_chef", "45.5")),
        ];
        // A month without sick hours is not a month without sickness, and no hours are no denominator.
        Assert.Equal(100 * 150.05m / 2000.5m, StaffMeasure.Find("sjukfranvaro")!.Of(months));
        // Mean 9 at a and 6 at b.
        Assert.Equal(20m, StaffMeasure.Find("omsattning")!.Of(months));
        Assert.Equal(31m, StaffMeasure.Find("medarbetare-per-chef")!.Of(months));
        Assert.Null(StaffMeasure.Find("vikarier")!.Of(months));
        var figure = StaffMeasure.Find("omsattning")!.Figure(months, Period.Year(2026))!;
        Assert.Equal(("20,0 % (3 av i medeltal 15 anställda, två enheter, januari–februari)", 3), (figure.Text, figure.Rows.Count));
        Assert.Equal("31 (mitten av 3 enheter, februari)", StaffMeasure.Find("medarbetare-per-chef")!.Figure(months, Period.Year(2026))!.Text);
    }

    [Fact]
    public void More_than_is_needed_at_one_unit_does_not_cover_the_lack_at_another()
    {
        var units = Enumerable.Range(1, 4).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
        CompetenceNeed Need(int unit, string month, int need, int? has, string name = "LAB") => new(Guid.Empty, units[unit], month, name, need, has);
        var sum = Assert.Single(CompetenceSum.Of([Need(0, "2026-01", 4, 0), Need(0, "2026-03", 4, 2), Need(1, "2026-03", 2, 9, "Lab"), Need(2, "2026-03", 5, null), Need(3, "2026-03", 0, 0)], Period.Year(2026)));
        // Two spellings in one month both count, and C++ is not C#.
        Assert.Equal((13, 13 - 4), (CompetenceSum.Of([Need(0, "2026-03", 6, 3, "Hjärt-lungräddning"), Need(0, "2026-03", 7, 6, "hjärt lungräddning")], Period.Year(2026)).Single().Share is var both ? (both.Denominator, both.Numerator) : default));
        Assert.Equal(2, CompetenceSum.Of([Need(0, "2026-03", 5, 5, "C++"), Need(0, "2026-03", 6, 2, "C#")], Period.Year(2026)).Count);
        Assert.Equal((4, 6, 2, 1), (sum.Share.Numerator, sum.Share.Denominator, sum.Missing, sum.Unsaid));
    }

    private static async Task<ImportResult> ReadAsync(App app, string text, bool accept = false)
    {
        await using var db = app.Db();
        return await new RegisterImporter(db).RunAsync([("bemanning.csv", Encoding.UTF8.GetBytes(text))], null, Provenance.Unknown, dryRun: false, accept);
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(App app)
    {
        await using var db = app.Db();
        var rows = await db.RegisterRows.Where(r => r.Register == "bemanningsmått" && r.Year < 2026 && r.ReplacedByImportId == null).ToListAsync();
        return [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Year} {r.Key} {r["sjuktimmar"]}")];
    }

    [Theory, BothDatabases]
    public async Task Each_file_is_the_whole_of_its_months_and_leaves_the_others_alone(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Assert.Empty((await ReadAsync(app, Header + "Ask;2024-12;12;0;1 500,5;75;\nAsk;2025-01;12;0;1500;60;\nBjörk;2025-01;9;1;1100;55,5;\n")).Errors);
        Assert.Equal(["2024 Ask|2024-12 75", "2025 Ask|2025-01 60", "2025 Björk|2025-01 55.5"], await StoredAsync(app));
        // The next month comes by itself, and a month that comes again replaces what it said.
        Assert.Empty((await ReadAsync(app, Header + "Ask;2025-02;12;0;1500;90;\n")).Errors);
        Assert.Empty((await ReadAsync(app, Header + "Ask;januari 2025;12;0;1500;61;\n".Replace("januari 2025", "2025-01-31", StringComparison.Ordinal))).Errors);
        Assert.Equal(["2024 Ask|2024-12 75", "2025 Ask|2025-01 61", "2025 Ask|2025-02 90"], await StoredAsync(app));
        await using var db = app.Db();
        // Numbers about staff tell of no control: no plan is made in hindsight.
        Assert.False(await db.Plans.AnyAsync(p => p.Year < 2026));
        var last = (await db.RegisterImports.Where(i => i.Register == "bemanningsmått" && i.Year == 2025).ToListAsync()).MaxBy(i => i.At)!;
        await ImportUndo.ApplyAsync(db, last, "fel fil", default);
        await db.SaveAsync(Domain.Organisation.Acts.ImportRegisters);
        Assert.Equal(["2024 Ask|2024-12 75", "2025 Ask|2025-01 60", "2025 Ask|2025-02 90", "2025 Björk|2025-01 55.5"], await StoredAsync(app));
    }

    [Theory, BothDatabases]
    public async Task A_row_that_contradicts_itself_or_says_nothing_is_refused_with_its_line(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var errors = (await ReadAsync(app, Header + "Ask;2025-01;12;0;100;160;\nAsk;2025-02;;;;;\nAsk;2025-03;12;0;-5;;\n")).Errors;
        Assert.Equal([(2, "sjuktimmar"), (3, "anställda"), (4, "ordinarie_timmar")], errors.Select(e => (e.Line!.Value, e.Column!)));
        Assert.Contains("160 är mer än ordinarie_timmar, 100", errors[0].Text, StringComparison.Ordinal);
        Assert.Empty(await StoredAsync(app));
        // Two columns that many files have are no staffing.
        Assert.DoesNotContain((await ReadAsync(app, "enhet;månad;kommentar\nAsk;2025-01;x\n")).Errors, e => e.Text.Contains("bemanning", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, BothDatabases]
    public async Task The_whole_is_told_to_all_each_unit_to_those_who_reach_it_and_few_people_to_no_board(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Assert.Empty((await ReadAsync(app, Header + $"{app.Cast.A.Name};2026-03;12;0;1000;50;20\n{app.Cast.B.Name};2026-03;4;0;1000;150;30\n", accept: true)).Errors);
        Assert.Contains("har inte varit än", Assert.Single((await ReadAsync(app, Header + "Ask;2030-01;12;0;1000;50;20\n")).Errors).Text, StringComparison.Ordinal);
        Assert.Contains("orimligt mycket", Assert.Single((await ReadAsync(app, Header + "Ask;2026-02;12;0;99999999999;50;20\n")).Errors).Text, StringComparison.Ordinal);
        var manager = await (await app.AsAsync(Role.UnitManager)).GetAsync("/personal/sjukfranvaro");
        Assert.Contains("10,0 %", manager.Text, StringComparison.Ordinal);
        Assert.Equal([app.Cast.A.Name], Units(manager));
        Assert.Contains("Du ser de enheter du når", manager.Text, StringComparison.Ordinal);
        var board = await (await app.AsAsync(Role.BoardMember)).GetAsync("/personal/sjukfranvaro");
        Assert.Equal([app.Cast.A.Name], Units(board));
        Assert.Contains("En enhet visas inte", board.Text, StringComparison.Ordinal);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var chosen = await coordinator.GetAsync($"/personal/sjukfranvaro?enhet={app.Cast.B.Id}");
        Assert.Equal([app.Cast.B.Name, app.Cast.A.Name], Units(chosen));
        Assert.Contains("15,0 %", chosen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/personal/finns-inte")).Status);
        var figures = await coordinator.GetAsync("/nyckeltal/2026");
        Assert.Equal("10,0 % (200 av 2 000 ordinarie timmar, två enheter, mars)", figures.Html.QuerySelector("a[href='/nyckeltal/2026/bemanning-sjukfranvaro']")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal(2, (await coordinator.GetAsync("/nyckeltal/2026/bemanning-sjukfranvaro")).Html.QuerySelectorAll("tbody tr").Length);
    }

    private static IReadOnlyList<string> Units(PageSeen page) => [.. page.Html.QuerySelectorAll("tbody th a[href*='enhet=']").Select(a => a.TextContent)];
}
