using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;



namespace Vattenpass.Web.SignIn;

/// <summary>Who acts in this request. No one, until the middleware has found out.</summary>
public sealed class CurrentAccess
{
    public Access Access { get; set; } = Access.None;
    public bool MustChangePassword { get; set; }
}

/// <summary>
/// Makes the access afresh from the account and its assignments at every request, so that an ended assignment, a changed
/// password or a locked account bites at once and not when a cookie happens to run out.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Databases databases, CurrentAccess current)
    {
        if (context.User.Identity?.IsAuthenticated == true
            && Guid.TryParse(context.User.FindFirstValue(SigningIn.AccountClaim), out var account))
            (current.Access, current.MustChangePassword) = await FindAsync(databases, account,
                context.User.FindFirstValue(SigningIn.StampClaim) ?? "", context.RequestAborted);
        if (!current.Access.IsSomeone) context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await next(context);
    }

    private static async Task<(Access, bool)> FindAsync(Databases databases, Guid accountId, string stamp, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("åtkomst");
        var account = await db.Accounts.AsNoTracking().Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == accountId, stop);
        if (account is null || account.SecurityStamp != stamp || !account.Person.WorksOn(db.Today)) return (Access.None, false);
        var assignments = await db.Assignments.AsNoTracking()
            .Include(a => a.Title)
            .Where(a => a.PersonId == account.PersonId)
            .ToListAsync(stop);
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), db.Today);
        return (Access.Of(account.Person, assignments, tree, await StandsInForAsync(db, account.PersonId, stop)),
            account.MustChangePassword);
    }

    /// <summary>Those whose substitute the person is today, and whoever they in turn stand in for: as far as reminders go.</summary>
    private static async Task<List<Guid>> StandsInForAsync(VattenpassDb db, Guid personId, CancellationToken stop)
    {
        var away = await db.Absences.AsNoTracking().Where(a => a.From <= db.Today && a.To >= db.Today).ToListAsync(stop);
        List<Guid> found = [];
        List<Guid> next = [personId];
        for (var step = 0; step < Absence.MostSteps && next.Count > 0; step++)
        {
            next = [.. away.Where(a => next.Contains(a.SubstituteId)).Select(a => a.PersonId).Except(found).Where(p => p != personId)];
            found.AddRange(next);
        }
        return found;
    }
}
