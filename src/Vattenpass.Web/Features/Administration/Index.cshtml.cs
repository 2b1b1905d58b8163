using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public int People { get; private set; }
    public int Units { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>Titles that the adopted plan counts on and nobody holds today, each with what it is for.</summary>
    public IReadOnlyList<(string Title, string For)> Gaps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        (People, Units, Waiting) = (await Db.People.CountAsync(Stop), await Db.Units.CountAsync(Stop),
            await Db.Assignments.CountAsync(a => a.AwaitsSecond, Stop));
        await using var system = databases.OpenAsSystem("befattningar");
        var controls = await system.Plans.AsNoTracking()
            .Where(p => p.Year == Today.Year && p.Status == PlanStatus.Adopted)
            .SelectMany(p => p.Controls)
            .OrderBy(c => c.Order)
            .ToListAsync(Stop);
        var held = (await system.Assignments.AsNoTracking().Include(a => a.Title).Include(a => a.Person).ToListAsync(Stop))
            .Where(a => a.HoldsOn(Today) && a.Person.WorksOn(Today))
            .Select(a => a.Title.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Gaps = [.. controls.SelectMany(c => CommaList.Read(c.ToldTitles).Select(t => (Title: t, For: $"får veta vid avvikelse i {c.Title}"))
                .Append((Title: c.PerformerTitle, For: $"gör {c.Title}"))
                .Append((Title: c.ReportingTitle, For: $"får rapporten om {c.Title}")))
            .Where(g => g.Title.Length > 0 && !held.Contains(g.Title))
            .GroupBy(g => g.Title, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, Prose.Some([.. g.Select(x => x.For).Distinct()], 3)))
            .OrderBy(g => g.Key, SwedishOrder.Comparer)];
    }
}
