using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Proposals;

/// <summary>A risk is proposed by whoever sees it, any day of the year.</summary>
[Needs(Thing.Proposals, Right.Write)]
public sealed class NewModel(VattenpassDb db) : FormPage<ProposalInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Sources =
        [new("Välj", ""), .. Enum.GetValues<RiskSource>().Select(s => new SelectListItem(Prose.Capital(s.Swedish()), s.ToString()))];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        // Whoever works at one unit has seen it there.
        if (Units.Count == 1) Input.UnitId = Guid.Parse(Units[0].Value);
        Input.Source = RiskSource.Unit;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ProposeRisk, () =>
        {
            Refusal.If(Units.All(u => u.Value != $"{Input.UnitId}"), "Välj en enhet i listan.", nameof(Input.UnitId));
            Db.Proposals.Add(new(Db.NewId(), Input.UnitId!.Value, Input.Title ?? "", Input.Description ?? "",
                new(Input.Source, "", "", Input.Cause ?? "", Input.Consequence ?? "", Input.OngoingChecks ?? ""), Me.PersonId, Me.Name, Today));
        }, () => Redirect("/riskforslag"), "Förslaget är lämnat. Utvecklingsledaren tar ställning när planen görs.");
    }

    /// <summary>The units one works at, and all below.</summary>
    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Units = [.. Me.Holds.SelectMany(h => tree.SelfAndBelow(h.Unit)).Distinct().Select(u => new SelectListItem(tree.NameOf(u), $"{u}")).OrderBy(u => u.Text, SwedishOrder.Comparer)];
    }
}

public sealed class ProposalInput
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public RiskSource? Source { get; set; }
    public Guid? UnitId { get; set; }
    public string? Cause { get; set; }
    public string? Consequence { get; set; }
    public string? OngoingChecks { get; set; }
}
