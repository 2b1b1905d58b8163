namespace Vattenpass.Domain.Organisation;

/// <summary>
/// One state change that can be saved: the thing it is judged on, the right it needs, and the words it has in the trail.
/// Rows of <see cref="Carries"/> may change with it as consequences, in units where the act itself is permitted.
/// </summary>
public sealed record Act(string Key, Thing Thing, Right Right, string Text, params Thing[] Carries)
{
    /// <summary>A new row counts as the actor's own: one reports, or is away, in one's own name. Elsewhere being named on a row gives no right to make it.</summary>
    public bool MakesOwn { get; init; }
}

/// <summary>Every state change of the product, in the order of the house.</summary>
public static class Acts
{
    public static readonly Act SignIn = new("konto.logga-in", Thing.Settings, Right.Write, "loggade in", Thing.People);
    public static readonly Act SignInFailed =
        new("konto.logga-in-fel", Thing.Settings, Right.Write, "misslyckades att logga in", Thing.People);
    public static readonly Act ChangePassword = new("konto.byt-losenord", Thing.Settings, Right.Write, "bytte lösenord", Thing.People);
    public static readonly Act ChangePeople = new("person.andra", Thing.People, Right.Write, "ändrade personer och uppdrag");
    public static readonly Act ConfirmReset = new("konto.bekrafta-nytt", Thing.People, Right.Decide, "bekräftade ett nytt lösenord");
    public static readonly Act ConfirmAssignment = new("uppdrag.bekrafta", Thing.People, Right.Decide, "bekräftade ett uppdrag");
    public static readonly Act ChangeOrganisation = new("organisation.andra", Thing.People, Right.Write, "ändrade organisationen");

    public static readonly Act ChangePlan = new("plan.andra", Thing.Plans, Right.Write, "ändrade planen", Thing.Proposals);
    public static readonly Act ReadPlan = new("plan.las-in", Thing.Plans, Right.Write, "läste in en plan", Thing.Measures);
    public static readonly Act UndoReadPlan = new("plan.angra-inlasning", Thing.Plans, Right.Write, "ångrade inläsningen av en plan", Thing.Measures);
    public static readonly Act HoldFile = new("fil.hall", Thing.Mine, Right.Write, "valde en fil att läsa in") { MakesOwn = true };
    public static readonly Act ProposeRisk = new("risk.foresla", Thing.Proposals, Right.Write, "föreslog en risk") { MakesOwn = true };
    public static readonly Act DecideProposal = new("risk.avgor", Thing.Plans, Right.Write, "avgjorde en föreslagen risk", Thing.Proposals);
    public static readonly Act ScoreRisk = new("risk.vardera", Thing.Plans, Right.Score, "värderade en risk");
    public static readonly Act ProposePlan = new("plan.foresla", Thing.Plans, Right.Decide, "föreslog planen för nämnden");
    public static readonly Act AdoptPlan = new("plan.faststall", Thing.Adoption, Right.Write, "antecknade nämndens fastställande av planen",
        Thing.Plans, Thing.Occasions);

    public static readonly Act RegisterOutcome = new("utfall.registrera", Thing.Occasions, Right.Write, "registrerade ett utfall",
        Thing.Deviations, Thing.Measures);
    public static readonly Act CorrectOutcome =
        new("utfall.ratta", Thing.Occasions, Right.Write, "rättade ett utfall", Thing.Deviations, Thing.Measures);
    public static readonly Act ApproveOutcome =
        new("utfall.godkann", Thing.Approvals, Right.Decide, "godkände ett utfall", Thing.Occasions);
    public static readonly Act HandOverOccasion = new("tillfalle.lamna-over", Thing.Occasions, Right.Write,
        "lämnade över ett kontrolltillfälle");
    public static readonly Act MoveOccasion = new("tillfalle.flytta", Thing.Occasions, Right.Write,
        "flyttade ett kontrolltillfälle inom fönstret");

    public static readonly Act FillInCheck = new("kontroll.fyll-i", Thing.Occasions, Right.Write, "fyllde i en kontroll", Thing.Deviations);
    public static readonly Act CountStore = new("forrad.rakna", Thing.Occasions, Right.Write, "räknade i ett läkemedelsförråd",
        Thing.Deviations, Thing.Measures);
    public static readonly Act AddOccasion = new("tillfalle.extra", Thing.Occasions, Right.Write, "lade till en kontroll utanför planen");
    public static readonly Act RemoveOccasion = new("tillfalle.ta-bort", Thing.Plans, Right.Write,
        "tog bort ett kontrolltillfälle efter beslut", Thing.Occasions);
    public static readonly Act ChangeSchedule =
        new("schema.andra", Thing.Plans, Right.Write, "ändrade en kontrolls schema", Thing.Occasions);
    public static readonly Act CommitSeed = new("stickprov.fro", Thing.Samples, Right.Write, "sparade ett slumptal för ett stickprov");
    public static readonly Act DrawSample = new("stickprov.dra", Thing.Samples, Right.Write, "drog ett stickprov", Thing.Occasions);
    public static readonly Act ReplaceDrawn =
        new("stickprov.ersatt", Thing.Samples, Right.Write, "ersatte en dragen med nästa lott", Thing.Occasions);

