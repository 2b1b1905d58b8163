using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>
/// What is known about a year (or a part of one), as plain rows: what was planned and done comes from occasions and deviations,
/// what could be checked comes from the registers and the modules. Known names the registers read in for the year and the
/// controls of its plan; a figure whose sources are not known is not given at all.
/// </summary>
public sealed record YearFacts(int Year, Period Period, IReadOnlySet<string> Known)
{
    public IReadOnlyList<OccasionFact> Checks { get; init; } = [];
    public IReadOnlyList<DeviationFact> Deviations { get; init; } = [];
    public IReadOnlyList<SampleFact> Samples { get; init; } = [];
    public IReadOnlyList<ReminderFact> Reminders { get; init; } = [];
    /// <summary>The municipality's own numbers, as they held on the period's last day.</summary>
    /// <summary>Which role each title may have; see <see cref="Registers.PermissionRules"/>.</summary>
    public IReadOnlyList<Registers.TitleRole> Roles { get; init; } = Registers.PermissionRules.Usual;
    public Plans.LocalRules Rules { get; init; } = Plans.LocalRules.Standard;
    /// <summary>What kinds of control have read out of the registers, and what modules know.</summary>
    public IReadOnlyList<object> Facts { get; init; } = [];

    /// <summary>The day permissions and open cases are judged on: the period's last day, or today while the period runs.</summary>
    public DateOnly AsOf => Today is { } today ? Period.AsOf(today) : Period.To;
    public DateOnly? Today { get; init; }
    public bool IsWholeYear => Period.From == new DateOnly(Year, 1, 1) && Period.To == new DateOnly(Year, 12, 31);
    /// <summary>The period is not over: what is told of it is told as of today.</summary>
    public bool IsRunning => Today <= Period.To;

    /// <summary>Of planned checks those that should have been done by now: all of a period that is over.</summary>
    public bool IsExpected(OccasionFact check) => check.Counts && (!IsRunning || check.Due < Today);

    public bool Knows(RegisterKind register) => Known.Contains(register.Key);

    /// <summary>The control is run here: its plan was adopted, or a person has registered an outcome.</summary>
    public bool Runs(string controlKey) => Known.Contains(RunMark + controlKey);

    public const string RunMark = "kontroll:";

    public IEnumerable<T> Of<T>() => Facts.OfType<T>();
    public IReadOnlyList<OccasionFact> ChecksOf(string controlKey) => [.. Checks.Where(c => c.ControlKey == controlKey)];

    /// <summary>A day as it was known on the last day told of: what came after had not happened yet.</summary>
    public DateOnly? Until(DateOnly? day) => IsWholeYear || day <= AsOf ? day : null;

    /// <summary>It had happened on the last day told of.</summary>
    public bool HasCome(DateOnly day) => IsWholeYear || day <= AsOf;
}

/// <summary>A drawn list: how it was chosen, out of how many, what it showed, and everything that was done to it.</summary>
public sealed record SampleFact(
    Guid ControlId, string Unit, string PeriodKey, int Number, Plans.Selection Selection, int Population, int Drawn, int Checked,
    int Deviating, bool Done, int Replaced, int LeftOut,
    string Reason)
{
    /// <summary>The groups it was drawn out of one by one; empty when it was drawn out of all together.</summary>
    public IReadOnlyList<Samples.SampleGroup> Groups { get; init; } = [];
}

/// <summary>How often people were told, per step of the ladder.</summary>
public sealed record ReminderFact(string Step, int Count);

/// <summary>An occasion as the figures see it. Object is what it is about, or empty; Checked, Deviating and Serious count objects.</summary>
public sealed record OccasionFact(
    Guid Id, Guid ControlId, string ControlKey, string Unit, string Area, string Object, string PeriodKey, bool Planned, bool Done,
    bool Ended,
    int Checked, int Deviating, int Serious, IReadOnlyList<string> Objects)
{
    /// <summary>It is in the denominator: planned, and not taken out of the plan.</summary>
    public bool Counts => Planned && !Ended;
    /// <summary>The last day of its window.</summary>
    public DateOnly Due { get; init; }
    public FigureRow Row => new(Id, Done ? 1 : 0);
}

/// <summary>A deviation as the figures see it, on the last day told of. StateIsDated is false where a file gave its state without days.</summary>
public sealed record DeviationFact(
    Guid Id, string ControlKey, string Object, string Unit, string Kind, string PeriodKey, bool Serious, bool InvestigationStarted,
    bool Investigated, bool FedBack,
    string Description = "", bool StateIsDated = true)
{
    /// <summary>Under investigation or investigated, and fed back.</summary>
    public bool IsHandled => InvestigationStarted && FedBack;
}
