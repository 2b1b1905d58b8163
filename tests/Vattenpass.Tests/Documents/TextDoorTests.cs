using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Documents.Pdf;

namespace Vattenpass.Tests.Documents;

/// <summary>What Word, Excel and the web leave in a text becomes what it stood for, and every format says the same words.</summary>
public sealed partial class TextDoorTests
{
    [Theory]
    [InlineData("Rad ett\u000bRad två", "Rad ett\nRad två")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("Ko\u0308rning", "Körning")]
    [InlineData("av\u00advikelse", "avvikelse")]
    [InlineData("\ufb01nns", "finns")]
    [InlineData("Summa_x000D_klar", "Summa\nklar")]
    [InlineData("_x005F_x", "_x")]
    [InlineData("A\u200b1\ufeff\u202e2\u0007", "A12")]
    [InlineData("halv\ud83d", "halv")]
    [InlineData("\uf0b7 punkt", "• punkt")]
    [InlineData("Grüße, 5 kg – ”så” ☑ 😀", "Grüße, 5 kg – ”så” ☑ 😀")]
    public void It_becomes_what_it_stood_for(string typed, string clean) => Assert.Equal(clean, PlainText.Clean(typed));

    [Fact]
    public void Line_breaks_and_lists_stay_as_they_were_typed()
    {
        var blocks = Prose.Own("Först så här.\nSedan så.\n\nDet här gjordes:\n- ett\n- två\nOch så var det klart.").ToList();
        Assert.Equal("Först så här.\nSedan så.", Assert.IsType<TextBlock>(blocks[0]).Text);
        Assert.Equal("Det här gjordes:", Assert.IsType<TextBlock>(blocks[1]).Text);
        Assert.Equal(["ett", "två"], Assert.IsType<ListBlock>(blocks[2]).Items);
        Assert.Equal("Och så var det klart.", Assert.IsType<TextBlock>(blocks[3]).Text);
    }

    private const string Nasty = "Läkemedels\u00adsköterskan\u000bkontrollerade\u0001 ko\u0308ket_x000D_efter\u200b 8 ﬂyttar ☑ → ≥ 😀 =1+1 <b> & ∑ 中\n- punkt ett\n- punkt två";
    private static readonly string[] Words = ["Läkemedelssköterskan", "kontrollerade", "köket", "efter", "flyttar", "☑", "→", "≥", "😀", "=1+1", "<b>", "&", "∑", "punkt", "ett", "två"];

    [Fact]
    public void One_nasty_paragraph_says_the_same_words_in_every_format()
    {
        var document = new Document("Rubrik\u000b ☑", "Ämne", "Någon", new(2025, 2, 11),
        [
            new HeadingBlock(1, "Rubrik\u000b ☑"), .. Prose.Own(Nasty), new FactsBlock("Fakta", [new("Namn", Nasty)]),
            new TableBlock("Tabell", ["Vad", "Antal"], [[Nasty, "1"]], [1]), new SignatureBlock("Ort\u000b", null, "Någon\u0001", "Chef"),
        ]);
        foreach (var (name, _, write) in Formats.All)
        {
            var text = ReadBack(name, write(document));
            if (text is null) continue;
            foreach (var word in Words) Assert.True(text.Contains(word, StringComparison.Ordinal), $"{name}: {word} is missing in {text}");
            Assert.DoesNotContain("_x000D_", text, StringComparison.Ordinal);
            Assert.DoesNotContain('?', text);
            Assert.DoesNotContain("kontrolleradeköket", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sign_that_no_font_has_is_named_in_pdf()
    {
        if (WordsOf.Pdf(PdfWriter.Write(new("T", "", "", null, [Prose.Paragraph("Tecken 中 här.")]))) is { } text)
            Assert.Contains("[U+4E2D]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_do_not_run_together_where_a_line_of_pdf_ends()
    {
        var shown = new PdfFace("F1", new TrueTypeFont("Inter", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "fonts", "Inter_400Regular.ttf"))));
        var lines = TextLines.Break("ett två tre fyra\nfem Oavbrutetlångtordsommåstedelas", new PdfFont(shown), 10, 60);
        Assert.Equal("ett två tre fyra fem Oavbrutetlångtordsommåstedelas", string.Concat(lines));
        Assert.True(lines.Count > 4);
    }

    [Theory, BothDatabases]
    public async Task A_text_with_a_vertical_tab_never_stops_a_signing(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var address = $"/rapporter/{app.Cast.Report.Id}";
        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/avsnitt"), ("Input.OwnText", "Rad ett\u000bRad två\u0001"));
        app.Clock.Set(new(2027, 2, 1));
        var head = await app.AsAsync(Role.DepartmentHead);
        var signed = await head.SubmitAsync(await head.GetAsync($"{address}/signera"), ("Input.Read", "true"));
        Assert.True(signed.Location == address, signed.Html.QuerySelector(".fel")?.TextContent);
        await using var db = app.Db();
        Assert.Equal("Rad ett\nRad två", (await db.Reports.Include(r => r.Sections).FirstAsync(r => r.Id == app.Cast.Report.Id)).Section("").OwnText);
        foreach (var format in Formats.All) Assert.Equal(System.Net.HttpStatusCode.OK, (await head.GetAsync($"{address}/fil/{format.Name}")).Status);
    }

    private static string? ReadBack(string format, byte[] bytes) => format switch
    {
        "txt" => Encoding.UTF8.GetString(bytes),
        "html" => System.Net.WebUtility.HtmlDecode(Tags().Replace(Encoding.UTF8.GetString(bytes), " ")),
        "pdf" => WordsOf.Pdf(bytes),
        _ => System.Net.WebUtility.HtmlDecode(Tags().Replace(WordsOf.Zip(bytes), " ")),
    };

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
