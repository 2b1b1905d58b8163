namespace Vattenpass.Domain.Figures;

/// <summary>A control of the plan as a report tells of it, with what was planned and done in the period.</summary>
public sealed record ControlFact(
    Guid Id, string Key, string Item, string Title, string RiskTitle, string RiskText, string RiskValue, string Method, string Recurrence,
    string Scope, string UnitOfCount,
    string Performer, string ReportsTo, string Officers, string LegalBasis, int Planned, int Done, int Late, int Deviating, DateOnly Start,
    IReadOnlyList<DateOnly> Checkpoints, DateOnly End)
{
    /// <summary>What the document that the plan was read from says of it, as a sentence; empty where it says nothing.</summary>
    public string AsRead { get; init; } = "";

    public string Purpose { get; init; } = "";

    /// <summary>The titles that those who made the period's checks held that day, and how many checks each; the last is of whom no title is known.</summary>
    public IReadOnlyList<(string Title, int Checks)> DoneBy { get; init; } = [];

    public string Status =>
        Planned == 0 ? "Infaller inte under perioden"
        : Done == Planned ? "Genomförd"
        : Late > 0 ? "Försenad"
        : Done == 0 ? "Ej påbörjad" : "Pågående";
}

/// <summary>Deviations of one control, kind and place, counted. ControlKey is the section's key.</summary>
public sealed record DeviationSummary(string ControlKey, string Kind, string Place, string Area, int Count, int Serious, int Closed, string Control = "");
