using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A second nurse who confirms on somebody else's phone: an own sign-in, for this one act, that opens no session.</summary>
public static class SecondPerson
{
    /// <exception cref="Refusal">The password is wrong, or the person does not work in health care at the unit or above or below it.</exception>
    public static async Task<(Guid Id, string Name)> SignInAsync(HttpContext context, Databases databases, Passwords passwords, string? userName,
        string? password, Guid unitId, CancellationToken stop)
    {
        Refusal.If(string.IsNullOrWhiteSpace(userName) || string.IsNullOrEmpty(password),
            "Den som bekräftar skriver sitt eget användarnamn och lösenord.", "SecondUserName");
        var (account, problem) = await SigningIn.TryAsync(context, databases, passwords, userName!, password!, stop);
        if (account is null) throw new Refusal(problem, "SecondUserName");
        await using var db = databases.OpenAsSystem("bekräftelse");
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), db.Today);
        var near = tree.SelfAndAbove(unitId).Concat(tree.SelfAndBelow(unitId)).ToHashSet();
        var held = await db.Assignments.AsNoTracking().Include(a => a.Title).Where(a => a.PersonId == account.PersonId).ToListAsync(stop);
        Refusal.If(!held.Exists(a => a.HoldsOn(db.Today) && a.Title.Field == Field.HealthCare && near.Contains(a.UnitId ?? tree.Root!.Id)),
            $"{account.Person.Name} har inget uppdrag i hälso- och sjukvården här och kan inte bekräfta.", "SecondUserName");
        return (account.PersonId, account.Person.Name);
    }
}
