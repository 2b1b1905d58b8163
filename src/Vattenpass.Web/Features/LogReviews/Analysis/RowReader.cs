using Vattenpass.Domain;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Reads a source record by record from the start, with no more in memory than it needs.</summary>
public sealed class RowReader(TextSource source) : IDisposable
{
    private const int LongestRow = 64 * 1024 * 1024;

    private readonly Stream stream = source.OpenRows();
    private readonly FieldAt[] fields = new FieldAt[Records.MostFields];
    private byte[] buffer = new byte[16 * Records.LongestQuoted];
    private byte[] scratch = [];
    private int from, to, end, next, count;
    private bool isAtEnd;

    /// <summary>The number of the record as the user sees it, counted from the first row of the file.</summary>
    public int Line { get; private set; } = source.HeaderLine;

    /// <summary>How many fields the record has.</summary>
    public int Count => count;

    /// <summary>The whole record as it stands, without its line end.</summary>
    public ReadOnlySpan<byte> Record => buffer.AsSpan(from, end);

    /// <summary>A field without spaces around; empty when the record has no such field.</summary>
    public ReadOnlySpan<byte> this[int column] => (uint)column < (uint)count ? fields[column].In(buffer.AsSpan(from), ref scratch) : [];

    /// <summary>Goes to the next record that is not blank.</summary>
    public bool Next()
    {
        do
        {
            from += next;
            next = 0;
            // A quote is ordinary only when no closing one is near, so that much must be in sight.
            if (!isAtEnd && to - from < 2 * Records.LongestQuoted) Fill();
            if (from == to) return false;
            next = Records.Split(buffer.AsSpan(from, to - from), source.Separator, fields, out count, out end);
            while (next == to - from && !isAtEnd)
            {
                Fill();
                next = Records.Split(buffer.AsSpan(from, to - from), source.Separator, fields, out count, out end);
            }
            Line++;
        }
        while (Record.Trim(" \t\r"u8).IsEmpty);
        source.MustBeReadable(Record);
        return true;
    }

    private void Fill()
    {
        var kept = to - from;
        Refusal.If(kept > LongestRow,
            $"Filen {source.Name}, rad {Line + 1}: raden är längre än {LongestRow / 1024 / 1024} MB. Kontrollera radsluten.");
        if (kept > buffer.Length / 2) Array.Resize(ref buffer, buffer.Length * 2);
        buffer.AsSpan(from, kept).CopyTo(buffer);
        (from, to) = (0, kept);
        var read = stream.ReadAtLeast(buffer.AsSpan(to), buffer.Length - to, throwOnEndOfStream: false);
        isAtEnd = read < buffer.Length - to;
        to += read;
    }

    public void Dispose() => stream.Dispose();
}
