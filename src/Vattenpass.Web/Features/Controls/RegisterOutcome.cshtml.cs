using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class RegisterOutcomeModel(VattenpassDb db, Databases databases) : OutcomePage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (Occasion.Result is not null) return Redirect($"/kontroller/{id}");
        Input = IsDecidedByList
            ? new() { Result = OutcomeResult.NotDone }
            : new() { Result = OutcomeResult.WithoutRemark, PerformedOn = Today, Checked = 1, Deviating = 0, Serious = 0 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.RegisterOutcome, async () =>
        {
            Refusal.If(Input.Result is null, "Välj hur det gick.", nameof(Input.Result));
            await MustBeThereAsync(databases);
            Follow(Occasion.Register(Db.NewId(), Stated, Me.PersonId, Me.Name, Db.Now, Today));
        }, () => Redirect($"/kontroller/{id}"), "Utfallet är registrerat.");
    }
}
