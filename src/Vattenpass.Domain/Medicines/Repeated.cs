using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

/// <summary>The same kind of deviation at the same store in two of three months: the way of working has to change, not a person.</summary>
public static class Repeated
{
    public const int Months = 3, Least = 2;

    /// <param name="found">Store, kind and period ("2026-05") of deviations that are counted.</param>
    /// <param name="period">The month to judge: it and the two before.</param>
    public static IEnumerable<(string Store, string Kind)> In(IEnumerable<(string Store, string Kind, string Period)> found, string period)
    {
        if (!Period.IsMonth(period)) return [];
        var last = Period.Month(period).From;
        var window = Enumerable.Range(0, Months).Select(n => last.AddMonths(-n)).Select(d => $"{d:yyyy-MM}").ToHashSet();
        return found.Where(f => f.Store.Length > 0 && window.Contains(f.Period))
            .GroupBy(f => (f.Store, f.Kind))
            .Where(g => g.Select(f => f.Period).Distinct().Count() >= Least)
            .Select(g => g.Key);
    }
}
