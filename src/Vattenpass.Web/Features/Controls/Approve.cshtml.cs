using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Approvals, Right.Decide)]
public sealed class ApproveModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public Occasion Occasion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.ApproveOutcome, () => Occasion.Approve(Me.PersonId, Db.Now), () => Redirect($"/kontroller/{id}"), "Utfallet är godkänt.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var occasion = await Db.Occasions.Include(o => o.Control).Include(o => o.Outcomes).FirstOrDefaultAsync(o => o.Id == id, Stop);
        if (occasion?.Result is null || !Me.May(Thing.Approvals, Right.Decide, occasion)) return false;
        Occasion = occasion;
        return true;
    }
}
