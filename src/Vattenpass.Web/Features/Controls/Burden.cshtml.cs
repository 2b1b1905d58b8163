using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>What the controls cost in time: median per control, and the expected burden per unit and month. Never per person.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class BurdenModel(VattenpassDb db) : VattenpassPage(db)
{
    /// <summary>Fewer measured checks than this say nothing, and might show one person's pace.</summary>
    private const int FewestMeasured = 5;

    public IReadOnlyList<Row> Controls { get; private set; } = [];
    public IReadOnlyList<(string Unit, int[] Minutes)> Units { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        var occasions = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Checks)
            .Include(o => o.Outcomes)
            .Where(o => o.Control.Plan.Year == Today.Year && o.EndedOn == null && o.Planned)
            .AsSplitQuery()
            .ToListAsync(Stop);
        Controls = [.. occasions.GroupBy(o => o.ControlId).Select(g =>
        {
            var control = g.First().Control;
            var seconds = g.SelectMany(o => o.Checks).Where(c => c.Seconds is not null).Select(c => c.Seconds!.Value).Order().ToList();
            return new Row(control.Title, control.Order, g.Count(), control.Minutes, g.Count() * control.Minutes,
                seconds.Count < FewestMeasured ? null : Domain.Samples.Median.Of(seconds), seconds.Count,
                g.Sum(o => o.Current?.Deviating ?? 0));
        }).OrderByDescending(r => r.Expected)];
        Units = [.. occasions.GroupBy(o => o.UnitId)
            .Select(g => (tree.NameOf(g.Key),
                Enumerable.Range(1, 12)
                    .Select(m => g.Where(o => o.Due.Year == Today.Year && o.Due.Month == m).Sum(o => o.Control.Minutes))
                    .ToArray()))
            .OrderByDescending(u => u.Item2.Sum())];
    }

    public sealed record Row(string Title, int Order, int Occasions, int Minutes, int Expected, int? MedianSeconds, int Measured, int Found);
}
