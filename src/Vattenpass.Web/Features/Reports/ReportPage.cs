using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reports;

/// <summary>A step in a report's life: load it, ask it, save, and go back to it.</summary>
public abstract class ReportPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public Report Report { get; private set; } = null!;

    protected abstract Right Needed { get; }

    protected async Task<bool> LoadAsync(Guid id)
    {
        var report = await Db.Reports.Include(r => r.Sections).FirstOrDefaultAsync(r => r.Id == id, Stop);
        if (report is null || !Me.May(Thing.Reports, Needed, report)) return false;
        Report = report;
        return true;
    }

    protected async Task<IActionResult> StepAsync(Guid id, Act act, Func<Task> step, string receipt) =>
        await LoadAsync(id) ? await SaveAsync(act, step, () => Redirect($"/rapporter/{id}"), receipt) : NotFound();

    protected Task<IActionResult> StepAsync(Guid id, Act act, Action step, string receipt) =>
        StepAsync(id, act, () => { step(); return Task.CompletedTask; }, receipt);
}
