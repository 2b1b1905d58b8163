using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>A stored plan as a document in the layout that plans are read in.</summary>
public static class PlanOut
{
    /// <param name="whole">Sees all of it, so that what is left out is told.</param>
    /// <summary>Null where the year has no plan that may be seen.</summary>
    public static async Task<Document?> ReadAsync(VattenpassDb db, VattenpassDb whole, int year, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Risks).ThenInclude(r => r.Owner).Include(p => p.Controls).ThenInclude(c => c.Risk).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Year == year, stop);
        if (plan is null) return null;
        var measures = await db.Measures.AsNoTracking().Include(m => m.Comments).Include(m => m.Owner).Include(m => m.ReportingOfficer).Include(m => m.Risk)
            .Where(m => m.PlanId == plan.Id && m.DeviationId == null).OrderBy(m => m.Id).AsSplitQuery().ToListAsync(stop);
        var board = await db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.Board).Select(u => u.Name).FirstOrDefaultAsync(stop);
        var all = await whole.Measures.CountAsync(m => m.PlanId == plan.Id && m.DeviationId == null, stop);
        return PlanDocument.Compose(plan, measures, all - measures.Count, board ?? "Nämnden", db.Today, plan.WeakeningReasons);
    }
}
