using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Pieces of a log in any order: a first pass puts every row in a file for its day, and each day is then handed out with its
/// rows in order of hour. The files lie in a folder of their own that is removed afterwards.
/// </summary>
public sealed class SpilledHours : IChunks
{
    private const int BufferPerDay = 32 * 1024;
    private const int LargestDay = 1 << 30;
    private const int Unreadable = -1;

    private readonly Lock reading = new();
    private readonly DirectoryInfo folder;
    private readonly Queue<int> days;
    private readonly byte separator;
    private readonly LogColumns columns;

    public long Read { get; private set; }

    public SpilledHours(TextSource source, LogColumns columns, DirectoryInfo folder, Action<long>? progress, CancellationToken stop)
    {
        (this.folder, this.columns, separator) = (folder, columns, source.Separator);
        var rowTime = new RowTime(columns);
        Dictionary<int, MemoryStream> open = [];
        var fields = new FieldAt[Records.MostFields];
        using var rows = new RowReader(source);
        for (var n = 0L; rows.Next(); n++)
        {
            if (n % 100_000 == 0) { stop.ThrowIfCancellationRequested(); progress?.Invoke(n); }
            Records.Split(rows.Record, separator, fields, out var count, out _);
            Refusal.If(rows.Record.Length > LargestDay / 100,
                $"Filen {source.Name}, rad {rows.Line}: raden är för lång. Kontrollera radsluten.");
            var day = rowTime.TryTime(rows.Record, fields.AsSpan(0, count), out var found, out _) ? found : Unreadable;
            if (!open.TryGetValue(day, out var buffer)) open[day] = buffer = new(BufferPerDay);
            WriteRow(buffer, rows.Record, fields.AsSpan(0, count));
            if (buffer.Length >= BufferPerDay - 512) Flush(day, buffer);
        }
        foreach (var (day, buffer) in open) Flush(day, buffer);
        days = new(open.Keys.Order());
    }

    /// <summary>A quote that opened nothing is quoted itself, so that it opens nothing among its new neighbours either.</summary>
    private void WriteRow(MemoryStream buffer, ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> fields)
    {
        var at = 0;
        foreach (var field in fields)
        {
            if (field.Length == 0 || row[field.Start] != '"' || (field.Start > 0 && row[field.Start - 1] == '"')) continue;
            buffer.Write(row[at..field.Start]);
            buffer.WriteByte((byte)'"');
            foreach (var b in row.Slice(field.Start, field.Length))
            {
                if (b == '"') buffer.WriteByte(b);
                buffer.WriteByte(b);
            }
            buffer.WriteByte((byte)'"');
            at = field.Start + field.Length;
        }
        buffer.Write(row[at..]);
        buffer.WriteByte((byte)'\n');
    }

    private string FileOf(int day) => Path.Combine(folder.FullName, $"{day}.rader");

    private void Flush(int day, MemoryStream buffer)
    {
        using var file = new FileStream(FileOf(day), FileMode.Append, FileAccess.Write);
        buffer.WriteTo(file);
        buffer.SetLength(0);
    }

    public bool Next(ref byte[] buffer, out int length)
    {
        length = 0;
        int day;
        lock (reading)
        {
            if (!days.TryDequeue(out day)) return false;
        }
        Refusal.If(new FileInfo(FileOf(day)).Length > LargestDay,
            "Loggen är inte i tidsordning och har mer än 1 GB på en dag. Sortera den efter tid, eller dela upp den.");
        var rows = File.ReadAllBytes(FileOf(day));
        File.Delete(FileOf(day));
        if (buffer.Length < rows.Length) buffer = new byte[rows.Length];
        length = rows.Length;
        if (day == Unreadable) rows.CopyTo(buffer, 0); else InOrder(rows, buffer);
        lock (reading) Read += length;
        return true;
    }

    /// <summary>Rows of the same hour keep any order among themselves: within an hour none matters.</summary>
    private void InOrder(ReadOnlySpan<byte> rows, Span<byte> ordered)
    {
        var fields = new FieldAt[Records.MostFields];
        var rowTime = new RowTime(columns);
        List<(int Hour, int At, int Length)> lines = [];
        for (var at = 0; at < rows.Length;)
        {
            var next = Records.Split(rows[at..], separator, fields, out var count, out _);
            rowTime.TryTime(rows[at..], fields.AsSpan(0, count), out var day, out var second);
            lines.Add((Explainer.HourOf(day, second), at, next));
            at += next;
        }
        var written = 0;
        foreach (var (_, at, size) in lines.OrderBy(l => l.Hour))
        {
            rows.Slice(at, size).CopyTo(ordered[written..]);
            written += size;
        }
    }

    public void Dispose()
    {
        foreach (var day in days) File.Delete(FileOf(day));
    }
}
