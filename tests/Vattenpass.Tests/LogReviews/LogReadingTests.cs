using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vattenpass.Domain;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Files;
using static Vattenpass.Tests.LogReviews.LogScene;

namespace Vattenpass.Tests.LogReviews;

/// <summary>Logs as they come: any encoding, order and piece; broken rows are told and never fatal; the answer never depends on how it was read.</summary>
public sealed class LogReadingTests
{
    static LogReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string ADay() =>
        string.Concat(Enumerable.Range(0, 400)
            .Select(n => Row($"2024-05-{6 + (n / 200):00}T{7 + (n / 25 % 8):00}:{n % 60:00}:{n * 7 % 60:00}", n % 3 == 0 ? "bo" : "anna",
                $"K{1 + (n % 5)}", $"{n}", n % 3 == 0 ? "Bok" : "Ask",
                    n % 11 == 0 ? "\"Jour; akut\nlarm \"\"A\"\"\"" : n % 7 == 0 ? "Jour" : "")));

    private static string Sorted(string rows) => string.Concat(Split(rows).OrderBy(r => r[..19], StringComparer.Ordinal));
    private static List<string> Split(string rows) =>
        [.. rows.Split("\n2024").Select((r, n) => (n == 0 ? "" : "2024") + r.TrimEnd('\n') + "\n")];

    [Fact]
    public void The_answer_is_the_same_with_any_threads_pieces_and_order()
    {
        var rows = Sorted(ADay());
        var whole = Whole(new LogScene().Run(rows, seed: "frö"));
        Assert.Contains("Jour", rows, StringComparison.Ordinal);
        foreach (var chunk in new[] { 64, 65, 100, 999, 4096, 1 << 22 })
            foreach (var threads in new[] { 1, 2, 5 })
                Assert.Equal(whole, Whole(new LogScene().Run(rows, threads, chunk, "frö")));
        var shuffled = string.Concat(Split(rows).OrderBy(r => r.GetHashCode(StringComparison.Ordinal) ^ 0x5A5A));
        Assert.Equal(whole, Whole(new LogScene().Run(shuffled, 2, 128, "frö")));
        Assert.Equal(whole, Whole(new LogScene().Run(string.Concat(Split(rows).AsEnumerable().Reverse()), 1, 4096, "frö")));
    }

