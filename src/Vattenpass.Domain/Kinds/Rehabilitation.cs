using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Employees with repeated sickness absence have a case.</summary>
public sealed class Rehabilitation : ControlKind
{
    public const string ControlKey = "rehabilitering";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["rehabilitering", "sjukfrånvaro"];
    public override bool IsBasic => true;
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IReadOnlyList<string> Faults => ["inget ärende trots upprepad frånvaro"];
    public override IReadOnlyList<RegisterKind> WholeRegisters => [RegisterKinds.RehabCases];
    public override KindFigures? Figures(YearFacts facts) => RehabFigures.Of(facts);

    public static readonly CheckForm Form = new("rehabilitering", "Rehabilitering",
    [
        new("utlosta", "Antal medarbetare som hittills i år har haft så många sjukfrånvarotillfällen att den lokala regeln om upprepad frånvaro gäller",
            ItemKind.Count) { Hint = "Bara antal. Inga diagnoser." },
        new("oppnade", "Antal av dem med ett öppnat ärende", ItemKind.Count) { ExpectedFrom = "utlosta",
            Fault = "inget ärende trots upprepad frånvaro", Unit = "ärenden" },
        Should("plan", "Har alla vars arbetsförmåga väntas vara nedsatt i minst 60 dagar en plan för återgång senast dag 30?", "plan för återgång i arbete saknas", mayNotApply: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Rehabilitering", Purpose = "Att medarbetare med upprepad sjukfrånvaro får ett rehabiliteringsärende.",
            Description = "Jämför medarbetare med upprepad sjukfrånvaro enligt den lokala regeln med öppnade ärenden.",
            Field = Field.Staff, Recurrence = new(RecurrenceKind.Year, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "medarbetare",
            PerformerTitles = "HR-specialist", ReportingTitles = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [new("SFB 2010:110 30 kap. 6 §"), new("AML 1977:1160 3 kap. 2 a §")], FormKey = Form.Key, Minutes = 60,
            DeviationRule = "Upprepad sjukfrånvaro enligt den lokala regeln, utan ärende.", SeriousRule = "",
        },
    ];

    public override IEnumerable<object> FactsOf(RegisterRow row)
    {
        if (row.Register == RegisterKinds.RehabCases.Key)
            yield return new RehabFact(row.Key, row["anställnings-id"], row.Date("start")!.Value, row.Date("avslutad"), row["orsak"], row.Id);
        if (row.Register == RegisterKinds.Absences.Key)
            yield return new AbsenceFact(row["anställnings-id"], row.Date("från")!.Value, row.Date("till"));
    }

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        if (telling.Figures.Of<RehabFigures>() is not { } figures) return null;
        List<Block> blocks = [];
        if (figures.Closed is { } closed)
            blocks.Add(Prose.Paragraph(
                Prose.Text($"Under {telling.PeriodPhrase} påbörjades {Prose.Number(closed.Share.Denominator, "rehabiliteringsärende", "rehabiliteringsärenden")}; "),
                FigureText.Show(closed), Prose.Text(" avslutades. Ärenden kan pågå över årsskiftet.")));
        // Who has a case is known only where the register of cases has been read in.
        if (figures is { Many: { } seen, Closed: null })
            blocks.Add(Prose.Paragraph(
                FigureText.As(Prose.Number(seen.Rows.Count, "medarbetare", "medarbetare"), seen),
                Prose.Text($" har haft {RehabFigures.OrMore(telling.Facts.Rules)} sjukfrånvarotillfällen under kalenderåret (lokal regel){(telling.IsWholeYear ? "" : $" till och med {telling.Facts.AsOf:yyyy-MM-dd}")}. Registret över rehabiliteringsärenden är inte inläst, så hur många av dem som har ett ärende är inte känt.")));
        else if (figures.Many is { } many)
            blocks.Add(Prose.Paragraph(
                FigureText.As(Prose.Number(many.Rows.Count, "medarbetare", "medarbetare"), many),
                Prose.Text($" har haft {RehabFigures.OrMore(telling.Facts.Rules)} sjukfrånvarotillfällen under kalenderåret (lokal regel){(telling.IsWholeYear ? "" : $" till och med {telling.Facts.AsOf:yyyy-MM-dd}")}. Av dem har "),
                FigureText.Show(figures.WithRepeatedCase!), Prose.Text(" ett ärende för upprepad korttidsfrånvaro, "),
                FigureText.Show(figures.WithOtherCase!), Prose.Text(" ett annat ärende och "), FigureText.Show(figures.WithoutCase!),
                Prose.Text(" inget ärende.")));
        return blocks;
    }

    public override IEnumerable<ToldCheck> ChecksTold(ToldRows rows) => rows.Whole(Key, RegisterKinds.RehabCases, _ => 0);
}
