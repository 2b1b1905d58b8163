using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A store's year in a row: a cell a month, and what is not yet followed home.</summary>
public sealed record StoreYear(MedicineStore? Card, StoreFact Store, IReadOnlyList<StoreMonth> Months, IReadOnlyList<string> Repeated,
    bool NeverStarted, bool IsUncontrolled);

/// <summary>What a store's control of a month came to. Missed carries its reason, "" when nobody has said.</summary>
public sealed record StoreMonth(string Period, Occasion? Occasion, int Deviations, int Unfed);

/// <summary>One deviation on the way home, with the day it must have been fed back.</summary>
public sealed record OpenDrugDeviation(Deviation Deviation, DateOnly DueOn, bool IsOver, int Days);

/// <summary>Deviations a month in an area, for a run chart.</summary>
public sealed record RunPoint(string Period, int Controls, int Deviations);

/// <summary>Everything about medicine stores on one page, within what the reader may see.</summary>
public sealed class StoreBoard
{
    public const int TellUncountedFrom = 25, FewestPoints = 10;
    private const int ChartMonths = 24;

    public required int Year { get; init; }
    public required IReadOnlyList<StoreYear> Stores { get; init; }
    /// <summary>Controls whose own page the reader may open.</summary>
    public required IReadOnlySet<Guid> Readable { get; init; }
    public required IReadOnlyList<OpenDrugDeviation> WaitingForMe { get; init; }
    public required IReadOnlyList<OpenDrugDeviation> IWaitFor { get; init; }
    public required IReadOnlyList<Deviation> Simple { get; init; }
    public required IReadOnlyList<Occasion> Uncounted { get; init; }
    public required IReadOnlyList<Occasion> ToCount { get; init; }
    public required IReadOnlyList<(string Area, IReadOnlyList<RunPoint> Points)> Runs { get; init; }
    public required IReadOnlyList<Occasion> Reviews { get; init; }
    public required IReadOnlyList<Measure> Proposed { get; init; }
    public required IReadOnlyList<int> Years { get; init; }

    public IEnumerable<StoreYear> Uncontrolled => Stores.Where(s => s.IsUncontrolled);

