using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A store's sheet for a month, to print.</summary>
[Needs(Thing.Medicines)]
public sealed class SheetModel(VattenpassDb db, Databases databases) : DocumentPage(db)
{
    private const int MonthsToChoose = 14;

    [BindProperty(SupportsGet = true, Name = "manad")] public string? AskedMonth { get; set; }

    public Guid Id { get; private set; }
    public IReadOnlyList<Period> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? format)
    {
        Id = id;
        var store = await Db.Stores.AsNoTracking()
            .Include(s => s.Lines)
            .Include(s => s.Duties)
            .AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Id == id, Stop);
        if (store is null) return NotFound();
        Months = [.. Enumerable.Range(0, MonthsToChoose)
            .Select(n => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-n))
            .Select(d => Period.Month(d.Year, d.Month))];
        var period = Months.Where(m => m.Key == AskedMonth).Append(Months[0]).First();
        AskedMonth = period.Key;
        await using var system = databases.OpenAsSystem("läkemedelsförråd");
        var isBlind = (await system.Occasions.AsNoTracking()
            .Where(o => o.Control.DoneBy == DoneBy.Count && o.ObjectKey == store.Code && o.Result == null && o.EndedOn == null)
            .ToListAsync(Stop)).Exists(o => Blindness.Holds(Me, store, o, Today));
        var occasion = await system.Occasions.AsNoTracking()
            .Include(o => o.Outcomes)
            .Where(o => o.Control.DoneBy == DoneBy.Count && o.ObjectKey == store.Code && o.PeriodKey == period.Key)
            .AsSplitQuery()
            .FirstOrDefaultAsync(Stop);
        // Until the control is done nothing of it is shown, not even to print; and to whoever is about to count, nothing of any.
        var done = occasion?.IsDone == true;
        return Show(StoreSheet.Compose(store, (await TreeAsync()).NameOf(store.UnitId), period, Today,
            done && !isBlind ? await LinesAsync(system, occasion!.Id) : [],
                done ? $"{occasion!.PerformedOn:yyyy-MM-dd} av {occasion.Current!.PerformerName}"
                    : "inte gjord"), format, $"forrad-{period.Key}");
    }

    private async Task<IReadOnlyList<CountedLine>> LinesAsync(VattenpassDb system, Guid occasion) =>
        [.. (await system.StoreCounts.AsNoTracking()
            .Where(c => c.OccasionId == occasion)
            .SelectMany(c => c.Lines)
            .ToListAsync(Stop)).OrderBy(l => l.Name, StringComparer.CurrentCulture)];
}
