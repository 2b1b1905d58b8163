using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports, Right.Write)]
public sealed class EditModel(VattenpassDb db) : QuestionFormPage(db)
{
    private BoardQuestion question = null!;

    protected override Basis MadeFrom => Basis.Values(QuestionInput.Of(question));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Input = QuestionInput.Of(question);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await FindAsync(id)
        ? await SaveAsync(Acts.RegisterQuestion, () => question.Describe(Stated()), () => Redirect($"/fragor/{id}"), question.Status is QuestionStatus.Approved ? "Frågorna är ändrade. Svaret behöver godkännas igen." : "Frågorna är ändrade.")
        : NotFound();

    protected override Task ShowAsync() => ShowAsync(question.WriterId);

    private async Task<bool> FindAsync(Guid id)
    {
        question = (await Db.Questions.FirstOrDefaultAsync(q => q.Id == id, Stop))!;
        if (question is not { Status: not QuestionStatus.Sent }) return false;
        await ShowAsync();
        return Me.May(Thing.Reports, Right.Write, question);
    }
}
