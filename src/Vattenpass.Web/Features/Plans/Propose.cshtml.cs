using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Decide)]
public sealed class ProposeModel(VattenpassDb db) : PlanPage<NoInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Decide);

    protected override Basis MadeFrom => Basis.Whole(Plan);

    public IReadOnlyList<ComparedControl> Weakened { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await LoadAsync(year)) return NotFound();
        Weakened = await PlanBefore.ReadAsync(Db, year, Stop) is { } before ? [.. new PlanComparison(Plan, before).InNeedOfReason] : [];
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int year) =>
        StepAsync(year, Acts.ProposePlan, async () => Plan.Propose(await PlanBefore.ReadAsync(Db, year, Stop)), "Planen är föreslagen för nämnden.");
}
