using System.IO.Compression;
using System.Text;
using System.Xml;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Web.Files;

/// <summary>
/// The text and the tables of a Word document, read as a stream with limits and never through a document model. What is deleted, hidden or
/// written twice for old programs is left out; what a merged cell holds is carried down.
/// </summary>
public sealed class DocxReader
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int MostBlocks = 20_000, MostRows = 3_000, MostCells = 200_000, DeepestTable = 3, MostText = 5_000_000;
    /// <summary>In bytes, pictures apart: several times the longest plan with all its layout.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;

    private readonly string name;
    private readonly XmlReader xml;
    private readonly CancellationToken stop;
    private readonly List<SourceBlock> blocks = [];
    private int tables, cells, text, boxed;

    private DocxReader(string name, XmlReader xml, CancellationToken stop) => (this.name, this.xml, this.stop) = (name, xml, stop);

    /// <exception cref="Refusal">The document is broken, or larger than any plan.</exception>
    public static IReadOnlyList<SourceBlock> Read(string name, ZipArchive zip, CancellationToken stop)
    {
        var document = zip.GetEntry("word/document.xml") ?? throw new Refusal($"Filen {name} är inget Worddokument. Spara den som .docx.");
        using var opened = Packages.Open(document, MostUnpacked);
        var reader = new DocxReader(name, opened, stop);
        reader.ReadBlocks(into: reader.blocks, end: "body", depth: 0);
        return [.. reader.blocks.Select((b, n) => b is SourceText t ? t with { Number = n + 1 } : b)];
    }

    private bool IsAt(string local) => xml.LocalName == local && xml.NamespaceURI == Word;

    private bool Next()
    {
        stop.ThrowIfCancellationRequested();
        return xml.Read();
    }

    /// <summary>Reads blocks until the element that holds them ends. Content controls and revisions are passed through.</summary>
    private void ReadBlocks(List<SourceBlock> into, string end, int depth)
    {
        while (Next())
        {
            if (xml.NodeType is XmlNodeType.EndElement && IsAt(end)) return;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (Skips()) continue;
            if (IsAt("p"))
            {
                var (said, isHeading, boxes) = Paragraph();
                if (said.Length > 0) into.Add(new SourceText(0, said, isHeading));
                into.AddRange(boxes);
            }
            else if (IsAt("tbl") && !xml.IsEmptyElement)
            {
                Refusal.If(depth >= DeepestTable, $"Filen {name} har tabeller i tabeller i för många led.");
                var number = ++tables;
                List<SourceBlock> inside = [];
                into.Add(new SourceTable($"Tabell {number}", Rows(depth, inside), IsSheet: false));
                into.AddRange(inside);
            }
            Refusal.If(into.Count > MostBlocks, $"Filen {name} är för lång för att vara en plan.");
        }
    }

    /// <summary>Deleted text, and the copy of a drawing that old programs show, are not part of the document.</summary>
    private bool Skips()
    {
        if (xml.LocalName is not ("del" or "moveFrom" or "Fallback" or "instrText" or "delText") || xml.IsEmptyElement) return false;
        using var inside = xml.ReadSubtree();
        while (inside.Read()) stop.ThrowIfCancellationRequested();
        return true;
    }

    private List<SourceRow> Rows(int depth, List<SourceBlock> hoisted)
    {
        List<SourceRow> rows = [];
        List<string> above = [];
        var (row, number, width) = (new List<string>(), 0, 0);
        while (Next())
        {
            if (xml.NodeType is XmlNodeType.EndElement && IsAt("tbl")) break;
            if (xml.NodeType is XmlNodeType.EndElement && IsAt("tr"))
            {
                number++;
                width = Math.Max(width, row.Count);
                if (row.Exists(c => c.Length > 0)) rows.Add(new(number, row, IsOneCell: cellsOfRow == 1 && row.Count > 1));
                above = row;
                continue;
            }
            if (xml.NodeType is not XmlNodeType.Element || Skips()) continue;
            if (IsAt("gridCol")) width++;
            if (IsAt("tr")) (row, cellsOfRow) = ([], 0);
            if (IsAt("gridBefore") && int.TryParse(Attribute("val"), out var skipped)) row.AddRange(Enumerable.Repeat("", Math.Clamp(skipped, 0, 60)));
            if (IsAt("tc") && !xml.IsEmptyElement) Cell(row, above, depth, hoisted);
            Refusal.If(rows.Count > MostRows || row.Count > SheetReader.MostColumns || (cells += 1) > MostCells * 20, $"Filen {name} har en tabell som är för stor för att vara en plan.");
        }
        return rows;
    }

    private int cellsOfRow;

    private void Cell(List<string> row, List<string> above, int depth, List<SourceBlock> hoisted)
    {
        cellsOfRow++;
        var (span, carried, column) = (1, false, row.Count);
        List<SourceBlock> inside = [];
        while (Next())
        {
            if (xml.NodeType is XmlNodeType.EndElement && IsAt("tc")) break;
            if (xml.NodeType is not XmlNodeType.Element || Skips()) continue;
            if (IsAt("gridSpan") && int.TryParse(Attribute("val"), out var wide)) span = Math.Clamp(wide, 1, 60);
            if (IsAt("vMerge")) carried = Attribute("val") != "restart";
            if (IsAt("p"))
            {
                var (line, _, boxes) = Paragraph();
                if (line.Length > 0) inside.Add(new SourceText(0, line, false));
                foreach (var block in boxes) (block is SourceText ? inside : hoisted).Add(block);
            }
            if (IsAt("tbl") && !xml.IsEmptyElement)
            {
                Refusal.If(depth + 1 >= DeepestTable, $"Filen {name} har tabeller i tabeller i för många led.");
                var outer = cellsOfRow;
                List<SourceBlock> within = [];
                var rows = Rows(depth + 1, within);
                cellsOfRow = outer;
                // A list inside a cell is the cell's text; a table there stands by itself, as on a page that is laid out with tables.
                if (rows.Exists(r => r.Cells.Count > 1)) hoisted.Add(new SourceTable($"Tabell {++tables}", rows, IsSheet: false));
                else inside.Add(new SourceTable("", rows, IsSheet: false));
                hoisted.AddRange(within);
            }
        }
        var said = string.Join('\n', inside.Select(b => b is SourceText t ? t.Text
            : string.Join('\n', ((SourceTable)b).Rows.Select(r => string.Join(' ', r.Cells.Where(c => c.Length > 0))))));
        row.Add(carried && said.Length == 0 && column < above.Count ? above[column] : said);
        row.AddRange(Enumerable.Repeat("", span - 1));
    }

    /// <returns>Boxes are what floats beside it, and stands after it.</returns>
    private (string Text, bool IsHeading, IReadOnlyList<SourceBlock> Boxes) Paragraph()
    {
        if (xml.IsEmptyElement) return ("", false, []);
        List<SourceBlock> boxes = [];
        var (said, isHeading, depth) = (new StringBuilder(), false, xml.Depth);
        var (hidden, mark) = (false, false);
        while (Next() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is not XmlNodeType.Element || Skips()) continue;
            if (IsAt("txbxContent") && !xml.IsEmptyElement) ReadBox(boxes);
            else if (IsAt("r")) hidden = mark = false;
            else if (IsAt("strike") || IsAt("dstrike") || IsAt("vanish")) hidden |= Attribute("val") is not ("0" or "false");
            else if (IsAt("rStyle")) hidden |= Attribute("val") is { } style && (style.Contains("laceholder", StringComparison.Ordinal) || style.StartsWith("Platsh", StringComparison.Ordinal));
            else if (IsAt("vertAlign")) mark = Attribute("val") == "superscript";
            else if (IsAt("sym") && !hidden) said.Append(Symbol(Attribute("char")));
            else if (IsAt("checkBox")) said.Append("☐ ");
            else if (IsAt("checked") && Attribute("val") is not ("0" or "false") && said.Length > 1) said[^2] = '☒';
            if (IsAt("t") && !xml.IsEmptyElement) Say(hidden ? new() : said, mark);
            else if (IsAt("br") || IsAt("cr")) said.Append('\n');
            else if (IsAt("tab")) said.Append(' ');
            else if (IsAt("noBreakHyphen")) said.Append('-');
            else if (IsAt("pStyle")) isHeading |= Attribute("val") is { } style && (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Rubrik", StringComparison.OrdinalIgnoreCase));
            else if (IsAt("outlineLvl")) isHeading = true;
        }
        return (said.ToString().Trim(), isHeading, boxes);
    }

    /// <summary>A box holds paragraphs and tables of its own.</summary>
    private void ReadBox(List<SourceBlock> into)
    {
        Refusal.If(++boxed > DeepestTable, $"Filen {name} har textrutor i textrutor i för många led.");
        ReadBlocks(into, "txbxContent", depth: DeepestTable - 1);
        boxed--;
    }

    /// <summary>The boxes and ticks of Word's own symbol fonts.</summary>
    private static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F0A8" or "F06F" or "F071" or "F0A3" => "☐ ",
        "F0FE" or "F0FD" or "F078" or "F052" or "F054" => "☒ ",
        "F0FC" => "✔ ",
        _ => "",
    };

    /// <param name="mark">Raised figures are the numbers of notes, and no part of the text.</param>
    private void Say(StringBuilder said, bool mark)
    {
        while (Next() && xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (!(mark && xml.Value.AsSpan().Trim().TrimStart("0123456789").IsEmpty)) said.Append(xml.Value);
            Refusal.If((text += xml.Value.Length) > MostText, $"Filen {name} är för lång för att vara en plan.");
        }
    }

    private string? Attribute(string local) => xml.GetAttribute(local, Word) ?? xml.GetAttribute(local);
}
