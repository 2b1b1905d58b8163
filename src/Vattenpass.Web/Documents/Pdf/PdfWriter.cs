using System.Security;
using System.Text;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>
/// Tagged PDF (PDF/UA-1): headings, lists and tables in a structure tree, table headers with scope, language, title, bookmarks,
/// embedded fonts. Written here because no usable library exists for .NET; see docs/adr.
/// </summary>
public sealed class PdfWriter
{
    private const double Body = 10.5, Small = 8.5, Padding = 4, LineHeight = 1.4;
    /// <summary>A caption, a header and a row of three lines each, what a signature takes, and three lines of text.</summary>
    private const double TableBegins = 110, SignatureTakes = 100, TextBegins = 3 * Body * LineHeight;
    private static readonly (double Size, double Before, double After)[] Headings = [(20, 0, 8), (15, 16, 6), (12.5, 12, 4), (11, 8, 2)];
    private static readonly Lazy<(TrueTypeFont Regular, TrueTypeFont Bold)> Fonts = new(() =>
        (Load("Inter-Regular", "Inter_400Regular.ttf"), Load("Inter-Bold", "Inter_700Bold.ttf")));
    /// <summary>For the signs that the letters' font lacks: ticks, arrows, pictures.</summary>
    private static readonly Lazy<IReadOnlyList<TrueTypeFont>> Signs = new(() =>
        [Load("NotoSansSymbols2-Regular", "NotoSansSymbols2_400Regular.ttf"), Load("NotoEmoji-Regular", "NotoEmoji_400Regular.ttf")]);
    private readonly PdfFace[] faces;
    private readonly PdfFont regular, bold;
    private readonly PdfTag root = new("Document");
    private readonly List<(string Title, int Level, int Page, double Y)> bookmarks = [];
    private readonly PdfPages pages;
    private int pageCount;

    private PdfWriter(bool landscape)
    {
        pages = landscape ? new(842, 595) : new(595, 842);
        faces = [new("F1", Fonts.Value.Regular), new("F2", Fonts.Value.Bold), .. Signs.Value.Select((f, n) => new PdfFace($"F{n + 3}", f))];
        (regular, bold) = (new(faces[0], faces[2..]), new(faces[1], faces[2..]));
    }

    public static byte[] Write(Document document)
    {
        // The number of pages stands in the head, and is known when all is drawn.
        var counts = document.Blocks.OfType<FactsBlock>().Any(f => f.Facts.Any(fact => fact.Value == Fact.Pages));
        return Drawn(document, counts ? Drawn(document, 1).pages.Count : 1).Finish(document);
    }

    private static PdfWriter Drawn(Document document, int pageCount)
    {
        var writer = new PdfWriter(document.Tables.Any(t => t.Header.Count >= 7 && t.Numbers.Count == 0)) { pageCount = pageCount };
        writer.pages.New();
        for (var n = 0; n < document.Blocks.Count; n++) writer.Draw(document.Blocks[n], Beginning(document.Blocks, n));
        return writer;
    }

    /// <summary>The room that what begins at a block needs: a heading goes with what follows it, so that none stands alone at the foot of a page.</summary>
    private static double Beginning(IReadOnlyList<Block> blocks, int at) => at == blocks.Count ? 0 : blocks[at] switch
    {
        HeadingBlock heading when Of(heading) is var (size, before, after) =>
            before + size * LineHeight + after + Beginning(blocks, at + 1),
        TableBlock or FactsBlock => TableBegins,
        SignatureBlock => SignatureTakes,
        _ => TextBegins,
    };

    private void Draw(Block block, double needed)
    {
        switch (block)
        {
            case HeadingBlock heading: Heading(heading, needed); break;
            case TextBlock text: Lines(root.Child("P"), regular, Body, text.Text, 0); pages.Down(6); break;
            case ListBlock list: List(list); break;
            case FactsBlock facts:
                Table(facts.Caption, null, [.. facts.On(pageCount).Select(f =>
                (IReadOnlyList<string>)[f.Name, f.Value])], []); break;
            case TableBlock table: Table(table.Caption, table.Header, table.Rows, table.Numbers); break;
            case SignatureBlock signature:
                Room(SignatureTakes);
                pages.Down(12);
                Lines(root.Child("P"), regular, Body, Signature.Line(signature), 0);
                pages.Down(18);
                Lines(root.Child("P"), bold, Body, Signature.Name(signature), 0);
                Lines(root.Child("P"), regular, Body, signature.Title, 0);
                break;
        }
    }

