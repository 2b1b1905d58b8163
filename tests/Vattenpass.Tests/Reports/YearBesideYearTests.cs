using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Reports;

/// <summary>Last year's result comes along into the report, and a year may have several follow-ups.</summary>
public sealed class YearBesideYearTests
{
    [Theory, BothDatabases]
    public async Task Last_years_result_and_why_less_is_controlled_stand_in_the_report(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var plan = await db.Plans.AsNoTracking().FirstAsync(p => p.Year == 2027);
        var report = new Report(db.NewId(), plan.Id, plan.AtUnit, 2027, ReportKind.FullYear, Period.Year(2027), 1, ReportHead.Usual, db.Now);
        var facts = await new ReportFactsReader(app.Services.GetRequiredService<Databases>()).ReadAsync(report);
        var control = app.Cast.Plan.Controls[0];
        var checks = await db.Occasions.AsNoTracking().Where(o => o.ControlId == control.Id && o.Planned && (o.PerformedOn != null || o.Due < Cast.Today)).ToListAsync();
        var log = facts.LastYear.Single(l => l.Title == control.Title);
        Assert.Equal((checks.Count, checks.Count(o => o.IsDone)), (log.Before!.Planned, log.Before.Done));
        Assert.Equal(2, facts.LessControlled.Count(l => l.Contains("Skäl: Prövas på annat sätt.", StringComparison.Ordinal)));
        var text = string.Join('\n', FullYearReport.Compose(facts).Blocks.OfType<HeadingBlock>().Select(h => h.Text));
        Assert.Contains("Jämfört med 2026", text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_year_has_several_follow_ups_each_until_its_own_month(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        await using var db = app.Db();
        var before = await db.Reports.CountAsync();
        foreach (var months in new[] { 4, 7 })
            Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/ny"), ("Input.Kind", "Interim"), ("Input.Year", "2026"), ("Input.Months", $"{months}"))).Status);
        var made = await db.Reports.AsNoTracking().Where(r => r.Kind == ReportKind.Interim && (r.To == new DateOnly(2026, 4, 30) || r.To == new DateOnly(2026, 7, 31))).ToListAsync();
        Assert.Equal((before + 2, 2), (await db.Reports.CountAsync(), made.Count));
        Assert.All(made, r => Assert.Equal(1, r.Number));
        var again = await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/ny"), ("Input.Kind", "Interim"), ("Input.Year", "2026"), ("Input.Months", "4"));
        Assert.Contains("Det finns redan ett utkast", again.Text, StringComparison.Ordinal);
        Assert.Contains("Månaden väljs bara för delår", (await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/ny"), ("Input.Kind", "FullYear"), ("Input.Year", "2026"), ("Input.Months", "4"))).Text, StringComparison.Ordinal);
    }
}
