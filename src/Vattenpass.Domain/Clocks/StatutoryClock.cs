using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Clocks;

/// <summary>Whether the time limit ends in a decision that can be appealed, or in considering the matter. The two are never the same.</summary>
public enum ClockNature { Investigation = 1, Consideration = 2, Reconsideration = 3, Execution = 4 }

/// <summary>
/// A time limit in law: so many days or months from the start. Months end on the same day number, clamped to the month's end;
/// days are calendar days; no roll over week-ends in the figure (lag 1930:173 is shown beside it, not counted).
/// An extension counts only for a clock that can be extended, and not when it was decided too late.
/// </summary>
public sealed record StatutoryClock(string CaseType, ClockNature Nature, int Days, int Months, string ExtensionGround,
    params LegalBasis[] Basis)
{
    public bool CanBeExtended => ExtensionGround == ParticularReasons;

    /// <summary>Särskilda skäl: a decision moves the last day. Synnerliga skäl, of a förhandsbedömning, are shown but never move the figure (fixtures' rule).</summary>
    private const string ParticularReasons = "särskilda skäl", ExtraordinaryReasons = "synnerliga skäl";

    private static LegalBasis Lvu(string paragraph) => new($"LVU 1990:52 {paragraph}");

    public static readonly IReadOnlyList<StatutoryClock> All =
    [
        new("omedelbar skyddsbedömning", ClockNature.Investigation, 0, 0, "", LegalBasis.SoL("11 kap. 1 a §", "20 kap. 1 §")),
        new("förhandsbedömning", ClockNature.Investigation, 14, 0, ExtraordinaryReasons, LegalBasis.SoL("11 kap. 1 a §", "20 kap. 2 §")),
        new("utredning", ClockNature.Investigation, 0, 4, ParticularReasons, LegalBasis.SoL("11 kap. 2 §", "20 kap. 3 §")),
        new("jourhem", ClockNature.Investigation, 0, 2, ParticularReasons, LegalBasis.SoL("6 kap. 6 §", "22 kap. 4 §")),
        new("övervägande", ClockNature.Consideration, 0, 6, "", LegalBasis.SoL("6 kap. 8 §", "22 kap. 13 §")),
        new("övervägande LVU 2 §", ClockNature.Consideration, 0, 6, "", Lvu("13 § första stycket")),
        new("omprövning LVU 3 §", ClockNature.Reconsideration, 0, 6, "", Lvu("13 § andra stycket")),
        new("umgänge", ClockNature.Reconsideration, 0, 3, "", Lvu("14 §")),
        new("flyttningsförbud", ClockNature.Reconsideration, 0, 3, "", Lvu("26 §")),
        new("vårdnadsöverflyttning", ClockNature.Consideration, 0, 24, "",
            [.. LegalBasis.SoL("6 kap. 8 §", "22 kap. 14 §"), Lvu("13 c §")]),
        new("uppföljning utan insats", ClockNature.Investigation, 0, 6, "", LegalBasis.SoL("11 kap. 4 c §", "23 kap. 5 §")),
        new("ungdomstjänst", ClockNature.Execution, 0, 2, ParticularReasons, LegalBasis.SoL("5 kap. 1 b §", "18 kap. 8 §")),
    ];

    /// <summary>A favourable decision that is not carried out within three months is reported to IVO and the auditors each quarter.</summary>
    public static readonly StatutoryClock Unexecuted = new("ej verkställt beslut", ClockNature.Execution, 0, 3, "",
        [.. LegalBasis.SoL("16 kap. 6 f §", "34 kap. 1 §"), new("LSS 1993:387 28 f §")]);

    public static StatutoryClock? For(string caseType) =>
        All.FirstOrDefault(c => string.Equals(c.CaseType, caseType.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The law as it was on a day: 2001:453 before 2025-07-01, 2025:400 from then.</summary>
    public string BasisOn(DateOnly day) => string.Join("; ", Basis.Where(b => b.HoldsOn(day)).Select(b => b.Reference));

    /// <summary>The last day in time. An extension counts only for a clock that can be extended, and not when it is known to have been decided after the time was out.</summary>
    public DateOnly LastDay(DateOnly start, DateOnly? extendedTo, DateOnly? decidedOn = null)
    {
        var lawful = start.AddMonths(Months).AddDays(Days);
        return CanBeExtended && extendedTo is { } extended && !(decidedOn > lawful) ? extended : lawful;
    }

    /// <summary>Ended after the last day, or not ended and the last day lies before <paramref name="asOf"/>, the year's last day.</summary>
    public bool IsLate(DateOnly start, DateOnly? ended, DateOnly? extendedTo, DateOnly asOf, DateOnly? decidedOn = null) =>
        ended is { } end ? end > LastDay(start, extendedTo, decidedOn) : LastDay(start, extendedTo, decidedOn) < asOf;

    public string NatureText => Nature switch
    {
        ClockNature.Consideration => "övervägande",
        ClockNature.Reconsideration => "omprövning (beslut)",
        ClockNature.Execution => "verkställighet",
        _ => "handläggning",
    };

    public string LimitText =>
        (Days, Months) switch
        {
            (0, 0) => "genast, samma dag",
            (var d, 0) => $"{d} dagar",
            (_, 24) => "2 år",
            (_, var m) => $"{m} månader"
        };
}

public enum ClockState { InTime = 1, DueSoon = 2, Late = 3, EndedInTime = 4, EndedLate = 5 }

/// <summary>One case against its clock on a day.</summary>
public sealed record ClockReading(string Case, StatutoryClock Clock, DateOnly Start, DateOnly? Ended, DateOnly? ExtendedTo,
    DateOnly? ExtensionDecidedOn, string Cause, DateOnly AsOf)
{
    /// <summary>Days left that are few enough to be called soon.</summary>
    public const int Soon = 14;

    public DateOnly LawfulDay => Clock.LastDay(Start, null);
    public DateOnly LastDay => Clock.LastDay(Start, ExtendedTo, ExtensionDecidedOn);

    /// <summary>The last day moved to the next working day (lag 1930:173); shown beside, never counted.</summary>
    public DateOnly RolledDay => SwedishHolidays.NextWorkingDay(LastDay);
    public int DaysLeft => LastDay.DayNumber - AsOf.DayNumber;
    public int DaysTaken => (Ended ?? AsOf).DayNumber - Start.DayNumber;

    public ClockState State => Ended is { } end ? end > LastDay ? ClockState.EndedLate : ClockState.EndedInTime
        : LastDay < AsOf ? ClockState.Late : DaysLeft <= Soon ? ClockState.DueSoon : ClockState.InTime;
    public bool IsLate => State is ClockState.Late or ClockState.EndedLate;

    public string ExtensionText => ExtendedTo is null ? ""
        : !Clock.CanBeExtended
        ? Clock.ExtensionGround.Length > 0 ? $"förlängd till {ExtendedTo:yyyy-MM-dd}; kräver {Clock.ExtensionGround} och flyttar inte fristen i siffrorna"
        : "kan inte förlängas"
        : ExtensionDecidedOn is null ? $"förlängd till {ExtendedTo:yyyy-MM-dd}, beslutsdag uppgift saknas"
        : ExtensionDecidedOn > LawfulDay ? $"förlängd till {ExtendedTo:yyyy-MM-dd}, men beslutad för sent ({ExtensionDecidedOn:yyyy-MM-dd})"
        : $"giltigt förlängd till {ExtendedTo:yyyy-MM-dd}";

    public bool ExtensionDecidedTooLate => Clock.CanBeExtended && ExtendedTo is not null && ExtensionDecidedOn > LawfulDay;

    public string StateText => State switch
    {
        ClockState.InTime => $"{DaysLeft} dagar kvar",
        ClockState.DueSoon => DaysLeft == 0 ? "sista dagen i dag" : DaysLeft == 1 ? "1 dag kvar" : $"{DaysLeft} dagar kvar",
        ClockState.Late => $"{-DaysLeft} {(DaysLeft == -1 ? "dag" : "dagar")} för sent",
        ClockState.EndedInTime => "klar i tid",
        ClockState.EndedLate => $"klar {(Ended!.Value.DayNumber - LastDay.DayNumber)} dagar för sent",
        _ => throw new InvalidOperationException(),
    };
}
