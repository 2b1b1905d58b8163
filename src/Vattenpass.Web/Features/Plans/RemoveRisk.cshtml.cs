using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveRiskModel(VattenpassDb db) : PlanPage<NoInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public Guid Id { get; private set; }

    protected override Basis MadeFrom => Basis.Whole(Plan.Risks.Where(r => r.Id == Id));

    public async Task<IActionResult> OnGetAsync(int year, Guid id) => await FindAsync(year, id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, Guid id) => await FindAsync(year, id)
        ? await StepAsync(year, Acts.ChangePlan, async () =>
        {
            Refusal.If(await Db.Measures.AnyAsync(m => m.RiskId == id, Stop), "Risken har åtgärder. Avsluta eller flytta dem först.");
            Plan.Remove(Plan.Risks.First(r => r.Id == id));
            foreach (var proposal in await Db.Proposals.Where(p => p.RiskId == id).ToListAsync(Stop)) proposal.LetGo();
        }, "Risken är borttagen ur utkastet.")
        : NotFound();

    private async Task<bool> FindAsync(int year, Guid id) =>
        (Id = id) != Guid.Empty && await LoadAsync(year) && Plan.Risks.Any(r => r.Id == id);
}
