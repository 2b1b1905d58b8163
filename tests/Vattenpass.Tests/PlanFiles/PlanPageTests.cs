using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Tests.PlanFiles;

/// <summary>The page a plan is read in on: looked at beside its document, put right, saved, and taken back.</summary>
public sealed class PlanPageTests
{
    private static readonly string Follow = Path.Combine(AppContext.BaseDirectory, "fixtures", "delar-2022", "uppfoljning-delar-2022.docx");

    private static async Task<PageSeen> LookAsync(Browser browser, string path) =>
        await browser.UploadBytesAsync(await browser.GetAsync("/plan/las-in"), "fil", Path.GetFileName(path), File.ReadAllBytes(path), ("spara", "false"));

    [Theory, BothDatabases]
    public async Task A_plan_is_looked_at_put_right_and_saved_without_choosing_the_file_again(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        var seen = await LookAsync(browser, Follow);
        Assert.Contains("8 risker, 7 åtgärder och 3 kontroller", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Avstämningen 2022-11-30 ligger efter slutdatum 2021-12-31", seen.Text, StringComparison.Ordinal);
        await using (var db = app.Db()) Assert.False(await db.Plans.AnyAsync(p => p.Year == 2022));
        var again = await browser.SubmitAsync(seen, ("spara", "false"), ("Input.Divides", "true"));
        Assert.Contains("Inget är sparat än", again.Text, StringComparison.Ordinal);
        var saved = await browser.FollowAsync(await browser.SubmitAsync(again, ("spara", "true"), ("Input.Divides", "true")));
        Assert.Contains("Internkontrollplan 2022", saved.Text, StringComparison.Ordinal);
        await using var after = app.Db();
        var plan = await after.Plans.Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().SingleAsync(p => p.Year == 2022);
        Assert.Equal((PlanStatus.Draft, 8, 3, 7), (plan.Status, plan.Risks.Count, plan.Controls.Count, await after.Measures.CountAsync(m => m.PlanId == plan.Id)));
        Assert.Contains(plan.Risks, r => r.Title == "Behörighetstilldelning");
        Assert.True((await after.PlanProfiles.SingleAsync()).Wording.Divides);
        Assert.Empty(await after.HeldFiles.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task What_was_put_right_is_kept_for_the_next_reading(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        var seen = await LookAsync(browser, Path.Combine(AppContext.BaseDirectory, "fixtures", "plans", "07-statusord.docx"));
        Assert.Contains("Grön", seen.Text, StringComparison.Ordinal);
        var green = seen.Html.QuerySelector("input[value='Grön']")!.GetAttribute("name")!.Replace("Written", "Means", StringComparison.Ordinal);
        await browser.SubmitAsync(seen, ("spara", "true"), (green, "Done"), ("Input.Year", "2031"));
        await using (var db = app.Db()) Assert.Equal(Domain.Measures.MeasureStatus.Done, (await db.Measures.SingleAsync(m => m.Title == "Åtgärd nummer 6")).Status);
        var next = await LookAsync(browser, Path.Combine(AppContext.BaseDirectory, "fixtures", "plans", "07-statusord.docx"));
        Assert.Equal("Done", next.Html.QuerySelector($"select[name='{green}'] option[selected]")!.GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_single_cell_is_put_right_beside_the_document_and_stays_so_the_next_time(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        var file = Path.Combine(AppContext.BaseDirectory, "fixtures", "plans", "07-statusord.docx");
        var seen = await LookAsync(browser, file);
        var place = seen.Html.QuerySelector("section[aria-label='Åtgärd nummer 6'] button[name='Input.Open']")!.GetAttribute("value")!;
        var open = await browser.SubmitAsync(seen, ("spara", "false"), ("Input.Open", place));
        var field = open.Html.QuerySelectorAll("textarea").Single(t => t.TextContent.Trim() == "Åtgärd nummer 6").GetAttribute("name")!;
        var put = await browser.SubmitAsync(open, ("spara", "false"), (field, "Åtgärd sex"), ("Input.Year", "2031"));
        Assert.NotNull(put.Html.QuerySelector("section[aria-label='Åtgärd sex']"));
        Assert.Equal("Åtgärd sex", put.Html.QuerySelector("td ins")!.TextContent);
        await browser.SubmitAsync(put, ("spara", "true"));
        await using (var db = app.Db())
        {
            Assert.True(await db.Measures.AnyAsync(m => m.Title == "Åtgärd sex"));
            Assert.Equal("Åtgärd sex", Assert.Single((await db.PlanProfiles.SingleAsync()).Wording.Cells).Text);
        }
        var next = await LookAsync(browser, file);
        Assert.NotNull(next.Html.QuerySelector("section[aria-label='Åtgärd sex']"));
        // As in the file again: the correction goes.
        var again = await browser.SubmitAsync(next, ("spara", "false"), ("Input.Open", place));
        var back = await browser.SubmitAsync(again, ("spara", "true"), (field, "Åtgärd nummer 6"), ("Input.Year", "2031"));
        await using var after = app.Db();
        Assert.Empty((await after.PlanProfiles.SingleAsync()).Wording.Cells);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_holds_no_plan_is_refused_in_words_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        foreach (var file in new[] { "90-zipbomb.docx", "92-krypterad.docx", "93-entiteter.docx" })
        {
            var seen = await LookAsync(browser, Path.Combine(AppContext.BaseDirectory, "fixtures", "plans", file));
            Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, seen.Status);
            Assert.Contains($"Filen {file} ", seen.Text, StringComparison.Ordinal);
        }
        await using var db = app.Db();
        Assert.Empty(await db.HeldFiles.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task Only_those_who_write_plans_read_them_in(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        foreach (var role in new[] { Role.UnitManager, Role.Auditor, Role.Registrar })
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await app.AsAsync(role)).GetAsync("/plan/las-in")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_held_file_is_nobody_elses_and_lies_encrypted(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await LookAsync(await app.AsAsync(Role.Coordinator), Follow);
        await using var db = app.Db();
        var held = await db.HeldFiles.SingleAsync();
        Assert.NotEqual(File.ReadAllBytes(Follow)[..4], held.Sealed[..4]);
        Assert.Equal(-1, held.Sealed.AsSpan().IndexOf("word/document.xml"u8));
    }
}
