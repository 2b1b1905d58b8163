using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Samples;

[Needs(Thing.Samples)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int MostShown = 200;
    public IReadOnlyList<(Sample Sample, string What)> Rows { get; private set; } = [];
    public int Redrawn => Rows.Count(r => r.Sample.Number > 1);

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        var samples = await Db.Samples.AsNoTracking().Include(s => s.Occasion).ThenInclude(o => o.Control).Where(s => s.DrawnAt != null).OrderByDescending(s => s.DrawnAt).Take(MostShown).ToListAsync(Stop);
        Rows = [.. samples.Select(s => (s, $"{s.Occasion.Control.Title}, {OccasionPlace.Of(s.Occasion, tree)}, {s.Occasion.Period.Name}"))];
    }
}
