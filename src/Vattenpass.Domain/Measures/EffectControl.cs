using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Domain.Measures;

/// <summary>
/// What shows whether a measure helped: two that are counted in checks, one that somebody sees and states, and two that are measured: the days until
/// a deviation was closed, and a series of numbers that is read in.
/// </summary>
public enum EffectIndicator { Deviations = 1, Missed = 2, Observation = 3, Days = 4, Series = 5 }

public enum EffectVerdict { Better = 1, NotShown = 2, Worse = 3, TooFew = 4 }

/// <summary>Checks with a fault among the checks of one month, counted from the day the new way of working began.</summary>
public sealed record EffectMonth(int Faults, int Of);

/// <summary>One measured value of one month: the days of a deviation, null when it was not closed within its time, or the series' value of the month.</summary>
public sealed record EffectValue(int Month, decimal? Value);

/// <summary>A series of numbers that is followed month by month, lower being better. Key is what the staffing calls it.</summary>
/// <param name="Unit">"%" or empty.</param>
public sealed record EffectSeries(string Key, string Name, string Unit);

/// <summary>
/// Did it help? Somebody else than who answers for the measure looks, three to twenty-four months after the new way of working began, at the
/// same number of months before and after (SOSFS 2011:9 5 kap. 7–8 §§, improving measures). A row of its own, so that whoever looks needs no
/// right to the measure. What was counted is frozen when it is done.
/// </summary>
public sealed class EffectControl : Root
{
    public static readonly IReadOnlyList<int> MonthsToChoose = [3, 6, 12, 24];
    /// <summary>A deviation has so many days to be closed, on both sides: what was found at the end has not had the time that the first had.</summary>
    public const int DaysToClose = 90;
    /// <summary>With fewer months on each side, no difference of a series can be larger than chance makes.</summary>
    private const int FewestMonthsOfSeries = 6;
    private const int MostYearsAhead = 2;

