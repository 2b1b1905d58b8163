using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>Takes a routine that should never have been there out of the list.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public Routine Routine { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Routine);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeRoutine, () => { Db.Routines.Remove(Routine); }, () => Redirect("/rutiner"), "Rutinen är borttagen ur listan.")
        : await GoneAsync(() => Redirect("/rutiner"));

    private async Task<bool> LoadAsync(Guid id)
    {
        Routine = (await Db.Routines.FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        return Routine is not null && Me.May(Thing.Plans, Right.Write, Routine);
    }
}
