using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>One finding: what shows it, which demands it is about, what is recommended, answered and done.</summary>
[Needs(Thing.Plans)]
public sealed class ShowFindingModel(VattenpassDb db) : VattenpassPage(db)
{
    public Review Review { get; private set; } = null!;
    public Finding Finding { get; private set; } = null!;
    public bool MayWrite { get; private set; }
    public string Places { get; private set; } = "";
    public string Money { get; private set; } = "";
    public IReadOnlyList<string> Risks { get; private set; } = [];
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    /// <summary>Measures that meet it and are out of reach.</summary>
    public int Hidden => Finding.MeasureIds.Count - Measures.Count;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid brist)
    {
        Review = (await Db.Reviews.AsNoTracking().Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        if (Review?.Findings.FirstOrDefault(f => f.Id == brist) is not { } finding) return NotFound();
        (Finding, MayWrite) = (finding, Me.May(Thing.Plans, Right.Write, Review));
        var tree = await TreeAsync();
        Places = Prose.List([.. finding.UnitIds.Select(u => tree.NameOf(u)).Order(SwedishOrder.Comparer)]);
        Money = FindingMoney.Text((await ReviewReader.MoneyAsync(Db, [finding], Stop))[finding.Id]);
        Risks = [.. (await Db.Plans.AsNoTracking().Include(p => p.Risks).ToListAsync(Stop)).SelectMany(p => p.Risks.Where(r => finding.RiskIds.Contains(r.Id)).Select(r => $"{r.Title} ({p.Year})"))];
        Measures = await Db.Measures.AsNoTracking().Include(m => m.Owner).Where(m => finding.MeasureIds.Contains(m.Id)).OrderBy(m => m.End).ThenBy(m => m.Id).ToListAsync(Stop);
        return Page();
    }
}
