using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.SignIn;

/// <summary>Who leads what, so that a matter can go one step up.</summary>
public sealed class Superiors(OrganisationTree tree, IReadOnlyList<Assignment> assignments)
{
    public static async Task<Superiors> ReadAsync(VattenpassDb system, CancellationToken stop) => new(
        new(await system.Units.AsNoTracking().ToListAsync(stop), system.Today),
        await system.Assignments.AsNoTracking().Include(a => a.Title).Include(a => a.Person).ToListAsync(stop));

    private readonly Dictionary<(Guid, DateOnly, Guid?, Guid?), Access> accesses = [];

    public OrganisationTree Tree => tree;

    /// <summary>The nearest leader at the unit or above who is not that person.</summary>
    public Guid? Above(Guid unitId, Guid? notPersonId) =>
        RoleNames.Leaders.SelectMany(r => Holding(r, unitId)).FirstOrDefault(p => p != notPersonId) is var found
            && found != Guid.Empty ? found : null;

    /// <summary>Those who hold the role at the unit or above, nearest first.</summary>
    public IEnumerable<Guid> Holding(Role role, Guid unitId) => At(unitId, a => a.Title.Role == role);

    /// <summary>Those who hold the title at the unit or above, nearest first.</summary>
    public IEnumerable<Guid> HoldingTitle(string title, Guid unitId) =>
        At(unitId, a => string.Equals(a.Title.Name, title, StringComparison.OrdinalIgnoreCase));

    /// <summary>Specialists of the field at the unit or above.</summary>
    public IEnumerable<Guid> Specialists(Field field, Guid unitId) =>
        At(unitId, a => a.Title.Role == Role.Specialist && a.Title.Field == field);

    /// <summary>Works here that day, and holds an assignment that lets them do such things: who may not is neither told nor given anything.</summary>
    public bool MayAct(Guid personId, Thing thing, DateOnly? onDay = null)
    {
        var day = onDay ?? tree.Day;
        return assignments.Any(a => a.PersonId == personId && a.HoldsOn(day) && a.Person.WorksOn(day)
            && Permissions.Of(a.Title.Role, thing).Any(g => g.Right.HasFlag(Right.Write) || g.Right.HasFlag(Right.Decide)));
    }

    /// <summary>Holds a role that day that nobody else does.</summary>
    public bool IsOnly(Role role, Guid personId, DateOnly day)
    {
        var holders = assignments.Where(a => a.Title.Role == role && a.HoldsOn(day) && a.Person.WorksOn(day))
            .Select(a => a.PersonId)
            .ToHashSet();
        return holders.Count == 1 && holders.Contains(personId);
    }

    public bool Holds(Guid personId, Guid titleId, Guid unitId, DateOnly day) =>
        assignments.Any(a => a.PersonId == personId && a.TitleId == titleId && a.UnitId == unitId && a.HoldsOn(day));

    /// <summary>May do something with this very row once it is theirs: where it lies and in its field, not only somewhere.</summary>
    /// <param name="closed">A unit that has closed by that day; assignments there have ended, or gone to its successor.</param>
    public bool MayDo(Guid personId, Thing thing, Root row, DateOnly? onDay = null, Guid? closed = null, Guid? successor = null)
    {
        var access = AccessOf(personId, onDay ?? tree.Day, closed, successor);
        return access.May(thing, Right.Write, row.UnitId, row.Field, own: true)
            || access.May(thing, Right.Decide, row.UnitId, row.Field, own: true);
    }

    private Access AccessOf(Guid personId, DateOnly day, Guid? closed, Guid? successor)
    {
        var key = (personId, day, closed, successor);
        if (accesses.TryGetValue(key, out var known)) return known;
        var held = assignments.Where(a => a.PersonId == personId && a.HoldsOn(day) && a.Person.WorksOn(day))
            .Select(Then)
            .OfType<Assignment>()
            .ToList();
        return accesses[key] = held.Count == 0 ? Access.None : Access.Of(held[0].Person, held, day == tree.Day ? tree : new(tree.All, day));

        Assignment? Then(Assignment now) =>
            closed is null || now.UnitId != closed ? now
            : successor is null ? null
            : new(Guid.Empty, now.Person, now.Title, successor, now.From, now.To, givenBy: null);
    }

    private IEnumerable<Guid> At(Guid unitId, Func<Assignment, bool> fits)
    {
        var held = assignments.Where(a => a.HoldsOn(tree.Day) && a.Person.WorksOn(tree.Day) && fits(a))
            .ToLookup(a => a.UnitId ?? tree.Root?.Id ?? Guid.Empty, a => a.PersonId);
        return tree.SelfAndAbove(unitId).SelectMany(u => held[u]).Distinct();
    }
}
