using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>The municipality's own numbers, as they hold on a day.</summary>
public static class RulesOn
{
    public static async Task<LocalRules> DayAsync(VattenpassDb db, DateOnly day, CancellationToken stop) =>
        LocalRules.On(day, await db.LocalRules.AsNoTracking().ToListAsync(stop));
}
