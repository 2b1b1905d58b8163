using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.LogReviews;

/// <summary>Access logs in the shapes that systems and routines give. All but a few hold the same truth: 80 accesses, 39 explained, 41 not.</summary>
public sealed class LogCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "logs");

    private static FileInfo File(string name) => new(Path.Combine(Folder, name));

    private static LogResult Review(string log, IReadOnlyList<LogProfile>? own = null, string? user = null, string? text = null)
    {
        IReadOnlyList<LogProfile> profiles = [.. own ?? [], .. LogProfile.BuiltIn];
        RegisterSources sources = new(TextSource.Of(File("bemanning.csv"), RegisterReader.Knows), TextSource.Of(File("personal.csv"), RegisterReader.Knows),
            TextSource.Of(File("vardrelation.csv"), RegisterReader.Knows));
        var bytes = text is null ? System.IO.File.ReadAllBytes(File(log).FullName) : Encoding.UTF8.GetBytes(text);
        var source = TextSource.Of(log, () => new MemoryStream(bytes), bytes.Length, LogColumns.Knows(profiles));
        var folder = Directory.CreateTempSubdirectory("vattenpass-loggprov-");
        try
        {
            return new Analysis(source, sources, new() { MustBeOnShift = true }, null, profiles, Pseudonyms.OfThisRun(), user).Run(new(), folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (long, long, long) Truth(LogResult result) => (result.Findings.Accesses, result.Findings.Explained, result.Findings.Unexplained);

    [Theory]
    [InlineData("00-eget-format.csv")]
    [InlineData("01-lifecare-rapport-cp1252.csv")]
    [InlineData("02-lifecare-utan-huvud-cp1252.csv")]
    [InlineData("09-procapita-utskrift-sidhuvud.csv")]
    [InlineData("10-procapita-sidhuvud-inne.csv")]
    [InlineData("14a-tid-kl.csv")]
    [InlineData("14b-tid-manadsnamn.csv")]
    [InlineData("14c-tid-tvasiffrigt-ar.csv")]
    [InlineData("14e-tid-millisekunder.csv")]
    [InlineData("14f-tid-utan-kolon.csv")]
    [InlineData("14i-tid-veckodag.csv")]
    [InlineData("15-rubriker-pa-tva-rader.csv")]
    [InlineData("16-lodstreck.csv")]
    [InlineData("22-en-titelrad.csv")]
    [InlineData("23-enhet-med-kod-fore-namn.csv")]
    [InlineData("24-strecklinje.csv")]
    [InlineData("05-nationell-logg-faltnamn.csv")]
    public void The_same_truth_in_another_shape_gives_the_same_answer(string name) => Assert.Equal((80, 39, 41), Truth(Review(name)));

    [Fact]
    public void Ids_in_brackets_stop_the_review_until_a_profile_says_how_they_stand()
    {
        var refused = Assert.Throws<Refusal>(() => Review("03-treserva-unicode-tab.txt"));
        Assert.Contains("0 av 6 användare i loggen finns i bemanningen", refused.Message, StringComparison.Ordinal);
        Assert.Contains("”delen inom parentes”", refused.Message, StringComparison.Ordinal);
        var treserva = LogProfile.BuiltIn.First(p => p.Name == "Treserva");
        Assert.Equal((80, 39, 41), Truth(Review("03-treserva-unicode-tab.txt", [treserva with { Name = "Vår Treserva", Rules = new([IdRule.InBrackets]) }])));
    }

    [Theory]
    [InlineData("KOMMUN\\ANV001001", new[] { IdRule.AfterBackslash, IdRule.AnyCase })]
    [InlineData("anv001001@kommun.example", new[] { IdRule.BeforeAt })]
    public void An_id_is_found_behind_what_a_domain_writes_around_it(string written, IdRule[] rules)
    {
        var text = "Tidpunkt;Användare;Klient;Enhet\n" + string.Concat(Enumerable.Range(1, 5).Select(n =>
            $"2024-03-04 07:32:3{n};{written.Replace("001001", $"00100{n}", StringComparison.Ordinal)};K0004;Hemtjänst Norr\n"));
        Assert.Contains("Välj den i kolumnprofilen", Assert.Throws<Refusal>(() => Review("logg.csv", text: text)).Message, StringComparison.Ordinal);
        var profile = new LogProfile("Vår", new Dictionary<string, IReadOnlyList<string>> { [LogProfile.Time] = ["Tidpunkt"] }) { Rules = new(rules) };
        // The plain headers fit as well: the municipality's own profile says more, so it is tried by name.
        Assert.Equal(5, ReviewBy(profile, text).Findings.Accesses);
    }

    private static LogResult ReviewBy(LogProfile profile, string text)
    {
        RegisterSources sources = new(TextSource.Of(File("bemanning.csv")), TextSource.Of(File("personal.csv")), TextSource.Of(File("vardrelation.csv")));
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Analysis(TextSource.Of("logg.csv", () => new MemoryStream(bytes), bytes.Length), sources, new() { MustBeOnShift = true }, profile.Name, [profile],
            Pseudonyms.OfThisRun()).Run(new(), new(Path.GetTempPath()));
    }

    [Theory]
    [InlineData("07-nationell-logg.xml", "är en XML-fil")]
    [InlineData("19-html-som-heter-xls.xls", "är en webbsida (HTML)")]
    [InlineData("08-procapita-grupperad-per-anvandare.csv", "saknar kolumnen användare")]
    [InlineData("11-fast-kolumnbredd.txt", "har fasta kolumner utan skiljetecken")]
    [InlineData("17-handelselogg-per-arende.csv", "saknar kolumnerna")]
    [InlineData("21-besok-fran-till.csv", "saknar kolumnen tidpunkt")]
    [InlineData("26-logg-som-excel.xlsx", "saknar kolumnerna")]
    [InlineData("14g-tid-amerikansk.csv", "De första tidpunkterna är ”03/04/2024 6:51:15 AM”")]
    public void What_cannot_be_read_is_named_in_a_few_lines(string name, string told)
    {
        var message = Assert.Throws<Refusal>(() => Review(name)).Message;
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.True(message.Length < 700, message);
    }

    [Fact]
    public void A_log_of_one_employee_asks_for_the_user()
    {
        var refused = Assert.Throws<Refusal>(() => Review("18-en-anvandare-i-rubriken.csv"));
        Assert.Contains("--user", refused.Message, StringComparison.Ordinal);
        const string text = "Serverlogg för användare anv001001\n\nTidpunkt;Klient;Enhet;Åtkomst\n2024-03-04 07:32:32;K0004;Hemtjänst Norr;Läst\n";
        Assert.Contains("--user", Assert.Throws<Refusal>(() => Review("logg.csv", text: text)).Message, StringComparison.Ordinal);
        Assert.Equal(1, Review("logg.csv", user: "anv001001", text: text).Findings.Accesses);
    }

    [Fact]
    public void A_personal_number_stands_nowhere_in_what_comes_out()
    {
        var log = System.IO.File.ReadAllText(File("13-personnummer-som-klient.csv").FullName);
        var placements = System.IO.File.ReadAllText(File("vardrelation.csv").FullName);
        // The placements by the same numbers: K0007 is 19400108-9807 and so on.
        for (var n = 0; n < 20; n++) placements = placements.Replace($"K{n + 1:0000};", $"19400{(n + 2) / 31 + 1:0}{(n + 2) % 31:00}-98{n + 1:00};".Replace("194001", "194001"), StringComparison.Ordinal);
        var bytes = (Encoding.UTF8.GetBytes(log), Encoding.UTF8.GetBytes(placements));
        RegisterSources sources = new(TextSource.Of(File("bemanning.csv")), TextSource.Of(File("personal.csv")),
            TextSource.Of("placeringar.csv", () => new MemoryStream(bytes.Item2), bytes.Item2.Length));
        var result = new Analysis(TextSource.Of("logg.csv", () => new MemoryStream(bytes.Item1), bytes.Item1.Length), sources, new() { MustBeOnShift = true }, null, LogProfile.BuiltIn,
            Pseudonyms.OfThisRun()).Run(new(), new(Path.GetTempPath()));
        var shown = string.Join('\n', result.Warnings) + string.Join('\n', result.Findings.Cases.Select(c => result.Names.Client(c.Client)))
            + string.Join('\n', result.Findings.RegisterItems.Select(i => i.Client + i.Text));
        Assert.DoesNotContain("194001", shown, StringComparison.Ordinal);
        Assert.Contains("P-", shown, StringComparison.Ordinal);
        Assert.Equal(80, result.Findings.Accesses);
    }

    [Theory]
    [InlineData("19400108-9807")]
    [InlineData("=\"19400108-9807\"")]
    [InlineData("'19400108-9807")]
    [InlineData("19400108-9807.0")]
    [InlineData("19400108 - 9807")]
    [InlineData("1940-01-08-9807")]
    [InlineData("400108-9807")]
    [InlineData("\u200b19400108-9807\u00a0")]
    public void A_personal_number_gives_the_same_pseudonym_however_it_is_written(string written)
    {
        var pseudonyms = new Pseudonyms([1, 2, 3]);
        Assert.Equal(pseudonyms.Of("19400108-9807"), pseudonyms.Of(written));
        Assert.StartsWith("P-", pseudonyms.Of(written), StringComparison.Ordinal);
        Assert.DoesNotContain("9807", Pseudonyms.Masked($"Raden {written} går inte"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Akt 19400108-K807 Efternamn", "Akt P-")]
    [InlineData("0704123456", "0704123456")]
    [InlineData("2024-03-31 00:00:00.000", "2024-03-31 00:00:00.000")]
    [InlineData("K0007", "K0007")]
    [InlineData("356789000000000", "356789000000000")]
    public void What_is_no_personal_number_is_left_as_it_is(string text, string begins) =>
        Assert.StartsWith(begins, new Pseudonyms([1]).Of(text, bare: false), StringComparison.Ordinal);

    [Fact]
    public void A_date_that_could_be_two_is_refused_and_the_whole_log_is_asked()
    {
        const string head = "Tidpunkt;Användare;Klient;Enhet\n";
        Assert.Contains("vilken siffra som är dag", Assert.Throws<Refusal>(() => Review("logg.csv", text: head + "03/04/2024 06:51:15;anv001001;K0004;Hemtjänst Norr\n")).Message, StringComparison.Ordinal);
        var many = head + string.Concat(Enumerable.Repeat("03/04/2024 06:51:15;anv001001;K0004;Hemtjänst Norr\n", 6000)) + "03/13/2024 06:51:15;anv001001;K0004;Hemtjänst Norr\n";
        Assert.Equal(new(2024, 3, 4), Review("logg.csv", text: many).Findings.Quality.First);
    }

    [Fact]
    public void An_open_end_in_words_is_open_and_a_register_that_cannot_be_used_at_all_stops()
    {
        foreach (var end in new[] { "NULL", "tills vidare", "9999-12-31 00:00:00.000", "" })
            Assert.Equal(0, new LogScene { Placements = $"klient;enhet;fran;till\nK1;Ask;2020-01-01;{end}\n" }.Run(LogScene.Row("2024-09-05T10:00:00", "anna", "K1", "1")).Findings.Unexplained);
        Assert.Contains("Ingen rad i", Assert.Throws<Refusal>(() => new LogScene { Placements = "klient;enhet;fran;till\n" + string.Concat(Enumerable.Range(1, 5).Select(n => $"K{n};Ask;i våras;\n")) }
            .Run(LogScene.Row("2024-09-05T10:00:00", "anna", "K1", "1"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-04 kl. 06:51", "2024-03-04 06:51:00")]
    [InlineData("måndag 4 mars 2024 kl 06.51", "2024-03-04 06:51:00")]
    [InlineData("Mar 4, 2024 06:51", "2024-03-04 06:51:00")]
    [InlineData("24-03-04 06:51", "2024-03-04 06:51:00")]
    [InlineData("04-03-24 06:51", "2024-03-04 06:51:00")]
    [InlineData("20-03-21 06:51", null)]
    [InlineData("2024-03-04 0651", "2024-03-04 06:51:00")]
    [InlineData("03/04/2024 6:51:15 AM", null)]
    [InlineData("2024-13-04 06:51", null)]
    [InlineData("snart", null)]
    public void A_time_in_words_has_one_meaning_or_none(string written, string? read) => Assert.Equal(read, FreeTime.Read(written, DateOrder.Unknown));

    [Fact]
    public void The_log_itself_tells_whether_the_day_or_the_month_comes_first()
    {
        Assert.Equal(DateOrder.MonthFirst, FreeTime.OrderOf(["03/04/2024 6:51 AM", "03/14/2024 6:51 AM"]));
        Assert.Equal(DateOrder.DayFirst, FreeTime.OrderOf(["3/4/2024 6:51", "14/3/2024 6:51"]));
        Assert.Equal(DateOrder.Unknown, FreeTime.OrderOf(["13/3/2024 6:51", "3/14/2024 6:51"]));
        Assert.Equal("2024-03-04 18:51:15", FreeTime.Read("03/04/2024 6:51:15 PM", DateOrder.MonthFirst));
        Assert.Equal("2024-04-03 00:05:00", FreeTime.Read("03/04/2024 12:05 AM", DateOrder.DayFirst));
    }
}
