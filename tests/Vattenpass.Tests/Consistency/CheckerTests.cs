using System.Text.Json.Nodes;
using Vattenpass.Domain.Consistency;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.Consistency;

/// <summary>What does not hold together in a report is found, what does is confirmed, and clean text is left alone.</summary>
public sealed class CheckerTests
{
    private static (IReadOnlyList<Finding> Findings, IReadOnlyList<Confirmation> Confirmed) Check(string text) => Checker.Check(ReportTextReader.Of(text));

    private static string Rules(string text) => string.Join(' ', Check(text).Findings.Select(f => f.Rule));

    [Theory]
    // Shares: words and digits, in brackets and in the next sentence, with decimals.
    [InlineData("Av enheterna har 121 av 144 (84%) lämnat in.", "")]
    [InlineData("Av enheterna har 121 av 144 (85 %) lämnat in.", "C1")]
    [InlineData("84,0 procent (121 av 144) är gjorda.", "")]
    [InlineData("84,1 procent (121 av 144) är gjorda.", "C1")]
    [InlineData("Under året hanterades 199 ärenden, varav 119 avslutades. Det innebär att 59 procent av ärendena avslutades.", "C1")]
    [InlineData("Under året hanterades 199 ärenden, varav 119 avslutades. Det innebär att 60 procent av ärendena avslutades.", "")]
    [InlineData("Sex av åtta rapporter, vilket motsvarar 75 procent.", "")]
    [InlineData("Sex av åtta rapporter, vilket motsvarar 70 procent.", "C1")]
    [InlineData("I mitten tar det 14 dagar. 50 procent av cheferna svarade.", "")]
    // Parts, and what cannot be.
    [InlineData("Tre avvikelser, varav fyra allvarliga.", "C3")]
    [InlineData("17 av 34 rapporter innehåller avvikelse, varav en allvarlig.", "")]
    [InlineData("36 av 34 rapporter innehåller avvikelse.", "C5")]
    [InlineData("41 avvikelser fördelade på 20 i saldo, 12 i märkning och 9 i kassation.", "")]
    [InlineData("41 avvikelser fördelade på 20 i saldo, 12 i märkning och 8 i kassation.", "C2")]
    [InlineData("12 förråd kontrolleras varje månad, totalt 144 kontroller.", "")]
    [InlineData("13 förråd kontrolleras varje månad, totalt 144 kontroller.", "C5")]
    // A half-year is no part of a year; units.
    [InlineData("Totalt har 84 telefoner kontrollerats under hela 2024. Inför delårsrapporten hade 23 av dessa avvikelser.", "C6")]
    [InlineData("Under 2024 hanterades 199 ärenden. Av dessa har 98 medarbetare haft samtal.", "C7")]
    [InlineData("Under 2024 hanterades 199 rehabiliteringsärenden. Av dessa är 98 ärenden avslutade.", "")]
    [InlineData("Under 2024 hanterades 199 ärenden. Av dessa var 98 avslutade.", "")]
    // Differences and points.
    [InlineData("Antalet gick från 100 till 134, en ökning med 34.", "")]
    [InlineData("Antalet gick från 1165 till 1131, en minskning med 30.", "C22")]
    [InlineData("Antalet gick från 100 till 90, en ökning med 10.", "C22")]
    [InlineData("En ökning med 25 procent, från 40 till 50.", "")]
    [InlineData("En ökning med 20 procent, från 40 till 50.", "C22")]
    [InlineData("Andelen gick från 60 procent till 66 procent, en ökning med 6 procent.", "C23")]
    [InlineData("Andelen gick från 60 procent till 66 procent, en ökning med 6 procentenheter.", "")]
    [InlineData("Andelen gick från 60 procent till 66 procent, en ökning med 10 procent.", "")]
    // Money.
    [InlineData("10 mnkr fördelas på 4 mnkr till bemanning, 3 mnkr till HR och 3 mnkr till utbildning.", "")]
    [InlineData("10 mnkr fördelas på 4 mnkr till bemanning, 3 mnkr till HR och 2 mnkr till utbildning.", "C19")]
    [InlineData("De avsatta medlen om 10 mnkr riktas till åtgärder, bland annat två tjänster.", "")]
    // Said and done.
    [InlineData("De övriga verksamheterna har genomfört kontrollerna. Två områden saknar loggkontroll.", "C10")]
    [InlineData("De övriga verksamheterna har genomfört kontrollerna. Två områden saknar chef.", "")]
    // What only looks like a fault.
    [InlineData("Granskningen genomfördes i mars 2024 av en extern konsult.", "")]
    [InlineData("Den 12 december 2024 av 9 ledamöter.", "")]
    [InlineData("40 ärenden granskades under kvartal 3, varav 12 saknade plan.", "")]
    [InlineData("12 avvikelser under 2 månader, varav 10 i hemtjänsten.", "")]
    [InlineData("1,5 miljoner kronor, varav 900 000 kronor i löner.", "")]
    [InlineData("Antalet ärenden har ökat med 12 procent från 2023 till 2024.", "")]
    [InlineData("Från 1,2 till 1,3 mnkr, en ökning med 100 tkr.", "")]
    [InlineData("17 av 34 rapporter är inlämnade, vilket är lägre än målet 90 procent.", "")]
    [InlineData("Målet är 90 procent (17 av 34 enheter nådde målet).", "")]
    [InlineData("I 119 av 199 ärenden finns plan. Det innebär att 40 procent saknar plan.", "")]
    [InlineData("Under året granskades 34 rapporter. Av dessa hade 17 avvikelser.", "")]
    [InlineData("Kontrollen omfattade 30 personer. Av dessa var 12 barn.", "")]
    [InlineData("10 boenden granskas varje kvartal, totalt 12 granskningar under första kvartalet.", "")]
    [InlineData("Andelen minskade från 8,24 till 7,41 procent, en minskning med 0,8 procentenheter.", "")]
    [InlineData("10 mnkr, varav 7 mnkr fördelas på ledsagning 2 mnkr, HR 3 mnkr och SAS 2 mnkr.", "")]
    [InlineData("Ring växeln 0500-49 80 00.", "")]
    [InlineData("٣ av ٤ ärenden (70 %). 5 ärenden, varav 99999999999999999999999999999999 sena.", "")]
    [InlineData("119/199 (59 %) är klara.", "C1")]
    [InlineData("119 ärenden av 199 (59 %) är klara.", "C1")]
    [InlineData("Ring 070-174 06 05 eller skriv till chef@kommun.example.", "C24")]
    public void A_sentence_is_found_only_when_it_is_wrong(string text, string rules) => Assert.Equal(rules, Rules(text));

