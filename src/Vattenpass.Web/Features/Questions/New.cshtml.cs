using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports, Right.Write)]
public sealed class NewModel(VattenpassDb db) : QuestionFormPage(db)
{
    private const int DaysBeforeTheMeeting = 2;

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        if (await Db.BoardDates.AsNoTracking().Where(d => d.Kind == BoardDateKind.Meeting && d.Date > Today).OrderBy(d => d.Date).FirstOrDefaultAsync(Stop) is not { } next) return;
        var by = next.Date.AddDays(-DaysBeforeTheMeeting);
        (Input.Meeting, Input.AnswerBy) = (next.Date, by < Today ? Today : by);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var id = Db.NewId();
        return await SaveAsync(Acts.RegisterQuestion, async () => Db.Questions.Add(new(id, (await TreeAsync()).Root!.Id, Stated())), () => Redirect($"/fragor/{id}"), "Frågorna är antecknade.");
    }
}
