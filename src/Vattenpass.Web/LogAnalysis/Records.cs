using System.Numerics;
using System.Runtime.Intrinsics;

namespace Vattenpass.Web.LogAnalysis;

/// <summary>Where a field stands in its text. Doubled quotes are left as they are when <see cref="Escaped"/>.</summary>
public readonly record struct FieldAt(int Start, int Length, bool Escaped)
{
    /// <summary>The field's bytes without spaces around; the scratch is used where doubled quotes have to be undone.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text, scoped ref byte[] scratch)
    {
        var bytes = text.Slice(Start, Length);
        if (Escaped) bytes = Unescape(bytes, ref scratch);
        if (bytes.Length == 0 || (bytes[0] > ' ' && bytes[^1] > ' ')) return bytes;
        return bytes.Trim(" \t\r"u8);
    }

    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> bytes, scoped ref byte[] scratch)
    {
        if (scratch.Length < bytes.Length) scratch = new byte[bytes.Length];
        var length = 0;
        for (var n = 0; n < bytes.Length; n++)
        {
            scratch[length++] = bytes[n];
            if (bytes[n] == '"') n++;
        }
        return scratch.AsSpan(0, length);
    }
}

/// <summary>
/// The grammar of separated text, on bytes. A quote opens only at the start of a field and closes before a separator or the
/// end of the line. One that does not close within <see cref="LongestQuoted"/> bytes, or before the file ends, is an ordinary
/// character: a stray quote costs a row, never the file.
/// </summary>
public static class Records
{
    public const int LongestQuoted = 64 * 1024;
    public const int MostFields = 64;

    /// <summary>Reads one record from the start of the text. Fields beyond the room for them are passed over.</summary>
    /// <returns>Where the next record begins.</returns>
    public static int Split(ReadOnlySpan<byte> text, byte separator, Span<FieldAt> fields, out int count, out int end)
    {
        (count, var at) = (0, 0);
        var ends = new FieldEnds(text, separator);
        while (true)
        {
            if (count == fields.Length)
            {
                end = EndOfRecord(text, at, separator);
                return Math.Min(end + (end < text.Length && text[end] == '\r' ? 2 : 1), text.Length);
            }
            FieldAt field;
            var stop = -1;
            if (at < text.Length && text[at] == '"' && (stop = EndOfQuoted(text, at, separator, out var escaped)) >= 0)
            {
                field = new(at + 1, stop - at - 2, escaped);
            }
            else
            {
                stop = ends.From(at);
                field = new(at, stop - at, false);
            }
            fields[count++] = field;
            if (stop < text.Length && text[stop] == separator) { at = stop + 1; continue; }
            end = stop;
            if (stop < text.Length && text[stop] == '\r') stop++;
            return Math.Min(stop + 1, text.Length);
        }
    }

    private static int EndOfRecord(ReadOnlySpan<byte> text, int at, byte separator)
    {
        while (true)
        {
            var found = text[at..].IndexOfAny((byte)'\n', (byte)'"');
            if (found < 0) return text.Length;
            at += found;
            if (text[at] == '\n') return at;
            var closed = at > 0 && text[at - 1] == separator ? EndOfQuoted(text, at, separator, out _) : -1;
            at = closed < 0 ? at + 1 : closed;
        }
    }

    /// <summary>Where the field that opens with a quote ends: the index after its closing quote, or −1 when it never closes.</summary>
    public static int EndOfQuoted(ReadOnlySpan<byte> text, int open, byte separator, out bool escaped)
    {
        escaped = false;
        var limit = Math.Min(text.Length, open + LongestQuoted);
        for (var at = open + 1; at < limit; at++)
        {
            var next = text[at..limit].IndexOf((byte)'"');
            if (next < 0) return -1;
            at += next;
            var after = at + 1;
            if (after >= text.Length || text[after] == separator || text[after] == '\n' || (text[after] == '\r' && (after + 1 >= text.Length || text[after + 1] == '\n'))) return after;
            if (text[after] != '"') continue;
            escaped = true;
            at = after;
        }
        return -1;
    }
}

/// <summary>Finds separators and line ends 64 bytes at a time: one search for each short field would cost more than the field.</summary>
internal ref struct FieldEnds(ReadOnlySpan<byte> text, byte separator)
{
    private const int Block = 64, Half = 32;

    private readonly ReadOnlySpan<byte> text = text;
    private readonly Vector256<byte> separators = Vector256.Create(separator);
    /// <summary>Where the block in sight begins, and a bit for every end in it.</summary>
    private int start = -Block;
    private ulong found;

    /// <summary>The first separator or line end at the place or after it; the text's length when there is none.</summary>
    public int From(int at)
    {
        if (at >= start + Block || at < start) Look(at);
        while (true)
        {
            var rest = at < start + Block ? found & (ulong.MaxValue << (at - start)) : 0;
            if (rest != 0) return start + BitOperations.TrailingZeroCount(rest);
            if (start + Block >= text.Length) return text.Length;
            Look(start + Block);
            at = start;
        }
    }

    private void Look(int from)
    {
        start = from;
        var block = text[Math.Min(from, text.Length)..];
        if (block.Length >= Block)
        {
            found = Ends(Vector256.Create(block)) | ((ulong)Ends(Vector256.Create(block[Half..])) << Half);
            return;
        }
        Span<byte> last = stackalloc byte[Block];
        last.Clear();
        block.CopyTo(last);
        found = Ends(Vector256.Create<byte>(last)) | ((ulong)Ends(Vector256.Create<byte>(last[Half..])) << Half);
        found &= (1UL << block.Length) - 1;
    }

    private readonly uint Ends(Vector256<byte> bytes) => (Vector256.Equals(bytes, separators) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))).ExtractMostSignificantBits();
}
