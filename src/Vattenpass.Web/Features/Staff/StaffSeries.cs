using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Staff;

/// <summary>
/// Staffing and competence of the whole board, month by month, and the units that whoever reads may see by themselves. The whole is told to all who
/// may read figures. A member of the board sees every unit but those with few people.
/// </summary>
public sealed record StaffSeries(IReadOnlyList<StaffMonth> Months, IReadOnlyList<CompetenceNeed> Needs, IReadOnlySet<Guid> Reached, bool HidesFew)
{
    /// <summary>Of a unit where fewer work, nothing is told to the board.</summary>
    public const int FewAtUnit = 10;

    private const int YearsBack = 2;

    public static async Task<StaffSeries> ReadAsync(VattenpassDb db, Databases databases, CancellationToken stop)
    {
        var first = db.Today.Year - YearsBack;
        await using var whole = databases.OpenAsSystem("kompetens och bemanning");
        var rows = await In(whole, first).ToListAsync(stop);
        var hidesFew = db.Access.Of(Thing.Figures, Right.Read).FormalOnly;
        var units = hidesFew ? rows.Select(r => r.UnitId) : await In(db, first).Select(r => r.UnitId).Distinct().ToListAsync(stop);
        var reached = units.OfType<Guid>().ToHashSet();
        return new([.. rows.Select(StaffMonth.Of).OfType<StaffMonth>()], [.. rows.Select(CompetenceNeed.Of).OfType<CompetenceNeed>()], reached, hidesFew);
    }

    private static IQueryable<RegisterRow> In(VattenpassDb db, int first) => db.RegisterRows.AsNoTracking()
        .Where(r => (r.Register == RegisterKinds.Staffing.Key || r.Register == RegisterKinds.Competences.Key) && r.Year >= first && r.ReplacedByImportId == null);

    /// <summary>The newest month that four fifths of the units have stated the measure for, with those before it, a year and a month in all.</summary>
    public IReadOnlyList<string> MonthsOf(StaffMeasure measure)
    {
        var units = Months.Where(m => measure.Counted([m]).Count > 0).GroupBy(m => m.Month)
            .ToDictionary(g => g.Key, g => g.Select(m => m.UnitId).Distinct().Count());
        if (units.Count == 0) return [];
        // A month that only a few have stated yet says nothing of the whole.
        var newest = units.Where(m => m.Value * 5 >= units.Values.Max() * 4).Max(m => m.Key)!;
        var last = DateOnly.ParseExact(newest + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, 13).Select(n => $"{last.AddMonths(n - 12):yyyy-MM}")];
    }

    /// <summary>The value of the whole, or of one unit, in a month; null where it is not known.</summary>
    public decimal? ValueIn(StaffMeasure measure, string month, Guid? unit = null)
    {
        var counted = measure.Counted(Months.Where(m => m.Month == month && (unit is null || m.UnitId == unit)));
        return unit is null && HidesFew && counted.Sum(m => m["anställda"] ?? 0) < FewAtUnit ? null : measure.Of(counted);
    }

    /// <summary>So many units have stated the measure of the month.</summary>
    public int UnitsIn(StaffMeasure measure, string month) => measure.Counted(Months.Where(m => m.Month == month)).Select(m => m.UnitId).Distinct().Count();

    /// <summary>So few work there, or are counted, that the numbers are about persons; or nobody has said how many they are.</summary>
    public bool IsHidden(StaffMeasure measure, Guid unit, string month)
    {
        if (!HidesFew || Months.FirstOrDefault(m => m.UnitId == unit && m.Month == month) is not { } row) return false;
        return row["anställda"] is not >= FewAtUnit || (measure.CountsPeople && row[measure.Part] is > 0 and < SmallCount.Few);
    }
}
