using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Web;
using Vattenpass.Web.Data;
using Vattenpass.Web.Demo;

namespace Vattenpass.Tests.Figures;

/// <summary>
/// Over the demo municipality, as a reader of it: every figure on every page and in every report leads to a page with exactly the rows
/// that it was counted from.
/// </summary>
public sealed partial class DemoFigureTests
{
    /// <summary>One who reaches the whole board, and so everything in its reports, and one who sees only a part of each figure.</summary>
    private static readonly (string User, bool IsWhole)[] Readers = [("utvecklingsledare", true), ("enhetschef", false)];

    [Fact]
    public async Task Every_figure_that_is_shown_opens_the_rows_it_was_counted_from()
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-demo-figures-").FullName;
        await MadeDemo.CopyToAsync(folder);
        using var databases = new Databases(folder, null, TimeProvider.System);
        await using var web = Hosting.Build(databases, TimeProvider.System, isDemo: true, adjust: b => b.WebHost.UseTestServer());
        await web.StartAsync();
        List<string> start = [];
        await using (var db = databases.OpenAsSystem("test"))
        {
            foreach (var year in await db.Plans.Select(p => p.Year).ToListAsync())
                start.AddRange([$"/nyckeltal/{year}", $"/lakemedel?ar={year}", $"/loggkontroll/siffror/{year}"]);
            start.AddRange((await db.Reports.Select(r => r.Id).ToListAsync()).Select(id => $"/rapporter/{id}"));
        }

        var faults = new List<string>();
        var opened = 0;
        foreach (var (user, isWhole) in Readers)
        {
            var browser = await SignInAsync(web, user);
            var figures = new Dictionary<string, List<string>>();
            foreach (var address in start.Where(a => isWhole || !a.StartsWith("/rapporter", StringComparison.Ordinal)))
                foreach (var link in (await browser.GetAsync(address)).Html.QuerySelectorAll("main a[href^='/nyckeltal/']"))
                    if (link.GetAttribute("href")! is var href && FigureAddress().IsMatch(href))
                        (figures.TryGetValue(href, out var texts) ? texts : figures[href] = []).Add(link.TextContent);
            foreach (var (address, texts) in figures)
            {
                opened++;
                faults.AddRange((await FaultsAsync(browser, address, texts)).Select(f => $"{user} {address}: {f}"));
            }
        }
        Assert.True(opened > 100, $"{opened} figures were opened.");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Browser browser, string address, List<string> texts)
    {
        var page = await browser.GetAsync(address);
        if (page.Status is not HttpStatusCode.OK) return [$"{(int)page.Status}"];
        var heads = page.Html.QuerySelectorAll("main thead th").Select(h => h.TextContent).ToList();
        var counts = heads.IndexOf("Räknas");
        var rows = page.Html.QuerySelectorAll("main tbody tr").Select(r => counts < 0 ? "ja" : r.Children[counts].TextContent).ToList();
        var (numerator, denominator) = (rows.Sum(r => Weight(r).Of), rows.Sum(r => Weight(r).All));
        return texts.Select(t => t.Replace("\u00a0", "", StringComparison.Ordinal)).Where(t => !IsTrue(t, numerator, denominator))
            .Select(t => $"says {t} and opens {numerator} of {denominator} in {rows.Count} rows");
    }

    /// <summary>"53 av 83" says both; a bare number says one of them.</summary>
    private static bool IsTrue(string text, int numerator, int denominator) =>
        Share().Match(text) is { Success: true } share ? (Read(share.Groups[1].Value),
            Read(share.Groups[2].Value)) == (numerator, denominator)
        : Bare().Match(text) is not { Success: true } bare
        || Read(bare.Groups[1].Value) is var said && (said == numerator || said == denominator);

    private static (int Of, int All) Weight(string counted) => counted switch
    {
        "ja" => (1, 1),
        "nej" => (0, 1),
        _ => Share().Match(counted) is var m ? (Read(m.Groups[1].Value), Read(m.Groups[2].Value)) : default,
    };

    private static int Read(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static async Task<Browser> SignInAsync(WebApplication web, string user)
    {
        var handler = new CookieContainerHandler(new CookieContainer()) { InnerHandler = web.GetTestServer().CreateHandler() };
        var browser = new Browser(new(handler) { BaseAddress = new("http://localhost") });
        var page = await browser.GetAsync("/logga-in");
        Assert.Equal(HttpStatusCode.Redirect,
            (await browser.SubmitAsync(page, ("Input.UserName", user), ("Input.Password", DemoBuilder.Password))).Status);
        return browser;
    }

    [GeneratedRegex(@"^/nyckeltal/\d+/")]
    private static partial Regex FigureAddress();

    [GeneratedRegex(@"(\d+) av (\d+)")]
    private static partial Regex Share();

    [GeneratedRegex(@"^(\d+)( [a-zåäö ]+)?$")]
    private static partial Regex Bare();
}
