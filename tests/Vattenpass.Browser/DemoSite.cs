using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vattenpass.Web;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;

using Vattenpass.Tests;

namespace Vattenpass.Browser;

/// <summary>The demo municipality on a real port, and a real Chromium. Made once for all journeys.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    /// <summary>The same engine without the windows of a desktop where it is installed: it starts sooner and does less beside the pages.</summary>
    private static readonly string Executable = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);
    private readonly string folder = Directory.CreateTempSubdirectory("vattenpass-browser-").FullName;
    private Databases databases = null!;
    private WebApplication web = null!;
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public string Address { get; private set; } = "";
    public string Folder => folder;

    public async Task InitializeAsync()
    {
        CultureInfo.DefaultThreadCurrentCulture =
            CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        await MadeDemo.CopyToAsync(folder);
        databases = new(folder, null, TimeProvider.System);
        web = Hosting.Build(databases, TimeProvider.System, isDemo: true, urls: "http://127.0.0.1:0",
            adjust: b => b.Services.AddHostedService(s => s.GetRequiredService<LogWorker>()));
        await web.StartAsync();
        Address = web.Urls.First();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // A busy machine is slow, not wrong.
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Quiet });
    }

    public VattenpassDb Db() => databases.OpenAsSystem("test");

    /// <summary>A fresh browser window at a size; script can be switched off.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, bool script = true)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "sv-SE",
            ReducedMotion = ReducedMotion.Reduce
        });
        return await context.NewPageAsync();
    }

    public async Task<IPage> AsAsync(string user, int width = 1280, int height = 900, bool script = true)
    {
        var page = await OpenAsync(width, height, script);
        await page.GotoAsync("/logga-in");
        await page.Locator($"button[value={user}]").ClickAsync();
        await ArrivedAsync(page, new("^(?!.*logga-in)"));
        return page;
    }

    /// <summary>Waits until the page at an address stands there with its script run. Asked until it holds: a wait for an event of the new page can miss one that came too soon.</summary>
    /// <exception cref="TimeoutException">It does not stand there within a minute; the message tells where the browser is.</exception>
    public static async Task ArrivedAsync(IPage page, Regex address)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
            if (address.IsMatch(page.Url) && await HasRunAsync(page)) return;
        throw new TimeoutException($"The page at {address} did not come; the browser is at {page.Url}.");
    }

    /// <summary>Whether the page that stands there has run its deferred script. False while one page is being replaced by the next.</summary>
    private static async Task<bool> HasRunAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("performance.getEntriesByType('navigation').some(n => n.domContentLoadedEventEnd > 0)")
                .WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await web.DisposeAsync();
        databases.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition("demo")]
public sealed class DemoCollection : ICollectionFixture<DemoSite>;
