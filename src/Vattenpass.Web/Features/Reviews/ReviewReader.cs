using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>Reviews with the measures and the money that meet what they found.</summary>
public static class ReviewReader
{
    /// <summary>Reported in a period, and earlier ones with something left.</summary>
    public static IReadOnlyList<Review> Within(IEnumerable<Review> all, DateOnly from, DateOnly to, DateOnly day, IReadOnlySet<Guid> meeting) =>
        [.. all.Where(r => r.ReportedOn <= to && (r.ReportedOn >= from || new ReviewSum(r, day, meeting) is { Unanswered: > 0 } or { WithoutMeasure: > 0 }))];

    public static Task<List<Review>> AllAsync(VattenpassDb db, CancellationToken stop) =>
        db.Reviews.AsNoTracking().Include(r => r.Findings).OrderByDescending(r => r.ReportedOn).ThenBy(r => r.Id).ToListAsync(stop);

    /// <summary>
    /// The measures that meet findings, each by the id a finding names: one that was merged is met by what it goes on in, one that was called off
    /// by nothing.
    /// </summary>
    /// <param name="whole">Sees all of it: what is done about a finding is the board's to know, and stands in the report.</param>
    public static async Task<IReadOnlyDictionary<Guid, Measure>> MeetingAsync(VattenpassDb whole, IEnumerable<Finding> findings, CancellationToken stop)
    {
        var named = findings.SelectMany(f => f.MeasureIds).ToHashSet();
        if (named.Count == 0) return new Dictionary<Guid, Measure>();
        var merged = await whole.Measures.Where(m => m.MergedIntoId != null).ToDictionaryAsync(m => m.Id, m => m.MergedIntoId!.Value, stop);
        var last = named.ToDictionary(id => id, id => GoesOnIn(merged, id));
        var ids = last.Values.ToHashSet();
        var measures = await whole.Measures.AsNoTracking().Include(m => m.Owner)
            .Where(m => ids.Contains(m.Id) && m.Status != MeasureStatus.Cancelled && m.Status != MeasureStatus.Merged).ToDictionaryAsync(m => m.Id, stop);
        return last.Where(l => measures.ContainsKey(l.Value)).ToDictionary(l => l.Key, l => measures[l.Value]);
    }

    private static Guid GoesOnIn(Dictionary<Guid, Guid> merged, Guid id)
    {
        var passed = new HashSet<Guid>();
        while (merged.TryGetValue(id, out var next) && passed.Add(id)) id = next;
        return id;
    }

    /// <summary>The money that answers each finding, by the finding.</summary>
    public static async Task<ILookup<Guid, Allocation>> MoneyAsync(VattenpassDb db, Review review, IReadOnlySet<Guid> meeting, CancellationToken stop)
    {
        var items = (await db.Envelopes.AsNoTracking().Include(e => e.Allocations).ToListAsync(stop)).SelectMany(e => e.Allocations).ToList();
        return review.Findings.SelectMany(f => items.Where(a => FindingMoney.Answers(a, f, meeting)).Select(a => (f.Id, Item: a))).ToLookup(x => x.Id, x => x.Item);
    }
}
