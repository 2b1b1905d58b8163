using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.LogReviews;

/// <summary>Files of a log control that could not be used lie a while, so that what was wrong is put right without choosing them again.</summary>
public sealed class HeldLogTests
{
    private static readonly (string, string, string)[] Registers =
        [("bemanning", "b.csv", "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;\n"), ("roller", "r.csv", "anvandare;roll\nanna;undersköterska\n"), ("placeringar", "p.csv", "klient;enhet;fran;till\nK1;Ask;2024-01-01;\n")];

    private static async Task<(App App, Browser Browser)> StartAsync(DatabaseKind kind)
    {
        var app = await App.StartAsync(kind);
        await using var db = app.Db();
        db.LogCases.RemoveRange(await db.LogCases.ToListAsync());
        db.LogImports.RemoveRange(await db.LogImports.ToListAsync());
        await db.SaveAsync(Acts.AnalyseLog);
        return (app, await app.AsAsync(Role.LogReviewer));
    }

    [Theory, BothDatabases]
    public async Task A_refused_form_keeps_its_files_and_only_the_missing_one_is_chosen(DatabaseKind kind)
    {
        var (app, browser) = await StartAsync(kind);
        await using var _ = app;
        var refused = await browser.UploadManyAsync(await browser.GetAsync("/loggkontroll/las-in"), [("logg", "maj.csv", "tidpunkt;klient;enhet\n2026-05-06T10:00:00;K1;Ask\n"), .. Registers],
            ("Input.System", "Systemet"), ("Input.From", "2026-05-01"), ("Input.To", "2026-05-31"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("ange den som användare (fältet på sidan", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Vald: maj.csv", refused.Text, StringComparison.Ordinal);
        // Somebody else who knows the number gets nothing of it.
        var held = Guid.Parse(refused.Html.QuerySelector("input[name='Input.Held']")!.GetAttribute("value")!);
        Assert.Null(app.Services.GetRequiredService<LogSpool>().Held(held, app.Cast.People[Role.Coordinator].Id));
        var empty = await browser.UploadManyAsync(refused, [("pass", "schema.csv", "")], ("Input.OnlyUser", "anna"));
        Assert.Contains("Filen schema.csv är tom", empty.Text, StringComparison.Ordinal);
        var sent = await browser.UploadManyAsync(empty, [], ("Input.OnlyUser", "anna"), ("Input.Dropped", "pass"));
        Assert.True(sent.Status is System.Net.HttpStatusCode.Redirect, sent.Text);
        await app.Services.GetRequiredService<LogWorker>().RunNextAsync(default);
        await using var after = app.Db();
        var import = await after.LogImports.AsNoTracking().SingleAsync();
        Assert.Equal((ImportState.Done, 1, "maj.csv"), (import.State, import.Accesses, import.FileName));
    }

    [Theory, BothDatabases]
    public async Task A_log_of_other_days_is_done_again_with_its_own_days_and_the_same_files(DatabaseKind kind)
    {
        var (app, browser) = await StartAsync(kind);
        await using var _ = app;
        async Task RunAsync(PageSeen form, (string, string, string)[] files, params (string, string?)[] more)
        {
            var sent = await browser.UploadManyAsync(form, files, more);
            Assert.True(sent.Status is System.Net.HttpStatusCode.Redirect, sent.Text);
            await app.Services.GetRequiredService<LogWorker>().RunNextAsync(default);
        }
        await RunAsync(await browser.GetAsync("/loggkontroll/las-in"), [("logg", "maj.csv", "tidpunkt;anvandare;klient;enhet\n2026-05-06T10:00:00;anna;K1;Ask\n"), .. Registers],
            ("Input.System", "Lifecare"), ("Input.From", "2026-04-01"), ("Input.To", "2026-04-30"), ("Input.StaffPercent", "10"));
        Guid stopped;
        await using (var db = app.Db())
        {
            var failed = await db.LogImports.AsNoTracking().SingleAsync();
            Assert.Contains("Rätta perioden eller filen", failed.Problem, StringComparison.Ordinal);
            stopped = failed.Id;
        }
        await app.Services.GetRequiredService<LogWorker>().TidyAsync(default);
        var link = (await browser.GetAsync($"/loggkontroll/inlasning/{stopped}")).Html.QuerySelector("a[href*='las-in?fran=']")!.GetAttribute("href")!;
        var again = await browser.GetAsync(link);
        Assert.Contains("Vald: maj.csv", again.Text, StringComparison.Ordinal);
        Assert.Equal("2026-05-01", again.Html.QuerySelector("input[name='Input.From']")!.GetAttribute("value"));
        Assert.Equal("10", again.Html.QuerySelector("input[name='Input.StaffPercent']")!.GetAttribute("value"));
        await RunAsync(again, []);
        // The same system written in another way is the same system.
        await RunAsync(await browser.GetAsync("/loggkontroll/las-in"), [("logg", "juni.csv", "tidpunkt;anvandare;klient;enhet\n2026-06-06T10:00:00;anna;K1;Ask\n"), .. Registers],
            ("Input.System", "life care"), ("Input.From", "2026-06-01"), ("Input.To", "2026-06-30"));
        await using var after = app.Db();
        Assert.Equal(["Lifecare", "Lifecare"], await after.LogImports.AsNoTracking().Where(i => i.State == ImportState.Done).Select(i => i.System).ToListAsync());
        // The folder went with the files: nothing is left of the first one.
        Assert.Empty(app.Services.GetRequiredService<LogSpool>().Imports());
    }
}
