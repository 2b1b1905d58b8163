using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>Who is told: the person in the role, or the substitute while that person is away, or the next above when nobody holds it.</summary>
public sealed class Recipients(Superiors superiors, IReadOnlyDictionary<Guid, Person> people, IReadOnlyList<Absence> away)
{
    public static async Task<Recipients> ReadAsync(VattenpassDb system, CancellationToken stop) => new(
        await Superiors.ReadAsync(system, stop), await system.People.AsNoTracking().ToDictionaryAsync(p => p.Id, stop),
        await system.Absences.AsNoTracking().Where(a => a.From <= system.Today && a.To >= system.Today).ToListAsync(stop));

    public Superiors Superiors => superiors;
    public Person? Find(Guid? id) => id is { } key ? people.GetValueOrDefault(key) : null;

    /// <summary>The person to tell about an occasion at a step, and whom that person stands in for. Null for the list, and when nobody can be found.</summary>
    public (Person? To, Guid? InsteadOf) Of(Recipient recipient, Occasion occasion)
    {
        var unit = occasion.AtUnit;
        var doer = occasion.DoerId is { } id && superiors.MayDo(id, Thing.Occasions, occasion) ? occasion.DoerId : null;
        Guid? wanted = recipient switch
        {
            Recipient.Performer => doer ?? superiors.Above(unit, null),
            Recipient.Manager => superiors.Above(unit, doer),
            Recipient.AreaManager =>
                superiors.Holding(Role.AreaManager, unit)
                    .Concat(superiors.Holding(Role.DepartmentHead, unit))
                    .FirstOrDefault(p => p != doer) is var found
                    && found != Guid.Empty ? found : null,
            _ => null,
        };
        return Present(wanted, unit, Thing.Occasions);
    }

    /// <summary>Nobody works at a unit that has closed, so nobody is told of what it left undone.</summary>
    public bool HasClosed(Occasion occasion) => superiors.Tree.Find(occasion.UnitId)?.To < superiors.Tree.Day;

    /// <summary>
    /// The person, or whoever stands in for them today; three steps at most, so that two who stand in for each other end. One who has
    /// left, or may not act in it, is passed over for the nearest leader.
    /// </summary>
    public (Person? To, Guid? InsteadOf) Present(Guid? wanted, Guid unitId, Thing thing)
    {
        var id = Standing(wanted);
        // One who cannot act in it is passed over; a leader who is told instead may be away too.
        if (id is { } found && !superiors.MayAct(found, thing)) id = Standing(superiors.Above(unitId, wanted));
        return (Find(id), id == wanted ? null : wanted);
    }

    private Guid? Standing(Guid? id)
    {
        for (var n = 0; n < Absence.MostSteps && away.FirstOrDefault(a => a.PersonId == id) is { } absence; n++) id = absence.SubstituteId;
        return id;
    }
}
