using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Measures;

/// <summary>A check that an effect control counts.</summary>
public sealed record EffectRow(Guid OccasionId, string Place, string Control, DateOnly Day, int Month, int Faults, int Of);

/// <summary>Counts the checks of the measure's unit and all below, month by month around the day the new way of working began.</summary>
public static class EffectReader
{
    /// <param name="whole">Sees all of it: an effect is of the whole unit, whoever looks.</param>
    public static async Task<List<EffectRow>> ReadAsync(VattenpassDb whole, Measure measure, EffectControl effect, DateOnly today, CancellationToken stop)
    {
        if (effect.Control is not { } control) return [];
        var tree = new OrganisationTree(await whole.Units.AsNoTracking().ToListAsync(stop), today);
        var units = tree.SelfAndBelow(measure.AtUnit).ToHashSet();
        var (from, to) = (effect.From, effect.Due);
        var checks = await whole.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).AsSplitQuery()
            .Where(o => (o.ControlId == control.ControlId || o.Control.Title == control.Title) && o.Control.Plan.Status != PlanStatus.Draft)
            .Where(o => effect.Indicator == EffectIndicator.Missed ? o.Due >= from && o.Due < to : o.PerformedOn >= from && o.PerformedOn < to)
            .ToListAsync(stop);
        return [.. checks.Where(o => control.Names(o.Control) && units.Contains(o.AtUnit))
            .Select(o => Row(o, effect, tree, today)).OfType<EffectRow>().OrderBy(r => r.Day).ThenBy(r => r.Place)];
    }

    private static EffectRow? Row(Occasion o, EffectControl effect, OrganisationTree tree, DateOnly today)
    {
        var isMissed = effect.Indicator is EffectIndicator.Missed;
        var day = isMissed ? o.Due : o.PerformedOn!.Value;
        if (effect.MonthOf(day) is not { } month) return null;
        // Neither what was taken out of the plan, what somebody decided does not apply, nor what is not yet due says whether it was missed.
        if (isMissed && (!o.Planned || o.EndedOn is not null || o.StateOn(today) is OccasionState.NotApplicable or OccasionState.Open or OccasionState.Ahead)) return null;
        var (faults, of) = isMissed ? (o.IsDone ? 0 : 1, 1) : (o.Current?.Deviating ?? 0, o.Current?.Checked ?? 0);
        return of == 0 ? null : new(o.Id, o.Place(tree), o.Control.Title, day, month, faults, of);
    }

    /// <summary>Month by month, as many before as after.</summary>
    public static IReadOnlyList<EffectMonth> Months(EffectControl effect, IReadOnlyList<EffectRow> rows) =>
        [.. Enumerable.Range(0, 2 * effect.Months).Select(n => EffectControl.Sum(rows.Where(r => r.Month == n).Select(r => new EffectMonth(r.Faults, r.Of))))];
}
