using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Occasions;

/// <summary>Something a control is laid out on: a unit, or one object of a register at a unit, controlled from a day.</summary>
public sealed record Target(Guid UnitId, string ObjectKey = "", DateOnly? From = null, DateOnly? To = null, Guid? ResponsibleId = null)
{
    /// <summary>The cells of the object's row; empty where no register has it.</summary>
    public IReadOnlyDictionary<string, string> Row { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Lays a control out as occasions: one for each target and occurrence that overlap, at the unit that exists on the last day of the
/// period. What is due after a unit has closed is its successor's; of a period that it did not see the end of, else nobody's.
/// </summary>
public static class Layout
{
    public static IEnumerable<Occasion> LayOut(Control control, int year, IEnumerable<Target> targets, OrganisationTree tree,
        Func<Guid, Guid?> responsibleAt, Func<Guid> newId, MeetingDays? meetings = null)
    {
        var same = control.Recurrence.NeedsRow() ? [] : control.Recurrence.In(year, meetings).ToList();
        var placed =
            from target in targets
            from occurrence in control.Recurrence.NeedsRow() ? control.Recurrence.In(year, meetings, target.Row) : same
            where occurrence.Period.Overlaps(target.From ?? DateOnly.MinValue, target.To)
            let then = tree.StandingOn(target.UnitId, occurrence.Period.To)
            where then is not null
            let unit = tree.StandingOn(then.Value, occurrence.Due) ?? then
            select new Occasion(newId(), control, unit.Value, target.ObjectKey, occurrence,
                target.ResponsibleId ?? responsibleAt(unit.Value));
        // Two units with the same successor have one and the same occasion there.
        return placed.DistinctBy(o => o.Key);
    }

    /// <summary>Targets that follow from the organisation alone, of units that exist at some time in the year; register scopes are read by the caller.</summary>
    public static IEnumerable<Target> Targets(Control control, int year, OrganisationTree tree)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return control.Scope switch
        {
            ScopeKind.Board => tree.Root is { } root ? [new Target(root.Id)] : [],
            ScopeKind.Areas => tree.Between(UnitKind.Area, first, last).Select(u => new Target(u.Id)),
            ScopeKind.Units => tree.Between(UnitKind.Unit, first, last).Select(u => new Target(u.Id)),
            ScopeKind.UnitsOfActivity => tree.Between(UnitKind.Unit, first, last)
                .Where(u => control.Activities.Contains(u.Activity, StringComparer.OrdinalIgnoreCase)).Select(u => new Target(u.Id)),
            ScopeKind.ChosenUnits => control.ChosenUnits.Select(u => new Target(u)),
            _ => throw new InvalidOperationException($"Scope {control.Scope} needs a register."),
        };
    }

    /// <summary>The person who holds the first title at the unit, or nearest above it; where nobody does, who holds the next.</summary>
    public static Guid? Responsible(IEnumerable<string> titles, Guid unitId, IReadOnlyCollection<Assignment> assignments, OrganisationTree tree) =>
        titles.Select(t => Responsible(t, unitId, assignments, tree)).FirstOrDefault(p => p is not null);

    private static Guid? Responsible(string title, Guid unitId, IEnumerable<Assignment> assignments, OrganisationTree tree)
    {
        var holders = assignments.Where(a => a.HoldsOn(tree.Day) && string.Equals(a.Title.Name, title, StringComparison.OrdinalIgnoreCase))
            .ToLookup(a => a.UnitId ?? tree.Root?.Id ?? Guid.Empty);
        return tree.SelfAndAbove(unitId).SelectMany(u => holders[u]).FirstOrDefault()?.PersonId;
    }
}