    /// <param name="system">Reads the register of stores, which not everyone who works in a store may read.</param>
    public static async Task<StoreBoard> ReadAsync(VattenpassDb db, VattenpassDb system, int? year, CancellationToken stop)
    {
        var today = db.Today;
        var me = db.Access;
        var years = await system.Occasions.Where(o => o.Control.DoneBy == DoneBy.Count)
            .Select(o => o.Control.Plan.Year)
            .Distinct()
            .OrderByDescending(y => y)
            .ToListAsync(stop);
        var shown = year is { } wanted && years.Contains(wanted)
            ? wanted
            : years.Contains(today.Year) || years.Count == 0 ? today.Year
            : years[0];
        var period = Period.Year(shown);
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), period.AsOf(today));
        var cards = await db.Stores.AsNoTracking().ToListAsync(stop);
        var codes = cards.Select(c => c.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = await StoreCards.RowsAsync(system, shown, stop);
        var facts = StoresInUse.Facts(rows.Where(r => codes.Contains(r.Key)), cards, tree)
            .Where(s => s.MonthsIn(period) > 0)
            .OrderBy(s => s.Area, SwedishOrder.Comparer)
            .ThenBy(s => s.Code, SwedishOrder.Comparer)
            .ToList();

        var chartFrom = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - ChartMonths);
        var earliest = chartFrom < period.From ? chartFrom : period.From;
        // Whoever may read a store may see how its months went, also without a part in its controls.
        var occasions = (await system.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Where(o => o.Control.DoneBy == DoneBy.Count && o.To >= earliest)
            .AsSplitQuery()
            .ToListAsync(stop)).Where(o => codes.Contains(o.ObjectKey)).ToList();
        var own = (await db.Occasions.Where(o => o.Control.DoneBy == DoneBy.Count && o.To >= earliest)
            .Select(o => o.Id)
            .ToListAsync(stop)).ToHashSet();
        var deviations = await db.Deviations.AsNoTracking()
            .Include(d => d.Investigator)
            .Where(d => d.Matter != null
                && d.Matter is DrugMatter
                && d.ControlKey != ""
                && !d.Withdrawn
                && (d.ClosedOn == null || d.FoundOn >= earliest))
            .ToListAsync(stop);
        var clock = (await db.MedicineSettings.AsNoTracking().FirstOrDefaultAsync(stop) ?? MedicineSettings.Usual).Clock;
        var open = deviations.Where(d => !d.IsClosed && (shown == today.Year || d.FoundOn.Year == shown))
            .Select(d => Of(d, clock, today))
            .ToList();
        // A difference that nobody looks into first, then the oldest.
        List<OpenDrugDeviation> Ordered(IEnumerable<OpenDrugDeviation> some) =>
            [.. some.OrderBy(o => !(o.Deviation.Matter is DrugMatter { IsDifference: true }
                && o.Deviation.Investigation is InvestigationState.NotStarted))
                .ThenBy(o => o.Deviation.FoundOn)
                .ThenBy(o => o.Deviation.Id)];
        var isMas = me.Can(Thing.Medicines, Right.Decide);
        var mine = open.Where(o => IsMine(o.Deviation, me, isMas)).ToList();
        var byStore = deviations.ToLookup(d => d.ObjectKey, StringComparer.OrdinalIgnoreCase);
        var ofYear = occasions.Where(o => o.PeriodKey.StartsWith($"{shown}-", StringComparison.Ordinal))
            .ToLookup(o => o.ObjectKey, StringComparer.OrdinalIgnoreCase);

        return new()
        {
            Year = shown,
            Readable = own,
            Years = years.Count == 0 ? [shown] : years,
            Stores = [.. facts.Select(s =>
                Row(s, cards.Find(c => c.Code.Equals(s.Code, StringComparison.OrdinalIgnoreCase)), [.. ofYear[s.Code]],
                    [.. byStore[s.Code]], period, today))],
            WaitingForMe = Ordered(mine.Where(o => !(isMas && o.Deviation.Matter!.IsSimple))),
            IWaitFor = Ordered(open.Except(mine).Where(o => isMas && !o.Deviation.Matter!.IsSimple)),
            Simple = isMas ? [.. open.Select(o => o.Deviation)
                .Where(d => d.Matter!.IsSimple)
                .OrderBy(d => d.ObjectKey, SwedishOrder.Comparer)
                .ThenBy(d => d.FoundOn)] : [],
            Uncounted = today.Day >= TellUncountedFrom
                ? [.. occasions.Where(o => o.Result is null && o.EndedOn is null && o.Period.Contains(today))
                    .OrderBy(o => o.ObjectKey, SwedishOrder.Comparer)]
                : [],
            ToCount = [.. occasions.Where(o => o.Result is null
                && o.EndedOn is null
                && o.Opens <= today
                && o.To >= today.AddYears(-1)
                && o.DoerId is { } doer
                && me.Selves.Contains(doer))
                .OrderBy(o => o.Due < today)
                .ThenByDescending(o => o.Due)
                .ThenBy(o => o.ObjectKey, SwedishOrder.Comparer)],
            Runs = Run(occasions.Where(o => o.IsDone && o.To >= chartFrom), deviations.Where(d => d.FoundOn >= chartFrom), tree),
            Reviews = await db.Occasions.AsNoTracking()
                .Include(o => o.Control)
                .Where(o => o.Control.FormKey == PharmacistReview.Form.Key && o.Control.Plan.Year == shown)
                .ToListAsync(stop),
            Proposed = await db.Measures.AsNoTracking()
                .Include(m => m.Deviation)
                .Include(m => m.Owner)
                .Where(m => m.Deviation!.Matter != null
                    && m.Deviation!.Matter is DrugMatter
                    && m.Status != MeasureStatus.Closed
                    && m.Status != MeasureStatus.Cancelled
                    && m.Status != MeasureStatus.Done)
                .ToListAsync(stop),
        };
    }

    /// <summary>MAS answers, receives and closes; whoever leads answers about the police; the rest is for the one it was given to.</summary>
    private static bool IsMine(Deviation d, Access me, bool isMas)
    {
        var turns = d.Left.Select(s => s.Turn).ToHashSet();
        if (isMas)
            return turns.Contains(Turn.Specialist) || (turns.Contains(Turn.Closer) && ((DrugMatter)d.Matter!).ReceivedOn is not null);
        if (turns.Contains(Turn.Leader) && me.May(Thing.Deviations, Right.Decide, d)) return true;
        return !d.IsHome && (d.InvestigatorId is { } given ? me.Selves.Contains(given) : me.May(Thing.Deviations, Right.Write, d));
    }

    private static OpenDrugDeviation Of(Deviation d, FeedbackClock clock, DateOnly today) =>
        new(d, clock.DueOn(d.FoundOn), !d.FeedbackGiven && clock.IsOver(d.FoundOn, today), today.DayNumber - d.FoundOn.DayNumber);

    private static StoreYear Row(StoreFact store, MedicineStore? card, List<Occasion> occasions, List<Deviation> deviations, Period period, DateOnly today)
    {
        var months = Enumerable.Range(0, 12).Select(m => period.From.AddMonths(m).ToString("yyyy-MM", CultureInfo.InvariantCulture))
            .Select(p => new StoreMonth(p, occasions.Find(o => o.PeriodKey == p && o.Planned) ?? occasions.Find(o => o.PeriodKey == p),
                deviations.Count(d => d.PeriodKey == p),
                deviations.Count(d => d.PeriodKey == p && !d.FeedbackGiven && !d.IsClosed))).ToList();
        var found = deviations.Select(d => (store.Code, d.Kind, d.PeriodKey)).ToList();
        var repeated = deviations.Select(d => d.PeriodKey)
            .Where(p => p.StartsWith(period.Key, StringComparison.Ordinal))
            .Distinct()
            .SelectMany(p => Repeated.In(found, p))
            .Select(r => r.Kind)
            .Distinct()
            .Order(SwedishOrder.Comparer)
            .ToList();
        var begun = occasions.Where(o => o.Due < today && o.EndedOn is null).ToList();
        return new(card, store, months, repeated, store.ControlFrom is not null && begun.Count > 0 && begun.TrueForAll(o => !o.IsDone),
            store.IsUncontrolledOn(period.AsOf(today)));
    }

    private static List<(string, IReadOnlyList<RunPoint>)> Run(IEnumerable<Occasion> done, IEnumerable<Deviation> deviations, OrganisationTree tree)
    {
        string Area(Guid? unit) => tree.AreaOf(unit)?.Name ?? "Utan område";
        var counted = deviations.Where(d => Period.IsMonth(d.PeriodKey)).CountBy(d => (Area(d.UnitId), d.PeriodKey)).ToDictionary();
        return [.. done.Where(o => Period.IsMonth(o.PeriodKey)).GroupBy(o => Area(o.UnitId)).OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => (g.Key, (IReadOnlyList<RunPoint>)[.. g.GroupBy(o => o.PeriodKey)
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new RunPoint(p.Key, p.Count(), counted.GetValueOrDefault((g.Key, p.Key))))]))];
    }
}
