using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Medicines;

[Needs(Thing.Medicines, Right.Write)]
public sealed class EndDutyModel(VattenpassDb db) : StorePage<EndInput>(db)
{
    public StoreDuty Duty { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid duty)
    {
        Input.Day = Today;
        return await FindAsync(id, duty) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid duty) => await FindAsync(id, duty)
        ? await SaveAsync(Acts.ChangeStore, () => Duty.End(Input.Day ?? Today), () => Redirect($"/lakemedel/forrad/{id}"), "Uppdraget är avslutat.")
        : NotFound();

    private async Task<bool> FindAsync(Guid id, Guid duty)
    {
        if (!await LoadAsync(id) || !StoreAppointing.May(Me, Store) || Store.Duties.FirstOrDefault(d => d.Id == duty) is not { } found) return false;
        Duty = found;
        return true;
    }

    protected override Task ShowAsync() => FindAsync(Store.Id, Duty.Id);
}
