using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>The municipality's rules for telling people, or the usual ones until it has made its own.</summary>
public static class RulesInUse
{
    public static async Task<TellingRules> ReadAsync(VattenpassDb db, CancellationToken stop) =>
        (await db.Telling.AsNoTracking().FirstOrDefaultAsync(stop))?.Rules ?? TellingRules.Default;
}
