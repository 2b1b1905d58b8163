using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Investigations hold, not only in time.</summary>
public sealed class InvestigationQuality : ControlKind
{
    public const string ControlKey = "utredningskvalitet";

    public override string Key => ControlKey;
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("utredningskvalitet", "Kvalitet i utredning",
    [
        Should("skydd", "Är skyddsbedömningen gjord genast och dokumenterad? (Lokal regel: samma dag.)", "skyddsbedömning saknas eller är sen", mayNotApply: true),
        Should("barnet", "Har barnet fått komma till tals?", "barnet inte hört", partly: true, mayNotApply: true),
        Should("kommunicerat", "Är utredningen kommunicerad före beslut?", "inte kommunicerad", mayNotApply: true),
        Should("motiverat", "Är beslutet motiverat med hänvisning till lagrum?", "beslutet saknar motivering", partly: true),
        Should("forlangning", "Finns beslut och skäl för varje förlängning?", "beslut om förlängning saknas", mayNotApply: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Kvalitet i utredningar",
            Purpose = "Att utredningar och förhandsbedömningar håller, inte bara att de blir klara i tid.",
            Description = "Gå igenom de dragna ärendena. Tidsfristerna räknas för hela registret i en egen kontroll.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(2, null),
            Recurrence = new(RecurrenceKind.EveryNthMonth, 3, DaysAfter: 15), Scope = ScopeKind.Board, Register = RegisterKinds.Cases.Key,
            UnitOfCount = "ärende", PerformerTitles = "Utvecklingsledare", ReportingTitles = "Utvecklingsledare", ToldTitles = "SAS",
            FormKey = Form.Key, Minutes = 30,
            LegalBasis = [.. LegalBasis.SoL("11 kap. 1 §", "14 kap. 2 §"), .. LegalBasis.SoL("11 kap. 1 a §", "20 kap. 1–2 §§"),
                .. LegalBasis.SoL("11 kap. 2 §", "20 kap. 3 §"), new("FL 2017:900 25 och 32 §§")],
            DeviationRule = "Ett krav på utredningen är inte uppfyllt.",
        },
        new()
        {
            Title = "Stickprov vid utskottet",
            Purpose = "Att utskottet själv ser hur utredningar och förhandsbedömningar håller.",
            Description = "Gå igenom de dragna ärendena vid sammanträdet. Anteckna inget om den enskilde. Resultatet redovisas för nämnden varje kvartal.",
            Field = Field.SocialServices, Method = ControlMethod.Sample,
            Size = new(2, null) { Groups = new("typ", "utredning, förhandsbedömning") },
            Recurrence = new(RecurrenceKind.AtCommittee, 3), Scope = ScopeKind.Board, Register = RegisterKinds.Cases.Key,
            UnitOfCount = "ärende", PerformerTitles = "Utvecklingsledare", ReportingTitles = "Utvecklingsledare", ToldTitles = "SAS",
            FormKey = Form.Key, Minutes = 60,
            LegalBasis = [InternalControl, .. LegalBasis.SoL("11 kap. 1 §", "14 kap. 2 §"), .. LegalBasis.SoL("11 kap. 1 a §", "20 kap. 1–2 §§")],
            DeviationRule = "Ett krav på utredningen är inte uppfyllt.",
        },
    ];
}
