using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vattenpass.Domain.Words;
using Document = Vattenpass.Domain.Words.Document;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Vattenpass.Web.Documents;

/// <summary>Word: real headings, repeated table header rows, Swedish language, so that it can be read aloud and edited.</summary>
public static class DocxWriter
{
    private const int PortraitWidth = 9638, LandscapeWidth = 14570;
    private const int ColumnsThatNeedLandscape = 7;

    public static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var landscape = document.Tables.Any(t => t.Header.Count >= ColumnsThatNeedLandscape && t.Numbers.Count == 0);
            word.PackageProperties.Title = document.Title;
            word.PackageProperties.Subject = document.Subject;
            word.PackageProperties.Creator = document.Author;
            word.PackageProperties.Language = "sv-SE";
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Make();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Bullets();
            main.Document = new(new Body(document.Blocks.SelectMany(b => Block(b, landscape ? LandscapeWidth : PortraitWidth))
                .Append(Page(landscape))));
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Block(Block block, int width) => block switch
    {
        HeadingBlock heading => [Paragraph(heading.Text, heading.Level == 1 ? "Title" : $"Heading{heading.Level - 1}")],
        TextBlock text => [Paragraph(text.Text, null)],
        ListBlock list => list.Items.Select(i => Paragraph(i, "ListBullet")),
        FactsBlock facts =>
            [Paragraph(facts.Caption, "Caption"),
                Table(facts.Caption, null, [.. facts.Facts.Select(f => (IReadOnlyList<string>)[f.Name, f.Value])], [], width),
                Paragraph("", null)],
        TableBlock table =>
            [Paragraph(table.Caption, "Caption"), Table(table.Caption, table.Header, table.Rows, table.Numbers,
                width), Paragraph("", null)],
        SignatureBlock signature =>
            [Paragraph(Signature.Line(signature), null), Paragraph("", null), Paragraph(Signature.Name(signature), null),
                Paragraph(signature.Title, null)],
        _ => throw new InvalidOperationException($"No Word for {block.GetType().Name}."),
    };

    private static Paragraph Paragraph(string text, string? style, bool right = false)
    {
        var paragraph = new Paragraph();
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (style == "ListBullet")
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }));
        if (right) properties.Append(new Justification { Val = JustificationValues.Right });
        if (properties.HasChildren) paragraph.Append(properties);
        var lines = text.Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (n > 0) paragraph.Append(new Run(new Break()));
            // Word counts its own pages; the field is filled in when the document is opened.
            if (lines[n] == Fact.Pages) paragraph.Append(new SimpleField(new Run(new Text("–"))) { Instruction = "NUMPAGES", Dirty = true });
            else if (lines[n].Length > 0) paragraph.Append(new Run(new Text(lines[n]) { Space = SpaceProcessingModeValues.Preserve }));
        }
        return paragraph;
    }

    private static Table Table(string caption, IReadOnlyList<string>? header, IReadOnlyList<IReadOnlyList<string>> rows,
        IReadOnlyList<int> numbers, int width)
    {
        var columns = header?.Count ?? 2;
        var table = new Table(new TableProperties(
            new TableStyle { Val = "TableGrid" }, new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableLook { FirstRow = header is not null, FirstColumn = true }, new TableCaption { Val = caption }));
        table.Append(new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = $"{width / columns}" })));
        if (header is not null)
            table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()),
                .. header.Select((h, n) => Cell(h, "TableHead", numbers.Contains(n)))]));
        foreach (var row in rows)
            table.Append(new TableRow(row.Select((c, n) => Cell(c, n == 0 ? "TableHead" : "TableText", numbers.Contains(n)))));
        return table;
    }

    private static TableCell Cell(string text, string style, bool number) => new(Paragraph(text, style, number));

    private static SectionProperties Page(bool landscape) => new(
        landscape
            ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
}
