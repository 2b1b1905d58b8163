using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Clocks;

/// <summary>What was checked at the committee, as one may see it.</summary>
public static class CommitteeReader
{
    public static async Task<IReadOnlyList<CommitteeCheck>> ReadAsync(VattenpassDb db, Period quarter, CancellationToken stop)
    {
        var due = await db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).Include(o => o.Checks).AsSplitQuery()
            .Where(o => o.Planned && o.EndedOn == null && o.Due >= quarter.From && o.Due <= quarter.To && o.Control.Plan.Status != PlanStatus.Draft).ToListAsync(stop);
        var checks = due.Where(o => o.Control.Recurrence.Kind is RecurrenceKind.AtCommittee).OrderBy(o => o.Due).ThenBy(o => o.Control.Title, SwedishOrder.Comparer).ToList();
        var ids = checks.ConvertAll(o => o.Id);
        var samples = (await db.Samples.AsNoTracking().Where(s => ids.Contains(s.OccasionId) && s.DrawnAt != null).ToListAsync(stop))
            .GroupBy(s => s.OccasionId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Number)!);
        return [.. checks.Select(o => new CommitteeCheck(o.Control.Title, o.Period.Name, o.Due, !o.IsDone && o.Due < db.Today, o.IsDone ? o.PerformedOn : null,
            o.Current?.Checked ?? 0, o.Current?.Deviating ?? 0,
            samples.GetValueOrDefault(o.Id)?.Groups(o.IsDone ? o.Checks : []) ?? [],
            o.IsDone ? [.. o.Checks.SelectMany(c => c.Faults).GroupBy(f => f.Kind).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count()))] : []))];
    }
}
