using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Report> Reports { get; private set; } = [];
    public bool MayStart { get; private set; }

    public async Task OnGetAsync()
    {
        MayStart = Me.Can(Thing.Reports, Right.Write);
        Reports = await Db.Reports.AsNoTracking().OrderByDescending(r => r.Year).ThenByDescending(r => r.StartedAt).ToListAsync(Stop);
    }
}
