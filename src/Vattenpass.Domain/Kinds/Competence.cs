using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>A plan of competence, introduction and delegations in every unit.</summary>
public sealed class Competence : ControlKind
{
    public const string ControlKey = "kompetens";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["kompetensförsörjning"];
    public override bool IsBasic => true;
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IEnumerable<object> FactsOf(RegisterRow row) => CompetenceNeed.Of(row) is { } need ? [need] : [];
    public override KindFigures? Figures(YearFacts facts) => CompetenceFigures.Of(facts);
    public override IReadOnlyList<string> Faults => ["plan saknas", "introduktion saknas", "delegering ogiltig"];

    public static readonly CheckForm Form = new("kompetens", "Kompetensförsörjning",
    [
        Should("plan", "Finns en antagen kompetensförsörjningsplan?", "plan saknas"),
        Should("introduktion", "Är introduktionen gjord för alla nyanställda?", "introduktion saknas", partly: true, mayNotApply: true),
        Should("delegering", "Är alla delegeringar giltiga?", "delegering ogiltig", mayNotApply: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Kompetensförsörjning", Purpose = "Att enheten har en plan för kompetens, introduktion och delegeringar.",
            Description = "Finns en antagen plan? Är introduktionen gjord för nyanställda? Är delegeringarna giltiga?", Field = Field.Staff,
            Recurrence = new(RecurrenceKind.Year), Scope = ScopeKind.Units,
            UnitOfCount = "kontroll per enhet", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 3 §"), new("SOSFS 2011:9 6 kap.")], FormKey = Form.Key, Minutes = 30,
            DeviationRule = "Plan, introduktion eller giltig delegering saknas.", SeriousRule = "",
        },
    ];
}
