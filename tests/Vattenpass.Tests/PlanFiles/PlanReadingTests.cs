using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Tests.Fences;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.PlanFiles;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.PlanFiles;

/// <summary>Plans and follow-ups in the layouts that municipalities use, and what is read out of them.</summary>
public sealed class PlanReadingTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures");

    private static ReadPlan Read(string file, int? year = null, PlanWording? wording = null, params string[] known) =>
        PlanReader.Read(PlanFileReader.Read(file, File.ReadAllBytes(Path.Combine(Folder, file)), default), wording ?? PlanWording.None, known, year);

    private static JsonObject Json(ReadPlan read) => JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(PlanJson.Of(read, false), ReadableJson.Options))!.AsObject();

    /// <summary>The same without what differs by nature between two files of the same plan: where in them it stands.</summary>
    private static JsonObject WithoutPlaces(JsonObject plan)
    {
        foreach (var item in new[] { "risks", "controls", "measures" }.SelectMany(k => plan[k]!.AsArray())) item!.AsObject().Remove("place");
        foreach (var warning in plan["warnings"]!.AsArray()) { warning!.AsObject().Remove("table"); warning.AsObject().Remove("row"); }
        return plan;
    }

    [Fact]
    public void The_public_half_year_follow_up_gives_the_same_from_Word_and_from_Excel()
    {
        var (word, excel) = (Json(Read("delar-2022/uppfoljning-delar-2022.docx")), Json(Read("delar-2022/uppfoljning-delar-2022.xlsx")));
        Assert.Equal((8, 7, 3), (word["risks"]!.AsArray().Count, word["measures"]!.AsArray().Count, word["controls"]!.AsArray().Count));
        Assert.True(JsonNode.DeepEquals(WithoutPlaces(word), WithoutPlaces(excel)));
    }

    [Fact]
    public void Stacked_dates_continued_risks_and_comments_below_a_table_are_read()
    {
        var read = Read("delar-2022/uppfoljning-delar-2022.docx");
        var routine = read.Measures.Single(m => m.Title == "Skapa rutiner för rekrytering/marknadsföring");
        Assert.Equal("Svårighet att rekrytera på grund av brist på kompetens", routine.Risk!.Title);
        Assert.Equal((new DateOnly(2022, 2, 1), new DateOnly(2022, 12, 31)), (routine.Start, routine.End));
        Assert.Equal([new(2022, 5, 1), new(2022, 9, 1)], routine.Checkpoints);
        var permissions = read.Controls[^1];
        Assert.Equal((9, "4", "en gång/kvartal", "varje kvartal"), (permissions.Risk!.Value!.Value, permissions.Sample!.Phrase, permissions.Frequency!.Phrase, $"{permissions.Frequency.Recurrence}"));
        Assert.Equal(["Socialchef Förvaltning"], permissions.Responsible);
        Assert.Empty(permissions.ReportingOfficers);
        Assert.StartsWith("Stickprov avseende behörighetstilldelning genomfördes inte", permissions.Comment, StringComparison.Ordinal);
        Assert.Null(read.Controls[1].End);
        Assert.Equal("varje månad utom juli", $"{read.Controls[1].Frequency!.Recurrence}");
    }

    [Theory]
    [InlineData("Avstämningen 2022-11-30 ligger efter slutdatum 2021-12-31")]
    [InlineData("2021-12-31 står som avstämning och slutdatum är tomt")]
    [InlineData("Statusen är genomförd, men kommentaren säger ”genomfördes inte”")]
    [InlineData("Statusen är genomförd, men kommentaren säger ”behöver fortlöpa”")]
    [InlineData("Datumen är från 2021, men planen gäller 2022")]
    [InlineData("Ansvariga och rapporteringsansvariga står ihop")]
    [InlineData("Kanske slutar rubriken efter ”Behörighetstilldelning”")]
    public void What_the_source_has_wrong_is_told(string text) =>
        Assert.Contains(Read("delar-2022/uppfoljning-delar-2022.docx").Warnings, w => w.Text.Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Where_nothing_divides_the_whole_text_is_kept_until_a_person_says_so()
    {
        var whole = Read("delar-2022/uppfoljning-delar-2022.docx").Measures[5];
        Assert.Equal(["Verksamhetsutvecklare Administration Verksamhetsutvecklare Administration"], whole.Responsible);
        var divided = Read("delar-2022/uppfoljning-delar-2022.docx", wording: PlanWording.None with { Divides = true });
        Assert.Equal(["Verksamhetsutvecklare Administration"], divided.Measures[5].Responsible);
        Assert.Equal(["Verksamhetsutvecklare Administration"], divided.Measures[5].ReportingOfficers);
        Assert.Equal(["Verksamhetschef Individ", "Socialchef Förvaltning"], divided.Measures[2].Responsible);
        Assert.Equal(["Verksamhetschef Individ"], divided.Measures[2].ReportingOfficers);
        Assert.Contains(divided.Risks, r => r.Title == "Behörighetstilldelning" && r.Description.StartsWith("Anställda kan ha", StringComparison.Ordinal));
        Assert.DoesNotContain(divided.Warnings, w => w.Text.Contains("står ihop", StringComparison.Ordinal) && w.Column != "Ansvarig + Rapportering-sansvarig");
    }

    public static TheoryData<string> Layouts =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "plans")).Select(f => Path.GetFileName(f)).Where(f => f[0] != '9').Order(StringComparer.Ordinal)];

    /// <summary>Thirty layouts of other municipalities; what is right for each was written down by hand before it was read.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_plan_in_another_layout_is_read(string file)
    {
        var read = Json(Read($"plans/{file}", 2026)).ToJsonString(ReadableJson.Options);
        var path = Path.Combine(HouseTests.Root, "tests", "Vattenpass.Tests", "Approved", "plans", Path.ChangeExtension(file, ".json"));
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") { Directory.CreateDirectory(Path.GetDirectoryName(path)!); File.WriteAllText(path, read); }
        Assert.Equal(File.ReadAllText(path), read);
    }

    [Theory]
    [InlineData("90-zipbomb.docx", "skadad eller för stor")]
    [InlineData("92-krypterad.docx", "lösenord|gammal")]
    [InlineData("93-entiteter.docx", "skadad")]
    public void A_hostile_file_is_refused_in_words(string file, string any)
    {
        var refusal = Assert.Throws<Refusal>(() => Read($"plans/{file}"));
        Assert.Contains(any.Split('|'), w => refusal.Message.Contains(w, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_without_a_plan_gives_nothing() => Assert.True(Read("plans/91-inga-tabeller.docx").IsEmpty);

    [Theory]
    [InlineData("9", null, null, 9, null)]
    [InlineData("3x4", 3, 4, 12, null)]
    [InlineData("8 (2×4)", 2, 4, 8, null)]
    [InlineData("3 × 4 = 12", 3, 4, 12, null)]
    [InlineData("12 – hög", null, null, 12, "hög")]
    [InlineData("12 (3×4) – hög", 3, 4, 12, "hög")]
    [InlineData("S3 K4", 3, 4, 12, null)]
    [InlineData("kritisk", null, null, null, "kritisk")]
    [InlineData("10 (3x4)", 3, 4, null, null)]
    public void A_score_is_read_as_plans_write_it(string text, int? likelihood, int? consequence, int? value, string? level)
    {
        var score = ScoreText.Read(text);
        Assert.Equal((likelihood, consequence, value, level), (score.Likelihood, score.Consequence, score.Value, score.Level));
    }

    [Theory]
    [InlineData("varje månad (dock inte juli)", "varje månad utom juli")]
    [InlineData("en gång/kvartal", "varje kvartal")]
    [InlineData("2 ggr/år", "två gånger per år, vår och höst")]
    [InlineData("var tredje månad", "var tredje månad")]
    [InlineData("T1, T2, T3", "varje tertial")]
    [InlineData("jan, maj och sept", "januari, maj och september")]
    [InlineData("minst en gång per år", "en gång per år")]
    [InlineData("löpande", null)]
    [InlineData("vid behov", null)]
    public void A_recurrence_is_read_as_plans_write_it(string text, string? schedule) =>
        Assert.Equal(schedule, FrequencyText.Cell(text)!.Recurrence?.ToString());

    [Theory]
    [InlineData("Rapportering-sansvarig", PlanColumn.Reporting)]
    [InlineData("KONTROLL-ANSVARIG *", PlanColumn.Responsible)]
    [InlineData("Riskvärde (1-16)", PlanColumn.Value)]
    [InlineData("Kommentar per delår 2022", PlanColumn.Comment)]
    [InlineData("Status augusti 2026", PlanColumn.Status)]
    public void A_header_is_known_however_it_is_dressed(string header, PlanColumn column) =>
        Assert.Equal([column], HeaderText.Columns(header, new Dictionary<string, PlanColumn>()));

    private static ReadPlan Read(params SourceBlock[] blocks) => PlanReader.Read(new("plan.docx", "", blocks, []), PlanWording.None, [], 2026);

    private static SourceTable Table(params string[][] rows) => new("Tabell 1", [.. rows.Select((r, n) => new SourceRow(n + 1, r))], IsSheet: false);

    [Fact]
    public void Headers_in_groups_are_about_what_stands_over_them()
    {
        var read = Read(Table(
            ["Risk", "", "Åtgärd", "", "Kontroll", "", ""],
            ["Titel", "Beskrivning", "Vad", "Vem", "Vad", "Vem", "Hur ofta"],
            ["Löner", "Fel lön betalas", "Ny rutin", "HR-chef", "Granska löner", "Controller", "varje kvartal"]));
        Assert.Equal(("Löner", "Fel lön betalas"), (read.Risks.Single().Title, read.Risks[0].Description));
        Assert.Equal(("Ny rutin", "HR-chef"), (read.Measures.Single().Title, read.Measures[0].Responsible.Single()));
        Assert.Equal(("Granska löner", "Controller", "varje kvartal"), (read.Controls.Single().Title, read.Controls[0].Responsible.Single(), read.Controls[0].Frequency!.Phrase));
    }

    [Fact]
    public void A_heading_that_names_a_risk_or_a_control_is_told_of_by_the_labels_below_it()
    {
        var read = Read(
            new SourceText(1, "Risk: Löner betalas fel", true), Table(["Sannolikhet", "3"], ["Konsekvens", "4"], ["Riskägare", "HR-chef"]),
            new SourceText(2, "Kontroll: Granska löner", true), Table(["Ansvarig", "Controller"], ["Hur ofta", "varje månad"]),
            new SourceText(3, "Kontroll: Granska avdrag", true), Table(["Ansvarig", "Ekonom"], ["Hur ofta", "varje kvartal"]),
            new SourceText(4, "Risk: Behörigheter ligger kvar", true), Table(["Sannolikhet", "2"], ["Konsekvens", "3"]),
            new SourceText(5, "Kontroll: Granska behörigheter", true), Table(["Ansvarig", "Controller"], ["Hur ofta", "en gång per år"]));
        Assert.Equal([("Löner betalas fel", 12), ("Behörigheter ligger kvar", 6)], read.Risks.Select(r => (r.Title, r.Value!.Value)));
        Assert.Equal([("Granska löner", "Löner betalas fel"), ("Granska avdrag", "Löner betalas fel"), ("Granska behörigheter", "Behörigheter ligger kvar")], read.Controls.Select(c => (c.Title, c.Risk!.Title)));
    }

    [Fact]
    public void Labels_in_running_text_are_read_once_and_name_no_table_below_them()
    {
        var read = Read(
            new SourceText(1, "Risk: Löner betalas fel", false), new SourceText(2, "Kontroll: Granska löner", false), new SourceText(3, "Ansvarig: Controller", false),
            Table(["Kontroll", "Granska avdrag"], ["Ansvarig", "Ekonom"]));
        Assert.Equal(["Granska löner", "Granska avdrag"], read.Controls.Select(c => c.Title));
    }

    [Fact]
    public void Text_boxes_of_Word_stand_after_the_paragraph_they_float_beside()
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{Paragraph(c)}</w:tc>"))}</w:tr>";
        var first = $"<w:r><w:pict><w:txbxContent>{Paragraph("Ett")}{Paragraph("Två")}</w:txbxContent></w:pict></w:r>";
        var box = $"<w:p><w:r><w:t>Före</w:t></w:r>{first}<w:r><w:pict><w:txbxContent>{Paragraph("Plan för intern kontroll 2026")}<w:tbl>{Row("Risk", "Kontroll", "Ansvarig")}{Row("Löner", "Granska löner", "Controller")}</w:tbl></w:txbxContent></w:pict></w:r></w:p>";
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("word/document.xml").Open())) text.Write($"<w:document xmlns:w=\"{Word}\"><w:body>{box}{Paragraph("Efter")}</w:body></w:document>");
        var document = PlanFileReader.Read("plan.docx", file.ToArray(), default);
        Assert.Equal(["Före", "Ett", "Två", "Plan för intern kontroll 2026", "Efter"], document.Blocks.OfType<SourceText>().Select(t => t.Text));
        Assert.Equal("Granska löner", PlanReader.Read(document, PlanWording.None, []).Controls.Single().Title);
    }

    [Fact]
    public void Likeness_alone_makes_no_header() => Assert.Empty(HeaderText.Columns("Kontrolmoment", new Dictionary<string, PlanColumn>()));

    private static (SourceDocument Document, SourceTable Table) Lettered()
    {
        var table = new SourceTable("Tabell 1", [new(1, ["Risk", "Kontroll", "Ansvarig"]), new(2, ["Fel lön", "Granska lön", "Se pärm"]), new(3, ["Fel avgift", "Granska avgift"])], false);
        return (new("plan.docx", "", [new SourceText(1, "Internkontrollplan 2025", true), table], []), table);
    }

    [Fact]
    public void A_cell_put_right_is_read_as_it_is_put_and_the_same_row_is_known_in_the_next_file()
    {
        var (document, table) = Lettered();
        var fixes = new[] { Corrections.Of(document, new("Tabell 1", 2), 2, "Ekonom"), Corrections.Of(document, new("Tabell 1", 3), 2, "Avgiftshandläggare"), Corrections.Of(document, new("Text", 1), 0, "Internkontrollplan 2026") }.OfType<CellFix>().ToList();
        var wording = PlanWording.None with { Cells = fixes };
        var read = PlanReader.Read(document, wording, []);
        Assert.Equal(["Ekonom", "Avgiftshandläggare"], read.Controls.SelectMany(c => c.Responsible));
        Assert.Equal(2026, read.Year);
        Assert.StartsWith("Tre celler är rättade i läsningen, Tabell 1 rad 2", read.Told[0], StringComparison.Ordinal);
        // Another file where that row says something else keeps what it says.
        var other = document with { Blocks = [table with { Rows = [table.Rows[0], new(2, ["Fel lön", "Granska alla löner", "Se pärm"]), table.Rows[2]] }] };
        Assert.Equal(["Se pärm", "Avgiftshandläggare"], PlanReader.Read(other, wording, [], 2026).Controls.SelectMany(c => c.Responsible));
    }

    [Fact]
    public void An_emptied_cell_leaves_its_item_out_and_the_files_own_text_is_no_correction()
    {
        var (document, _) = Lettered();
        Assert.Null(Corrections.Of(document, new("Tabell 1", 2), 1, "Granska lön"));
        var wording = PlanWording.None with { Cells = [Corrections.Of(document, new("Tabell 1", 3), 1, "")!] };
        Assert.Equal(["Granska lön"], PlanReader.Read(document, wording, []).Controls.Select(c => c.Title));
        Assert.Throws<Refusal>(() => Corrections.Of(document, new("Tabell 1", 9), 1, "x"));
        Assert.Throws<Refusal>(() => Corrections.Of(document, new("Tabell 1", 2), 3, "x"));
    }

    [Fact]
    public void A_personal_number_goes_out_of_the_file_and_not_out_of_the_reading()
    {
        SourceDocument document = new("plan.docx", "", [new SourceTable("Tabell 1", [new(1, ["Risk", "Kontroll"]), new(2, ["Fel", "Granska 19811218-9876"])], false)], []);
        Assert.Contains("måste tas bort i filen", Assert.Throws<Refusal>(() => Corrections.Of(document, new("Tabell 1", 2), 1, "Granska")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_put_right_shows_the_headers_over_its_cells()
    {
        var (document, _) = Lettered();
        Assert.Equal(["Risk", "Kontroll", "Ansvarig"], Corrections.HeadersOver(document, new("Tabell 1", 3), PlanWording.None));
        Assert.Equal(["Kolumn 1", "Kolumn 2", "Kolumn 3"], Corrections.HeadersOver(document, new("Tabell 1", 1), PlanWording.None));
        Assert.Equal(["Fel avgift", "Granska avgift", ""], Corrections.CellsAt(document, new("Tabell 1", 3)));
    }

    [Fact]
    public void An_earlier_years_dates_come_along_when_they_are_asked_to()
    {
        SourceDocument document = new("plan.docx", "", [new SourceTable("Tabell 1", [new(1, ["Risk", "Åtgärd", "Ansvarig", "Startdatum", "Slutdatum"]), new(2, ["Fel", "Utbilda", "Ekonom", "2024-02-29", "2025-10-31"])], false)], []);
        var asWritten = PlanReader.Read(document, PlanWording.None, [], 2026);
        Assert.Equal(1, asWritten.YearsBehind());
        Assert.Contains(asWritten.Warnings, w => w.Text.StartsWith("Datumen är från", StringComparison.Ordinal));
        var moved = PlanReader.Read(document, PlanWording.None, [], 2026, later: 1);
        Assert.Equal((new DateOnly(2025, 2, 28), new DateOnly(2026, 10, 31)), (moved.Measures.Single().Start!.Value, moved.Measures.Single().End!.Value));
        Assert.DoesNotContain(moved.Warnings, w => w.Text.StartsWith("Datumen är från", StringComparison.Ordinal));
    }

    [Fact]
    public void A_personal_number_is_neither_put_in_nor_missed_anywhere_in_the_file()
    {
        var (document, table) = Lettered();
        Assert.Throws<Refusal>(() => Corrections.Of(document, new("Tabell 1", 2), 2, "Anna 19811218-9876"));
        // Also in a column that no item holds, and in a paragraph.
        var noted = document with { Blocks = [new SourceText(1, "Gäller 19811218-9876", false), table with { Rows = [new(1, ["Risk", "Kontroll", "Not"]), new(2, ["Fel", "Granska", "811218-9876"])] }] };
        Assert.Equal([new Place("Text", 1), new Place("Tabell 1", 2)], PlanReader.Read(noted, PlanWording.None, []).Warnings.Where(w => w.Text.Contains("personnummer", StringComparison.Ordinal)).Select(w => w.Place));
    }

    [Fact]
    public void A_correction_is_of_its_file_and_a_merged_cell_is_put_right_in_all_its_rows()
    {
        var table = new SourceTable("Tabell 1", [new(1, ["Risk", "Kontroll"]), new(2, ["Fel lön", "A"]), new(3, ["Fel lön", "B"]), new(4, ["Annat", "C"])], false);
        SourceDocument document = new("plan.docx", "", [table], []);
        Assert.Equal([new Place("Tabell 1", 3)], Corrections.AlikeBelow(document, new("Tabell 1", 2), 0));
        var fix = Corrections.Of(document, new("Tabell 1", 2), 0, "Fel lön betalas ut")!;
        Assert.Single(Corrections.Within(document, [fix]));
        Assert.Empty(Corrections.Within(document with { FileName = "annan.docx" }, [fix]));
        Assert.Null(Place.Of("Tabell 1, rad 02"));
    }

    [Fact]
    public void A_date_where_a_measure_should_be_is_told_and_a_moved_plan_takes_no_status_along()
    {
        SourceDocument document = new("plan.docx", "", [new SourceText(1, "Internkontrollplan 2024", true), new SourceTable("Tabell 1",
            [new(1, ["Risk", "Åtgärd", "Ansvarig", "Status", "Slutdatum"]), new(2, ["Fel", "Utbilda", "Ekonom", "Genomförd", "2024-12-31"]), new(3, ["Fel", "2025-01-31", "Ekonom", "", "2025-01-31"])], false)], []);
        var read = PlanReader.Read(document, PlanWording.None, [], 2026);
        // The file's own year counts, though one date lies in the next.
        Assert.Equal(2, read.YearsBehind());
        Assert.Contains(read.Warnings, w => w.Text.Contains("är inget namn på en åtgärd", StringComparison.Ordinal));
        var moved = PlanReader.Read(document, PlanWording.None, [], 2026, later: 2);
        Assert.Equal((new DateOnly(2026, 12, 31), null), (moved.Measures[0].End!.Value, moved.Measures[0].Status));
    }
}
