using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>A built-in control that a plan can start from. Key decides its figures and its section in the report.</summary>
public sealed record Template(string Key, ControlContent Content);

/// <summary>The eight first templates; economy has two controls, so that each has one unit of count.</summary>
public static class Templates
{
    private static readonly LegalBasis Duty = new("KL 2017:725 6 kap. 6 §");

    /// <summary>Gives a plan every built-in control, in order, each under the risk it answers to where there is one.</summary>
    public static void AddAllTo(Plan plan, Func<Guid> newId, Func<string, Guid?>? riskOf = null)
    {
        foreach (var template in All)
            plan.Add(new Control(newId(), plan, template.Key, plan.Controls.Count, template.Content with { RiskId = riskOf?.Invoke(template.Key) }));
    }

    public static readonly IReadOnlyList<Template> All =
    [
        new("loggkontroll", new()
        {
            Title = "Loggkontroll", Purpose = "Att bara medarbetare med en uppgift hos den enskilde har läst och skrivit i journalen.",
            Description = "Läs in månadens logg och bedöm fallen: de som inget förklarar, och några lottade. Utan inläst logg: granska en slumpvald dag, hela enheten, och anteckna hur många åtkomster som granskades och hur många som var obehöriga.",
            Field = Field.Access, Method = ControlMethod.Sample, Size = new(1, null), Recurrence = Recurrence.Monthly with { DaysAfter = 10 }, Scope = ScopeKind.Units, DoneBy = DoneBy.Log,
            UnitOfCount = "kontroll per enhet och månad", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [new("PDL 2008:355 4 kap. 3 §"), new("lag 2001:454 10 §"), new("HSLF-FS 2016:40")], Minutes = 20,
            DeviationRule = "Åtkomst utan uppgift hos den enskilde.", SeriousRule = "Upprepad åtkomst, skyddade uppgifter eller spridning.",
        }),
        new("mobiltelefoner", new()
        {
            Title = "Sekretess – mobiltelefoner", Purpose = "Att inga bilder eller uppgifter om enskilda finns kvar i arbetstelefoner.",
            Description = "Gå igenom bilder, meddelanden, kontakter och anteckningar i telefonen. För över det som hör till akten innan det raderas. Spara ingen bild av fyndet.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(null, 20), Recurrence = new(RecurrenceKind.HalfYear), Scope = ScopeKind.UnitsWithObjects, Register = "mobiltelefoner",
            UnitOfCount = "mobiltelefon", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Incidentfunktion",
            LegalBasis = [new("OSL 2009:400 26 kap. 1 §"), new("OSL 2009:400 25 kap. 1 §"), new("GDPR art. 5.1 f, 32, 33")], FormKey = BuiltInForms.Phone.Key, Minutes = 15,
            DeviationRule = "Bild, meddelande, namn eller annan uppgift om en enskild.", SeriousRule = "Identitet tillsammans med uppgift om hälsa eller sociala förhållanden, eller spridning.",
        }),
        new("lakemedel", new()
        {
            Title = "Läkemedelshantering", Purpose = "Att narkotikaklassade läkemedel räknas, stämmer med journalen och inte försvinner.",
            Description = "Räkna alla narkotikaklassade läkemedel i förrådet, jämför med förbrukningsjournalen och lämna rapporten till MAS. Det är kontrollens resultat som registreras här, inte narkotikajournalen.",
            Field = Field.HealthCare, Recurrence = Recurrence.Monthly with { DaysAfter = 5 }, Scope = ScopeKind.Objects, Register = "läkemedelsförråd", DoneBy = DoneBy.Count,
            UnitOfCount = "kontroll per förråd och månad", PerformerTitle = "Kontrollansvarig sjuksköterska", ReportingTitle = "MAS", ToldTitles = "MAS",
            LegalBasis = [new("HSLF-FS 2017:37"), new("HSF 2017:80 4 kap. 6 §")], Minutes = 20,
            DeviationRule = "Brist eller överskott i saldo, uttag ej avskrivet, fel narkotikajournal, borde ha kasserats, låda felmärkt.", SeriousRule = "Brist som inte kan spåras (svinn).",
        }),
        new("rehabilitering", new()
        {
            Title = "Rehabilitering", Purpose = "Att medarbetare med upprepad sjukfrånvaro får en rehabiliteringsutredning.",
            Description = "Jämför medarbetare med sex eller fler sjukfrånvarotillfällen med öppnade ärenden.",
            Field = Field.Staff, Recurrence = new(RecurrenceKind.Year, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "medarbetare",
            PerformerTitle = "HR-specialist", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [new("SFB 2010:110 30 kap. 6 §"), new("AML 1977:1160 3 kap. 2 a §")], FormKey = BuiltInForms.Rehabilitation.Key, Minutes = 60,
            DeviationRule = "Sex eller fler tillfällen utan ärende.", SeriousRule = "",
        }),
        new("ekonomi", new()
        {
            Item = "Ekonomi i balans", Title = "Månadsavstämning med ekonom", Purpose = "Att avvikelser i ekonomin upptäcks och får en plan.",
            Description = "Har mötet hållits och antecknats? Finns en plan om prognosen avviker?", Field = Field.Economy, Recurrence = Recurrence.Monthly with { DaysAfter = 20 }, Scope = ScopeKind.Areas,
            UnitOfCount = "möte", PerformerTitle = "Ekonom", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef", LegalBasis = [Duty, new("KL 2017:725 11 kap. 5 §")], FormKey = BuiltInForms.MonthlyEconomy.Key, Minutes = 15,
            DeviationRule = "Mötet är inte hållet, eller prognosen avviker utan plan.", SeriousRule = "",
        }),
        new("ekonomi", new()
        {
            Item = "Ekonomi i balans", Title = "Fördjupad ekonomianalys", Purpose = "Att orsaker till avvikelser är kända i varje verksamhetsområde.",
            Description = "Är analysen, med kostnad per brukare, genomförd för området?", Field = Field.Economy, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 30), Scope = ScopeKind.Areas,
            UnitOfCount = "analys", PerformerTitle = "Ekonom", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef", LegalBasis = [Duty, new("KL 2017:725 11 kap. 5 §")], FormKey = BuiltInForms.EconomyAnalysis.Key, Minutes = 60,
            DeviationRule = "Analysen är inte gjord.", SeriousRule = "",
        }),
        new("kompetens", new()
        {
            Title = "Kompetensförsörjning", Purpose = "Att enheten har en plan för kompetens, introduktion och delegeringar.",
            Description = "Finns en antagen plan? Är introduktionen gjord för nyanställda? Är delegeringarna giltiga?", Field = Field.Staff, Recurrence = new(RecurrenceKind.Year), Scope = ScopeKind.Units,
            UnitOfCount = "kontroll per enhet", PerformerTitle = "Enhetschef", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 3 §"), new("SOSFS 2011:9 6 kap.")], FormKey = BuiltInForms.Competence.Key, Minutes = 30, DeviationRule = "Plan, introduktion eller giltig delegering saknas.", SeriousRule = "",
        }),
        new("tidsfrister", new()
        {
            Title = "Rättssäker myndighetsutövning – tidsfrister", Purpose = "Att lagens tidsfrister hålls i alla ärenden.",
            Description = "Hela registret av ärenden räknas mot tidsfristerna: förhandsbedömning 14 dagar, utredning 4 månader, övervägande 6 månader.", Field = Field.SocialServices,
            Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "ärende", PerformerTitle = "Utvecklingsledare", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            LegalBasis = [.. LegalBasis.SoL("11 kap. 1 a §", "20 kap. 2 §"), .. LegalBasis.SoL("11 kap. 2 §", "20 kap. 3 §"), .. LegalBasis.SoL("6 kap. 8 §", "22 kap. 13 §")], Minutes = 30,
            DeviationRule = "Ärendet är inte klart i tid och saknar giltig förlängning.", SeriousRule = "",
        }),
        new("behorigheter", new()
        {
            Title = "Behörigheter", Purpose = "Att ingen har mer behörighet än arbetet kräver.", Description = "Fyra slumpvis valda behörigheter granskas. Hela registret jämförs dessutom med anställningarna.",
            Field = Field.Access, Method = ControlMethod.Sample, Size = new(4, null), Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "konto",
            PerformerTitle = "Systemförvaltare", ReportingTitle = "Utvecklingsledare", ToldTitles = "Förvaltningschef", LegalBasis = [new("PDL 2008:355 4 kap. 2 §"), new("lag 2001:454 10 §")], FormKey = BuiltInForms.Account.Key, Register = Registers.RegisterKinds.Accounts.Key, Minutes = 30,
            DeviationRule = "Behörighet som anställningen inte kräver.", SeriousRule = "Behörighet efter avslutad anställning som har använts.",
        }),
    ];
}
