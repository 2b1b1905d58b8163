using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

/// <summary>The rows that speak for scoring a risk anew, those within reach; the others are told as a number.</summary>
[Needs(Thing.Plans)]
public sealed class SignsModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public Plan Plan { get; private set; } = null!;
    public Risk Risk { get; private set; } = null!;
    public RiskSigns Signs { get; private set; } = null!;
    public DateOnly Since => RiskSigns.Since(Risk, Today);
    public IReadOnlyList<Deviation> Deviations { get; private set; } = [];
    public IReadOnlyList<Occasion> Missed { get; private set; } = [];
    public IReadOnlyList<RiskSign> Limits => [.. Signs.Signs.Where(s => s.Kind is SignKind.PassedLimit)];
    public int Hidden => Signs.Signs.Count - Limits.Count - Deviations.Count - Missed.Count;
    public bool MayScore => Plan.IsOpen && (Me.May(Thing.Plans, Right.Score, Plan) || Me.May(Thing.Plans, Right.Write, Plan));
    /// <summary>The year of a later plan that has the same risk.</summary>
    public int? Later { get; private set; }
    private OrganisationTree tree = null!;

    public string NameOf(Guid unit) => tree.NameOf(unit);

    public async Task<IActionResult> OnGetAsync(int year, Guid id)
    {
        var plan = await Db.Plans.AsNoTracking().Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().FirstOrDefaultAsync(p => p.Year == year, Stop);
        if (Me.Of(Thing.Plans, Right.Read).FormalOnly || plan?.Risks.FirstOrDefault(r => r.Id == id) is not { } risk) return NotFound();
        await using var whole = databases.OpenAsSystem("underlag till en risk");
        (Plan, Risk, Signs) = (plan, risk, (await RiskEvidence.ReadAsync(whole, plan, Stop))[id].Signs);
        tree = await TreeAsync();
        var rows = Signs.Signs.Select(s => s.RowId).OfType<Guid>().ToHashSet();
        Deviations = await Db.Deviations.AsNoTracking().Where(d => rows.Contains(d.Id)).OrderByDescending(d => d.FoundOn).ToListAsync(Stop);
        Missed = await Db.Occasions.AsNoTracking().Include(o => o.Control).Where(o => rows.Contains(o.Id)).OrderByDescending(o => o.Due).ToListAsync(Stop);
        Later = await Db.Plans.AsNoTracking().Where(p => p.Year > year && p.Risks.Any(r => r.Title == risk.Title)).OrderBy(p => p.Year).Select(p => (int?)p.Year).FirstOrDefaultAsync(Stop);
        return Page();
    }
}
