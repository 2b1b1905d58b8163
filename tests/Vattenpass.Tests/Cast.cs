using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Tests;

/// <summary>
/// The town all tests share: a board, two areas with two units each, one person per role. Unit A (Ask) is the home of those
/// whose scope is a unit; every object of unit B (Bok, in the other area) carries the canary.
/// </summary>
public sealed class Cast
{
    public const string Canary = "KANARIE-B";
    public const string Password = "ett bra lösenord";
    public static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>User names, one a role.</summary>
    public static readonly IReadOnlyDictionary<Role, string> Users = RoleNames.All.ToDictionary(r => r.Role, r => Ascii(r.Name));

    public Unit Board { get; private set; } = null!;
    public Unit AreaA { get; private set; } = null!;
    public Unit AreaB { get; private set; } = null!;
    public Unit A { get; private set; } = null!;
    public Unit A2 { get; private set; } = null!;
    public Unit B { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public Plan Draft { get; private set; } = null!;
    public Control Control { get; private set; } = null!;
    public Occasion OpenAtA { get; private set; } = null!;
    public Occasion OpenAtB { get; private set; } = null!;
    public Occasion DoneAtA { get; private set; } = null!;
    public Occasion DoneAtB { get; private set; } = null!;
    /// <summary>Checks of phones with a drawn list that waits.</summary>
    public Occasion ListAtA { get; private set; } = null!;
    public Occasion ListAtB { get; private set; } = null!;
    public Sample SampleAtA { get; private set; } = null!;
    public Sample SampleAtB { get; private set; } = null!;
    public BoardDate Meeting { get; private set; } = null!;
    public LibraryItem LibraryItem { get; private set; } = null!;
    public Domain.Routines.Routine Routine { get; private set; } = null!;
    public Domain.Funding.Envelope Envelope { get; private set; } = null!;
    public Domain.Questions.BoardQuestion Question { get; private set; } = null!;
    public Domain.PlanFiles.PlanFile PlanFile { get; private set; } = null!;
    public Absence Absence { get; private set; } = null!;
    public RegisterImport ImportAtB { get; private set; } = null!;
    public MedicineStore StoreAtA { get; private set; } = null!;
    public MedicineStore StoreAtB { get; private set; } = null!;
    public Occasion CountAtA { get; private set; } = null!;
    public Occasion CountAtB { get; private set; } = null!;
    public LogImport LogImport { get; private set; } = null!;
    public LogCase LogCaseAtA { get; private set; } = null!;
    public LogCase LogCaseAtB { get; private set; } = null!;
    public Deviation DeviationAtA { get; private set; } = null!;
    public Deviation DeviationAtB { get; private set; } = null!;
    /// <summary>A shortage at a store, not traced yet.</summary>
    public Deviation ShortageAtA { get; private set; } = null!;
    public Deviation ShortageAtB { get; private set; } = null!;
    public Measure MeasureAtA { get; private set; } = null!;
    public RiskProposal ProposalAtA { get; private set; } = null!;
    public RiskProposal ProposalAtB { get; private set; } = null!;
    public Measure MeasureAtB { get; private set; } = null!;
    /// <summary>An effect control that is not yet due.</summary>
    public EffectControl EffectAtA { get; private set; } = null!;
    public EffectControl EffectAtB { get; private set; } = null!;
    public Review Review { get; private set; } = null!;
    public Report Report { get; private set; } = null!;
    public Report SentReport { get; private set; } = null!;
    public Risk Risk { get; private set; } = null!;
    public Dictionary<Role, Person> People { get; } = [];
    public Person PersonAtB { get; private set; } = null!;
    public Title Title { get; private set; } = null!;
    /// <summary>Somebody who has left, and a unit that has closed.</summary>
    public Person Gone { get; private set; } = null!;
    public Unit Closed { get; private set; } = null!;
    public Assignment Waiting { get; private set; } = null!;

    public static async Task<Cast> SetAsync(Databases databases, FixedClock clock, Passwords passwords)
    {
        var cast = new Cast();
        clock.Set(new(2025, 12, 20));
        await using var db = databases.OpenAsSystem("test");
        cast.Organise(db, passwords);
        await db.SaveAsync(Acts.ChangePeople);
        cast.PlanYear(db);
        await db.SaveAsync(Acts.AdoptPlan);
        clock.Set(Today);
        cast.Live(db);
        await db.SaveAsync(Acts.RegisterOutcome);
        cast.KeepStores(db);
        await db.SaveAsync(Acts.ChangeStore);
        cast.ReviewLogs(db);
        await db.SaveAsync(Acts.AnalyseLog);
        await cast.DrawAsync(databases, db);
        await cast.ReportAsync(databases, db, clock);
        return cast;
    }

    private void Organise(VattenpassDb db, Passwords passwords)
    {
        var from = new DateOnly(2024, 1, 1);
        Unit Add(string code, string name, UnitKind kind, Unit? parent) =>
            db.Units.Add(new(db.NewId(), code, name, kind, parent?.Id, from)).Entity;
        Board = Add("SN", "Nämnden", UnitKind.Board, null);
        AreaA = Add("OA", "Område A", UnitKind.Area, Board);
        AreaB = Add("OB", "Område B", UnitKind.Area, Board);
        (A, A2, B) = (Add("A1", "Ask", UnitKind.Unit, AreaA), Add("A2", "Alm", UnitKind.Unit, AreaA),
            Add("B1", "Bok", UnitKind.Unit, AreaB));
        foreach (var unit in new[] { A, A2, B }) unit.Does(Activities.HomeCare);

        foreach (var (role, name) in RoleNames.All)
        {
            var field = role switch { Role.Specialist => Field.HealthCare, Role.SystemsManager => Field.Access, _ => Field.General };
            var title = new Title(db.NewId(), $"Befattning {name}", role, field);
            var home = role switch { Role.Performer or Role.UnitManager => A, Role.AreaManager => AreaA, _ => Board };
            var person = People[role] = new(db.NewId(), $"Person {name}", null, home.Id, from);
            var account = new Account(db.NewId(), person, Users[role]);
            account.PlaceAt(home.Id);
            passwords.Set(account, Password, mustChange: false);
            db.AddRange(title, person, account, new Assignment(db.NewId(), person, title, home.Id, from, null, givenBy: null));
        }
        PersonAtB = db.People.Add(new(db.NewId(), $"Person {Canary}", null, B.Id, from)).Entity;
        Gone = db.People.Add(new(db.NewId(), "Person som har slutat", null, A.Id, from)).Entity;
        Gone.Leave(new(2025, 6, 30));
        Closed = Add("A3", "Apel", UnitKind.Unit, AreaA);
        Closed.Close(new(2025, 6, 30), A.Id);
        Title = db.Titles.Local.First(t => t.Role is Role.Performer);
        var auditor = db.Titles.Local.First(t => t.Role is Role.Auditor);
        Absence = db.Absences.Add(new(db.NewId(), People[Role.UnitManager], People[Role.AreaManager].Id, Today.AddDays(30),
            Today.AddDays(40), [])).Entity;
        LibraryItem = db.LibraryItems.Add(new(db.NewId(), Board.Id, Domain.Plans.Control.OwnKey,
            new() { Title = "Mall från grannen", LegalBasis = [new("KL 2017:725 6 kap. 6 §")] }, null, "grannkommunen", db.Now)).Entity;
        PlanFile = db.PlanFiles.Add(new(db.NewId(), Board.Id, 2026, new("plan.docx", "00", [], []), [1], db.Now, "test")).Entity;
        Question = db.Questions.Add(new(db.NewId(), Board.Id, new("D och KD", "Fördjupade egenkontroller", "ärende 7", new(2026, 9, 25), new(2026, 9, 20), null, ["Vilka brister finns?"]))).Entity;
        Routine = db.Routines.Add(new(db.NewId(), Board.Id, new("Läkemedelshantering", "Räkning av läkemedel", "Dok 4711", new(2026, 1, 1)))).Entity;
        Review = db.Reviews.Add(new(db.NewId(), Board.Id, new(ReviewKind.External, "Extern granskning", "Hela nämnden", new(2025, 1, 1), new(2025, 9, 30), "ett företag", new(2025, 11, 1), ""))).Entity;
        Review.Find(db.NewId(), new("Dokumentationen är otydlig", Gravity.Deficiency, "Stickprov") { Recommendation = "Följ upp varje kvartal", AnswerBy = new(2026, 12, 1) });
        Envelope = db.Envelopes.Add(new(db.NewId(), Board.Id, new("Stärkt kvalitet", 10_000_000, 2026, "socialnämnden", new(2025, 11, 20), "SN § 112"))).Entity;
        Envelope.Allocate(db.NewId(), new("Två enhetschefer") { Answers = "Cheferna har för många medarbetare", Posts = 2, Planned = 1_600_000 });
        Meeting = db.BoardDates.Add(new(db.NewId(), Board.Id, BoardDateKind.Meeting, new(2026, 6, 17), null)).Entity;
        Waiting = db.Assignments.Add(new(db.NewId(), PersonAtB, auditor, Board.Id, Today, null,
            givenBy: People[Role.Administrator].Id)).Entity;
    }

    private void PlanYear(VattenpassDb db)
    {
        Plan = Make(2026);
        Plan.Propose();
        Plan.Adopt(new(new(2025, 12, 18), "112", "SN 2025/9"), new(2025, 12, 18));
        Draft = Make(2027);
        foreach (var gone in new PlanComparison(Draft, Plan).InNeedOfReason) Draft.Explain(gone, "Prövas på annat sätt.");
        Risk = Draft.Risks[0];
        Control = Plan.Controls[0];
        foreach (var unit in new[] { A, A2, B })
            foreach (var occurrence in Control.Recurrence.In(2026))
                db.Occasions.Add(new(db.NewId(), Control, unit.Id, "", occurrence, unit == A ? People[Role.Performer].Id : null));
        var phones = Plan.Controls[1];
        (ListAtA, ListAtB) = (Phones(A), Phones(B));

        Occasion Phones(Unit unit) =>
            db.Occasions.Add(new(db.NewId(), phones, unit.Id, "", phones.Recurrence.In(2026).First(),
                unit == A ? People[Role.Performer].Id : null)).Entity;

        Plan Make(int year)
        {
            var plan = db.Plans.Add(new(db.NewId(), year, Board.Id, $"Plan {year}", RiskScale.Four)).Entity;
            var risk = plan.Add(new Risk(db.NewId(), plan, "Obehörig läsning", "", "", null));
            risk.Rate(3, 3, null, null);
            risk.Decide(RiskResponse.Control, null);
            plan.Add(new Control(db.NewId(), plan, "loggkontroll", 0,
                ControlKinds.Templates[0].Content with { RiskId = risk.Id, NeedsApproval = true, PerformerTitles = "Befattning utförare" }));
            foreach (var (key, order) in year == 2026 ? new[] { ("mobiltelefoner", 1), ("lakemedel", 2) } : [])
                plan.Add(new Control(db.NewId(), plan, key, order,
                    ControlKinds.Templates.First(t => t.Key == key).Content with { PerformerTitles = "Befattning utförare" }));
            return plan;
        }
    }

    private void Live(VattenpassDb db)
    {
        Occasion Find(Unit unit, string month) => db.Occasions.Local.First(o => o.UnitId == unit.Id && o.PeriodKey == month);
        (OpenAtA, OpenAtB) = (Find(A, "2026-05"), Find(B, "2026-05"));
        (DoneAtA, DeviationAtA, MeasureAtA) = Do(A, "en anmärkning");
        RiskProposal Propose(Unit unit, Person by, string title) => db.Proposals.Add(new(db.NewId(), unit.Id, title, "", new(RiskSource.Unit), by.Id, by.Name, new(2026, 4, 2))).Entity;
        (ProposalAtA, ProposalAtB) = (Propose(A, People[Role.UnitManager], "Nattbemanningen räcker inte"), Propose(B, PersonAtB, $"Risk {Canary}"));
        (DoneAtB, DeviationAtB, MeasureAtB) = Do(B, Canary);
        (EffectAtA, EffectAtB) = (Change(A, "nytt arbetssätt"), Change(B, $"arbetssätt {Canary}"));
        foreach (var (unit, text) in new[] { (A, "ask"), (B, Canary) })
        {
            var import =
                new RegisterImport(db.NewId(), RegisterKinds.Phones, 2026, $"telefoner-{text}.csv", "", db.Now, "test", Provenance.Unknown);
            import.PlaceAt(unit.Id);
            db.Add(import);
            if (unit == B) ImportAtB = import;
            foreach (var kind in RegisterKinds.All.Where(k => k != RegisterKinds.Organisation))
                db.RegisterRows.Add(new(db.NewId(), kind, 2026, $"{text}-1",
                    kind.Columns.ToDictionary(c => c.Name, c => kind == RegisterKinds.OtherDeviations && c.Name is "system" or "avvikelsetyp" ? "fall" : Cell(c, unit, text)), unit.Id, import.Id));
        }

        EffectControl Change(Unit unit, string text)
        {
            var measure = new Measure(db.NewId(), unit.Id, Field.General, text);
            measure.Describe(new(text, "", People[Role.Coordinator].Id, null, new(2026, 2, 1), new(2026, 12, 1), []), db.NewId, Today);
            db.Add(measure);
            return db.Add(new EffectControl(db.NewId(), measure, new(EffectIndicator.Missed, NamedControl.Of(Plan.Controls[0]), "", new(2026, 3, 1), 12, (unit == A ? People[Role.UnitManager] : PersonAtB).Id) { UnitIds = [unit.Id] }, Today)).Entity;
        }

        (Occasion, Deviation, Measure) Do(Unit unit, string text)
        {
            var occasion = Find(unit, "2026-04");
            var outcome = occasion.Register(db.NewId(),
                new(OutcomeResult.Deviation, new(2026, 4, 28), 3, 1, 0, Independence.SelfControl, "", text, []), People[Role.Performer].Id,
                "Person utförare", db.Now, Today);
            db.Add(outcome);
            var deviation = new Deviation(db.NewId(),
                new(unit.Id, occasion.Field, "obehörig åtkomst", text, Severity.Minor, new(2026, 4, 28), "2026-04", occasion.Id, "loggkontroll"),
                unit == A ? People[Role.Performer].Id : null, db.Now);
            var measure = new Measure(db.NewId(), unit.Id, occasion.Field, $"Åtgärd {text}", deviationId: deviation.Id);
            db.AddRange(deviation, measure,
                new Deviation(db.NewId(),
                    new(unit.Id, Field.General, $"utanför kontroll {text}", text, Severity.Minor, new(2026, 5, 2), "2026-05"), null,
                    db.Now));
            return (occasion, deviation, measure);
        }
    }

    /// <summary>A store at each unit with a preparation, an appointment and a control of June to do.</summary>
    private void KeepStores(VattenpassDb db)
    {
        var control = Plan.Controls[2];
        ((StoreAtA, CountAtA), (StoreAtB, CountAtB)) = (Keep(A, "FA"), Keep(B, $"F{Canary}"));
        (ShortageAtA, ShortageAtB) = (Miss(StoreAtA, "en tablett saknas"), Miss(StoreAtB, Canary));

        Deviation Miss(MedicineStore store, string text)
        {
            var missed = new Deviation(db.NewId(),
                new(store.UnitId!.Value, Field.HealthCare, StoreFaults.Shortage, text, Severity.Minor, new(2025, 12, 3), "2025-12", null,
                    "lakemedel", store.Code),
                null, db.Now);
            missed.Raise(new DrugMatter(db.NewId(), missed, store.Lines[0].Id, store.Lines[0].Name, -1, "tabletter"));
            return db.Add(missed).Entity;
        }

        (MedicineStore, Occasion) Keep(Unit unit, string code)
        {
            var store = db.Stores.Add(new(db.NewId(), unit.Id, code, StoreKind.Residential)).Entity;
            store.Describe(new(StoreKind.Residential, false, "", new(2026, 1, 1), null, new(2026, 6, 1)));
            db.Add(store.AddLine(db.NewId(), new("Oxascand", "5 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "", ""), new(2026, 1, 1)));
            db.Add(store.Give(db.NewId(), DutyKind.Responsible, People[Role.Specialist], new(2026, 1, 1), null));
            return (store, db.Occasions.Add(new(db.NewId(), control, unit.Id, code,
                control.Recurrence.In(2026).First(o => o.Period.Key == "2026-06"), unit == A ? People[Role.Performer].Id : null)).Entity);
        }
    }

    /// <summary>A log that the reviewer read in, with a case for A's manager and one of B for the reviewer.</summary>
    private void ReviewLogs(VattenpassDb db)
    {
        var reviewer = People[Role.LogReviewer];
        LogImport = new(db.NewId(), Board.Id, "Lifecare", new(2026, 5, 1), new(2026, 5, 31), "logg.csv", "", Selections.None, "frö",
            reviewer.Id, reviewer.Name, db.Now);
        LogImport.Claim("test", db.Now);
        db.LogImports.Add(LogImport);
        (LogCaseAtA, LogCaseAtB) = (Case(A, People[Role.UnitManager], "anv1"), Case(B, reviewer, Canary));

        LogCase Case(Unit unit, Person to, string user)
        {
            var made = new LogCase(db.NewId(), LogImport, unit.Id, CaseKind.Queued, $"fall-{unit.Code}", "2026-05", 1, CaseStrength.Clear,
                "ingen förklaring", "k1", [new("1", user, "k1", unit.Name, new(2026, 5, 6, 10, 0, 0), Explanations.None, false, false)], 1,
                ["Inget förbinder."], [], db.Now);
            made.GiveTo(to.Id, to.Name, "");
            return db.LogCases.Add(made).Entity;
        }
    }

    private async Task DrawAsync(Databases databases, VattenpassDb db)
    {
        SampleAtA = await new SampleDrawer(databases).DrawAsync(db, ListAtA, "", "", null, default);
        SampleAtB = await new SampleDrawer(databases).DrawAsync(db, ListAtB, "", "", null, default);
    }

    private static string Cell(Column column, Unit unit, string text) => column.Type switch
    {
        ColumnType.Date => "2026-03-01",
        ColumnType.Month => "2026-03",
        ColumnType.Number or ColumnType.Count => "1",
        ColumnType.YesNo => "nej",
        ColumnType.Term => "vår",
        _ => column.Name == "enhet" ? unit.Name : column.Name is "typ" ? "utredning" : column.Name is "kompetens" ? "LAB" : text,
    };

    private async Task ReportAsync(Databases databases, VattenpassDb db, FixedClock clock)
    {
        var head = ReportHead.Usual with { Place = "Lillsjö", CheckedOn = new(2027, 1, 10) };
        clock.Set(new(2026, 9, 10));
        SentReport =
            new(db.NewId(), Plan.Id, Board.Id, 2026, ReportKind.Interim, ReportPeriods.Of(ReportKind.Interim, 2026, LocalRules.Standard), 1, head, db.Now);
        db.Reports.Add(SentReport);
        await db.SaveAsync(Acts.StartReport);
        (await new ReportComposer(databases).DraftAsync(SentReport, default)).Sign(db, SentReport, People[Role.DepartmentHead].Id, "Person förvaltningschef");
        SentReport.Send("SN 2026/1", Today);
        Report =
            new(db.NewId(), Plan.Id, Board.Id, 2026, ReportKind.FullYear, ReportPeriods.Of(ReportKind.FullYear, 2026, LocalRules.Standard), 1, head, db.Now);
        db.Reports.Add(Report);
        await db.SaveAsync(Acts.StartReport);
        clock.Set(Today);
    }

    private static string Ascii(string name) => name.Replace('ä', 'a').Replace('å', 'a').Replace('ö', 'o');
}
