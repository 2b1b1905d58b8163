using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

[Needs(Thing.Plans, Right.Write)]
public sealed class NewAllocationModel(VattenpassDb db) : AllocationPage(db)
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
        return await SaveAsync(Acts.ChangeFunding, () => { Envelope.Allocate(Db.NewId(), Stated()); }, () => Redirect($"/medel/{id}"), "Posten är sparad.");
    }

    protected override Task ShowAsync() => LoadMeasuresAsync(null);
}
