using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Routines;

namespace Vattenpass.Domain.Reports;

/// <summary>Everything a composer needs, as it is today or as it was when the report was signed.</summary>
public sealed record ReportFacts(
    string Board, string PlanStanding, Report Report, IReadOnlyList<ControlFact> Controls, YearFigures Figures,
    IReadOnlyList<MeasureFact> Measures, IReadOnlyList<DeviationSummary> Deviations, IReadOnlyList<string> PlanChanges, DateOnly Today)
{
    public YearFacts Year => Figures.Facts;

    /// <summary>What was done on the spot about what the lists showed.</summary>
    public IReadOnlyList<AtOnceFact> AtOnce { get; init; } = [];

    /// <summary>Answers that the report tells of besides the deviations.</summary>
    public IReadOnlyList<AnswerFact> Answers { get; init; } = [];

    /// <summary>The same kind of deviation at the same unit again and again, a sentence each.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Some deviations were followed up together, and each of what they hold is counted.</summary>
    public bool IsCountedOneByOne { get; init; }

    /// <summary>What the law asks of deviations: how many were assessed as each, and how many of them were handed over.</summary>
    public IReadOnlyList<(Assessment Kind, int Assessed, int HandedOver)> Assessments { get; init; } = [];

    /// <summary>Measures of earlier plans that were not over when the period began.</summary>
    public IReadOnlyList<MeasureFact> Carried { get; init; } = [];

    /// <summary>Deviations that are worked in other systems, counted.</summary>
    public IReadOnlyList<OtherCount> OtherDeviations { get; init; } = [];

    /// <summary>The routines with what the period's controls and deviations say of them.</summary>
    public IReadOnlyList<RoutineYear> Routines { get; init; } = [];

    /// <summary>The year's money set aside for measures.</summary>
    public IReadOnlyList<Envelope> Envelopes { get; init; } = [];

    /// <summary>Reviews reported in the period, and earlier ones with something left.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>The measures that meet their findings, by the id a finding names, as they are told.</summary>
    public IReadOnlyDictionary<Guid, string> ReviewMeasures { get; init; } = new Dictionary<Guid, string>();

    /// <summary>All money set aside for measures, whatever year: what a review found is seldom paid for within one.</summary>
    public IReadOnlyList<Allocation> ReviewMoney { get; init; } = [];

    /// <summary>The year of the plan before this one; 0 when there is none.</summary>
    public int YearBefore { get; init; }
    public IReadOnlyList<LastYearFact> LastYear { get; init; } = [];
    /// <summary>Controls that are weaker than then or gone, with the reason, a sentence each.</summary>
    public IReadOnlyList<string> LessControlled { get; init; } = [];

    /// <summary>The kontrollmoment of the plan, each with the controls it is made of.</summary>
    public IEnumerable<IGrouping<string, ControlFact>> Items => Controls.GroupBy(c => c.Item);
}

/// <summary>What was done on the spot at so many rows of a control's lists.</summary>
public sealed record AtOnceFact(Guid ControlId, string What, int Rows);

/// <summary>What a question was answered with at so many rows, or the newest answer of each place, which is then named.</summary>
public sealed record AnswerFact(Guid ControlId, string ToldAs, string Answer, int Rows, string Place = "", DateOnly? On = null);

public sealed record MeasureFact(
    string RiskTitle, string RiskText, string RiskValue, string Title, string Description, string Status, string Owner,
    string ReportingOfficer,
    DateOnly? Start, IReadOnlyList<DateOnly> Checkpoints, DateOnly? End, IReadOnlyList<(string Period, string Text)> Comments,
    string ControlKey)
{
    /// <summary>Sentences on its decision, posts, parts and moved days.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];
    /// <summary>Nothing more is to be done about it.</summary>
    public bool IsOver { get; init; }
}
