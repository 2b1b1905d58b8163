using System.Numerics;
using System.Runtime.Intrinsics;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

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
            if (bytes[n] == '"' && n + 1 < bytes.Length && bytes[n + 1] == '"') n++;
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
        if (SplitPlain(text, separator, fields, out count, out end)) return end + 1;
        for (var at = count == 0 ? 0 : fields[count - 1].Start + fields[count - 1].Length + 1; ;)
        {
            if (count == fields.Length)
            {
                end = EndOfRecord(text, at, separator);
                return Math.Min(end + (end < text.Length && text[end] == '\r' ? 2 : 1), text.Length);
            }
            int stop;
            if (at < text.Length && text[at] == '"' && (stop = EndOfQuoted(text, at, separator, out var escaped)) >= 0)
            {
                fields[count++] = new(at + 1, stop - at - 2, escaped);
            }
            else
            {
                stop = text[at..].IndexOfAny(separator, (byte)'\n') is >= 0 and var found ? at + found : text.Length;
                fields[count++] = new(at, stop - at, false);
            }
            if (stop < text.Length && text[stop] == separator) { at = stop + 1; continue; }
            end = stop;
            if (stop < text.Length && text[stop] == '\r') stop++;
            return Math.Min(stop + 1, text.Length);
        }
    }

    /// <summary>
    /// Reads a record as long as there is no quote in sight, 64 bytes at a time: one search for each short field would cost more
    /// than the field. False when it came upon a quote, the end of the text or of the room; the fields so far are right.
    /// </summary>
    private static bool SplitPlain(ReadOnlySpan<byte> text, byte separator, Span<FieldAt> fields, out int count, out int end)
    {
        (count, end, var at) = (0, 0, 0);
        var (separators, lineEnds, quotes) = (Vector512.Create(separator), Vector512.Create((byte)'\n'), Vector512.Create((byte)'"'));
        for (var start = 0; start + Vector512<byte>.Count <= text.Length; start += Vector512<byte>.Count)
        {
            var block = Vector512.Create(text[start..]);
            if (Vector512.EqualsAny(block, quotes)) return false;
            var ends = (Vector512.Equals(block, separators) | Vector512.Equals(block, lineEnds)).ExtractMostSignificantBits();
            for (; ends != 0; ends &= ends - 1)
            {
                if (count == fields.Length) return false;
                end = start + BitOperations.TrailingZeroCount(ends);
                fields[count++] = new(at, end - at, false);
                if (text[end] != separator) return true;
                at = end + 1;
            }
        }
        return false;
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
            if (after >= text.Length
                || text[after] == separator
                || text[after] == '\n'
                || (text[after] == '\r' && (after + 1 >= text.Length || text[after + 1] == '\n')))
                return after;
            if (text[after] != '"') continue;
            escaped = true;
            at = after;
        }
        return -1;
    }
}
