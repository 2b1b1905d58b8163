using System.Text.Json.Serialization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

/// <summary>Everything about a control that a person writes; the same shape for a template and for a form.</summary>
public sealed record ControlContent
{
    public string Item { get; init; } = "";
    public string Title { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string Description { get; init; } = "";
    public Field Field { get; init; }
    public ControlMethod Method { get; init; } = ControlMethod.Full;
    public SizeRule Size { get; init; } = new(null, null);
    public Recurrence Recurrence { get; init; } = Recurrence.Monthly;
    public ScopeKind Scope { get; init; } = ScopeKind.Units;
    public string? Register { get; init; }
    public IReadOnlyList<Guid> ChosenUnits { get; init; } = [];
    public IReadOnlyList<string> Activities { get; init; } = [];
    public string UnitOfCount { get; init; } = "";
    /// <summary>Several titles with commas between them, as the two below. Templates and stored ones have it under its older name.</summary>
    [JsonPropertyName("performerTitle")]
    public string PerformerTitles { get; init; } = "";
    public string OfficerTitles { get; init; } = "";
    [JsonPropertyName("reportingTitle")]
    public string ReportingTitles { get; init; } = "";
    public string ToldTitles { get; init; } = "";
    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];
    public string DeviationRule { get; init; } = "";
    public string SeriousRule { get; init; } = "";
    public int Minutes { get; init; } = 15;
    public bool NeedsApproval { get; init; }
    /// <summary>The executive board has decided that every board has it.</summary>
    public bool IsCommon { get; init; }
    /// <summary>The manager and those who are told are told of every deviation at once, not only of the serious ones.</summary>
    public bool TellsAtOnce { get; init; }
    public Guid? RiskId { get; init; }
    public string FormKey { get; init; } = "";
    public DoneBy DoneBy { get; init; } = DoneBy.Statement;
    public Selection Selection { get; init; } = Selection.Random;
}
