using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Features;

public sealed class LocalRuleTests
{
    [Theory, BothDatabases]
    public async Task A_local_rule_has_an_owner_and_a_decision_and_holds_from_its_day(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/regler/franvaro-tillfallen");
        string title;
        await using (var db = app.Db()) title = (await db.Titles.FirstAsync()).Name;
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await coordinator.SubmitAsync(page, ("Input.Value", "4"), ("Input.From", "2026-01-01"), ("Input.Owner", title))).Status);
        var low = await coordinator.SubmitAsync(page, ("Input.Value", "1"), ("Input.From", "2026-01-01"), ("Input.Owner", title), ("Input.Decision", "SN § 4"));
        Assert.Contains("Värdet ska vara 2–30 tillfällen", low.Text, StringComparison.Ordinal);
        (string, string?)[] decided = [("Input.Value", "4"), ("Input.From", "2026-01-01"), ("Input.Owner", title), ("Input.Decision", "SN § 4")];
        Assert.Equal("/regler", (await coordinator.SubmitAsync(page, decided)).Location);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/regler/franvaro-tillfallen"),
            [("Input.Value", "5"), ("Input.From", "2026-01-01"), ("Input.Owner", title), ("Input.Decision", "SN § 4")]);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/regler/franvaro-tillfallen"), decided);

        var list = await (await app.AsAsync(Role.Auditor)).GetAsync("/regler");
        Assert.Contains("4 tillfällen", list.Text, StringComparison.Ordinal);
        Assert.Contains("SN § 4", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Role.UnitManager)).GetAsync("/regler/franvaro-tillfallen")).Status);
        await using var after = app.Db();
        var rules = await after.LocalRules.ToListAsync();
        Assert.Single(rules);
        Assert.Equal((4, 6), (LocalRules.On(new(2026, 12, 31), rules)[LocalRules.ManySpells], LocalRules.On(new(2025, 12, 31), rules)[LocalRules.ManySpells]));
    }

    [Theory, BothDatabases]
    public async Task The_offered_phone_control_has_the_share_that_is_decided_on(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        string title;
        await using (var db = app.Db()) title = (await db.Titles.FirstAsync()).Name;
        await coordinator.SubmitAsync(await coordinator.GetAsync("/regler/mobiltelefoner-andel"),
            ("Input.Value", "35"), ("Input.From", "2026-01-01"), ("Input.Owner", title), ("Input.Decision", "SN § 5"));
        await using var after = app.Db();
        var offered = (await Web.Features.Plans.OfferedTemplates.ReadAsync(after, 2026, CancellationToken.None)).Single(o => o.Key == Phones.ControlKey);
        Assert.Equal(new(null, 35), offered.Content.Size);
    }

    [Theory, BothDatabases]
    public async Task Deviations_are_graded_in_the_municipalitys_own_words(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        foreach (var wrong in new[] { "risk", "risk\ntillbud", "risk; allvarlig\ntillbud; allvarlig", "risk\nrisk; allvarlig", "risk; svår\ntillbud; allvarlig" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity,
                (await coordinator.SubmitAsync(await coordinator.GetAsync("/regler/grader"), ("Input.Grades", wrong))).Status);
        Assert.Equal("/regler", (await coordinator.SubmitAsync(await coordinator.GetAsync("/regler/grader"),
            ("Input.Grades", "ej vid nästa uppföljning\nrisk\ntillbud\nnegativ händelse; allvarlig"))).Location);

        var manager = await app.AsAsync(Role.UnitManager);
        var page = await manager.GetAsync("/avvikelser/ny");
        (string, string?)[] found = [("Input.UnitId", $"{app.Cast.A.Id}"), ("Input.Kind", "larm ur funktion")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync(page, [.. found, ("Input.Grade", "allvarlig")])).Status);
        Assert.Equal("/avvikelser", (await manager.SubmitAsync(page, [.. found, ("Input.Grade", "negativ händelse")])).Location);
        await using var db = app.Db();
        var made = await db.Deviations.SingleAsync(d => d.Kind == "larm ur funktion");
        Assert.Equal((Domain.Deviations.Severity.Serious, "negativ händelse (allvarlig)"), (made.Severity, made.GradeText()));
        Assert.Contains("negativ händelse (allvarlig)", (await manager.GetAsync($"/avvikelser/{made.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_count_by_the_rules_of_their_period()
    {
        var facts = new YearFacts(2024, Period.Year(2024), new HashSet<string> { "sjukfrånvaro" })
        {
            Facts = [.. Enumerable.Range(1, 4).Select(n => new AbsenceFact("E1", new(2024, n, 1), new(2024, n, 2)))],
        };
        Assert.Empty(RehabFigures.Of(facts)!.Many!.Rows);
        var four = facts with { Rules = new(new Dictionary<string, int> { [LocalRules.ManySpells.Key] = 4 }) };
        Assert.Equal("medarbetare med fyra eller fler sjukfrånvarotillfällen under kalenderåret", RehabFigures.Of(four)!.Many!.Name);
        Assert.Single(RehabFigures.Of(four)!.Many!.Rows);
    }

    [Fact]
    public void The_half_year_follow_up_covers_what_the_rule_says() => Assert.Equal(new DateOnly(2026, 6, 30),
        ReportPeriods.Of(ReportKind.Interim, 2026, new(new Dictionary<string, int> { [LocalRules.InterimMonths.Key] = 6 })).To);

    [Fact]
    public void A_running_year_is_held_against_what_should_have_been_done()
    {
        var control = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        OccasionFact Check(int month, bool done) => new(new Guid(month, 0, 0, new byte[8]), control, "egen", "Ask", "", "", $"2026-{month:00}", true, done, false, 0, 0, 0, [])
        {
            Due = new(2026, month, 28),
        };
        var facts = new YearFacts(2026, Period.Year(2026), new HashSet<string>())
        {
            Today = new(2026, 3, 10),
            Checks = [Check(1, true), Check(2, false), Check(3, true), Check(12, false)],
        };
        Assert.Equal("1 av de 2 som skulle vara gjorda (50 %)", PlainFigures.Done(facts, control, "kontroll").Text);
        Assert.Equal("ingen ska vara gjord än", PlainFigures.Done(facts with { Today = new(2026, 1, 10) }, control, "kontroll").Text);
        Assert.Equal("2 av 4 (50 %)", PlainFigures.Done(facts with { Today = new(2027, 1, 1) }, control, "kontroll").Text);
    }
}
