using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans)]
public sealed class ScoreRiskModel(VattenpassDb db) : PlanPage<ScoreRiskInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Score);
    public Risk Risk { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Likelihoods => Steps(Plan.Scale.Likelihoods);
    public IReadOnlyList<SelectListItem> Consequences => Steps(Plan.Scale.Consequences);

    protected override Basis MadeFrom => Basis.Values(Stored);

    private ScoreRiskInput Stored => Risk.Score is { } s
        ? new() { Likelihood = s.Likelihood, Consequence = s.Consequence, Value = s.Likelihood is null ? s.Value : null }
        : new();

    public async Task<IActionResult> OnGetAsync(int year, Guid id)
    {
        if (!await FindAsync(year, id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid id)
    {
        if (!await FindAsync(year, id)) return NotFound();
        var act = Me.May(Thing.Plans, Right.Score, Plan) ? Acts.ScoreRisk : Acts.ChangePlan;
        return await SaveAsync(act, () => Risk.Rate(Input.Likelihood, Input.Consequence, Input.Value), () => Redirect($"/plan/{year}"),
            "Värderingen är sparad.");
    }

    private async Task<bool> FindAsync(int year, Guid id)
    {
        if (!await LoadAsync(year) || Plan.Risks.FirstOrDefault(r => r.Id == id) is not { } risk) return false;
        Risk = risk;
        return true;
    }

    private static List<SelectListItem> Steps(IReadOnlyList<string> labels) =>
        [.. labels.Select((label, n) => new SelectListItem($"{n + 1} {label}", $"{n + 1}"))];
}

public sealed class ScoreRiskInput
{
    public int? Likelihood { get; set; }
    public int? Consequence { get; set; }
    public int? Value { get; set; }
}
