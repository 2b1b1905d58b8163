using FsCheck;
using FsCheck.Fluent;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Medicines;

/// <summary>Whatever people do, in whatever order: no balance before its count, no count changed after it, no difference closed without its way home.</summary>
public sealed class NoWayAroundTests
{
    public enum CountingStep { Count, CountOther, Journal, JournalByOther, WrongSum, Finish }

    public enum MatterStep { Start, Conclude, FeedBack, Recount, Explain, CallLoss, AnswerMas, AnswerPolice, Receive, Close, CloseOnTheSpot, ReceiveSimple }

    [Fact]
    public void No_order_of_steps_takes_a_balance_before_its_count_or_changes_a_count()
    {
        Prop.ForAll(Gen.Elements(Enum.GetValues<CountingStep>()).ListOf().ToArbitrary(), steps =>
        {
            var scene = new StoreScene();
            decimal number = 10;
            decimal? locked = null;
            foreach (var step in steps)
            {
                number++;
                try
                {
                    switch (step)
                    {
                        case CountingStep.Count: scene.Count(scene.Tablets, number); locked ??= number; break;
                        case CountingStep.CountOther: scene.Count(scene.Liquid, number); break;
                        case CountingStep.Journal:
                            scene.Journal(scene.Tablets,
                            new(number, 0, 0, 0, number, false)); if (locked is null) return false; break;
                        case CountingStep.JournalByOther:
                            scene.Sheet.EnterJournal(scene.Tablets.Id, new(5, 0, 0, 0, 5, false), [], "", "",
                            scene.Bo.Id, scene.Now); return false;
                        case CountingStep.WrongSum: scene.Journal(scene.Tablets, new(number, 1, 0, 0, number, false)); return false;
                        case CountingStep.Finish:
                            scene.Finish(); if (scene.Sheet.Lines.Count < 2
                            || scene.Sheet.Lines.Any(c => !c.IsDone)) return false; break;
                    }
                }
                catch (Refusal)
                {
                    // Refused: nothing may have changed, which is seen below.
                }
                var now = scene.Sheet.Lines.FirstOrDefault(c => c.LineId == scene.Tablets.Id);
                if (now?.Counted != locked
                    || (now is null && scene.Sheet.Lines.Any(c => c.LineId == scene.Tablets.Id && c.Journal is not null)))
                    return false;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void No_order_of_steps_closes_a_difference_without_cause_action_feedback_and_receipt()
    {
        Prop.ForAll(Gen.Elements(Enum.GetValues<MatterStep>()).ListOf().Resize(40).ToArbitrary(), steps =>
        {
            var id = new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
            var (anna, bo, mas) = (new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), new Guid(3, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                new Guid(4, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
            var day = new DateOnly(2026, 6, 15);
            var at = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
            var deviation = new Deviation(id,
                new(id, Field.HealthCare, StoreFaults.Shortage, "", Severity.Minor, day, "2026-06", null, "lakemedel", "F1"), anna, at);
            var matter = deviation.Raise(new DrugMatter(id, deviation, null, "Oxascand", -1, "tabletter"));
            foreach (var step in steps)
            {
                try
                {
                    switch (step)
                    {
                        case MatterStep.Start: deviation.StartInvestigation(day); break;
                        case MatterStep.Conclude: deviation.ConcludeInvestigation("orsak", "åtgärd", day, anna); break;
                        case MatterStep.FeedBack: deviation.GiveFeedback("återkoppling", day); break;
                        case MatterStep.Recount: matter.CountAgain(id, 9, "samma", anna, "Anna", bo, "Bo", at, day); break;
                        case MatterStep.Explain: matter.Explain("fel blad", "Anna", day); break;
                        case MatterStep.CallLoss: matter.CallLoss("sökt", "VA 1", "Anna", day); break;
                        case MatterStep.AnswerMas: matter.AnswerMas(new(false, "nej", "MAS", day), new(false, "nej", "MAS", day)); break;
                        case MatterStep.AnswerPolice: matter.AnswerPolice(new(false, "nej", "Chef", day), day, day); break;
                        case MatterStep.Receive: matter.Receive(day, mas); break;
                        case MatterStep.Close: deviation.Close("", day, mas); break;
                        case MatterStep.CloseOnTheSpot: matter.CloseOnTheSpot("rättat", day, anna); break;
                        case MatterStep.ReceiveSimple: matter.ReceiveSimple("orsak", "åtgärd", day, mas); break;
                    }
                }
                catch (Refusal)
                {
                    // The next step may be the right one.
                }
            }
            if (!deviation.IsClosed) return true;
            var wayHome = matter.Trace is Trace.Traceable
                ? matter.Recounts.Count > 0 && matter.TraceText.Length > 0
                : matter is
                {
                    Trace: Trace.Untraceable, LexMaria: not null, Danger: not null, Police: not null,
                    OperationsHeadToldOn: not null
                }
                && matter.CareDeviation.Length > 0;
            return wayHome
                && deviation is
                {
                    FeedbackGiven: true, Matter: DrugMatter { ReceivedOn: not null },
                    Investigation: InvestigationState.Concluded
                }
                && deviation.Cause.Length > 0
                && deviation.ActionTaken.Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
