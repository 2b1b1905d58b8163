using System.Globalization;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

/// <summary>A medicine store as figures see it. One whose days of use are not known, as from a register, is in use all year.</summary>
public sealed record StoreFact(string Code, string Unit, string Area, string Kind, DateOnly? ControlFrom)
{
    public DateOnly? UsedFrom { get; init; }
    public DateOnly? UsedTo { get; init; }

    /// <summary>No control had begun by that day, nor was any to.</summary>
    public bool IsUncontrolledOn(DateOnly day) => ControlFrom is null || ControlFrom > day;

    /// <summary>How many calendar months of the period it is in use, if only for a day.</summary>
    public int MonthsIn(Period period) => MonthsOf(period).Count();

    /// <summary>The keys of those months, "2026-05".</summary>
    public IEnumerable<string> MonthsOf(Period period)
    {
        var (from, to) = (UsedFrom > period.From ? UsedFrom.Value : period.From, UsedTo < period.To ? UsedTo.Value : period.To);
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
            yield return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }
}

/// <summary>A store as the register has it, or as it was set up here, or both.</summary>
public sealed record StoreInUse(string Code, Guid UnitId, RegisterRow? Row, MedicineStore? Card)
{
    public DateOnly? ControlledFrom => Card?.ControlledFrom ?? Row?.Date("kontroll_från");

    /// <summary>The one appointed, with no end in sight; null leaves the control to the title.</summary>
    public Guid? ControllerId =>
        Card?.Duties.Where(d => d.Kind is DutyKind.Controller && d.To is null).OrderByDescending(d => d.From).FirstOrDefault()?.PersonId;

    public StoreFact Fact(OrganisationTree tree)
    {
        var fact = Row is { } r
            ? new StoreFact(Code, r["enhet"], r["område"], r["förrådstyp"], ControlledFrom)
            : new StoreFact(Code, tree.NameOf(UnitId), tree.AreaOf(UnitId)?.Name ?? "", Card!.Kind.Swedish(), ControlledFrom);
        return fact with { UsedFrom = Card?.UsedFrom, UsedTo = Card?.UsedTo };
    }
}

/// <summary>
/// The stores of a year: the rows of the register, and the stores that were set up here. Where both know a store, its card says
/// from when it is controlled and until when it is used, and the register all else.
/// </summary>
public static class StoresInUse
{
    public static IReadOnlyList<StoreInUse> Of(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards)
    {
        var byCode = ByCode(cards);
        var registered = rows.Where(r => r.Register == RegisterKinds.Stores.Key).ToList();
        var known = registered.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. registered.Select(r => new StoreInUse(r.Key, r.AtUnit, r, byCode.GetValueOrDefault(r.Key))),
            .. cards.Where(c => c.UsedFrom is not null && !known.Contains(c.Code)).Select(c => new StoreInUse(c.Code, c.AtUnit, null, c)),
        ];
    }

    public static IReadOnlyList<StoreFact> Facts(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards,
        OrganisationTree tree) =>
        [.. Of(rows, cards).Select(s => s.Fact(tree))];

    /// <summary>What the monthly control is laid out on: the stores that somebody has put under control.</summary>
    public static IEnumerable<Target> Targets(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards) =>
        Of(rows, cards).Where(s => s.ControlledFrom is not null)
            .Select(s => new Target(s.UnitId, s.Code, s.ControlledFrom, s.Card?.UsedTo, s.ControllerId)
            {
                Row = s.Row?.Cells ?? new Dictionary<string, string>()
            });

    /// <summary>The units that have a store now.</summary>
    public static IEnumerable<Guid> Units(IEnumerable<RegisterRow> rows, IEnumerable<MedicineStore> cards) =>
        rows.Where(r => r.Register == RegisterKinds.Stores.Key).Select(r => r.AtUnit)
            .Concat(cards.Where(s => s.UsedFrom is not null && s.UsedTo is null).Select(s => s.AtUnit)).Distinct();

    /// <summary>Codes are told apart by people, who write F5 and f5 alike.</summary>
    public static Dictionary<string, MedicineStore> ByCode(IEnumerable<MedicineStore> cards) =>
        cards.GroupBy(c => c.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
}
