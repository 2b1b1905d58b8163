using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>A log being gone through, or what it came to: its quality first, then the figures.</summary>
[Needs(Thing.LogReviews)]
public sealed class ShowImportModel(VattenpassDb db, Databases databases, LogWorker worker, LogSpool spool) : VattenpassPage(db)
{
    public LogImport Import { get; private set; } = null!;
    public LogProgress? Progress { get; private set; }
    public bool MayCancel => Me.May(Thing.LogReviews, Right.Write, Import);
    /// <summary>The files of a stopped import lie here still.</summary>
    public bool HasFiles => spool.Held(Import.Id, Me.PersonId) is not null;
    public long Unexplained => Import.Counts.Sum(c => c.Unexplained);
    public bool IsUntouched { get; private set; }
    public int QueuedCases { get; private set; }
    public int Mine { get; private set; }
    public IReadOnlyList<(string Unit, long Accesses, long Explained, long Unexplained, long Flagged)> Units { get; private set; } = [];
    public long Sum(int explanation) => Import.Counts.Sum(c => c.FirstMatch[explanation]);

    public async Task<IActionResult> OnGetAsync(Guid id, string? fil)
    {
        var import = await Db.LogImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, Stop);
        if (import is null) return NotFound();
        Import = import;
        if (fil == "register.csv" && import.RegisterItems.Count > 0)
            return File(Encoding.UTF8.GetBytes("\uFEFF"
                + LogFiles.Register(import.RegisterItems)), "text/csv; charset=utf-8", "register.csv");
        if (fil is not null) return NotFound();
        Progress = worker.ProgressOf(id);
        await using var system = databases.OpenAsSystem("loggsiffror");
        QueuedCases = await system.LogCases.CountAsync(c => c.ImportId == id && c.Kind == CaseKind.Queued, Stop);
        IsUntouched = !await system.LogCases.Where(c => c.ImportId == id).AnyAsync(LogCase.Handled, Stop);
        Mine = await Db.LogCases.CountAsync(c => c.ImportId == id && c.ReviewerId == Me.PersonId && c.Verdict == null, Stop);
        Units = [.. import.Counts.GroupBy(c => c.Unit)
            .OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => (g.Key, g.Sum(c => c.Accesses), g.Sum(c => c.Explained), g.Sum(c => c.Unexplained), g.Sum(c => c.Flagged)))];
        return Page();
    }
}