    public Guid MeasureId { get; private set; }
    public EffectIndicator Indicator { get; private set; }
    /// <summary>The control that is counted; null for what is stated, and for all deviations or a series of the units.</summary>
    public NamedControl? Control { get; private set; }
    public EffectSeries? Series { get; private set; }
    /// <summary>The units that are counted: the measure's and all below, as they were when it was planned.</summary>
    public IReadOnlyList<Guid> UnitIds { get; private set; } = [];
    /// <summary>What shall be seen, in words.</summary>
    public string Question { get; private set; } = "";
    /// <summary>The first day of the new way of working.</summary>
    public DateOnly ChangedOn { get; private set; }
    /// <summary>How many months after; as many before.</summary>
    public int Months { get; private set; }
    public DateOnly PlannedOn { get; private set; }
    public Guid? PerformerId { get; private set; }
    public Person? Performer { get; private set; }
    /// <summary>Month by month, the first half before the change; empty until it is done, and for what is stated.</summary>
    public IReadOnlyList<EffectMonth> Counted { get; private set; } = [];
    /// <summary>What was measured; empty until it is done, and for what is counted or stated.</summary>
    public IReadOnlyList<EffectValue> Measured { get; private set; } = [];
    /// <summary>What was counted or measured: checks, deviations or rows of the register.</summary>
    public IReadOnlyList<Guid> OccasionIds { get; private set; } = [];
    public EffectVerdict? Verdict { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public string DoneBy { get; private set; } = "";
    public string Comment { get; private set; } = "";

    private EffectControl() { }

    /// <exception cref="Refusal">The measure is none whose effect can be seen, or something is missing.</exception>
    public EffectControl(Guid id, Measure measure, EffectContent content, DateOnly plannedOn)
    {
        Refusal.If(measure.Status is MeasureStatus.Suggested, "Åtgärden är bara föreslagen. Ge den ansvarig och datum först.");
        MustHaveHappened(measure);
        (Id, MeasureId, UnitId, Field, PlannedOn) = (id, measure.Id, measure.UnitId, measure.Field, plannedOn);
        Describe(measure, content, plannedOn);
    }

    public override bool BelongsTo(Guid personId) => PerformerId == personId;
    public override bool IsFinished => IsDone;
    public bool IsDone => DoneOn is not null;
    public bool IsCounted => Indicator is EffectIndicator.Deviations or EffectIndicator.Missed;
    public bool IsMeasured => Indicator is EffectIndicator.Days or EffectIndicator.Series;
    public bool IsStated => Indicator is EffectIndicator.Observation;
    /// <summary>The day after the last that is looked at: it may be done from then on.</summary>
    public DateOnly Due => ChangedOn.AddMonths(Months);
    /// <summary>From this day it can be looked at: when days are measured, the last deviation has had its time to close.</summary>
    public DateOnly ReadyFrom => Indicator is EffectIndicator.Days ? Due.AddDays(DaysToClose) : Due;
    public DateOnly From => ChangedOn.AddMonths(-Months);
    /// <summary>What shows the effect was chosen when the result could be seen already.</summary>
    public bool IsAfterwards => PlannedOn >= Due;

    /// <summary>Planned anew, before the result can be seen: after that it is only looked at.</summary>
    /// <exception cref="Refusal">The time has passed.</exception>
    public void Change(Measure measure, EffectContent content, DateOnly today)
    {
        var isSame = (content.Indicator, content.Control, content.Series, content.ChangedOn, content.Months) == (Indicator, Control, Series, ChangedOn, Months)
            && (!IsStated || content.Question.Trim() == Question);
        // Who looks may always be changed: somebody may have got a part in the measure since.
        if (!isSame || IsDone) MustBeOpen(today);
        var (units, planned) = (UnitIds, PlannedOn);
        Describe(measure, content, today);
        (UnitIds, PlannedOn) = isSame ? (units, planned) : (UnitIds, today);
    }

    /// <exception cref="Refusal">It is done, or the time has passed and the result can be seen.</exception>
    public void MustBeOpen(DateOnly today)
    {
        Refusal.If(IsDone, "Effekten är redan kontrollerad. Gör en ny effektkontroll om den behöver följas längre.");
        Refusal.If(today >= Due, "Resultatet kan redan ses. Därför ändras inte vad som ska visa effekten: fastställ det, och skriv en kommentar om det behövs.");
    }

    private void Describe(Measure measure, EffectContent content, DateOnly today)
    {
        Refusal.If(content.Indicator is null, "Välj vad som ska visa effekten.", nameof(Indicator));
        var (isStated, isSeries) = (content.Indicator is EffectIndicator.Observation, content.Indicator is EffectIndicator.Series);
        Refusal.If(content.Indicator is EffectIndicator.Deviations or EffectIndicator.Missed && content.Control is null, "Välj vilken kontroll som ska räknas.", nameof(Control));
        Refusal.If(isSeries && content.Series is null, "Välj vilken mätserie som ska följas.", nameof(Series));
        Refusal.If(isSeries && content.Months < FewestMonthsOfSeries, "En mätserie har ett värde i månaden. Välj minst 6 månader, annars räcker värdena inte för att visa något.", nameof(Months));
        Refusal.If(isStated && content.Question.Trim().Length == 0, "Skriv vad som ska iakttas.", nameof(Question));
        Refusal.If(content.ChangedOn is null, "Ange vilken dag det nya arbetssättet började.", nameof(ChangedOn));
        Refusal.If(content.ChangedOn < measure.Start, $"Åtgärden börjar {measure.Start:yyyy-MM-dd}. Det nya arbetssättet kan inte ha börjat före dess.", nameof(ChangedOn));
        Refusal.If(content.ChangedOn > today.AddYears(MostYearsAhead), "Det nya arbetssättet ska börja inom två år.", nameof(ChangedOn));
        Refusal.If(!MonthsToChoose.Contains(content.Months ?? 0), "Välj efter hur många månader.", nameof(Months));
        Refusal.If(content.PerformerId is null, "Välj vem som ska kontrollera effekten.", nameof(PerformerId));
        Refusal.If(measure.Involves(content.PerformerId!.Value), Separation, nameof(PerformerId));
        (Indicator, Control, Series) = (content.Indicator!.Value, isStated || isSeries ? null : content.Control, isSeries ? content.Series : null);
        (Question, UnitIds) = (isStated ? content.Question.Trim() : "", [.. content.UnitIds]);
        (ChangedOn, Months, PerformerId) = (content.ChangedOn!.Value, content.Months!.Value, content.PerformerId);
    }

    private const string Separation = "Effekten ska kontrolleras av någon annan än den som ansvarar för, rapporterar om eller har följt upp åtgärden.";

    private static void MustHaveHappened(Measure measure) =>
        Refusal.If(measure.Status is MeasureStatus.Cancelled or MeasureStatus.Merged, "Åtgärden blev inte av, och har ingen effekt att kontrollera.");

    /// <summary>What the counts say.</summary>
    public static EffectVerdict Judge(IReadOnlyList<EffectMonth> counted)
    {
        var (before, after) = (Sum(counted.Take(counted.Count / 2)), Sum(counted.Skip(counted.Count / 2)));
        if (before.Of < Difference.Floor || after.Of < Difference.Floor) return EffectVerdict.TooFew;
        if (Difference.Chance(before.Faults, before.Of, after.Faults, after.Of) >= Difference.Level) return EffectVerdict.NotShown;
        return (long)after.Faults * before.Of < (long)before.Faults * after.Of ? EffectVerdict.Better : EffectVerdict.Worse;
    }

    /// <summary>What the measured values say: a value that is not known yet is longer than any that is.</summary>
    /// <param name="months">How many months lie on each side.</param>
    public static EffectVerdict Judge(IReadOnlyList<EffectValue> measured, int months, EffectIndicator indicator)
    {
        var (before, after) = (Side(measured, months, isAfter: false), Side(measured, months, isAfter: true));
        var floor = FloorOf(indicator);
        if (before.Count < floor || after.Count < floor) return EffectVerdict.TooFew;
        if (RankDifference.Chance(before, after) >= Difference.Level) return EffectVerdict.NotShown;
        return RankDifference.IsLower(after, before) ? EffectVerdict.Better : EffectVerdict.Worse;
    }

    /// <summary>The values of one side of the change.</summary>
    public static IReadOnlyList<decimal> Side(IReadOnlyList<EffectValue> measured, int months, bool isAfter) =>
        [.. measured.Where(v => v.Month >= months == isAfter).Select(v => v.Value ?? decimal.MaxValue)];

    /// <summary>Fewer on either side say nothing: of a series' months, or of deviations.</summary>
    public static int FloorOf(EffectIndicator indicator) => indicator is EffectIndicator.Series ? RankDifference.FewestValues : Difference.Floor;

    public static EffectMonth Sum(IEnumerable<EffectMonth> months) => months.Aggregate(new EffectMonth(0, 0), (sum, m) => new(sum.Faults + m.Faults, sum.Of + m.Of));

    /// <summary>Which month a day lies in, 0 for the first before the change; null outside what is looked at.</summary>
    public int? MonthOf(DateOnly day)
    {
        if (day < From || day >= Due) return null;
        var month = 2 * Months - 1;
        while (day < ChangedOn.AddMonths(month - Months)) month--;
        return month;
    }

    /// <summary>Which month a calendar month ("2026-05") lies in; null outside, and for the one that the change lies within.</summary>
    public int? MonthOf(string calendarMonth)
    {
        var first = DateOnly.ParseExact(calendarMonth + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var last = first.AddMonths(1).AddDays(-1);
        return first >= From && last < ChangedOn ? MonthOf(last) : first >= ChangedOn && last < Due ? MonthOf(first) : null;
    }

    /// <summary>It has been looked at: what was counted stands as it was, whatever is put right later.</summary>
    /// <exception cref="Refusal">It is too early, done already, the measure came to nothing, or whoever looks has a part in it.</exception>
    public void Conclude(Measure measure, EffectFinding found, Guid? byId, string byName, DateOnly today)
    {
        Refusal.If(IsDone, "Effekten är redan kontrollerad.");
        MustHaveHappened(measure);
        Refusal.If(today < ReadyFrom, $"Effekten kan kontrolleras från {ReadyFrom:yyyy-MM-dd}, när {Months} månader har gått{(ReadyFrom > Due ? $" och det sista hunnit avslutas i {DaysToClose} dagar" : "")}.");
        Refusal.If(byId is { } person && measure.Involves(person), Separation);
        Refusal.If(IsStated && found.Stated is null or EffectVerdict.TooFew, "Välj vad iakttagelsen visar.", nameof(Verdict));
        Comment = IsStated ? Refusal.IfEmpty(found.Comment, "Skriv vad du har sett.", nameof(Comment)) : found.Comment.Trim();
        (Counted, Measured, OccasionIds) = (IsCounted ? found.Counted : [], IsMeasured ? found.Measured : [], IsStated ? [] : found.RowIds);
        Verdict = IsStated ? found.Stated : IsMeasured ? Judge(Measured, Months, Indicator) : Judge(Counted);
        (DoneOn, DoneBy) = (today, byName);
    }

    /// <summary>The measure's unit closes: what succeeds it keeps it. The units that are counted stay.</summary>
    public void GoTo(Guid unitId)
    {
        if (!IsDone) UnitId = unitId;
    }

    /// <summary>Whoever should have looked leaves.</summary>
    public void TakeOver(Guid toPersonId)
    {
        if (!IsDone) (PerformerId, Performer) = (toPersonId, null);
    }
}

/// <summary>What is planned of an effect control.</summary>
public sealed record EffectContent(EffectIndicator? Indicator, NamedControl? Control, string Question, DateOnly? ChangedOn, int? Months, Guid? PerformerId)
{
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];
    public EffectSeries? Series { get; init; }
}

/// <summary>What an effect control found: the counts or the measured values with their rows, or what somebody states that they saw.</summary>
public sealed record EffectFinding(IReadOnlyList<EffectMonth> Counted, IReadOnlyList<Guid> RowIds, EffectVerdict? Stated, string Comment)
{
    public IReadOnlyList<EffectValue> Measured { get; init; } = [];
}
