using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Plan> Plans { get; private set; } = [];
    public bool MayMake { get; private set; }

    public async Task OnGetAsync()
    {
        MayMake = Me.Can(Thing.Plans, Right.Write);
        Plans = await Db.Plans.AsNoTracking().OrderByDescending(p => p.Year).ToListAsync(Stop);
    }
}
