using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Plans;

/// <summary>Plans to propose to the board, and decisions of the board to note.</summary>
public sealed class PlansToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var (proposes, notes) = (look.Me.Can(Thing.Plans, Right.Decide), look.Me.Can(Thing.Adoption, Right.Write));
        var reads = look.Me.Has(Role.BoardMember);
        if (!proposes && !notes && !reads) return [];
        var plans = await look.Db.Plans.AsNoTracking()
            .Where(p => p.Status == PlanStatus.Draft || p.Status == PlanStatus.Proposed)
            .ToListAsync(look.Stop);
        return
        [
            .. plans.Where(p => proposes && p.Status is PlanStatus.Draft && p.Year > look.Today.Year)
            .Select(p => new ToDoItem(ToDoPart.Decision, p.Title, "Föreslå planen för nämnden när den är klar", "utkast", "info", $"/plan/{p.Year}")),
            .. plans.Where(p => notes && p.Status is PlanStatus.Proposed)
            .Select(p => new ToDoItem(ToDoPart.Decision, p.Title, "Anteckna nämndens beslut", "föreslagen", "info",
                $"/plan/{p.Year}/faststall")),
            .. plans.Where(p => reads && p.Status is PlanStatus.Proposed)
            .Select(p => new ToDoItem(ToDoPart.Reading, p.Title, "Föreslagen för nämnden", "föreslagen", "info", $"/plan/{p.Year}")),
        ];
    }
}
