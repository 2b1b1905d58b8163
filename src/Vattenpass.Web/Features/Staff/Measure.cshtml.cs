using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Staff;

/// <summary>One measure: the units beside the whole, and a chosen unit's year against the whole's.</summary>
[Needs(Thing.Figures)]
public sealed class MeasureModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "enhet")] public Guid? AskedUnit { get; set; }

    public StaffMeasure Measure { get; private set; } = null!;
    public IReadOnlyList<string> Months { get; private set; } = [];
    public IReadOnlyList<decimal?> Whole { get; private set; } = [];
    public UnitRow? Chosen { get; private set; }
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    /// <summary>Units whose numbers are about so few that the board is not shown them.</summary>
    public int Hidden { get; private set; }
    public bool SeesAll { get; private set; }
    /// <summary>Units that have stated it of the newest month, and units there are.</summary>
    public int Stating { get; private set; }
    public int Working { get; private set; }

    public async Task<IActionResult> OnGetAsync(string measure)
    {
        if (StaffMeasure.Find(measure) is not { } found) return NotFound();
        Measure = found;
        var series = await StaffSeries.ReadAsync(Db, databases, Stop);
        Months = series.MonthsOf(found);
        if (Months.Count == 0) return NotFound();
        Whole = [.. Months.Select(m => series.ValueIn(found, m))];
        var tree = await TreeAsync();
        var all = series.Months.Where(m => string.CompareOrdinal(m.Month, Months[0]) >= 0 && found.Counted([m]).Count > 0).Select(m => m.UnitId).ToHashSet();
        UnitRow Row(Guid unit)
        {
            var hidden = Months.Select(m => series.IsHidden(found, unit, m)).ToList();
            return new(unit, tree.NameOf(unit), [.. Months.Select((m, n) => hidden[n] ? null : series.ValueIn(found, m, unit))], hidden);
        }
        var shown = all.Where(series.Reached.Contains).Select(Row).ToList();
        Units = [.. shown.Where(u => u.Values.Any(v => v is not null)).OrderByDescending(u => u.Values.Last(v => v is not null)).ThenBy(u => u.Name, SwedishOrder.Comparer)];
        (Stating, Working) = (series.UnitsIn(found, Months[^1]), tree.Working.Count());
        Hidden = shown.Count - Units.Count;
        SeesAll = shown.Count == all.Count;
        Chosen = Units.FirstOrDefault(u => u.Id == AskedUnit);
        return Page();
    }

    /// <summary>A unit's values month by month.</summary>
    /// <param name="Hidden">Months whose value is not told, as against those that nobody has stated.</param>
    public sealed record UnitRow(Guid Id, string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<bool> Hidden);
}
