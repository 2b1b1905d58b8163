using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Occasions;

/// <summary>Something a control is laid out on: a unit, or one object of a register at a unit, controlled from a day.</summary>
public sealed record Target(Guid UnitId, string ObjectKey = "", DateOnly? From = null, DateOnly? To = null, Guid? ResponsibleId = null);

/// <summary>Lays a control out as occasions: one for each target and occurrence that overlap.</summary>
public static class Layout
{
    public static IEnumerable<Occasion> LayOut(Control control, int year, IEnumerable<Target> targets, Func<Guid, Guid?> responsibleAt, Func<Guid> newId, IReadOnlyCollection<DateOnly>? boardMeetings = null)
    {
        foreach (var target in targets)
            foreach (var occurrence in control.Recurrence.In(year, boardMeetings).Where(o => o.Period.Overlaps(target.From ?? DateOnly.MinValue, target.To)))
                yield return new Occasion(newId(), control, target.UnitId, target.ObjectKey, occurrence, target.ResponsibleId ?? responsibleAt(target.UnitId));
    }

    /// <summary>Targets that follow from the organisation alone; register scopes are read by the caller.</summary>
    public static IEnumerable<Target> Targets(Control control, OrganisationTree tree) => control.Scope switch
    {
        ScopeKind.Board => tree.Root is { } root ? [new Target(root.Id)] : [],
        ScopeKind.Areas => tree.Areas.Select(u => new Target(u.Id)),
        ScopeKind.Units => tree.Working.Select(u => new Target(u.Id)),
        ScopeKind.ChosenUnits => control.ChosenUnits.Select(u => new Target(u)),
        _ => throw new InvalidOperationException($"Scope {control.Scope} needs a register."),
    };

    /// <summary>The person who holds the title at the unit, or nearest above it.</summary>
    public static Guid? Responsible(string title, Guid unitId, IEnumerable<Assignment> assignments, OrganisationTree tree)
    {
        var holders = assignments.Where(a => a.HoldsOn(tree.Day) && string.Equals(a.Title.Name, title, StringComparison.OrdinalIgnoreCase)).ToLookup(a => a.UnitId ?? tree.Root?.Id ?? Guid.Empty);
        return tree.SelfAndAbove(unitId).SelectMany(u => holders[u]).FirstOrDefault()?.PersonId;
    }
}
