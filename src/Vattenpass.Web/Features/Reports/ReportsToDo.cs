using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reports;

/// <summary>Reports to sign, to send and, when the board has returned them, to complete; for the board's members and its auditors, those sent in the last year.</summary>
public sealed class ReportsToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var (signs, sends) = (look.Me.Can(Thing.Reports, Right.Decide), look.Me.Can(Thing.Reports, Right.Register));
        var writes = look.Me.Can(Thing.Reports, Right.Write);
        var reads = look.Me.Has(Role.BoardMember) || look.Me.Has(Role.Auditor);
        if (!signs && !sends && !reads && !writes) return [];
        var yearAgo = look.Today.AddYears(-1);
        var reports = await look.Db.Reports.AsNoTracking().Where(r => r.Status != ReportStatus.Sent || r.SentOn >= yearAgo)
            .ToListAsync(look.Stop);
        return
        [
            .. reports.Where(r => signs && r.Status is ReportStatus.Draft && r.To < look.Today).Select(r => Decide(r, "Läs och signera")),
            .. reports.Where(r => sends && r.Status is ReportStatus.Signed).Select(r => Decide(r, "Diarieför och skicka till nämnden")),
            .. reports.Where(r => writes && r.Decision?.Kind is DecisionKind.Returned && !reports.Exists(n => n.PlanId == r.PlanId && n.Kind == r.Kind && n.Number > r.Number))
            .Select(r => Decide(r, $"Återremitterad: {r.Decision!.Asked}")),
            .. reports.Where(r => reads && r.Status is ReportStatus.Sent).OrderByDescending(r => r.SentOn)
            .Select(r => new ToDoItem(ToDoPart.Reading, r.Title, r.PeriodText, $"skickad {r.SentOn:yyyy-MM-dd}", "success", $"/rapporter/{r.Id}")),
        ];
    }

    private static ToDoItem Decide(Report report, string what) =>
        new(ToDoPart.Decision, report.Title, what, report.StatusText, "info", $"/rapporter/{report.Id}");
}
