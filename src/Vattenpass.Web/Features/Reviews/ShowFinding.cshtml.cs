using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>One finding: what shows it, which demands it is about, what is recommended, answered and done.</summary>
[Needs(Thing.Plans)]
public sealed class ShowFindingModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public Review Review { get; private set; } = null!;
    public Finding Finding { get; private set; } = null!;
    public bool MayWrite { get; private set; }
    public string Places { get; private set; } = "";
    public string Money { get; private set; } = "";
    public IReadOnlyList<string> Risks { get; private set; } = [];
    public IReadOnlyList<Routine> Routines { get; private set; } = [];
    /// <summary>What meets it, whoever may open it: it stands in the report.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public IReadOnlySet<Guid> Reached { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid brist)
    {
        Review = (await Db.Reviews.AsNoTracking().Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        if (Review?.Findings.FirstOrDefault(f => f.Id == brist) is not { } finding) return NotFound();
        (Finding, MayWrite) = (finding, Me.May(Thing.Plans, Right.Write, Review));
        var tree = await TreeAsync();
        Places = Prose.List([.. finding.UnitIds.Select(u => tree.NameOf(u)).Order(SwedishOrder.Comparer)]);
        IReadOnlyDictionary<Guid, Measure> meeting;
        await using (var whole = databases.OpenAsSystem("granskningar")) meeting = await ReviewReader.MeetingAsync(whole, Review.Findings, Stop);
        var ids = meeting.Keys.ToHashSet();
        Money = FindingMoney.Text((await ReviewReader.MoneyAsync(Db, Review, ids, Stop))[finding.Id], Review, ids);
        Risks = [.. (await Db.Plans.AsNoTracking().Include(p => p.Risks).ToListAsync(Stop)).SelectMany(p => p.Risks.Where(r => finding.RiskIds.Contains(r.Id)).Select(r => $"{r.Title} ({p.Year})"))];
        Routines = await Db.Routines.AsNoTracking().Where(r => finding.RoutineIds.Contains(r.Id)).OrderBy(r => r.Title).ToListAsync(Stop);
        Measures = [.. finding.MeasureIds.Where(meeting.ContainsKey).Select(m => meeting[m]).DistinctBy(m => m.Id).OrderBy(m => m.End).ThenBy(m => m.Id)];
        var shown = Measures.Select(m => m.Id).ToList();
        Reached = (await Db.Measures.Where(m => shown.Contains(m.Id)).Select(m => m.Id).ToListAsync(Stop)).ToHashSet();
        return Page();
    }
}
