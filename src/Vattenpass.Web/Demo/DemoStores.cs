using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Medicines;

namespace Vattenpass.Web.Demo;

/// <summary>The demo's medicine stores: what is kept in them, who does what there, and the months as they were counted.</summary>
public sealed class DemoStores(VattenpassDb db, DemoTown town)
{
    private static readonly LineFacts[] Kept =
    [
        new("Oxascand", "5 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "", ""),
        new("Morfin", "10 mg/ml", "injektion", DrugList.II, CountUnit.Ampoules, 0, "", ""),
        new("Stesolid", "5 mg", "rektallösning", DrugList.IV, CountUnit.Pieces, 0, "", ""),
        new("Morfin", "2 mg/ml", "oral lösning", DrugList.II, CountUnit.Millilitres, 5, "", ""),
        new("Oxynorm", "5 mg", "kapsel", DrugList.II, CountUnit.Pieces, 0, "skåp 2", "14"),
    ];

    private readonly Dictionary<Guid, decimal> balances = [];
    private readonly Dictionary<Guid, decimal> counts = [];

    /// <summary>What was counted of a preparation the last time.</summary>
    public decimal Counted(Guid lineId) => counts[lineId];

    /// <summary>Lines and appointments, the first time the stores are there.</summary>
    public async Task FurnishAsync(DateOnly from, CancellationToken stop)
    {
        foreach (var store in await db.Stores.Include(s => s.Lines)
            .Include(s => s.Duties)
            .AsSplitQuery()
            .OrderBy(s => s.Code)
            .ToListAsync(stop))
        {
            if (store.Lines.Count > 0) continue;
            foreach (var facts in Kept) db.Add(store.AddLine(db.NewId(), facts, from));
            var area =
                DemoRegisters.Stores.First(s => s.Code == store.Code).Unit switch
                {
                    var u when u.StartsWith("Hemsjuk", StringComparison.Ordinal) => "hemsjukvård",
                    var u when u.StartsWith("Grupp", StringComparison.Ordinal) => "funktionsstöd",
                    _ => ""
                };
            db.Add(store.Give(db.NewId(), DutyKind.Responsible,
                town.Person(area.Length == 0 ? "Förrådsansvarig sjuksköterska SÄBO" : $"Förrådsansvarig sjuksköterska {area}"), from, null));
            db.Add(store.Give(db.NewId(), DutyKind.Controller,
                town.Person(area.Length == 0 ? "Sjuksköterska Almgården" : $"Sjuksköterska {area}"), from, null));
        }
        await db.SaveAsync(Acts.ChangeStore, stop: stop);
    }

    /// <summary>A month's count. What goes wrong is a tablet too few, a box not marked, or a bottle that has drifted.</summary>
    public async Task CountAsync(Occasion occasion, int deviating, DateOnly on, Random random, CancellationToken stop)
    {
        var store = await db.Stores.Include(s => s.Lines)
            .Include(s => s.Duties)
            .AsSplitQuery()
            .FirstAsync(s => s.Code == occasion.ObjectKey, stop);
        var reports = new DrugReports(db, db, occasion, store);
        var sheet = db.StoreCounts.Add(new(db.NewId(), occasion)).Entity;
        var who = new Counting(occasion.ResponsibleId, occasion.Responsible?.Name ?? "Sjuksköterska", on, db.Now, db.Now, FromPaper: false);
        var wrong = deviating > 0 ? random.Next(4) : -1;
        foreach (var (line, n) in store.LinesOn(on).Select((l, n) => (l, n)))
        {
            var opening = balances.GetValueOrDefault(line.Id, line.IsLiquid ? 200 : 20 + (n * 10));
            var (supplied, withdrawn) = (opening < 40 ? 30m : 0, (decimal)random.Next(line.IsLiquid ? 30 : 8));
            var book = opening + supplied - withdrawn;
            var counted = line.IsLiquid
                ? book - (random.Next(3) * 0.5m)
                : wrong == 0 && n == 0 ? book - 1
                : wrong == 1 && n == 1 ? book + 1
                : book;
            var faults = wrong == 2 && n == 2 ? ["låda felmärkt"] : wrong == 3 && n == 1 ? new[] { "borde ha kasserats" } : [];
            db.Add(sheet.Count(db.NewId(), line, counted, who, on));
            await reports.AboutAsync(sheet.EnterJournal(line.Id, new(opening, supplied, withdrawn, 0, book, false), faults,
                faults.Length > 0 && random.Next(2) == 0 ? "Märkt om direkt." : "", "", who.PersonId, db.Now), who.PersonId, stop);
            (balances[line.Id], counts[line.Id]) = (counted, counted);
        }
        db.Add(sheet.Finish(db.NewId(), store, [], isEmpty: false, "", who.PersonId, who.PersonName, db.Now, on));
        if (deviating > 0) await db.SaveAsync(Acts.CountStore, stop: stop);
    }
}
