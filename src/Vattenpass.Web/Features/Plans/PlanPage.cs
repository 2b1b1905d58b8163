using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A change to a plan: load it with its risks and controls, ask it, save, and go back to it.</summary>
public abstract class PlanPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public Plan Plan { get; private set; } = null!;

    protected abstract (Thing Thing, Right Right) Needed { get; }

    protected async Task<bool> LoadAsync(int year)
    {
        var plan = await Db.Plans.Include(p => p.Risks)
            .Include(p => p.Controls)
            .AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Year == year, Stop);
        if (plan is null || !(Me.May(Needed.Thing, Needed.Right, plan)
            || Me.May(Thing.Plans, Right.Write, plan) && Needed.Right is Right.Score))
            return false;
        Plan = plan;
        return true;
    }

    protected async Task<IActionResult> StepAsync(int year, Act act, Func<Task> step, string receipt) =>
        await LoadAsync(year) ? await SaveAsync(act, step, () => Redirect($"/plan/{year}"), receipt) : NotFound();

    protected Task<IActionResult> StepAsync(int year, Act act, Action step, string receipt) =>
        StepAsync(year, act, () => { step(); return Task.CompletedTask; }, receipt);
}
