using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents;

/// <summary>
/// Excel: the text on the first sheet, then a sheet a table. Text is always a text cell, so nothing that begins with = + - @
/// is ever a formula; whole numbers in number columns are numbers.
/// </summary>
public static class XlsxWriter
{
    public static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        using (var excel = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            excel.PackageProperties.Title = document.Title;
            excel.PackageProperties.Language = "sv-SE";
            var workbook = excel.AddWorkbookPart();
            workbook.Workbook = new(new Sheets());
            Sheet(workbook, "Rapport", TextRows(document), []);
            foreach (var table in document.Tables) Sheet(workbook, table.Caption, [table.Header, .. table.Rows], table.Numbers);
        }
        return stream.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> TextRows(Document document)
    {
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading: yield return [heading.Text]; break;
                case TextBlock text: yield return [text.Text]; break;
                case ListBlock list: foreach (var item in list.Items) yield return [item]; break;
                case FactsBlock facts: foreach (var fact in facts.On(pages: null)) yield return [fact.Name, fact.Value]; break;
                case TableBlock table: yield return [$"Tabell: {table.Caption}"]; break;
                case SignatureBlock signature:
                    yield return [Signature.Line(signature)];
                    yield return [Signature.Name(signature), signature.Title];
                    break;
            }
        }
    }

    private static void Sheet(WorkbookPart workbook, string name, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<int> numbers)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var xml = OpenXmlWriter.Create(part))
        {
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                xml.WriteStartElement(new Row());
                for (var n = 0; n < row.Count; n++) xml.WriteElement(Cell(row[n], numbers.Contains(n)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        var sheets = workbook.Workbook.Sheets!;
        var taken = sheets.Elements<Sheet>().Select(s => s.Name!.Value!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(taken.Count + 1), Name = FreeName(name, taken) });
    }

    private static Cell Cell(string text, bool number) =>
        number && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? new Cell { CellValue = new CellValue(value), DataType = CellValues.Number }
        : new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })
        };

    /// <summary>Excel allows 31 characters, none of []:*?/\, and no name twice.</summary>
    private static string FreeName(string name, HashSet<string> taken)
    {
        var plain = string.Concat(name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        var free = plain.Length > 31 ? plain[..31].Trim() : plain;
        for (var n = 2; taken.Contains(free); n++) free = $"{plain[..Math.Min(plain.Length, 27)].Trim()} {n}";
        return free;
    }
}
