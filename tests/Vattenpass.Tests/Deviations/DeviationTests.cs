using FsCheck;
using FsCheck.Fluent;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Deviations;

public sealed class DeviationTests
{
    private static readonly TimeProvider Clock = new FixedClock(new(2026, 6, 15, 8, 0, 0, TimeSpan.Zero));
    private static readonly DateOnly Day = new(2026, 6, 15);

    private static Deviation New()
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        return new(id, new(id, Field.HealthCare, "brist i saldo", "", Severity.Minor, Day, "2026-06"), null, Clock.GetUtcNow());
    }

    private static readonly Action<Deviation>[] Steps =
    [
        d =>
            d.StartInvestigation(Day), d =>
                d.ConcludeInvestigation("orsak", "åtgärd", Day, null), d =>
                    d.GiveFeedback("till MAS", Day), d => d.Close("", Day, null), d => d.Complete("orsak", "åtgärd", null),
    ];

    [Fact]
    public void No_order_of_steps_closes_it_without_cause_action_and_feedback() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, Steps.Length - 1).ListOf().ToArbitrary(), order =>
        {
            var deviation = New();
            foreach (var step in order)
            {
                try { Steps[step](deviation); }
                catch (Refusal) { /* The step is not possible now; the next may be. */ }
            }
            return !deviation.IsClosed
                || (deviation is { Investigation: InvestigationState.Concluded, FeedbackGiven: true }
                    && deviation.Cause.Length > 0
                    && deviation.ActionTaken.Length > 0);
        }));

    [Fact]
    public void The_three_facts_have_their_own_days()
    {
        var deviation = New();
        deviation.StartInvestigation(Day);
        deviation.ConcludeInvestigation("fel rad", "rättad", Day.AddDays(2), null);
        deviation.GiveFeedback("till MAS", Day.AddDays(3));
        deviation.Close("", Day.AddDays(4), null);
        Assert.Equal((Day, Day.AddDays(2), Day.AddDays(3), Day.AddDays(4)),
            (deviation.InvestigationStartedOn, deviation.InvestigationConcludedOn, deviation.FeedbackGivenOn, deviation.ClosedOn));
    }

    [Fact]
    public void What_an_imported_row_lacks_stays_unknown_and_must_be_completed_before_closing()
    {
        var deviation = New();
        deviation.TakeOver(InvestigationState.Concluded, feedbackGiven: true);
        Assert.True(deviation.IsHandled);
        Assert.Null(deviation.InvestigationConcludedOn);
        Assert.Throws<Refusal>(() => deviation.Close("", Day, null));
        deviation.Complete("fel rad", "rättad", null);
        deviation.Close("", Day, null);
        Assert.True(deviation.IsClosed);
    }

    [Fact]
    public void A_balance_difference_is_closed_by_another_than_the_one_who_investigated()
    {
        var (one, other) = (Guid.CreateVersion7(Clock.GetUtcNow()), Guid.CreateVersion7(Clock.GetUtcNow()));
        var deviation = New();
        deviation.Raise(ControlKinds.MatterOf(deviation, () => one)!);
        deviation.ConcludeInvestigation("fel rad", "rättad", Day, one);
        deviation.GiveFeedback("till MAS", Day);
        Assert.Throws<Refusal>(() => deviation.Close("", Day, one));
        deviation.Close("", Day, other);
        Assert.True(deviation.IsClosed);
    }
}
