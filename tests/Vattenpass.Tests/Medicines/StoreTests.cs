using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Medicines;

/// <summary>Who may count what, what a count comes to, and what the figures make of a store.</summary>
public sealed class StoreTests
{
    private static readonly StoreScene Scene = new();

    [Theory]
    [InlineData(DutyKind.Responsible, "ansvarar för förrådet")]
    [InlineData(DutyKind.Orderer, "beställer läkemedel till förrådet")]
    public void Whoever_answers_for_the_store_or_orders_to_it_may_not_control_it(DutyKind kind, string why)
    {
        var scene = new StoreScene();
        scene.Store.Give(scene.NewId(), kind, scene.Anna, new(2026, 6, 10), null);
        scene.Store.Give(scene.NewId(), DutyKind.Controller, scene.Bo, new(2026, 1, 1), null);
        var refused = scene.Store.WhyNot(scene.Anna.Id, Period.Month("2026-06"), scene.Today, 0, null);
        Assert.Contains(why, refused, StringComparison.Ordinal);
        Assert.Contains("Lämna över kontrollen till Bo", refused, StringComparison.Ordinal);
        Assert.Null(scene.Store.WhyNot(scene.Bo.Id, Period.Month("2026-06"), scene.Today, 0, null));
        // Before the duty began there was nothing in the way, but the appointment.
        Assert.Contains("inte utsedd", scene.Store.WhyNot(scene.Anna.Id, Period.Month("2026-05"), new(2026, 5, 30), 0, null),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Who_ordered_a_delivery_in_the_period_may_not_control_and_months_running_have_the_municipalitys_limit()
    {
        var scene = new StoreScene();
        scene.Store.Deliver(scene.NewId(), scene.Tablets.Id, 30, new(2026, 6, 3), "F1", scene.Bo.Id, scene.Today);
        Assert.Contains("beställer", scene.Store.WhyNot(scene.Bo.Id, Period.Month("2026-06"), scene.Today, 0, null),
            StringComparison.Ordinal);
        Assert.Null(scene.Store.WhyNot(scene.Bo.Id, Period.Month("2026-05"), new(2026, 5, 31), 0, null));
        Assert.Null(scene.Store.WhyNot(scene.Anna.Id, Period.Month("2026-06"), scene.Today, 12, null));
        Assert.Contains("3 månader i rad", scene.Store.WhyNot(scene.Anna.Id, Period.Month("2026-06"), scene.Today, 3, 3),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_both_controller_and_responsible_and_an_appointment_stays_on_record()
    {
        var scene = new StoreScene();
        var duty = scene.Store.Give(scene.NewId(), DutyKind.Responsible, scene.Anna, new(2026, 1, 1), null);
        Assert.Throws<Refusal>(() => scene.Store.Give(scene.NewId(), DutyKind.Controller, scene.Anna, new(2026, 6, 1), null));
        Assert.Throws<Refusal>(() => scene.Store.Give(scene.NewId(), DutyKind.Responsible, scene.Anna, new(2026, 2, 1), null));
        duty.End(new(2026, 5, 31));
        scene.Store.Give(scene.NewId(), DutyKind.Controller, scene.Anna, new(2026, 6, 1), null);
        Assert.Equal(2, scene.Store.Duties.Count);
    }

    [Theory]
    [InlineData("skåp 3", "", "både plats och journalblad")]
    [InlineData("Anna Andersson 19121212-1212", "14", "")]
    public void A_patients_own_is_known_by_place_and_sheet_never_by_who_it_is(string place, string sheet, string why)
    {
        var refusal = Assert.Throws<Refusal>(() =>
            Scene.Store.AddLine(Scene.NewId(), new("Oxynorm", "5 mg", "kapsel", DrugList.II, CountUnit.Pieces, 0, place, sheet), Scene.Today));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tolerance_is_for_liquids_and_amounts_fit_the_unit()
    {
        Assert.Throws<Refusal>(() =>
            Scene.Store.AddLine(Scene.NewId(), new("X", "", "", DrugList.II, CountUnit.Tablets, 1, "", ""), Scene.Today));
        Assert.Throws<Refusal>(() => Scene.Tablets.MustBeCountable(1.25m, ""));
        Scene.Tablets.MustBeCountable(1.5m, "");
        Assert.Throws<Refusal>(() => Scene.Liquid.MustBeCountable(1.25m, ""));
        Assert.Throws<Refusal>(() => Scene.Tablets.MustBeCountable(-1, ""));
    }

    [Fact]
    public void A_disposal_is_confirmed_by_another_who_does_not_order()
    {
        var scene = new StoreScene();
        Assert.Throws<Refusal>(() =>
            scene.Store.Destroy(scene.NewId(), scene.Tablets.Id, 2, "utgånget", scene.Anna.Id, "Anna", scene.Anna.Id, "Anna", scene.Today, scene.Now));
        scene.Store.Give(scene.NewId(), DutyKind.Orderer, scene.Bo, new(2026, 1, 1), null);
        Assert.Throws<Refusal>(() =>
            scene.Store.Destroy(scene.NewId(), scene.Tablets.Id, 2, "utgånget", scene.Anna.Id, "Anna", scene.Bo.Id, "Bo", scene.Today, scene.Now));
        Assert.Throws<Refusal>(() =>
            scene.Store.Destroy(scene.NewId(), scene.Tablets.Id, 2, "", scene.Anna.Id, "Anna", scene.Cia.Id, "Cia", scene.Today, scene.Now));
        Assert.Equal("Cia", scene.Store.Destroy(scene.NewId(), scene.Tablets.Id, 2, "utgånget", scene.Anna.Id, "Anna", scene.Cia.Id, "Cia",
            scene.Today, scene.Now).SecondName);
    }

    [Fact]
    public void A_control_takes_the_count_then_the_journal_and_registers_itself_when_all_is_done()
    {
        var scene = new StoreScene();
        scene.Count(scene.Tablets, 47);
        var early = Assert.Throws<Refusal>(() => scene.Finish());
        Assert.Contains("Morfin", early.Message, StringComparison.Ordinal);
        Assert.Contains("= 48, men", Assert.Throws<Refusal>(() => scene.Journal(scene.Tablets, new(50, 0, 2, 0, 49, false))).Message,
            StringComparison.Ordinal);
        var tablets = scene.Journal(scene.Tablets, new(50, 0, 2, 0, 48, false));
        Assert.Equal((-1m, true, false), (tablets.Difference!.Value, tablets.IsDeviating, tablets.IsDrifting));
        scene.Count(scene.Liquid, 198.5m);
        var liquid = scene.Journal(scene.Liquid, new(250, 0, 50, 0, 200, false));
        Assert.Equal((-1.5m, false, true), (liquid.Difference!.Value, liquid.IsDeviating, liquid.IsDrifting));
        Assert.Equal([StoreFaults.Shortage], StoreFaults.Of(tablets).Select(f => f.Kind));
        Assert.Empty(StoreFaults.Of(liquid));
        Assert.Equal((OutcomeResult.Deviation, 1, 1),
            (scene.Finish().Result, scene.Occasion.Current!.Checked, scene.Occasion.Current.Deviating));
    }

    [Fact]
    public void Several_faults_of_one_line_are_several_deviations_and_a_wrong_sum_is_one_of_them()
    {
        var scene = new StoreScene();
        scene.Count(scene.Tablets, 50);
        var line = scene.Journal(scene.Tablets, new(50, 0, 2, 0, 49, true), StoreFaults.AtLine[0], StoreFaults.AtLine[3]);
        Assert.Equal([StoreFaults.Surplus, StoreFaults.Miscalculated, StoreFaults.AtLine[0], StoreFaults.AtLine[3]],
            StoreFaults.Of(line).Select(f => f.Kind));
    }

    [Fact]
    public void A_delivery_has_to_be_looked_for_before_the_control_is_done()
    {
        var scene = new StoreScene();
        var delivery = scene.Store.Deliver(scene.NewId(), scene.Tablets.Id, 30, new(2026, 6, 3), "F1", null, scene.Today);
        scene.CountAll();
        Assert.Contains("Stäm av leveransen 2026-06-03", Assert.Throws<Refusal>(() => scene.Finish(delivery)).Message,
            StringComparison.Ordinal);
        scene.Sheet.Tick(scene.NewId(), delivery, found: false, "Anna", scene.Now);
        Assert.Throws<Refusal>(() => scene.Sheet.Tick(scene.NewId(), delivery, found: true, "Anna", scene.Now));
        Assert.Equal(OutcomeResult.Deviation, scene.Finish().Result);
    }

    [Fact]
    public void A_journal_that_does_not_go_on_from_the_last_control_is_a_deviation()
    {
        var before = new StoreScene();
        before.Count(before.Tablets, 40);
        var last = before.Journal(before.Tablets, new(41, 0, 0, 0, 41, false));
        foreach (var (opening, isBroken) in new[] { (40m, false), (41m, false), (35m, true) })
        {
            var scene = new StoreScene();
            scene.Count(scene.Tablets, opening);
            var line =
                scene.Sheet.EnterJournal(scene.Tablets.Id, new(opening, 0, 0, 0, opening, false), [], "", "", scene.Anna.Id, scene.Now, last);
            Assert.Equal(isBroken, StoreFaults.Of(line).Any(f => f.Kind == StoreFaults.Broken));
        }
    }

    [Fact]
    public void A_journal_kept_from_before_an_accepted_count_is_not_taken_in()
    {
        var scene = new StoreScene();
        scene.Count(scene.Tablets, 10);
        Assert.Throws<Refusal>(() =>
            scene.Sheet.EnterJournal(scene.Tablets.Id, new(10, 0, 0, 0, 10, false), [], "", "", scene.Anna.Id, scene.Now.AddMinutes(-1)));
    }

    [Fact]
    public void A_count_typed_for_an_earlier_day_leaves_no_line_out_and_no_count_is_corrected_away()
    {
        var scene = new StoreScene();
        scene.Sheet.Count(scene.NewId(), scene.Tablets, 10, new(scene.Anna.Id, "Anna", new(2026, 6, 2), scene.Now, scene.Now, true), scene.Today);
        scene.Journal(scene.Tablets, new(10, 0, 0, 0, 10, false));
        var late =
            scene.Store.AddLine(scene.NewId(), new("Sobril", "10 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "", ""), new(2026, 6, 5));
        Assert.Contains("Sobril", Assert.Throws<Refusal>(() => scene.Finish()).Message, StringComparison.Ordinal);
        foreach (var line in new[] { scene.Liquid, late })
        {
            scene.Count(line, 10);
            scene.Journal(line, new(10, 0, 0, 0, 10, false));
        }
        scene.Finish();
        Assert.Throws<Refusal>(() =>
            scene.Occasion.Correct(scene.NewId(), OutcomeContent.AllWell(scene.Today, 1, Independence.SelfControl), "fel", null, "",
                scene.Now, scene.Today));
    }

    [Fact]
    public void Whoever_counted_a_line_does_not_approve_the_control_that_another_finished()
    {
        var scene = new StoreScene(needsApproval: true);
        scene.CountAll();
        scene.Sheet.Finish(scene.NewId(), scene.Store, [], isEmpty: false, "", scene.Bo.Id, "Bo", scene.Now, scene.Today);
        foreach (var person in new[] { scene.Anna, scene.Bo })
            Assert.Equal(Separation.SelfApproval, Assert.Throws<Refusal>(() => scene.Occasion.Approve(person.Id, scene.Now)).Message);
        scene.Occasion.Approve(scene.Cia.Id, scene.Now);
        Assert.False(scene.Occasion.AwaitsApproval);
    }

    [Fact]
    public void What_is_typed_from_paper_says_that_the_blind_count_is_not_proven()
    {
        var scene = new StoreScene();
        scene.CountAll(fromPaper: true);
        Assert.Contains("Blindräkning ej styrkt", scene.Finish().Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_cannot_be_stated_past_the_count_and_an_empty_store_has_to_be_said_to_be_empty()
    {
        var scene = new StoreScene();
        Assert.Throws<Refusal>(() =>
            scene.Occasion.Register(scene.NewId(), OutcomeContent.AllWell(scene.Today, 1,
                Independence.SelfControl), null, "", scene.Now, scene.Today));
        scene.Tablets.End(new(2026, 5, 1), new(2026, 5, 1));
        scene.Liquid.End(new(2026, 5, 1), new(2026, 5, 1));
        Assert.Throws<Refusal>(() => scene.Finish());
        Assert.Equal(OutcomeResult.WithoutRemark,
            scene.Sheet.Finish(scene.NewId(), scene.Store, [], isEmpty: true, "", null, "", scene.Now, scene.Today).Result);
    }

    [Theory]
    // A journal put right after each control: the drift adds up.
    [InlineData(new[] { 200.0, 199.0 }, new[] { 199.0, 198.0 }, new[] { -1.0, -2.0 })]
    // A journal that goes on from its own balance: the old difference is in the new one already.
    [InlineData(new[] { 200.0, 200.0 }, new[] { 199.0, 198.5 }, new[] { -1.0, -1.5 })]
    public void Drift_adds_up_once_whether_the_journal_is_put_right_or_not(double[] openings, double[] counts, double[] drifts)
    {
        var controls = openings.Zip(counts).Select(c =>
        {
            var scene = new StoreScene();
            scene.Count(scene.Liquid, (decimal)c.Second);
            return scene.Journal(scene.Liquid, new((decimal)c.First, 0, 0, 0, (decimal)c.First, false));
        }).ToList();
        Assert.Equal(drifts.Select(d => (decimal)d), Drift.Of(controls));
    }

    [Fact]
    public void The_same_kind_in_two_of_three_months_is_repeated_and_others_are_not()
    {
        (string, string, string)[] found = [("F1", "brist i saldo", "2026-03"), ("F1", "brist i saldo", "2026-05"),
            ("F1", "låda felmärkt", "2026-05"), ("F2", "brist i saldo", "2026-05"), ("F2", "brist i saldo", "2026-01")];
        Assert.Equal([("F1", "brist i saldo")], Repeated.In(found, "2026-05"));
        Assert.Empty(Repeated.In(found, "2026-06"));
        Assert.Empty(Repeated.In([found[1], found[1]], "2026-05"));
    }

    [Theory]
    [InlineData(null, null, 12)]
    [InlineData("2026-10-15", null, 3)]
    [InlineData("2025-01-01", "2026-02-01", 2)]
    [InlineData("2027-01-01", null, 0)]
    public void A_store_counts_in_the_wider_share_for_the_months_it_is_used(string? from, string? to, int months) =>
        Assert.Equal(months, new StoreFact("F1", "", "", "", null)
        {
            UsedFrom = from is null
            ? null
            : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            UsedTo = to is null
                ? null
                : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)
        }.MonthsIn(Period.Year(2026)));

    [Fact]
    public void The_feedback_clock_is_four_weeks_unless_the_municipality_says_otherwise()
    {
        var found = new DateOnly(2026, 5, 1);
        Assert.Equal(new(2026, 5, 29), new FeedbackClock(4).DueOn(found));
        Assert.False(new FeedbackClock(4).IsOver(found, new(2026, 5, 29)));
        Assert.True(new FeedbackClock(4).IsOver(found, new(2026, 5, 30)));
        Assert.Equal(["halva tiden"], new FeedbackClock(4).StepsOn(found, new(2026, 5, 20)).Select(s => s.Key));
        Assert.Equal(5, new FeedbackClock(4).StepsOn(found, new(2026, 7, 1)).Count());
    }

    [Theory]
    [InlineData("boendeförråd", StoreKind.Residential)]
    [InlineData("akut- och buffertförråd", StoreKind.EmergencyAndBuffer)]
    [InlineData("Akutförråd", StoreKind.Emergency)]
    [InlineData("hemsjukvård", StoreKind.HomeNursing)]
    [InlineData("funktionsstöd", StoreKind.DisabilitySupport)]
    [InlineData("", StoreKind.Other)]
    public void A_registers_own_word_is_understood(string word, StoreKind kind) => Assert.Equal(kind, StoreKinds.Read(word));
}

/// <summary>A store with two lines, three people and a control of June 2026 that is open.</summary>
public sealed class StoreScene
{
    private int ids;

    public DateOnly Today { get; } = new(2026, 6, 15);
    public DateTimeOffset Now { get; } = new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
    public Person Anna { get; }
    public Person Bo { get; }
    public Person Cia { get; }
    public MedicineStore Store { get; }
    public StoreLine Tablets { get; }
    public StoreLine Liquid { get; }
    public Occasion Occasion { get; }
    public StoreCount Sheet { get; }

    public StoreScene(bool needsApproval = false)
    {
        Person Make(string name) => new(NewId(), name, null, null, new(2020, 1, 1));
        (Anna, Bo, Cia) = (Make("Anna"), Make("Bo"), Make("Cia"));
        Store = new(NewId(), NewId(), "F1", StoreKind.Residential);
        Tablets = Store.AddLine(NewId(), new("Oxascand", "5 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "", ""), new(2026, 1, 1));
        Liquid =
            Store.AddLine(NewId(), new("Morfin", "2 mg/ml", "oral lösning", DrugList.II, CountUnit.Millilitres, 5, "", ""), new(2026, 1, 1));
        var plan = new Domain.Plans.Plan(NewId(), 2026, Store.UnitId!.Value, "Plan", Domain.Plans.RiskScale.Four);
        var control = new Control(NewId(), plan, "lakemedel", 0,
            ControlKinds.Templates.First(t => t.Key == "lakemedel").Content with { NeedsApproval = needsApproval });
        Occasion = new(NewId(), control, Store.UnitId.Value, "F1", new(Period.Month("2026-06"), new(2026, 6, 1), new(2026, 7, 5)), Anna.Id);
        Sheet = new(NewId(), Occasion);
    }

    public Guid NewId() => new(++ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
    public CountedLine Count(StoreLine line, decimal counted, bool fromPaper = false) =>
        Sheet.Count(NewId(), line, counted, new(Anna.Id, "Anna", Today, Now, Now, fromPaper), Today);
    public CountedLine Journal(StoreLine line, JournalEntry entry, params string[] faults) =>
        Sheet.EnterJournal(line.Id, entry, faults, "", "", Anna.Id, Now);
    public Outcome Finish(params Delivery[] unticked) =>
        Sheet.Finish(NewId(), Store, unticked.Where(d =>
            Sheet.Ticks.All(t => t.DeliveryId != d.Id)), isEmpty: false, "", Anna.Id, "Anna", Now, Today);

    public void CountAll(bool fromPaper = false)
    {
        foreach (var line in new[] { Tablets, Liquid })
        {
            Count(line, 10, fromPaper);
            Journal(line, new(10, 0, 0, 0, 10, false));
        }
    }
}
