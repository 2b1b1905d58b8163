using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>
/// The stores of a year: the rows of the register, and the stores that were set up here. Where both know a store, its card says
/// from when it is controlled and until when it is used, and the register all else.
/// </summary>
public static class StoresInUse
{
    /// <summary>A store as the register has it, or as it was set up here, or both.</summary>
    public sealed record StoreInUse(string Code, Guid? UnitId, RegisterRow? Row, MedicineStore? Card)
    {
        public DateOnly? ControlledFrom => Card?.ControlledFrom ?? Row?.Date("kontroll_från");
        /// <summary>The one appointed, with no end in sight; null leaves the control to the title.</summary>
        public Guid? ControllerId => Card?.Duties.Where(d => d.Kind is DutyKind.Controller && d.To is null).OrderByDescending(d => d.From).FirstOrDefault()?.PersonId;
    }

    public static IReadOnlyList<StoreInUse> Of(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards)
    {
        var byCode = ByCode(cards);
        var registered = rows.Where(r => r.Register == RegisterKinds.Stores.Key).ToList();
        var known = registered.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. registered.Select(r => new StoreInUse(r.Key, r.UnitId, r, byCode.GetValueOrDefault(r.Key))),
            .. cards.Where(c => c.UsedFrom is not null && !known.Contains(c.Code)).Select(c => new StoreInUse(c.Code, c.UnitId, null, c)),
        ];
    }

    public static IReadOnlyList<StoreFact> Facts(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards, OrganisationTree tree) =>
        [.. Of(rows, cards).Select(s => (s.Row is { } r ? new StoreFact(s.Code, r["enhet"], r["område"], r["förrådstyp"], s.ControlledFrom)
            : new StoreFact(s.Code, tree.NameOf(s.UnitId), tree.AreaOf(s.UnitId)?.Name ?? "", s.Card!.Kind.Swedish(), s.ControlledFrom)) with { UsedFrom = s.Card?.UsedFrom, UsedTo = s.Card?.UsedTo })];

    /// <summary>What the monthly control is laid out on: the stores that somebody has put under control.</summary>
    public static IEnumerable<Target> Targets(IEnumerable<RegisterRow> rows, IReadOnlyCollection<MedicineStore> cards) =>
        Of(rows, cards).Where(s => s.ControlledFrom is not null).Select(s => new Target(s.UnitId!.Value, s.Code, s.ControlledFrom, s.Card?.UsedTo, s.ControllerId));

    /// <summary>The rows of the newest register there is of a year or one before it.</summary>
    public static Task<List<RegisterRow>> RowsAsync(VattenpassDb db, int year, CancellationToken stop)
    {
        var read = db.RegisterRows.AsNoTracking().Where(r => r.Register == RegisterKinds.Stores.Key && r.Year <= year && r.ReplacedByImportId == null);
        return read.Where(r => r.Year == read.Max(x => x.Year)).ToListAsync(stop);
    }

    /// <summary>The code of the store that people mean; null when there is none.</summary>
    public static async Task<string?> CodeAsync(VattenpassDb db, string? meant, CancellationToken stop) =>
        (await db.Stores.Select(s => s.Code).ToListAsync(stop)).Find(c => c.Equals(meant?.Trim(), StringComparison.OrdinalIgnoreCase));

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
}
