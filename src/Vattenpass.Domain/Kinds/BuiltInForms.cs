using Vattenpass.Domain.Forms;

namespace Vattenpass.Domain.Kinds;

/// <summary>The forms of the built-in controls (dossier §4). A municipality may publish versions of its own.</summary>
public static class BuiltInForms
{
    private const string Yes = CheckForm.Yes, No = CheckForm.No;

    /// <summary>Should be yes; no is the named deviation.</summary>
    private static FormItem Should(string key, string question, string fault, bool partly = false, bool mayNotApply = false) =>
        new(key, question) { Deviates = [No], Remarks = partly ? [CheckForm.Partly] : [], Partly = partly, MayNotApply = mayNotApply, Fault = fault };

    private static FormItem Then(string parent, FormItem item, string answer = No) => item with { AskedWhen = parent, AskedFor = [answer] };
    private static FormItem Grade(string parent, string answer) => Then(parent, new FormItem("allvar", "Hur allvarligt?", ItemKind.Choice) { Choices = ["mindre", CheckForm.Grave] }, answer);

    public static readonly CheckForm Phone = new("mobiltelefon", "Sekretess i mobiltelefon",
    [
        new("uppgift", "Finns bild, meddelande eller annat om en enskild i telefonen?") { Deviates = [Yes], KindFrom = "kategori", SeverityFrom = "allvar", Hint = "Gå igenom bilder, meddelanden, kontakter, anteckningar, e-post och molntjänster." },
        Then("uppgift", new("kategori", "Vad?", ItemKind.Choice) { Choices = [.. DeviationKinds.For("mobiltelefoner")] }, Yes),
        Then("uppgift", new("kalla", "Varifrån kom det?", ItemKind.Choice) { Choices = ["personal", "klient eller anhörig", "annan avsändare"] }, Yes),
        Grade("uppgift", Yes),
        Then("uppgift", new("overfort", "Är det överfört till akt eller journal före radering?") { MayNotApply = true, Deviates = [No], Fault = "raderat utan att föras över till akten", Hint = "Ett meddelande från en klient är en inkommen handling. Spara ingen bild av fyndet här." }, Yes),
        Then("uppgift", new("anmald", "Är det anmält i incidentkanalen?") { Deviates = [No], Fault = "inte anmält i incidentkanalen", Hint = "Chefen anmäler. Incidentfunktionen bedömer om det är en personuppgiftsincident." }, Yes),
        Then("uppgift", new("anmalan", "Tid och ärendenummer för anmälan", ItemKind.Text) { Optional = true, Hint = "Till exempel 2026-03-31 14:10, ärende 1234." }, Yes),
        Should("las", "Är telefonen låst med kod?", "telefonen saknar skärmlås"),
    ]);

    public static readonly CheckForm Account = new("behorighet", "Behörighet",
    [
        Should("anstalld", "Är personen anställd?", "avslutad anställning"),
        Then("anstalld", new("anvant", "Har kontot använts efter anställningens slut?") { Deviates = [Yes], Serious = true, Fault = "använt efter avslutad anställning" }),
        Then("anstalld", new("enhet", "Arbetar personen på den enhet behörigheten gäller?") { Deviates = [No], Fault = "annan enhet" }, Yes),
        Then("anstalld", new("niva", "Behövs hela behörigheten för arbetet?", ItemKind.Choice) { Choices = ["ja", "för hög", "för låg"], Deviates = ["för hög"], Remarks = ["för låg"], Fault = "för hög behörighet" }, Yes),
    ]);

    /// <summary>Beslut → uppdrag → genomförandeplan → journal: each link is asked for only when the one before it is there, so the chain breaks at the first missing.</summary>
    public static readonly CheckForm DocumentationChain = new("dokumentationskedja", "Dokumentationskedjan",
    [
        Should("beslut", "Finns ett gällande beslut med mål och tid?", "kedjan bruten: beslut saknas"),
        Then("beslut", Should("uppdrag", "Finns ett uppdrag till utföraren som svarar mot beslutet?", "kedjan bruten: uppdrag saknas", partly: true), Yes),
        new("plan", "Finns en aktuell genomförandeplan med mål ur uppdraget?") { Partly = true, Deviates = [No], Remarks = [CheckForm.Partly], Fault = "kedjan bruten: genomförandeplan saknas", AskedWhen = "uppdrag", AskedFor = [Yes, CheckForm.Partly] },
        new("delaktig", "Framgår det hur den enskilde har varit delaktig?") { Partly = true, Deviates = [No], Remarks = [CheckForm.Partly], Fault = "delaktighet framgår inte", AskedWhen = "plan", AskedFor = [Yes, CheckForm.Partly] },
        new("uppfoljd", "Är planen följd upp det senaste året?") { Deviates = [No], Fault = "planen är inte uppföljd", AskedWhen = "plan", AskedFor = [Yes, CheckForm.Partly] },
        new("journal", "Hänger journalen ihop med planens mål?") { Partly = true, Deviates = [No], Remarks = [CheckForm.Partly], Fault = "kedjan bruten: journalen saknar koppling till planen", AskedWhen = "plan", AskedFor = [Yes, CheckForm.Partly] },
    ]);

