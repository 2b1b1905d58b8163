using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Figures;

/// <summary>
/// What is known about a year (or a part of one), as plain rows: what was planned and done comes from occasions and deviations,
/// what could be checked comes from the registers. Known names the registers read in for the year and the controls of its
/// plan; a figure whose sources are not known is not given at all.
/// </summary>
public sealed record YearFacts(int Year, Period Period, IReadOnlySet<string> Known)
{
    public IReadOnlyList<StoreFact> Stores { get; init; } = [];
    public IReadOnlyList<SampleFact> Samples { get; init; } = [];
    public IReadOnlyList<ReminderFact> Reminders { get; init; } = [];
    public IReadOnlyList<OccasionFact> StoreChecks { get; init; } = [];
    public IReadOnlyList<DeviationFact> DrugDeviations { get; init; } = [];
    public IReadOnlyList<PhoneFact> Phones { get; init; } = [];
    public IReadOnlyList<OccasionFact> PhoneChecks { get; init; } = [];
    public IReadOnlyList<OccasionFact> LogChecks { get; init; } = [];
    public IReadOnlyList<LogCountFact> LogCounts { get; init; } = [];
    public IReadOnlyList<LogCaseFact> LogCases { get; init; } = [];
    public IReadOnlyList<RehabFact> RehabCases { get; init; } = [];
    public IReadOnlyList<AbsenceFact> Absences { get; init; } = [];
    public IReadOnlyList<CaseFact> Cases { get; init; } = [];
    public IReadOnlyList<AccountFact> Accounts { get; init; } = [];
    public IReadOnlyList<EmploymentFact> Employments { get; init; } = [];
    public IReadOnlyList<OccasionFact> OtherChecks { get; init; } = [];

    /// <summary>The day permissions and open cases are judged on: the period's last day, or today while the period runs.</summary>
    public DateOnly AsOf => Today is { } today ? Period.AsOf(today) : Period.To;
    public DateOnly? Today { get; init; }
    public IEnumerable<OccasionFact> AllChecks => StoreChecks.Concat(PhoneChecks).Concat(LogChecks).Concat(OtherChecks);
    public bool IsWholeYear => Period.From == new DateOnly(Year, 1, 1) && Period.To == new DateOnly(Year, 12, 31);
    public bool Knows(string register) => Known.Contains(register);

    /// <summary>The control is run here: its plan was adopted, or a person has registered an outcome.</summary>
    public bool Runs(string controlKey) => Known.Contains(RunMark + controlKey);

    public const string RunMark = "kontroll:";
}

/// <summary>A drawn list: how it was chosen, out of how many, what it showed, and everything that was done to it.</summary>
public sealed record SampleFact(Guid ControlId, string Unit, string PeriodKey, int Number, Selection Selection, int Population, int Drawn, int Checked, int Deviating, bool Done, int Replaced, int LeftOut, string Reason);

/// <summary>How often people were told, per step of the ladder.</summary>
public sealed record ReminderFact(string Step, int Count);

/// <summary>An occasion as the figures see it. Object is the store, or empty; Checked, Deviating and Serious count objects.</summary>
public sealed record OccasionFact(
    Guid Id, Guid ControlId, string ControlKey, string Unit, string Area, string Object, string PeriodKey, bool Planned, bool Done, bool Ended,
    int Checked, int Deviating, int Serious, IReadOnlyList<string> Objects);

/// <summary>A medicine store. One whose days of use are not known, as from a register, is in use all year.</summary>
public sealed record StoreFact(string Code, string Unit, string Area, string Kind, DateOnly? ControlFrom)
{
    public DateOnly? UsedFrom { get; init; }
    public DateOnly? UsedTo { get; init; }

    /// <summary>No control had begun by that day, nor was any to.</summary>
    public bool IsUncontrolledOn(DateOnly day) => ControlFrom is null || ControlFrom > day;

    /// <summary>How many calendar months of the period it is in use, if only for a day.</summary>
    public int MonthsIn(Period period)
    {
        var (from, to) = (UsedFrom > period.From ? UsedFrom.Value : period.From, UsedTo < period.To ? UsedTo.Value : period.To);
        return from > to ? 0 : ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
    }
}

public sealed record DeviationFact(Guid Id, string Object, string Unit, string Kind, string PeriodKey, bool Serious, bool BalanceDifference, bool InvestigationStarted, bool Handled, string Description = "")
{
    public bool Investigated { get; init; }
    public bool FedBack { get; init; }
}

public sealed record PhoneFact(string Id, string Unit);

public sealed record RehabFact(string Case, string Employee, DateOnly Start, DateOnly? Closed, string Cause)
{
    public bool IsRepeatedShortAbsence => Cause.Contains("upprepad korttid", StringComparison.OrdinalIgnoreCase);
}

public sealed record AbsenceFact(string Employee, DateOnly From, DateOnly? To);

public sealed record CaseFact(string Case, string Type, DateOnly Start, DateOnly? Ended, DateOnly? ExtendedTo, DateOnly? ExtensionDecidedOn = null);

public sealed record AccountFact(string System, string Employee, string Role, string Unit, DateOnly? From, DateOnly? To, Guid RowId = default);

public sealed record EmploymentFact(string Employee, string Unit, string Title, DateOnly From, DateOnly? To);
