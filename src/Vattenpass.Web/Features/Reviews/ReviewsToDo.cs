using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>Recommendations that wait for an answer: each stays until it has one.</summary>
public sealed class ReviewsToDo : ToDoSource
{
    private const int MinutesForAnAnswer = 15;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.Plans, Right.Write)) return [];
        var reviews = await ReviewReader.AllAsync(look.Db, look.Stop);
        return [.. reviews.Where(r => look.Me.May(Thing.Plans, Right.Write, r)).SelectMany(r => r.Findings).Where(f => f.AwaitsAnswer).OrderBy(f => f.AnswerBy ?? DateOnly.MaxValue).Select(f =>
            new ToDoItem(ToDoPart.Doing, f.Title, $"Rekommendation. {f.AnswerText(look.Today)}", f.IsLate(look.Today) ? "försenad" : "obesvarad",
                f.IsLate(look.Today) ? "danger" : "info", $"/granskningar/{f.ReviewId}/brist/{f.Id}", MinutesForAnAnswer))];
    }
}
