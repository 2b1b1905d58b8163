using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

/// <summary>A check on a phone that loses its network: nothing is lost, nothing is made twice, every answer has its receipt.</summary>
[Collection("demo")]
public sealed class OfflineTests(DemoSite site)
{
    /// <summary>Sending goes on behind the page; its end is seen in what the server has.</summary>
    private async Task<Occasion> WhenAnsweredAsync(string address, int wanted)
    {
        var id = Guid.Parse(address.Split('/')[2]);
        for (var tries = 0; ; tries++)
        {
            await using var db = site.Db();
            var occasion = await db.Occasions.AsNoTracking()
                .Include(o => o.Checks)
                .Include(o => o.Outcomes)
                .AsSplitQuery()
                .FirstAsync(o => o.Id == id);
            if (occasion.Checks.Count(c => c.IsAnswered) >= wanted || tries > 150) return occasion;
            await Task.Delay(200);
        }
    }

    [Fact]
    public async Task Four_phones_are_checked_without_network_on_a_small_screen_and_each_gets_a_receipt()
    {
        var page = await site.AsAsync("enhetschef", 360, 740);
        var link = page.Locator("main a[href$='/lista']", new() { HasText = "mobiltelefoner" }).First;
        var address = (await link.GetAttributeAsync("href"))!;
        await page.WaitForFunctionAsync("address => caches.open('vattenpass-sidor').then(c => c.match(address)).then(a => !!a)", address);

        await page.Context.SetOfflineAsync(true);
        await link.ClickAsync();
        var rows = page.Locator("details.rad-att-gora");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        for (var n = 0; n < 4; n++)
        {
            var row = rows.First;
            if (await row.GetAttributeAsync("open") is null) await row.Locator("summary").First.ClickAsync();
            if (n == 1)
            {
                await row.Locator("input[value=ja][name='Input.Answers[uppgift]']").CheckAsync();
                await row.Locator("button[type=submit]").ClickAsync();
                await Assertions.Expect(row).ToContainTextAsync("Svara på alla frågor");
                await row.Locator("select[name='Input.Answers[kategori]']").SelectOptionAsync("bild på brukare");
                await row.Locator("input[value=personal]").CheckAsync();
                await row.Locator("input[value=mindre]").CheckAsync();
                await row.Locator("input[value=ja][name='Input.Answers[overfort]']").CheckAsync();
                await row.Locator("input[value=ja][name='Input.Answers[anmald]']").CheckAsync();
            }
            await row.Locator("button[type=submit]").ClickAsync();
            await page.Locator("#osant",
                new() { HasText = n == 0 ? "Ett svar är inte skickat" : $"{n + 1} svar är inte skickade" }).WaitForAsync();
        }
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"scrolls {overflow} px sideways");

        // The phone is put away, opened again, and is still without network: the answers are there.
        await page.ReloadAsync();
        await page.Locator("#osant", new() { HasText = "4 svar är inte skickade" }).WaitForAsync();

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        var occasion = await WhenAnsweredAsync(address, 4);
        await page.GotoAsync(address.Replace("/lista", "", StringComparison.Ordinal));
        Assert.Equal(4, await page.GetByText("Kvitto K-").CountAsync());

        await using var db = site.Db();
        Assert.Equal((OutcomeResult.Deviation, 4, 1), (occasion.Result!.Value, occasion.Current!.Checked, occasion.Current.Deviating));
        Assert.Equal(4, occasion.Checks.Count(c => c.IsAnswered));
        Assert.Single(await db.Deviations.Where(d => d.OccasionId == occasion.Id).ToListAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_unsent_answer_survives_signing_out_and_is_not_sent_as_somebody_else()
    {
        await using var db = site.Db();
        var list = await db.Occasions.Where(o => o.Result == null
            && o.Control.FormKey == "dokumentationskedja"
            && o.Unit.Code == "SB01"
            && o.Checks.Any(c => c.Result == null))
            .OrderByDescending(o => o.Opens)
            .Select(o => o.Id)
            .FirstAsync();
        var page = await site.AsAsync("enhetschef", 360, 740);
        var link = page.Locator($"main a[href='/kontroller/{list}/lista']").First;
        var address = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();
        await DemoSite.ArrivedAsync(page, new(address));
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => 1)");
        await page.ReloadAsync();
        // The network dies at the moment of sending only, so that one can sign out afterwards.
        await page.Context.RouteAsync("**" + address, route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        var row = page.Locator("details.rad-att-gora").First;
        if (await row.GetAttributeAsync("open") is null) await row.Locator("summary").First.ClickAsync();
        await row.Locator("input[value=nej][name='Input.Answers[beslut]']").CheckAsync();
        await row.Locator("button[type=submit]").ClickAsync();
        await page.Locator("#osant", new() { HasText = "Ett svar är inte skickat" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await DemoSite.ArrivedAsync(page, new("/logga-ut$"));
        await page.Locator("#osant", new() { HasText = "väntar på att den som skrev svaret loggar in" }).WaitForAsync();

        await page.Context.UnrouteAllAsync();
        await page.GotoAsync("/logga-in");
        await page.Locator("button[value=mas]").ClickAsync();
        await DemoSite.ArrivedAsync(page, new("^(?!.*logga-in)"));
        await page.Locator("#osant", new() { HasText = "väntar på att den som skrev svaret loggar in" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await DemoSite.ArrivedAsync(page, new("/logga-ut$"));
        await page.GotoAsync("/logga-in");
        await page.Locator("button[value=enhetschef]").ClickAsync();
        Assert.Equal("Enhetschef Almgården", Assert.Single((await WhenAnsweredAsync(address, 1)).Checks, c => c.IsAnswered).PerformerName);
        await page.Context.CloseAsync();
    }
}
