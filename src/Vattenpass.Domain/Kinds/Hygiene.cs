using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>Basic hygiene and dress code.</summary>
public sealed class Hygiene : ControlKind
{
    public const string ControlKey = "hygien";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["basal hygien", "hygienrutin"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("hygien", "Basal hygien och klädregler",
    [
        Should("handsprit", "Finns handsprit där omsorgen ges?", "handsprit saknas"),
        Should("klader", "Är arbetskläderna kortärmade och rena?", "klädregler följs inte", partly: true),
        Should("smycken", "Är händer och underarmar fria från smycken?", "smycken bärs"),
        Should("handskar", "Används handskar och förkläde rätt?", "skyddsutrustning används fel", partly: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Basal hygien och klädregler", Purpose = "Att smitta inte sprids.",
            Description = "Gå en runda på enheten och se hur det är.",
            Field = Field.HealthCare, Recurrence = new(RecurrenceKind.NamedMonths, Months: [4, 10], DaysAfter: 10), Scope = ScopeKind.UnitsOfActivity,
            Activities = [Activities.Residential, Activities.ShortStay, Activities.HomeCare, Activities.HomeNursing, Activities.GroupHome],
            UnitOfCount = "kontroll per enhet", PerformerTitles = "Enhetschef", ReportingTitles = "MAS", ToldTitles = "MAS",
            FormKey = Form.Key, Minutes = 10, LegalBasis = [new("SOSFS 2015:10"), new("HSLF-FS 2022:44")], DeviationRule = "En regel följs inte.",
        },
    ];
}
