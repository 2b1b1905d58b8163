using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Deviations;

public enum Severity { Minor = 1, Serious = 2 }
public enum InvestigationState { NotStarted = 1, Ongoing = 2, Concluded = 3 }

/// <summary>
/// What was wrong. Investigation, feedback and closing are three separate facts, each with its own day; for an imported
/// row the day may be unknown (null although the fact holds) and is shown as "uppgift saknas", never invented.
/// </summary>
public sealed class Deviation : Root
{
    private readonly List<DeviationMessage> messages = [];

    public Guid? OccasionId { get; private set; }
    public Occasion? Occasion { get; private set; }
    public Unit Unit { get; private set; } = null!;
    /// <summary>The control's template key ("lakemedel", "mobiltelefoner" …); "" for one reported outside a control.</summary>
    public string ControlKey { get; private set; } = "";
    public string ObjectKey { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Severity Severity { get; private set; }
    public DateOnly FoundOn { get; private set; }
    /// <summary>The period the deviation is counted in, "2024-05"; where only the month is known FoundOn is its last day.</summary>
    public string PeriodKey { get; private set; } = "";
    public Guid? ReportedById { get; private set; }
    public Person? ReportedBy { get; private set; }
    public DateTimeOffset RegisteredAt { get; private set; }
    public string ImmediateAction { get; private set; } = "";
    public InvestigationState Investigation { get; private set; } = InvestigationState.NotStarted;
    public DateOnly? InvestigationStartedOn { get; private set; }
    public DateOnly? InvestigationConcludedOn { get; private set; }
    public Guid? ConcludedById { get; private set; }
    public string Cause { get; private set; } = "";
    public string ActionTaken { get; private set; } = "";
    public bool FeedbackGiven { get; private set; }
    public DateOnly? FeedbackGivenOn { get; private set; }
    public string FeedbackText { get; private set; } = "";
    /// <summary>Who it was given to; for a medicine store its responsible nurse.</summary>
    public Guid? InvestigatorId { get; private set; }
    public Person? Investigator { get; private set; }
    /// <summary>MAS has read the feedback on a deviation at a medicine store and is content with it.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    public Guid? ReceivedById { get; private set; }
    /// <summary>The way home of a difference in a balance; null for every other deviation.</summary>
    public DrugMatter? Drug { get; private set; }
    /// <summary>What has been written to and fro about it, oldest first.</summary>
    public IReadOnlyList<DeviationMessage> Messages => messages;
    public DateOnly? ClosedOn { get; private set; }
    public string ClosingNote { get; private set; } = "";
    /// <summary>The head told the board's chair of a serious deviation.</summary>
    public DateOnly? ChairInformedOn { get; private set; }
    public Guid? SourceRowId { get; private set; }
    public bool Withdrawn { get; private set; }

    private Deviation() { }

    public Deviation(Guid id, DeviationContent content, Guid? reportedById, DateTimeOffset at)
    {
        (Id, UnitId, Field) = (id, content.UnitId, content.Field);
        Kind = Refusal.IfEmpty(content.Kind, "Skriv vad avvikelsen gäller.", nameof(Kind));
        (Description, Severity, FoundOn, PeriodKey, ImmediateAction) = (content.Description.Trim(), content.Severity, content.FoundOn, content.PeriodKey, content.ImmediateAction.Trim());
        (OccasionId, ControlKey, ObjectKey, ReportedById, RegisteredAt) = (content.OccasionId, content.ControlKey, content.ObjectKey, reportedById, at);
    }

    public const string MedicineStores = "lakemedel";

    public override bool BelongsTo(Guid personId) => ReportedById == personId || InvestigatorId == personId;
    public bool IsAtMedicineStore => ControlKey == MedicineStores;
    /// <summary>A difference in a medicine store's balance: closed only with cause, action, feedback and MAS's receipt.</summary>
    public bool IsDrugDifference => IsAtMedicineStore && IsBalanceDifference;
    /// <summary>A fault at a medicine store that may be put right and closed at once, such as a box not marked.</summary>
    public bool IsSimpleDrugFault => IsAtMedicineStore && !IsBalanceDifference && Severity is Severity.Minor;
    /// <summary>What a difference in a balance still lacks before it is home; nothing for every other deviation. Needs Drug.</summary>
    public IReadOnlyList<string> LeftToTrace => !IsDrugDifference ? [] : Drug is null ? [DrugMatter.LeftUntraced] : [.. Drug.Missing()];
    public bool IsImported => SourceRowId is not null;
    public bool IsClosed => ClosedOn is not null;
    public bool IsBalanceDifference => Kind.Contains(StoreFaults.Balance, StringComparison.OrdinalIgnoreCase);
    /// <summary>Under investigation or investigated, and fed back: what the 2024 report counts as handled.</summary>
    public bool IsHandled => Investigation is not InvestigationState.NotStarted && FeedbackGiven;
    /// <summary>Nothing is left for the one it was given to: investigated, fed back and, for a difference in a balance, traced or found a loss. Needs Drug.</summary>
    public bool IsHome => FeedbackGiven && Investigation is InvestigationState.Concluded && (!IsDrugDifference || Drug is { Trace: not Medicines.Trace.Undecided });
    public bool IsUntouched => Investigation is InvestigationState.NotStarted && !FeedbackGiven && !IsClosed;

    public string StatusText =>
        IsClosed ? "avslutad"
        : IsDrugDifference && FeedbackGiven && Investigation is InvestigationState.Concluded && ReceivedOn is null ? "återkopplad, väntar på MAS kvittens"
        : FeedbackGiven && Investigation is InvestigationState.Concluded ? "utredd och återkopplad"
        : FeedbackGiven && Investigation is InvestigationState.Ongoing ? "utreds, återkopplad"
        : Investigation is InvestigationState.Concluded ? "utredd, väntar på återkoppling"
        : Investigation is InvestigationState.Ongoing ? "utreds"
        : "inte påbörjad";

    /// <summary>The state an imported row was in. Days, cause and action are not in the file and stay unknown.</summary>
    public void TakeOver(Guid sourceRowId, InvestigationState investigation, bool feedbackGiven)
        => (SourceRowId, Investigation, FeedbackGiven) = (sourceRowId, investigation, feedbackGiven);

    /// <summary>The row it came from was read in again with a new state. What people have done here since is never undone.</summary>
    public void FollowRow(Guid newRowId, string description, InvestigationState investigation, bool feedbackGiven)
    {
        (SourceRowId, Description) = (newRowId, description);
        if (InvestigationStartedOn is null) Investigation = investigation;
        if (FeedbackGivenOn is null) FeedbackGiven = feedbackGiven;
    }

    public void GiveTo(Guid personId)
    {
        MustBeOpen();
        InvestigatorId = personId;
    }

    /// <summary>The difference as it was counted, or, for an imported one, with what the file says.</summary>
    public DrugMatter Trace(Guid id, Guid? lineId, string preparation, decimal? difference, string unit)
    {
        Refusal.If(!IsDrugDifference, "Bara en saldodifferens i ett läkemedelsförråd spåras.");
        return Drug ??= new(id, this, lineId, preparation, difference, unit);
    }

    /// <summary>Found and put right at the control: MAS sees what was wrong and what was done in the month's list.</summary>
    public void CloseOnTheSpot(string putRight, DateOnly day, Guid? personId)
    {
        MustBeOpen();
        Refusal.If(!IsSimpleDrugFault, "Bara ett enkelt fel i ett läkemedelsförråd avslutas på plats.");
        ConcludeInvestigation("enkelt fel, upptäckt vid kontrollen", putRight, day, personId);
        GiveFeedback("Rättat vid kontrollen och redovisat i den.", day);
        ClosedOn = day;
    }

    public DeviationMessage Say(Guid id, string text, Guid? byId, string byName, DateTimeOffset at)
    {
        MustBeOpen();
        var message = new DeviationMessage(id, this, Refusal.IfEmpty(text, "Skriv ett meddelande.", nameof(DeviationMessage.Text)), byId, byName, at);
        messages.Add(message);
        return message;
    }

    /// <summary>MAS's receipt. Without it a difference stays open, whatever else is done.</summary>
    public void Receive(DateOnly day, Guid? personId)
    {
        MustBeOpen();
        Refusal.If(!IsAtMedicineStore, "Bara avvikelser i läkemedelsförråd kvitteras av MAS.");
        Refusal.If(!FeedbackGiven, "Det finns ingen återkoppling att kvittera än.");
        Refusal.If(ReceivedOn is not null, $"Återkopplingen kvitterades {ReceivedOn:yyyy-MM-dd}.");
        Refusal.If(Investigation is not InvestigationState.Concluded || Cause.Length == 0 || ActionTaken.Length == 0, "Orsak och åtgärd saknas. De ska finnas innan återkopplingen kvitteras.");
        Refusal.If(IsDrugDifference && Drug?.Trace is null or Medicines.Trace.Undecided, "Det är inte avgjort om differensen går att spåra.");
        (ReceivedOn, ReceivedById) = (day, personId);
    }

    /// <summary>MAS takes note of a simple fault together with others of the month, and closes it.</summary>
    public void ReceiveSimple(string cause, string action, DateOnly day, Guid? personId)
    {
        MustBeOpen();
        Refusal.If(!IsSimpleDrugFault, "En saldodifferens eller en allvarlig avvikelse kvitteras för sig.");
        if (Investigation is not InvestigationState.Concluded) ConcludeInvestigation(cause, action, day, personId);
        else if (Cause.Length == 0 || ActionTaken.Length == 0) Complete(cause, action, personId);
        if (!FeedbackGiven) GiveFeedback("Kvitterad av MAS i månadens genomgång.", day);
        (ReceivedOn, ReceivedById) = (ReceivedOn ?? day, ReceivedById ?? personId);
        Close("", day, personId);
    }

    internal void BecomeSerious() => Severity = Severity.Serious;

    public void StartInvestigation(DateOnly day)
    {
        MustBeOpen();
        Refusal.If(Investigation is not InvestigationState.NotStarted, "Utredningen är redan påbörjad.");
        Refusal.If(day < FoundOn, $"Avvikelsen upptäcktes {FoundOn:yyyy-MM-dd}. Utredningen kan inte ha börjat före dess.", nameof(InvestigationStartedOn));
        (Investigation, InvestigationStartedOn) = (InvestigationState.Ongoing, day);
    }

    public void ConcludeInvestigation(string cause, string actionTaken, DateOnly day, Guid? personId)
    {
        MustBeOpen();
        Refusal.If(Investigation is InvestigationState.Concluded, "Utredningen är redan klar.");
        Refusal.If(day < (InvestigationStartedOn ?? FoundOn), "Utredningen kan inte vara klar innan den började.", nameof(InvestigationConcludedOn));
        Cause = Refusal.IfEmpty(cause, "Skriv vad som orsakade avvikelsen.", nameof(Cause));
        ActionTaken = Refusal.IfEmpty(actionTaken, "Skriv vad som har gjorts.", nameof(ActionTaken));
        InvestigationStartedOn ??= day;
        (Investigation, InvestigationConcludedOn, ConcludedById) = (InvestigationState.Concluded, day, personId);
    }

    public void GiveFeedback(string text, DateOnly day)
    {
        MustBeOpen();
        MustNotBeReceived();
        Refusal.If(Investigation is InvestigationState.NotStarted, "Påbörja utredningen innan du återkopplar.");
        FeedbackText = Refusal.IfEmpty(text, "Skriv återkopplingen.", nameof(FeedbackText));
        Refusal.If(day < FoundOn, "Återkopplingen kan inte ligga före upptäckten.", nameof(FeedbackGivenOn));
        (FeedbackGiven, FeedbackGivenOn) = (true, day);
    }

    /// <summary>A serious deviation, or a difference in a balance, is closed by someone else than the one who investigated it.</summary>
    public bool NeedsAnotherToClose => Severity is Severity.Serious || IsBalanceDifference;

    /// <summary>What stands in the way of closing it, to be said to that person; null when nothing does.</summary>
    public string? WhyNotClose(Guid? personId)
    {
        if (IsClosed) return $"Avvikelsen avslutades {ClosedOn:yyyy-MM-dd}.";
        if (NeedsAnotherToClose && ConcludedById is not null && ConcludedById == personId) return "Den som utredde kan inte själv avsluta en allvarlig avvikelse eller en saldodifferens. Be en annan behörig person.";
        if (Investigation is not InvestigationState.Concluded) return "Utredningen är inte klar. Skriv orsak och åtgärd först.";
        if (!FeedbackGiven) return "Återkoppling saknas. Återkoppla innan avvikelsen avslutas.";
        if (Cause.Length == 0 || ActionTaken.Length == 0) return "Orsak eller åtgärd saknas. Komplettera utredningen först.";
        if (!IsDrugDifference) return null;
        if (LeftToTrace.Count > 0) return $"Differensen kan inte avslutas än. Det saknas: {Prose.List(LeftToTrace)}.";
        return ReceivedOn is null ? "MAS har inte kvitterat återkopplingen. En saldodifferens avslutas först då." : null;
    }

    public void Close(string note, DateOnly day, Guid? personId)
    {
        if (WhyNotClose(personId) is { } why) throw new Refusal(why);
        (ClosedOn, ClosingNote) = (day, note.Trim());
    }

    public void InformChair(DateOnly day)
    {
        Refusal.If(Severity is not Severity.Serious, "Bara en allvarlig avvikelse går till ordföranden på en gång.");
        Refusal.If(ChairInformedOn is not null, $"Ordföranden informerades {ChairInformedOn:yyyy-MM-dd}.");
        ChairInformedOn = day;
    }

    /// <summary>Fills in what an imported, already investigated row lacks, without changing what the file said.</summary>
    public void Complete(string cause, string actionTaken, Guid? personId)
    {
        MustBeOpen();
        MustNotBeReceived();
        ConcludedById ??= personId;
        Refusal.If(Investigation is not InvestigationState.Concluded, "Utredningen är inte klar.");
        (Cause, ActionTaken) = (Refusal.IfEmpty(cause, "Skriv vad som orsakade avvikelsen.", nameof(Cause)), Refusal.IfEmpty(actionTaken, "Skriv vad som har gjorts.", nameof(ActionTaken)));
    }

    /// <summary>The row or outcome it came from was corrected. It stays to be read but is counted nowhere.</summary>
    public void Withdraw()
    {
        Refusal.If(Drug is not null && !IsImported, "En saldodifferens från en räkning återkallas inte. Den följs upp.");
        Withdrawn = true;
    }

    /// <summary>What MAS has read and given a receipt for is not written over.</summary>
    private void MustNotBeReceived() => Refusal.If(ReceivedOn is not null, $"MAS kvitterade återkopplingen {ReceivedOn:yyyy-MM-dd}. Skriv ett meddelande i stället.");

    internal void MustBeOpen() => Refusal.If(IsClosed, $"Avvikelsen avslutades {ClosedOn:yyyy-MM-dd}.");
}

/// <summary>One message in the written dialogue about a deviation.</summary>
public sealed class DeviationMessage : Part
{
    public Deviation Deviation { get; private set; } = null!;
    public string Text { get; private set; } = "";
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Deviation;

    private DeviationMessage() { }

    internal DeviationMessage(Guid id, Deviation deviation, string text, Guid? byId, string byName, DateTimeOffset at) => (Id, Deviation, Text, ById, ByName, At) = (id, deviation, text, byId, byName, at);
}

public sealed record DeviationContent(
    Guid UnitId, Field Field, string Kind, string Description, Severity Severity, DateOnly FoundOn, string PeriodKey,
    Guid? OccasionId = null, string ControlKey = "", string ObjectKey = "", string ImmediateAction = "");

public static class DeviationNames
{
    public static string Swedish(this Severity severity) => severity is Severity.Serious ? "allvarlig" : "mindre";
}
