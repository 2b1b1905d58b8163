namespace Vattenpass.Domain.LogReviews;

/// <summary>Values by the number of what they belong to, packed in two arrays. A number that is not known has none.</summary>
public sealed class Grouped<T>
{
    private readonly int[] starts;
    private readonly T[] values;

    public static readonly Grouped<T> Empty = new([], Comparer<T>.Default);

    /// <param name="rows">Pairs in any order.</param>
    /// <param name="order">How the values of one subject are sorted, so that the answer does not depend on the order of the file.</param>
    public Grouped(List<(int Subject, T Value)> rows, IComparer<T> order)
    {
        starts = new int[rows.Count == 0 ? 1 : rows.Max(r => r.Subject) + 2];
        foreach (var (subject, _) in rows) starts[subject + 1]++;
        for (var n = 1; n < starts.Length; n++) starts[n] += starts[n - 1];
        values = new T[rows.Count];
        var next = (int[])starts.Clone();
        foreach (var (subject, value) in rows) values[next[subject]++] = value;
        for (var n = 0; n + 1 < starts.Length; n++) Array.Sort(values, starts[n], starts[n + 1] - starts[n], order);
    }

    public int Count => values.Length;

    public ReadOnlySpan<T> Of(int subject) =>
        (uint)subject + 1 < (uint)starts.Length ? values.AsSpan(starts[subject], starts[subject + 1] - starts[subject]) : [];
}
