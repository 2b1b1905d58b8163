using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Proposals;

/// <summary>A proposed risk. Whoever makes the plan takes it in, or says why not.</summary>
[Needs(Thing.Proposals)]
public sealed class ShowModel(VattenpassDb db) : FormPage<DecideInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Choices = [new("Ja, ta med den", nameof(ProposalChoice.Take)), new("Nej", nameof(ProposalChoice.Leave))];

    public RiskProposal Proposal { get; private set; } = null!;
    public string Place { get; private set; } = "";
    /// <summary>The plan that is being made, the earliest of them; null when none is.</summary>
    public Plan? Plan { get; private set; }
    public bool MayDecide => Me.Can(Thing.Plans, Right.Write) && !Proposal.IsDecided;

    protected override Basis MadeFrom => Basis.Whole(Proposal);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (!Me.Can(Thing.Plans, Right.Write)) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        return await SaveAsync(Acts.DecideProposal, Decide, () => Redirect("/riskforslag"), Input.Choice is ProposalChoice.Take ? $"Risken är med i planen {Plan?.Year}." : "Det är antecknat varför risken inte tas med.");
    }

    private void Decide()
    {
        Refusal.If(Input.Choice is null, "Välj om risken ska med i planen.", nameof(Input.Choice));
        if (Input.Choice is ProposalChoice.Leave) { Proposal.Decline(Input.Reason ?? "", Me.Name, Today); return; }
        Refusal.If(Plan is null, "Det finns ingen plan som är ett utkast. Börja på nästa plan först.", nameof(Input.Choice));
        var risk = Plan!.Add(new Risk(Db.NewId(), Plan, Proposal.Title, Proposal.Description, "", null));
        risk.Explain(Proposal.Background with { From = Place });
        Db.Add(risk);
        Proposal.Take(risk, Me.Name, Today);
    }

    protected override Task ShowAsync() => LoadAsync(Proposal.Id);

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.Proposals.FirstOrDefaultAsync(p => p.Id == id, Stop) is not { } proposal) return false;
        Proposal = proposal;
        Place = (await TreeAsync()).NameOf(proposal.UnitId);
        Plan = await Db.Plans.Include(p => p.Risks).Where(p => p.Status == PlanStatus.Draft).OrderBy(p => p.Year).FirstOrDefaultAsync(Stop);
        return true;
    }
}

public enum ProposalChoice { Take = 1, Leave = 2 }

public sealed class DecideInput
{
    public ProposalChoice? Choice { get; set; }
    public string? Reason { get; set; }
}
