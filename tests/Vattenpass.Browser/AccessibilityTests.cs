using Deque.AxeCore.Playwright;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

[Collection("demo")]
public sealed class AccessibilityTests(DemoSite site)
{
    [Fact]
    public async Task No_page_has_a_fault_according_to_axe()
    {
        var faults = new List<string>();
        await Pages.ForEachAsync(site, 1280, async (page, name) =>
        {
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Select(v => $"{name}: {v.Id}: {v.Help} {string.Join(" ", v.Nodes.Take(2).Select(n => n.Html))}"));
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>360 px is a small phone; 320 px is what 400 % zoom leaves of a 1280 px screen (WCAG 1.4.10).</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    public async Task No_page_scrolls_sideways_on_a_phone_or_at_400_per_cent(int width)
    {
        var faults = new List<string>();
        await Pages.ForEachAsync(site, width, async (page, name) =>
        {
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (wide > width) faults.Add($"{name}: {wide} px; " + await page.EvaluateAsync<string>("w => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest('.rulla, .roll')).slice(0, 2).map(e => e.outerHTML.slice(0, 120)).join(' | ')", width));
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_is_pressed_on_a_phone_is_large_enough()
    {
        var faults = new List<string>();
        await Pages.ForEachAsync(site, 360, async (page, name) =>
        {
            var small = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('button, .ds-button, summary, .meny a, select, input:not([type=hidden],[type=checkbox],[type=radio])')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))");
            faults.AddRange(small.Select(s => $"{name}: {s}"));
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct().Take(30)));
    }

    [Fact]
    public async Task No_page_breaks_its_own_content_policy_or_writes_an_error()
    {
        var faults = new List<string>();
        await Pages.ForEachAsync(site, 1280, (page, name) =>
        {
            page.Console += (_, message) => { if (message.Type is "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal)) faults.Add($"{name}: {message.Text}"); };
            return Task.CompletedTask;
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }
}
