using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class NewFindingModel(VattenpassDb db) : FindingFormPage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        await ShowAsync();
        return await SaveAsync(Acts.ChangeReview, () => Review.Find(Db.NewId(), Stated()), () => Redirect($"/granskningar/{id}"), "Bristen är sparad.");
    }
}