    private const string Report = """
        Internkontroll

        Kontroll avser tidsperiod	Helår 2024
        Kontroll utförd (datum)	2024-02-11
        Rapportering till (befattning)	Socialchef

        Resultat

        Planen innehåller tre kontrollmoment.

        Redovisning av resultat från granskningar

        Loggkontroll

        Inga avvikelser har rapporterats.

        Sekretess

        17 av 34 rapporter innehåller avvikelse. Totalt har 84 mobiltelefoner kontrollerats.

        Läkemedel

        121 av 144 (84 %) är gjorda. På boendena är 100 % gjorda. I hemsjukvården är 68 % gjorda. Kontroller saknas för det förråd som finns på Alm.

        Förslag till åtgärder:

        - Rutinen behöver förankras.

        Orten 2025-02-11

        Socialchef
        """;

    [Fact]
    public void A_report_is_held_together_from_head_to_signature()
    {
        var (findings, confirmed) = Check(Report);
        Assert.Equal(["C8", "C16", "C7", "C14", "C13"], findings.Select(f => f.Rule));
        var date = findings.Single(f => f.Rule == "C8");
        Assert.Equal((4, "tidigast 2024-12-31", "2024-02-11"), (date.Line, date.Expected, date.Found));
        Assert.Contains(confirmed, c => c.Rule == "C1" && c.Line == 23);
        Assert.Contains(confirmed, c => c.Rule == "C4");
        Assert.Contains(confirmed, c => c.Rule == "C11");
        Assert.Equal("C11", Rules(Report.Replace("tre kontrollmoment", "fyra kontrollmoment", StringComparison.Ordinal)).Split(' ').Single(r => r == "C11"));
        var right = Report.Replace("2024-02-11", "2025-02-03", StringComparison.Ordinal).Replace("(befattning)\tSocialchef", "(befattning)\tSocialnämnden", StringComparison.Ordinal)
            .Replace("mobiltelefoner", "rapporter", StringComparison.Ordinal).Replace("på Alm.", "på Alm. Det är med i de 144.", StringComparison.Ordinal)
            .Replace("förankras.", "förankras. Ansvarig: utvecklingsledare, senast 2025-05-01.", StringComparison.Ordinal);
        Assert.Equal("", Rules(right));
    }

    private const string FollowUp = """
        Uppföljning av internkontroll, delår 2022

        Riskanalys	Risk 2021	Kontroll	Status	Ansvarig	Rapporteringsansvarig	Startdatum	Avstämningsdatum	Slutdatum
        Behörigheter		Stickprov en gång/kvartal	Genomförd	Chef		2021-01-31	2021-05-31, 2022-11-30	2021-12-31

        Stickprov genomfördes inte men ska göras minst en gång per år.

        Riskanalys	Risk 2021	Kontroll	Status	Ansvarig	Rapporteringsansvarig	Startdatum	Avstämningsdatum	Slutdatum
        Telefoner		Varje termin	Pågående	Chef	Chef	2022-01-31	2022-05-31	2022-12-31

        3 Avvikelser

        Det är viktigt att dokumentera kontrollerna. En avvikelse innebär en förväntan om att bristen ska rättas till.
        """;

