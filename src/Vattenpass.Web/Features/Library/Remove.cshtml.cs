using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Library;

/// <summary>Takes a template that was read in out of the library.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public LibraryItem Item { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Item);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeLibrary, () => { Db.LibraryItems.Remove(Item); }, () => Redirect("/bibliotek"), "Mallen är borttagen.")
        : await GoneAsync(() => Redirect("/bibliotek"));

    private async Task<bool> LoadAsync(Guid id)
    {
        Item = (await Db.LibraryItems.FirstOrDefaultAsync(i => i.Id == id, Stop))!;
        return Item is not null && Me.May(Thing.Plans, Right.Write, Item);
    }
}
