using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.AnnualCycle;

/// <summary>An occasion as the årshjul sees it. Minutes is what it is expected to take.</summary>
public sealed record PlannedCheck(string Control, string Area, string Unit, string? Person, DateOnly From, DateOnly To, DateOnly Due,
    int Minutes, bool Done);

/// <summary>So many checks of a control that are due on a day which is a bad day for it, and why.</summary>
public sealed record Clash(DateOnly Day, string Control, int Count, string Why);

/// <summary>The year drawn from data: what is due where and when, who has how much, and what collides.</summary>
public sealed class YearView(int year, IReadOnlyList<PlannedCheck> checks, IReadOnlyList<BoardDate> dates,
    IReadOnlyCollection<int> quietMonths)
{
    public int Year => year;
    public IReadOnlyList<string> Areas { get; } = [.. checks.Select(c => c.Area).Distinct().Order(SwedishOrder.Comparer)];

    /// <summary>Due in a month of the year; what is due in January next year belongs to the wheel's twelfth place no more, and is told apart.</summary>
    public int Count(string area, int month) => Due(month).Count(c => c.Area == area);
    public int Done(string area, int month) => Due(month).Count(c => c.Area == area && c.Done);
    public IEnumerable<PlannedCheck> Due(int month) => checks.Where(c => c.Due.Year == year && c.Due.Month == month);
    public IReadOnlyList<PlannedCheck> NextYear { get; } = [.. checks.Where(c => c.Due.Year > year)];
    public IEnumerable<BoardDate> DatesIn(int month) => dates.Where(d => d.Date.Year == year && d.Date.Month == month).OrderBy(d => d.Date);
    public bool IsQuiet(int month) => quietMonths.Contains(month);
    public int Busiest { get; } = Math.Max(1,
        checks.GroupBy(c => (c.Area, c.Due.Year, c.Due.Month)).Select(g => g.Count()).DefaultIfEmpty(1).Max());

    /// <summary>Expected minutes per person and month, the most loaded first.</summary>
    public IReadOnlyList<(string Person, int[] Counts, int[] Minutes)> Load =>
        [.. checks.Where(c => c.Due.Year == year).GroupBy(c => c.Person ?? "Ingen utsedd")
            .Select(g => (g.Key, Enumerable.Range(1, 12).Select(m => g.Count(c => c.Due.Month == m)).ToArray(),
                Enumerable.Range(1, 12).Select(m => g.Where(c => c.Due.Month == m).Sum(c => c.Minutes)).ToArray()))
            .OrderByDescending(l => l.Item3.Sum()).ThenBy(l => l.Key, SwedishOrder.Comparer)];

    /// <summary>Checks still to be done that are due on a holiday or week-end, a meeting day, in a quiet month, or after the performers' last day.</summary>
    public IReadOnlyList<Clash> Clashes(DateOnly today) =>
        [.. checks.Where(c => !c.Done && c.Due >= today).SelectMany(c => Why(c).Select(why => (c.Due, c.Control, why)))
            .GroupBy(c => c).Select(g => new Clash(g.Key.Due, g.Key.Control, g.Count(), g.Key.why))
            .OrderBy(c => c.Day)
            .ThenBy(c => c.Control, SwedishOrder.Comparer)];

    private IEnumerable<string> Why(PlannedCheck check)
    {
        if (SwedishHolidays.NameOf(check.Due) is { } holiday) yield return $"sista dagen är {holiday}";
        else if (SwedishHolidays.NotWorkingBecause(check.Due) is { } weekend) yield return $"sista dagen är en {weekend}";
        if (quietMonths.Contains(check.Due.Month)) yield return "sista dagen ligger i en stilla månad";
        foreach (var date in dates.Where(d => d.Kind is BoardDateKind.Meeting && d.Date == check.Due))
            yield return "sista dagen är samma dag som nämndens sammanträde";
        foreach (var date in dates.Where(d => d.Kind is BoardDateKind.PerformerDeadline
            && check.To <= d.Date
            && check.Due > d.Date
            && check.Due <= d.Date.AddDays(60)))
            yield return $"klar först efter den sista dagen för den som utför, {date.Date:yyyy-MM-dd}";
    }
}
