using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>Recommendations whose answer is due within a month, or late.</summary>
public sealed class ReviewsToDo : ToDoSource
{
    private const int DaysAhead = 30, MinutesForAnAnswer = 15;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.Plans, Right.Write)) return [];
        var until = look.Today.AddDays(DaysAhead);
        var reviews = await look.Db.Reviews.AsNoTracking().Include(r => r.Findings.Where(f => f.AnsweredOn == null && f.AnswerBy <= until)).ToListAsync(look.Stop);
        return [.. reviews.Where(r => look.Me.May(Thing.Plans, Right.Write, r)).SelectMany(r => r.Findings).Where(f => f.AwaitsAnswer).OrderBy(f => f.AnswerBy).Select(f =>
            new ToDoItem(ToDoPart.Doing, f.Title, $"Rekommendation, svar senast {f.AnswerBy:yyyy-MM-dd}", f.IsLate(look.Today) ? "försenad" : "obesvarad",
                f.IsLate(look.Today) ? "danger" : "info", $"/granskningar/{f.ReviewId}/brist/{f.Id}", MinutesForAnAnswer))];
    }
}
