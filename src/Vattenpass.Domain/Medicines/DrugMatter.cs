using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

public enum Trace { Undecided = 0, Traceable = 1, Untraceable = 2 }

/// <summary>An answer on record: what was decided, why, by whom and when.</summary>
public sealed record LossAnswer(bool Yes, string Text, string ByName, DateOnly On);

/// <summary>
/// What a deviation at a medicine store demands: feedback to MAS and, of a difference in a balance, a way home. Traceable:
/// explained, and counted again with a colleague. Untraceable is a loss (svinn): always a care deviation, and of a shortage
/// three questions have to be answered before it can be closed.
/// </summary>
public sealed class DrugMatter : Matter
{
    private const string Untraced = "besked om differensen går att spåra", Receipt = "MAS kvittens";

    private readonly List<Recount> recounts = [];

    public Guid? LineId { get; private set; }
    public string Preparation { get; private set; } = "";
    /// <summary>Counted − book balance, in the unit; null for an imported row that does not say.</summary>
    public decimal? Difference { get; private set; }
    public string Unit { get; private set; } = "";
    public Trace Trace { get; private set; }
    public string TraceText { get; private set; } = "";
    public DateOnly? TracedOn { get; private set; }
    public string TracedByName { get; private set; } = "";
    /// <summary>Number or day of the care deviation (vårdavvikelse) in the record of such.</summary>
    public string CareDeviation { get; private set; } = "";
    public LossAnswer? LexMaria { get; private set; }
    public LossAnswer? Danger { get; private set; }
    public LossAnswer? Police { get; private set; }
    /// <summary>The head of the health-care operations (verksamhetschef HSL) was told of the decision on the police.</summary>
    public DateOnly? OperationsHeadToldOn { get; private set; }
    /// <summary>MAS has read the feedback and is content with it.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    public Guid? ReceivedById { get; private set; }
    public IReadOnlyList<Recount> Recounts => recounts;

    private DrugMatter() { }

    /// <param name="lineId">The preparation that was counted; null where the deviation does not come from a count.</param>
    public DrugMatter(Guid id, Deviation deviation, Guid? lineId = null, string preparation = "", decimal? difference = null,
        string unit = "") : base(id, deviation)
    {
        LineId = lineId;
        Preparation = preparation;
        Difference = difference;
        Unit = unit;
    }

    public override Thing Thing => Thing.Medicines;
    public override string Subject => Preparation;
    public override string FedBackTo => IsAtStore ? "MAS" : "";

    /// <summary>A difference in a balance: closed only with cause, action, feedback and MAS's receipt.</summary>
    public bool IsDifference => IsAtStore && StoreFaults.IsInBalance(Deviation.Kind);

    /// <summary>Found by a store's control. One that somebody reported outside a control has no store to trace it in.</summary>
    private bool IsAtStore => Deviation.ControlKey.Length > 0;

    /// <summary>A fault that may be put right and closed at once, such as a box not marked.</summary>
    public override bool IsSimple => IsAtStore && !IsDifference && Deviation.Severity is Severity.Minor;
    public override bool IsHome => !IsDifference || Trace is not Trace.Undecided;
    public override bool NeedsAnotherToClose => StoreFaults.IsInBalance(Deviation.Kind);
    private bool AwaitsReceipt => IsAtStore && Deviation.FeedbackGiven && ReceivedOn is null;

    public override string? StatusText =>
        IsDifference && AwaitsReceipt && Deviation.Investigation is InvestigationState.Concluded
            ? $"återkopplad, väntar på {Receipt}"
            : null;

    public override IEnumerable<StepLeft> Left
    {
        get
        {
            foreach (var step in LeftToTrace) yield return step;
            if (AwaitsReceipt) yield return new(Receipt, Turn.Specialist, IsDifference);
        }
    }

