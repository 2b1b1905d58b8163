using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Routines;

/// <summary>A control of a routine that has been done: where, when and how it went. Knowledge: it asked whether the routine is known.</summary>
public sealed record RoutineResult(Guid OccasionId, Guid UnitId, string Control, DateOnly On, OutcomeResult Result, bool Knowledge)
{
    public bool Fails => Result is OutcomeResult.Deviation or OutcomeResult.SeriousDeviation;
}

/// <summary>
/// What the controls and the deviations of a year say of a routine. Made from what whoever asks may see.
/// </summary>
public sealed record RoutineYear(Routine Routine, IReadOnlyList<RoutineResult> Results, IReadOnlyList<Deviation> Deviations)
{
    public RoutineResult? Last => Results.MaxBy(r => r.On);
    /// <summary>The latest result of each control in each unit.</summary>
    public IReadOnlyList<RoutineResult> Latest() => [.. Results.GroupBy(r => (r.UnitId, r.Control)).Select(g => g.MaxBy(r => r.On)!)];
    /// <summary>The last time somebody asked whether it is known.</summary>
    public RoutineResult? LastKnowledge => Results.Where(r => r.Knowledge).MaxBy(r => r.On);
    public bool HasTest => Routine.Tests.Count > 0;

    /// <summary>Units where its latest control failed, or where a deviation named it.</summary>
    public IReadOnlyList<Guid> FailingUnits() =>
        [.. Latest().Where(r => r.Fails).Select(r => r.UnitId)
            .Concat(Deviations.Where(d => !d.Withdrawn).Select(d => d.UnitId!.Value)).Distinct()];

    /// <summary>A routine that fails in one unit may be the unit's matter; in two it is the routine's.</summary>
    public bool FailsWidely => FailingUnits().Count >= 2;

    /// <summary>What was done and found within a period.</summary>
    public RoutineYear Within(DateOnly from, DateOnly to) => this with
    {
        Results = [.. Results.Where(r => r.On >= from && r.On <= to)],
        Deviations = [.. Deviations.Where(d => d.FoundOn >= from && d.FoundOn <= to)],
    };

    /// <param name="occasions">The year's occasions with their controls and outcomes.</param>
    /// <param name="deviations">Those that name a routine, with its id.</param>
    /// <param name="isFor">Whether a routine holds in a unit: a control elsewhere says nothing of it, and no more does one from before it held.</param>
    public static IReadOnlyList<RoutineYear> Of(IEnumerable<Routine> routines, IReadOnlyList<Occasion> occasions, ILookup<Guid, Deviation> deviations,
        Func<Occasion, bool> asksKnowledge, Func<Routine, Guid, bool> isFor)
    {
        var done = occasions.Where(o => o.IsDone && o.UnitId is not null && o.PerformedOn is not null).ToList();
        return [.. routines.OrderBy(r => r.Process, SwedishOrder.Comparer).ThenBy(r => r.Title, SwedishOrder.Comparer).Select(routine => new RoutineYear(routine,
            [.. done.Where(o => routine.IsTestedBy(o.Control) && routine.HeldOn(o.PerformedOn!.Value) && isFor(routine, o.UnitId!.Value)).Select(o => new RoutineResult(o.Id, o.UnitId!.Value, o.Control.Title, o.PerformedOn!.Value, o.Result!.Value, asksKnowledge(o)))],
            [.. deviations[routine.Id]]))];
    }
}
