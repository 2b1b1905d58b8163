using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Forms;

/// <summary>The questions of a form, and publishing its next version.</summary>
[Needs(Thing.Plans)]
public sealed class ShowModel(VattenpassDb db) : FormEditPage<NoInput>(db)
{
    protected override Basis MadeFrom => Draft is null ? Basis.Nothing : Basis.Whole(Draft);

    public async Task<IActionResult> OnGetAsync(string key) => await LoadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (!await LoadAsync(key)) return NotFound();
        if (!MayChange) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        return await SaveAsync(Acts.ChangeForm, () =>
        {
            Refusal.If(Draft is null, "Det finns ingen ny version att publicera.");
            Draft!.Publish(Today);
        }, () => Redirect($"/formular/{Uri.EscapeDataString(key)}"), "Versionen är publicerad. Kontroller som redan är besvarade behåller sin version.");
    }
}