    /// <summary>What a difference in a balance still lacks before it is traced or answered for.</summary>
    public IEnumerable<StepLeft> LeftToTrace
    {
        get
        {
            if (IsDifference && Trace is Trace.Undecided) yield return new(Untraced, Turn.Investigator);
            if (!IsLoss) yield break;
            if (LexMaria is null) yield return new("svar om lex Maria", Turn.Specialist);
            if (Danger is null) yield return new("svar om anmälan till IVO enligt PSL 3 kap. 7 §", Turn.Specialist);
            if (Police is null) yield return new("svar om polisanmälan", Turn.Leader);
        }
    }

    public override string? WhyNotClose =>
        !IsDifference ? null
        : LeftToTrace.Any() ? $"Differensen kan inte avslutas än. Det saknas: {Prose.List(LeftToTrace.Select(s => s.What))}."
        : ReceivedOn is null ? "MAS har inte kvitterat återkopplingen. En saldodifferens avslutas först då." : null;

    /// <summary>What MAS has read and given a receipt for is not written over.</summary>
    public override string? WhyNotRewrite =>
        ReceivedOn is null ? null : $"MAS kvitterade återkopplingen {ReceivedOn:yyyy-MM-dd}. Skriv ett meddelande i stället.";
    public override string? WhyNotWithdraw =>
        IsDifference && LineId is not null ? "En saldodifferens från en räkning återkallas inte. Den följs upp." : null;

    public bool IsShortage =>
        Difference < 0 || (Difference is null && Deviation.Kind.Contains("brist", StringComparison.OrdinalIgnoreCase));
    public bool IsLoss => Trace is Trace.Untraceable && IsShortage;

    /// <summary>Counted again with a colleague who signed in. It explains the first count and never takes its place.</summary>
    public Recount CountAgain(Guid id, decimal counted, string explanation, Guid byId, string byName, Guid secondId, string secondName,
        DateTimeOffset at, DateOnly on)
    {
        Deviation.MustBeOpen();
        Refusal.If(byId == secondId, Separation.SelfRecount, "SecondUserName");
        Refusal.If(counted is < 0 or > 100_000 || counted % 0.1m != 0, "Skriv ett antal mellan 0 och 100 000, med högst en decimal.",
            nameof(Recount.Counted));
        var recount = new Recount(id, this, counted,
            Refusal.IfEmpty(explanation, "Skriv vad omräkningen visade.", nameof(Recount.Explanation)), byId, byName, secondId, secondName,
            at, on);
        recounts.Add(recount);
        return recount;
    }

    public void Explain(string explanation, string byName, DateOnly day)
    {
        MustBeUndecided();
        Refusal.If(recounts.Count == 0,
            "Räkna om tillsammans med en kollega först. En spårad differens kräver en omräkning som någon annan har bekräftat.");
        TraceText = Refusal.IfEmpty(explanation, "Skriv vad differensen beror på.", nameof(TraceText));
        (Trace, TracedOn, TracedByName) = (Trace.Traceable, day, byName);
    }

    public void CallLoss(string whatWasDone, string careDeviation, string byName, DateOnly day)
    {
        MustBeUndecided();
        TraceText = Refusal.IfEmpty(whatWasDone, "Skriv hur ni har sökt efter det som saknas.", nameof(TraceText));
        CareDeviation =
            Refusal.IfEmpty(careDeviation, "Svinn är alltid en vårdavvikelse. Skriv dess nummer, eller när den registrerades.", nameof(CareDeviation));
        (Trace, TracedOn, TracedByName) = (Trace.Untraceable, day, byName);
        if (IsShortage) Deviation.BecomeSerious();
    }

    public void AnswerMas(LossAnswer lexMaria, LossAnswer danger)
    {
        MustBeLoss();
        LexMaria = lexMaria with { Text = Refusal.IfEmpty(lexMaria.Text, "Skriv hur du har bedömt lex Maria.", nameof(LexMaria)) };
        Danger = danger with
        {
            Text = Refusal.IfEmpty(danger.Text,
            danger.Yes ? "Vårdgivaren anmäler det snarast till IVO. Skriv när det gjordes." : "Skriv varför det inte finns anledning att befara fara.",
            nameof(Danger))
        };
    }

