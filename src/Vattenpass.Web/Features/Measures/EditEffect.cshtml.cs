using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class EditEffectModel(VattenpassDb db) : EffectFormPage(db)
{
    protected override Basis MadeFrom => Basis.Values(InputOf(Stored!));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid effekt)
    {
        if (!await LoadAsync(id, effekt)) return NotFound();
        Input = InputOf(Stored!);
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid effekt, string? tabort)
    {
        if (!await LoadAsync(id, effekt)) return await GoneAsync(() => Redirect($"/atgarder/{id}"));
        return tabort is null
            ? await SaveAsync(Acts.ChangeMeasure, () => Measure.ChangeEffect(Stored!, Stated()), () => Redirect($"/atgarder/{id}"), "Effektkontrollen är sparad.")
            : await SaveAsync(Acts.ChangeMeasure, () => Measure.DropEffect(Stored!), () => Redirect($"/atgarder/{id}"), "Effektkontrollen är borttagen.");
    }
}
