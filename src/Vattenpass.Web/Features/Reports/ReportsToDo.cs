using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reports;

/// <summary>
/// Reports to sign, to send and, when the board has returned them, to complete; for the board's members and its auditors, those sent in the last year.
/// </summary>
public sealed class ReportsToDo : ToDoSource
{
    // Neither decides the day the paper comes.
    private const int DaysUntilTheBoard = 14, DaysUntilTheExecutive = 60;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var (signs, sends) = (look.Me.Can(Thing.Reports, Right.Decide), look.Me.Can(Thing.Reports, Right.Register));
        var writes = look.Me.Can(Thing.Reports, Right.Write);
        var reads = look.Me.Has(Role.BoardMember) || look.Me.Has(Role.Auditor);
        if (!signs && !sends && !reads && !writes) return [];
        var yearAgo = look.Today.AddYears(-1);
        var reports = await look.Db.Reports.AsNoTracking().Where(r => r.Status != ReportStatus.Sent || r.SentOn >= yearAgo)
            .ToListAsync(look.Stop);
        bool IsRenewed(Report returned) => reports.AsQueryable().LaterThan(returned).Any(later => later.Renews(returned));
        bool IsSince(DateOnly? day, int days) => day < look.Today.AddDays(-days);
        return
        [
            .. reports.Where(r => signs && r.Status is ReportStatus.Draft && r.To < look.Today).Select(r => Decide(r, "Läs och signera")),
            .. reports.Where(r => sends && r.Status is ReportStatus.Signed).Select(r => Decide(r, "Diarieför och skicka till nämnden")),
            .. reports.Where(r => (writes || signs) && r.IsReturned() && !IsRenewed(r)).Select(r => Decide(r, $"Återremitterad: {r.Decision!.Asked}")),
            .. reports.Where(r => sends && r is { Status: ReportStatus.Sent, Decision: null } && IsSince(r.SentOn, DaysUntilTheBoard))
            .Select(r => Decide(r, "Anteckna nämndens beslut")),
            .. reports.Where(r => sends && r is { Decision.Kind: DecisionKind.ApprovedAndForwarded, Receipt: null, Judgement: null })
            .Select(r => Decide(r, "Skicka paketet till kommunstyrelsen och anteckna kvittensen")),
            .. reports.Where(r => sends && r is { Decision: { Kind: DecisionKind.ApprovedAndForwarded } decision, Receipt: not null, Judgement: null } && IsSince(decision.On, DaysUntilTheExecutive))
            .Select(r => Decide(r, "Anteckna kommunstyrelsens bedömning")),
            .. reports.Where(r => reads && r.Status is ReportStatus.Sent).OrderByDescending(r => r.SentOn)
            .Select(r => new ToDoItem(ToDoPart.Reading, r.Title, r.PeriodText,
                r.Decision is { } decided ? Prose.Inside(decided.Kind.Swedish()) : $"skickad {r.SentOn:yyyy-MM-dd}", r.Tone(), $"/rapporter/{r.Id}")),
        ];
    }

    private static ToDoItem Decide(Report report, string what) =>
        new(ToDoPart.Decision, report.Title, $"{what}. {report.PeriodText}{(report.Number > 1 ? $", version {report.Number}" : "")}", report.StatusText, "info",
            $"/rapporter/{report.Id}");
}