    public static readonly CheckForm InvestigationQuality = new("utredningskvalitet", "Kvalitet i utredning",
    [
        Should("skydd", "Är skyddsbedömningen dokumenterad samma dag?", "skyddsbedömning saknas", mayNotApply: true),
        Should("barnet", "Har barnet fått komma till tals?", "barnet inte hört", partly: true, mayNotApply: true),
        Should("kommunicerat", "Är utredningen kommunicerad före beslut?", "inte kommunicerad", mayNotApply: true),
        Should("motiverat", "Är beslutet motiverat med hänvisning till lagrum?", "beslutet saknar motivering", partly: true),
        Should("forlangning", "Finns beslut och skäl för varje förlängning?", "beslut om förlängning saknas", mayNotApply: true),
    ]);

    public static readonly CheckForm Rehabilitation = new("rehabilitering", "Rehabilitering",
    [
        new("utlosta", "Antal medarbetare med sex eller fler tillfällen på tolv månader", ItemKind.Count) { Hint = "Bara antal. Inga diagnoser." },
        new("oppnade", "Antal av dem med ett öppnat ärende", ItemKind.Count) { ExpectedFrom = "utlosta", Fault = "inget ärende trots upprepad frånvaro", Unit = "ärenden" },
        Should("plan", "Har alla med lång frånvaro en plan för återgång senast dag 30?", "plan för återgång i arbete saknas", mayNotApply: true),
    ]);

    public static readonly CheckForm MonthlyEconomy = new("manadsavstamning", "Månadsavstämning",
    [
        Should("mote", "Är mötet hållet och antecknat?", "mötet inte hållet"),
        new("avvikelse", "Prognosens avvikelse från budget, i procent", ItemKind.Number) { RemarkLow = -1, RemarkHigh = 1, Unit = "%", Hint = "Minus betyder underskott, till exempel -2,5." },
        Should("plan", "Finns en plan om prognosen avviker mer än 1 %?", "prognosen avviker utan plan", mayNotApply: true),
    ]);

    public static readonly CheckForm EconomyAnalysis = new("ekonomianalys", "Fördjupad ekonomianalys",
    [
        Should("analys", "Är analysen genomförd och dokumenterad?", "analysen inte gjord"),
        Should("kpb", "Är kostnad per brukare (KPB) analyserad?", "KPB-analysen inte gjord", mayNotApply: true),
        Should("atgard", "Har varje förklarad avvikelse en åtgärd med ansvarig?", "åtgärd eller ansvarig saknas", partly: true, mayNotApply: true),
    ]);

    public static readonly CheckForm Competence = new("kompetens", "Kompetensförsörjning",
    [
        Should("plan", "Finns en antagen kompetensförsörjningsplan?", "plan saknas"),
        Should("introduktion", "Är introduktionen gjord för alla nyanställda?", "introduktion saknas", partly: true, mayNotApply: true),
        Should("delegering", "Är alla delegeringar giltiga?", "delegering ogiltig", mayNotApply: true),
    ]);

    public static readonly CheckForm Staffing = new("bemanning", "Bemanning",
    [
        new("vikarier", "Andel timmar som utförs av vikarier, i procent", ItemKind.Number) { RemarkHigh = 15, High = 25, Low = 0, Fault = "hög andel timmar av vikarier", Unit = "%" },
        new("perchef", "Antal medarbetare per chef", ItemKind.Count) { RemarkHigh = 30, High = 40, Fault = "många medarbetare per chef", Unit = "medarbetare" },
    ]);

    public static readonly CheckForm PrivateMeans = new("privata-medel", "Brukares privata medel",
    [
        new("kassablad", "Saldo enligt kassabladet, i kronor", ItemKind.Number),
        new("kontanter", "Räknade kontanter, i kronor", ItemKind.Number) { ExpectedFrom = "kassablad", Tolerance = 0, Fault = "differens i kassan", Unit = "kr" },
        Should("kvitton", "Finns kvitto på varje uttag?", "kvitto saknas", partly: true),
        Should("signerat", "Är avstämningen signerad av två?", "signatur saknas"),
    ]);

