using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Measures;

/// <summary>A check that an effect control counts: it has a fault, or it has none.</summary>
public sealed record EffectRow(Guid OccasionId, int Month, bool IsFault);

/// <summary>What is counted, and until which day some of it may still be done in time; null when none can.</summary>
public sealed record EffectCount(IReadOnlyList<EffectRow> Rows, DateOnly? WaitsUntil)
{
    /// <summary>What is measured, with the deviation or the rows of the register behind; empty for what is counted.</summary>
    public IReadOnlyList<EffectValue> Measured { get; init; } = [];
    public IReadOnlyList<Guid> MeasuredRows { get; init; } = [];
    public IReadOnlyList<Guid> RowIds => MeasuredRows.Count > 0 ? MeasuredRows : [.. Rows.Select(r => r.OccasionId)];

    /// <summary>Month by month, as many before as after.</summary>
    public IReadOnlyList<EffectMonth> Months(EffectControl effect) =>
        [.. Enumerable.Range(0, 2 * effect.Months).Select(n => EffectControl.Sum(Rows.Where(r => r.Month == n).Select(r => new EffectMonth(r.IsFault ? 1 : 0, 1))))];
}

/// <summary>
/// Counts the checks of the units, month by month around the day the new way of working began. A check lies in the month its period ended, or
/// was made when that was earlier: one of June made in July is about June. All are judged alike: done by their last day, or not.
/// </summary>
public static class EffectReader
{
    /// <param name="whole">Sees all of it: an effect is of the whole unit, whoever looks.</param>
    public static async Task<EffectCount> ReadAsync(VattenpassDb whole, EffectControl effect, DateOnly today, CancellationToken stop)
    {
        if (effect.Indicator is EffectIndicator.Days) return await DaysAsync(whole, effect, today, stop);
        if (effect.Indicator is EffectIndicator.Series) return await SeriesAsync(whole, effect, stop);
        if (effect.Control is not { } control) return new([], null);
        var checks = await whole.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).AsSplitQuery()
            .Where(o => (o.ControlId == control.ControlId || o.Control.Title == control.Title) && o.Control.Plan.Status != PlanStatus.Draft)
            .Where(o => o.To >= effect.From && o.From < effect.Due).ToListAsync(stop);
        var inside = checks.Where(o => control.Names(o.Control) && effect.UnitIds.Contains(o.AtUnit) && effect.MonthOf(DayOf(o)) is not null).ToList();
        var isMissed = effect.Indicator is EffectIndicator.Missed;
        var waits = inside.Where(o => isMissed && CountsAsPlanned(o) && !o.IsDone && o.Due >= today).Select(o => (DateOnly?)o.Due).Max();
        var counted = inside.Where(o => isMissed ? CountsAsPlanned(o) && (o.IsDone || o.Due < today) : o is { IsDone: true, Current.Checked: > 0 });
        bool IsFault(Occasion o) => isMissed ? !(o.IsDone && o.PerformedOn <= o.Due) : o.Current!.Deviating > 0;
        return new([.. counted.Select(o => new EffectRow(o.Id, effect.MonthOf(DayOf(o))!.Value, IsFault(o)))], waits);
    }

    /// <summary>How long each deviation that was found in the months took to close, of the named control or of all.</summary>
    private static async Task<EffectCount> DaysAsync(VattenpassDb whole, EffectControl effect, DateOnly today, CancellationToken stop)
    {
        var found = await whole.Deviations.AsNoTracking().Include(d => d.Occasion!.Control)
            .Where(d => !d.Withdrawn && d.FoundOn >= effect.From && d.FoundOn < effect.Due && d.FoundOn <= today).OrderBy(d => d.FoundOn).ToListAsync(stop);
        var about = found.Where(d => effect.UnitIds.Contains(d.AtUnit) && (effect.Control is not { } control || (d.Occasion is { } o && control.Names(o.Control)))).ToList();
        return new([], null)
        {
            Measured = [.. about.Select(d => new EffectValue(effect.MonthOf(d.FoundOn)!.Value, d.ClosedOn is { } closed && closed.DayNumber - d.FoundOn.DayNumber <= EffectControl.DaysToClose ? closed.DayNumber - d.FoundOn.DayNumber : null))],
            MeasuredRows = [.. about.Select(d => d.Id)],
        };
    }

    /// <summary>The series of the units together, calendar month by calendar month; the month that the change lies within belongs to neither side.</summary>
    private static async Task<EffectCount> SeriesAsync(VattenpassDb whole, EffectControl effect, CancellationToken stop)
    {
        if (StaffMeasure.Find(effect.Series!.Key) is not { } measure) return new([], null);
        var rows = await whole.RegisterRows.AsNoTracking()
            .Where(r => r.Register == RegisterKinds.Staffing.Key && r.ReplacedByImportId == null && r.Year >= effect.From.Year && r.Year <= effect.Due.Year).ToListAsync(stop);
        var months = rows.Select(StaffMonth.Of).OfType<StaffMonth>().Where(m => effect.UnitIds.Contains(m.UnitId)).GroupBy(m => m.Month).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Side: effect.MonthOf(g.Key), Rows: measure.Counted(g))).Where(m => m.Side is not null && m.Rows.Count > 0).ToList();
        return new([], null)
        {
            Measured = [.. months.Select(m => new EffectValue(m.Side!.Value, measure.Of(m.Rows)))],
            MeasuredRows = [.. months.SelectMany(m => m.Rows).Select(r => r.RowId)],
        };
    }

    private static DateOnly DayOf(Occasion o) => new[] { o.To, o.Due, o.PerformedOn ?? o.To }.Min();

    /// <summary>Neither what was taken out of the plan nor what somebody decided does not apply was missed.</summary>
    private static bool CountsAsPlanned(Occasion o) => o.Planned && o.EndedOn is null && o.Result is not Domain.Forms.OutcomeResult.NotApplicable;
}
