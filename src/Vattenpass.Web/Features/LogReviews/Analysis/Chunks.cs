using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// A log in pieces for several threads. A piece is a number of whole hours and no hour is in two pieces, so equal rows and
/// the clients a user opens in an hour are seen together, whoever reads them.
/// </summary>
public interface IChunks : IDisposable
{
    /// <summary>Fills the buffer, grown when needed, with the next piece. One thread at a time gets one.</summary>
    bool Next(ref byte[] buffer, out int length);

    /// <summary>Bytes read so far.</summary>
    long Read { get; }
}

/// <summary>The rows are not in order of time; they have to be sorted first.</summary>
public sealed class UnsortedLogException() : Exception("The log is not in order of time.");

/// <summary>Pieces of a log that is in order of time, to the hour.</summary>
public sealed class SortedChunks(TextSource source, LogColumns columns, int size) : IChunks
{
    /// <summary>An hour larger than this is sorted out on disk instead.</summary>
    private const int LargestHour = 256 * 1024 * 1024;
    private const int CloseEnough = 2048;

    private readonly Lock reading = new();
    private readonly Stream stream = source.OpenRows();
    private readonly RowTime rowTime = new(columns);
    private readonly List<(int Start, int End)> quotedLines = [];
    private byte[] carried = [];
    private int carriedLength;
    private bool isAtEnd;

    public long Read { get; private set; }

    public bool Next(ref byte[] buffer, out int length)
    {
        lock (reading)
        {
            var (filled, wanted) = (carriedLength, Math.Max(size, carriedLength));
            Grow(ref buffer, wanted);
            carried.AsSpan(0, carriedLength).CopyTo(buffer);
            while (true)
            {
                filled += Fill(buffer.AsSpan(filled, wanted - filled));
                length = isAtEnd ? filled : Cut(buffer.AsSpan(0, filled));
                if (length > 0 || isAtEnd) break;
                if (wanted >= LargestHour) throw new UnsortedLogException();
                wanted *= 2;
                Grow(ref buffer, wanted);
            }
            carriedLength = filled - length;
            Grow(ref carried, carriedLength);
            buffer.AsSpan(length, carriedLength).CopyTo(carried);
            return length > 0;
        }
    }

    private static void Grow(ref byte[] buffer, int wanted)
    {
        if (buffer.Length < wanted) Array.Resize(ref buffer, wanted);
    }

    private int Fill(Span<byte> room)
    {
        var read = isAtEnd ? 0 : stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        if (read < room.Length) isAtEnd = true;
        Read += read;
        return read;
    }

    /// <summary>Where the last hour begins, so that it stays whole; 0 when more has to be read to know.</summary>
    private int Cut(ReadOnlySpan<byte> text)
    {
        var end = LineStartBefore(text, FindQuotedLines(text));
        var high = end;
        var hour = -1;
        while (high > 0 && hour < 0) (high, hour) = RowBefore(text, high);
        if (hour < 0) return end; // No row has a time, so nothing belongs together.
        var low = 0;
        while (high - low > CloseEnough)
        {
            // A row without a readable time says nothing of the order: look further back.
            var (at, its) = RowBefore(text, (low + high) / 2);
            while (its < 0 && at > low) (at, its) = RowBefore(text, at);
            if (its < 0) break;
            if (its > hour) throw new UnsortedLogException();
            if (its == hour) high = at; else if (at > low) low = at; else break;
        }
        return FirstRowOf(hour, text[..end], low);
    }

    /// <summary>The row that begins before the place, and its hour; −1 when its time cannot be read.</summary>
    private (int At, int Hour) RowBefore(ReadOnlySpan<byte> text, int place)
    {
        var at = LineStartBefore(text, place - 1);
        return (at, rowTime.TryHour(text[at..], source.Separator, out var hour) ? hour : -1);
    }

    private int FirstRowOf(int hour, ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            var next = rowTime.Next(text[at..], source.Separator, out var its);
            if (its > hour) throw new UnsortedLogException();
            if (its == hour) return at;
            at += next;
        }
        return 0;
    }

    /// <summary>Quoted fields with line breaks in them. Returns how far the text is known to be read right.</summary>
    private int FindQuotedLines(ReadOnlySpan<byte> text)
    {
        quotedLines.Clear();
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOf((byte)'"');
            if (next < 0) return text.Length;
            at += next;
            if (at > 0 && text[at - 1] != source.Separator && text[at - 1] != '\n') { at++; continue; }
            var end = Records.EndOfQuoted(text, at, source.Separator, out _);
            if (end < 0 && text.Length - at >= Records.LongestQuoted) { at++; continue; }
            if (end < 0 || end >= text.Length - 1) return at;
            if (text[at..end].Contains((byte)'\n')) quotedLines.Add((at, end));
            at = end;
        }
    }

    /// <summary>The start of the line that the place lies in; a line break inside quotes is none.</summary>
    private int LineStartBefore(ReadOnlySpan<byte> text, int place)
    {
        while (true)
        {
            var found = text[..place].LastIndexOf((byte)'\n');
            if (found < 0) return 0;
            var inside = quotedLines.FindLastIndex(q => q.Start < found && found < q.End);
            if (inside < 0) return found + 1;
            place = quotedLines[inside].Start;
        }
    }

    public void Dispose() => stream.Dispose();
}

/// <summary>The hour of a row, wherever its columns stand.</summary>
public sealed class RowTime(LogColumns columns)
{
    private readonly FieldAt[] fields = new FieldAt[Records.MostFields];
    private TimeReader times;
    private byte[] scratch = [];
    private byte[] joined = new byte[64];

    public bool TryHour(ReadOnlySpan<byte> text, byte separator, out int hour)
    {
        Next(text, separator, out hour);
        return hour >= 0;
    }

    /// <summary>Where the row after the first one begins, and the hour of the first; −1 when its time cannot be read.</summary>
    public int Next(ReadOnlySpan<byte> text, byte separator, out int hour)
    {
        var next = Records.Split(text, separator, fields, out var count, out _);
        hour = TryTime(text, fields.AsSpan(0, count), out var day, out var second) ? Explainer.HourOf(day, second) : -1;
        return next;
    }

    public bool TryTime(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read, out int day, out int second)
    {
        (day, second) = (0, 0);
        if (columns.Time >= read.Length) return false;
        var text = read[columns.Time].In(row, ref scratch);
        if (columns.TimeOfDay >= 0 && columns.TimeOfDay < read.Length)
        {
            if (text.Length > 30) return false;
            text.CopyTo(joined);
            joined[text.Length] = (byte)' ';
            var clock = read[columns.TimeOfDay].In(row, ref scratch);
            if (clock.Length > 30) return false;
            clock.CopyTo(joined.AsSpan(text.Length + 1));
            text = joined.AsSpan(0, text.Length + 1 + clock.Length);
        }
        return times.TryRead(text, out day, out second);
    }
}
