using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Clocks;

/// <summary>Whether the time limit ends in a decision that can be appealed, or in considering the matter. The two are never the same.</summary>
public enum ClockNature { Investigation = 1, Consideration = 2, Reconsideration = 3, Execution = 4 }

/// <summary>What may move the last day, and what is then asked of a decision.</summary>
public enum Extension
{
    None = 0,
    /// <summary>Särskilda skäl. A day to which it was extended counts unless it is known to have been decided too late.</summary>
    ParticularReasons = 1,
    /// <summary>Synnerliga skäl, the exception of exceptions: it counts only when it is known to have been decided in time.</summary>
    ExtraordinaryReasons = 2,
}

/// <summary>
/// A time limit as the law had it between two days (null = open end), with where it stands. The length is in days and calendar months from
/// the start: months end on the same day number, clamped to the month's end; days are calendar days.
/// </summary>
public sealed record ClockRule(ClockNature Nature, int Days, int Months, string Reference, DateOnly? From = null, DateOnly? To = null)
{
    public Extension Extension { get; init; }

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    public string NatureText => Nature switch
    {
        ClockNature.Consideration => "övervägande",
        ClockNature.Reconsideration => "omprövning (beslut)",
        ClockNature.Execution => "verkställighet",
        _ => "handläggning",
    };

    public string LimitText => (Days, Months) switch
    {
        (0, 0) => "genast (lokal regel: samma dag)",
        (14, 0) => "14 dagar",
        (var d, 0) => $"{d} dagar",
        (_, 12) => "1 år",
        (_, 24) => "2 år",
        (_, 36) => "3 år",
        (_, var m) => $"{m} månader",
    };

    public string ExtensionGround => Extension switch
    {
        Extension.ParticularReasons => "särskilda skäl",
        Extension.ExtraordinaryReasons => "synnerliga skäl",
        _ => "",
    };

    /// <summary>The last day without any extension.</summary>
    public DateOnly LawfulDay(DateOnly start) => start.AddMonths(Months).AddDays(Days);

    /// <summary>The last day in time: a lawful extension moves it, one decided after the time was out does not.</summary>
    public DateOnly LastDay(DateOnly start, DateOnly? extendedTo, DateOnly? decidedOn)
    {
        var lawful = LawfulDay(start);
        var isExtended = extendedTo > lawful && Extension switch
        {
            Extension.ParticularReasons => decidedOn is null || decidedOn <= lawful,
            Extension.ExtraordinaryReasons => decidedOn <= lawful,
            _ => false,
        };
        return isExtended ? extendedTo!.Value : lawful;
    }
}

/// <summary>
/// A time limit in law, as a list of what it has been: the rule that counts is the one that held on the day the case's own period began.
/// No roll over week-ends in the figure (lag 1930:173 is shown beside it, not counted). When each text was read is told by <see cref="LegalBasis.ToldAsRead(string)"/>.
/// </summary>
public sealed record StatutoryClock(string CaseType, params IReadOnlyList<ClockRule> Rules)
{
    private static readonly DateOnly LastOfOldSoL = LegalBasis.NewSoL.AddDays(-1), Lag2022 = new(2022, 7, 1);

    /// <summary>The same rule in the old act and in the new.</summary>
    private static ClockRule[] SoL(string old, string now, ClockNature nature, int days, int months, Extension extension = Extension.None) =>
    [
        new(nature, days, months, $"SoL 2001:453 {old}", null, LastOfOldSoL) { Extension = extension },
        new(nature, days, months, $"SoL 2025:400 {now}", LegalBasis.NewSoL) { Extension = extension },
    ];

    private static ClockRule Lvu(string paragraph, ClockNature nature, int days, int months, DateOnly? from = null) =>
        new(nature, days, months, $"LVU 1990:52 {paragraph}", from);

