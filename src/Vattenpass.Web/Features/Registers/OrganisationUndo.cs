using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>
/// Takes the newest organisation back: units that it changed stand as before, those it made go. One that something has happened at cannot go,
/// since what happened there stays; it is then in no plan's count of units.
/// </summary>
public static class OrganisationUndo
{
    public static async Task<List<string>> ApplyAsync(VattenpassDb db, RegisterImport import, CancellationToken stop)
    {
        var change = import.Organisation ?? throw new Refusal("Den här organisationen lästes in innan sådant kunde ångras. Läs in den förra filen i stället.");
        Refusal.If(await db.RegisterImports.AnyAsync(i => i.Register == import.Register && i.UndoneAt == null && i.At > import.At && i.Id != import.Id, stop),
            "En senare inläsning av organisationen bygger på den här. Ångra den senaste först.");
        var units = await db.Units.Include(u => u.Versions).ToListAsync(stop);
        foreach (var then in change.Before)
            if (units.Find(u => u.Id == then.Id) is { } unit) db.AddRange(unit.Restore(then));
        var used = await UsedAsync(db, change.Made, stop);
        var going = units.Where(u => change.Made.Contains(u.Id)).ToList();
        List<string> stays = [];
        // From the lowest up: what something lies under cannot go either.
        foreach (var unit in going.OrderByDescending(Depth))
        {
            if (unit.Kind is not UnitKind.Board && !used.Contains(unit.Id) && units.TrueForAll(u => u.ParentId != unit.Id)) { units.Remove(unit); db.Units.Remove(unit); }
            else if (unit.Kind is not UnitKind.Board) { unit.Become(UnitKind.Unlisted); stays.Add(unit.Name); }
        }
        return stays.Count == 0 ? [] : [$"{Prose.Some(stays, 5)} står kvar utanför organisationen, eftersom något har hänt där"];

        int Depth(Unit unit) => units.Find(u => u.Id == unit.ParentId) is { } parent ? Depth(parent) + 1 : 0;
    }

    /// <summary>The units that any row of any type lies at.</summary>
    private static async Task<HashSet<Guid>> UsedAsync(VattenpassDb db, IReadOnlyList<Guid> units, CancellationToken stop)
    {
        HashSet<Guid> used = [];
        foreach (var type in Rows.All.Where(r => r.Type.IsSubclassOf(typeof(Root)) && r.Type != typeof(Unit)))
        {
            var at = typeof(OrganisationUndo).GetMethod(nameof(AtAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.Type);
            used.UnionWith(await (Task<List<Guid>>)at.Invoke(null, [db, units, stop])!);
        }
        return used;
    }

    private static Task<List<Guid>> AtAsync<T>(VattenpassDb db, IReadOnlyList<Guid> units, CancellationToken stop) where T : Root =>
        db.Set<T>().Where(r => r.UnitId != null && units.Contains(r.UnitId.Value)).Select(r => r.UnitId!.Value).Distinct().ToListAsync(stop);
}
