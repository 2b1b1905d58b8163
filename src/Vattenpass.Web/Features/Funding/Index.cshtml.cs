using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

/// <summary>Money that has been decided for measures, the newest first.</summary>
[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Envelope> Envelopes { get; private set; } = [];
    public bool MayWrite => Me.Of(Thing.Plans, Right.Write).Units.Contains(Me.RootId);

    public async Task OnGetAsync() =>
        Envelopes = await Db.Envelopes.AsNoTracking().OrderByDescending(e => e.Year).ThenByDescending(e => e.DecidedOn).ThenBy(e => e.Id).ToListAsync(Stop);
}
