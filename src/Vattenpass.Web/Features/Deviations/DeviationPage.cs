using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>A step in a deviation's life: load it, ask it, save, and go back to it.</summary>
public abstract class DeviationPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public Deviation Deviation { get; private set; } = null!;

    protected virtual (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Write);

    protected override Basis MadeFrom => Basis.Whole(Deviation);

    public virtual async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    protected async Task<IActionResult> StepAsync(Guid id, Act act, Action step, string receipt) =>
        await StepAsync(id, act, () => { step(); return Task.CompletedTask; }, receipt);

    protected async Task<IActionResult> StepAsync(Guid id, Act act, Func<Task> step, string receipt) =>
        await LoadAsync(id) ? await SaveAsync(act, step, () => Redirect($"/avvikelser/{id}"), receipt) : NotFound();

    protected override Task ShowAsync() => LoadAsync(Deviation.Id);

    private async Task<bool> LoadAsync(Guid id)
    {
        var deviation = await Db.Deviations.Whole().FirstOrDefaultAsync(d => d.Id == id, Stop);
        if (deviation is null || deviation.Withdrawn || !Me.May(Needed.Thing, Needed.Right, deviation)) return false;
        Deviation = deviation;
        return true;
    }
}