    private static (double Size, double Before, double After) Of(HeadingBlock heading) => Headings[Math.Min(heading.Level, 4) - 1];

    private void Heading(HeadingBlock heading, double needed)
    {
        var (size, before, after) = Of(heading);
        if (pages.Left < needed) pages.New();
        else pages.Down(before);
        bookmarks.Add((heading.Text, heading.Level, pages.Current, pages.Y));
        Lines(root.Child($"H{Math.Min(heading.Level, 6)}"), bold, size, heading.Text, 0);
        pages.Down(after);
    }

    private void List(ListBlock list)
    {
        var tag = root.Child("L", "/A << /O /List /ListNumbering /Disc >>");
        foreach (var item in list.Items)
        {
            var entry = tag.Child("LI");
            Room(Body * LineHeight);
            pages.Text(entry.Child("Lbl"), regular, Body, PdfPages.Margin + 4, pages.Y - Body, "•");
            Lines(entry.Child("LBody"), regular, Body, item, 16);
        }
        pages.Down(6);
    }

    private void Lines(PdfTag tag, PdfFont font, double size, string text, double indent)
    {
        foreach (var line in TextLines.Break(text, font, size, pages.TextWidth - indent))
        {
            Room(size * LineHeight);
            if (!string.IsNullOrWhiteSpace(line)) pages.Text(tag, font, size, PdfPages.Margin + indent, pages.Y - size, line);
            pages.Down(size * LineHeight);
        }
    }

    private void Room(double needed)
    {
        if (pages.Left < needed) pages.New();
    }

    private void Table(string caption, IReadOnlyList<string>? header, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> numbers)
    {
        List<IReadOnlyList<string>> all = header is null ? [.. rows] : [header, .. rows];
        var widths = TextLines.Columns(all, numbers, bold, Small, pages.TextWidth, Padding);
        var tag = root.Child("Table");
        Room(TableBegins);
        Lines(tag.Child("Caption"), bold, Body, caption, 0);
        pages.Down(2);
        if (header is not null) Row(tag.Child("TR"), header, widths, numbers, isHeader: true, null);
        foreach (var row in rows) Row(tag.Child("TR"), row, widths, numbers, isHeader: false, header);
        pages.Down(12);
    }

    /// <summary>A row that does not fit is split between lines; on the new page the header is repeated as decoration, not as content.</summary>
    private void Row(PdfTag? tag, IReadOnlyList<string> cells, double[] widths, IReadOnlyList<int> numbers, bool isHeader,
        IReadOnlyList<string>? header)
    {
        const double lineHeight = Small * 1.35;
        var fonts = cells.Select((_, n) => isHeader || n == 0 ? bold : regular).ToList();
        var lines = cells.Select((c, n) => TextLines.Break(c, fonts[n], Small, widths[n] - 2 * Padding)).ToList();
        var tags = cells.Select((_, n) => tag is null
            ? null
            : isHeader ? tag.Child("TH", "/A << /O /Table /Scope /Column >>")
            : n == 0 ? tag.Child("TH", "/A << /O /Table /Scope /Row >>")
            : tag.Child("TD")).ToList();
        var (done, total) = (0, lines.Max(l => l.Count));
        while (done < total)
        {
            var fits = (int)((pages.Left - 2 * Padding) / lineHeight);
            if (fits < Math.Min(total - done, 3))
            {
                pages.New();
                if (header is not null) Row(null, header, widths, numbers, isHeader: true, null);
                fits = (int)((pages.Left - 2 * Padding) / lineHeight);
            }
            var count = Math.Min(fits, total - done);
            var height = count * lineHeight + 2 * Padding;
            var x = PdfPages.Margin;
            for (var n = 0; n < cells.Count; n++)
            {
                pages.Rectangle(x, pages.Y - height, widths[n], height, isHeader ? 0.93 : null);
                for (var l = 0; l < count && done + l < lines[n].Count; l++)
                {
                    var text = lines[n][done + l];
                    if (string.IsNullOrWhiteSpace(text)) continue;
                    var at = numbers.Contains(n) ? x + widths[n] - Padding - fonts[n].Width(text.TrimEnd(), Small) : x + Padding;
                    pages.Text(tags[n], fonts[n], Small, at, pages.Y - Padding - Small - l * lineHeight, text);
                }
                x += widths[n];
            }
            pages.Down(height);
            done += count;
        }
    }

