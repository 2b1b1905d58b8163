using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;

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
    /// <summary>The key of the kind of control that found it; "" for one reported outside a control.</summary>
    public string ControlKey { get; private set; } = "";
    public string ObjectKey { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Severity Severity { get; private set; }
    /// <summary>So many of a kind in one: what is found in great numbers at once is investigated as one. At least 1.</summary>
    public int Count { get; private set; } = 1;
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
    /// <summary>Who it was given to.</summary>
    public Guid? InvestigatorId { get; private set; }
    public Person? Investigator { get; private set; }
    /// <summary>What its kind demands besides; null where nothing more is demanded.</summary>
    public Matter? Matter { get; private set; }
    /// <summary>What has been written to and fro about it, oldest first.</summary>
    public IReadOnlyList<DeviationMessage> Messages => messages;
    public DateOnly? ClosedOn { get; private set; }
    public string ClosingNote { get; private set; } = "";
    /// <summary>Its grade in the municipality's own words; empty where only the severity was stated.</summary>
    public string Grade { get; private set; } = "";
    /// <summary>The head told the board's chair of a serious deviation.</summary>
    public DateOnly? ChairInformedOn { get; private set; }
    /// <summary>What the law asks of it, answered; the last of a kind is the one that holds.</summary>
    public IReadOnlyList<Assessed> Assessments { get; private set; } = [];
    /// <summary>The open measure that it was closed into.</summary>
    public Guid? TransferredToId { get; private set; }
    public OriginKind OriginKind { get; private set; }
    public Guid? OriginId { get; private set; }
    public bool Withdrawn { get; private set; }

    private Deviation() { }

    public Deviation(Guid id, DeviationContent content, Guid? reportedById, DateTimeOffset at)
    {
        (Id, UnitId, Field) = (id, content.UnitId, content.Field);
        Kind = Refusal.IfEmpty(content.Kind, "Skriv vad avvikelsen gäller.", nameof(Kind));
        Description = content.Description.Trim();
        (Severity, Grade) = (content.Severity, content.Grade);
        Count = content.Count;
        FoundOn = content.FoundOn;
        PeriodKey = content.PeriodKey;
        ImmediateAction = content.ImmediateAction.Trim();
        (OccasionId, ControlKey, ObjectKey) = (content.OccasionId, content.ControlKey, content.ObjectKey);
        (ReportedById, RegisteredAt) = (reportedById, at);
        (OriginKind, OriginId) = content.From;
    }

    public override bool BelongsTo(Guid personId) => ReportedById == personId || InvestigatorId == personId;
    /// <summary>Where it was found, in words: the object and its unit, or the unit.</summary>
    public string Place(OrganisationTree tree) => tree.Place(ObjectKey, UnitId);

    public Origin Origin => new(OriginKind, OriginId);
    public bool IsImported => OriginKind is OriginKind.RegisterRow;
    public override bool IsFinished => IsClosed;
    public bool IsClosed => ClosedOn is not null;
    /// <summary>Under investigation or investigated, and fed back: what the 2024 report counts as handled.</summary>
    public bool IsHandled => Investigation is not InvestigationState.NotStarted && FeedbackGiven;
    /// <summary>Nothing is left for the one it was given to. Needs Matter.</summary>
    public bool IsHome => FeedbackGiven && Investigation is InvestigationState.Concluded && Matter?.IsHome != false;
    public bool IsUntouched => Investigation is InvestigationState.NotStarted && !FeedbackGiven && !IsClosed;

    public string StatusText =>
        IsClosed ? "avslutad"
        : Matter?.StatusText is { } own ? own
        : FeedbackGiven && Investigation is InvestigationState.Concluded ? "utredd och återkopplad"
        : FeedbackGiven && Investigation is InvestigationState.Ongoing ? "utreds, återkopplad"
        : Investigation is InvestigationState.Concluded ? "utredd, väntar på återkoppling"
        : Investigation is InvestigationState.Ongoing ? "utreds"
        : "inte påbörjad";

    /// <summary>What is left, in the order it comes; empty when it is closed. Needs Matter.</summary>
    public IEnumerable<StepLeft> Left
    {
        get
        {
            if (IsClosed) yield break;
            if (Investigation is InvestigationState.NotStarted) yield return new("utredning", Turn.Investigator);
            if (Investigation is InvestigationState.Ongoing) yield return new("att utredningen blir klar", Turn.Investigator);
            foreach (var step in Matter?.Left ?? []) yield return step;
            if (Investigation is not InvestigationState.NotStarted && !FeedbackGiven) yield return new("återkoppling", Turn.Investigator);
            if (Investigation is InvestigationState.Concluded && FeedbackGiven && Matter?.WhyNotClose is null)
                yield return new("att avslutas", Turn.Closer);
        }
    }

    /// <summary>What it waits for now, in words that follow "väntar på"; "" when it is closed.</summary>
    public string WaitsFor => Left.FirstOrDefault()?.What ?? "";

    /// <summary>The state an imported row was in. Days, cause and action are not in the file and stay unknown.</summary>
    public void TakeOver(InvestigationState investigation, bool feedbackGiven) =>
        (Investigation, FeedbackGiven) = (investigation, feedbackGiven);

    /// <summary>The row it came from was read in again with a new state. What people have done here since is never undone.</summary>
    public void FollowRow(Guid newRowId, string description, InvestigationState investigation, bool feedbackGiven)
    {
        (OriginId, Description) = (newRowId, description);
        if (InvestigationStartedOn is null) Investigation = investigation;
        if (FeedbackGivenOn is null) FeedbackGiven = feedbackGiven;
    }

    /// <summary>The register it was counted from was read in again: so many now.</summary>
    public void Recount(int count) => Count = count;

    public void GiveTo(Guid personId)
    {
        MustBeOpen();
        InvestigatorId = personId;
    }

    /// <summary>Gives it what its kind demands; once.</summary>
    public T Raise<T>(T matter) where T : Matter
    {
        Refusal.If(Matter is not null, "Avvikelsen har redan ett ärende.");
        Matter = matter;
        return matter;
    }

    public DeviationMessage Say(Guid id, string text, Guid? byId, string byName, DateTimeOffset at)
    {
        MustBeOpen();
        var message = new DeviationMessage(id, this, Refusal.IfEmpty(text, "Skriv ett meddelande.",
            nameof(DeviationMessage.Text)), byId, byName, at);
        messages.Add(message);
        return message;
    }

    /// <summary>The answer it came from grades it otherwise, and no more or less serious.</summary>
    public void Regrade(string grade)
    {
        MustBeOpen();
        Grade = grade;
    }

    /// <summary>A grade that was not serious no longer says what it is.</summary>
    internal void BecomeSerious() => (Severity, Grade) = (Severity.Serious, Severity is Severity.Serious ? Grade : "");

    /// <summary>How grave it is, in the municipality's words; a serious one is always called so too.</summary>
    public string GradeText() => Grade.Length == 0 || Grade == Severity.Swedish() ? Severity.Swedish()
        : Severity is Severity.Serious ? $"{Grade} (allvarlig)" : Grade;

    public void StartInvestigation(DateOnly day)
    {
        MustBeOpen();
        Refusal.If(Investigation is not InvestigationState.NotStarted, "Utredningen är redan påbörjad.");
        Refusal.If(day < FoundOn, $"Avvikelsen upptäcktes {FoundOn:yyyy-MM-dd}. Utredningen kan inte ha börjat före dess.",
            nameof(InvestigationStartedOn));
        (Investigation, InvestigationStartedOn) = (InvestigationState.Ongoing, day);
    }

    public void ConcludeInvestigation(string cause, string actionTaken, DateOnly day, Guid? personId)
    {
        MustBeOpen();
        Refusal.If(Investigation is InvestigationState.Concluded, "Utredningen är redan klar.");
        Refusal.If(Severity is Severity.Serious && personId is not null && personId == ReportedById,
            Separation.SelfInvestigation);
        Refusal.If(day < (InvestigationStartedOn ?? FoundOn), "Utredningen kan inte vara klar innan den började.",
            nameof(InvestigationConcludedOn));
        Cause = Refusal.IfEmpty(cause, "Skriv vad som orsakade avvikelsen.", nameof(Cause));
        ActionTaken = Refusal.IfEmpty(actionTaken, "Skriv vad som har gjorts.", nameof(ActionTaken));
        InvestigationStartedOn ??= day;
        (Investigation, InvestigationConcludedOn, ConcludedById) = (InvestigationState.Concluded, day, personId);
    }

    public void GiveFeedback(string text, DateOnly day)
    {
        MustBeOpen();
        MustBeRewritable();
        Refusal.If(Investigation is InvestigationState.NotStarted, "Påbörja utredningen innan du återkopplar.");
        FeedbackText = Refusal.IfEmpty(text, "Skriv återkopplingen.", nameof(FeedbackText));
        Refusal.If(day < FoundOn, "Återkopplingen kan inte ligga före upptäckten.", nameof(FeedbackGivenOn));
        (FeedbackGiven, FeedbackGivenOn) = (true, day);
    }

    /// <summary>A serious deviation, and one whose matter says so, is closed by someone else than the one who investigated it.</summary>
    public bool NeedsAnotherToClose => Severity is Severity.Serious || Matter?.NeedsAnotherToClose == true;

    /// <summary>What stands in the way of closing it, to be said to that person; null when nothing does.</summary>
    public string? WhyNotClose(Guid? personId)
    {
        if (IsClosed) return $"Avvikelsen avslutades {ClosedOn:yyyy-MM-dd}.";
        if (NeedsAnotherToClose && ConcludedById is not null && ConcludedById == personId) return Separation.SelfClosing;
        if (Investigation is not InvestigationState.Concluded) return "Utredningen är inte klar. Skriv orsak och åtgärd först.";
        if (!FeedbackGiven) return "Återkoppling saknas. Återkoppla innan avvikelsen avslutas.";
        if (Cause.Length == 0 || ActionTaken.Length == 0) return "Orsak eller åtgärd saknas. Komplettera utredningen först.";
        return Matter?.WhyNotClose;
    }

    public void Close(string note, DateOnly day, Guid? personId)
    {
        if (WhyNotClose(personId) is { } why) throw new Refusal(why);
        (ClosedOn, ClosingNote) = (day, note.Trim());
    }

    /// <summary>Not serious, with nothing more demanded of its kind, and nobody has been given it or begun to investigate it.</summary>
    public bool IsSmallAndNew => Severity is Severity.Minor && Matter is null && InvestigatorId is null && Count == 1 && IsUntouched && !Withdrawn;

    /// <summary>Small and put right: cause, action and feedback are stated at once, and it is closed.</summary>
    /// <exception cref="Refusal">It is serious, begun already, or something is missing.</exception>
    public void PutRight(string cause, string actionTaken, string feedback, DateOnly day, Guid? personId)
    {
        Refusal.If(!IsSmallAndNew, "Avvikelsen är allvarlig eller redan påbörjad. Den utreds i steg.");
        ConcludeInvestigation(cause, actionTaken, day, personId);
        GiveFeedback(feedback, day);
        Close("Rättad på plats.", day, personId);
    }

    /// <summary>States whether it is a case of a kind; a yes says to whom it was handed over, a no says why.</summary>
    /// <exception cref="Refusal">Something is missing, the day is before it was found, or a personal number stands in the text.</exception>
    public void Assess(Assessed assessed, DateOnly today)
    {
        Refusal.If(Withdrawn, "Avvikelsen är återkallad.");
        Refusal.If(assessed.HandedOver && assessed.To.Length == 0, "Skriv vem den lämnades till.", nameof(Assessed.To));
        Refusal.If(!assessed.HandedOver && assessed.Text.Length == 0, "Skriv varför det inte är aktuellt.", nameof(Assessed.Text));
        Refusal.If(assessed.On < FoundOn || assessed.On > today, $"Dagen ska ligga mellan upptäckten {FoundOn:yyyy-MM-dd} och idag.", nameof(Assessed.On));
        Refusal.If(!assessed.HandedOver && AssessedAs(assessed.Kind) is { HandedOver: true },
            $"Den är redan lämnad till {AssessedAs(assessed.Kind)?.To}. Den som tog emot den avgör.", nameof(Assessed.HandedOver));
        Words.IdentityGuard.MustBeFree(assessed.Text, nameof(Assessed.Text), "Texten");
        Assessments = [.. Assessments, assessed];
    }

    /// <summary>The answer that holds; null when it has not been assessed.</summary>
    public Assessed? AssessedAs(Assessment kind) => Assessments.LastOrDefault(a => a.Kind == kind);

    /// <summary>Small enough to be dealt with by a measure that is going on: not serious, with nothing more demanded of its kind.</summary>
    public bool MayBeTransferred => Severity is Severity.Minor && Matter is null && !IsClosed && !Withdrawn;

    /// <summary>What is being done already answers it: cause and feedback are stated, and it is closed into the measure.</summary>
    public void TransferTo(Guid measureId, string measure, string cause, string feedback, DateOnly day, Guid? personId)
    {
        Refusal.If(!MayBeTransferred, "Bara en mindre avvikelse utan egna krav kan föras över till en åtgärd. Den här utreds i steg.");
        if (Investigation is not InvestigationState.Concluded) ConcludeInvestigation(cause, $"Åtgärdas genom {measure}.", day, personId);
        if (!FeedbackGiven) GiveFeedback(feedback, day);
        Close($"Överförd till åtgärden {measure}.", day, personId);
        TransferredToId = measureId;
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
        MustBeRewritable();
        Refusal.If(Investigation is not InvestigationState.Concluded, "Utredningen är inte klar.");
        // Whoever last wrote what happened has investigated it, and is not the one to close it.
        ConcludedById = personId;
        (Cause, ActionTaken) = (Refusal.IfEmpty(cause, "Skriv vad som orsakade avvikelsen.", nameof(Cause)),
            Refusal.IfEmpty(actionTaken, "Skriv vad som har gjorts.", nameof(ActionTaken)));
    }

    /// <summary>The row or outcome it came from was corrected. It stays to be read but is counted nowhere.</summary>
    public void Withdraw()
    {
        if (Matter?.WhyNotWithdraw is { } why) throw new Refusal(why);
        Withdrawn = true;
    }

    private void MustBeRewritable()
    {
        if (Matter?.WhyNotRewrite is { } why) throw new Refusal(why);
    }

    internal void MustBeOpen() => Refusal.If(IsClosed, $"Avvikelsen avslutades {ClosedOn:yyyy-MM-dd}.");
}

public sealed record DeviationContent(
    Guid UnitId, Field Field, string Kind, string Description, Severity Severity, DateOnly FoundOn, string PeriodKey,
    Guid? OccasionId = null, string ControlKey = "", string ObjectKey = "", string ImmediateAction = "", Origin? Origin = null, int Count = 1)
{
    public string Grade { get; init; } = "";

    /// <summary>Where it comes from: as stated, or else the occasion, or a person.</summary>
    public Origin From => Origin ?? (OccasionId is { } occasion ? Deviations.Origin.Occasion(occasion) : Deviations.Origin.Person);
}

public static class DeviationNames
{
    public static string Swedish(this Severity severity) => severity is Severity.Serious ? "allvarlig" : "mindre";
}
