using System.Collections;

namespace Vattenpass.Domain.LogReviews;

/// <summary>Very many values in pieces that stay where they are. One long list would be moved each time it grew, and lie in memory twice.</summary>
public sealed class Pile<T> : IEnumerable<T>
{
    private const int PieceLength = 8192;
    private readonly List<List<T>> pieces = [];

    public int Count => pieces.Sum(p => p.Count);

    public void Add(T value)
    {
        if (pieces.Count == 0 || pieces[^1].Count == PieceLength) pieces.Add(new(PieceLength));
        pieces[^1].Add(value);
    }

    /// <summary>Takes over the other's pieces.</summary>
    public void Add(Pile<T> other) => pieces.InsertRange(0, other.pieces);

    public IEnumerator<T> GetEnumerator() => pieces.SelectMany(p => p).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
