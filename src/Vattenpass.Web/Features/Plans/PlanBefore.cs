using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

/// <summary>The plan that a year's plan is held against.</summary>
public static class PlanBefore
{
    /// <summary>The last decided plan before the year; null when there is none.</summary>
    public static Task<Plan?> ReadAsync(VattenpassDb db, int year, CancellationToken stop) =>
        db.Plans.AsNoTracking().Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery()
            .Where(p => p.Year < year && (p.Status == PlanStatus.Adopted || p.Status == PlanStatus.Retrospective)).OrderByDescending(p => p.Year).FirstOrDefaultAsync(stop);
}
