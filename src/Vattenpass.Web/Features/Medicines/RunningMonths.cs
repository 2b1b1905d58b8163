using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>For how many months in a row, up to the one before an occasion, a person has controlled the same store.</summary>
public static class RunningMonths
{
    private const int MostLookedAt = 60;

    public static async Task<int> OfAsync(VattenpassDb system, Occasion occasion, Guid personId, CancellationToken stop)
    {
        var before = await system.Occasions.AsNoTracking()
            .Where(o => o.Control.DoneBy == DoneBy.Count
                && o.ObjectKey == occasion.ObjectKey
                && o.To < occasion.From
                && o.EndedOn == null
                && o.Planned
                && o.Result != null
                && o.Result != OutcomeResult.NotDone
                && o.Result != OutcomeResult.NotApplicable)
            .OrderByDescending(o => o.To).Take(MostLookedAt)
            .Select(o => o.PerformerId == personId
                || system.StoreCounts.Any(c => c.OccasionId == o.Id && c.Lines.Any(l => l.CountedById == personId)))
            .ToListAsync(stop);
        return before.TakeWhile(p => p).Count();
    }
}
