using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Measures;

/// <summary>One's own measures that are late or near a checkpoint, suggestions to take up or reject, and effects to look at.</summary>
public sealed class MeasuresToDo : ToDoSource
{
    private const int MinutesForAMeasure = 10, DaysBeforeACheckpoint = 14;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var open = await look.Db.Measures.AsNoTracking().Include(m => m.Owner).Include(m => m.Comments)
            .Where(Measure.StillOpen).AsSplitQuery().ToListAsync(look.Stop);
        var looked = await look.Db.Effects.AsNoTracking().Where(e => e.DoneOn == null && look.Me.Selves.Contains(e.PerformerId!.Value)).OrderBy(e => e.ChangedOn).ToListAsync(look.Stop);
        var off = look.Db.Measures.Where(m => m.Status == MeasureStatus.Cancelled || m.Status == MeasureStatus.Merged).Select(m => m.Id);
        var calledOff = await off.Where(m => looked.Select(e => e.MeasureId).Contains(m)).ToListAsync(look.Stop);
        return
        [
            .. open.Where(m => look.Me.IsMine(m)
                && m.Status is not MeasureStatus.Suggested
                && (m.IsLate(look.Today) || IsNearACheckpoint(m, look.Today)))
            .Select(m => ToFollowUp(m, look.Today)),
            .. open.Where(m => m.Status is MeasureStatus.Suggested && look.Me.May(Thing.Measures, Right.Write, m))
            .Select(m => new ToDoItem(ToDoPart.Decision, m.Title, "Föreslagen åtgärd: ge den ansvarig och datum, eller avböj",
                "förslag", "info", $"/atgarder/{m.Id}")),
            .. looked.Where(e => e.Due <= look.Today && !calledOff.Contains(e.MeasureId))
                .Select(e => new ToDoItem(ToDoPart.Doing, e.What(), "Hjälpte åtgärden? Kontrollera effekten", "effektkontroll", "info", $"/effekt/{e.Id}", MinutesForAMeasure)),
        ];
    }

    /// <summary>A checkpoint has come, or comes soon, and nothing has been written about it.</summary>
    private static bool IsNearACheckpoint(Measure measure, DateOnly today)
    {
        var soon = today.AddDays(DaysBeforeACheckpoint);
        return measure.Checkpoints.Any(c => c <= soon
            && measure.Comments.All(k => SwedishTime.DayOf(k.At) < c.AddDays(-DaysBeforeACheckpoint)));
    }

    private static ToDoItem ToFollowUp(Measure measure, DateOnly today) => new(
        ToDoPart.Doing, measure.Title, $"Åtgärd, {(measure.End < today ? "skulle ha varit klar" : "ska vara klar")} {measure.End:yyyy-MM-dd}", measure.IsLate(today) ? "försenad" : "avstämning",
        measure.IsLate(today) ? "danger" : "info",
        $"/atgarder/{measure.Id}", MinutesForAMeasure);
}
