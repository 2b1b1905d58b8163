using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public int People { get; private set; }
    public int Units { get; private set; }
    public int Waiting { get; private set; }

    public async Task OnGetAsync() =>
        (People, Units, Waiting) = (await Db.People.CountAsync(Stop), await Db.Units.CountAsync(Stop),
            await Db.Assignments.CountAsync(a => a.AwaitsSecond, Stop));
}
