using System.Collections;

namespace Vattenpass.Domain.LogReviews;

/// <summary>Very many values in pieces that stay where they are. One long list would be moved each time it grew, and lie in memory twice.</summary>
public sealed class Pile<T> : IEnumerable<T>
{
    private const int PieceLength = 8192;
    private readonly List<T[]> pieces = [];
    /// <summary>How much of each piece is in use: all of it but in the last, and in what was the last of another pile.</summary>
    private readonly List<int> lengths = [];

    public int Count { get; private set; }

    public void Add(T value)
    {
        if (pieces.Count == 0 || lengths[^1] == PieceLength)
        {
            pieces.Add(new T[PieceLength]);
            lengths.Add(0);
        }
        pieces[^1][lengths[^1]++] = value;
        Count++;
    }

    /// <summary>Takes over the other's pieces.</summary>
    public void Add(Pile<T> other)
    {
        pieces.InsertRange(0, other.pieces);
        lengths.InsertRange(0, other.lengths);
        Count += other.Count;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var piece = 0; piece < pieces.Count; piece++)
            for (var n = 0; n < lengths[piece]; n++) yield return pieces[piece][n];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
