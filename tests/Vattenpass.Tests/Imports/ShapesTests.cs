using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Tests.Imports;

/// <summary>The same truth in another shape gives the same answer.</summary>
public sealed class ShapesTests
{
    private static readonly string[][] Rows = [["telefon-id", "enhet", "område"], .. Enumerable.Range(1, 12).Select(n => new[] { $"T{n:00}", n % 2 == 0 ? "Ekbacken" : "Åsgården", "Äldreomsorg" })];

    private static string Joined(string separator) => string.Concat(Rows.Select(r => string.Join(separator, r) + "\r\n"));

    private static byte[] Document(string format) => Formats.Of(format).Write(new("Telefoner", "2026", "Socialnämnden", null,
        [new HeadingBlock(1, "Telefoner i bruk"), new TableBlock("Om listan", ["Uttag", "Av"], [["2026-11-01", "IT"]], []), new TableBlock("Lista", Rows[0], [.. Rows.Skip(1)], [])]));

    public static TheoryData<string, byte[]> Shapes => new()
    {
        { "semikolon.csv", Encoding.UTF8.GetBytes(Joined(";")) },
        { "komma.csv", Encoding.UTF8.GetBytes("sep=,\r\n" + Joined(",")) },
        { "tabbar.tsv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Joined("\t"))).ToArray() },
        { "lodstreck.txt", Encoding.Latin1.GetBytes(Joined("|")) },
        { "bok.xlsx", Document("xlsx") },
        { "tabell.docx", Document("docx") },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void A_register_is_the_same_whatever_it_is_written_as(string name, byte[] bytes)
    {
        var sheet = SheetReader.Read(name, bytes, KindsInUse.BuiltIn.Knows);
        var file = RegisterFile.Read(sheet, KindsInUse.BuiltIn, Pseudonyms.OfThisRun())!;
        Assert.True(file.Errors.Count == 0, string.Join('\n', file.Errors));
        Assert.Equal(Rows.Skip(1).Select(r => string.Join('|', r)), file.Rows.Select(r => $"{r["telefon-id"]}|{r["enhet"]}|{r["område"]}"));
    }

    [Fact]
    public void A_document_without_tables_and_a_bomb_are_named()
    {
        var bare = Formats.Of("docx").Write(new("Brev", "", "", null, [new TextBlock([new("Hej")])]));
        Assert.Contains("Worddokument utan tabeller", Assert.Throws<Domain.Refusal>(() => SheetReader.Read("brev.docx", bare)).Message, StringComparison.Ordinal);
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
        {
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>"u8);
            for (var n = 0; n < 3000; n++) part.Write(new byte[100_000].Select(_ => (byte)'a').ToArray());
            part.Write("</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"u8);
        }
        Assert.Throws<Domain.Refusal>(() => SheetReader.Read("bomb.docx", made.ToArray()));
    }

    [Theory]
    [InlineData("svinn av morfin", 48, 47, "brist i saldo")]
    [InlineData("räknefel", 47, 48, "överskott i saldo")]
    [InlineData("brist i saldo", 12, 12, "lika saldo i filen")]
    [InlineData("fel narkotikajournal", 12, 12, "fel narkotikajournal")]
    [InlineData("brist i saldo", null, 12, "brist i saldo")]
    public void Two_balances_and_not_the_word_make_a_difference(string word, int? book, int? counted, string kind) =>
        Assert.Equal(kind, StoreFaults.KindOf(word, book, counted));

    [Theory, BothDatabases]
    public async Task A_difference_that_the_file_calls_something_else_is_counted_as_one(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        using (databases)
        {
            await using var db = databases.OpenAsSystem("test");
            var result = await new RegisterImporter(db).RunAsync(
            [
                ("o.csv", Encoding.UTF8.GetBytes("kod;namn;typ;överordnad\nSN;Nämnden;nämnd;\nE1;Ekbacken;enhet;SN\n")),
                ("f.csv", Encoding.UTF8.GetBytes("förråd;enhet\nF1;Ekbacken\n")),
                ("n.csv", Encoding.UTF8.GetBytes("förråd;period;avvikelsetyp;preparat;journalsaldo;räknat_saldo;utredning;återkopplad_MAS\nF1;2025-02;svinn;Morfin;10;9;nej;nej\nF1;2025-03;brist i saldo;Morfin;9;9;nej;nej\n")),
            ], 2025, Provenance.Unknown, dryRun: false);
            Assert.True(result.Errors.Count == 0, string.Join('\n', result.Errors));
            var kinds = await db.Deviations.AsNoTracking().Select(d => d.Kind).ToListAsync();
            Assert.Equal([StoreFaults.Shortage, StoreFaults.Even], kinds.Order(StringComparer.Ordinal));
            Assert.Contains(await db.Deviations.AsNoTracking().ToListAsync(), d => d.Description.StartsWith("svinn: Morfin", StringComparison.Ordinal));
        }
    }
}
