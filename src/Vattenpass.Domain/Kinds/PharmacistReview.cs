using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>A yearly review of medicine handling with an outside pharmacist.</summary>
public sealed class PharmacistReview : ControlKind
{
    public const string ControlKey = "apotekargranskning";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["apotekare", "farmaceut"];
    public override IReadOnlyList<CheckForm> Forms => [Form, Talk];

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

    public static readonly CheckForm Talk = new("lakemedelssamtal", "Kvalitetssamtal om läkemedel",
    [
        Should("hallet", "Är samtalet hållet med enhetschef och sjuksköterska?", "kvalitetssamtalet inte hållet"),
        Then("hallet", Should("avvikelser", "Är enhetens läkemedelsavvikelser och det som gjordes åt dem genomgångna?", "avvikelserna inte genomgångna", mayNotApply: true), Yes),
        Then("hallet", Should("kontroller", "Görs kontrollräkningen varje månad, och räknas läkemedlet vid varje uttag?", "kontrollräkningen brister", partly: true), Yes),
        Then("hallet", Should("manga", "Finns extra rutiner där många hämtar ur samma förråd?", "extra rutiner saknas där många hämtar", mayNotApply: true), Yes),
        Then("hallet", Should("atgarder", "Är det bestämt vem som gör vad till nästa samtal?", "inget bestämt till nästa samtal", partly: true), Yes),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Kvalitetssamtal om läkemedel",
            Purpose = "Att MAS och enheten tillsammans ser hur läkemedlen hanteras och vad som behöver bli bättre.",
            Description = "Håll samtalet med enhetschef och ansvarig sjuksköterska, med årets kontroller och avvikelser framme.",
            Field = Field.HealthCare, Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 30), Scope = ScopeKind.UnitsWithObjects,
            Register = "läkemedelsförråd", UnitOfCount = "samtal per enhet och halvår", PerformerTitles = "MAS", ReportingTitles = "MAS", ToldTitles = "MAS",
            FormKey = Talk.Key, Minutes = 60, LegalBasis = [new("HSLF-FS 2017:37 4 kap.")],
            DeviationRule = "Samtalet är inte hållet, eller visar en brist.",
        },
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
