using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Data;

/// <summary>A report is read in one view: what is saved while it is being read is in all of it or in none.</summary>
public sealed class SnapshotTests
{
    [Theory, BothDatabases]
    public async Task What_is_saved_after_the_first_look_is_not_seen_until_the_view_is_over(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var reader = app.Db();
        int before;
        await using (await reader.SnapshotAsync())
        {
            await ReportAsync(app);
            before = await reader.Deviations.CountAsync();
        }
        Assert.Equal(before + 1, await reader.Deviations.CountAsync());
    }

    /// <summary>Every deviation is saved with a measure of its own: a reading that is not one view would now and then have the one without the other.</summary>
    [Theory, BothDatabases]
    public async Task A_report_read_while_others_write_has_both_or_neither_of_what_was_saved_together(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var report = app.Cast.Report;
        using var over = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 200 && !over.IsCancellationRequested; n++) await ReportAsync(app);
        });
        var differences = new HashSet<int>();
        for (var n = 0; n < 12; n++)
        {
            var facts = await new ReportFactsReader(app.Databases).ReadAsync(report);
            differences.Add(facts.Deviations.Where(d => d.Kind == "annan avvikelse")
                .Sum(d => d.Count) - facts.Measures
                .Count(m => m.Title.StartsWith("Rätta", StringComparison.Ordinal)));
        }
        await over.CancelAsync();
        await writing;
        Assert.Single(differences);
    }

    private static async Task ReportAsync(App app)
    {
        await using var db = app.Db();
        var deviation = db.Report(new(app.Cast.A.Id, Domain.Field.General, "prov", "", Severity.Minor, new(2026, 5, 4), "2026-05"), null);
        var measure = new Domain.Measures.Measure(db.NewId(), app.Cast.A.Id, Domain.Field.General, "Rätta", deviationId: deviation.Id);
        measure.Describe(new("Rätta", "", app.Cast.People[Role.UnitManager].Id, null, Cast.Today, Cast.Today, []), db.NewId, Cast.Today);
        db.Measures.Add(measure);
        await db.SaveAsync(Acts.RegisterOutcome);
    }
}
