using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents.Pdf;

namespace Vattenpass.Tests.Documents;

/// <summary>What PDF/UA-1 (ISO 14289-1) asks of our files, as far as it can be told from the file itself.</summary>
public sealed partial class PdfTests
{
    private static readonly Document Sample = new("Rapport åäö", "Helår 2024", "Utvecklingsledare", new(2025, 2, 11),
    [
        new HeadingBlock(1, "Rubrik"), Prose.Paragraph("Ett stycke med å, ä, ö, ”citat” och – tankstreck."), new ListBlock(["en", "två"]),
        new TableBlock("Tabell", ["Namn", "Antal"],
            [.. Enumerable.Range(1, 120)
                .Select(n => (IReadOnlyList<string>)[$"Rad {n} {string.Join(' ', Enumerable.Repeat("lång text", n % 9))}", $"{n}"])],
            [1]),
        new FactsBlock("Fakta", [new("Ort", "Lillsjö")]),
        new SignatureBlock("Lillsjö", new(2025, 2, 11), "Förvaltningschef", "Förvaltningschef"),
    ]);

    private static string Raw(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [Fact]
    public void It_is_tagged_in_Swedish_with_a_title_and_says_that_it_is_PDF_UA()
    {
        var pdf = Raw(PdfWriter.Write(Sample));
        foreach (var needed in new[] { "/MarkInfo << /Marked true >>", "/Lang (sv-SE)", "/StructTreeRoot", "/DisplayDocTitle true",
            "<pdfuaid:part>1</pdfuaid:part>", "/Tabs /S", "/Outlines", "/ParentTree" })
            Assert.Contains(needed, pdf, StringComparison.Ordinal);
    }

    /// <summary>Row 2 of what the sources ask for: the head of the document tells how many pages it has.</summary>
    [Fact]
    public void The_head_tells_as_many_pages_as_there_are()
    {
        var bytes = PdfWriter.Write(Sample with { Blocks = [new FactsBlock("Dokumenthuvud", [new("Antal sidor", Fact.Pages)]), .. Sample.Blocks] });
        var pages = Contents(bytes).Count();
        Assert.True(pages > 1);
        if (WordsOf.Pdf(bytes) is { } text) Assert.Matches($@"Antal sidor\s+{pages}\b", text);
    }

    [Fact]
    public void Every_font_is_embedded_and_can_be_read_aloud()
    {
        var pdf = Raw(PdfWriter.Write(Sample));
        Assert.Equal(2, Regex.Count(pdf, "/FontFile2 "));
        Assert.Equal(2, Regex.Count(pdf, "/ToUnicode "));
    }

    [Fact]
    public void Every_mark_on_a_page_belongs_to_one_element_and_nothing_is_left_unmarked()
    {
        var bytes = PdfWriter.Write(Sample);
        var marked = Contents(bytes).Sum(c => Regex.Count(c, "/MCID \\d+"));
        Assert.Equal(marked, Regex.Count(Raw(bytes), "/Type /MCR"));
        foreach (var content in Contents(bytes))
        {
            Assert.Equal(Regex.Count(content, "(BDC|BMC)\n"), Regex.Count(content, "EMC\n"));
            Assert.Equal(Regex.Count(content, "\nBT|^BT"), Regex.Count(content, "(BDC|BMC)\nBT"));
        }
    }

    [Fact]
    public void Tables_have_headers_with_scope_and_rows_of_equal_width()
    {
        var pdf = Raw(PdfWriter.Write(Sample));
        Assert.Equal(2, Regex.Count(pdf, "/Scope /Column"));
        Assert.Equal(121, Regex.Count(pdf, "/Scope /Row"));
        Assert.Equal(122, Regex.Count(pdf, "/S /TR "));
    }

    [Fact]
    public void The_cross_reference_table_points_at_every_object()
    {
        var bytes = PdfWriter.Write(Sample);
        var pdf = Raw(bytes);
        var offsets = Regex.Matches(pdf, "^(\\d{10}) 00000 n ", RegexOptions.Multiline).Select(m => int.Parse(m.Groups[1].Value)).ToList();
        Assert.All(offsets.Select((offset, n) => (offset, n)),
            x => Assert.StartsWith($"{x.n + 1} 0 obj", pdf[x.offset..], StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(PdfWriter.Write(Sample), PdfWriter.Write(Sample));

    [Fact]
    public void Swedish_letters_come_out_when_the_text_is_copied()
    {
        if (WordsOf.Pdf(PdfWriter.Write(Sample)) is { } text)
            Assert.Contains("Ett stycke med å, ä, ö, ”citat” och – tankstreck.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_heading_stands_alone_at_the_foot_of_a_page()
    {
        Block table = new TableBlock("Tabell", ["Namn på två rader när kolumnen är smal", "Antal"], [["Rad 1", "1"], ["Rad 2", "2"]], [1]);
        for (var lines = 0; lines < 60; lines++)
        {
            List<Block> blocks = [.. Enumerable.Repeat(Prose.Paragraph("Rad"), lines), new HeadingBlock(2, "Rubrik"),
                new HeadingBlock(3, "Underrubrik"), table];
            var pages = Contents(PdfWriter.Write(Sample with { Blocks = blocks })).ToList();
            var page = pages.FindIndex(c => c.Contains("/H2 ", StringComparison.Ordinal));
            Assert.All(new[] { "/H3 ", "/Caption ", "/TD " },
                tag => Assert.Equal(page, pages.FindIndex(c => c.Contains(tag, StringComparison.Ordinal))));
        }
    }

    private static IEnumerable<string> Contents(byte[] bytes)
    {
        var pdf = Raw(bytes);
        foreach (Match match in Regex.Matches(pdf, "/Length (\\d+) /Filter /FlateDecode >>\nstream\n"))
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes, match.Index + match.Length, int.Parse(match.Groups[1].Value)), CompressionMode.Decompress);
            using var reader = new StreamReader(zlib, Encoding.Latin1);
            var content = reader.ReadToEnd();
            if (content.Contains(" Tj ET", StringComparison.Ordinal)) yield return content;
        }
    }
}
