using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

/// <summary>A nurse at the cupboard: twelve lines on a phone, two of them liquids and three patients' own, with the network gone in the middle.</summary>
[Collection("demo")]
public sealed class MedicineTests(DemoSite site)
{
    private const string Code = "L03";

    /// <summary>Seven lines more than the demo's five: one liquid and two patients' own.</summary>
    private async Task<Guid> FurnishAsync()
    {
        await using var db = site.Db();
        var store = await db.Stores.Include(s => s.Lines).FirstAsync(s => s.Code == Code);
        LineFacts[] more =
        [
            new("Metadon", "1 mg/ml", "oral lösning", DrugList.II, CountUnit.Millilitres, 5, "", ""),
            new("Oxynorm", "10 mg", "kapsel", DrugList.II, CountUnit.Pieces, 0, "skåp 1", "7"),
            new("Sobril", "10 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "skåp 3", "9"),
            new("Ketogan", "5 mg", "tablett", DrugList.II, CountUnit.Tablets, 0, "", ""),
            new("Zopiklon", "5 mg", "tablett", DrugList.IV, CountUnit.Tablets, 0, "", ""),
            new("Tramadol", "50 mg", "kapsel", DrugList.IV, CountUnit.Pieces, 0, "", ""),
            new("Midazolam", "5 mg/ml", "injektion", DrugList.IV, CountUnit.Ampoules, 0, "", ""),
        ];
        foreach (var facts in more) db.Add(store.AddLine(db.NewId(), facts, db.Today));
        await db.SaveAsync(Domain.Organisation.Acts.ChangeStore);
        return (await db.Occasions.Where(o => o.Control.Key == "lakemedel"
            && o.ObjectKey == Code
            && o.Result == null
            && o.Opens <= db.Today
            && o.To >= db.Today.AddDays(-31))
            .OrderByDescending(o => o.To)
            .FirstAsync()).Id;
    }

    [Fact]
    public async Task A_month_is_counted_on_a_phone_with_the_network_gone_in_the_middle_and_the_balance_is_never_asked_before_the_count()
    {
        var id = await FurnishAsync();
        var page = await site.AsAsync("sjukskoterska", 360, 740);
        var address = $"/lakemedel/kontroll/{id}";
        await page.GotoAsync(address);
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => 1)");
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("address => caches.open('vattenpass-sidor').then(c => c.match(address)).then(a => !!a)", address);
        Assert.Equal(12, await page.Locator("details.rad-att-gora").CountAsync());
        Assert.Equal(0, await page.GetByLabel("Journalens saldo nu").CountAsync());

        for (var n = 0; n < 12; n++)
        {
            if (n == 3) await page.Context.SetOfflineAsync(true);
            if (n == 9)
            {
                // Put away and opened again without network: what was answered is still there.
                await page.Locator("#osant", new() { HasText = "svar är inte skickade" }).WaitForAsync();
                await page.Context.SetOfflineAsync(false);
                await page.ReloadAsync();
                await ReceivedAsync(id, 9);
                await page.ReloadAsync();
            }
            var row = page.Locator("details.rad-att-gora").First;
            if (await row.GetAttributeAsync("open") is null) await row.Locator("summary").First.ClickAsync();
            await row.GetByLabel("Räknat").FillAsync(n == 0 ? "19" : "20");
            await row.GetByRole(AriaRole.Button, new() { Name = "Spara och lås" }).ClickAsync();
            var journal = page.Locator("form", new() { Has = page.Locator("input[value=journal]") }).First;
            await journal.GetByLabel("Ingående saldo").FillAsync("22");
            await journal.GetByLabel("Tillförsel").FillAsync("0");
            await journal.GetByLabel("Uttag", new() { Exact = true }).FillAsync("2");
            await journal.GetByLabel("Kassation").FillAsync("0");
            await journal.GetByLabel("Journalens saldo nu").FillAsync(n == 5 ? "21" : "20");
            if (n == 5)
            {
                await Assertions.Expect(journal.GetByText("Bokfört blir 20. Journalens saldo är 21")).ToBeVisibleAsync();
                await journal.GetByLabel("Journalens saldo nu").FillAsync("20");
            }
            await journal.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
            await Assertions.Expect(journal).ToBeHiddenAsync();
        }
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"scrolls {overflow} px sideways");
        await ReceivedAsync(id, 12);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("12 av 12 preparat klara")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kontrollen är klar" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("klar");

        await using var db = site.Db();
        var occasion = await db.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == id);
        var counts = await db.StoreCounts.Where(c => c.OccasionId == id).SelectMany(c => c.Lines).ToListAsync();
        Assert.Equal((OutcomeResult.Deviation, 12), (occasion.Result!.Value, counts.Count));
        Assert.All(counts, c => Assert.False(c.IsFromPaper));
        Assert.Equal(1, await db.Deviations.CountAsync(d => d.OccasionId == id && d.Kind == StoreFaults.Shortage));
        // The journals of the lines that were there before do not go on from where the last control ended.
        Assert.True(await db.Deviations.AnyAsync(d => d.OccasionId == id && d.Kind == StoreFaults.Broken));

        // The responsible nurse, who may not count it, has it to follow home; MAS sees who is waited for.
        var responsible = await site.AsAsync("ansvarig", 360, 740);
        await responsible.GetByRole(AriaRole.Link, new() { Name = $"Brist i saldo, {Code}" }).First.ClickAsync();
        await responsible.GetByRole(AriaRole.Link, new() { Name = "Räkna om med en kollega" }).ClickAsync();
        await responsible.GetByLabel("Räknat nu").FillAsync("20");
        await responsible.GetByLabel("Vad visade omräkningen?").FillAsync("En tablett låg i fel fack.");
        await responsible.GetByLabel("Kollegans användarnamn").FillAsync("sjukskoterska");
        await responsible.GetByLabel("Kollegans lösenord").FillAsync("vattenpass-demo");
        await responsible.GetByRole(AriaRole.Button, new() { Name = "Spara omräkningen" }).ClickAsync();
        await responsible.GetByRole(AriaRole.Link, new() { Name = "Den går att förklara" }).ClickAsync();
        await responsible.GetByLabel("Vad beror differensen på?").FillAsync("Fel fack.");
        await responsible.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        var mas = await site.AsAsync("mas");
        await mas.GotoAsync("/lakemedel");
        await Assertions.Expect(mas.Locator("li", new() { HasText = $"{Code}: brist i saldo" }).First)
            .ToContainTextAsync("väntar på utredning");
    }

    private async Task ReceivedAsync(Guid occasion, int wanted)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            await using var db = site.Db();
            if (await db.StoreCounts.Where(c => c.OccasionId == occasion)
                .SelectMany(c => c.Lines)
                .CountAsync(c => c.JournalAt != null) >= wanted)
                return;
            await Task.Delay(200);
        }
        Assert.Fail($"The server never had {wanted} lines.");
    }
}