    [Fact]
    public void A_row_that_comes_again_is_counted_once_wherever_it_stands()
    {
        var rows = Split(Sorted(ADay()));
        var once = new LogScene().Run(string.Concat(rows));
        var twice = new LogScene().Run(string.Concat(rows.SelectMany(r => new[] { r, r })));
        var apart = new LogScene().Run(string.Concat(rows) + string.Concat(rows));
        Assert.Equal(rows.Count, twice.Findings.Quality.Duplicates);
        Assert.Equal(rows.Count, apart.Findings.Quality.Duplicates);
        Assert.Equal((once.Findings.Accesses, once.Findings.Unexplained, once.Fingerprint),
            (twice.Findings.Accesses, twice.Findings.Unexplained, twice.Fingerprint));
        Assert.Equal(once.Fingerprint, apart.Fingerprint);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    [InlineData("ibm850", false)]
    public void Any_encoding_line_end_and_separator_reads_the_same(string name, bool mark)
    {
        var scene = new LogScene
        {
            Staff = "anvandare;enhet;fran;till\nåsa;Älgen;2024-01-01;\n",
            Placements = "klient;enhet;fran;till\nKö1;Älgen;2024-01-01;\n"
        };
        var encoding = Encoding.GetEncoding(name);
        foreach (var (separator, line) in new[] { (';', "\n"), ('\t', "\r\n"), (',', "\r\n") })
        {
            var text = (Header + Row("2024-05-06T10:00:00", "åsa", "Kö1", "1", "Älgen")).Replace(';', separator)
                .Replace("\n", line, StringComparison.Ordinal);
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            Assert.Equal(1, scene.Run(bytes).Findings.FirstMatch[0]);
        }
        Assert.Equal(1, scene.Run([.. encoding.GetPreamble(),
            .. encoding.GetBytes("sep=,\r\n"
                + (Header + Row("2024-05-06T10:00:00", "åsa", "Kö1", "1", "Älgen")).Replace(';', ','))]).Findings.FirstMatch[0]);
    }

    /// <summary>The field before the line end is used as any other, also of a row that a person has to look at.</summary>
    [Theory]
    [InlineData("loggid")]
    [InlineData("orsak")]
    [InlineData("klient")]
    [InlineData("tidpunkt")]
    [InlineData("system")]
    public void Windows_line_ends_change_nothing_whichever_column_is_last(string last)
    {
        var at = Array.IndexOf(Header.TrimEnd().Split(';'), last);
        string Moved(string line) =>
            string.Join(';', line.Split(';') is var fields ? [.. fields.Where((_, n) => n != at), fields[at]] : []);
        var lines = (Header + string.Concat(Enumerable.Range(0, 50)
            .Select(n => Row($"2024-05-06T10:00:{n:00}", "bo", $"K{1 + (n % 5)}", $"{n}", "Bok", n % 2 == 0 ? "Jour" : "")))).TrimEnd()
            .Split('\n')
            .Select(Moved)
            .ToList();
        LogResult Read(string end, IEnumerable<string> some) =>
            new LogScene().Run(Encoding.UTF8.GetBytes(string.Join(end, some) + end), seed: "frö");
        var whole = Read("\n", lines);
        Assert.True(whole.Findings.QueueRows > 0);
        Assert.Equal(Whole(whole), Whole(Read("\r\n", lines)));
        if (last == "loggid") lines = [.. lines.Select(l => l[..l.LastIndexOf(';')])]; // Then a row is told by what is in it.
        Assert.Equal(Whole(Read("\n", lines)), Whole(Read("\r\n", lines)));
    }

    [Theory]
    [InlineData("2024-01-31", true)]
    [InlineData("2024/01/31", true)]
    [InlineData("2024-1-31", true)]
    [InlineData("20240131", true)]
    [InlineData("31 jan 2024", false)]
    [InlineData("01-31-2024", false)]
    [InlineData("9999999", false)]
    public void A_day_in_a_register_is_read_or_told_and_never_taken_for_an_open_end(string till, bool isRead)
    {
        var result =
            new LogScene { Placements = $"klient;enhet;fran;till\nK1;Ask;2020-01-01;{till}\n" }.Run(Row("2024-09-05T10:00:00", "anna", "K1", "1"));
        Assert.Equal(1, result.Findings.Unexplained);
        Assert.Equal(!isRead, result.Warnings.Any(w => w.Contains("är inget datum", StringComparison.Ordinal)));
    }

    [Fact]
    public void Days_beyond_any_log_are_open_ends()
    {
        foreach (var (from, to) in new[] { ("1995-01-01", "2099-12-31"), ("1995-01-01 00:00:00", "9999-12-31"), ("", "") })
            Assert.Equal(0, new LogScene { Placements = $"klient;enhet;fran;till\nK1;Ask;{from};{to}\n" }.Run(Row("2024-09-05T10:00:00",
                "anna", "K1", "1")).Findings.Unexplained);
    }

    [Fact]
    public void A_register_that_turns_out_to_be_of_another_encoding_is_refused_and_not_misread()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("klient;enhet;fran;till\n"
            + string.Concat(Enumerable.Range(0, 60_000).Select(n => $"K{n:0000000};Ask;2020-01-01;\n"))),
            .. Encoding.Latin1.GetBytes("Kö;Ask;;\n")];
        var sources = new RegisterSources(Bytes("staff", Encoding.UTF8.GetBytes(new LogScene().Staff)),
            Bytes("roles", Encoding.UTF8.GetBytes(new LogScene().Roles)), Bytes("placeringar.csv", bytes));
        var refused = Assert.Throws<Refusal>(() => new RegisterReader(IdTables.New()).Read(sources));
        Assert.Contains("placeringar.csv", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_and_nobody_else_may_look_into_a_folder_in_use()
    {
        var parent = Directory.CreateTempSubdirectory("vattenpass-rester-");
        try
        {
            var left = parent.CreateSubdirectory("logg-gammal");
            File.WriteAllText(Path.Combine(left.FullName, "lås"), "");
            File.WriteAllText(Path.Combine(left.FullName, "1.rader"), "rader");
            var foreign = parent.CreateSubdirectory("logg-annat");
            using (var first = new ScratchFolder(parent))
            using (var second = new ScratchFolder(parent))
            {
                Assert.False(Directory.Exists(left.FullName));
                Assert.True(first.Folder.Exists && second.Folder.Exists && foreign.Exists);
                if (!OperatingSystem.IsWindows())
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                        File.GetUnixFileMode(first.Folder.FullName));
            }
            Assert.Equal([foreign.Name], parent.EnumerateDirectories().Select(f => f.Name));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("2024-05-06 10:00:00")]
    [InlineData("2024-05-06T10:00:00.123")]
    [InlineData("2024-05-06T08:00:00Z")]
    [InlineData("2024-05-06T10:00:00+02:00")]
    [InlineData("2024-05-06 10:00")]
    [InlineData("2024-05-06 10.00")]
    [InlineData("20240506 10:00:00")]
    [InlineData("\"2024-05-06T10:00:00\"")]
    [InlineData(" 2024-05-06T10:00:00 ")]
    public void Times_are_read_as_systems_write_them(string time)
    {
        var scene =
            new LogScene { Shifts = "anvandare;enhet;start;slut\nanna;Ask;2024-05-06T10:20:00;2024-05-06T10:30:00\nanna;Ask;2024-05-05T06:40:00;2024-05-05T07:00:00\n" };
        Assert.Equal(1, scene.Run(Row(time, "anna", "K1", "1")).Findings.FirstMatch[0]);
    }

    [Fact]
    public void Bad_rows_are_counted_with_their_reason_and_the_rest_is_used()
    {
        var result = new LogScene().Run(Row("2024-05-06T10:00:00", "anna", "K1", "1")
            + "skräp\n"
            + Row("igår", "anna", "K1", "2")
            + Row("2024-05-06T10:00:01", "", "K1", "3")
            + Row("2024-05-06T10:00:02", "anna", "", "4")
            + "\n;;;;;;;;\n"
                + Row("2024-02-30T10:00:00", "anna", "K1", "5")
                + Row("2024-05-06T25:00:00", "anna", "K1", "6")
                + "Summa;4\n"
                + Row("2024-05-06T10:00:03", "anna", "K1", "\"7"));
        Assert.Equal(2, result.Findings.Accesses);
        Assert.Equal(8, result.Findings.Quality.Bad);
        Assert.Contains(result.Warnings, w => w.StartsWith("8 rader går inte att använda", StringComparison.Ordinal));
        Assert.Contains(result.Findings.Quality.BadRows, b => b.Text == "skräp");
    }

    [Fact]
    public void Broken_rows_inside_an_hour_do_not_cut_it_in_two()
    {
        string Hour(int hour, bool broken) =>
            string.Concat(Enumerable.Range(0, 200)
                .Select(n => Row($"2024-05-06T{hour:00}:{n / 4:00}:{n % 60:00}", "anna", $"K{n % 5}", $"{hour}-{n}")
                    + (broken ? "TRASIG;anna;K1;Ask;Läst;Journal;Lifecare;;x\n" : "")));
        var rows = Hour(8, false) + Hour(9, true) + Hour(9, false) + Row("2024-05-06T10:00:00", "anna", "K1", "sist");
        var whole = Whole(new LogScene().Run(rows));
        foreach (var chunk in new[] { 64, 4096, 16_000, 20_000, 24_000, 30_000 })
            Assert.Equal(whole, Whole(new LogScene().Run(rows, 2, chunk)));
    }

    [Fact]
    public void Equal_log_ids_and_rows_that_differ_in_other_fields_all_count()
    {
        var shifts = "anvandare;enhet;start;slut\nanna;Ask;2024-05-01T07:00:00;2024-05-01T08:00:00\n";
        var rows = string.Concat(Enumerable.Range(0, 60)
            .Select(n => Row($"2024-05-06T{7 + (n / 15):00}:{n % 15 * 4:00}:00", "anna", $"K{new[] { 1, 3, 4 }[n % 3]}", "7"))) + string
            .Concat(Enumerable.Range(0, 5).Select(n => $"2024-05-06T09:01:00;anna;zz;Bok;Läst;Modul{n};Lifecare;;7\n"));
        var found = new LogScene { Shifts = shifts }.Run(rows).Findings;
        Assert.Equal((65, 60, 5, 5), (found.Accesses, found.FirstMatch.Sum(), found.Unexplained, found.QueueRows));
    }

    [Fact]
    public void Another_encoding_far_into_a_plain_file_is_said()
    {
        var plain = Encoding.ASCII.GetBytes("tidpunkt;anvandare;klient\n"
            + string.Concat(Enumerable.Range(0, 45_000).Select(n => $"2024-05-06T10:00:{n % 60:00};anna;K{n:00000}\n")));
        byte[] log = [.. plain, .. Encoding.GetEncoding(1252).GetBytes("2024-05-06T10:00:00;björn;K1\n2024-05-06T10:00:00;bjärn;K1\n")];
        Assert.Contains("teckenkodning", Assert.Throws<Refusal>(() => new LogScene().Run(log)).Message, StringComparison.Ordinal);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Header),
            .. Encoding.GetEncoding(1252)
            .GetBytes(Row("2024-05-06T10:00:00", "anna", "K1", "1", "Ås") + Row("2024-05-06T10:00:01", "anna", "K1", "2", "Ös"))];
        Assert.Equal(2, new LogScene().Run(marked).Findings.Accesses);
        Assert.Contains("vagnretur",
            Assert.Throws<Refusal>(() =>
                new LogScene().Run(Encoding.UTF8.GetBytes((Header
                    + Row("2024-05-06T10:00:00", "anna", "K1", "1")).Replace('\n', '\r')))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_quote_in_a_log_out_of_order_takes_nobody_elses_rows()
    {
        var rows = "2024-05-01T08:00:00;anna;\"K1;Ask;Läst;J;L;;A\n"
            + string.Concat(Enumerable.Range(0, 10).Select(n => Row($"2024-05-01T08:10:{n:00}", "anna", "K1", $"b{n}")))
            + string.Concat(Enumerable.Range(0, 3000).Select(n => Row($"2024-05-02T08:{n / 60:00}:{n % 60:00}", "anna", "K1", $"c{n}")))
            + "2024-05-01T08:30:00;anna;x\";Ask;Läst;J;L;;Z\n";
        var found = new LogScene().Run(rows).Findings;
        Assert.Equal((3012, 0L), (found.Accesses, found.Quality.Bad));
    }

    [Fact]
    public void Registers_reach_beyond_the_years_of_any_log()
    {
        var scene = new LogScene
        {
            Staff = "anvandare;enhet;fran;till\nanna;Ask;1995-03-01;2099-12-31\n",
            Placements = "klient;enhet;fran;till\nK1;Ask;1900-01-01;9999-12-31\n"
        };
        Assert.Equal(1, scene.Run(Row("2024-05-06T10:00:00", "anna", "K1", "1")).Findings.FirstMatch[0]);
    }

    [Fact]
    public void A_stray_quote_costs_a_row_at_most_and_never_the_file()
    {
        var rows = Enumerable.Range(0, 3000)
            .Select(n => Row($"2024-05-06T{7 + (n / 400):00}:{n / 60 % 60:00}:{n % 60:00}", "anna", "K1", $"{n}",
                reason: n == 10 ? "\"Jour" : ""))
            .ToList();
        var whole = new LogScene().Run(string.Concat(rows));
        Assert.True(whole.Findings.Accesses >= 2999, $"{whole.Findings.Accesses}");
        Assert.Equal(Whole(whole), Whole(new LogScene().Run(string.Concat(rows), 3, 64)));
    }

    [Fact]
    public void Files_without_what_is_needed_are_refused_in_Swedish()
    {
        Assert.Contains("är tom", Assert.Throws<Refusal>(() => new LogScene().Run([])).Message, StringComparison.Ordinal);
        Assert.Contains("saknar kolumnen klient",
            Assert.Throws<Refusal>(() => new LogScene().Run("tidpunkt;anvandare\n2024-01-01;x\n"u8.ToArray())).Message,
            StringComparison.Ordinal);
        Assert.Contains("saknar kolumnen till",
            Assert.Throws<Refusal>(() => (new LogScene() with { Staff = "anvandare;enhet;fran\n" }).Run("")).Message,
            StringComparison.Ordinal);
        Assert.Contains("Excel", Assert.Throws<Refusal>(() => new LogScene().Run("PK\u0003\u0004"u8.ToArray())).Message,
            StringComparison.Ordinal);
        Assert.Contains("inga åtkomster", Assert.Throws<Refusal>(() => new LogScene().Run("")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("sep=;\r\n\n", 2)]
    public void A_register_row_that_cannot_be_used_is_told_with_row_column_and_the_rest_is_used(string above, int rows)
    {
        var scene = new LogScene() with
        {
            Staff =
                above + "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;\nbo;;2024-01-01;\nbo;Bok;i våras;\nbo;Bok;2024-05-01;2024-01-01\n",
            Tickets = "anvandare;klient;fran;till;arende\nbo;K1;2024-05-02;2024-05-01;A1\n",
        };
        var result = scene.Run(Row("2024-05-06T10:00:00", "anna", "K1", "1"));
        Assert.Equal(1, result.Findings.FirstMatch[0]);
        Assert.Contains(result.Warnings, w => w.StartsWith($"staff.csv, rad {rows + 3}: kolumnen enhet", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.StartsWith($"staff.csv, rad {rows + 4}: ”i våras”", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.StartsWith($"staff.csv, rad {rows + 5}: slutdatum", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.StartsWith("tickets.csv, rad 2: slutdatum", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lifecare", "Datum och tid;Användarnamn;Person-ID;Organisationsenhet;Aktivitet;Åtkomstorsak;Logg-ID",
        "2024-05-06 10:00:00;anna;K1;Ask;Läst;;1")]
    [InlineData("Procapita", "Loggdatum;Klockslag;Signatur;Klientnr;Org;Funktion;Loggnr", "2024-05-06;10:00:00;anna;K1;Ask;Läst;1")]
    [InlineData("Treserva", "Tidsstämpel;Användarkod;Aktnummer;Verksamhet;Aktivitet", "2024-05-06 10:00;anna;K1;Ask;Läst")]
    [InlineData("Viva", "Datum;Klockan;HSA-id;Vivaid;Arbetsplats;Operation", "2024-05-06;10:00;anna;K1;Ask;Läst")]
    [InlineData("Viva", "Tid;HSA-id;Vivaid;Arbetsplats;Operation", "2024-05-06 10:00;anna;K1;Ask;Läst")]
    [InlineData("Viva", "Datum;Tid;HSA-id;Vivaid;Arbetsplats;Operation", "2024-05-06;10:00;anna;K1;Ask;Läst")]
    [InlineData("Lifecare", "Datum;Tid;Användarnamn;Person-ID;Organisationsenhet", "2024-05-06;10:00:00;anna;K1;Ask")]
    [InlineData("Lifecare", "Tid;Användarnamn;Person-ID;Organisationsenhet", "2024-05-06 10:00:00;anna;K1;Ask")]
    public void The_systems_own_headers_are_read_by_profile_named_or_found(string profile, string header, string row)
    {
        var log = Encoding.UTF8.GetBytes($"{header}\n{row}\n");
        Assert.Equal(1, new LogScene().Run(log, profile: profile).Findings.FirstMatch[0]);
        Assert.Equal(1, new LogScene().Run(log).Findings.FirstMatch[0]);
        Assert.Contains("finns inte", Assert.Throws<Refusal>(() => new LogScene().Run(log, profile: "Annat")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_and_what_is_never_logged_are_told_first()
    {
        var warnings = new LogScene().Run(Row("2024-05-06T10:00:00", "anna", "K1", "1")
            + Row("2024-05-09T10:00:00", "anna", "K1", "2")).Warnings;
        Assert.StartsWith("Loggen saknar 2 dagar helt: 2024-05-07 och 2024-05-08", warnings[0], StringComparison.Ordinal);
        Assert.Contains(warnings, w => w.StartsWith("Loggen visar aldrig skrivning, utskrift", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("-2", "'-2")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("vanlig", "vanlig")]
    public void No_text_of_a_log_becomes_a_formula_in_a_spreadsheet(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void Any_bytes_at_all_are_read_or_refused_and_never_crash()
    {
        var alphabet = "tidpunkt;anvandare;klient\n2024-05-06T10:00:00\"\r,\t=åK1\0"u8.ToArray()
            .Append((byte)0xFF)
            .Append((byte)0xE5)
            .ToArray();
        var bytes = Gen.Elements(alphabet).ListOf().Select(l => l.ToArray()).ToArbitrary();
        Prop.ForAll(bytes, body =>
        {
            foreach (var start in new[] { Encoding.UTF8.GetBytes(Header), [],
                Encoding.UTF8.GetBytes(Header + Row("2024-05-06T10:00:00", "anna", "K1", "1")) })
            {
                try
                {
                    var log = (byte[])[.. start, .. body];
                    Assert.Equal(Whole(new LogScene().Run(log)), Whole(new LogScene().Run(log, 2, 64)));
                }
                catch (Refusal)
                {
                    // Said in Swedish what is wrong.
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(400));
    }
}