    public static readonly IReadOnlyList<StatutoryClock> All =
    [
        new("omedelbar skyddsbedömning", SoL("11 kap. 1 a §", "20 kap. 1 §", ClockNature.Investigation, 0, 0)),
        new("förhandsbedömning", SoL("11 kap. 1 a §", "20 kap. 2 §", ClockNature.Investigation, 14, 0, Extension.ExtraordinaryReasons)),
        new("utredning", SoL("11 kap. 2 §", "20 kap. 3 §", ClockNature.Investigation, 0, 4, Extension.ParticularReasons)),
        new("jourhem", SoL("6 kap. 6 §", "22 kap. 4 §", ClockNature.Investigation, 0, 2, Extension.ParticularReasons)),
        new("övervägande", SoL("6 kap. 8 §", "22 kap. 13 §", ClockNature.Consideration, 0, 6)),
        new("övervägande LVU 2 §", Lvu("13 § första stycket", ClockNature.Consideration, 0, 6)),
        new("omprövning LVU 3 §", Lvu("13 § andra stycket", ClockNature.Reconsideration, 0, 6)),
        // To be considered, not decided on: a decision is needed only to end it.
        new("umgänge", Lvu("14 § tredje stycket", ClockNature.Consideration, 0, 3)),
        new("flyttningsförbud", Lvu("26 §", ClockNature.Consideration, 0, 3)),
        new("LVU 22 §", Lvu("22 §", ClockNature.Reconsideration, 0, 6)),
        new("LVU 29 §", Lvu("29 §", ClockNature.Investigation, 14, 0)),
        new("LVU 31 c §", Lvu("31 c §", ClockNature.Reconsideration, 0, 6)),
        new("vårdnadsöverflyttning",
            new(ClockNature.Consideration, 0, 36, "SoL 2001:453 6 kap. 8 §", null, Lag2022.AddDays(-1)),
            new(ClockNature.Consideration, 0, 24, "SoL 2001:453 6 kap. 8 b §", Lag2022, LastOfOldSoL),
            new(ClockNature.Consideration, 0, 24, "SoL 2025:400 22 kap. 14 § och LVU 1990:52 13 c §", LegalBasis.NewSoL)),
        new("vårdnadsöverflyttning, därefter",
            new(ClockNature.Consideration, 0, 12, "SoL 2001:453 6 kap. 8 b §", Lag2022, LastOfOldSoL),
            new(ClockNature.Consideration, 0, 12, "SoL 2025:400 22 kap. 14 § och LVU 1990:52 13 c §", LegalBasis.NewSoL)),
        new("uppföljning utan insats",
            new(ClockNature.Investigation, 0, 2, "SoL 2001:453 11 kap. 4 c §", null, LastOfOldSoL),
            new(ClockNature.Investigation, 0, 6, "SoL 2025:400 23 kap. 5 §", LegalBasis.NewSoL)),
        new("uppföljning efter vård LVU 21 c §", Lvu("21 c §", ClockNature.Investigation, 0, 6, Lag2022)),
        new("ungdomstjänst", SoL("5 kap. 1 b §", "18 kap. 8 §", ClockNature.Execution, 0, 2, Extension.ParticularReasons)),
    ];

    /// <summary>A favourable decision that is not carried out within three months is reported to IVO and the auditors each quarter.</summary>
    public static readonly StatutoryClock Unexecuted = new("ej verkställt beslut",
        new(ClockNature.Execution, 0, 3, "SoL 2001:453 16 kap. 6 f–6 h §§; LSS 1993:387 28 f–28 h §§", null, LastOfOldSoL),
        new(ClockNature.Execution, 0, 3, "SoL 2025:400 34 kap. 1–3 §§; LSS 1993:387 28 f–28 h §§", LegalBasis.NewSoL));

    /// <summary>What the limit is of, where the register's word is shorter: four months hold for investigations of children only.</summary>
    public string Told() => CaseType == "utredning" ? "utredning som gäller barn" : CaseType;

    /// <summary>The clock of a case that began on a day; null for a type that none knows, and for a day before there was any limit.</summary>
    public static StatutoryClock? For(string caseType, DateOnly began) => For(caseType) is { } clock && clock.On(began) is not null ? clock : null;

