using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Files;

/// <summary>A sheet of a workbook, in the workbook's own order.</summary>
public sealed record BookSheet(string Name, bool IsHidden, ZipArchiveEntry Entry);

/// <summary>
/// A workbook, read as a stream with limits. Never through a document model: a 690 KiB file can unfold to gigabytes there. Bytes are
/// counted while they unfold; what the archive claims about itself is not believed.
/// </summary>
public sealed class XlsxReader : IDisposable
{
    private const long MostShared = 48L * 1024 * 1024;
    private const int MostSharedTexts = 1_000_000, MostMerged = 20_000, MostSheets = 100;
    private const long MostOfBeginning = 16L * 1024 * 1024;
    /// <summary>Rows at the beginning, empty ones too: a sheet with a border all the way down has a million of them.</summary>
    private const int MostLookedAt = 2_000;
    private const string Namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly string name;
    private readonly ZipArchive zip;
    private readonly CancellationToken stop;
    private readonly List<string> shared;
    private readonly NumberFormats formats;
    private readonly bool epoch1904;

    /// <summary>At least one.</summary>
    public IReadOnlyList<BookSheet> Sheets { get; }

    private XlsxReader(string name, ZipArchive zip, CancellationToken stop)
    {
        (this.name, this.zip, this.stop) = (name, zip, stop);
        (Sheets, epoch1904) = ReadBook();
        shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? SharedStrings(strings) : [];
        formats = zip.GetEntry("xl/styles.xml") is { } styles ? NumberFormats.Read(Packages.Open(styles, MostShared)) : NumberFormats.None;
    }

