using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Vattenpass.Domain;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.Imports;

/// <summary>A file made to break the reader is refused in words, within bounds; nobody waits for it.</summary>
public sealed class HostileFileTests
{
    private static byte[] Xlsx(string sheet, string shared = "<sst><si><t>a</t></si></sst>")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, text) in new[] { ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", shared) })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        return stream.ToArray();
    }

    private static string Row(string cell) => $"<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "negativt index", Xlsx(Row("<c r=\"A1\" t=\"s\"><v>-1</v></c>")) },
        { "för stor kolumn", Xlsx(Row("<c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c>")) },
        { "märke och Latin-1", [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes("telefon-id;enhet\nT1;Åsen\n")] },
        { "ofullständig xml", Xlsx("<worksheet><sheetData><row>") },
        { "datum utanför", Xlsx(Row("<c r=\"A1\" s=\"1\"><v>-99999999</v></c>")) },
        { "många textdelar", Xlsx(Row("<c r=\"A1\" t=\"s\"><v>0</v></c>"),
            "<sst><si>" + string.Concat(Enumerable.Repeat("<r><t>xxxxxxxxxxxxxxxxxxxx</t></r>", 400_000)) + "</si></sst>") },
    };

    [Theory, MemberData(nameof(Files))]
    public void It_is_refused_in_words_and_soon(string what, byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        var refusal = Record.Exception(() => SheetReader.Read("fil.xlsx", bytes));
        Assert.True(refusal is null or Refusal, $"{what}: {refusal}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), what);
    }

    /// <summary>A sheet of so many rows of twenty cells; the numbers differ, so it packs as a real one does.</summary>
    private static byte[] Rows(int rows, Func<int, string> cell)
    {
        var (text, random) = (new StringBuilder("<worksheet xmlns:x=\"urn:x\"><sheetData>"), new Random(1));
        for (var row = 0; row < rows; row++)
        {
            text.Append("<row>");
            for (var n = 0; n < 20; n++) text.Append(cell(random.Next(100_000)));
            text.Append("</row>");
        }
        return Xlsx(text.Append("</sheetData></worksheet>").ToString());
    }

    public static TheoryData<string, Func<byte[]>> TooLarge => new()
    {
        { "fler än 2500000 celler", () => Rows(195_000, n => $"<c><v>{n}</v></c>") },
        { "fler än 2500000 celler", () => Rows(130_000, n => $"<x:c><x:is><x:t>{n}</x:t></x:is></x:c>") },
        { "tomma celler", () => Rows(700_000, n => $"<c s=\"{n % 90}\"/>") },
        { "för stor när den packas upp", () => Xlsx($"<worksheet><sheetData><row r=\"1\" x=\"{new string('x', 180_000_000)}\"/></sheetData></worksheet>") },
        { "rad 2: det står något i kolumn XFD", () => Xlsx("<worksheet><sheetData><row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData></worksheet>") },
    };

    /// <summary>What is far too large is refused before it is read, and the message says which limit.</summary>
    [Theory, MemberData(nameof(TooLarge))]
    public void It_is_refused_with_the_limit_it_breaks(string said, Func<byte[]> make)
    {
        var bytes = make();
        var clock = Stopwatch.StartNew();
        var refusal = Assert.Throws<Refusal>(() => SheetReader.Read("fil.xlsx", bytes));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), said);
    }

    [Fact]
    public void A_cell_far_out_with_only_a_colour_is_no_column()
    {
        var sheet = SheetReader.Read("fil.xlsx", Xlsx("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"XFD2\" s=\"1\"/></row></sheetData></worksheet>"));
        Assert.Equal(["7"], sheet.Rows.Single().Cells.Select(c => c.Text));
    }

    [Fact]
    public void The_reading_stops_when_the_sender_has_left()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SheetReader.Read("f.csv", Encoding.UTF8.GetBytes("a;b\n1;2\n"), stop: left.Token));
    }

    [Fact]
    public async Task More_files_than_a_form_takes_are_refused_with_what_to_do()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var browser = await app.AsAsync(Domain.Organisation.Role.Coordinator);
        var files = Enumerable.Range(0, 1500).Select(n => ($"f{n}.csv", "a;b\n1;2\n")).ToArray();
        var answer = await browser.UploadAsync(await browser.GetAsync("/register/las-in"), "Filer", files);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("skicka en del i taget", answer.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Thousands_of_unknown_units_and_a_stair_of_units_are_refused(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var importer = new Web.Features.Registers.RegisterImporter(db);
        var phones = "telefon-id;enhet;område\n" + string.Concat(Enumerable.Range(0, 5000).Select(n => $"T{n};Okänd {n};\n"));
        var result = await importer.RunAsync([("telefoner.csv", Encoding.UTF8.GetBytes(phones))], 2026, Domain.Registers.Provenance.Unknown, dryRun: true, acceptLargeChange: true);
        Assert.Contains(result.Errors, e => e.Text.Contains("fler än 200 enheter", StringComparison.Ordinal));

        var stair = "kod;namn;typ;överordnad\n" + string.Concat(Enumerable.Range(0, 5000).Select(n => $"E{n};Enhet {n};enhet;{(n == 0 ? "" : $"E{n - 1}")}\n"));
        result = await importer.RunAsync([("organisation.csv", Encoding.UTF8.GetBytes(stair))], 2026, Domain.Registers.Provenance.Unknown, dryRun: true);
        Assert.Contains(result.Errors, e => e.Text.Contains("nivåer ner", StringComparison.Ordinal));
    }
}
