using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Medicines;

/// <summary>
/// The stores of a year: the rows of the register, and the stores that were set up here. Where both know a store, its card says
/// from when it is controlled and until when it is used, and the register all else.
/// </summary>
public static class StoresInUse
{
    public static IReadOnlyList<StoreFact> Facts(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards, OrganisationTree tree)
    {
        var byCode = ByCode(cards);
        var registered = rows.Where(r => r.Register == RegisterKinds.Stores.Key).ToList();
        var known = registered.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. registered.Select(r => (Row: r, Card: byCode.GetValueOrDefault(r.Key))).Select(s => new StoreFact(s.Row.Key, s.Row["enhet"], s.Row["område"], s.Row["förrådstyp"], ControlledFrom(s.Row, s.Card)) { UsedFrom = s.Card?.UsedFrom, UsedTo = s.Card?.UsedTo }),
            .. cards.Where(c => c.UsedFrom is not null && !known.Contains(c.Code)).Select(c => new StoreFact(c.Code, tree.NameOf(c.UnitId), tree.AreaOf(c.UnitId)?.Name ?? "", c.Kind.Swedish(), c.ControlledFrom) { UsedFrom = c.UsedFrom, UsedTo = c.UsedTo }),
        ];
    }

    /// <summary>What the monthly control is laid out on: the stores that somebody has put under control.</summary>
    public static IEnumerable<Target> Targets(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards)
    {
        var byCode = ByCode(cards);
        var registered = rows.Where(r => r.Register == RegisterKinds.Stores.Key).ToList();
        var known = registered.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return registered.Select(r => (UnitId: r.UnitId!.Value, Code: r.Key, From: ControlledFrom(r, byCode.GetValueOrDefault(r.Key)), To: byCode.GetValueOrDefault(r.Key)?.UsedTo))
            .Concat(cards.Where(c => c.UsedFrom is not null && !known.Contains(c.Code)).Select(c => (UnitId: c.UnitId!.Value, c.Code, From: c.ControlledFrom, To: c.UsedTo)))
            .Where(s => s.From is not null).Select(s => new Target(s.UnitId, s.Code, s.From, s.To, ControllerOf(byCode.GetValueOrDefault(s.Code))));
    }

    /// <summary>Every store of a register that has been read in gets a card, at the unit the register says.</summary>
    public static async Task FollowAsync(VattenpassDb db, IReadOnlyCollection<RegisterRow> rows, CancellationToken stop)
    {
        var stores = rows.Where(r => r.Register == RegisterKinds.Stores.Key && r.UnitId is not null).ToList();
        if (stores.Count == 0) return;
        var cards = ByCode(await db.Stores.ToListAsync(stop));
        var newest = await db.RegisterRows.Where(r => r.Register == RegisterKinds.Stores.Key && r.ReplacedByImportId == null).Select(r => (int?)r.Year).MaxAsync(stop);
        foreach (var row in stores)
        {
            if (!cards.TryGetValue(row.Key, out var card)) db.Stores.Add(new(db.NewId(), row.UnitId!.Value, row.Key, StoreKinds.Read(row["förrådstyp"])));
            else if (card.UnitId != row.UnitId && row.Year >= (newest ?? row.Year)) card.PlaceAt(row.UnitId!.Value);
        }
    }

    /// <summary>Codes are told apart by people, who write F5 and f5 alike.</summary>
    private static Dictionary<string, MedicineStore> ByCode(IEnumerable<MedicineStore> cards) => cards.GroupBy(c => c.Code, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The one appointed, with no end in sight; null leaves the control to the title.</summary>
    private static Guid? ControllerOf(MedicineStore? card) => card?.Duties.Where(d => d.Kind is DutyKind.Controller && d.To is null).OrderByDescending(d => d.From).FirstOrDefault()?.PersonId;

    private static DateOnly? ControlledFrom(RegisterRow row, MedicineStore? card) => card?.ControlledFrom ?? row.Date("kontroll_från");
}