    public void AnswerPolice(LossAnswer police, DateOnly? operationsHeadToldOn, DateOnly today)
    {
        MustBeLoss();
        Refusal.If(operationsHeadToldOn is null, "Ange när verksamhetschefen HSL fick veta.", nameof(OperationsHeadToldOn));
        Refusal.If(operationsHeadToldOn > today, "Dagen ligger i framtiden.", nameof(OperationsHeadToldOn));
        Police = police with { Text = Refusal.IfEmpty(police.Text, "Skriv hur ni har bedömt polisanmälan.", nameof(Police)) };
        OperationsHeadToldOn = operationsHeadToldOn;
    }

    /// <summary>Found and put right at the control: MAS sees what was wrong and what was done in the month's list.</summary>
    public void CloseOnTheSpot(string putRight, DateOnly day, Guid? personId)
    {
        Deviation.MustBeOpen();
        Refusal.If(!IsSimple, "Bara ett enkelt fel i ett läkemedelsförråd avslutas på plats.");
        Deviation.ConcludeInvestigation("enkelt fel, upptäckt vid kontrollen", putRight, day, personId);
        Deviation.GiveFeedback("Rättat vid kontrollen och redovisat i den.", day);
        Deviation.Close("", day, null);
    }

    /// <summary>MAS's receipt. Without it a difference stays open, whatever else is done.</summary>
    public void Receive(DateOnly day, Guid? personId)
    {
        Deviation.MustBeOpen();
        Refusal.If(!Deviation.FeedbackGiven, "Det finns ingen återkoppling att kvittera än.");
        Refusal.If(ReceivedOn is not null, $"Återkopplingen kvitterades {ReceivedOn:yyyy-MM-dd}.");
        var isWritten = Deviation is { Investigation: InvestigationState.Concluded, Cause.Length: > 0, ActionTaken.Length: > 0 };
        Refusal.If(!isWritten, "Orsak och åtgärd saknas. De ska finnas innan återkopplingen kvitteras.");
        Refusal.If(IsDifference && Trace is Trace.Undecided, "Det är inte avgjort om differensen går att spåra.");
        (ReceivedOn, ReceivedById) = (day, personId);
    }

    /// <summary>MAS takes note of a simple fault together with others of the month, and closes it.</summary>
    public void ReceiveSimple(string cause, string action, DateOnly day, Guid? personId)
    {
        Deviation.MustBeOpen();
        Refusal.If(!IsSimple, "En saldodifferens eller en allvarlig avvikelse kvitteras för sig.");
        if (Deviation.Investigation is not InvestigationState.Concluded) Deviation.ConcludeInvestigation(cause, action, day, personId);
        else if (Deviation.Cause.Length == 0 || Deviation.ActionTaken.Length == 0) Deviation.Complete(cause, action, personId);
        if (!Deviation.FeedbackGiven) Deviation.GiveFeedback("Kvitterad av MAS i månadens genomgång.", day);
        (ReceivedOn, ReceivedById) = (ReceivedOn ?? day, ReceivedById ?? personId);
        Deviation.Close("", day, personId);
    }

    private void MustBeUndecided()
    {
        Deviation.MustBeOpen();
        Refusal.If(!IsDifference, "Bara en saldodifferens i ett läkemedelsförråd spåras.");
        Refusal.If(Trace is Trace.Untraceable, $"Differensen gick inte att spåra, {TracedOn:yyyy-MM-dd}.");
        Refusal.If(Trace is Trace.Traceable, $"Differensen är förklarad {TracedOn:yyyy-MM-dd}.");
    }

    private void MustBeLoss()
    {
        Deviation.MustBeOpen();
        Refusal.If(!IsLoss, "Frågorna gäller svinn. Ange först att differensen inte går att spåra.");
    }
}
