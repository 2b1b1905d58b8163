using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

public enum Trace { Undecided = 0, Traceable = 1, Untraceable = 2 }

/// <summary>An answer on record: what was decided, why, by whom and when.</summary>
public sealed record LossAnswer(bool Yes, string Text, string ByName, DateOnly On);

/// <summary>
/// The way home of a difference in a balance. Traceable: explained, and counted again with a colleague. Untraceable is a loss (svinn):
/// always a care deviation, and of a shortage three questions have to be answered before it can be closed.
/// </summary>
public sealed class DrugMatter : Part
{
    internal const string LeftUntraced = "besked om differensen går att spåra";

    private readonly List<Recount> recounts = [];

    public Deviation Deviation { get; private set; } = null!;
    public Guid DeviationId { get; private set; }
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
    public IReadOnlyList<Recount> Recounts => recounts;
    public override Root? Whole => Deviation;

    private DrugMatter() { }

    internal DrugMatter(Guid id, Deviation deviation, Guid? lineId, string preparation, decimal? difference, string unit)
        => (Id, Deviation, DeviationId, LineId, Preparation, Difference, Unit) = (id, deviation, deviation.Id, lineId, preparation, difference, unit);

    public bool IsShortage => Difference < 0 || (Difference is null && Deviation.Kind.Contains("brist", StringComparison.OrdinalIgnoreCase));
    public bool IsLoss => Trace is Trace.Untraceable && IsShortage;

    /// <summary>Counted again with a colleague who signed in. It explains the first count and never takes its place.</summary>
    public Recount CountAgain(Guid id, decimal counted, string explanation, Guid byId, string byName, Guid secondId, string secondName, DateTimeOffset at, DateOnly on)
    {
        Deviation.MustBeOpen();
        Refusal.If(byId == secondId, "Omräkningen ska bekräftas av någon annan än den som räknar om.", "SecondUserName");
        Refusal.If(counted is < 0 or > 100_000 || counted % 0.1m != 0, "Skriv ett antal mellan 0 och 100 000, med högst en decimal.", nameof(Recount.Counted));
        var recount = new Recount(id, this, counted, Refusal.IfEmpty(explanation, "Skriv vad omräkningen visade.", nameof(Recount.Explanation)), byId, byName, secondId, secondName, at, on);
        recounts.Add(recount);
        return recount;
    }

    public void Explain(string explanation, string byName, DateOnly day)
    {
        MustBeUndecided();
        Refusal.If(recounts.Count == 0, "Räkna om tillsammans med en kollega först. En spårad differens kräver en omräkning som någon annan har bekräftat.");
        TraceText = Refusal.IfEmpty(explanation, "Skriv vad differensen beror på.", nameof(TraceText));
        (Trace, TracedOn, TracedByName) = (Trace.Traceable, day, byName);
    }

    public void CallLoss(string whatWasDone, string careDeviation, string byName, DateOnly day)
    {
        MustBeUndecided();
        TraceText = Refusal.IfEmpty(whatWasDone, "Skriv hur ni har sökt efter det som saknas.", nameof(TraceText));
        CareDeviation = Refusal.IfEmpty(careDeviation, "Svinn är alltid en vårdavvikelse. Skriv dess nummer, eller när den registrerades.", nameof(CareDeviation));
        (Trace, TracedOn, TracedByName) = (Trace.Untraceable, day, byName);
        if (IsShortage) Deviation.BecomeSerious();
    }

    public void AnswerMas(LossAnswer lexMaria, LossAnswer danger)
    {
        MustBeLoss();
        LexMaria = lexMaria with { Text = Refusal.IfEmpty(lexMaria.Text, "Skriv hur du har bedömt lex Maria.", nameof(LexMaria)) };
        Danger = danger with { Text = Refusal.IfEmpty(danger.Text, danger.Yes ? "Anmäl genast till IVO, och skriv när det gjordes." : "Skriv varför det inte finns anledning att befara fara.", nameof(Danger)) };
    }

    public void AnswerPolice(LossAnswer police, DateOnly? operationsHeadToldOn, DateOnly today)
    {
        MustBeLoss();
        Refusal.If(operationsHeadToldOn is null, "Ange när verksamhetschefen HSL fick veta.", nameof(OperationsHeadToldOn));
        Refusal.If(operationsHeadToldOn > today, "Dagen ligger i framtiden.", nameof(OperationsHeadToldOn));
        Police = police with { Text = Refusal.IfEmpty(police.Text, "Skriv hur ni har bedömt polisanmälan.", nameof(Police)) };
        OperationsHeadToldOn = operationsHeadToldOn;
    }

    /// <summary>What still has to be done before the difference can be closed.</summary>
    public IEnumerable<string> Missing()
    {
        if (Trace is Trace.Undecided) yield return LeftUntraced;
        if (!IsLoss) yield break;
        if (LexMaria is null) yield return "svar om lex Maria";
        if (Danger is null) yield return "svar om anmälan till IVO enligt PSL 3 kap. 7 §";
        if (Police is null) yield return "svar om polisanmälan";
    }

    private void MustBeUndecided()
    {
        Deviation.MustBeOpen();
        Refusal.If(Trace is Trace.Untraceable, $"Differensen gick inte att spåra, {TracedOn:yyyy-MM-dd}.");
        Refusal.If(Trace is Trace.Traceable, $"Differensen är förklarad {TracedOn:yyyy-MM-dd}.");
    }

    private void MustBeLoss()
    {
        Deviation.MustBeOpen();
        Refusal.If(!IsLoss, "Frågorna gäller svinn. Ange först att differensen inte går att spåra.");
    }
}

/// <summary>A second count, by two people.</summary>
public sealed class Recount : Part
{
    public DrugMatter Matter { get; private set; } = null!;
    public decimal Counted { get; private set; }
    public string Explanation { get; private set; } = "";
    public Guid ById { get; private set; }
    public string ByName { get; private set; } = "";
    public Guid SecondId { get; private set; }
    public string SecondName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateOnly On { get; private set; }
    public override Root? Whole => Matter.Deviation;

    private Recount() { }

    internal Recount(Guid id, DrugMatter matter, decimal counted, string explanation, Guid byId, string byName, Guid secondId, string secondName, DateTimeOffset at, DateOnly on)
        => (Id, Matter, Counted, Explanation, ById, ByName, SecondId, SecondName, At, On) = (id, matter, counted, explanation, byId, byName, secondId, secondName, at, on);
}

/// <summary>The same kind of deviation at the same store in two of three months: the way of working has to change, not a person.</summary>
public static class Repeated
{
    public const int Months = 3, Least = 2;

    /// <param name="found">Store, kind and period ("2026-05") of deviations that are counted.</param>
    /// <param name="period">The month to judge: it and the two before.</param>
    public static IEnumerable<(string Store, string Kind)> In(IEnumerable<(string Store, string Kind, string Period)> found, string period)
    {
        if (!Period.IsMonth(period)) return [];
        var last = Period.Month(period).From;
        var window = Enumerable.Range(0, Months).Select(n => last.AddMonths(-n)).Select(d => $"{d:yyyy-MM}").ToHashSet();
        return found.Where(f => f.Store.Length > 0 && window.Contains(f.Period)).GroupBy(f => (f.Store, f.Kind)).Where(g => g.Select(f => f.Period).Distinct().Count() >= Least).Select(g => g.Key);
    }
}
