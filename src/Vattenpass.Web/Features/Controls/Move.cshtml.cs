using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class MoveModel(VattenpassDb db) : FormPage<MoveInput>(db)
{
    public Occasion Occasion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.MeantFor = Occasion.MeantFor;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.MoveOccasion, () =>
        {
            Refusal.If(Input.MeantFor is null, "Välj en dag.", nameof(Input.MeantFor));
            Occasion.MoveTo(Input.MeantFor!.Value);
        }, () => Redirect($"/kontroller/{id}"), "Dagen är sparad.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var occasion = await Db.Occasions.Include(o => o.Control).FirstOrDefaultAsync(o => o.Id == id, Stop);
        if (occasion is null || !Me.May(Thing.Occasions, Right.Write, occasion)) return false;
        Occasion = occasion;
        return true;
    }
}

public sealed class MoveInput
{
    public DateOnly? MeantFor { get; set; }
}
