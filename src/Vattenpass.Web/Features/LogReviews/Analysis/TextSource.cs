using System.Text;
using System.Text.Unicode;
using Vattenpass.Domain;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Separated text of any length, read as UTF-8 whatever it is stored as. Knows its separator and headers, and where the rows begin.
/// It can be opened more than once.
/// </summary>
public sealed class TextSource
{
    private const int SampleSize = 1 << 20;
    private readonly Func<Stream> open;
    private readonly Encoding encoding;
    private readonly int marks;

    public string Name { get; }
    public byte Separator { get; private set; }
    public IReadOnlyList<string> Headers { get; private set; } = [];
    /// <summary>The row the headers stand in, as the user sees the file; 1 unless something stands above them.</summary>
    public int HeaderLine { get; private set; } = 1;
    /// <summary>Length in bytes as stored, for progress; 0 when it is not known.</summary>
    public long Length { get; }
    private int firstRow;

    /// <summary>The beginning says nothing of the encoding, so the rest has to be looked at as it is read.</summary>
    private readonly bool isGuessed;

    private TextSource(string name, Func<Stream> open, long length, (Encoding Encoding, string Name, int Marks) found, bool isAscii)
    {
        (Name, this.open, Length) = (name, open, length);
        (encoding, _, marks) = found;
        isGuessed = isAscii && encoding is UTF8Encoding && marks == 0;
    }

    /// <exception cref="Refusal">The file is missing, empty, a workbook, or its encoding cannot be told.</exception>
    public static TextSource Of(FileInfo file)
    {
        Refusal.If(!file.Exists, $"Filen {file.Name} finns inte.");
        using (var tried = file.OpenRead()) Refusal.If(!tried.CanSeek, $"{file.Name} är ingen vanlig fil. Spara innehållet i en fil först.");
        return Of(file.Name,
            () => new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan),
            file.Length);
    }

    public static TextSource Of(string name, Func<Stream> open, long length)
    {
        var sample = Sample(open);
        Refusal.If(sample.Length == 0, $"Filen {name} är tom.");
        Refusal.If(sample is [0x50, 0x4B, ..], $"Filen {name} är en Excel-fil. Spara den som CSV och försök igen.");
        var source = new TextSource(name, open, length, TextDecoding.Find(name, sample), Ascii.IsValid(sample));
        source.ReadHead();
        return source;
    }

    /// <exception cref="Refusal">The file began as plain text and turns out to be of another encoding.</exception>
    public void MustBeReadable(ReadOnlySpan<byte> rows) =>
        Refusal.If(isGuessed && !Ascii.IsValid(rows) && !Utf8.IsValid(rows),
            $"Filen {Name} har en teckenkodning som inte går att känna igen: långt in finns tecken som inte är UTF-8. Spara om den som CSV UTF-8 och försök igen.");

    /// <summary>The rows as UTF-8, from the first one after the headers.</summary>
    public Stream OpenRows()
    {
        var stream = OpenText();
        var skipped = new byte[firstRow];
        stream.ReadExactly(skipped);
        return stream;
    }

    private Stream OpenText()
    {
        var stream = open();
        if (marks > 0) stream.ReadExactly(new byte[marks]);
        return encoding is UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(false));
    }

    private static byte[] Sample(Func<Stream> open)
    {
        using var stream = open();
        var sample = new byte[SampleSize];
        var read = stream.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false);
        if (read == 0) return [];
        // A sample that stops in the middle of a character would not look like UTF-8.
        var end = read < SampleSize ? read : Array.LastIndexOf(sample, (byte)'\n', read - 1) + 1;
        return sample[..(end == 0 || IsWide(sample) ? read & ~1 : end)];
    }

    private static bool IsWide(byte[] sample) => sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..];

    private void ReadHead()
    {
        using var stream = OpenText();
        var head = new byte[Records.LongestQuoted];
        Span<FieldAt> fields = stackalloc FieldAt[Records.MostFields];
        ReadOnlySpan<byte> text = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        Refusal.If(!text.Contains((byte)'\n') && text.TrimEnd("\r"u8).Contains((byte)'\r'),
            $"Filen {Name} har bara vagnretur som radslut. Spara om den som CSV och försök igen.");
        while (text.Length > 0)
        {
            var line = text.IndexOf((byte)'\n') is var end and >= 0 ? text[..end] : text;
            var hint = line.Trim("\r\""u8);
            var isHint = firstRow == 0
                && hint.Length >= 4
                && Encoding.UTF8.GetString(hint[..4]).Equals("sep=", StringComparison.OrdinalIgnoreCase);
            if (isHint && hint.Length == 5) Separator = hint[4];
            if (!isHint && line.Trim(" \t\r;,"u8).Length > 0)
            {
                if (Separator == 0) Separator = MostCommon(line);
                var next = Records.Split(text, Separator, fields, out var count, out _);
                Headers = [.. Names(text, fields[..count])];
                firstRow += next;
                return;
            }
            HeaderLine++;
            firstRow += Math.Min(line.Length + 1, text.Length);
            text = text[Math.Min(line.Length + 1, text.Length)..];
        }
        throw new Refusal($"Filen {Name} har inga rader.");
    }

    private static List<string> Names(ReadOnlySpan<byte> text, ReadOnlySpan<FieldAt> fields)
    {
        var scratch = Array.Empty<byte>();
        List<string> names = [];
        foreach (var field in fields) names.Add(Encoding.UTF8.GetString(field.In(text, ref scratch)).Normalize());
        return names;
    }

    private static byte MostCommon(ReadOnlySpan<byte> line)
    {
        var (best, most) = ((byte)';', -1);
        foreach (var candidate in ";\t,"u8)
            if (line.Count(candidate) is var count && count > most) (best, most) = (candidate, count);
        return best;
    }
}
