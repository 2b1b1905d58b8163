using System.IO.Compression;
using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Tests.Imports;

public sealed class ReadingTests
{
    private const string Phones = "telefon-id;enhet;område\nT1;Björkhaga;SÄBO\nT2;Åsen;SÄBO\n";

    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "windows-1252", "ibm850"];

    [Theory, MemberData(nameof(Encodings))]
    public void The_same_file_reads_the_same_in_any_encoding(string name)
    {
        var encoding = name == "utf-8-bom"
            ? new UTF8Encoding(true)
            : name == "utf-8" ? new UTF8Encoding(false)
            : Encoding.GetEncoding(name);
        var sheet = SheetReader.Read("f.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(Phones)]);
        Assert.Equal(["telefon-id", "enhet", "område"], sheet.Headers);
        Assert.Equal("Björkhaga", sheet.Rows[0].At(1));
        Assert.Equal("Åsen", sheet.Rows[1].At(1));
    }

    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("sep=|\na|b\n1|2")]
    [InlineData("\"a\";\"b\"\n\"1\";\"2\"\n\n")]
    [InlineData("a;b\n1;2\nSumma;2\n")]
    public void Any_separator_and_line_end_will_do(string text)
    {
        var sheet = SheetReader.Read("f.csv", Encoding.UTF8.GetBytes(text));
        Assert.Equal(["a", "b"], sheet.Headers);
        Assert.Equal(["1", "2"], Assert.Single(sheet.Rows).Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_quoted_cell_may_hold_separators_quotes_and_line_breaks_and_rows_keep_their_line_number()
    {
        var sheet = SheetReader.Read("f.csv", Encoding.UTF8.GetBytes("a;b\n\"x;\"\"y\"\"\r\nz\";2\n3;4\n"));
        Assert.Equal("x;\"y\"\r\nz", sheet.Rows[0].At(0));
        Assert.Equal((2, 4), (sheet.Rows[0].Line, sheet.Rows[1].Line));
    }

    [Theory]
    [InlineData("Windows-1252", "id;namn\r\n1;\u201dAsk\u201d gata\r\n")]
    [InlineData("Windows-1252", "id;namn\n1;kallas \u201dstora huset\u201d\n2;\u201da\u201d och \u201db\u201d\n")]
    [InlineData("CP850", "id;namn\n1;kö\n2;övrigt\n")]
    [InlineData("CP850", "id;namn\n1;kö;övrigt\n")]
    [InlineData("CP850", "id;namn\n1;övrigt kött\n")]
    public void Quotes_of_Windows_and_the_letter_of_an_older_page_are_told_apart(string encoding, string text)
    {
        Assert.Throws<System.Text.DecoderFallbackException>(() => new System.Text.UTF8Encoding(false, true).GetString(Bytes()));
        Assert.Equal((text, encoding), TextDecoding.Decode("f.csv", Bytes()));
        byte[] Bytes() => System.Text.Encoding.GetEncoding(encoding == "CP850" ? 850 : 1252).GetBytes(text);
    }

    [Theory]
    [InlineData("04-MAR-24", "2024-03-04")]
    [InlineData("4 mars 2024", "2024-03-04")]
    [InlineData("31-OKT-2023", "2023-10-31")]
    [InlineData("5 May 2024", "2024-05-05")]
    [InlineData("04-MAR-24 10:15", "2024-03-04")]
    [InlineData("31 april 2024", null)]
    [InlineData("4 foo 2024", null)]
    public void A_day_with_its_month_in_letters_is_a_day(string text, string? day)
    {
        Assert.Equal(day is not null, CellReading.TryRead(new("datum", ColumnType.Date), new Cell(text), out var read, out _));
        if (day is not null) Assert.Equal(day, read);
    }

    [Theory]
    [InlineData("Skapad 2026-11-27 av admin\n\nIMEI;Kst-namn;Chef\n356938035643809;Ask;A\n", "IMEI")]
    [InlineData("Ärendenr;Ärendetyp;Inkom;Status\nA-101;Barnutr;2026-08-01;Avslutad\n", "Ärendenr")]
    public void Headers_that_nobody_knows_are_found_below_a_title_and_above_a_known_word(string text, string first) =>
        Assert.Equal(first, SheetReader.Read("f.csv", System.Text.Encoding.UTF8.GetBytes(text), KindsInUse.BuiltIn.Knows).Headers[0]);

    [Fact]
    public void Bytes_that_fit_no_encoding_are_refused_and_not_guessed() =>
        Assert.Contains("okänd teckenkodning",
            Assert.Throws<Refusal>(() => SheetReader.Read("f.csv", [0x61, 0x3B, 0x81, 0x0A, 0x90, 0x9D])).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("telefon-id;enhet;område\nTotal Care 1;7100;\nT2;Ask;\n", 2)]
    [InlineData("telefon-id;enhet;område\nT1;Ask;\nAsk Summa;1;\nS:a;1;\nTotalsumma;;\n", 1)]
    [InlineData("avvikelsetyp;förråd;period;utredning;återkopplad_MAS\nantal;F1;2024-05;nej;nej\n", 1)]
    [InlineData("telefon-id;enhet;område\nAntalsvägen 3;Ask;\n", 1)]
    [InlineData("telefon-id;enhet;område\nT1;Ask;SÄBO, LSS, HSL, IFO\nT2;Ask;SÄBO, LSS, HSL, IFO\nT3;Ask;SÄBO, LSS, HSL, IFO\n", 3)]
    public void A_sum_is_left_out_and_a_row_that_looks_like_one_is_not(string text, int rows) =>
        Assert.Equal(rows, SheetReader.Read("f.csv", Encoding.UTF8.GetBytes(text), KindsInUse.BuiltIn.Knows).Rows.Count);

    [Fact]
    public void A_quote_too_many_that_takes_rows_with_it_is_refused() =>
        Assert.Contains("innehåller hela rader",
            Assert.Throws<Refusal>(() => SheetReader.Read("f.csv", Encoding.UTF8.GetBytes("a;b;c\n1;2;\"Se mejl\n3;4;ok\n5;6;\"Klart\"\n7;8;x\n"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_quote_that_never_closes_says_where_it_opened() =>
        Assert.Contains("rad 2",
            Assert.Throws<Refusal>(() => SheetReader.Read("f.csv", Encoding.UTF8.GetBytes("a;b\n\"1;2\n3;4\n"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("anställnings-id;enhet;från;till", "sjukfrånvaro")]
    [InlineData("anstallningsid;Enhet;FRÅN;Till;befattning", "anställda")]
    [InlineData("System;Anställnings id;Roll;Enhet;från;till;övrigt", "behörigheter")]
    [InlineData("telefon-id;enhet;område", "mobiltelefoner")]
    [InlineData("Förråd;Period;Avvikelsetyp;Preparat;Journal-saldo;Räknat saldo;Utredning;Återkopplad MAS", "narkotikaavvikelser")]
    public void A_register_is_known_by_its_headers(string headers, string kind) =>
        Assert.Equal(kind, RegisterKind.Recognise(headers.Split(';'))!.Key);

    [Fact]
    public void Unknown_headers_are_no_register() => Assert.Null(RegisterKind.Recognise(["färg", "smak"]));

    [Fact]
    public void A_missing_column_is_named()
    {
        var file = RegisterFile.Read(SheetReader.Read("f.csv",
            Encoding.UTF8.GetBytes("telefon-id;område\nT1;SÄBO\n")), KindsInUse.BuiltIn, Pseudonyms.OfThisRun())!;
        Assert.Equal("f.csv, rad 1, kolumnen enhet: kolumnen saknas i registret mobiltelefoner. Lägg till den i filen, eller säg i en kolumnprofil vad den heter.", Assert.Single(file.Errors).ToString());
    }

    [Fact]
    public void Two_equal_rows_count_twice_where_there_is_no_key_and_once_where_there_is()
    {
        var twice = RegisterFile.Read(SheetReader.Read("f.csv",
            Encoding.UTF8.GetBytes("förråd;period;avvikelsetyp;utredning;återkopplad_MAS\nF1;2024-05;brist i saldo;nej;nej\nF1;2024-05;brist i saldo;nej;nej\n")), KindsInUse.BuiltIn, Pseudonyms.OfThisRun())!;
        Assert.Equal(2, twice.Rows.Select(r => r.Key).Distinct().Count());
        var once = RegisterFile.Read(SheetReader.Read("f.csv",
            Encoding.UTF8.GetBytes("telefon-id;enhet;område\nT1;A;B\nT1;A;B\n")), KindsInUse.BuiltIn, Pseudonyms.OfThisRun())!;
        Assert.Single(once.Rows);
        var clash = RegisterFile.Read(SheetReader.Read("f.csv",
            Encoding.UTF8.GetBytes("telefon-id;enhet;område\nT1;A;B\nT1;C;B\n")), KindsInUse.BuiltIn, Pseudonyms.OfThisRun())!;
        Assert.Single(clash.Errors);
    }

    [Fact]
    public void A_workbook_is_read_with_its_dates_and_shared_texts()
    {
        var bytes =
            Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>från</t></is></c></row><row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"C3\" s=\"1\"><v>45292</v></c></row>");
        var sheet = SheetReader.Read("f.xlsx", bytes);
        Assert.Equal(["anställnings-id", "", "från"], sheet.Headers);
        Assert.Equal((3, "7", "2024-01-01"), (sheet.Rows[0].Line, sheet.Rows[0].At(0), sheet.Rows[0].At(2)));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_unfolds()
    {
        var bytes = Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
            + new string('x', 210 * 1024 * 1024)
            + "</t></is></c></row>");
        Assert.True(bytes.Length < 2 * 1024 * 1024);
        Assert.Throws<Refusal>(() => SheetReader.Read("f.xlsx", bytes));
    }

    [Fact]
    public void A_file_that_only_looks_like_a_workbook_is_refused() =>
        Assert.Throws<Refusal>(() => SheetReader.Read("f.xlsx", [0x50, 0x4B, 3, 4, 1, 2, 3]));

    private static byte[] Workbook(string rows)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
            Add(zip, "xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>anställnings-id</t></si></sst>");
            Add(zip, "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        writer.Write(text);
    }
}
