namespace Vattenpass.Domain.LogReviews;

/// <summary>Values by the number of what they belong to, packed in two arrays. A number that is not known has none.</summary>
public sealed class Grouped<T>
{
    private readonly int[] starts;
    private readonly T[] values;

    public static readonly Grouped<T> Empty = new([], Comparer<T>.Default);

    /// <param name="rows">Pairs in any order.</param>
    /// <param name="order">How the values of one subject are sorted, so that the answer does not depend on the order of the file.</param>
    public Grouped(Pile<(int Subject, T Value)> rows, IComparer<T> order)
    {
        var last = -1;
        foreach (var (subject, _) in rows) last = Math.Max(last, subject);
        starts = new int[last + 2];
        foreach (var (subject, _) in rows) starts[subject + 1]++;
        for (var n = 1; n < starts.Length; n++) starts[n] += starts[n - 1];
        values = new T[rows.Count];
        var next = (int[])starts.Clone();
        foreach (var (subject, value) in rows) values[next[subject]++] = value;
        var kept = 0;
        for (var n = 0; n + 1 < starts.Length; n++)
        {
            var (from, to) = (starts[n], next[n]);
            Array.Sort(values, from, to - from, order);
            starts[n] = kept;
            for (var at = from; at < to; at++)
                if (kept == starts[n] || order.Compare(values[kept - 1], values[at]) != 0) values[kept++] = values[at];
        }
        starts[^1] = kept;
        Repeated = values.Length - kept;
    }

    /// <summary>Equal values of the same subject that were left out.</summary>
    public int Repeated { get; }

    public int Count => starts[^1];

    public ReadOnlySpan<T> Of(int subject) =>
        (uint)subject + 1 < (uint)starts.Length ? values.AsSpan(starts[subject], starts[subject + 1] - starts[subject]) : [];
}
