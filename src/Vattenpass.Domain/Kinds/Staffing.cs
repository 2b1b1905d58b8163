using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Continuity, and managers who have time to lead.</summary>
public sealed class Staffing : ControlKind
{
    public const string ControlKey = "bemanning";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["bemanning"];
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IEnumerable<object> FactsOf(RegisterRow row) => StaffMonth.Of(row) is { } month ? [month] : [];
    public override KindFigures? Figures(YearFacts facts) => StaffFigures.Of(facts);

    public static readonly CheckForm Form = new("bemanning", "Bemanning",
    [
        new("vikarier", "Andel timmar som utförs av vikarier, i procent", ItemKind.Number) { RemarkHigh = 15, High = 25, Low = 0,
            Fault = "hög andel timmar av vikarier", Unit = "%" },
        new("perchef", "Antal medarbetare per chef", ItemKind.Count) { RemarkHigh = 30, High = 40, Fault = "många medarbetare per chef", Unit = "medarbetare" },
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Bemanning", Purpose = "Att kontinuiteten håller och cheferna hinner leda.",
            Description = "Ta siffrorna ur personalsystemet för kvartalet.",
            Field = Field.Staff, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Units,
            UnitOfCount = "kontroll per enhet och kvartal", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "HR-specialist",
            FormKey = Form.Key, Minutes = 5, LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 3 §")],
            DeviationRule = "Mer än 25 % av timmarna av vikarier, eller fler än 40 medarbetare per chef (lokala regler).",
        },
    ];
}
