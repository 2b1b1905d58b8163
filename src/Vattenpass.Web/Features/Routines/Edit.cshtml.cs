using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditModel(VattenpassDb db) : RoutinePage(db)
{
    protected override Basis MadeFrom => Basis.Values(RoutineInput.Of(Stored!));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Input = RoutineInput.Of(Stored!);
        await LoadChoicesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        await LoadChoicesAsync();
        return await SaveAsync(Acts.ChangeRoutine, () => Stored!.Describe(Stated()), () => Redirect($"/rutiner/{id}"), "Rutinen är sparad.");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (await Db.Routines.FirstOrDefaultAsync(r => r.Id == id, Stop) is not { } found || !Me.May(Thing.Plans, Right.Write, found)) return false;
        Stored = found;
        return true;
    }
}
