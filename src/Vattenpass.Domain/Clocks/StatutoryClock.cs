namespace Vattenpass.Domain.Clocks;

/// <summary>
/// A time limit in law: so many days or months from the start. Months end on the same day number, clamped to the month's end;
/// days are calendar days; no roll over week-ends in the figure (lag 1930:173 is shown beside it, not counted).
/// </summary>
public sealed record StatutoryClock(string CaseType, int Days, int Months, bool CanBeExtended)
{
    /// <summary>SoL 2025:400 20 kap. 2 § and 3 §, 22 kap. 13 § (before 2025-07-01 SoL 2001:453 11:1 a, 11:2, 6:8).</summary>
    public static readonly IReadOnlyList<StatutoryClock> All =
    [
        new("förhandsbedömning", 14, 0, CanBeExtended: false),
        new("utredning", 0, 4, CanBeExtended: true),
        new("övervägande", 0, 6, CanBeExtended: false),
    ];

    public static StatutoryClock? For(string caseType) => All.FirstOrDefault(c => string.Equals(c.CaseType, caseType.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The last day in time. An extension counts only for a clock that can be extended.</summary>
    public DateOnly LastDay(DateOnly start, DateOnly? extendedTo) =>
        CanBeExtended && extendedTo is { } extended ? extended : start.AddMonths(Months).AddDays(Days);

    /// <summary>Ended after the last day, or not ended and the last day lies before <paramref name="asOf"/>, the year's last day.</summary>
    public bool IsLate(DateOnly start, DateOnly? ended, DateOnly? extendedTo, DateOnly asOf) =>
        ended is { } end ? end > LastDay(start, extendedTo) : LastDay(start, extendedTo) < asOf;
}
