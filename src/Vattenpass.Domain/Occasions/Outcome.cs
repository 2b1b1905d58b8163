using Vattenpass.Domain.Forms;

namespace Vattenpass.Domain.Occasions;

/// <summary>How independent of the checked unit the performer was.</summary>
public enum Independence { SelfControl = 1, OtherUnit = 2, Independent = 3 }

/// <summary>What the performer states. Counts are whole objects: deviating of checked, serious of deviating.</summary>
public sealed record OutcomeContent(
    OutcomeResult Result, DateOnly PerformedOn, int Checked, int Deviating, int Serious, Independence Independence, string Reason,
    string Comment, IReadOnlyList<string> Objects)
{
    public static OutcomeContent AllWell(DateOnly on, int checkedCount, Independence independence) =>
        new(OutcomeResult.WithoutRemark, on, checkedCount, 0, 0, independence, "", "", []);

    public OutcomeContent Validated(Occasion occasion, DateOnly today)
    {
        Refusal.If(Result is OutcomeResult.NotDone && string.IsNullOrWhiteSpace(Reason), "Skriv varför kontrollen inte blev gjord.", nameof(Reason));
        Refusal.If(Result is OutcomeResult.NotApplicable && string.IsNullOrWhiteSpace(Reason),
            "Skriv vem som beslutade att kontrollen inte är tillämplig och varför.", nameof(Reason));
        Refusal.If(PerformedOn > today, "Dagen ligger i framtiden. Ange dagen då kontrollen gjordes.", nameof(PerformedOn));
        Refusal.If(IsDone && PerformedOn < occasion.From,
            $"Kontrollen avser {occasion.Period.Name} och kan inte ha gjorts före {occasion.From:yyyy-MM-dd}.", nameof(PerformedOn));
        Refusal.If(Checked < 0 || Deviating < 0 || Serious < 0, "Antal kan inte vara mindre än noll.", nameof(Checked));
        Refusal.If(Deviating > Checked, $"{Deviating} med avvikelse är fler än de {Checked} kontrollerade.", nameof(Deviating));
        Refusal.If(Serious > Deviating, $"{Serious} allvarliga är fler än de {Deviating} med avvikelse.", nameof(Serious));
        Refusal.If(Result is OutcomeResult.WithoutRemark or OutcomeResult.WithRemark && Deviating > 0,
            "Utfallet är utan avvikelse men antalet avvikelser är inte noll. Ändra ett av dem.", nameof(Deviating));
        Refusal.If(Result is OutcomeResult.Deviation or OutcomeResult.SeriousDeviation && Deviating == 0,
            "Ange hur många som hade avvikelse.", nameof(Deviating));
        Refusal.If(Result is OutcomeResult.SeriousDeviation && Serious == 0, "Ange hur många avvikelser som var allvarliga.", nameof(Serious));
        Refusal.If(Result is OutcomeResult.Deviation && Serious > 0, "Det finns allvarliga avvikelser. Välj utfallet allvarlig avvikelse.", nameof(Serious));
        var content = this with { Reason = Reason.Trim(), Comment = Comment.Trim() };
        // What was not done has checked nothing, whatever was typed before.
        return IsDone ? content : content with { Checked = 0, Deviating = 0, Serious = 0 };
    }

    public bool IsDone => Result is not (OutcomeResult.NotDone or OutcomeResult.NotApplicable);
}

/// <summary>One version of what was registered for an occasion. A correction is a new version with a reason; the old one stays.</summary>
public sealed class Outcome : Part
{
    public Occasion Occasion { get; private set; } = null!;
    public Guid OccasionId { get; private set; }
    public int Number { get; private set; }
    public OutcomeResult Result { get; private set; }
    public DateOnly PerformedOn { get; private set; }
    public DateTimeOffset RegisteredAt { get; private set; }
    public Guid? PerformerId { get; private set; }
    public string PerformerName { get; private set; } = "";
    public int Checked { get; private set; }
    public int Deviating { get; private set; }
    public int Serious { get; private set; }
    public Independence Independence { get; private set; }
    public string Reason { get; private set; } = "";
    public string Comment { get; private set; } = "";
    public string CorrectionReason { get; private set; } = "";
    /// <summary>Pseudonymous keys of what was checked (asset tags of phones), where the performer named them.</summary>
    public IReadOnlyList<string> Objects { get; private set; } = [];
    public override Root? Whole => Occasion;

    private Outcome() { }

    internal Outcome(Guid id, Occasion occasion, int number, OutcomeContent content, Guid? performerId, string performerName,
        DateTimeOffset at, string correctionReason)
    {
        Id = id;
        Occasion = occasion;
        OccasionId = occasion.Id;
        Number = number;
        RegisteredAt = at;
        PerformerId = performerId;
        PerformerName = performerName;
        CorrectionReason = correctionReason;
        Result = content.Result;
        PerformedOn = content.PerformedOn;
        Checked = content.Checked;
        Deviating = content.Deviating;
        Serious = content.Serious;
        Independence = content.Independence;
        Reason = content.Reason;
        Comment = content.Comment;
        Objects = content.Objects;
    }

    public OutcomeContent Content => new(Result, PerformedOn, Checked, Deviating, Serious, Independence, Reason, Comment, Objects);
}

public static class OutcomeNames
{
    public static string Swedish(this Independence independence) => independence switch
    {
        Independence.SelfControl => "självkontroll",
        Independence.OtherUnit => "annan enhet",
        Independence.Independent => "oberoende",
        _ => throw new InvalidOperationException(),
    };
}
