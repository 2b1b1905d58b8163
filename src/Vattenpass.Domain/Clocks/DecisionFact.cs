using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Clocks;

/// <summary>A favourable decision and what became of it.</summary>
public sealed record DecisionFact(string Decision, string Kind, DateOnly DecidedOn, DateOnly? ExecutedOn, DateOnly? InterruptedOn,
    DateOnly? EndedOn, DateOnly? ReportedOn, string Cause)
{
    /// <summary>The paragraph it was decided by, or the act: "SoL 11 kap. 1 §", "LSS 9 § 4". Empty where the register has none.</summary>
    public string Statute { get; init; } = "";
    /// <summary>As the register has it; empty where it has none.</summary>
    public string Sex { get; init; } = "";
    /// <summary>The day IVO and the auditors were told that it has been carried out.</summary>
    public DateOnly? NoticedOn { get; init; }

    /// <summary>Three months from the decision, or from the day the measure was interrupted (SoL 34 kap. 1 §).</summary>
    public DateOnly LastDay => StatutoryClock.Unexecuted.LastDay(InterruptedOn ?? DecidedOn, null);

    /// <summary>The day it was carried out; after an interruption, the day it was taken up again.</summary>
    public DateOnly? Carried => InterruptedOn is { } interrupted && ExecutedOn < interrupted ? null : ExecutedOn;

    /// <summary>To be reported for a quarter: past three months by the day it is told of, not carried out or ended in time, nor before the quarter began.</summary>
    public bool IsToBeReported(Period quarter, DateOnly asOf) =>
        LastDay < asOf
            && LastDay <= quarter.To
            && !(Carried <= LastDay)
            && !(EndedOn <= LastDay)
            && !(Carried < quarter.From)
            && !(EndedOn < quarter.From);

    /// <summary>Carried out late in the quarter, by the day told of: IVO and the auditors are told the date (SoL 34 kap. 2 §).</summary>
    public bool IsToBeNoticed(Period quarter, DateOnly asOf) =>
        Carried is { } carried && carried > LastDay && carried >= quarter.From && carried <= quarter.To && carried <= asOf;

    /// <summary>Past three months and neither carried out nor ended.</summary>
    public bool IsUnexecutedOn(DateOnly day) => LastDay < day && !(Carried <= day) && !(EndedOn <= day);

    public int DaysWaited(DateOnly asOf) =>
        ((Carried <= asOf ? Carried : EndedOn <= asOf ? EndedOn : asOf)!.Value).DayNumber - (InterruptedOn ?? DecidedOn).DayNumber;
}
