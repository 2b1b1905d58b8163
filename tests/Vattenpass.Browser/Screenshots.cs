using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;

namespace Vattenpass.Browser;

/// <summary>The pictures of the README, made anew by ./do screenshots; without its folder there is nothing to do.</summary>
[Collection("demo")]
public sealed class Screenshots(DemoSite site)
{
    [Fact]
    public async Task Take()
    {
        if (Environment.GetEnvironmentVariable("VATTENPASS_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await using var db = site.Db();
        var year = db.Today.Year;
        var sent = await db.Reports.FirstAsync(r => r.Status == ReportStatus.Sent);
        var store = (await db.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == year - 1)).Controls.First(c => c.Key == "lakemedel");
        var open = await db.Occasions.FirstAsync(o => o.Control.Key == "mobiltelefoner"
            && o.Unit.Code == "SB01"
            && o.Result == null
            && o.Opens <= db.Today
            && o.Control.Plan.Year == year);
        var count = await db.Occasions.FirstAsync(o => o.Control.Key == "lakemedel"
            && o.ObjectKey == "L01"
            && o.Result == null
            && o.Opens <= db.Today
            && o.To >= db.Today);
        foreach (var (name, user, address, width, height) in new[]
        {
            ("start", "enhetschef", "/", 1280, 800), ("tackning", "mas", $"/tackning?ar={year - 1}&kontroll={store.Id}", 1280,
                800), ("plan", "utvecklingsledare", $"/plan/{year}", 1280, 900),
            ("nyckeltal", "utvecklingsledare", $"/nyckeltal/{year - 1}", 1280,
                900), ("rapport", "ledamot", $"/rapporter/{sent.Id}", 1280, 1000), ("lista-telefon",
                "enhetschef", $"/kontroller/{open.Id}/lista", 360, 740), ("arshjul", "utvecklingsledare", "/arshjul", 1280, 1000),
            ("lakemedel", "mas", "/lakemedel", 1280, 1000), ("rakna-telefon", "sjukskoterska", $"/lakemedel/kontroll/{count.Id}", 360, 740),
        })
        {
            var page = await site.AsAsync(user, width, height);
            await page.GotoAsync(address);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            await page.Context.CloseAsync();
        }
    }
}
