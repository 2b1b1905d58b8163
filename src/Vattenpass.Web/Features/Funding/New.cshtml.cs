using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

[Needs(Thing.Plans, Right.Write)]
public sealed class NewModel(VattenpassDb db) : EnvelopeFormPage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public void OnGet() => Input.Year = Today.Year;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = Db.NewId();
        return await SaveAsync(Acts.ChangeFunding, async () => Db.Envelopes.Add(new(id, (await TreeAsync()).Root!.Id, Stated())), () => Redirect($"/medel/{id}"), "Medlen är sparade.");
    }
}
