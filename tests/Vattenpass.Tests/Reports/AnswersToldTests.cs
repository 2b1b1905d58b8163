using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Reports;

/// <summary>What forms ask besides the faults stands in the report: where what was found came from, and how the forecast lies.</summary>
public sealed class AnswersToldTests
{
    [Theory, BothDatabases]
    public async Task Answers_are_counted_or_told_place_by_place_and_what_is_reported_elsewhere_is_named(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/rapporter/{app.Cast.Report.Id}/huvud"), ("Input.Elsewhere", "Kvalitetsarbetet i kvalitetsberättelsen, dnr SN 2026/20."));
        await using var db = app.Db();
        var report = await db.Reports.AsNoTracking().Include(r => r.Sections).FirstAsync(r => r.Id == app.Cast.Report.Id);
        var facts = await new ReportFactsReader(app.Databases).ReadAsync(report);
        var control = facts.Controls[0].Id;
        facts = facts with
        {
            Answers = [new(control, "Varifrån uppgifterna kom", "personal", 1), new(control, "Varifrån uppgifterna kom", "klient eller anhörig", 3),
                new(control, "Prognosens avvikelse från budget", "-2,5 %", 1, "Vård och omsorg", new(2026, 5, 31))],
        };
        var text = System.Text.Encoding.UTF8.GetString(PlainTextWriter.Write(FullYearReport.Compose(facts)));
        Assert.Contains("Varifrån uppgifterna kom, med antal: klient eller anhörig (3) och personal (1).", text, StringComparison.Ordinal);
        Assert.Contains("Prognosens avvikelse från budget, senast: Vård och omsorg -2,5 % (2026-05-31).", text, StringComparison.Ordinal);
        Assert.Contains("Redovisas på annan plats: Kvalitetsarbetet i kvalitetsberättelsen, dnr SN 2026/20.", text, StringComparison.Ordinal);
    }
}
