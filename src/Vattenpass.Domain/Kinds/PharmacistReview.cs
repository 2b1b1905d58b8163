using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>A yearly review of medicine handling with an outside pharmacist.</summary>
public sealed class PharmacistReview : ControlKind
{
    public const string ControlKey = "apotekargranskning";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["apotekare", "farmaceut"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("apotekargranskning", "Granskning med extern apotekare",
    [
        Should("gjord", "Är granskningen gjord tillsammans med extern apotekare?", "granskningen inte gjord"),
        Then("gjord", Should("rutin", "Stämmer den lokala rutinen med hur läkemedlen hanteras?", "rutinen följs inte", partly: true), Yes),
        Then("gjord", Should("forvaring", "Förvaras läkemedlen rätt och går de att hitta?", "fel förvaring", partly: true), Yes),
        Then("gjord", Should("hallbarhet", "Är alla läkemedel inom hållbarhetstiden?", "utgånget datum"), Yes),
        Then("gjord", Should("narkotika", "Förs narkotikajournalen rätt?", "fel narkotikajournal", partly: true, mayNotApply: true), Yes),
        Then("gjord", Should("forra", "Är förra årets anmärkningar åtgärdade?", "förra årets anmärkning kvarstår", partly: true,
            mayNotApply: true), Yes),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Granskning av läkemedelshantering med extern apotekare",
            Purpose = "Att någon utifrån ser hur läkemedlen hanteras, minst en gång om året.",
            Description = "Gå igenom förrådet tillsammans med extern apotekare och svara på frågorna.",
            Field = Field.HealthCare, Recurrence = new(RecurrenceKind.Year, DaysAfter: 30), Scope = ScopeKind.UnitsWithObjects,
            Register = "läkemedelsförråd", UnitOfCount = "granskning per enhet och år", PerformerTitles = "MAS", ReportingTitles = "MAS",
            ToldTitles = "MAS",
            FormKey = Form.Key, Minutes = 90, LegalBasis = [new("HSLF-FS 2017:37 4 kap.")],
            DeviationRule = "Granskningen är inte gjord, eller visar ett fel.",
        },
    ];
}
