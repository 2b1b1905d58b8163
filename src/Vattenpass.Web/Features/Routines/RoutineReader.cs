using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Routines;

/// <summary>The routines with what the year's controls and deviations say of them, as far as whoever asks may see.</summary>
public static class RoutineReader
{
    public static async Task<IReadOnlyList<RoutineYear>> ReadAsync(VattenpassDb db, int year, CancellationToken stop, Guid? only = null)
    {
        var routines = await db.Routines.AsNoTracking().Include(r => r.Owner).Where(r => only == null || r.Id == only).ToListAsync(stop);
        var tested = routines.SelectMany(r => r.Tests).ToList();
        var (ids, titles) = (tested.Select(t => t.ControlId).ToHashSet(), tested.Select(t => t.Title).ToHashSet());
        var occasions = tested.Count == 0 ? [] : await db.Occasions.AsNoTracking().Include(o => o.Control)
            .Where(o => o.Control.Plan.Year == year && o.PerformedOn != null && (ids.Contains(o.ControlId) || titles.Contains(o.Control.Title))).ToListAsync(stop);
        var named = await db.RoutineFindings.AsNoTracking().Where(f => only == null || f.RoutineId == only).ToListAsync(stop);
        var about = named.Select(f => f.DeviationId).ToHashSet();
        var deviations = about.Count == 0 ? [] : await db.Deviations.AsNoTracking().Where(d => about.Contains(d.Id) && d.FoundOn.Year == year).ToListAsync(stop);
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), db.Today);
        var byId = deviations.ToDictionary(d => d.Id);
        return RoutineYear.Of(routines, occasions, named.Where(f => byId.ContainsKey(f.DeviationId)).ToLookup(f => f.RoutineId, f => byId[f.DeviationId]),
            o => ControlKinds.Of(o.Control.Key).AsksForRoutine, (routine, unit) => routine.IsFor(tree.SelfAndAbove(unit)));
    }
}
