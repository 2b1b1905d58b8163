using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

[Collection("demo")]
public sealed class JourneyTests(DemoSite site)
{
    [Fact]
    public async Task A_unit_manager_registers_all_well_on_a_phone_in_few_presses_without_script()
    {
        var page = await site.AsAsync("enhetschef", width: 360, height: 740, script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Loggkontroll, Almgården" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Registrera utfall" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Utfallet är registrerat.");
    }

    [Fact]
    public async Task The_questions_about_a_fault_open_only_when_something_is_wrong()
    {
        await using var db = site.Db();
        var list = await db.Occasions.Where(o => o.Result == null
            && o.Control.FormKey == "behorighet"
            && o.Checks.Any(c => c.Result == null))
            .OrderByDescending(o => o.Opens)
            .Select(o => o.Id)
            .FirstAsync();
        var page = await site.AsAsync("systemforvaltare", width: 360, height: 740, script: false);
        await page.GotoAsync($"/kontroller/{list}/lista");
        var row = page.Locator("details.rad-att-gora").First;
        if (await row.GetAttributeAsync("open") is null) await row.Locator("summary").First.ClickAsync();
        var follow = row.GetByRole(AriaRole.Group, new() { Name = "Har kontot använts efter anställningens slut?" });
        await Assertions.Expect(follow).ToBeHiddenAsync();
        await row.GetByRole(AriaRole.Group, new() { Name = "Hör kontot till någon som är anställd?" }).GetByLabel("Nej").CheckAsync();
        await follow.GetByLabel("Nej").CheckAsync();
        await row.GetByRole(AriaRole.Group, new() { Name = "Meddelades det enligt rutinen när anställningen upphörde?" }).GetByLabel("Ja").CheckAsync();
        await row.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("avvikelse");
    }

    [Fact]
    public async Task Everything_can_be_reached_and_done_by_keyboard_with_the_focus_always_in_sight()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/logga-in");
        await TabToAsync(page, "Enhetschef Almgården");
        await page.Keyboard.PressAsync("Enter");
        await DemoSite.ArrivedAsync(page, new($"^{site.Address}/$"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Till innehållet", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Loggkontroll, Almgården");
        await page.Keyboard.PressAsync("Enter");
        await DemoSite.ArrivedAsync(page, new("/kontroller/"));
        await TabToAsync(page, "Registrera utfall");
        await page.Keyboard.PressAsync("Enter");
        await DemoSite.ArrivedAsync(page, new("/utfall$"));
        await TabToAsync(page, "Spara");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Utfallet är registrerat.");
    }

    [Fact]
    public async Task What_is_sent_after_the_session_has_ended_comes_back_after_the_sign_in_without_script()
    {
        const string written = "Tappade nyckelknippan vid entrén, hittad samma dag.";
        var page = await site.AsAsync("omradeschef", width: 360, height: 740, script: false);
        await page.GotoAsync("/avvikelser/ny");
        await page.GetByLabel("Vad var fel?").FillAsync("nyckel tappad");
        await page.Locator("select[name='Input.UnitId']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Mindre").CheckAsync();
        await page.Locator("textarea").First.FillAsync(written);
        await using (var db = site.Db())
        {
            (await db.Accounts.SingleAsync(a => a.UserName == "omradeschef")).EndSessions("avslutad");
            await db.SaveAsync(Acts.SignIn);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Rapportera" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("inget är sparat än");
        await page.GetByLabel("Användarnamn").FillAsync("omradeschef");
        await page.GetByLabel("Lösenord").FillAsync("vattenpass-demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote").Filter(new() { HasText = written })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("blockquote").Filter(new() { HasText = written })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara det nu" }).ClickAsync();
        await using var after = site.Db();
        Assert.True(await after.Deviations.AnyAsync(d => d.ImmediateAction == written), await page.ContentAsync());
    }

    [Fact]
    public async Task An_error_is_told_at_the_top_with_a_link_to_its_field()
    {
        var page = await site.AsAsync("enhetschef");
        await page.GotoAsync("/avvikelser/ny");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rapportera" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv vad avvikelsen gäller.");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#Input_Kind$"));
        Assert.StartsWith("Fel:", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_signs_the_report_and_the_board_reads_it()
    {
        await using var db = site.Db();
        var draft = await db.Reports.FirstOrDefaultAsync(r => r.Status == Domain.Reports.ReportStatus.Draft);
        if (draft is null) return; // Before September the demo has no half-year draft.
        var head = await site.AsAsync("forvaltningschef", script: false);
        await head.GotoAsync($"/rapporter/{draft.Id}");
        await head.GetByRole(AriaRole.Link, new() { Name = "Signera" }).ClickAsync();
        await head.GetByLabel("Jag har läst rapporten och står för den").CheckAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Signera" }).ClickAsync();
        await Assertions.Expect(head.GetByText("Rapporten är signerad och fryst.")).ToBeVisibleAsync();
        var registrar = await site.AsAsync("registrator", script: false);
        await registrar.GotoAsync($"/rapporter/{draft.Id}/skicka");
        await registrar.GetByLabel("Diarienummer").FillAsync("SN 2026/90");
        await registrar.GetByRole(AriaRole.Button, new() { Name = "Skicka till nämnden" }).ClickAsync();
        await DemoSite.ArrivedAsync(registrar, new($"/rapporter/{draft.Id}$"));
        var member = await site.AsAsync("ledamot", script: false);
        await member.GotoAsync($"/rapporter/{draft.Id}");
        await Assertions.Expect(member.GetByRole(AriaRole.Heading, new() { Name = "1 Uppföljning åtgärder" })).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var n = 0; n < 80; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            // The calendar button inside a date field is the browser's own and draws its own ring.
            var seen =
                await page.EvaluateAsync<bool>("() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e); return r.bottom > 0 && r.top < innerHeight && (e.type === 'date' || s.outlineStyle !== 'none' || s.boxShadow !== 'none'); }");
            Assert.True(seen, $"The focus cannot be seen on {await FocusedAsync(page)}");
            if ((await FocusedAsync(page)).StartsWith(name, StringComparison.Ordinal)) return;
        }
        Assert.Fail($"Tab never came to {name}.");
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("() => (document.activeElement.innerText || document.activeElement.name || document.activeElement.tagName).trim()");
}