    public static StatutoryClock? For(string caseType) =>
        All.FirstOrDefault(c => string.Equals(c.CaseType, caseType.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The rule that held on a day; null when there was none.</summary>
    public ClockRule? On(DateOnly day) => Rules.FirstOrDefault(r => r.HoldsOn(day));

    /// <summary>The last day in time, by the rule that held on the day the period began.</summary>
    /// <exception cref="InvalidOperationException">There was no limit on that day; ask <see cref="For(string, DateOnly)"/> first.</exception>
    public DateOnly LastDay(DateOnly start, DateOnly? extendedTo, DateOnly? decidedOn = null) =>
        (On(start) ?? throw new InvalidOperationException($"{CaseType} had no limit on {start:yyyy-MM-dd}.")).LastDay(start, extendedTo, decidedOn);

    /// <summary>Ended after the last day, or not ended and the last day lies before <paramref name="asOf"/>, the year's last day.</summary>
    public bool IsLate(DateOnly start, DateOnly? ended, DateOnly? extendedTo, DateOnly asOf, DateOnly? decidedOn = null) =>
        ended is { } end ? end > LastDay(start, extendedTo, decidedOn) : LastDay(start, extendedTo, decidedOn) < asOf;
}

public enum ClockState { InTime = 1, DueSoon = 2, Late = 3, EndedInTime = 4, EndedLate = 5 }

/// <summary>One case against its clock on a day.</summary>
public sealed record ClockReading(string Case, StatutoryClock Clock, DateOnly Start, DateOnly? Ended, DateOnly? ExtendedTo,
    DateOnly? ExtensionDecidedOn, string Cause, DateOnly AsOf)
{
    /// <summary>Days left that are few enough to be called soon.</summary>
    public const int Soon = 14;

    /// <summary>The rule that held when the case's period began.</summary>
    public ClockRule Rule => Clock.On(Start)!;
    public DateOnly LawfulDay => Rule.LawfulDay(Start);
    public DateOnly LastDay => Clock.LastDay(Start, ExtendedTo, ExtensionDecidedOn);

    /// <summary>The last day moved to the next working day (lag 1930:173); shown beside, never counted.</summary>
    public DateOnly RolledDay => SwedishHolidays.NextWorkingDay(LastDay);
    public int DaysLeft => LastDay.DayNumber - AsOf.DayNumber;
    public int DaysTaken => (Ended ?? AsOf).DayNumber - Start.DayNumber;

    public ClockState State => Ended is { } end ? end > LastDay ? ClockState.EndedLate : ClockState.EndedInTime
        : LastDay < AsOf ? ClockState.Late : DaysLeft <= Soon ? ClockState.DueSoon : ClockState.InTime;
    public bool IsLate => State is ClockState.Late or ClockState.EndedLate;

    public string ExtensionText => ExtendedTo is null ? ""
        : Rule.Extension is Extension.None ? "kan inte förlängas"
        : ExtensionDecidedOn > LawfulDay ? $"förlängd till {ExtendedTo:yyyy-MM-dd}, men beslutad för sent ({ExtensionDecidedOn:yyyy-MM-dd})"
        : ExtensionDecidedOn is null ? $"förlängd till {ExtendedTo:yyyy-MM-dd}; beslutsdag saknas, "
            + (Rule.Extension is Extension.ExtraordinaryReasons ? "kräver synnerliga skäl och räknas därför inte" : "räknas tills vidare som giltig")
        : $"giltigt förlängd till {ExtendedTo:yyyy-MM-dd} ({Rule.ExtensionGround})";

    public bool ExtensionDecidedTooLate => Rule.Extension is not Extension.None && ExtendedTo is not null && ExtensionDecidedOn > LawfulDay;

    public string StateText => State switch
    {
        ClockState.InTime => $"{Prose.Number(DaysLeft, "dag", "dagar")} kvar",
        ClockState.DueSoon => DaysLeft == 0 ? "sista dagen i dag" : DaysLeft == 1 ? "1 dag kvar" : $"{DaysLeft} dagar kvar",
        ClockState.Late => $"{-DaysLeft} {(DaysLeft == -1 ? "dag" : "dagar")} för sent",
        ClockState.EndedInTime => "klart i tid",
        ClockState.EndedLate => $"klart {Prose.Number(Ended!.Value.DayNumber - LastDay.DayNumber, "dag", "dagar")} för sent",
        _ => throw new InvalidOperationException(),
    };
}
