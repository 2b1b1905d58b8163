using Vattenpass.Web.Features.Administration;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.Features.LogReviews;
using Vattenpass.Web.Features.Measures;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Features.Proposals;
using Vattenpass.Web.Features.Questions;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Features.Reviews;
using Vattenpass.Web.Features.Routines;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Start;

/// <summary>Every capability with something to say on the start page, in the order it is said.</summary>
public static class ToDoSources
{
    private static readonly ToDoSource[] All =
        [new PlansToDo(), new ProposalsToDo(), new ReportsToDo(), new QuestionsToDo(), new ControlsToDo(), new DeviationsToDo(), new LogReviewsToDo(), new RemindersToDo(),
            new MeasuresToDo(), new RoutinesToDo(), new ReviewsToDo(), new AssignmentsToDo()];

    public static async Task<ILookup<ToDoPart, ToDoItem>> ReadAsync(ToDoLook look)
    {
        List<ToDoItem> items = [];
        foreach (var source in All) items.AddRange(await source.ReadAsync(look));
        return items.ToLookup(i => i.Part);
    }
}
