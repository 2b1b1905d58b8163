using Vattenpass.Domain.Figures;

namespace Vattenpass.Domain.Reports;

/// <summary>Everything a composer needs, as it is today or as it was when the report was signed.</summary>
public sealed record ReportFacts(
    string Board, string PlanStanding, Report Report, IReadOnlyList<ControlFact> Controls, YearFacts Year, YearFigures Figures,
    IReadOnlyList<MeasureFact> Measures, IReadOnlyList<DeviationSummary> Deviations, IReadOnlyList<string> PlanChanges, DateOnly Today)
{
    /// <summary>The kontrollmoment of the plan, each with the controls it is made of.</summary>
    public IEnumerable<IGrouping<string, ControlFact>> Items => Controls.GroupBy(c => c.Item);
}

public sealed record ControlFact(
    Guid Id, string Key, string Item, string Title, string RiskTitle, string RiskText, string RiskValue, string Method, string Recurrence, string Scope, string UnitOfCount,
    string Performer, string ReportsTo, string LegalBasis, int Planned, int Done, int Late, int Deviating, DateOnly Start, IReadOnlyList<DateOnly> Checkpoints, DateOnly End)
{
    public string Status => Planned == 0 ? "Infaller inte under perioden" : Done == Planned ? "Genomförd" : Done == 0 ? (Late > 0 ? "Försenad" : "Ej påbörjad") : Late > 0 ? "Försenad" : "Pågående";
}

public sealed record MeasureFact(
    string RiskTitle, string RiskText, string RiskValue, string Title, string Description, string Status, string Owner, string ReportingOfficer,
    DateOnly? Start, IReadOnlyList<DateOnly> Checkpoints, DateOnly? End, IReadOnlyList<(string Period, string Text)> Comments, string ControlKey);

/// <summary>Deviations of one control, kind and place, counted. ControlKey is the section's key, as is a measure's.</summary>
public sealed record DeviationSummary(string ControlKey, string Kind, string Place, string Area, int Count, int Serious, int Closed, string Control = "");
