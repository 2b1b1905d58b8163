using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

/// <summary>Why a control is weaker than the year before, or gone.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class ExplainModel(VattenpassDb db) : PlanPage<ExplainInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);

    public ComparedControl Compared { get; private set; } = null!;

    private ExplainInput Stored => new() { Reason = Plan.ReasonFor(Compared) };

    protected override Basis MadeFrom => Basis.Values(Stored);

    public async Task<IActionResult> OnGetAsync(int year, string? nyckel, string? titel)
    {
        if (!await FindAsync(year, nyckel, titel)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, string? nyckel, string? titel) => await FindAsync(year, nyckel, titel)
        ? await SaveAsync(Acts.ChangePlan, () => Plan.Explain(Compared, Input.Reason ?? ""), () => Redirect($"/plan/{year}/jamfor"), "Skälet är sparat.")
        : NotFound();

    private async Task<bool> FindAsync(int year, string? key, string? title)
    {
        if (!await LoadAsync(year) || await PlanBefore.ReadAsync(Db, year, Stop) is not { } before) return false;
        Compared = new PlanComparison(Plan, before).InNeedOfReason.FirstOrDefault(c => c.Either.Key == key && c.Either.Title == title)!;
        return Compared is not null;
    }
}

public sealed class ExplainInput
{
    public string? Reason { get; set; }
}
