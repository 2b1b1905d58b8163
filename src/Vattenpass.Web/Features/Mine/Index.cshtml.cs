using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Mine;

/// <summary>What is one's own: who stands in when one is away, and the calendar address.</summary>
[Needs(Thing.Mine, Right.Write)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Absence> Absences { get; private set; } = [];
    public IReadOnlyList<Absence> StandsInFor { get; private set; } = [];
    public CalendarFeed? Feed { get; private set; }

    public async Task OnGetAsync()
    {
        var all = await Db.Absences.AsNoTracking()
            .Include(a => a.Person)
            .Include(a => a.Substitute)
            .Where(a => a.To >= Today && a.To >= a.From)
            .OrderBy(a => a.From)
            .ToListAsync(Stop);
        (Absences, StandsInFor) = ([.. all.Where(a => a.SubstituteId != Me.PersonId)], [.. all.Where(a => a.SubstituteId == Me.PersonId)]);
        Feed = await Db.Feeds.AsNoTracking()
            .Where(f => f.PersonId == Me.PersonId && f.RevokedAt == null)
            .OrderByDescending(f => f.MadeAt)
            .FirstOrDefaultAsync(Stop);
    }
}
