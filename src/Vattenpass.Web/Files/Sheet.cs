using System.Security.Cryptography;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>
/// A file read as rows of cells. Line is the row's number as the user sees it in the file. Told is what was passed over, in Swedish
/// sentences that begin with a small letter.
/// </summary>
public sealed record Sheet(string FileName, string Sha256, string Encoding, int HeaderLine, IReadOnlyList<string> Headers,
    IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Told);

public sealed record SheetRow(int Line, IReadOnlyList<Cell> Cells)
{
    public Cell Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : Domain.Registers.Cell.Empty;
    public string At(int column) => Cell(column).Text;
    public int Filled => Cells.Count(c => !c.IsBlank);
}

public static class SheetReader
{
    public const int LargestFile = 25 * 1024 * 1024;
    public const int MostRows = 200_000;
    public const int MostColumns = 200;
    /// <summary>So many cells in all: the most rows with more columns than any register has.</summary>
    public const int MostCells = 2_500_000;
    public const int LongestCell = 32_767;
    /// <summary>So much text in all the cells together, in characters: what a file of the largest size can hold, and half as much again.</summary>
    public const int MostText = 40_000_000;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(30);

    /// <summary>Reads within bounds of time and size, and stops when whoever asked for it has left.</summary>
    /// <param name="knows">How many of a row's cells are headers that somebody knows; without it the first row is taken for the headers.</param>
    /// <exception cref="Refusal">The file is too large, of a kind that cannot be read, or broken; says what to do.</exception>
    public static Sheet Read(string fileName, byte[] bytes, Func<IReadOnlyList<string>, int>? knows = null, CancellationToken stop = default)
    {
        var name = Path.GetFileName(fileName);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(LongestTime);
        try
        {
            return ReadWithin(name, bytes, knows ?? (_ => 0), time.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new Refusal($"Filen {name} tar för lång tid att läsa. Dela upp den, eller spara om den som CSV.");
        }
        catch (Exception broken) when (broken is not (Refusal or OperationCanceledException))
        {
            throw new Refusal($"Filen {name} går inte att läsa. Öppna den i Excel och spara om den som .xlsx eller CSV.");
        }
    }

    private static Sheet ReadWithin(string name, byte[] bytes, Func<IReadOnlyList<string>, int> knows, CancellationToken stop)
    {
        Refusal.If(bytes.Length > LargestFile, $"Filen {name} är större än {LargestFile / 1024 / 1024} MB. Dela upp den.");
        Refusal.If(bytes.Length == 0, $"Filen {name} är tom.");
        FileKinds.MustBeRows(name, bytes);
        List<string> told = [];
        var (encoding, rows) = !FileKinds.IsZip(bytes) ? Text(name, bytes, knows, stop)
            : Tables(name, bytes, stop) is { } tables ? ("docx", Document(name, tables, knows, told)) : ("xlsx", Workbook(name, bytes, knows, told, stop));
        var filled = rows.Where(r => r.Filled > 0).ToList();
        Refusal.If(filled.Count == 0, $"Filen {name} har inga rader.");
        var head = HeaderRow.Find(filled, knows);
        var data = DataRows.Of(filled, head, told);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), encoding, head.Line, head.Names, data, told);
    }

    private static (string, List<SheetRow>) Text(string name, byte[] bytes, Func<IReadOnlyList<string>, int> knows, CancellationToken stop)
    {
        var (text, encoding) = TextDecoding.Decode(name, bytes);
        return (encoding, CsvReader.Read(name, text, knows, stop));
    }

    /// <summary>The tables of a Word document; null when the file is something else.</summary>
    private static List<SourceTable>? Tables(string name, byte[] bytes, CancellationToken stop) => Packages.Guarded(name, () =>
    {
        using var zip = Packages.Unpack(name, bytes);
        return zip.GetEntry("word/document.xml") is null ? null : DocxReader.Read(name, zip, stop).OfType<SourceTable>().Where(t => t.Rows.Any(r => r.Filled > 0)).ToList();
    });

    /// <summary>The table whose headers are known best.</summary>
    private static List<SheetRow> Document(string name, List<SourceTable> tables, Func<IReadOnlyList<string>, int> knows, List<string> told)
    {
        Refusal.If(tables.Count == 0, $"Filen {name} är ett Worddokument utan tabeller. Ta ut samma uppgifter som CSV eller Excel.");
        var read = tables.Select(t => (t.Name, Rows: t.Rows.Where(r => r.Filled > 0).Select(r => new SheetRow(r.Number, [.. r.Cells.Select(c => new Cell(PlainText.Line(c)))])).ToList())).ToList();
        var chosen = read.MaxBy(t => HeaderRow.Find(t.Rows, knows).Known);
        if (read.Count > 1)
            told.Add($"bara {chosen.Name.ToLowerInvariant()} lästes, inte {Prose.Some([.. read.Where(t => t.Name != chosen.Name).Select(t => t.Name.ToLowerInvariant())], 10)}. Ska även de läsas in, spara dem som egna filer.");
        return chosen.Rows;
    }

    /// <summary>The first visible sheet whose headers somebody knows; a hidden one only when no visible one is known.</summary>
    private static List<SheetRow> Workbook(string name, byte[] bytes, Func<IReadOnlyList<string>, int> knows, List<string> told, CancellationToken stop)
    {
        using var book = XlsxReader.Open(name, bytes, stop);
        var chosen = book.Sheets.OrderBy(s => s.IsHidden).ThenByDescending(Known).FirstOrDefault(s => Known(s) > 0)
            ?? book.Sheets.FirstOrDefault(s => !s.IsHidden && book.Beginning(s).Exists(r => r.Filled > 0))
            ?? book.Sheets[0];
        var others = book.Sheets.Where(s => s != chosen && book.Beginning(s).Exists(r => r.Filled > 0)).ToList();
        if (others.Count > 0)
            told.Add($"bara bladet {chosen.Name} lästes, inte {Prose.Some([.. others.Select(s => s.IsHidden ? $"{s.Name} (dolt)" : s.Name)], 10)}. Ska även de läsas in, spara dem som egna filer.");
        if (chosen.IsHidden) told.Add($"bladet {chosen.Name} är dolt i filen.");
        return book.Rows(chosen);

        int Known(BookSheet sheet) => book.Beginning(sheet) is { Count: > 0 } filled ? HeaderRow.Find(filled, knows).Known : 0;
    }
}
