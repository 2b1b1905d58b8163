using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

/// <summary>
/// How fresh what is known of a risk is: the newest deviation or done check of the controls that answer to it, in its own plan or, for one with the
/// same title, in the plan before. Only what happened and when is told, never where.
/// </summary>
public static class RiskEvidence
{
    /// <param name="whole">Sees all of it: how old the evidence is does not depend on who asks.</param>
    public static async Task<IReadOnlyDictionary<Guid, (string What, DateOnly On)>> ReadAsync(VattenpassDb whole, Plan plan, CancellationToken stop)
    {
        var before = await PlanBefore.ReadAsync(whole, plan.Year, stop);
        var then = (before?.Risks ?? []).GroupBy(r => r.Title, StringComparer.CurrentCultureIgnoreCase).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.CurrentCultureIgnoreCase);
        var controls = plan.Controls.Concat(before?.Controls ?? []).Where(c => c.RiskId is not null).ToLookup(c => c.RiskId!.Value, c => c.Id);
        var newest = await whole.Occasions.AsNoTracking().Where(o => (o.PlanId == plan.Id || (before != null && o.PlanId == before.Id)) && o.PerformedOn != null)
            .GroupBy(o => o.ControlId).Select(g => new { g.Key, On = g.Max(o => o.PerformedOn) }).ToDictionaryAsync(g => g.Key, g => g.On!.Value, stop);
        var found = await whole.Deviations.AsNoTracking()
            .Where(d => !d.Withdrawn && d.OccasionId != null && (d.Occasion!.PlanId == plan.Id || (before != null && d.Occasion.PlanId == before.Id)))
            .GroupBy(d => d.Occasion!.ControlId).Select(g => new { g.Key, On = g.Max(d => d.FoundOn) }).ToDictionaryAsync(g => g.Key, g => g.On, stop);
        Dictionary<Guid, (string, DateOnly)> evidence = [];
        foreach (var risk in plan.Risks)
        {
            var answering = controls[risk.Id].Concat(then.TryGetValue(risk.Title, out var earlier) ? controls[earlier] : []).Distinct().ToList();
            var all = answering.Where(found.ContainsKey).Select(c => (What: "avvikelse", On: found[c]))
                .Concat(answering.Where(newest.ContainsKey).Select(c => (What: "kontroll", On: newest[c]))).OrderByDescending(e => e.On).ToList();
            if (all is [var first, ..]) evidence[risk.Id] = first;
        }
        return evidence;
    }
}