    /// <exception cref="Refusal">The file is no workbook, or it is broken or too large when unfolded.</exception>
    public static XlsxReader Open(string name, byte[] bytes, CancellationToken stop) => Packages.Guarded(name, () =>
    {
        var archive = Packages.Unpack(name, bytes);
        try
        {
            return new XlsxReader(name, archive, stop);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    });

    private readonly Dictionary<BookSheet, List<SheetRow>> beginnings = [];

    /// <summary>So many of a sheet's rows as are needed to see what it holds.</summary>
    public List<SheetRow> Beginning(BookSheet sheet)
    {
        if (!beginnings.TryGetValue(sheet, out var rows))
            beginnings[sheet] = rows = Packages.Guarded(name, () => Rows(sheet.Entry, HeaderRow.Deepest + 10, MostLookedAt, MostOfBeginning));
        return rows;
    }

    public List<SheetRow> Rows(BookSheet sheet) => Packages.Guarded(name, () =>
    {
        SheetSize.MustFit(name, sheet.Entry, stop);
        return Rows(sheet.Entry, int.MaxValue, int.MaxValue, Packages.MostUnpacked);
    });

    private (List<BookSheet>, bool) ReadBook()
    {
        var targets = new Dictionary<string, string>();
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations)
        {
            using var xml = Packages.Open(relations, MostShared);
            while (xml.Read())
                if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id)
                    targets[id] = xml.GetAttribute("Target") ?? "";
        }
        var (sheets, is1904) = (new List<BookSheet>(), false);
        if (zip.GetEntry("xl/workbook.xml") is { } workbook)
        {
            using var xml = Packages.Open(workbook, MostShared);
            while (xml.Read())
            {
                if (xml.NodeType is not XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") is1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName == "sheet" && Entry(targets.GetValueOrDefault(xml.GetAttribute("id", Namespace) ?? "", "")) is { } entry)
                    sheets.Add(new(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden", entry));
            }
        }
        // A file made by hand may lack the list of its sheets.
        if (sheets.Count == 0)
            sheets.AddRange(zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                    && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal)
                .Select((e, n) => new BookSheet($"Blad{n + 1}", false, e)));
        Refusal.If(sheets.Count > MostSheets, $"Filen {name} har fler än {MostSheets} blad. Spara bladet som ska läsas som en egen fil.");
        Refusal.If(sheets.Count == 0, $"Filen {name} är inget Excelblad. Spara den som .xlsx eller CSV.");
        return (sheets, is1904);
    }

    private ZipArchiveEntry? Entry(string target) => target.Length == 0 ? null
        : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");

    private List<SheetRow> Rows(ZipArchiveEntry entry, int most, int mostEmptyToo, long bytes)
    {
        var rows = new List<SheetRow>();
        using var xml = Packages.Open(entry, bytes);
        var cells = new List<Cell>();
        var merged = new List<(int Top, int Bottom, int Left, int Right)>();
        var (line, emptyToo, column, type, style, text, all) = (0, 0, 0, "", 0, 0L, 0);
        while (rows.Count < most && emptyToo < mostEmptyToo && xml.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row") { EndRow(); continue; }
            if (xml.NodeType is not XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    line = int.TryParse(xml.GetAttribute("r"), out var r) ? r : line + 1;
                    cells.Clear();
                    if (xml.IsEmptyElement) EndRow();
                    break;
                case "c":
                    column = Column(xml.GetAttribute("r")) ?? cells.Count;
                    // Far out there are often cells with a colour and nothing in them.
                    while (cells.Count <= column && column < SheetReader.MostColumns) cells.Add(Cell.Empty);
                    type = xml.GetAttribute("t") ?? "";
                    style = int.TryParse(xml.GetAttribute("s"), out var s) ? s : 0;
                    break;
                case "v" or "t" when column >= SheetReader.MostColumns:
                    Refusal.If(Content(xml, line).Length > 0,
                        $"Filen {name}, rad {line}: det står något i kolumn {Letters(column)}. Bara de {SheetReader.MostColumns} första kolumnerna går att läsa. Ta bort det, eller flytta det.");
                    break;
                case "v" or "t" when cells.Count > column:
                    var part = Value(Content(xml, line), type, style);
                    cells[column] = cells[column].Text.Length == 0 ? part : new(cells[column].Text + part.Text);
                    Refusal.If(cells[column].Text.Length > SheetReader.LongestCell, $"Filen {name}, rad {line}: en cell är för lång.");
                    Refusal.If((text += part.Text.Length) > SheetReader.MostText, $"Filen {name} innehåller för mycket text. Dela upp den.");
                    break;
                case "mergeCell" when merged.Count < MostMerged && Range(xml.GetAttribute("ref")) is { } range:
                    merged.Add(range);
                    break;
            }
        }
        if (merged.Count > 0) CarryDown(rows, merged);
        return rows;

        void EndRow()
        {
            emptyToo++;
            if (cells.TrueForAll(c => c.IsBlank)) return;
            rows.Add(new(line, [.. cells]));
            Refusal.If(rows.Count > SheetReader.MostRows + HeaderRow.Deepest, $"Filen {name} har fler än {SheetReader.MostRows} rader. Dela upp den.");
            Refusal.If((all += cells.Count) > SheetReader.MostCells, $"Filen {name} har fler än {SheetReader.MostCells} celler. Dela upp den, eller ta bort kolumner som inte behövs.");
        }
    }

    /// <summary>What is written once over several rows holds for each of them.</summary>
    private void CarryDown(List<SheetRow> rows, List<(int Top, int Bottom, int Left, int Right)> merged)
    {
        var at = rows.Index().GroupBy(r => r.Item.Line).ToDictionary(g => g.Key, g => g.First().Index);
        var carriedCells = 0;
        foreach (var (top, bottom, left, _) in merged.Where(m => m.Bottom > m.Top))
        {
            if (!at.TryGetValue(top, out var first) || rows[first].Cell(left) is not { IsBlank: false } carried) continue;
            foreach (var row in rows.Skip(first + 1).TakeWhile(r => r.Line <= bottom).ToList())
            {
                stop.ThrowIfCancellationRequested();
                Refusal.If(++carriedCells > SheetReader.MostCells, $"Filen {name} har för många sammanslagna celler. Dela upp dem i Excel.");
                if (row.Filled == 0 || !row.Cell(left).IsBlank) continue;
                var cells = row.Cells.Concat(Enumerable.Repeat(Cell.Empty, Math.Max(0, left + 1 - row.Cells.Count))).ToList();
                cells[left] = carried;
                rows[at[row.Line]] = row with { Cells = cells };
            }
        }
    }

    /// <summary>The text of an element, in pieces: one that is longer than any cell is refused before it is in memory.</summary>
    private string Content(XmlReader xml, int line)
    {
        if (xml.IsEmptyElement) return "";
        var (text, piece) = (new StringBuilder(), new char[4096]);
        while (xml.Read() && xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            for (int read; (read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
            {
                text.Append(piece, 0, read);
                Refusal.If(text.Length > SheetReader.LongestCell, $"Filen {name}, rad {line}: en cell är för lång.");
            }
        }
        return text.ToString();
    }

    private Cell Value(string raw, string type, int style) => type switch
    {
        "s" => new(int.TryParse(raw, out var index) && index >= 0 && index < shared.Count ? shared[index] : ""),
        "b" => new(raw == "1" ? "ja" : "nej"),
        "e" => new(raw, CellKind.Error),
        "" or "n" when double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            formats.Of(style) is var format && format is not NumberFormat.Plain && ExcelDate.Of(number, epoch1904, format) is { } date
                ? new(date, CellKind.Date)
                : new(ExcelDate.Number(number), CellKind.Number),
        _ => new(raw),
    };

    private static (int, int, int, int)? Range(string? reference)
    {
        if (reference?.Split(':') is not [var from, var to] || Column(from) is not { } left || Column(to) is not { } right) return null;
        return int.TryParse(from.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var top)
            && int.TryParse(to.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var bottom) ? (top, bottom, left, right) : null;
    }

    private static int? Column(string? reference)
    {
        if (string.IsNullOrEmpty(reference)) return null;
        var column = 0;
        // Three letters are more columns than any sheet has; more of them are no reference.
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4)) column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    /// <summary>A column as Excel names it.</summary>
    private static string Letters(int column) => column < 0 ? "" : $"{Letters(column / 26 - 1)}{(char)('A' + column % 26)}";

    private List<string> SharedStrings(ZipArchiveEntry entry)
    {
        var strings = new List<string>();
        using var xml = Packages.Open(entry, MostShared);
        var (text, all) = (new StringBuilder(), 0L);
        var phonetic = false;
        while (xml.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (xml.LocalName == "rPh") phonetic = xml.NodeType is XmlNodeType.Element;
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si") text.Clear();
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "t" && !phonetic)
            {
                if (xml.IsEmptyElement || !xml.Read()) continue;
                text.Append(xml.Value);
                Refusal.If(text.Length > SheetReader.LongestCell, $"Filen {name}: en cell är för lång.");
                Refusal.If((all += xml.Value.Length) > SheetReader.MostText, $"Filen {name} innehåller för mycket text. Dela upp den.");
            }
            if (xml.LocalName != "si" || !(xml.NodeType is XmlNodeType.EndElement || xml.IsEmptyElement)) continue;
            strings.Add(text.ToString());
            Refusal.If(strings.Count > MostSharedTexts, $"Filen {name} innehåller för mycket text. Dela upp den.");
        }
        return strings;
    }

    public void Dispose() => zip.Dispose();
}
