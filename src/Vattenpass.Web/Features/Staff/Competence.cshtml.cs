using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Staff;

/// <summary>One competence: what each unit needs and has, by its newest month.</summary>
[Needs(Thing.Figures)]
public sealed class CompetenceModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public CompetenceSum Sum { get; private set; } = null!;
    public IReadOnlyList<(string Unit, CompetenceNeed Need)> Units { get; private set; } = [];
    public int Hidden { get; private set; }
    public bool SeesAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(string competence)
    {
        var series = await StaffSeries.ReadAsync(Db, databases, Stop);
        if (CompetenceSum.Of(series.Needs, Period.Year(Today.Year)).FirstOrDefault(s => s.Key == competence) is not { } found) return NotFound();
        if (series.HidesFew && found.IsOfFew) return NotFound();
        Sum = found;
        var tree = await TreeAsync();
        var reached = found.Rows.Where(n => series.Reached.Contains(n.UnitId)).ToList();
        var told = reached.Where(n => !series.HidesFew || n.Need >= SmallCount.Few).OrderBy(n => n.Need).ThenBy(n => n.RowId).ToList();
        // One that is hidden alone could be counted out from the sum: the smallest of the others is hidden with it.
        if (reached.Count - told.Count == 1 && told.Count > 0) told.RemoveAt(0);
        Units = [.. told.Select(n => (tree.NameOf(n.UnitId), n))
            .OrderByDescending(n => n.n.Has is null ? -1 : n.n.Need - n.n.Met).ThenBy(n => n.Item1, SwedishOrder.Comparer)];
        Hidden = reached.Count - Units.Count;
        SeesAll = reached.Count == found.Rows.Count;
        return Page();
    }
}
