using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Domain.Measures;

/// <summary>What shows whether a measure helped: two that are counted here, and one that somebody sees and states.</summary>
public enum EffectIndicator { Deviations = 1, Missed = 2, Observation = 3 }

public enum EffectVerdict { Better = 1, NotShown = 2, Worse = 3, TooFew = 4 }

/// <summary>Faults of what was looked at in one month, counted from the day the new way of working began.</summary>
public sealed record EffectMonth(int Faults, int Of);

/// <summary>
/// Did it help? Somebody else than who answers for the measure looks, three, six or twelve months after the new way of working began, at the
/// same number of months before and after (SOSFS 2011:9 5 kap. 7–8 §§, improving measures). What was counted is frozen when it is done.
/// </summary>
public sealed class EffectControl : Part
{
    public static readonly IReadOnlyList<int> MonthsToChoose = [3, 6, 12];

    public Measure Measure { get; private set; } = null!;
    public EffectIndicator Indicator { get; private set; }
    /// <summary>The control that is counted; null for what is stated.</summary>
    public NamedControl? Control { get; private set; }
    /// <summary>What shall be seen, in words.</summary>
    public string Question { get; private set; } = "";
    /// <summary>The first day of the new way of working.</summary>
    public DateOnly ChangedOn { get; private set; }
    /// <summary>How many months after; as many before.</summary>
    public int Months { get; private set; }
    public Guid? PerformerId { get; private set; }
    public Person? Performer { get; private set; }
    /// <summary>Month by month, the first half before the change; empty until it is done, and for what is stated.</summary>
    public IReadOnlyList<EffectMonth> Counted { get; private set; } = [];
    /// <summary>The checks that were counted.</summary>
    public IReadOnlyList<Guid> OccasionIds { get; private set; } = [];
    public EffectVerdict? Verdict { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public string DoneBy { get; private set; } = "";
    public string Comment { get; private set; } = "";
    public override Root? Whole => Measure;

    private EffectControl() { }
    internal EffectControl(Guid id, Measure measure) => (Id, Measure) = (id, measure);

    public bool IsDone => DoneOn is not null;
    public bool IsCounted => Indicator is not EffectIndicator.Observation;
    /// <summary>The day after the last that is looked at: it may be done from then on.</summary>
    public DateOnly Due => ChangedOn.AddMonths(Months);
    public DateOnly From => ChangedOn.AddMonths(-Months);

    /// <exception cref="Refusal">Something is missing, or the one who shall look answers for the measure.</exception>
    internal void Plan(EffectContent content)
    {
        Refusal.If(IsDone, "Effekten är redan kontrollerad. Gör en ny effektkontroll om den behöver följas längre.");
        Refusal.If(content.Indicator is null, "Välj vad som ska visa effekten.", nameof(Indicator));
        var isCounted = content.Indicator is not EffectIndicator.Observation;
        Refusal.If(isCounted && content.Control is null, "Välj vilken kontroll som ska räknas.", nameof(Control));
        Refusal.If(!isCounted && content.Question.Trim().Length == 0, "Skriv vad som ska iakttas.", nameof(Question));
        Refusal.If(content.ChangedOn is null, "Ange vilken dag det nya arbetssättet började.", nameof(ChangedOn));
        Refusal.If(content.ChangedOn!.Value.Year is < 2000 or > 2100, "Kontrollera årtalet.", nameof(ChangedOn));
        Refusal.If(!MonthsToChoose.Contains(content.Months ?? 0), "Välj efter hur många månader.", nameof(Months));
        Refusal.If(content.PerformerId is null, "Välj vem som ska kontrollera effekten.", nameof(PerformerId));
        Refusal.If(Measure.IsAnsweredForBy(content.PerformerId!.Value), "Effekten ska kontrolleras av någon annan än den som ansvarar för åtgärden.", nameof(PerformerId));
        (Indicator, Control) = (content.Indicator!.Value, isCounted ? content.Control : null);
        Question = isCounted ? "" : content.Question.Trim();
        (ChangedOn, Months, PerformerId) = (content.ChangedOn.Value, content.Months!.Value, content.PerformerId);
    }

    /// <summary>What the counts say.</summary>
    public static EffectVerdict Judge(IReadOnlyList<EffectMonth> counted)
    {
        var (before, after) = (Sum(counted.Take(counted.Count / 2)), Sum(counted.Skip(counted.Count / 2)));
        if (before.Of < Difference.Floor || after.Of < Difference.Floor) return EffectVerdict.TooFew;
        if (Difference.Chance(before.Faults, before.Of, after.Faults, after.Of) >= Difference.Level) return EffectVerdict.NotShown;
        return (long)after.Faults * before.Of < (long)before.Faults * after.Of ? EffectVerdict.Better : EffectVerdict.Worse;
    }

    public static EffectMonth Sum(IEnumerable<EffectMonth> months) => months.Aggregate(new EffectMonth(0, 0), (sum, m) => new(sum.Faults + m.Faults, sum.Of + m.Of));

    /// <summary>Which month a day lies in, 0 for the first before the change; null outside what is looked at.</summary>
    public int? MonthOf(DateOnly day)
    {
        if (day < From || day >= Due) return null;
        var month = 2 * Months - 1;
        while (day < ChangedOn.AddMonths(month - Months)) month--;
        return month;
    }

    /// <summary>It has been looked at: what was counted stands as it was, whatever is put right later.</summary>
    /// <exception cref="Refusal">It is too early, done already, or done by somebody who answers for the measure.</exception>
    internal void Conclude(EffectFinding found, Guid? byId, string byName, DateOnly today)
    {
        Refusal.If(IsDone, "Effekten är redan kontrollerad.");
        Refusal.If(today < Due, $"Effekten kan kontrolleras från {Due:yyyy-MM-dd}, när {Months} månader har gått.");
        Refusal.If(byId is { } person && Measure.IsAnsweredForBy(person), "Effekten ska kontrolleras av någon annan än den som ansvarar för åtgärden.");
        Refusal.If(!IsCounted && found.Stated is null or EffectVerdict.TooFew, "Välj vad iakttagelsen visar.", nameof(Verdict));
        Comment = IsCounted ? found.Comment.Trim() : Refusal.IfEmpty(found.Comment, "Skriv vad du har sett.", nameof(Comment));
        (Counted, OccasionIds) = IsCounted ? (found.Counted, found.OccasionIds) : ([], []);
        Verdict = IsCounted ? Judge(Counted) : found.Stated;
        (DoneOn, DoneBy) = (today, byName);
    }

    internal void Become(Guid personId) => (PerformerId, Performer) = (personId, null);
}

/// <summary>What is planned of an effect control.</summary>
public sealed record EffectContent(EffectIndicator? Indicator, NamedControl? Control, string Question, DateOnly? ChangedOn, int? Months, Guid? PerformerId);

/// <summary>What an effect control found: the counts, or what somebody states that they saw.</summary>
public sealed record EffectFinding(IReadOnlyList<EffectMonth> Counted, IReadOnlyList<Guid> OccasionIds, EffectVerdict? Stated, string Comment);
