using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports, Right.Register)]
public sealed class SendModel(VattenpassDb db) : QuestionPage<SendInput>(db)
{
    protected override Right Needed => Right.Register;
    protected override Basis MadeFrom => Basis.Whole(Question);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.On = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.SendAnswer, () => Question.Send(Input.RegistryNumber ?? "", Input.On ?? Today, Today),
            () => Redirect($"/fragor/{id}"), "Svaret är diariefört och skickat till nämndens ledamöter.")
        : NotFound();
}

public sealed class SendInput
{
    public string? RegistryNumber { get; set; }
    public DateOnly? On { get; set; }
}
