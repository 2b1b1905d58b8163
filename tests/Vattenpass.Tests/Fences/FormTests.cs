using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Fences;

/// <summary>Every form there is, as somebody who may send it: what it was made from goes with it, and nothing older is saved over what stands.</summary>
public sealed partial class FormTests
{
    [Fact]
    public async Task No_form_made_from_something_older_is_saved()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var faults = new List<string>();
        var tried = 0;
        foreach (var (endpoint, browser, page) in await FormsAsync(app))
        {
            var form = page.MainForm!;
            if (form.QuerySelector("[name=Seen]") is not { } seen)
            {
                faults.AddRange(Stored(form).Select(field => $"{endpoint.Pattern}: {field} shows a stored text without a seal"));
                continue;
            }
            tried++;
            var before = await TrailAsync(app);
            var older = Hash().Replace(seen.GetAttribute("value")!, ":0000000000000000");
            var answer = await browser.SubmitAsync(page, [("Seen", older), .. Typed(form)]);
            if (answer.Status is not HttpStatusCode.UnprocessableEntity) faults.Add($"{endpoint.Pattern}: {(int)answer.Status} for an older form");
            else if (!Told().IsMatch(answer.Text)) faults.Add($"{endpoint.Pattern}: not told that somebody else has changed it");
            if (await TrailAsync(app) != before) faults.Add($"{endpoint.Pattern}: an older form was saved");
            foreach (var (name, text) in Typed(form))
                if (answer.MainForm is { } back && back.QuerySelector($"[name='{name}']:not([type=radio]):not(button)") is { } field && Value(field) != text)
                    faults.Add($"{endpoint.Pattern}: what was typed in {name} is lost");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(tried > 30, $"Only {tried} forms had a seal.");
    }

    /// <summary>Each page with a form, opened by the first role that gets one.</summary>
    private static async Task<List<(Endpoint, Browser, PageSeen)>> FormsAsync(App app)
    {
        var found = new List<(Endpoint, Browser, PageSeen)>();
        var left = Endpoints.Of(app, atB: false).Where(e => e.HasPost).ToList();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await app.AsAsync(role);
            foreach (var endpoint in left.ToList())
            {
                var page = await browser.GetAsync(endpoint.Address);
                if (page.Status is not HttpStatusCode.OK || page.MainForm is null) continue;
                left.Remove(endpoint);
                found.Add((endpoint, browser, page));
            }
        }
        return found;
    }

    private static async Task<int> TrailAsync(App app)
    {
        await using var db = app.Db();
        return await db.Trail.CountAsync();
    }

    /// <summary>What somebody types over what is stored: more in a text, another day, another choice.</summary>
    private static (string, string?)[] Typed(IHtmlFormElement form) =>
    [
        .. Texts(form).Where(f => f.GetAttribute("inputmode") is null)
            .Select(f => (f.GetAttribute("name")!, (string?)(f.GetAttribute("type") == "date" ? "2026-06-24" : $"{Value(f)} och mer"))),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select:not([multiple])")
            .Select(s => (s.Name!, s.Options.LastOrDefault(o => !o.IsSelected && o.Value.Length > 0)?.Value))
            .Where(s => s.Value is not null),
        .. form.QuerySelectorAll("button[name=spara]").TakeLast(1).Select(b => ("spara", b.GetAttribute("value"))),
        .. form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(r => r.Name!)
            .Where(g => g.Any(r => r.IsChecked))
            .Select(g => (g.Key, (string?)g.First(r => !r.IsChecked).Value)),
    ];

    /// <summary>What a form shows to be changed, other than days and numbers it proposes.</summary>
    private static IEnumerable<string> Stored(IHtmlFormElement form) =>
        Texts(form).Where(f => Value(f).Any(char.IsLetter)).Select(f => f.GetAttribute("name")!);

    private static IEnumerable<IElement> Texts(IHtmlFormElement form) =>
        form.QuerySelectorAll("textarea[name^=Input], input[name^=Input]:not([type]), input[name^=Input][type=text], input[name^=Input][type=date]");

    private static string Value(IElement field) =>
        field switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => ((IHtmlInputElement)field).Value,
        };

    [GeneratedRegex(":[0-9a-f]{16}")]
    private static partial Regex Hash();

    [GeneratedRegex("har ändrat det här medan du skrev|har ändrats sedan du öppnade")]
    private static partial Regex Told();
}
