using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Kinds;

/// <summary>State grants: applied for, used and reported in time.</summary>
public sealed class Grants : ControlKind
{
    public const string ControlKey = "statsbidrag";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["statsbidrag", "statsmedel"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("statsbidrag", "Statsbidrag",
    [
        Should("rekvirerat", "Är bidraget rekvirerat i tid?", "rekvirerat för sent", mayNotApply: true),
        Should("andamal", "Används pengarna till det som bidraget gäller?", "använt till annat ändamål", partly: true),
        Should("aterrapport", "Är återrapporteringen lämnad i tid?", "återrapport saknas eller är sen", mayNotApply: true),
        new("forbrukat", "Hur stor del är förbrukad, i procent", ItemKind.Number) { Low = 0, High = 100, RemarkLow = 80,
            Fault = "förbrukningen stämmer inte", Unit = "%", Optional = true },
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Statsbidrag", Purpose = "Att bidrag rekvireras, används rätt och återrapporteras i tid.",
            Description = "Gå igenom alla bidrag i registret.",
            Field = Field.Economy, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Board,
            Register = RegisterKinds.Grants.Key, UnitOfCount = "bidrag", PerformerTitles = "Ekonom", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            FormKey = Form.Key, Minutes = 20, LegalBasis = [new("KL 2017:725 6 kap. 6 §")],
            DeviationRule = "Missad rekvisition eller återrapport, eller annat ändamål.",
        },
    ];
}
