using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class AssignmentsModel(VattenpassDb db) : VattenpassPage(db)
{
    public bool MayGive { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        MayGive = Me.Can(Thing.People, Right.Write);
        var mayConfirm = MayGive || Me.Can(Thing.People, Right.Decide);
        var tree = await TreeAsync();
        var assignments = await Db.Assignments.AsNoTracking()
            .Include(a => a.Person)
            .Include(a => a.Title)
            .Where(a => a.To == null || a.To >= Today)
            .ToListAsync(Stop);
        Rows = [.. assignments.OrderByDescending(a => a.AwaitsSecond)
            .ThenBy(a => a.Person.Name)
            .Select(a => new Row(a.Id, a.Person.Name, a.Title.Name, tree.NameOf(a.UnitId), $"{a.From:yyyy-MM-dd}", $"{a.To:yyyy-MM-dd}",
                a.AwaitsSecond, a.AwaitsSecond && mayConfirm && a.GivenById != Me.PersonId && a.PersonId != Me.PersonId, MayGive))];
    }

    public sealed record Row(Guid Id, string Person, string Title, string Unit, string From, string To, bool Waits, bool MayConfirm, bool MayEnd);
}
