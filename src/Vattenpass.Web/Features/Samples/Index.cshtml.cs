using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Samples;

[Needs(Thing.Samples)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private const int MostShown = 200;
    public IReadOnlyList<(Sample Sample, string What)> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        var samples = await Db.Samples.AsNoTracking()
            .Where(s => s.DrawnAt != null)
            .OrderByDescending(s => s.Id)
            .Take(MostShown)
            .ToListAsync(Stop);
        await using var system = databases.OpenAsSystem("stickprov");
        var ids = samples.Select(s => s.OccasionId).ToList();
        var occasions = await system.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, Stop);
        Rows = [.. samples.Select(s =>
            (s, $"{occasions[s.OccasionId].Control.Title}, {occasions[s.OccasionId].Place(tree)}, {occasions[s.OccasionId].Period.Name}"))];
    }
}
