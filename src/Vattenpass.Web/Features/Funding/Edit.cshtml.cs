using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditModel(VattenpassDb db) : EnvelopeFormPage(db)
{
    private Envelope envelope = null!;

    protected override Basis MadeFrom => Basis.Values(EnvelopeInput.Of(envelope));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = EnvelopeInput.Of(envelope);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeFunding, () => envelope.Describe(Stated()), () => Redirect($"/medel/{id}"), "Medlen är sparade.")
        : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        envelope = (await Db.Envelopes.FirstOrDefaultAsync(e => e.Id == id, Stop))!;
        return envelope is not null && Me.May(Thing.Plans, Right.Write, envelope);
    }
}
