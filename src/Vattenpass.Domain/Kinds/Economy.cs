using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>The economy in balance: a meeting each month and an analysis each quarter.</summary>
public sealed class Economy : ControlKind
{
    public const string ControlKey = "ekonomi";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["ekonomi i balans", "budgetuppföljning"];
    public override bool IsBasic => true;
    public override IReadOnlyList<CheckForm> Forms => [MonthlyEconomyForm, EconomyAnalysisForm];
    public override IReadOnlyList<string> Faults => ["mötet inte hållet", "prognosen avviker utan plan", "analysen inte gjord"];

    public static readonly CheckForm MonthlyEconomyForm = new("manadsavstamning", "Månadsavstämning",
    [
        Should("mote", "Är mötet hållet och antecknat?", "mötet inte hållet"),
        new("avvikelse", "Prognosens avvikelse från budget, i procent", ItemKind.Number) { RemarkLow = -1, RemarkHigh = 1, Unit = "%", ToldAs = "Prognosens avvikelse från budget (minus är underskott)",
            Hint = "Minus betyder underskott, till exempel -2,5." },
        Should("plan", "Finns en plan om prognosen avviker mer än 1 %?", "prognosen avviker utan plan", mayNotApply: true),
    ]);

    public static readonly CheckForm EconomyAnalysisForm = new("ekonomianalys", "Fördjupad ekonomianalys",
    [
        Should("analys", "Är analysen genomförd och dokumenterad?", "analysen inte gjord"),
        Should("kpb", "Är kostnad per brukare (KPB) analyserad?", "KPB-analysen inte gjord", mayNotApply: true),
        Should("atgard", "Har varje förklarad avvikelse en åtgärd med ansvarig?", "åtgärd eller ansvarig saknas", partly: true, mayNotApply: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Item = "Ekonomi i balans", Title = "Månadsavstämning med ekonom",
            Purpose = "Att avvikelser i ekonomin upptäcks och får en plan.",
            Description = "Har mötet hållits och antecknats? Finns en plan om prognosen avviker?", Field = Field.Economy,
            Recurrence = Recurrence.Monthly with { DaysAfter = 20 }, Scope = ScopeKind.Areas,
            UnitOfCount = "möte", PerformerTitles = "Ekonom", ReportingTitles = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [InternalControl, new("KL 2017:725 11 kap. 5 §")], FormKey = MonthlyEconomyForm.Key, Minutes = 15,
            DeviationRule = "Mötet är inte hållet, eller prognosen avviker utan plan.", SeriousRule = "",
        },
        new()
        {
            Item = "Ekonomi i balans", Title = "Fördjupad ekonomianalys",
            Purpose = "Att orsaker till avvikelser är kända i varje verksamhetsområde.",
            Description = "Är analysen, med kostnad per brukare, genomförd för området?", Field = Field.Economy,
            Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 30), Scope = ScopeKind.Areas,
            UnitOfCount = "analys", PerformerTitles = "Ekonom", ReportingTitles = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [InternalControl, new("KL 2017:725 11 kap. 5 §")], FormKey = EconomyAnalysisForm.Key, Minutes = 60,
            DeviationRule = "Analysen är inte gjord.", SeriousRule = "",
        },
    ];
}
