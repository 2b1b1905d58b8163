using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;

namespace Vattenpass.Web.Data;

/// <summary>A deviation with all that hangs on it. What parts a matter has is known here and in its mapping, so that no page has to.</summary>
public static class WholeDeviation
{
    public static IQueryable<Deviation> Whole(this IQueryable<Deviation> deviations) =>
        deviations.Include(d => (d.Matter as DrugMatter)!.Recounts).Include(d => d.Messages).AsSplitQuery();
}
