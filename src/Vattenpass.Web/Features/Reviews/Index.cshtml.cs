using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Review> Reviews { get; private set; } = [];
    public bool MayWrite => Me.Can(Thing.Plans, Right.Write);

    public async Task OnGetAsync() =>
        Reviews = await Db.Reviews.AsNoTracking().Include(r => r.Findings).OrderByDescending(r => r.ReportedOn).ThenBy(r => r.Id).ToListAsync(Stop);
}
