using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using FindingMoney = Vattenpass.Domain.Reports.FindingMoney;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>Reviews with the measures and the money that meet what they found.</summary>
public static class ReviewReader
{
    /// <summary>Reported in a year, and earlier ones with something left.</summary>
    public static async Task<IReadOnlyList<Review>> OfYearAsync(VattenpassDb db, DateOnly from, DateOnly to, CancellationToken stop) =>
        [.. (await db.Reviews.AsNoTracking().Include(r => r.Findings).Where(r => r.ReportedOn <= to).OrderBy(r => r.ReportedOn).ThenBy(r => r.Id).ToListAsync(stop))
            .Where(r => r.ReportedOn >= from || new ReviewSum(r, to) is { Unanswered: > 0 } or { WithoutMeasure: > 0 })];

    /// <summary>How each measure is told: "Utbildning (Pågående)".</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> MeasuresAsync(VattenpassDb db, IReadOnlyList<Review> reviews, DateOnly day, CancellationToken stop)
    {
        var ids = reviews.SelectMany(r => r.Findings).SelectMany(f => f.MeasureIds).ToHashSet();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        return (await db.Measures.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(stop)).ToDictionary(m => m.Id, m => $"{m.Title} ({m.StatusText(m.Status, day)})");
    }

    /// <summary>The money that answers each finding, by the finding.</summary>
    public static async Task<ILookup<Guid, Allocation>> MoneyAsync(VattenpassDb db, IReadOnlyList<Finding> findings, CancellationToken stop)
    {
        var all = await db.Envelopes.AsNoTracking().Include(e => e.Allocations).ToListAsync(stop);
        return findings.SelectMany(f => all.SelectMany(e => e.Allocations).Where(a => FindingMoney.Answers(a, f)).Select(a => (f.Id, Item: a))).ToLookup(x => x.Id, x => x.Item);
    }
}
