using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>A file that a plan was read from: what it became, the original as it was, and the way back.</summary>
[Needs(Thing.Plans, Right.Read)]
public sealed class FileModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public PlanFile Read { get; private set; } = null!;
    public bool MayUndo => Read.UndoneAt is null && !IsDecided && Me.May(Thing.Plans, Right.Write, Read);
    /// <summary>The board has adopted what the reading made.</summary>
    public bool IsDecided { get; private set; }

    protected override Basis MadeFrom => Basis.Whole(Read);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetOriginalAsync(Guid id) => !await LoadAsync(id) ? NotFound()
        : File(Read.Content, Read.FileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Read.FileName);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id) || !Me.May(Thing.Plans, Right.Write, Read)) return NotFound();
        return await SaveAsync(Acts.UndoReadPlan, () => PlanUndo.ApplyAsync(Db, Read, Stop), () => Redirect("/plan"), "Inläsningen är ångrad.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.PlanFiles.FirstOrDefaultAsync(f => f.Id == id, Stop) is not { } found) return false;
        Read = found;
        IsDecided = found.Made.Risks.Count + found.Made.Controls.Count > 0
            && await Db.Plans.AnyAsync(p => p.Year == found.Year && (p.Status == PlanStatus.Adopted || p.Status == PlanStatus.Retrospective), Stop);
        return true;
    }
}
