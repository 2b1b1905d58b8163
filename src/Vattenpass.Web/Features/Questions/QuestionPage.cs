using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Questions;

/// <summary>A step in the life of the board's questions: load them, ask them, save, and go back to them.</summary>
public abstract class QuestionPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public BoardQuestion Question { get; private set; } = null!;

    protected abstract Right Needed { get; }

    protected async Task<bool> LoadAsync(Guid id)
    {
        Question = (await Db.Questions.Include(q => q.Writer).FirstOrDefaultAsync(q => q.Id == id, Stop))!;
        return Question is not null && Me.May(Thing.Reports, Needed, Question);
    }
}
