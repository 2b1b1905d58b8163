namespace Vattenpass.Domain.Samples;

public static class Median
{
    /// <summary>The middle of the sorted numbers, or the whole number below the middle of the two in the middle. There must be at least one.</summary>
    public static int Of(IReadOnlyList<int> sorted) => (int)Exact(sorted);

    /// <summary>The same of numbers that need not be whole.</summary>
    public static decimal Exact(IReadOnlyList<decimal> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;

    /// <summary>The middle of the sorted numbers, or halfway between the two in the middle. There must be at least one.</summary>
    public static double Exact(IReadOnlyList<int> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2.0;
}
