using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class EditEffectModel(VattenpassDb db) : EffectFormPage(db)
{
    protected override Basis MadeFrom => Basis.Values(InputOf(Stored!));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Input = InputOf(Stored!);
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? tabort)
    {
        if (!await FindAsync(id)) return await GoneAsync(() => Redirect("/atgarder"));
        return tabort is null
            ? await SaveAsync(Acts.PlanEffect, async () => Stored!.Change(Measure, await StatedAsync(), Today), () => Redirect($"/effekt/{id}"), "Effektkontrollen är sparad.")
            : await SaveAsync(Acts.PlanEffect, () =>
            {
                Stored!.MustBeOpen(Today);
                Db.Effects.Remove(Stored!);
            }, () => Redirect($"/atgarder/{Measure.Id}"), "Effektkontrollen är borttagen.");
    }

    private async Task<bool> FindAsync(Guid id) => await Db.Effects.FirstOrDefaultAsync(e => e.Id == id, Stop) is { } effect && await LoadAsync(effect.MeasureId, effect);
}
