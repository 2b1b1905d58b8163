using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Reports of lex Sarah, from report to feedback.</summary>
public sealed class LexSarah : ControlKind
{
    public const string ControlKey = "lex-sarah";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["lex sarah"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("lex-sarah", "Hantering av lex Sarah",
    [
        new("rapporter", "Antal rapporter under perioden", ItemKind.Count) { RemarkLow = 1,
            Hint = "Noll rapporter är en signal att undersöka, inte ett bra resultat." },
        new("genast", "Antal av dem som utreddes genast", ItemKind.Count) { ExpectedFrom = "rapporter",
            Fault = "utredning inte påbörjad genast", Unit = "rapporter" },
        Should("atgard", "Har varje missförhållande en åtgärd med ansvarig och dag?", "åtgärd eller ansvarig saknas", mayNotApply: true),
        Should("ivo", "Är allvarliga missförhållanden, och påtagliga risker för sådana, snarast anmälda till IVO?", "inte anmält till IVO",
            mayNotApply: true) with { Serious = true },
        Should("aterkoppling", "Har den som rapporterade fått återkoppling?", "återkoppling saknas", partly: true, mayNotApply: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Hantering av lex Sarah", Purpose = "Att missförhållanden rapporteras, utreds genast och rättas till.",
            Description = "Räkna rapporterna i området och följ dem till åtgärd och återkoppling.",
            Field = Field.SocialServices, Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 20), Scope = ScopeKind.Areas,
            UnitOfCount = "kontroll per område och halvår", PerformerTitles = "SAS", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            FormKey = Form.Key, Minutes = 30,
            LegalBasis = [.. LegalBasis.SoL("14 kap. 2–7 §§", "27 kap. 1–6 §§"), new("LSS 1993:387 24 b–24 f §§"), new("SOSFS 2011:5")],
            DeviationRule = "Inte utrett genast, ingen åtgärd eller ingen återkoppling.",
            SeriousRule = "Allvarligt missförhållande, eller påtaglig risk för ett sådant, som inte är anmält till IVO.",
        },
    ];
}
