using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
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

    /// <summary>Money that was written down by mistake can go as long as nothing is divided.</summary>
    public bool IsEmpty => envelope.Allocations.Count == 0;

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? tabort)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/medel"));
        return tabort is null
            ? await SaveAsync(Acts.ChangeFunding, () => envelope.Describe(Stated()), () => Redirect($"/medel/{id}"), "Medlen är sparade.")
            : await SaveAsync(Acts.ChangeFunding, () =>
            {
                Refusal.If(!IsEmpty, "Ta bort posterna först.");
                Db.Envelopes.Remove(envelope);
            }, () => Redirect("/medel"), "Medlen är borttagna.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        envelope = (await Db.Envelopes.Include(e => e.Allocations).FirstOrDefaultAsync(e => e.Id == id, Stop))!;
        return envelope is not null && Me.May(Thing.Plans, Right.Write, envelope);
    }
}
