namespace Vattenpass.Domain.Deviations;

/// <summary>The same kind of fault at the same place, in how many of the months that are looked at.</summary>
/// <param name="ControlKey">The kind of control that found some of them; "" where all were reported in somebody's own words.</param>
public sealed record DeviationPattern(string Kind, Guid UnitId, int Months, int Deviations, string ControlKey)
{
    /// <summary>So many months are looked at, the last one the month of the day; a fault in so many of them repeats itself.</summary>
    public const int LookedAt = 3, Repeated = 2;

    /// <summary>The first of the days that are looked at.</summary>
    public static DateOnly FirstDay(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1 - LookedAt);

    /// <summary>What repeats itself, most often first.</summary>
    public static IReadOnlyList<DeviationPattern> Of(IEnumerable<Deviation> deviations, DateOnly day)
    {
        var from = FirstDay(day);
        return [.. deviations.Where(d => d.FoundOn >= from && d.FoundOn <= day)
            .GroupBy(d => (d.Kind, d.UnitId))
            .Select(g => new DeviationPattern(g.Key.Kind, g.Key.UnitId!.Value, g.Select(d => (d.FoundOn.Year, d.FoundOn.Month)).Distinct().Count(), g.Count(),
                g.Max(d => d.ControlKey)!))
            .Where(p => p.Months >= Repeated).OrderByDescending(p => p.Months).ThenByDescending(p => p.Deviations).ThenBy(p => p.Kind, StringComparer.Ordinal)];
    }
}