    [Fact]
    public void A_follow_up_is_read_row_by_row()
    {
        var findings = Check(FollowUp).Findings;
        Assert.Equal("C10 C12 C13 C16 C18 C21 C9", string.Join(' ', findings.Select(f => f.Rule).Order(StringComparer.Ordinal)));
        Assert.Equal((4, "senast 2021-12-31", "2022-11-30"), findings.Where(f => f.Rule == "C9").Select(f => (f.Line, f.Expected, f.Found)).Single());
        Assert.Equal("C13", Rules("1 Avvikelser\n\n") + Rules("Rubrik\n\n3 Avvikelser\n\nEn avvikelse ska rapporteras.\n"));
        Assert.Equal("", Rules("Rubrik\n\n3 Avvikelser\n\nInga avvikelser har rapporterats.\n"));
    }

    [Theory]
    [InlineData("Risk\tSannolikhet\tKonsekvens\tRiskvärde\nA\t3\t4\t12\nB\t2\t3\t5\n", "C15")]
    [InlineData("Område\tPlanerade\tGjorda\nAlm\t10\t8\nBok\t12\t12\nSumma\t22\t19\n", "C2")]
    [InlineData("Område\tPlanerade\tAndel\nAlm\t10\t80\nBok\t12\t100\nSumma\t22\t91\n", "")]
    public void Tables_are_summed_and_multiplied(string text, string rules) => Assert.Equal(rules, Rules(text));

    [Fact]
    public void A_head_with_two_years_says_nothing_of_the_rows() =>
        Assert.Equal("", Rules("Internkontrollplan 2025\n\nUppföljning av 2024 års plan\n\nÅtgärd\tStart\tSlut\nUtbildning\t2024-01-01\t2024-12-31\nRutin\t2024-02-01\t2024-11-30\n"));

    [Fact]
    public void The_law_is_that_of_the_period()
    {
        Assert.Equal("C20", Rules("Internkontroll 2026\n\nEnligt SoL 2001:453 11 kap. 2 § …"));
        Assert.Equal("C20", Rules("Internkontroll 2023\n\nEnligt SoL 2025:400 20 kap. 3 § …"));
        Assert.Equal("", Rules("Internkontroll 2025\n\nEnligt SoL 2001:453 och SoL 2025:400 …"));
    }

    [Fact]
    public async Task The_command_tells_what_it_found_and_refuses_what_is_no_text()
    {
        var folder = Directory.CreateTempSubdirectory("granska");
        async Task<(int Code, string Out, string Err)> RunAsync(string name, string text, params string[] more)
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, text);
            var (told, failed) = (new StringWriter(), new StringWriter());
            return (await CommandLine.RunAsync(["check", path, .. more], told, failed), told.ToString(), failed.ToString());
        }
        var found = await RunAsync("rapport.txt", FollowUp, "--json");
        var json = JsonNode.Parse(found.Out)!;
        Assert.Equal(3, found.Code);
        Assert.Equal("2022-11-30", (string?)json["findings"]!.AsArray().Single(f => (string?)f!["rule"] == "C9")!["found"]);
        Assert.NotNull(json["confirmed"]);
        Assert.Equal(0, (await RunAsync("ren.txt", "Inga avvikelser har rapporterats.")).Code);
        var empty = await RunAsync("tom.txt", " ");
        Assert.Equal((1, true), (empty.Code, empty.Err.Contains("tom", StringComparison.Ordinal)));
        Assert.Contains("PDF", (await RunAsync("r.pdf", "%PDF-1.7 …")).Err, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory, BothDatabases]
    public async Task A_text_or_a_file_is_checked_on_the_page_and_our_own_report_reads_the_same_in_word(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/granska"), ("text", "121 av 144 (85 %) är gjorda."));
        Assert.Contains("avrundat 84", page.Text, StringComparison.Ordinal);
        Assert.Contains("121 av 144 (85 %)", page.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Texten är tom", (await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/granska"), ("text", ""))).Text, StringComparison.Ordinal);
        await using var db = app.Db();
        var report = db.Reports.Single(r => r.Id == app.Cast.Report.Id);
        var document = Domain.Reports.FullYearReport.Compose(await new ReportFactsReader(app.Databases).ReadAsync(report));
        var word = Formats.Of("docx").Write(document);
        var upload = await coordinator.UploadBytesAsync(await coordinator.GetAsync("/rapporter/granska"), "fil", "rapport.docx", word);
        Assert.Equal(System.Net.HttpStatusCode.OK, upload.Status);
        var read = Checker.Check(ReportTextReader.Read("rapport.docx", word, default));
        Assert.DoesNotContain(read.Findings, f => f.Rule is "C1" or "C2" or "C3" or "C5" or "C15" or "C22");
    }
}
