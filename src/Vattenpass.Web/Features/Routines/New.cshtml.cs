using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

[Needs(Thing.Plans, Right.Write)]
public sealed class NewModel(VattenpassDb db) : RoutinePage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await LoadChoicesAsync();
        Input.ReviewBy = Today.AddYears(1);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadChoicesAsync();
        var id = Db.NewId();
        return await SaveAsync(Acts.ChangeRoutine, async () => Db.Routines.Add(new(id, (await TreeAsync()).Root!.Id, Stated())), () => Redirect($"/rutiner/{id}"), "Rutinen är sparad.");
    }
}
