using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>The stores of the register, and the cards they have here.</summary>
public static class StoreCards
{
    /// <summary>The rows of the newest register there is of a year or one before it.</summary>
    public static Task<List<RegisterRow>> RowsAsync(VattenpassDb db, int year, CancellationToken stop)
    {
        var read = db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == RegisterKinds.Stores.Key && r.Year <= year && r.ReplacedByImportId == null);
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
        var cards = StoresInUse.ByCode(await db.Stores.ToListAsync(stop));
        var newest = await db.RegisterRows.Where(r => r.Register == RegisterKinds.Stores.Key && r.ReplacedByImportId == null)
            .Select(r => (int?)r.Year)
            .MaxAsync(stop);
        foreach (var row in stores)
        {
            if (!cards.TryGetValue(row.Key, out var card))
                db.Stores.Add(new(db.NewId(), row.AtUnit, row.Key, StoreKinds.Read(row["förrådstyp"])));
            else if (card.UnitId != row.UnitId && row.Year >= (newest ?? row.Year)) card.PlaceAt(row.AtUnit);
        }
    }
}
