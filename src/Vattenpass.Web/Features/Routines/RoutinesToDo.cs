using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Routines;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Routines;

/// <summary>One's own routines that have run out or are to be looked over.</summary>
public sealed class RoutinesToDo : ToDoSource
{
    private const int MinutesForAReview = 30;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look) =>
        [.. (await look.Db.Routines.AsNoTracking().Where(r => r.OwnerId == look.Me.PersonId).ToListAsync(look.Stop))
            .Where(r => r.StandingOn(look.Today) is RoutineStanding.RunOut or RoutineStanding.ReviewDue)
            .Select(r => new ToDoItem(ToDoPart.Doing, r.Title, $"Rutin, {r.StandingOn(look.Today).Swedish()}", "rutin", "warning", r.StandingOn(look.Today) is RoutineStanding.RunOut ? $"/rutiner/{r.Id}" : $"/rutiner/{r.Id}/sedd-over", MinutesForAReview))];
}
