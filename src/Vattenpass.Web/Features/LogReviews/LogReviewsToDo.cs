using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>Cases of the access log that wait for their reviewer.</summary>
public sealed class LogReviewsToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.LogReviews, Right.Write)) return [];
        var cases = await look.Db.LogCases.AsNoTracking().Where(LogCase.Waits).Select(c => c.DiscoveredAt).ToListAsync(look.Stop);
        if (cases.Count == 0) return [];
        var suspected = cases.Count(c => c is not null);
        var title = $"{Prose.Capital(Prose.Count(cases.Count, "loggfall", "loggfall", neuter: true))} att bedöma";
        return
        [
            suspected > 0
                ? new(ToDoPart.Decision, title,
                    $"{Prose.Count(suspected, "fall", "fall", neuter: true)} kan vara en incident: 72 timmar om den ska anmälas till IMY", "72 timmar", "danger",
                    "/loggkontroll")
                : new(ToDoPart.Decision, title, "Månadens loggkontroll", "väntar", "info", "/loggkontroll"),
        ];
    }
}
