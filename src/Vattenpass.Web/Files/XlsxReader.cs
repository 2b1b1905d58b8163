using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>
/// The first sheet of a workbook, read as a stream with limits. Never through a document model: a 690 KiB file can unfold to
/// gigabytes there. Bytes are counted while they unfold; what the archive claims about itself is not believed.
/// </summary>
public static class XlsxReader
{
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostEntries = 2000;

    public static List<SheetRow> Read(string name, byte[] bytes, CancellationToken stop = default)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            Refusal.If(zip.Entries.Count > MostEntries, $"Filen {name} innehåller för många delar.");
            var sheet = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault();
            Refusal.If(sheet is null, $"Filen {name} är inget Excelblad. Spara den som .xlsx eller CSV.");
            var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? SharedStrings(name, strings, stop) : [];
            var dates = zip.GetEntry("xl/styles.xml") is { } styles ? DateStyles(styles) : [];
            var epoch1904 = zip.GetEntry("xl/workbook.xml") is { } workbook && Is1904(workbook);
            return Rows(name, sheet!, shared, dates, epoch1904, stop);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or IOException)
        {
            throw new Refusal($"Filen {name} går inte att läsa: den är skadad eller för stor när den packas upp. Spara om den från Excel eller som CSV.");
        }
    }

    private static List<SheetRow> Rows(string name, ZipArchiveEntry entry, List<string> shared, HashSet<int> dateStyles, bool epoch1904, CancellationToken stop)
    {
        var rows = new List<SheetRow>();
        using var xml = Open(entry);
        var cells = new List<string>();
        var (line, column, type, style, text) = (0, 0, "", 0, 0L);
        while (xml.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row") { rows.Add(new(line, [.. cells])); continue; }
            if (xml.NodeType is not XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    line = int.TryParse(xml.GetAttribute("r"), out var r) ? r : line + 1;
                    cells.Clear();
                    if (xml.IsEmptyElement) rows.Add(new(line, []));
                    Refusal.If(rows.Count > SheetReader.MostRows, $"Filen {name} har fler än {SheetReader.MostRows} rader. Dela upp den.");
                    break;
                case "c":
                    column = Column(xml.GetAttribute("r")) ?? cells.Count;
                    Refusal.If(column >= SheetReader.MostColumns, $"Filen {name}, rad {line}: fler än {SheetReader.MostColumns} kolumner.");
                    while (cells.Count <= column) cells.Add("");
                    type = xml.GetAttribute("t") ?? "";
                    style = int.TryParse(xml.GetAttribute("s"), out var s) ? s : 0;
                    break;
                case "v" or "t" when cells.Count > column:
                    cells[column] += Value(xml.ReadElementContentAsString(), type, dateStyles.Contains(style), shared, epoch1904);
                    Refusal.If(cells[column].Length > SheetReader.LongestCell, $"Filen {name}, rad {line}: en cell är för lång.");
                    Refusal.If((text += cells[column].Length) > SheetReader.MostText, $"Filen {name} innehåller för mycket text. Dela upp den.");
                    break;
            }
        }
        return rows;
    }

    private static string Value(string raw, string type, bool isDate, List<string> shared, bool epoch1904) => type switch
    {
        "s" => int.TryParse(raw, out var index) && index >= 0 && index < shared.Count ? shared[index] : "",
        "b" => raw == "1" ? "ja" : "nej",
        "" or "n" when isDate
            && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)
            && serial is > 0 and < 200_000 =>
            DateTime.FromOADate(serial + (epoch1904 ? 1462 : 0))
                .ToString(serial % 1 == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => raw,
    };

    private static int? Column(string? reference)
    {
        if (string.IsNullOrEmpty(reference)) return null;
        var column = 0;
        // Three letters are more columns than any sheet has; more of them are no reference.
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4)) column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    private static List<string> SharedStrings(string name, ZipArchiveEntry entry, CancellationToken stop)
    {
        var strings = new List<string>();
        using var xml = Open(entry);
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
            if (xml.LocalName == "si" && (xml.NodeType is XmlNodeType.EndElement || xml.IsEmptyElement)) strings.Add(text.ToString());
        }
        return strings;
    }

    private static HashSet<int> DateStyles(ZipArchiveEntry entry)
    {
        var custom = new HashSet<int>();
        var dates = new HashSet<int>();
        using var xml = Open(entry);
        var (inCells, index) = (false, 0);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType is XmlNodeType.Element;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt"
                && int.TryParse(xml.GetAttribute("numFmtId"), out var id)
                && (xml.GetAttribute("formatCode") ?? "").AsSpan().IndexOfAny("yYdD") >= 0)
                custom.Add(id);
            if (inCells && xml.LocalName == "xf")
            {
                if (int.TryParse(xml.GetAttribute("numFmtId"), out var format)
                    && (format is >= 14 and <= 17 or 22 || custom.Contains(format)))
                    dates.Add(index);
                index++;
            }
        }
        return dates;
    }

    private static bool Is1904(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "workbookPr") return xml.GetAttribute("date1904") is "1" or "true";
        return false;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(new Counted(entry.Open(), MostUnpacked), new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostUnpacked,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>Stops when more has been unpacked than allowed.</summary>
    private sealed class Counted(Stream inner, long most) : Stream
    {
        private long read;
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            return (read += n) > most ? throw new InvalidDataException("Too large when unpacked.") : n;
        }

        protected override void Dispose(bool disposing) { if (disposing) inner.Dispose(); base.Dispose(disposing); }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
