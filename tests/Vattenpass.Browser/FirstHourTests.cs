using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.Plans;
using Vattenpass.Web;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;

namespace Vattenpass.Browser;

/// <summary>
/// A quality developer alone, from an empty installation to a running annual cycle with last year's Word plan. Every click and every page is
/// counted: the first hour must not take more than 25 clicks and 10 pages.
/// </summary>
[Collection("demo")]
public sealed partial class FirstHourTests(DemoSite site) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("vattenpass-first-").FullName;
    private readonly HashSet<string> pages = [];
    private int clicks;
    private IPage page = null!;

    private const string Organisation = "kod;namn;typ;överordnad\nSN;Socialnämnden;nämnd;\nIFO;Individ och familj;verksamhetsområde;SN\nB1;Barn och unga;enhet;IFO\nB2;Vuxna;enhet;IFO\n";
    private const string People = "Namn;E-post;Befattning;Enhet\nVerksamhetschef Individ;vc@kommun.example;Verksamhetschef;Individ och familj\nEnhetschef Barn;ec@kommun.example;Enhetschef;Barn och unga\n";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<string> RunAsync(string data, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await CommandLine.RunAsync([.. args, "--data", data], output, error));
        return error.ToString();
    }

    private async Task ClickAsync(ILocator what)
    {
        clicks++;
        try
        {
            await what.ClickAsync(new() { Timeout = 20_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what} is not on {page.Url}: {await page.Locator("main").InnerTextAsync()}");
        }
        await DemoSite.ArrivedAsync(page, Anywhere());
        pages.Add(new Uri(page.Url).AbsolutePath);
    }

    private async Task FileAsync(string field, string name, byte[] bytes) =>
        await page.Locator($"input[name={field}]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });

    [Fact]
    public async Task From_an_empty_installation_to_a_running_year_with_the_municipalitys_own_plan()
    {
        await RunAsync(folder, "migrate");
        var password = Password().Match(await RunAsync(folder, "admin", "kvalitet", "--alone")).Groups[1].Value;
        using var databases = new Databases(folder, null, TimeProvider.System);
        await using var web = Hosting.Build(databases, TimeProvider.System, isDemo: false, urls: "http://127.0.0.1:0");
        await web.StartAsync();
        page = await site.OpenAsync();
        await page.GotoAsync($"{web.Urls.First()}/");
        pages.Add("/logga-in");

        await page.GetByLabel("Användarnamn").FillAsync("kvalitet");
        await page.GetByLabel("Lösenord", new() { Exact = true }).FillAsync(password);
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }));
        var secret = "en ovanlig mening om vattenpass";
        foreach (var field in await page.Locator("main input[type=password]").AllAsync())
            await field.FillAsync(await field.GetAttributeAsync("name") is { } name && name.Contains("Current", StringComparison.Ordinal) ? password : secret);
        await ClickAsync(page.Locator("main form button[type=submit]").First);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kom igång");
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Läs in en fil" }));
        await FileAsync("Filer", "organisation.csv", System.Text.Encoding.UTF8.GetBytes(Organisation));
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true }));
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Läs in en lista" }));
        await FileAsync("fil", "personer.csv", System.Text.Encoding.UTF8.GetBytes(People));
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Läs in", Exact = true }));

        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Läs in planen från Word eller Excel" }));
        await FileAsync("fil", "uppfoljning.docx", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", "delar-2022", "uppfoljning-delar-2022.docx")));
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Läs filen" }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("8 risker, 7 åtgärder och 3 kontroller");
        var year = databases.OpenAsSystem("test").Today.Year;
        await page.GetByLabel("Planen gäller år").FillAsync($"{year}");
        await ClickAsync(page.GetByLabel("Nämnden har redan beslutat planen"));
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Spara planen" }));
        await page.GetByLabel("Paragraf").FillAsync("112");
        await page.GetByLabel("Diarienummer").FillAsync($"SN {year}/1");
        await ClickAsync(page.Locator("main form button[type=submit]").First);
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Årshjul", Exact = true }));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Stickprov");

        await using var db = databases.OpenAsSystem("test");
        var plan = await db.Plans.Include(p => p.Controls).SingleAsync(p => p.Year == year);
        Assert.Equal(PlanStatus.Adopted, plan.Status);
        Assert.Equal(4 + 11 + 4, await db.Occasions.CountAsync(o => o.PlanId == plan.Id));
        Assert.True(clicks <= 25, $"{clicks} klick");
        Assert.True(pages.Count <= 10, $"{pages.Count} sidor: {string.Join(", ", pages)}");
    }

    [GeneratedRegex("lösenord: ([0-9a-f]+)")]
    private static partial Regex Password();

    [GeneratedRegex("^http")]
    private static partial Regex Anywhere();
}