    private byte[] Finish(Document document)
    {
        for (var page = 0; page < pages.Count; page++)
            pages.Text(null, regular, Small, PdfPages.Margin, PdfPages.Margin - 14, $"{document.Title}, sida {page + 1} av {pages.Count}", page);
        var pdf = new PdfFile();
        var (tree, catalog, structure) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve());
        var objects = Enumerable.Range(0, pages.Count).Select(_ => pdf.Reserve()).ToList();
        var embedded = faces.Where(f => f.IsUsed).Select(f => $"/{f.Resource} {f.Embed(pdf)} 0 R");
        var resources = pdf.Add($"<< /Font << {string.Join(' ', embedded)} >> >>");
        for (var page = 0; page < pages.Count; page++)
        {
            var content = pdf.AddStream(Encoding.ASCII.GetBytes(pages.Content(page)));
            pdf.Set(objects[page], $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {pages.Width:0} {(pages.Width > 600 ? 595 : 842)}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {page} /Tabs /S >>");
        }
        pdf.Set(tree, $"<< /Type /Pages /Kids [{string.Join(' ', objects.Select(o => $"{o} 0 R"))}] /Count {objects.Count} >>");

        var owners = new SortedDictionary<int, SortedDictionary<int, int>>();
        var top = root.Write(pdf, structure, objects, owners);
        var numbers = string.Join(' ', owners.Select(o => $"{o.Key} [{string.Join(' ', o.Value.Values.Select(v => $"{v} 0 R"))}]"));
        var parents = pdf.Add($"<< /Nums [{numbers}] >>");
        pdf.Set(structure, $"<< /Type /StructTreeRoot /K [{top} 0 R] /ParentTree {parents} 0 R /ParentTreeNextKey {pages.Count} >>");

        var metadata = pdf.AddStream(Encoding.UTF8.GetBytes(Xmp(document)), "/Type /Metadata /Subtype /XML", compress: false);
        pdf.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (sv-SE) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Metadata {metadata} 0 R /ViewerPreferences << /DisplayDocTitle true >> /Outlines {Outlines(pdf, objects)} 0 R /PageMode /UseOutlines >>");
        var info =
            pdf.Add($"<< /Title {PdfFile.Text(document.Title)} /Subject {PdfFile.Text(document.Subject)} /Author {PdfFile.Text(document.Author)} /Producer {PdfFile.Text("Vattenpass")} >>");
        return pdf.Finish(catalog, info);
    }

    /// <summary>Bookmarks in one level: the headings a reader looks for.</summary>
    private int Outlines(PdfFile pdf, List<int> pageObjects)
    {
        var shown = bookmarks.Where(b => b.Level <= 3).ToList();
        var outlines = pdf.Reserve();
        var numbers = shown.Select(_ => pdf.Reserve()).ToList();
        for (var n = 0; n < shown.Count; n++)
        {
            var links = (n > 0 ? $" /Prev {numbers[n - 1]} 0 R" : "") + (n < shown.Count - 1 ? $" /Next {numbers[n + 1]} 0 R" : "");
            pdf.Set(numbers[n], FormattableString.Invariant($"<< /Title {PdfFile.Text(shown[n].Title)} /Parent {outlines} 0 R{links} /Dest [{pageObjects[shown[n].Page]} 0 R /XYZ 0 {shown[n].Y:0} 0] >>"));
        }
        pdf.Set(outlines, shown.Count == 0 ? "<< /Type /Outlines /Count 0 >>" : $"<< /Type /Outlines /First {numbers[0]} 0 R /Last {numbers[^1]} 0 R /Count {shown.Count} >>");
        return outlines;
    }

    private static string Xmp(Document document) => $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>sv-SE</rdf:li></rdf:Bag></dc:language>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;

    private static TrueTypeFont Load(string name, string file) =>
        new(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "fonts", file)));
}
