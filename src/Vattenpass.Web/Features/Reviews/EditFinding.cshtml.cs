using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditFindingModel(VattenpassDb db) : FindingFormPage(db)
{
    protected override Basis MadeFrom => Basis.Values(FindingInput.Of(Finding));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid brist)
    {
        if (!await LoadAsync(id, brist)) return NotFound();
        await ShowAsync();
        Input = FindingInput.Of(Finding);
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid brist, string? tabort)
    {
        if (!await LoadAsync(id, brist)) return await GoneAsync(() => Redirect($"/granskningar/{id}"));
        await ShowAsync();
        return tabort is null
            ? await SaveAsync(Acts.ChangeReview, () => Finding.Describe(Stated()), () => Redirect($"/granskningar/{id}/brist/{brist}"), "Bristen är sparad.")
            : await SaveAsync(Acts.ChangeReview, async () =>
            {
                Refusal.If(await Db.Envelopes.AnyAsync(e => e.Allocations.Any(a => a.FindingId == brist), Stop), "Medel är fördelade på bristen. Ta bort posten under Medel först.");
                Review.Remove(Finding);
            }, () => Redirect($"/granskningar/{id}"), "Bristen är borttagen.");
    }
}
