using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>Routines are known, and can be understood.</summary>
public sealed class RoutineKnowledge : ControlKind
{
    public const string ControlKey = "rutinkannedom";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["rutinkännedom"];
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override bool AsksForRoutine => true;

    public static readonly CheckForm Form = new("rutinkannedom", "Kännedom om rutiner",
    [
        new("tillfragade", "Antal medarbetare som tillfrågades", ItemKind.Count),
        new("hittar", "Antal som hittar rutinen", ItemKind.Count) { ExpectedFrom = "tillfragade", Tolerance = 1,
            Fault = "rutinen är inte känd", Unit = "medarbetare" },
        Should("forstar", "Går rutinen att förstå?", "rutinen är otydlig", partly: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Kännedom om rutiner", Purpose = "Att rutinerna är kända och går att förstå.",
            Description = "Be några medarbetare visa var rutinen finns och vad den säger.",
            Field = Field.General, Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 20), Scope = ScopeKind.Units,
            UnitOfCount = "kontroll per enhet och halvår", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Utvecklingsledare",
            FormKey = Form.Key, Minutes = 10, LegalBasis = [new("SOSFS 2011:9 4 kap. 4 §"), new("SOSFS 2011:9 6 kap.")],
            DeviationRule = "Fler än en av de tillfrågade hittar inte rutinen, eller den går inte att förstå.",
        },
    ];
}
