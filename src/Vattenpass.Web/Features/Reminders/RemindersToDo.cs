using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>Controls that have been reminded of to the end of the ladder without an answer.</summary>
public sealed class RemindersToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Has(Role.DepartmentHead) && !look.Me.Has(Role.Coordinator)) return [];
        var db = look.Db;
        var unanswered = await db.Occasions.CountAsync(
            o =>
                o.Result == null
                    && o.EndedOn == null
                    && db.Reminders.Any(r => r.OccasionId == o.Id && r.PersonId == null && r.Kind == ReminderKind.Ladder),
                look.Stop);
        if (unanswered == 0) return [];
        var title =
            $"{Prose.Capital(Prose.Count(unanswered, "kontroll", "kontroller"))} är inte {(unanswered == 1 ? "gjord" : "gjorda")} trots påminnelser";
        return [new(ToDoPart.Decision, title, look.Me.Can(Thing.Plans, Right.Write) ? "Se vilka, och skriv till dem som ska göra dem" : "Se vilka",
            "inte gjorda", "danger", "/paminnelser")];
    }
}
