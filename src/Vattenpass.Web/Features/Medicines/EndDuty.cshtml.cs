using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

[Needs(Thing.Medicines, Right.Write)]
public sealed class EndDutyModel(VattenpassDb db) : StorePage<EndInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "duty")] public Guid DutyId { get; set; }

    public StoreDuty Duty { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Duty);

    public override Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.Day = Today;
        return base.OnGetAsync(id);
    }

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.ChangeStore, () => Duty.End(Input.Day ?? Today), "Uppdraget är avslutat.");

    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (!await base.LoadAsync(id)
            || !StoreAppointing.May(Me, Store)
            || Store.Duties.FirstOrDefault(d => d.Id == DutyId) is not { } found)
            return false;
        Duty = found;
        return true;
    }
}
