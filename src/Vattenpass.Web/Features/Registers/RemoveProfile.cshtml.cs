using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers, Right.Write)]
public sealed class RemoveProfileModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "profil")] public Guid? ProfileId { get; set; }
    public ColumnProfile Profile { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Profile);

    public async Task<IActionResult> OnGetAsync(string kind) => await LoadAsync(kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind) => await LoadAsync(kind)
        ? await SaveAsync(Acts.ChangeRegister, () => { Db.ColumnProfiles.Remove(Profile); }, () => Redirect("/register/profiler"), "Profilen är borttagen.")
        : await GoneAsync(() => Redirect("/register/profiler"));

    private async Task<bool> LoadAsync(string kind)
    {
        Profile = (await Db.ColumnProfiles.FirstOrDefaultAsync(p => p.Id == ProfileId && p.Register == kind, Stop))!;
        return Profile is not null && ImportModel.MayImport(Me);
    }
}
