using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>What everyone may see of themselves: that they were reviewed, by whom and what it came to, after the verdict.</summary>
[NeedsSignIn]
public sealed class MineModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public bool IsKnown { get; private set; }
    public IReadOnlyList<LogCase> Cases { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await using var system = databases.OpenAsSystem("egen granskning");
        var me = (await system.People.AsNoTracking().FirstAsync(p => p.Id == Me.PersonId, Stop)).EmployeeId;
        IsKnown = me.Length > 0;
        if (!IsKnown) return;
        var decided = await system.LogCases.AsNoTracking()
            .Where(c => c.DecidedAt != null && c.ForgottenOn == null)
            .OrderByDescending(c => c.DecidedAt)
            .ToListAsync(Stop);
        Cases = [.. decided.Where(c => c.IsDecided
            && c.Kind is not CaseKind.RandomDay
            && c.Users.Contains(me, StringComparer.OrdinalIgnoreCase))];
    }
}
