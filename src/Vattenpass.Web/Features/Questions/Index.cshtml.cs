using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<BoardQuestion> Open { get; private set; } = [];
    public IReadOnlyList<BoardQuestion> Sent { get; private set; } = [];
    public bool MayRegister => Me.Can(Thing.Reports, Right.Write);

    public async Task OnGetAsync()
    {
        var all = await Db.Questions.AsNoTracking().OrderByDescending(q => q.Meeting).ThenBy(q => q.Id).ToListAsync(Stop);
        (Open, Sent) = ([.. all.Where(q => q.Status is not QuestionStatus.Sent).OrderBy(q => q.AnswerBy)], [.. all.Where(q => q.Status is QuestionStatus.Sent)]);
    }
}
