using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;


namespace Vattenpass.Web;

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
        if (context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirstValue(SigningIn.AccountClaim), out var account))
            (current.Access, current.MustChangePassword) = await FindAsync(databases, account, context.User.FindFirstValue(SigningIn.StampClaim) ?? "", context.RequestAborted);
        if (!current.Access.IsSomeone) context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await next(context);
    }

    private static async Task<(Access, bool)> FindAsync(Databases databases, Guid accountId, string stamp, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("åtkomst");
        var account = await db.Accounts.AsNoTracking().Include(a => a.Person).FirstOrDefaultAsync(a => a.Id == accountId, stop);
        if (account is null || account.SecurityStamp != stamp || !account.Person.WorksOn(db.Today)) return (Access.None, false);
        var assignments = await db.Assignments.AsNoTracking().Include(a => a.Title).Where(a => a.PersonId == account.PersonId).ToListAsync(stop);
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), db.Today);
        var standsInFor = await db.Absences.AsNoTracking().Where(a => a.SubstituteId == account.PersonId && a.From <= db.Today && a.To >= db.Today).Select(a => a.PersonId).ToListAsync(stop);
        return (Access.Of(account.Person, assignments, tree, standsInFor), account.MustChangePassword);
    }
}
