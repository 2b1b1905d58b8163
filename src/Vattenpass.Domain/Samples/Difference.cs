namespace Vattenpass.Domain.Samples;

/// <summary>
/// Whether two shares differ by more than chance: Fisher's exact test, two-sided (the sum of all tables with the same margins that are no
/// likelier than the one seen). Exact also for small numbers, where the chi-square test is not.
/// </summary>
public static class Difference
{
    /// <summary>Fewer than so many on either side say nothing.</summary>
    public const int Floor = 10;
    /// <summary>A difference that chance makes more seldom than this is called more than chance.</summary>
    public const double Level = 0.05;

    /// <summary>How often chance alone makes a difference as large as this or larger, 0–1.</summary>
    /// <param name="first">Faults on the first side, of <paramref name="ofFirst"/>.</param>
    /// <param name="second">Faults on the second side, of <paramref name="ofSecond"/>.</param>
    public static double Chance(int first, int ofFirst, int second, int ofSecond)
    {
        var (all, faults) = (ofFirst + ofSecond, first + second);
        double Likelihood(int x) => Math.Exp(Strength.LogChoose(faults, x) + Strength.LogChoose(all - faults, ofFirst - x) - Strength.LogChoose(all, ofFirst));
        // Tables that are just as likely differ in the last digits.
        var seen = Likelihood(first) * (1 + 1e-7);
        var lowest = Math.Max(0, ofFirst - (all - faults));
        return Math.Min(1, Enumerable.Range(lowest, Math.Min(faults, ofFirst) - lowest + 1).Select(Likelihood).Where(p => p <= seen).Sum());
    }
}
