using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Shared;

namespace Vattenpass.Tests.Imports;

/// <summary>What takes longer than one waits goes on by itself, is watched and cancelled, and leaves nothing half done.</summary>
public sealed class ImportRunTests
{
    private const int Rows = 2_000;

    private static string Phones(App app) =>
        "telefon-id;enhet\n" + string.Concat(Enumerable.Range(0, Rows).Select(n => $"T{n:0000};{app.Cast.A.On(Cast.Today).Name}\n"));

    private static ImportRuns RunsOf(App app)
    {
        var runs = app.Services.GetRequiredService<ImportRuns>();
        runs.WorthWaiting = TimeSpan.Zero;
        return runs;
    }

    private static async Task<PageSeen> UntilAsync(Browser browser, string address, string text)
    {
        for (var n = 0; n < 600; n++)
        {
            var seen = await browser.GetAsync(address);
            if (seen.Text.Contains(text, StringComparison.Ordinal)) return seen;
            await Task.Delay(50);
        }
        throw new TimeoutException($"{text} never stood on {address}.");
    }

    [Theory, BothDatabases]
    public async Task A_long_reading_is_looked_at_saved_and_found_again(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        RunsOf(app);
        var browser = await app.AsAsync(Role.Coordinator);
        var form = await browser.GetAsync("/register/las-in");
        var going = await browser.UploadAsync(form, "Filer", [("telefoner.csv", Phones(app))], ("spara", "false"), ("Input.Filter", "i bruk"));
        Assert.Equal(HttpStatusCode.Redirect, going.Status);
        var looked = await UntilAsync(browser, going.Location!, "Det här skulle hända");
        Assert.Contains($"{Rows} rader ({Rows} nya, 0 ändrade", looked.Text, StringComparison.Ordinal);
        Assert.Equal("i bruk", looked.Html.QuerySelector("[name='Input.Filter']")!.GetAttribute("value"));
        await using (var db = app.Db()) Assert.False(await db.RegisterRows.AnyAsync(r => r.Register == RegisterKinds.Phones.Key && r.Key == "T0001"));

        // The files are still chosen, and the page may be left.
        var saving = await browser.SubmitAsync(looked, ("spara", "true"), ("Input.AcceptLargeChange", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saving.Status);
        var list = await UntilAsync(browser, "/register", "Inläst: telefoner.csv");
        Assert.Contains("Förhandsgranskad: telefoner.csv", list.Text, StringComparison.Ordinal);
        Assert.Contains("Filerna är inlästa", (await browser.GetAsync(saving.Location!)).Text, StringComparison.Ordinal);
        await using (var other = app.Databases.Open(await Data.DoorTests.AccessOf(app, Role.Specialist)))
            Assert.Null(await ImportRuns.FindAsync(other, Guid.Parse(saving.Location!.Split('=')[1]), default));
        await using var after = app.Db();
        Assert.Equal(Rows, await after.RegisterRows.CountAsync(r => r.Register == RegisterKinds.Phones.Key && r.Year == 2026 && r.ReplacedByImportId == null));
        Assert.Empty(await after.HeldFiles.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task One_that_is_cancelled_has_saved_nothing(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var runs = RunsOf(app);
        await using var db = app.Databases.Open(await AccessAsync(app));
        var id = await runs.StartAsync(db, "a.csv", new ImportInput(), saves: true, async (own, progress, stop) =>
        {
            progress.Report(new("Läser", 5, 10));
            Add(own, app);
            await Task.Delay(Timeout.Infinite, stop);
            return new("", Acts.ImportRegisters);
        }, default);
        while (runs.ProgressOf(id) is null) await Task.Delay(10);
        Assert.Equal(new WorkStep("Läser", 5, 10), runs.ProgressOf(id)!.Step);
        await runs.CancelAsync(db, id, default);
        Assert.Equal(RunState.Cancelled, (await ImportRuns.FindAsync(db, id, default))!.State);
        Assert.False(await db.RegisterImports.AnyAsync(i => i.FileName == "half.csv"));
    }

    [Theory, BothDatabases]
    public async Task One_that_is_cancelled_in_another_program_is_not_let_in(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var runs = RunsOf(app);
        await using var db = app.Databases.Open(await AccessAsync(app));
        using var elsewhere = new SemaphoreSlim(0);
        var id = await runs.StartAsync(db, "a.csv", new ImportInput(), saves: true, async (own, _, stop) =>
        {
            await elsewhere.WaitAsync(stop);
            Add(own, app);
            return new("", Acts.ImportRegisters);
        }, default);
        (await db.ImportRuns.SingleAsync(r => r.Id == id)).Cancel();
        await db.SaveAsync(Acts.HoldFile);
        elsewhere.Release();
        while (runs.ProgressOf(id) is not null || (await ImportRuns.FindAsync(db, id, default))!.State is RunState.Running) await Task.Delay(10);
        await runs.CancelAsync(db, id, default);
        Assert.Equal(RunState.Cancelled, (await ImportRuns.FindAsync(db, id, default))!.State);
        Assert.False(await db.RegisterImports.AnyAsync(i => i.FileName == "half.csv"));
    }

    [Theory, BothDatabases]
    public async Task One_whose_program_was_closed_is_said_to_have_saved_nothing(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var access = await AccessAsync(app);
        Guid id;
        await using (var db = app.Databases.Open(access))
        {
            var run = new ImportRun { Id = id = db.NewId(), PersonId = access.PersonId, Files = "a.csv", Form = "{}", Saves = true, StartedAt = db.Now };
            run.GiveSign(db.Now);
            db.ImportRuns.Add(run);
            await db.SaveAsync(Acts.HoldFile);
        }
        var browser = await app.AsAsync(Role.Coordinator);
        Assert.Contains("a.csv läses in", (await browser.GetAsync($"/register/las-in?inlasning={id}")).Text, StringComparison.Ordinal);
        app.Clock.Advance(ImportRun.Silence + TimeSpan.FromSeconds(1));
        Assert.Contains("avbröts. Inget har sparats", (await browser.GetAsync($"/register/las-in?inlasning={id}")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Rows_are_counted_as_they_are_read_compared_and_written(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var told = new Told();
        db.Progress = told;
        var result = await new RegisterImporter(db).RunAsync([("telefoner.csv", System.Text.Encoding.UTF8.GetBytes(Phones(app)))], 2026, Provenance.Unknown,
            dryRun: false, acceptLargeChange: true);
        Assert.Empty(result.Errors);
        foreach (var (what, least) in new[] { ("Läser", Rows), ("Jämför", Rows), ("Sparar", 2 * Rows) })
        {
            var steps = told.Steps.Where(s => s.What == what && s.Of > 0).ToList();
            Assert.True(steps.Count > 1, what);
            Assert.All(steps, s => Assert.InRange(s.Done, 0, s.Of));
            Assert.True(steps.Zip(steps.Skip(1)).All(p => p.First.Done <= p.Second.Done), what);
            Assert.InRange(steps[^1].Of, least, 4 * Rows);
            Assert.InRange(steps[^1].Done, steps[^1].Of * 2 / 3, steps[^1].Of);
        }
    }

    private sealed class Told : IProgress<WorkStep>
    {
        public List<WorkStep> Steps { get; } = [];
        public void Report(WorkStep value) => Steps.Add(value);
    }

    private static void Add(VattenpassDb db, App app)
    {
        var import = new RegisterImport(db.NewId(), RegisterKinds.Phones, 2026, "half.csv", "", db.Now, "test", Provenance.Unknown);
        import.PlaceAt(app.Cast.Board.Id);
        db.RegisterImports.Add(import);
    }

    private static Task<Access> AccessAsync(App app) => Vattenpass.Tests.Data.DoorTests.AccessOf(app, Role.Coordinator);

    [Theory, BothDatabases]
    public async Task A_short_reading_is_answered_on_the_spot(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        var unit = app.Cast.A.On(Cast.Today).Name;
        Task<PageSeen> SendAsync(string text, string saves) => Send(browser, text, saves);
        Assert.Contains("Det här skulle hända", (await SendAsync($"telefon-id;enhet\nT1;{unit}\n", "false")).Text, StringComparison.Ordinal);
        Assert.Contains("Filerna går inte att läsa in", (await SendAsync($"telefon-id;enhet\n;{unit}\n", "true")).Text, StringComparison.Ordinal);
        Assert.Equal("/register", (await SendAsync($"telefon-id;enhet\nT1;{unit}\n", "true")).Location);
        await using var db = app.Db();
        Assert.Empty(await db.ImportRuns.ToListAsync());
    }

    private static async Task<PageSeen> Send(Browser browser, string text, string saves) =>
        await browser.UploadAsync(await browser.GetAsync("/register/las-in"), "Filer", [("telefoner.csv", text)], ("spara", saves), ("Input.AcceptLargeChange", "true"));

    [Theory, BothDatabases]
    public async Task Of_two_readings_of_a_register_at_the_same_time_one_is_let_in(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var file = ("telefoner.csv", System.Text.Encoding.UTF8.GetBytes(Phones(app)));
        await using var one = app.Db();
        await using var other = app.Db();
        foreach (var db in new[] { one, other })
            Assert.Empty((await new RegisterImporter(db).PrepareAsync([file], 2026, Provenance.Unknown, acceptLargeChange: true)).Errors);
        await one.SaveAsync(Acts.ImportRegisters);
        await Assert.ThrowsAsync<Domain.Refusal>(() => other.SaveAsync(Acts.ImportRegisters));
        await using var after = app.Db();
        Assert.Equal(Rows, await after.RegisterRows.CountAsync(r => r.Register == RegisterKinds.Phones.Key && r.Year == 2026 && r.ReplacedByImportId == null));
    }
}
