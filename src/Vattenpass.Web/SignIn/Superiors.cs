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

    public bool Holds(Guid personId, Guid titleId, Guid unitId, DateOnly day) =>
        assignments.Any(a => a.PersonId == personId && a.TitleId == titleId && a.UnitId == unitId && a.HoldsOn(day));

    public bool HoldsElsewhere(Guid personId, Guid unitId, DateOnly day) =>
        assignments.Any(a => a.PersonId == personId && a.UnitId != unitId && a.HoldsOn(day));

    private IEnumerable<Guid> At(Guid unitId, Func<Assignment, bool> fits)
    {
        var held = assignments.Where(a => a.HoldsOn(tree.Day) && a.Person.WorksOn(tree.Day) && fits(a))
            .ToLookup(a => a.UnitId ?? tree.Root?.Id ?? Guid.Empty, a => a.PersonId);
        return tree.SelfAndAbove(unitId).SelectMany(u => held[u]).Distinct();
    }
}
