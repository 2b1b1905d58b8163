using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Controls;

public sealed class OccasionTests
{
    private static readonly TimeProvider Clock = new FixedClock(new(2026, 6, 15, 8, 0, 0, TimeSpan.Zero));
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly Guid Someone = NewId(), Another = NewId();

    private static Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    private static Occasion May(bool needsApproval = false)
    {
        var plan = new Plan(NewId(), 2026, NewId(), "Plan", RiskScale.Four);
        var control = new Control(NewId(), plan, "egen", 0,
            new() { Title = "Kontroll", NeedsApproval = needsApproval, Recurrence = Recurrence.Monthly with { DaysAfter = 10 } });
        return new(NewId(), control, NewId(), "", Recurrence.Monthly.In(2026).ElementAt(4) with { Due = new(2026, 6, 10) }, Someone);
    }

    private static OutcomeContent Well => OutcomeContent.AllWell(new(2026, 5, 20), 3, Independence.SelfControl);

    [Fact]
    public void Undone_past_its_due_day_it_is_late_and_stays() => Assert.Equal(OccasionState.Late, May().StateOn(Today));

    [Fact]
    public void It_is_registered_once()
    {
        var occasion = May();
        occasion.Register(NewId(), Well, Someone, "A", Clock.GetUtcNow(), Today);
        Assert.Throws<Refusal>(() => occasion.Register(NewId(), Well, Someone, "A", Clock.GetUtcNow(), Today));
    }

    [Fact]
    public void A_correction_is_a_new_version_with_a_reason_and_the_old_one_stays()
    {
        var occasion = May();
        occasion.Register(NewId(), Well, Someone, "A", Clock.GetUtcNow(), Today);
        Assert.Throws<Refusal>(() => occasion.Correct(NewId(), Well with { Checked = 4 }, " ", Someone, "A", Clock.GetUtcNow(), Today));
        occasion.Correct(NewId(), Well with { Checked = 4 }, "räknade fel", Someone, "A", Clock.GetUtcNow(), Today);
        Assert.Equal([3, 4], occasion.Outcomes.Select(o => o.Checked));
    }

    [Fact]
    public void Not_done_needs_a_reason_and_is_not_done()
    {
        var occasion = May();
        var content = Well with { Result = OutcomeResult.NotDone, Checked = 0 };
        Assert.Throws<Refusal>(() => occasion.Register(NewId(), content, Someone, "A", Clock.GetUtcNow(), Today));
        occasion.Register(NewId(), content with { Reason = "ingen sjuksköterska" }, Someone, "A", Clock.GetUtcNow(), Today);
        Assert.False(occasion.IsDone);
        Assert.Equal(OccasionState.NotDone, occasion.StateOn(Today));
    }

    [Theory]
    [InlineData(OutcomeResult.WithoutRemark, 3, 1, 0)]
    [InlineData(OutcomeResult.Deviation, 3, 0, 0)]
    [InlineData(OutcomeResult.Deviation, 3, 4, 0)]
    [InlineData(OutcomeResult.Deviation, 3, 2, 1)]
    [InlineData(OutcomeResult.SeriousDeviation, 3, 1, 0)]
    [InlineData(OutcomeResult.SeriousDeviation, 3, 1, 2)]
    public void Counts_that_contradict_the_result_are_refused(OutcomeResult result, int checkedCount, int deviating, int serious) =>
        Assert.Throws<Refusal>(() =>
            May().Register(NewId(), Well with { Result = result, Checked = checkedCount, Deviating = deviating, Serious = serious },
                Someone, "A", Clock.GetUtcNow(), Today));

    [Fact]
    public void It_is_not_done_before_its_period_nor_in_the_future()
    {
        Assert.Throws<Refusal>(() =>
            May().Register(NewId(), Well with { PerformedOn = new(2026, 4, 30) }, Someone, "A", Clock.GetUtcNow(), Today));
        Assert.Throws<Refusal>(() =>
            May().Register(NewId(), Well with { PerformedOn = new(2026, 6, 16) }, Someone, "A", Clock.GetUtcNow(), Today));
    }

