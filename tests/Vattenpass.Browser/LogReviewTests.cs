using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

/// <summary>A reviewer's morning: a log read in while one watches, ten cases by keyboard, and one that was wrong.</summary>
[Collection("demo")]
public sealed class LogReviewTests(DemoSite site)
{
    private const int Rows = 400_000, Curious = 12;

    private static DateOnly First(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(-1);

    /// <summary>A big month of ordinary work at Almgården, and twelve who each read a client of another unit.</summary>
    private static (string Log, string Staff, string Roles, string Placements) Files(DateOnly first)
    {
        var log = new StringBuilder("tidpunkt;anvandare;klient;enhet;handelse;modul;system;orsak;loggid\n", Rows * 80);
        for (var n = 0; n < Rows; n++)
        {
            var at = first.ToDateTime(new(7, 0)).AddDays(n / (Rows / 28)).AddSeconds(n % (Rows / 28) * 2);
            log.Append(CultureInfo.InvariantCulture,
                $"{at:yyyy-MM-ddTHH:mm:ss};w{n % 50};c{n % 40};Almgården;Läst;Journal;Procapita;;{n}\n");
            if (n % (Rows / 28) == 100 && n / (Rows / 28) is var day && day < Curious)
                for (var k = 0; k < 2; k++)
                    log.Append(CultureInfo.InvariantCulture,
                        $"{at.AddSeconds(k):yyyy-MM-ddTHH:mm:ss};w{day};främmande{day};Almgården;Läst;Journal;Procapita;;f{day}-{k}\n");
        }
        return (log.ToString(),
            "anvandare;enhet;fran;till\n" + string.Concat(Enumerable.Range(0, 50).Select(n => $"w{n};Almgården;2020-01-01;\n")),
            "anvandare;roll\n" + string.Concat(Enumerable.Range(0, 50).Select(n => $"w{n};Undersköterska\n")),
                "klient;enhet;fran;till\n" + string.Concat(Enumerable.Range(0, 40).Select(n => $"c{n};Almgården;2020-01-01;\n")) + string
                    .Concat(Enumerable.Range(0, Curious).Select(n => $"främmande{n};Lindbacken;2020-01-01;\n")));
    }

    [Fact]
    public async Task A_reviewer_reads_in_a_log_judges_ten_cases_by_keyboard_and_one_becomes_a_deviation_that_the_report_tells_of()
    {
        await using var db = site.Db();
        var first = First(db.Today);
        var (log, staff, roles, placements) = Files(first);
        var page = await site.AsAsync("loggranskare");
        await page.GotoAsync("/loggkontroll/las-in");
        await page.GetByLabel("Verksamhetssystem").FillAsync("Procapita");
        foreach (var (field, text) in new[] { ("logg", log), ("bemanning", staff), ("roller", roles), ("placeringar", placements) })
            await page.Locator($"#fil-{field}")
                .SetInputFilesAsync(new FilePayload
                {
                    Name = $"{field}.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(text)
                });
        await page.GetByLabel("Jag", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in och gå igenom" }).ClickAsync();
        // The page follows by itself until the log is done.
        await Assertions.Expect(page.GetByText("att bedöma av dig")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        Assert.False(Directory.EnumerateFileSystemEntries(Path.Combine(site.Folder, "loggar")).Any());

        await page.GotoAsync("/loggkontroll");
        await page.GetByRole(AriaRole.Link, new() { Name = "Börja med det första" }).ClickAsync();
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Öppna fallet" });
        for (var n = 0; n < 10; n++)
        {
            await Assertions.Expect(open).ToBeFocusedAsync();
            var heading = await page.Locator("h1").InnerTextAsync();
            await page.Keyboard.PressAsync("Enter"); // Opens for the purpose offered.
            await Assertions.Expect(page.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(heading);
        }

        // The eleventh is not clear: secure, ask, then decide.
        await Assertions.Expect(open).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jag är inte säker" }).ClickAsync();
        var today = db.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.GetByLabel("Utdraget är säkrat").FillAsync(today);
        await page.GetByLabel("HR är kontaktad").FillAsync(today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fråga medarbetaren" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kan du berätta vilken uppgift du hade då?")).ToBeVisibleAsync();
        await page.GetByLabel("Frågan ställdes").FillAsync(today);
        await page.GetByLabel("Vad svarade medarbetaren?").FillAsync("Minns inte varför.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Obehörig" }).ClickAsync();
        await page.GetByLabel("Varför är åtkomsten obehörig?").FillAsync("Ingen uppgift hos den enskilde.");
        await page.GetByLabel("Bedömning och när").FillAsync("Anmäld till IMY i dag.");
        await page.GetByLabel("Bedömning", new() { Exact = false }).Nth(1).FillAsync("Inte lex Sarah.");
        await page.GetByLabel("Bedömning och vem som gav råd").FillAsync("Ingen anmälan enligt kommunjuristen.");
        await page.GetByLabel("Vad som är begränsat, eller varför inte").FillAsync("Bara egna enheten.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bedöm som obehörig" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("är nu en avvikelse");
        await page.GetByRole(AriaRole.Link, new() { Name = "Till avvikelsen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Obehörig åtkomst" })).ToBeVisibleAsync();

        Assert.Equal(1, await db.LogCases.CountAsync(c => c.System == "Procapita" && c.Verdict == Verdict.Unauthorised));
        Assert.Equal(10, await db.LogCases.CountAsync(c => c.System == "Procapita" && c.Verdict == Verdict.Authorised));
        var writer = await site.AsAsync("utvecklingsledare");
        await writer.GotoAsync("/rapporter/ny");
        await writer.GetByLabel("År", new() { Exact = true }).FillAsync($"{first.Year}");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Börja" }).ClickAsync();
        await Assertions.Expect(writer.GetByText("åtkomster i Lifecare och Procapita har programmet jämfört med register")).ToBeVisibleAsync();
    }
}
