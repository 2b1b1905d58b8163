using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

/// <summary>What the source systems call the columns, and the registers the municipality has defined.</summary>
[Needs(Thing.Registers, Right.Write)]
public sealed class ProfilesModel(VattenpassDb db) : VattenpassPage(db)
{
    public KindsInUse InUse { get; private set; } = new([], []);

    public async Task OnGetAsync() => InUse = await KindsInUse.ReadAsync(Db, Stop);
}
