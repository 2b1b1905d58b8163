using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A store: who does what there, what is counted, what its controls showed, and what is not yet followed home.</summary>
[Needs(Thing.Medicines)]
public sealed class StoreModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private const int MostControls = 12, MostMovements = 10;

    public MedicineStore Store { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public IReadOnlyList<Occasion> Controls { get; private set; } = [];
    public IReadOnlyList<Deviation> Open { get; private set; } = [];
    public IReadOnlyList<LineSummary> Lines { get; private set; } = [];
    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];
    public IReadOnlyList<Disposal> Disposals { get; private set; } = [];
    public bool MayChange { get; private set; }
    public bool MayAppoint { get; private set; }
    /// <summary>Whoever is about to count sees no figures of earlier counts until the control is done.</summary>
    public bool IsBlind { get; private set; }
    public DateOnly? ControlledFrom { get; private set; }
    public IReadOnlySet<Guid> Readable { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var store = await Db.Stores.AsNoTracking()
            .Include(s => s.Lines)
            .Include(s => s.Duties)
            .Include(s => s.Deliveries)
            .Include(s => s.Disposals)
            .AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Id == id, Stop);
        if (store is null) return NotFound();
        (Store, Place) = (store, (await TreeAsync()).NameOf(store.UnitId));
        MayChange = Me.May(Thing.Medicines, Right.Write, store);
        MayAppoint = MayChange && StoreAppointing.May(Me, store);
        await using var system = databases.OpenAsSystem("läkemedelsförråd");
        var all = await system.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Where(o => o.Control.DoneBy == DoneBy.Count && o.ObjectKey == store.Code && o.Opens <= Today)
            .OrderByDescending(o => o.To)
            .AsSplitQuery()
            .Take(MostControls)
            .ToListAsync(Stop);
        Controls = all;
        Readable = (await Db.Occasions.Where(o => o.ObjectKey == store.Code).Select(o => o.Id).ToListAsync(Stop)).ToHashSet();
        IsBlind = all.Exists(o => Blindness.Holds(Me, store, o, Today));
        var counts = (await CountsAsync(system, [.. all.Select(o => o.Id)])).ToLookup(c => c.LineId);
        Lines = [.. store.LinesOn(Today)
            .Select(l => new LineSummary(l, IsBlind ? null : counts[l.Id].LastOrDefault(c => c.IsDone),
                IsBlind || !l.IsLiquid ? null : Drift.Of([.. counts[l.Id]]) is { Count: > 0 } drift ? drift[^1] : null))];
        Open = await Db.Deviations.AsNoTracking()
            .Where(d => d.Matter != null && d.Matter is DrugMatter && d.ObjectKey == store.Code && !d.Withdrawn && d.ClosedOn == null)
            .OrderBy(d => d.FoundOn)
            .ToListAsync(Stop);
        Deliveries = [.. store.Deliveries.OrderByDescending(d => d.On).Take(MostMovements)];
        Disposals = [.. store.Disposals.OrderByDescending(d => d.At).Take(MostMovements)];
        // Who works in a store may not read the register, but may know from when it is controlled.
        ControlledFrom = store.ControlledFrom
            ?? (await system.RegisterRows.AsNoTracking()
                .Where(r => r.Register == Domain.Registers.RegisterKinds.Stores.Key && r.Key == store.Code && r.ReplacedByImportId == null)
                .OrderByDescending(r => r.Year)
                .FirstOrDefaultAsync(Stop))?.Date("kontroll_från");
        return Page();
    }

    /// <summary>What was counted at those controls, the earliest first.</summary>
    private async Task<List<CountedLine>> CountsAsync(VattenpassDb system, List<Guid> occasions) =>
        await system.StoreCounts.AsNoTracking()
            .Where(c => occasions.Contains(c.OccasionId))
            .OrderBy(c => c.Occasion.To)
            .SelectMany(c => c.Lines)
            .ToListAsync(Stop);

    public sealed record LineSummary(StoreLine Line, CountedLine? Last, decimal? Drift);
}

/// <summary>Whoever has a control of the store to do, or is appointed to do it, is shown nothing of earlier counts until it is done.</summary>
public static class Blindness
{
    public static bool Holds(Access me, MedicineStore store, Occasion occasion, DateOnly today) =>
        occasion.Result is null && occasion.EndedOn is null && occasion.Opens <= today
        && ((occasion.DoerId is { } doer && me.Selves.Contains(doer))
            || store.Duties.Any(d => d.Kind is DutyKind.Controller or DutyKind.Substitute
                && d.HoldsOn(today)
                && me.Selves.Contains(d.PersonId)));
}

/// <summary>Appointing, and deciding that a store is controlled, is for those who lead: not for whoever was appointed.</summary>
public static class StoreAppointing
{
    public static bool May(Access me, MedicineStore store) => me.May(Thing.Medicines, Right.Write, store.UnitId, store.Field, own: false);
}