    public static readonly CheckForm Grant = new("statsbidrag", "Statsbidrag",
    [
        Should("rekvirerat", "Är bidraget rekvirerat i tid?", "rekvirerat för sent", mayNotApply: true),
        Should("andamal", "Används pengarna till det som bidraget gäller?", "använt till annat ändamål", partly: true),
        Should("aterrapport", "Är återrapporteringen lämnad i tid?", "återrapport saknas eller är sen", mayNotApply: true),
        new("forbrukat", "Hur stor del är förbrukad, i procent", ItemKind.Number) { Low = 0, High = 100, RemarkLow = 80, Fault = "förbrukningen stämmer inte", Unit = "%", Optional = true },
    ]);

    public static readonly CheckForm LexSarah = new("lex-sarah", "Hantering av lex Sarah",
    [
        new("rapporter", "Antal rapporter under perioden", ItemKind.Count) { RemarkLow = 1, Hint = "Noll rapporter är en signal att undersöka, inte ett bra resultat." },
        new("genast", "Antal av dem som utreddes genast", ItemKind.Count) { ExpectedFrom = "rapporter", Fault = "utredning inte påbörjad genast", Unit = "rapporter" },
        Should("atgard", "Har varje missförhållande en åtgärd med ansvarig och dag?", "åtgärd eller ansvarig saknas", mayNotApply: true),
        Should("ivo", "Är allvarliga missförhållanden anmälda till IVO?", "inte anmält till IVO", mayNotApply: true) with { Serious = true },
        Should("aterkoppling", "Har den som rapporterade fått återkoppling?", "återkoppling saknas", partly: true, mayNotApply: true),
    ]);

    public static readonly CheckForm Complaints = new("klagomal", "Klagomål och synpunkter",
    [
        new("antal", "Antal klagomål under perioden", ItemKind.Count),
        new("itid", "Antal som besvarades inom tio dagar", ItemKind.Count) { ExpectedFrom = "antal", Fault = "klagomål besvarat för sent", Unit = "klagomål" },
        Should("sammanstallt", "Är klagomålen sammanställda och analyserade?", "analys saknas", partly: true),
    ]);

    public static readonly CheckForm Hygiene = new("hygien", "Basal hygien och klädregler",
    [
        Should("handsprit", "Finns handsprit där omsorgen ges?", "handsprit saknas"),
        Should("klader", "Är arbetskläderna kortärmade och rena?", "klädregler följs inte", partly: true),
        Should("smycken", "Är händer och underarmar fria från smycken?", "smycken bärs"),
        Should("handskar", "Används handskar och förkläde rätt?", "skyddsutrustning används fel", partly: true),
    ]);

    public static readonly CheckForm RoutineKnowledge = new("rutinkannedom", "Kännedom om rutiner",
    [
        new("tillfragade", "Antal medarbetare som tillfrågades", ItemKind.Count),
        new("hittar", "Antal som hittar rutinen", ItemKind.Count) { ExpectedFrom = "tillfragade", Tolerance = 1, Fault = "rutinen är inte känd", Unit = "medarbetare" },
        Should("forstar", "Går rutinen att förstå?", "rutinen är otydlig", partly: true),
    ]);

    public static readonly CheckForm PharmacistReview = new("apotekargranskning", "Granskning med extern apotekare",
    [
        Should("gjord", "Är granskningen gjord tillsammans med extern apotekare?", "granskningen inte gjord"),
        Then("gjord", Should("rutin", "Stämmer den lokala rutinen med hur läkemedlen hanteras?", "rutinen följs inte", partly: true), Yes),
        Then("gjord", Should("forvaring", "Förvaras läkemedlen rätt och går de att hitta?", "fel förvaring", partly: true), Yes),
        Then("gjord", Should("hallbarhet", "Är alla läkemedel inom hållbarhetstiden?", "utgånget datum"), Yes),
        Then("gjord", Should("narkotika", "Förs narkotikajournalen rätt?", "fel narkotikajournal", partly: true, mayNotApply: true), Yes),
        Then("gjord", Should("forra", "Är förra årets anmärkningar åtgärdade?", "förra årets anmärkning kvarstår", partly: true, mayNotApply: true), Yes),
    ]);

    public static readonly IReadOnlyList<CheckForm> All =
        [.. new[] { Phone, Account, DocumentationChain, InvestigationQuality, Rehabilitation, MonthlyEconomy, EconomyAnalysis, Competence, Staffing, PrivateMeans, Grant, LexSarah, Complaints, Hygiene, RoutineKnowledge, PharmacistReview }.Select(f => f.Checked())];

    public static CheckForm? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}
