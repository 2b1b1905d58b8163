using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Built-in controls beyond the eight that every plan is offered first; added to a plan one by one.</summary>
public static class Library
{
    public static readonly IReadOnlyList<Template> More =
    [
        new("logglasning", new()
        {
            Title = "Granskning av granskarna", Purpose = "Att den som granskar loggar bara öppnar de fall som uppgiften kräver.",
            Description = "Gå igenom listan Vem har öppnat loggfall: är syftet rimligt, är fallet granskarens eget, är något öppnat utan att bli bedömt?",
            Field = Field.Access, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Board, UnitOfCount = "kontroll per kvartal", PerformerTitle = "Förvaltningschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [new("PDL 2008:355 4 kap. 3 §"), new("lag 2001:454 10 §")], Minutes = 15, DeviationRule = "Ett fall är öppnat utan rimligt syfte.", SeriousRule = "Upprepad läsning utan uppgift.",
        }),
        new("dokumentation", new()
        {
            Title = "Dokumentationskedjan", Purpose = "Att beslut, uppdrag, genomförandeplan och journal hänger ihop.",
            Description = "Gå igenom de dragna akterna länk för länk. Kedjan bryts vid den första länk som saknas. Anteckna inget om den enskilde.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(2, null), Recurrence = new(RecurrenceKind.NamedMonths, Months: [3, 6, 9, 11], DaysAfter: 10), Scope = ScopeKind.UnitsWithObjects, Register = RegisterKinds.Documentation.Key,
            UnitOfCount = "akt", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "SAS", FormKey = BuiltInForms.DocumentationChain.Key, Minutes = 40,
            LegalBasis = [.. LegalBasis.SoL("11 kap. 5 §", "14 kap. 3 §"), new("LSS 1993:387 21 a §"), new("SOSFS 2014:5")],
            DeviationRule = "En länk saknas, är inaktuell eller saknar koppling till målet.",
        }),
        new("utredningskvalitet", new()
        {
            Title = "Kvalitet i utredningar", Purpose = "Att utredningar och förhandsbedömningar håller, inte bara att de blir klara i tid.",
            Description = "Gå igenom de dragna ärendena. Tidsfristerna räknas för hela registret i en egen kontroll.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(2, null), Recurrence = new(RecurrenceKind.EveryNthMonth, 3, DaysAfter: 15), Scope = ScopeKind.Board, Register = RegisterKinds.Cases.Key,
            UnitOfCount = "ärende", PerformerTitle = "Utvecklingsledare", ReportingTitle = "Utvecklingsledare", ToldTitles = "SAS", FormKey = BuiltInForms.InvestigationQuality.Key, Minutes = 30,
            LegalBasis = [.. LegalBasis.SoL("11 kap. 1 §", "14 kap. 2 §"), .. LegalBasis.SoL("11 kap. 2 §", "20 kap. 3 §")], DeviationRule = "Ett krav på utredningen är inte uppfyllt.",
        }),
        new("bemanning", new()
        {
            Title = "Bemanning", Purpose = "Att kontinuiteten håller och cheferna hinner leda.", Description = "Ta siffrorna ur personalsystemet för kvartalet.",
            Field = Field.Staff, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Units, UnitOfCount = "kontroll per enhet och kvartal", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "HR-specialist",
            FormKey = BuiltInForms.Staffing.Key, Minutes = 5, LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 3 §")], DeviationRule = "Mer än 25 % av timmarna av vikarier, eller fler än 40 medarbetare per chef.",
        }),
        new("privata-medel", new()
        {
            Title = "Brukares privata medel", Purpose = "Att pengar vi hanterar åt brukare stämmer till kronan.", Description = "Räkna kontanterna, jämför med kassabladet och gå igenom kvittona. Skriv inget om vem pengarna tillhör.",
            Field = Field.SocialServices, Recurrence = Recurrence.Monthly with { DaysAfter = 10 }, Scope = ScopeKind.ChosenUnits, UnitOfCount = "kontroll per enhet och månad", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            FormKey = BuiltInForms.PrivateMeans.Key, Minutes = 10, NeedsApproval = true, LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 2 §")], DeviationRule = "Kassan stämmer inte eller ett kvitto saknas.", SeriousRule = "En differens som inte kan förklaras.",
        }),
        new("statsbidrag", new()
        {
            Title = "Statsbidrag", Purpose = "Att bidrag rekvireras, används rätt och återrapporteras i tid.", Description = "Gå igenom alla bidrag i registret.",
            Field = Field.Economy, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Board, Register = RegisterKinds.Grants.Key, UnitOfCount = "bidrag", PerformerTitle = "Ekonom", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            FormKey = BuiltInForms.Grant.Key, Minutes = 20, LegalBasis = [new("KL 2017:725 6 kap. 6 §")], DeviationRule = "Missad rekvisition eller återrapport, eller annat ändamål.",
        }),
        new("lex-sarah", new()
        {
            Title = "Hantering av lex Sarah", Purpose = "Att missförhållanden rapporteras, utreds genast och rättas till.", Description = "Räkna rapporterna i området och följ dem till åtgärd och återkoppling.",
            Field = Field.SocialServices, Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 20), Scope = ScopeKind.Areas, UnitOfCount = "kontroll per område och halvår", PerformerTitle = "SAS", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            FormKey = BuiltInForms.LexSarah.Key, Minutes = 30, LegalBasis = [.. LegalBasis.SoL("14 kap. 3–7 §§", "27 kap. 2–6 §§"), new("LSS 1993:387 24 b–f §§")], DeviationRule = "Inte utrett genast, ingen åtgärd eller ingen återkoppling.", SeriousRule = "Allvarligt missförhållande som inte är anmält till IVO.",
        }),
        new("klagomal", new()
        {
            Title = "Klagomål och synpunkter", Purpose = "Att klagomål besvaras i tid och leder till förbättring.", Description = "Räkna periodens klagomål och svaren på dem.",
            Field = Field.SocialServices, Recurrence = new(RecurrenceKind.Tertial, DaysAfter: 20), Scope = ScopeKind.Areas, UnitOfCount = "kontroll per område och tertial", PerformerTitle = "Utvecklingsledare", ReportingTitle = "Utvecklingsledare", ToldTitles = "SAS",
            FormKey = BuiltInForms.Complaints.Key, Minutes = 20, LegalBasis = [new("SOSFS 2011:9 5 kap. 3 §")], DeviationRule = "Besvarat efter mer än tio dagar, eller inte analyserat.",
        }),
        new("hygien", new()
        {
            Title = "Basal hygien och klädregler", Purpose = "Att smitta inte sprids.", Description = "Gå en runda på enheten och se hur det är.",
            Field = Field.HealthCare, Recurrence = new(RecurrenceKind.NamedMonths, Months: [4, 10], DaysAfter: 10), Scope = ScopeKind.Units, UnitOfCount = "kontroll per enhet", PerformerTitle = "Enhetschef", ReportingTitle = "MAS", ToldTitles = "MAS",
            FormKey = BuiltInForms.Hygiene.Key, Minutes = 10, LegalBasis = [new("SOSFS 2015:10")], DeviationRule = "En regel följs inte.",
        }),
        new("apotekargranskning", new()
        {
            Title = "Granskning av läkemedelshantering med extern apotekare", Purpose = "Att någon utifrån ser hur läkemedlen hanteras, minst en gång om året.", Description = "Gå igenom förrådet tillsammans med extern apotekare och svara på frågorna.",
            Field = Field.HealthCare, Recurrence = new(RecurrenceKind.Year, DaysAfter: 30), Scope = ScopeKind.UnitsWithObjects, Register = "läkemedelsförråd", UnitOfCount = "granskning per enhet och år", PerformerTitle = "MAS", ReportingTitle = "MAS", ToldTitles = "MAS",
            FormKey = BuiltInForms.PharmacistReview.Key, Minutes = 90, LegalBasis = [new("HSLF-FS 2017:37 4 kap.")], DeviationRule = "Granskningen är inte gjord, eller visar ett fel.",
        }),
        new("rutinkannedom", new()
        {
            Title = "Kännedom om rutiner", Purpose = "Att rutinerna är kända och går att förstå.", Description = "Be några medarbetare visa var rutinen finns och vad den säger.",
            Field = Field.General, Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 20), Scope = ScopeKind.Units, UnitOfCount = "kontroll per enhet och halvår", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Utvecklingsledare",
            FormKey = BuiltInForms.RoutineKnowledge.Key, Minutes = 10, LegalBasis = [new("SOSFS 2011:9 4 kap. 4 §"), new("SOSFS 2011:9 6 kap.")], DeviationRule = "Fler än en av de tillfrågade hittar inte rutinen, eller den går inte att förstå.",
        }),
    ];

    /// <summary>Every built-in template: the eight of every plan, then the rest.</summary>
    public static readonly IReadOnlyList<Template> All = [.. Templates.All, .. More];

    /// <summary>A key that is known here, or else the municipality's own.</summary>
    public static string KeyOrOwn(string key) => All.Any(t => t.Key == key) ? key : Control.OwnKey;
}
