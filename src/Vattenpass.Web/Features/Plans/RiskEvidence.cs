using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Clocks;

namespace Vattenpass.Web.Features.Plans;

/// <summary>What is known of a risk: the newest deviation or done check, and what speaks for scoring it anew.</summary>
public sealed record RiskKnown((string What, DateOnly On)? Newest, RiskSigns Signs);

/// <summary>
/// What is known of each risk from the controls that answer to it, in its own plan or, for one with the same title, in the plan before. Only what
/// happened and when is told, never where.
/// </summary>
public static class RiskEvidence
{
    /// <param name="whole">Sees all of it: what is known of a risk does not depend on who asks.</param>
    public static async Task<IReadOnlyDictionary<Guid, RiskKnown>> ReadAsync(VattenpassDb whole, Plan plan, CancellationToken stop)
    {
        var before = await PlanBefore.ReadAsync(whole, plan.Year, stop);
        var then = (before?.Risks ?? []).GroupBy(r => r.Title, StringComparer.CurrentCultureIgnoreCase).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.CurrentCultureIgnoreCase);
        List<Control> controls = [.. plan.Controls, .. before?.Controls ?? []];
        var byRisk = controls.Where(c => c.RiskId is not null).ToLookup(c => c.RiskId!.Value);
        List<Guid> plans = before is null ? [plan.Id] : [plan.Id, before.Id];
        var since = whole.Today.AddMonths(-RiskSigns.MonthsBack);
        var newest = await whole.Occasions.AsNoTracking().Where(o => plans.Contains(o.PlanId) && o.PerformedOn != null)
            .GroupBy(o => o.ControlId).Select(g => new { g.Key, On = g.Max(o => o.PerformedOn) }).ToDictionaryAsync(g => g.Key, g => g.On!.Value, stop);
        var missed = (await whole.Occasions.AsNoTracking()
            .Where(o => plans.Contains(o.PlanId) && o.Planned && o.EndedOn == null && o.PerformedOn == null && o.Result != OutcomeResult.NotApplicable && o.Due < whole.Today && o.Due >= since)
            .Select(o => new { o.ControlId, o.Due, o.Id }).ToListAsync(stop)).ToLookup(o => o.ControlId, o => new RiskSign(SignKind.Missed, o.Due, o.Id));
        var found = (await whole.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.OccasionId != null && plans.Contains(d.Occasion!.PlanId))
            .Select(d => new { d.Occasion!.ControlId, d.FoundOn, d.Id }).ToListAsync(stop)).ToLookup(d => d.ControlId, d => new RiskSign(SignKind.Deviation, d.FoundOn, d.Id));
        var limits = plan.Risks.Any(r => Answering(r).Any(CountsLimits)) ? await LimitsAsync(whole, stop) : [];
        return plan.Risks.ToDictionary(r => r.Id, r => Of(r));

        IReadOnlyList<Control> Answering(Risk risk) =>
            [.. byRisk[risk.Id].Concat(then.TryGetValue(risk.Title, out var earlier) ? byRisk[earlier] : []).DistinctBy(c => c.Id)];

        RiskKnown Of(Risk risk)
        {
            var answering = Answering(risk);
            var all = answering.SelectMany(c => found[c.Id]).Select(s => (What: "avvikelse", s.On))
                .Concat(answering.Where(c => newest.ContainsKey(c.Id)).Select(c => (What: "kontroll", On: newest[c.Id]))).OrderByDescending(e => e.On).ToList();
            var from = RiskSigns.Since(risk, whole.Today);
            var signs = answering.SelectMany(c => found[c.Id].Concat(missed[c.Id])).Concat(answering.Any(CountsLimits) ? limits : []).Where(s => s.On > from);
            return new(all is [var first, ..] ? first : null, new([.. signs.OrderByDescending(s => s.On)]));
        }
    }

    private static bool CountsLimits(Control control) => ControlKinds.Of(control.Key).WholeRegisters.Contains(RegisterKinds.Cases);

    private static async Task<IReadOnlyList<RiskSign>> LimitsAsync(VattenpassDb whole, CancellationToken stop) =>
        [.. (await CaseReader.ReadAsync(whole, whole.Today, stop)).Readings.Where(r => r.IsLate).Select(r => new RiskSign(SignKind.PassedLimit, r.LastDay, null))];
}
