using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class CancelModel(VattenpassDb db, Databases databases, LogWorker worker) : FormPage<NoInput>(db)
{
    public LogImport Import { get; private set; } = null!;
    public bool IsDone => Import.State is ImportState.Done;

    protected override Basis MadeFrom => Basis.Document($"{Import.State}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (IsDone)
            return await SaveAsync(Acts.WithdrawLog, WithdrawAsync, () => Redirect("/loggkontroll"),
                "Inläsningen och dess fall är borttagna. Läs in loggen igen med rätt filer.");
        var answer = await SaveAsync(Acts.CancelLog, () => Import.Cancel(Db.Now), () => Redirect($"/loggkontroll/inlasning/{id}"),
            "Genomgången är avbruten och filerna tas bort.");
        if (answer is RedirectResult) worker.Cancel(id);
        worker.Look();
        return answer;
    }

    /// <summary>The cases lie with many; whoever read the log in takes all of them back, or none.</summary>
    private async Task WithdrawAsync()
    {
        await using var system = databases.OpenAsSystem($"{Me.Name} tar bort en inläsning");
        var cases = await system.LogCases.Include(c => c.Openings).Where(c => c.ImportId == Import.Id).ToListAsync(Stop);
        (await system.LogImports.FirstAsync(i => i.Id == Import.Id, Stop)).Withdraw(cases, Db.Now);
        system.LogCases.RemoveRange(cases);
        await system.SaveAsync(Acts.WithdrawLog, stop: Stop);
        SavedBesides = true;
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Import = (await Db.LogImports.FirstOrDefaultAsync(i => i.Id == id, Stop))!;
        return Import is not null && Me.May(Thing.LogReviews, Right.Write, Import);
    }
}
