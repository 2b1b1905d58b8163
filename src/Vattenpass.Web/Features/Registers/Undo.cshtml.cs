using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers, Right.Write)]
public sealed class UndoModel(VattenpassDb db) : FormPage<UndoInput>(db)
{
    public RegisterImport Import { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Import);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.UndoImport, () => ImportUndo.ApplyAsync(Db, Import, Input.Reason ?? "", Stop), () => Redirect("/register"),
            "Inläsningen är ångrad. Det som fanns innan gäller igen.")
        : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        if (!ImportModel.MayImport(Me)) return false;
        Import = (await Db.RegisterImports.FirstOrDefaultAsync(i => i.Id == id && i.UndoneAt == null, Stop))!;
        return Import is not null;
    }
}

public sealed class UndoInput
{
    public string? Reason { get; set; }
}
