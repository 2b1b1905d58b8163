using System.Text;
using System.Text.Unicode;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
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
    /// <summary>What of the file was not read, in Swedish sentences.</summary>
    public IReadOnlyList<string> Told { get; private set; } = [];
    private int firstRow;

    /// <summary>The beginning says nothing of the encoding, so the rest has to be looked at as it is read.</summary>
    private readonly bool isGuessed;

    private TextSource(string name, Func<Stream> open, long length, (Encoding Encoding, string Name, int Marks) found, bool isAscii)
    {
        (Name, this.open, Length) = (name, open, length);
        (encoding, _, marks) = found;
        isGuessed = isAscii && encoding is UTF8Encoding && marks == 0;
    }

    /// <param name="knows">How many of a row's cells are headers that somebody knows; see <see cref="HeaderRow"/>.</param>
    /// <exception cref="Refusal">The file is missing, empty, of a kind that holds no rows, or its encoding cannot be told.</exception>
    public static TextSource Of(FileInfo file, Func<IReadOnlyList<string>, int>? knows = null)
    {
        Refusal.If(!file.Exists, $"Filen {file.Name} finns inte.");
        using (var tried = file.OpenRead()) Refusal.If(!tried.CanSeek, $"{file.Name} är ingen vanlig fil. Spara innehållet i en fil först.");
        return Of(file.Name,
            () => new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan),
            file.Length, knows);
    }

    public static TextSource Of(string name, Func<Stream> open, long length, Func<IReadOnlyList<string>, int>? knows = null)
    {
        var sample = Sample(open);
        Refusal.If(sample.Length == 0, $"Filen {name} är tom.");
        FileKinds.MustBeRows(name, sample);
        if (FileKinds.IsZip(sample)) return OfWorkbook(name, open, length, knows);
        var source = new TextSource(name, open, length, TextDecoding.Find(name, sample), Ascii.IsValid(sample));
        source.ReadHead(knows ?? (_ => 0));
        return source;
    }

    /// <summary>A workbook is small enough to be turned into text, which is then read as any other.</summary>
    private static TextSource OfWorkbook(string name, Func<Stream> open, long length, Func<IReadOnlyList<string>, int>? knows)
    {
        Refusal.If(length > SheetReader.LargestFile, $"Filen {name} är större än {SheetReader.LargestFile / 1024 / 1024} MB. Spara den som CSV.");
        using var file = open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var sheet = SheetReader.Read(name, bytes.ToArray(), knows);
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Select(r => r.Cells.Select(c => c.Text)).Prepend(sheet.Headers))
            text.AppendJoin(';', row.Select(CsvText.Quoted)).Append('\n');
        var whole = Encoding.UTF8.GetBytes(text.ToString());
        var source = new TextSource(name, () => new MemoryStream(whole, writable: false), whole.Length, (new UTF8Encoding(false, true), "xlsx", 0), isAscii: false);
        source.Separator = (byte)';';
        source.ReadHead(_ => 0);
        source.HeaderLine = sheet.HeaderLine;
        source.Told = [.. sheet.Told.Select(t => $"{name}: {t}")];
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

    private void ReadHead(Func<IReadOnlyList<string>, int> knows)
    {
        using var stream = OpenText();
        var head = new byte[Records.LongestQuoted];
        ReadOnlySpan<byte> text = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        Refusal.If(!text.Contains((byte)'\n') && text.TrimEnd("\r"u8).Contains((byte)'\r'),
            $"Filen {Name} har bara vagnretur som radslut. Spara om den som CSV och försök igen.");
        var start = Hint(text);
        if (Separator == 0) Separator = MostCommon(text[start..], knows);
        List<SheetRow> rows = [];
        List<int> ends = [];
        Span<FieldAt> fields = stackalloc FieldAt[Records.MostFields];
        for (var (at, line) = (start, start > 0 ? 2 : 1); at < text.Length && rows.Count < HeaderRow.Deepest + 2; line++)
        {
            var next = Records.Split(text[at..], Separator, fields, out var count, out var end);
            if (text.Slice(at, end).Trim(" \t\r;,|"u8).Length > 0)
            {
                rows.Add(new(line, [.. Names(text[at..], fields[..count]).Select(n => new Cell(n))]));
                ends.Add(at + next);
            }
            at += next;
        }
        Refusal.If(rows.Count == 0, $"Filen {Name} har inga rader.");
        var header = HeaderRow.Find(rows, knows);
        if (rows.All(r => r.Cells.Count == 1)) MustBeDivided(rows, knows);
        (Headers, HeaderLine, firstRow) = (header.Names, rows[header.Index + header.Height - 1].Line, ends[header.Index + header.Height - 1]);
    }

    /// <summary>A list of one column is a list; one whose columns are held apart with spaces is not read, and the row of its headers is shown.</summary>
    private void MustBeDivided(List<SheetRow> rows, Func<IReadOnlyList<string>, int> knows)
    {
        var spaced = rows.ConvertAll(r => r with { Cells = [.. r.At(0).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new Cell(t))] });
        var header = HeaderRow.Find(spaced.Where(r => r.Filled > 0).ToList(), knows);
        Refusal.If(header.Known > 1,
            $"Filen {Name} har fasta kolumner utan skiljetecken. Raden som mest liknar rubriker är rad {header.Line}: {HeadersShown.Of(header.Names)}. Ta ut den som CSV med semikolon.");
    }

    /// <summary>Where the rows begin after a first line "sep=;", which also says what divides them.</summary>
    private int Hint(ReadOnlySpan<byte> text)
    {
        var line = text[..(text.IndexOf((byte)'\n') is var end and >= 0 ? end : text.Length)];
        var hint = line.Trim("\r\""u8);
        if (hint.Length < 4 || !Encoding.UTF8.GetString(hint[..4]).Equals("sep=", StringComparison.OrdinalIgnoreCase)) return 0;
        if (hint.Length == 5) Separator = hint[4];
        return Math.Min(line.Length + 1, text.Length);
    }

    private static List<string> Names(ReadOnlySpan<byte> text, ReadOnlySpan<FieldAt> fields)
    {
        var scratch = Array.Empty<byte>();
        List<string> names = [];
        foreach (var field in fields) names.Add(Encoding.UTF8.GetString(field.In(text, ref scratch)).Normalize());
        return names;
    }

    private static byte MostCommon(ReadOnlySpan<byte> text, Func<IReadOnlyList<string>, int> knows) =>
        (byte)CsvReader.Divider([.. Encoding.UTF8.GetString(text).Split('\n').Select(l => l.Trim('\r')).Take(CsvReader.LinesLookedAt)], knows).Sign;
}