    public static readonly Act ChangeForm = new("formular.andra", Thing.Plans, Right.Write, "ändrade ett formulär");
    public static readonly Act ChangeLibrary = new("bibliotek.andra", Thing.Plans, Right.Write, "ändrade biblioteket av mallar");
    public static readonly Act ChangeCalendar = new("kalender.andra", Thing.Plans, Right.Write, "ändrade nämndens kalender");
    public static readonly Act ChangeLocalRule = new("regel.andra", Thing.Plans, Right.Write, "beslutade en lokal regel");
    public static readonly Act ChangeTelling = new("paminnelser.regler", Thing.Plans, Right.Write, "ändrade reglerna för påminnelser");
    public static readonly Act Remind = new("paminnelse.skicka", Thing.Plans, Right.Write, "påminde med en egen mening");
    public static readonly Act Tell = new("paminnelse.trappa", Thing.Plans, Right.Write, "påminde enligt trappan");

    public static readonly Act RegisterAbsence = new("franvaro.registrera", Thing.Mine, Right.Write, "angav frånvaro och ersättare") { MakesOwn = true };
    public static readonly Act ChangeFeed = new("kalenderadress.andra", Thing.Mine, Right.Write, "ändrade sin kalenderadress") { MakesOwn = true };
    private static readonly Thing[] WhatHangs =
        [Thing.Occasions, Thing.Samples, Thing.Measures, Thing.Deviations, Thing.Plans, Thing.Medicines,
            Thing.LogReviews, Thing.Mine];
    public static readonly Act HandOverEverything = new("person.sluta", Thing.People, Right.Write,
        "lämnade över allt från någon som slutar", WhatHangs);
    public static readonly Act ReturnPerson =
        new("person.tillbaka", Thing.People, Right.Write, "tog tillbaka någon som hade slutat", WhatHangs);
    public static readonly Act CloseUnit = new("enhet.upphor", Thing.People, Right.Write, "avslutade en enhet", WhatHangs);
    public static readonly Act ReopenUnit = new("enhet.oppna", Thing.People, Right.Write, "öppnade en avslutad enhet igen", WhatHangs);

    public static readonly Act ChangeRegister = new("register.andra", Thing.Registers, Right.Write,
        "ändrade ett register eller en kolumnprofil");
    public static readonly Act UndoImport = new("register.angra", Thing.Registers, Right.Write, "ångrade en inläsning", Thing.People,
        Thing.Plans, Thing.Occasions, Thing.Deviations, Thing.Medicines);
    public static readonly Act ImportRegisters = new("register.las-in", Thing.Registers, Right.Write, "läste in register", Thing.People,
        Thing.Plans, Thing.Occasions, Thing.Deviations, Thing.Medicines);

    public static readonly Act ReportDeviation = new("avvikelse.rapportera", Thing.Deviations, Right.Write, "rapporterade en avvikelse") { MakesOwn = true };
    public static readonly Act InvestigateDeviation = new("avvikelse.utred", Thing.Deviations, Right.Write, "utredde en avvikelse");
    public static readonly Act FeedBackDeviation = new("avvikelse.aterkoppla", Thing.Deviations, Right.Write, "återkopplade en avvikelse");
    public static readonly Act InformChair = new("avvikelse.informera-ordforande", Thing.Deviations, Right.Decide,
        "informerade ordföranden om en allvarlig avvikelse", Thing.Plans);
    public static readonly Act CloseDeviation = new("avvikelse.avsluta", Thing.Deviations, Right.Decide, "avslutade en avvikelse");

    public static readonly Act AssessDeviation = new("avvikelse.bedom", Thing.Deviations, Right.Decide, "bedömde en avvikelse enligt lag");
    public static readonly Act GiveDeviation = new("avvikelse.utse", Thing.Deviations, Right.Decide, "utsåg utredare av en avvikelse");
    public static readonly Act WriteToDeviation = new("avvikelse.skriv", Thing.Deviations, Right.Write,
        "skrev ett meddelande om en avvikelse");
    public static readonly Act ReceiveFeedback = new("avvikelse.kvittera", Thing.Medicines, Right.Decide,
        "kvitterade återkopplingen av en avvikelse i ett läkemedelsförråd");
    public static readonly Act AnswerLoss = new("avvikelse.svinn", Thing.Medicines, Right.Decide, "svarade på frågorna om ett svinn");

    public static readonly Act AnswerPolice = new("avvikelse.polis", Thing.Deviations, Right.Decide,
        "svarade om polisanmälan av ett svinn");
    public static readonly Act ChangeStore = new("forrad.andra", Thing.Medicines, Right.Write, "ändrade ett läkemedelsförråd");
    public static readonly Act DestroyMedicine = new("forrad.kassera", Thing.Medicines, Right.Write, "kasserade ur ett läkemedelsförråd");
    public static readonly Act FitPlan =
        new("plan.planera", Thing.Plans, Right.Write, "anpassade planen till organisationen", Thing.Occasions);
    public static readonly Act FitStores =
        new("forrad.planera", Thing.Plans, Right.Write, "anpassade planen till läkemedelsförråden", Thing.Occasions);
    public static readonly Act ChangeMedicineRules = new("lakemedelsregler.andra", Thing.Medicines, Right.Decide,
        "ändrade reglerna för läkemedelsförråd");

