using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class PeopleModel(VattenpassDb db) : VattenpassPage(db)
{
    public bool MayChange { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        MayChange = Me.Can(Thing.People, Right.Write);
        var tree = await TreeAsync();
        var assignments = (await Db.Assignments.AsNoTracking().Include(a => a.Title).ToListAsync(Stop)).ToLookup(a => a.PersonId);
        var accounts = await Db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.PersonId, Stop);
        Rows = [.. (await Db.People.AsNoTracking()
            .OrderBy(p => p.Name)
            .ToListAsync(Stop)).Select(p => new Row(p.Id, p.Name, tree.NameOf(p.UnitId),
                string.Join(", ", assignments[p.Id].Where(a => a.HoldsOn(Today)).Select(a => a.Title.Name)),
                accounts.GetValueOrDefault(p.Id) is { } account
                    ? account.UserName + (account.PasswordHash.Length == 0 ? ", väntar på lösenord" : "")
                    : "inget"))];
    }

    public sealed record Row(Guid Id, string Name, string Unit, string Titles, string Account);
}
