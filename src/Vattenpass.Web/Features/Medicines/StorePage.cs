using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A step with a store: load it, ask it, save, and go back to it.</summary>
public abstract class StorePage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public MedicineStore Store { get; private set; } = null!;
    public string Place { get; private set; } = "";

    protected virtual async Task<bool> LoadAsync(Guid id)
    {
        var store = await Db.Stores.Include(s => s.Lines)
            .Include(s => s.Duties)
            .Include(s => s.Deliveries)
            .Include(s => s.Disposals)
            .AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Id == id, Stop);
        if (store is null || !Me.May(Thing.Medicines, Right.Write, store)) return false;
        (Store, Place) = (store, (await TreeAsync()).NameOf(store.UnitId));
        return true;
    }

    protected override Task ShowAsync() => LoadAsync(Store.Id);

    public virtual async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    protected async Task<IActionResult> StepAsync(Guid id, Act act, Func<Task> step, string receipt, string? then = null) =>
        await LoadAsync(id) ? await SaveAsync(act, step, () => Redirect(then ?? $"/lakemedel/forrad/{id}"), receipt) : NotFound();

    protected Task<IActionResult> StepAsync(Guid id, Act act, Action step, string receipt, string? then = null) =>
        StepAsync(id, act, () => { step(); return Task.CompletedTask; }, receipt, then);
}
