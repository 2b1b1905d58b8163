using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Permissions in systems, held against employments.</summary>
public sealed class Accounts : ControlKind
{
    public const string ControlKey = "behorigheter";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["behörighet"];
    public override bool IsBasic => true;
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IReadOnlyList<string> Faults => ["saknar anställning", "avslutad anställning", "annan enhet", "för hög behörighet"];
    public override IReadOnlyList<RegisterKind> WholeRegisters => [RegisterKinds.Employees];
    public override KindFigures? Figures(YearFacts facts) => AccountFigures.Of(facts);

    public static readonly CheckForm Form = new("behorighet", "Behörighet",
    [
        Should("anstalld", "Hör kontot till någon som är anställd?", "kontot tillhör någon som har slutat"),
        Then("anstalld", new("anvant", "Har kontot använts efter anställningens slut?") { Deviates = [Yes], Serious = true,
            Fault = "använt efter avslutad anställning" }),
        Then("anstalld", new("meddelad", "Meddelades det enligt rutinen när anställningen upphörde?") { Deviates = [No], Fault = "ändringen är inte meddelad enligt rutinen", MayNotApply = true }),
        Then("anstalld", new("enhet",
            "Arbetar personen på den enhet behörigheten gäller?") { Deviates = [No], Fault = "annan enhet" }, Yes),
        Then("anstalld", new("niva", "Behövs hela behörigheten för arbetet?", ItemKind.Choice) { Choices = ["ja", "för hög", "för låg"],
            Deviates = ["för hög"], Remarks = ["för låg"], Fault = "för hög behörighet" }, Yes),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Behörigheter", Purpose = "Att ingen har mer behörighet än arbetet kräver.",
            Description = "Fyra slumpvis valda behörigheter granskas. Hela registret jämförs dessutom med anställningarna.",
            Field = Field.Access, Method = ControlMethod.Sample, Size = new(4, null),
            Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "konto",
            PerformerTitles = "Systemförvaltare", ReportingTitles = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [new("PDL 2008:355 4 kap. 2 §"), new("lag 2001:454 10 §", new(2024, 3, 1))], FormKey = Form.Key,
            Register = RegisterKinds.Accounts.Key, Minutes = 30,
            DeviationRule = "Behörighet som anställningen inte kräver.",
            SeriousRule = "Behörighet efter avslutad anställning som har använts.",
        },
    ];

    public override IEnumerable<object> FactsOf(RegisterRow row)
    {
        if (row.Register == RegisterKinds.Accounts.Key)
            yield return new AccountFact(row["system"], row["anställnings-id"], row["roll"], row["enhet"], row.Date("från"),
                row.Date("till"), row.Id);
        if (row.Register == RegisterKinds.Employees.Key)
            yield return new EmploymentFact(row["anställnings-id"], row["enhet"], row["befattning"], row.Date("från")!.Value, row.Date("till"));
    }

    private static string Has(string difference) => difference switch
    {
        AccountFigures.EndedEmployment => "har avslutad anställning",
        AccountFigures.OtherUnit => "gäller en annan enhet",
        AccountFigures.TooHigh => "har för hög behörighet",
        _ => difference,
    };

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        if (telling.Figures.Of<AccountFigures>() is not { Deviating: { } deviating } figures) return null;
        if (deviating.Share.Numerator == 0)
            return [Prose.Paragraph(deviating.Share.Denominator == 0
                ? $"Registret har inga giltiga konton per {figures.AsOf:yyyy-MM-dd}."
                : $"Inget av {deviating.Share.Denominator} konton avviker från anställningen i fråga om anställning, enhet och roll, per {figures.AsOf:yyyy-MM-dd}."), .. Untested(figures)];
        var differences = Prose.List(figures.PerDifference.Select(d => $"{d.Figure.Rows.Count} {Has(d.Difference)}"));
        return [Prose.Paragraph(Prose.Text($"Per {figures.AsOf:yyyy-MM-dd} avviker "), FigureText.Show(deviating),
            Prose.Text($" konton från anställningen: {differences}.")), .. Untested(figures)];
    }

    /// <summary>Titles that no rule knows were not held against the role.</summary>
    private static IEnumerable<Block> Untested(AccountFigures figures)
    {
        if (figures.Untested is { Rows.Count: > 0 } untested)
            yield return Prose.Paragraph(FigureText.As(Prose.Capital(Prose.Count(untested.Rows.Count, "konto", "konton", neuter: true)), untested),
                Prose.Text($" är inte {(untested.Rows.Count == 1 ? "prövat" : "prövade")} mot roll, eftersom det saknas en regel för befattningen: {Prose.Some(figures.UnknownTitles, 10)}."));
    }
}
