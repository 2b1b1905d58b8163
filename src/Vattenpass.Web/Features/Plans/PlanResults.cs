using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

/// <summary>What a control of a plan showed in its year, and when it was last done.</summary>
public sealed record PlanResult(Guid ControlId, YearResult Result, DateOnly? Last);

/// <summary>
/// What every control of a plan showed, of what is done or should have been by now. One that somebody decided does not apply is in neither number.
/// </summary>
public static class PlanResults
{
    public static async Task<IReadOnlyList<PlanResult>> ReadAsync(VattenpassDb whole, Guid planId, CancellationToken stop)
    {
        var checks = await whole.Occasions.AsNoTracking().Include(o => o.Outcomes)
            .Where(o => o.PlanId == planId && o.Planned && o.EndedOn == null && o.Result != OutcomeResult.NotApplicable)
            .Where(o => o.PerformedOn != null || o.Due < whole.Today).ToListAsync(stop);
        return [.. checks.GroupBy(o => o.ControlId).Select(g => new PlanResult(g.Key,
            new(g.Count(), g.Count(o => o.IsDone), g.Count(o => o is { IsDone: true, Current.Deviating: > 0 })), g.Max(o => o.PerformedOn)))];
    }
}
