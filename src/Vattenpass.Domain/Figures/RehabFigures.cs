namespace Vattenpass.Domain.Figures;

/// <summary>
/// Rehabilitation. An absence that starts at most five calendar days after the last one's end continues it; occasions are those
/// that start within the calendar year. The three groups are employees and sum to ManyAbsences.
/// </summary>
public sealed record RehabFigures(Share? Closed, IReadOnlyList<string>? ManyAbsences, int WithRepeatedCase, int WithOtherCase, int WithoutCase)
{
    public const int ManyOccasions = 6;
    private const int DaysThatContinue = 5;

    public static RehabFigures? Of(YearFacts facts)
    {
        var knowsCases = facts.Knows("rehabärenden");
        var knowsAbsence = facts.Knows("sjukfrånvaro");
        if (!knowsCases && !knowsAbsence) return null;
        var cases = facts.RehabCases.Where(c => c.Start.Year == facts.Year).ToList();
        var many = knowsAbsence ? facts.Absences.GroupBy(a => a.Employee).Where(g => Occasions(g, facts.Year) >= ManyOccasions).Select(g => g.Key).Order(StringComparer.Ordinal).ToList() : null;
        var repeated = cases.Where(c => c.IsRepeatedShortAbsence).Select(c => c.Employee).ToHashSet();
        var any = cases.Select(c => c.Employee).ToHashSet();
        return new(
            knowsCases ? new(cases.Count(c => c.Closed is not null), cases.Count, "rehabärende", facts.Period, RowSets.RehabCases) : null,
            many,
            many?.Count(repeated.Contains) ?? 0,
            many?.Count(e => any.Contains(e) && !repeated.Contains(e)) ?? 0,
            many?.Count(e => !any.Contains(e)) ?? 0);
    }

    /// <summary>The number of absence occasions of one employee that start in the year.</summary>
    public static int Occasions(IEnumerable<AbsenceFact> absences, int year)
    {
        var count = 0;
        DateOnly? lastEnd = null;
        foreach (var absence in absences.OrderBy(a => a.From).ThenBy(a => a.To ?? DateOnly.MaxValue))
        {
            var continues = lastEnd is { } end && (end > DateOnly.MaxValue.AddDays(-DaysThatContinue) || absence.From <= end.AddDays(DaysThatContinue));
            if (!continues && absence.From.Year == year) count++;
            var to = absence.To ?? DateOnly.MaxValue;
            lastEnd = lastEnd > to ? lastEnd : to;
        }
        return count;
    }
}
