using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

/// <summary>A measure that changes the way of working gets a day when somebody else looks at whether it helped.</summary>
[Needs(Thing.Measures, Right.Write)]
public sealed class NewEffectModel(VattenpassDb db) : EffectFormPage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = new() { Months = 6 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.PlanEffect, async () => Db.Effects.Add(new(Db.NewId(), Measure, await StatedAsync(), Today)), () => Redirect($"/atgarder/{id}"), "Effektkontrollen är sparad.")
        : NotFound();
}