    [Fact]
    public void Nobody_approves_their_own_check()
    {
        var occasion = May(needsApproval: true);
        occasion.Register(NewId(), Well, Someone, "A", Clock.GetUtcNow(), Today);
        Assert.Throws<Refusal>(() => occasion.Approve(Someone, Clock.GetUtcNow()));
        occasion.Approve(Another, Clock.GetUtcNow());
        Assert.False(occasion.AwaitsApproval);
    }

    [Fact]
    public void It_is_moved_only_within_its_window()
    {
        var occasion = May();
        occasion.MoveTo(new(2026, 6, 10));
        Assert.Throws<Refusal>(() => occasion.MoveTo(new(2026, 6, 11)));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var occasion = May();
        Assert.NotNull(occasion.Import(NewId(), Well, "ssk", Clock.GetUtcNow(), "ny inläsning"));
        Assert.Null(occasion.Import(NewId(), Well, "ssk", Clock.GetUtcNow(), "ny inläsning"));
        Assert.NotNull(occasion.Import(NewId(), null, "", Clock.GetUtcNow(), "ny inläsning"));
        Assert.Equal(OutcomeResult.NotDone, occasion.Result);
    }

    [Fact]
    public void A_done_occasion_is_never_ended()
    {
        var occasion = May();
        occasion.Register(NewId(), Well, Someone, "A", Clock.GetUtcNow(), Today);
        occasion.End(Today, "förrådet är stängt");
        Assert.Null(occasion.EndedOn);
    }

    /// <summary>A town where one unit closes in the middle of August and is succeeded, one closes for good and one opens that day.</summary>
    [Theory]
    [InlineData(ScopeKind.Units)]
    [InlineData(ScopeKind.ChosenUnits)]
    public void A_unit_has_what_ends_while_it_exists_and_its_successor_the_rest(ScopeKind scope)
    {
        var (start, last) = (new DateOnly(2020, 1, 1), new DateOnly(2026, 8, 15));
        var board = new Unit(NewId(), "N", "Nämnden", UnitKind.Board, null, start);
        Unit Make(string name, DateOnly from) => new(NewId(), name, name, UnitKind.Unit, board.Id, from);
        Unit[] units = [Make("Succeeded", start), Make("Gone", start), Make("New", new(2026, 8, 16)), Make("Long gone", start)];
        units[0].Close(last, units[2].Id);
        units[1].Close(last, null);
        units[3].Close(new(2025, 12, 31), null);
        var tree = new OrganisationTree([board, .. units], new(2026, 1, 1));
        var plan = new Plan(NewId(), 2026, board.Id, "Plan", RiskScale.Four);
        List<string> Of(Recurrence recurrence, params Unit[] chosen)
        {
            var control = new Control(NewId(), plan, "egen", 0,
                new() { Title = "Kontroll", Scope = scope, ChosenUnits = [.. chosen.Select(u => u.Id)], Recurrence = recurrence });
            return [.. Layout.LayOut(control, 2026, Layout.Targets(control, 2026, tree), tree, _ => null, NewId)
                .Select(o => $"{tree.NameOf(o.UnitId)} {o.PeriodKey}")
                .Order(StringComparer.Ordinal)];
        }

        string[] Months(string unit, int first, int to) => [.. Enumerable.Range(first, to - first + 1).Select(m => $"{unit} 2026-{m:00}")];
        Assert.Equal([.. Months("Gone", 1, 7), .. Months("New", 8, 12), .. Months("Succeeded", 1, 7)],
            Of(Recurrence.Monthly, units[0], units[1], units[3]));
        Assert.Equal(["New 2026"], Of(new(RecurrenceKind.Year), units[0], units[1], units[2], units[3]));
    }
}
