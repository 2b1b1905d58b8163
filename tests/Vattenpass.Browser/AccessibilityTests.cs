using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Vattenpass.Browser;

/// <summary>
/// What must hold on every page. Each page is opened once and looked at in all its widths; every test then asks for its own kind of fault.
/// </summary>
[Collection("demo")]
public sealed class AccessibilityTests(DemoSite site)
{
    /// <summary>360 px is a small phone; 320 px is what 400 % zoom leaves of a 1280 px screen (WCAG 1.4.10).</summary>
    private const int Screen = 1280, Phone = 360, Zoomed = 320;

    private static readonly SemaphoreSlim One = new(1, 1);
    private static List<Fault>? found;

    private enum Kind { Axe, Sideways, Small, Console }
    private sealed record Fault(Kind Kind, int Width, string Text);

    [Fact]
    public Task No_page_has_a_fault_according_to_axe() => NoneAsync(Kind.Axe, Screen);

    [Theory]
    [InlineData(Phone)]
    [InlineData(Zoomed)]
    public Task No_page_scrolls_sideways_on_a_phone_or_at_400_per_cent(int width) => NoneAsync(Kind.Sideways, width);

    [Fact]
    public Task What_is_pressed_on_a_phone_is_large_enough() => NoneAsync(Kind.Small, Phone);

    [Fact]
    public Task No_page_breaks_its_own_content_policy_or_writes_an_error() => NoneAsync(Kind.Console, Screen);

    private async Task NoneAsync(Kind kind, int width)
    {
        await One.WaitAsync();
        try
        {
            found ??= await LookAsync();
        }
        finally
        {
            One.Release();
        }
        var faults = found.Where(f => f.Kind == kind && f.Width == width).Select(f => f.Text).Distinct().ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
    }

    private async Task<List<Fault>> LookAsync()
    {
        var faults = new ConcurrentBag<Fault>();
        await Pages.ForEachAsync(site, Screen, (page, name) => page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
                faults.Add(new(Kind.Console, Screen, $"{name()}: {message.Text}"));
        }, async (page, name) =>
        {
            foreach (var broken in (await LookAsync(page)).Violations)
                faults.Add(new(Kind.Axe, Screen, $"{name}: {broken.Id}: {broken.Help} {string.Join(" ", broken.Nodes.Take(2).Select(n => n.Html))}"));
            foreach (var width in new[] { Phone, Zoomed })
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await Sideways(page, width) is { } wide) faults.Add(new(Kind.Sideways, width, $"{name}: {wide}"));
                if (width != Phone) continue;
                foreach (var small in await Small(page)) faults.Add(new(Kind.Small, Phone, $"{name}: {small}"));
            }
            await page.SetViewportSizeAsync(Screen, 900);
        });
        return [.. faults];
    }

    /// <summary>The mode that opens no window of its own for each look, which takes most of the time. It cannot see into frames, and no page has any.</summary>
    private static Task<AxeResult> LookAsync(IPage page)
    {
#pragma warning disable CS0618 // To be removed from the package one day; the version is pinned.
        return page.RunAxeLegacy();
#pragma warning restore CS0618
    }

    private static async Task<string?> Sideways(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (wide <= width) return null;
        var outside = await page.EvaluateAsync<string>("""
            w => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest('.rulla, .roll'))
                .slice(0, 2).map(e => e.outerHTML.slice(0, 120)).join(' | ')
            """, width);
        return $"{wide} px; {outside}";
    }

    private static Task<string[]> Small(IPage page) => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('button, .ds-button, summary, .meny a, select, input:not([type=hidden],[type=checkbox],[type=radio])')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))
        """);
}
