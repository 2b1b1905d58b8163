using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Proposals;

/// <summary>The gross list: risks that have been proposed, those that wait first, and what became of the others.</summary>
[Needs(Thing.Proposals)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<RiskProposal> Waiting { get; private set; } = [];
    public IReadOnlyList<RiskProposal> Decided { get; private set; } = [];
    public OrganisationTree Tree { get; private set; } = null!;
    public bool MayPropose => Me.Can(Thing.Proposals, Right.Write);
    public bool MayDecide => Me.Can(Thing.Plans, Right.Write);

    public async Task OnGetAsync()
    {
        Tree = await TreeAsync();
        var all = await Db.Proposals.AsNoTracking().OrderByDescending(p => p.ProposedOn).ThenBy(p => p.Title).ToListAsync(Stop);
        (Waiting, Decided) = ([.. all.Where(p => !p.IsDecided)], [.. all.Where(p => p.IsDecided)]);
    }
}