    public static readonly Act NameRoutine = new("avvikelse.rutin", Thing.Deviations, Right.Write, "antecknade vilken rutin en avvikelse rör");
    public static readonly Act ChangeReview = new("granskning.andra", Thing.Plans, Right.Write, "ändrade en granskning");
    public static readonly Act MeetFinding = new("granskning.atgard", Thing.Plans, Right.Write, "kopplade en åtgärd till en brist i en granskning", Thing.Measures);
    public static readonly Act ChangeFunding = new("medel.andra", Thing.Plans, Right.Write, "ändrade medel till åtgärder");
    public static readonly Act LookOverRoutine = new("rutin.se-over", Thing.Mine, Right.Write, "såg över en rutin", Thing.Plans);
    public static readonly Act ChangeRoutine = new("rutin.andra", Thing.Plans, Right.Write, "ändrade rutinerna", Thing.Deviations);
    public static readonly Act ChangeMeasure = new("atgard.andra", Thing.Measures, Right.Write, "ändrade en åtgärd");
    public static readonly Act PlanEffect = new("effekt.planera", Thing.Measures, Right.Write, "bestämde hur effekten av en åtgärd kontrolleras");
    public static readonly Act ConcludeEffect = new("effekt.faststall", Thing.Measures, Right.Write, "kontrollerade effekten av en åtgärd");
    public static readonly Act FollowUpMeasure = new("atgard.folj-upp", Thing.Measures, Right.Write, "följde upp en åtgärd");

    public static readonly Act StartReport = new("rapport.paborja", Thing.Reports, Right.Write, "påbörjade en rapport");
    public static readonly Act WriteReport = new("rapport.skriv", Thing.Reports, Right.Write, "ändrade en rapports dokumenthuvud");
    public static readonly Act WriteSection = new("rapport.skriv-avsnitt", Thing.Reports, Right.Text, "skrev ett avsnitt i en rapport");
    public static readonly Act RegisterQuestion = new("fraga.anteckna", Thing.Reports, Right.Write, "antecknade nämndens frågor");
    public static readonly Act AnswerQuestion = new("fraga.svara", Thing.Reports, Right.Text, "skrev svar på nämndens frågor");
    public static readonly Act ApproveAnswer = new("fraga.godkann", Thing.Reports, Right.Decide, "godkände svar på nämndens frågor");
    public static readonly Act SendAnswer = new("fraga.skicka", Thing.Reports, Right.Register, "diarieförde och skickade svar på nämndens frågor");
    public static readonly Act PromiseMeasure = new("fraga.lofte", Thing.Reports, Right.Write, "antecknade ett löfte i ett svar som åtgärd", Thing.Measures);
    public static readonly Act SignReport = new("rapport.signera", Thing.Reports, Right.Decide, "signerade en rapport");
    public static readonly Act RegisterReport = new("rapport.diariefor", Thing.Reports, Right.Register,
        "diarieförde och skickade en rapport till nämnden");

    public static readonly Act DecideOnReport = new("rapport.beslut", Thing.Reports, Right.Register, "antecknade beslut om en rapport");

    public static readonly Act ImportLog = new("logg.las-in", Thing.LogReviews, Right.Write, "läste in en åtkomstlogg") { MakesOwn = true };
    public static readonly Act CancelLog = new("logg.avbryt", Thing.LogReviews, Right.Write, "avbröt genomgången av en åtkomstlogg");
    public static readonly Act WithdrawLog = new("logg.ta-bort", Thing.LogReviews, Right.Write, "tog bort en inläst åtkomstlogg");
    public static readonly Act AnalyseLog = new("logg.ga-igenom", Thing.LogReviews, Right.Write, "gick igenom en åtkomstlogg");
    public static readonly Act OpenLogCase = new("loggfall.oppna", Thing.LogReviews, Right.Read, "öppnade ett loggfall");
    public static readonly Act ReviewLogCase = new("loggfall.bedom", Thing.LogReviews, Right.Write, "arbetade med ett loggfall",
        Thing.Deviations, Thing.Occasions);
    public static readonly Act ForgetLogCases = new("loggfall.gallra", Thing.LogReviews, Right.Write, "gallrade loggfall");
    public static readonly Act ChangeLogRules = new("loggregler.andra", Thing.Plans, Right.Write, "ändrade reglerna för loggkontroll");

    public static readonly Act RunJob = new("jobb.kor", Thing.Settings, Right.Write, "körde ett jobb");
    public static readonly Act StoreKey = new("nyckel.spara", Thing.Settings, Right.Write, "sparade en krypteringsnyckel");
    public static readonly Act SetUpDemo = new("demo.skapa", Thing.Settings, Right.Write, "skapade demokommunen");
}
