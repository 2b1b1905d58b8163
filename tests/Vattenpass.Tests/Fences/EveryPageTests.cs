using System.Text.RegularExpressions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Fences;

/// <summary>Every page as every role: what must be true of all of them, whoever looks.</summary>
public sealed partial class EveryPageTests
{
    private const int MostOfAKind = 5;

    [Fact]
    public async Task Every_page_as_every_role_is_whole_labelled_and_Swedish()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var patterns = Endpoints.Of(app, atB: false).Select(e => Pattern(e.Pattern)).ToList();
        var asked = new Dictionary<string, bool>();
        bool IsKnown(string address) =>
            asked.TryGetValue(address, out var known) ? known : asked[address] = patterns.Exists(p => p.IsMatch(address));
        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await app.AsAsync(role);
            var access = await Data.DoorTests.AccessOf(app, role);
            var seen = new HashSet<string>();
            var seenLike = new Dictionary<string, int>();
            // That the rest answer 403 is what the access matrix sees.
            var open = Endpoints.Of(app, atB: false)
                .Where(e => e.Needs is null || access.Can(e.Needs.Thing, e.Needs.Right))
                .Append(Endpoints.Of(app, atB: false).First(e => e.Needs is { } needs && !access.Can(needs.Thing, needs.Right)));
            var waiting = new Queue<string>(open.Select(e => e.Address));
            while (waiting.TryDequeue(out var address))
            {
                if (!seen.Add(address)) continue;
                // A page of a row is seen for the first rows of its kind, each with its own questions.
                var like = Row().Replace(address, "#");
                if ((seenLike[like] = seenLike.GetValueOrDefault(like) + 1) > MostOfAKind) continue;
                var page = await browser.GetAsync(address);
                if ((int)page.Status >= 500) faults.Add($"{role} {address}: {(int)page.Status}");
                if (page.Answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                faults.AddRange(Faults(page, IsKnown).Select(f => $"{role} {address}: {f}"));
                foreach (var link in page.Html.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                    if (!link.Contains("/fil/", StringComparison.Ordinal)) waiting.Enqueue(link);
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(60)));
    }

    private static IEnumerable<string> Faults(PageSeen page, Func<string, bool> isKnown)
    {
        var html = page.Html;
        if (html.QuerySelectorAll("h1").Length != 1) yield return "not exactly one h1";
        if (html.DocumentElement.GetAttribute("lang") != "sv") yield return "not in Swedish by lang";
        if (string.IsNullOrWhiteSpace(html.Title) || html.Title.StartsWith("Vattenpass –", StringComparison.Ordinal))
            yield return "no title";
        var last = 1;
        foreach (var heading in html.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > last + 1) yield return $"heading {heading.TextContent} skips from {last} to {level}";
            last = level;
        }
        foreach (var link in html.QuerySelectorAll("a"))
        {
            var href = link.GetAttribute("href");
            if (string.IsNullOrEmpty(href)) yield return $"empty link {link.TextContent}";
            else if (href[0] == '/' && !href.StartsWith("/lib", StringComparison.Ordinal) && !isKnown(href.Split('?')[0].Split('#')[0]))
                yield return $"link to nowhere {href}";
            if (string.IsNullOrWhiteSpace(link.TextContent)) yield return $"link without text {href}";
        }
        foreach (var control in html.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            if (control.GetAttribute("aria-label") is null && html.QuerySelector($"label[for='{control.Id}']") is null)
                yield return $"unlabelled {control.GetAttribute("name")}";
        foreach (var twice in html.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"id {twice.Key} twice";
        foreach (var table in html.QuerySelectorAll("table"))
            if (table.QuerySelector("th") is null || table.QuerySelector("caption") is null) yield return "table without header or caption";
        if (html.QuerySelector("[tabindex]:not([tabindex='0']):not([tabindex='-1'])") is not null) yield return "positive tabindex";
        foreach (var region in html.QuerySelectorAll("[aria-describedby]"))
            foreach (var id in region.GetAttribute("aria-describedby")!.Split(' '))
                if (html.GetElementById(id) is null) yield return $"described by nothing: {id}";
        foreach (Match word in English().Matches(html.Body!.TextContent)) yield return $"English: {word.Value}";
    }

    private static Regex Pattern(string raw) =>
        new("^/" + Regex.Replace(raw, @"/?\{(\w+)(:\w+)?(\?)?\}",
            m => m.Groups[3].Success ? "(/[^/]+)?" : (m.Value.StartsWith('/') ? "/" : "") + "[^/]+") + "$",
            RegexOptions.IgnoreCase);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(the|required|field|invalid|please|submit|cancel|save|delete|value|must|should|error|not|null|true|false|Draft|Ongoing|Minor|Serious|WithoutRemark|Guid|Exception)\b")]
    private static partial Regex English();
}
