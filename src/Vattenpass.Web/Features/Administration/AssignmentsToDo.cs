using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Administration;

/// <summary>Assignments that wait for a second person: to confirm, or to wait for.</summary>
public sealed class AssignmentsToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var waiting = await look.Db.Assignments.AsNoTracking()
            .Include(a => a.Person)
            .Include(a => a.Title)
            .Where(a => a.AwaitsSecond)
            .ToListAsync(look.Stop);
        return
        [
            .. waiting.Where(a => (look.Me.Can(Thing.People, Right.Write) || look.Me.Can(Thing.People, Right.Decide)) && a.GivenById != look.Me.PersonId && a.PersonId != look.Me.PersonId)
            .Select(a => Item(a, ToDoPart.Decision, "Bekräfta uppdraget")),
            .. waiting.Where(a => a.GivenById == look.Me.PersonId)
            .Select(a => Item(a, ToDoPart.Waiting, "Förvaltningschefen eller en annan administratör ska bekräfta uppdraget. En administratör till görs på servern: vattenpass admin")),
        ];
    }

    private static ToDoItem Item(Assignment assignment, ToDoPart part, string what) =>
        new(part, $"{assignment.Person.Name}: {assignment.Title.Name}", what, "väntar", "info", "/administration/uppdrag");
}
