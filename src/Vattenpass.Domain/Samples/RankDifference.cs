namespace Vattenpass.Domain.Samples;

/// <summary>
/// Whether the values of one side lie higher or lower than those of the other by more than chance: Wilcoxon's rank-sum test, two-sided, with the
/// middle rank for ties. Exact by counting every way of sharing out the ranks; over <see cref="MostExact"/> values by the normal distribution,
/// with the correction for ties and for continuity. It asks nothing of how the values are spread, and one that is not known yet can be given the highest rank.
/// </summary>
public static class RankDifference
{
    /// <summary>With fewer on either side not even the clearest difference is rarer than <see cref="Difference.Level"/>.</summary>
    public const int FewestValues = 4;
    /// <summary>Above so many values in all, counting every way takes long and the normal distribution is as good.</summary>
    public const int MostExact = 100;

    /// <summary>How often chance alone makes a difference as large as this or larger, 0–1. Neither side is empty.</summary>
    public static double Chance(IReadOnlyList<decimal> first, IReadOnlyList<decimal> second)
    {
        var ranks = Doubled(first, second);
        var off = Math.Abs(Off(ranks, first.Count));
        return ranks.Length > MostExact ? Normal(ranks, first.Count, off) : Exact(ranks, first.Count, off);
    }

    /// <summary>The values of <paramref name="side"/> have lower ranks than those of the other.</summary>
    public static bool IsLower(IReadOnlyList<decimal> side, IReadOnlyList<decimal> other) => Off(Doubled(side, other), side.Count) < 0;

    /// <summary>Twice each value's rank, so that the middle of two ranks is a whole number; those of the first side first.</summary>
    private static int[] Doubled(IReadOnlyList<decimal> first, IReadOnlyList<decimal> second)
    {
        decimal[] all = [.. first, .. second];
        return [.. all.Select(v => 2 * all.Count(o => o < v) + all.Count(o => o == v) + 1)];
    }

    /// <summary>How far the first side's ranks are from what they would be with no difference, four times over so that it is whole.</summary>
    private static long Off(int[] doubled, int first) => 2L * doubled.Take(first).Sum() - 2L * first * (doubled.Length + 1);

    private static double Exact(int[] doubled, int first, long off)
    {
        // ways[k][s]: in how many ways k of the ranks so far sum to s.
        var most = doubled.Sum();
        var ways = Enumerable.Range(0, first + 1).Select(_ => new double[most + 1]).ToArray();
        ways[0][0] = 1;
        foreach (var rank in doubled)
            for (var k = first; k > 0; k--)
                for (var s = most; s >= rank; s--)
                    ways[k][s] += ways[k - 1][s - rank];
        var (all, far) = (0.0, 0.0);
        for (var s = 0; s <= most; s++)
        {
            all += ways[first][s];
            if (Math.Abs(2L * s - 2L * first * (doubled.Length + 1)) >= off) far += ways[first][s];
        }
        return far / all;
    }

    private static double Normal(int[] doubled, int first, long off)
    {
        double n = doubled.Length, m = first;
        var ties = doubled.GroupBy(r => r).Sum(g => Math.Pow(g.Count(), 3) - g.Count());
        var variance = m * (n - m) / 12 * (n + 1 - ties / (n * (n - 1)));
        if (variance <= 0) return 1;
        var z = Math.Max(0, off / 4.0 - 0.5) / Math.Sqrt(variance);
        return Math.Min(1, 2 * Upper(z));
    }

    /// <summary>The share of the normal distribution above z ≥ 0 (Abramowitz and Stegun 26.2.17, error below 7.5e-8).</summary>
    private static double Upper(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        var series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * series;
    }
}
