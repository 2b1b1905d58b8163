using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.LogAnalysis;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class CancelModel(VattenpassDb db, LogWorker worker) : FormPage<NoInput>(db)
{
    public LogImport Import { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var answer = await SaveAsync(Acts.CancelLog, () => Import.Cancel(Db.Now), () => Redirect($"/loggkontroll/inlasning/{id}"), "Genomgången är avbruten och filerna tas bort.");
        if (answer is RedirectResult) worker.Cancel(id);
        worker.Look();
        return answer;
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Import = (await Db.LogImports.FirstOrDefaultAsync(i => i.Id == id, Stop))!;
        return Import is not null && Me.May(Thing.LogReviews, Right.Write, Import);
    }
}
