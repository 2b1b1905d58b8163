using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Fences;

/// <summary>What reach hides is never a zero: no page says "none" to one role of what another sees some of, unless it says that it is a part.</summary>
public sealed partial class HiddenTests
{
    [Fact]
    public async Task No_page_says_none_of_what_is_only_out_of_reach()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var addresses = Endpoints.Of(app, atB: false).Select(e => e.Address).Where(a => !a.Contains("/fil/", StringComparison.Ordinal)).ToList();
        var whole = await app.AsAsync(Role.Auditor);
        var seen = new Dictionary<string, PageSeen>();
        foreach (var address in addresses)
            if (await whole.GetAsync(address) is { Status: HttpStatusCode.OK } page) seen[address] = page;
        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.Auditor))
        {
            var browser = await app.AsAsync(role);
            foreach (var (address, all) in seen)
            {
                var page = await browser.GetAsync(address);
                if (page.Status is not HttpStatusCode.OK) continue;
                var said = Nothing(all).ToHashSet();
                faults.AddRange(Nothing(page).Where(n => !said.Contains(n)).Select(n => $"{role} {address}: {n}"));
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(40)));
    }

    /// <summary>Sentences that say none, and cells that are zero with the row and column they stand in; not those that speak of what "you" have.</summary>
    private static IEnumerable<string> Nothing(PageSeen page)
    {
        // A page that says that it counts a part says so of all that it counts.
        if (page.Html.QuerySelector("main .delvis") is not null) yield break;
        foreach (var element in page.Html.QuerySelectorAll("main p, main li, main dd, main h1, main h2"))
            if (element.Closest("form") is null && element.Children.All(c => c.LocalName is not ("p" or "ul" or "form")) && Text(element) is var text && None().IsMatch(text) && !You().IsMatch(text))
                yield return Numbers().Replace(text, "N");
        foreach (var cell in page.Html.QuerySelectorAll("main td"))
            if (Text(cell) is "0" or "0 %")
                yield return $"{Text(cell.ParentElement!.Children[0])}, {cell.Index()}: {Text(cell)}";
    }

    private static string Text(IElement element) => Space().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"^0\b|\b(inga|inget|ingen|noll)\b", RegexOptions.IgnoreCase)]
    private static partial Regex None();

    [GeneratedRegex(@"\b(du|dig|din|ditt|dina)\b", RegexOptions.IgnoreCase)]
    private static partial Regex You();

    /// <summary>How many there are of something else differs by reach, and is not what is said to be none.</summary>
    [GeneratedRegex(@"\b[1-9]\d*\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
