using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports, Right.Decide)]
public sealed class ApproveModel(VattenpassDb db) : QuestionPage<NoInput>(db)
{
    protected override Right Needed => Right.Decide;
    protected override Basis MadeFrom => Basis.Whole(Question);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.ApproveAnswer, () => Question.Approve(Me.PersonId, Me.Name, Db.Now), "Svaret är godkänt.");
}
