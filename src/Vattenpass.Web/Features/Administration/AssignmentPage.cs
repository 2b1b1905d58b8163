using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Administration;

/// <summary>A step in an assignment's life.</summary>
public abstract class AssignmentPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public Assignment Assignment { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Assignment);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    protected async Task<IActionResult> StepAsync(Guid id, Act act, Action step, string receipt) =>
        await LoadAsync(id) ? await SaveAsync(act, step, () => Redirect("/administration/uppdrag"), receipt) : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        var assignment = await Db.Assignments.Include(a => a.Person).Include(a => a.Title).FirstOrDefaultAsync(a => a.Id == id, Stop);
        if (assignment is null) return false;
        Assignment = assignment;
        return true;
    }
}
