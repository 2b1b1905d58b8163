using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Features;

/// <summary>A half-year follow-up says how things stood on its last day, however late it is written.</summary>
public sealed class HalfYearTests
{
    [Theory, BothDatabases]
    public async Task A_measure_stands_as_it_was_followed_up_by_the_last_day(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        await FollowUpAsync(app, new(2026, 7, 1), MeasureStatus.Ongoing);
        await FollowUpAsync(app, new(2026, 9, 14), MeasureStatus.Done);
        async Task<MeasureFact> ReadAsync(Report report) =>
            (await new ReportFactsReader(app.Databases).ReadAsync(report)).Measures.Single(m => m.Title == "Ändra arbetssätt");

        var half = new Report(Guid.Empty, c.Plan.Id, c.Board.Id, 2026, ReportKind.Interim, ReportPeriods.Of(ReportKind.Interim, 2026, LocalRules.Standard), 2, ReportHead.Usual, app.Clock.GetUtcNow());
        var (then, now) = (await ReadAsync(half), await ReadAsync(c.Report));
        Assert.Equal((MeasureStatus.Ongoing.Swedish(), 1), (then.Status, then.Comments.Count));
        Assert.Equal((MeasureStatus.Done.Swedish(), 2), (now.Status, now.Comments.Count));
    }

    private static async Task FollowUpAsync(App app, DateOnly day, MeasureStatus status)
    {
        app.Clock.Set(day);
        await using var db = app.Db();
        var measure = await db.Measures.Include(m => m.Comments).FirstAsync(m => m.Id == app.Cast.MeasureAtA.Id);
        if (measure.Status is MeasureStatus.Suggested)
            measure.Describe(new("Ändra arbetssätt", "", app.Cast.People[Role.UnitManager].Id, null, Cast.Today, new(2026, 12, 1), []), db.NewId, Cast.Today);
        var before = measure.Comments.ToList();
        measure.FollowUp(db.NewId(), new("2026", "Uppföljning", status), null, "Test", db.Now);
        db.AddRange(measure.Comments.Except(before));
        await db.SaveAsync(Acts.FollowUpMeasure);
    }
}
