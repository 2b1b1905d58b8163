using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Tests.LogReviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Features.Reports;

namespace Vattenpass.Tests.Features;

/// <summary>From a log on somebody's disk to a deviation, a done control and a section of the report.</summary>
public sealed class LogReviewTests
{
    private const string Staff = "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;\nbo;Bok;2024-01-01;\nchef;Ask;2024-01-01;\n";
    private const string Roles = "anvandare;roll\nanna;Undersköterska\nbo;Undersköterska\nchef;Enhetschef\n";
    private const string Placements = "klient;enhet;fran;till\nK1;Ask;2024-01-01;\nK2;Bok;2024-01-01;\n";

    private static string Log(int month = 5) => LogScene.Header
        + LogScene.Row($"2026-{month:00}-06T10:00:00", "anna", "K1", "1") + LogScene
        .Row($"2026-{month:00}-06T10:05:00", "anna", "K2", "2") + LogScene
        .Row($"2026-{month:00}-06T10:06:00", "anna", "K2", "3") + LogScene
        .Row($"2026-{month:00}-08T10:06:00", "anna", "K2", "4")
        + LogScene.Row($"2026-{month:00}-07T10:00:00", "bo", "K2", "5", "Bok") + LogScene
        .Row($"2026-{month:00}-08T11:00:00", "chef", "K2", "6");

    private static async Task<PageSeen> SendAsync(App app, Browser browser, string log, int month = 5, params (string, string?)[] changes)
    {
        var page = await browser.GetAsync("/loggkontroll/las-in");
        var last = DateTime.DaysInMonth(2026, month);
        return await browser.UploadManyAsync(page,
            [("logg", "logg.csv", log), ("bemanning", "b.csv", Staff), ("roller", "r.csv", Roles), ("placeringar", "p.csv", Placements)],
                [.. new (string Name, string?)[] { ("Input.System", "Lifecare"), ("Input.From", $"2026-{month:00}-01"),
                    ("Input.To", $"2026-{month:00}-{last}") }.Where(d => changes.All(c => c.Item1 != d.Name)), .. changes]);
    }

    [Theory, BothDatabases]
    public async Task The_button_pressed_twice_reads_the_log_in_once_and_leads_to_the_list(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var reviewer = await app.AsAsync(Role.LogReviewer);
        var key = ("Submission", (string?)app.Db().NewId().ToString());
        Assert.StartsWith("/loggkontroll/inlasning/", (await SendAsync(app, reviewer, Log(), 5, key)).Location, StringComparison.Ordinal);
        Assert.Equal("/loggkontroll", (await SendAsync(app, reviewer, Log(), 5, key)).Location);
        await using var db = app.Db();
        Assert.Equal(1, await db.LogImports.CountAsync());
    }

    private static LogWorker Worker(App app) => app.Services.GetRequiredService<LogWorker>();

    private static async Task EmptyAsync(App app)
    {
        await using var db = app.Db();
        db.LogCases.RemoveRange(await db.LogCases.ToListAsync());
        db.LogImports.RemoveRange(await db.LogImports.ToListAsync());
        await db.SaveAsync(Acts.AnalyseLog);
    }

    /// <summary>Gives people the employee ids that the log and the registers know them by.</summary>
    private static async Task NameAsync(App app, params (Role Role, string EmployeeId)[] people)
    {
        await using var db = app.Db();
        foreach (var (role, id) in people) (await db.People.FirstAsync(p => p.Id == app.Cast.People[role].Id)).KnownAs(id);
        await db.SaveAsync(Acts.ChangePeople);
    }

    [Theory, BothDatabases]
    public async Task A_log_becomes_cases_of_the_own_manager_a_deviation_a_done_control_and_a_section_of_the_report(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        await NameAsync(app, (Role.UnitManager, "chef"), (Role.Performer, "anna"));
        var reviewer = await app.AsAsync(Role.LogReviewer);
        var sent = await SendAsync(app, reviewer, Log());
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.True(await Worker(app).RunNextAsync(default));
        var summary = await reviewer.FollowAsync(sent);
        Assert.Contains("6 åtkomster: 33,3 % är förklarade", summary.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.False(new LogSpool(app.Databases).Of(Guid.Parse(sent.Location!.Split('/')[^1])).Exists);

        // Anna's case lies with her manager, the manager's own with the next above; the draws with each unit's.
        await using var check = app.Db();
        var cases = await check.LogCases.AsNoTracking().ToListAsync();
        var annas = cases.Single(c => c.Kind is CaseKind.Queued && c.Users.Contains("anna"));
        Assert.Equal(app.Cast.People[Role.UnitManager].Id, annas.ReviewerId);
        Assert.Equal((CaseStrength.Strong, 3), (annas.Strength, annas.AccessCount));
        var own = cases.Single(c => c.Kind is CaseKind.Queued && c.Users.Contains("chef"));
        Assert.Equal(app.Cast.People[Role.AreaManager].Id, own.ReviewerId);
        Assert.Contains("gått vidare", own.LeftOut, StringComparison.Ordinal);

        // Pseudonyms are shown only when the case has been opened for a purpose.
        var manager = await app.AsAsync(Role.UnitManager);
        var closed = await manager.GetAsync($"/loggkontroll/fall/{annas.Id}");
        Assert.DoesNotContain("anna", closed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", (await manager.GetAsync("/loggkontroll")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/loggkontroll/fall/{own.Id}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync(closed, ("Input.Purpose", ""))).Status);
        await manager.SubmitAsync(closed, ("Input.Purpose", "Månadens kontroll"));
        var opened = await manager.GetAsync($"/loggkontroll/fall/{annas.Id}");
        Assert.Contains("anna", opened.Body, StringComparison.Ordinal);
        Assert.Contains("Vad kan vara obehörigt?", opened.Text, StringComparison.Ordinal);

        // Nobody is asked before the extract is secured, and nobody found unauthorised before being asked.
        var ask = await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/fraga");
        Assert.Contains("Säkra loggutdraget",
            (await manager.SubmitAsync(ask, ("Input.AskedOn", "2026-06-15"), ("Input.Answer", "Minns inte."))).Text,
            StringComparison.Ordinal);
        var find = await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/obehorig");
        (string, string?)[] answers = [("Input.Reason", "Ingen uppgift."), ("Input.Incident", "Anmäld."), ("Input.LexSarah", "Nej."),
            ("Input.Police", "Nej, enligt kommunjuristen."), ("Input.IsRestricted", "true"), ("Input.Restriction", "Bara egna enheten.")];
        Assert.Contains("neutral fråga", (await manager.SubmitAsync(find, answers)).Text, StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/sakra"), ("Input.ExtractSecuredOn", "2026-06-15"),
            ("Input.HrToldOn", "2026-06-15"));
        await manager.SubmitAsync(await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/fraga"), ("Input.AskedOn", "2026-06-15"),
            ("Input.Answer", "Minns inte."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await manager.SubmitAsync(await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/obehorig"),
                [.. answers.Where(a => a.Item1 != "Input.Police")])).Status);
        Assert.Equal(HttpStatusCode.Redirect,
            (await manager.SubmitAsync(await manager.GetAsync($"/loggkontroll/fall/{annas.Id}/obehorig"), answers)).Status);

        await using var after = app.Db();
        var judged = await after.LogCases.AsNoTracking().FirstAsync(c => c.Id == annas.Id);
        var deviation = await after.Deviations.AsNoTracking().FirstAsync(d => d.Id == judged.DeviationId);
        Assert.Equal(("loggkontroll", app.Cast.A.Id), (deviation.ControlKey, deviation.UnitId!.Value));
        Assert.DoesNotContain("anna", deviation.Description, StringComparison.Ordinal);
        Assert.True(judged.IsRestrictionOpen);
        var entry = await after.Trail.AsNoTracking().Where(e => e.ObjectId == annas.Id).Select(e => e.Id).ToListAsync();
        Assert.DoesNotContain("anna",
            string.Join("", await after.TrailValues.AsNoTracking().Where(v => entry.Contains(v.EntryId)).Select(v => v.Values).ToListAsync()),
            StringComparison.Ordinal);

        // The month of Ask is done when the last of its cases is judged, also the one with the area manager.
        await JudgeRestAsync(app, Role.UnitManager, app.Cast.A.Id);
        Assert.Null((await app.Db().Occasions.AsNoTracking().FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).Result);
        await JudgeRestAsync(app, Role.AreaManager, app.Cast.A.Id);
        var occasion = await app.Db().Occasions.AsNoTracking().FirstAsync(o => o.Id == app.Cast.OpenAtA.Id);
        Assert.Equal(OutcomeResult.SeriousDeviation, occasion.Result);

        // The talk comes afterwards: only that it was held is noted, and counted.
        var talk = $"/loggkontroll/fall/{annas.Id}/samtal";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync(await manager.GetAsync(talk), ("Input.TalkedOn", "2026-06-16"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(await manager.GetAsync(talk), ("Input.TalkedOn", "2026-06-15"))).Status);

        // Anna may see that she was reviewed and what it came to.
        var anna = await app.AsAsync(Role.Performer);
        Assert.Contains("obehörig", (await anna.GetAsync("/loggkontroll/om-mig")).Text, StringComparison.Ordinal);
        // The head sees figures and who opened what, but no case.
        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Contains("6 åtkomster i Lifecare", (await head.GetAsync("/loggkontroll/siffror/2026")).Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        var readings = await head.GetAsync("/loggkontroll/lasningar");
        Assert.Contains("Månadens kontroll", readings.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", readings.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/loggkontroll")).Status);

        var report = await app.Db().Reports.AsNoTracking().Include(r => r.Sections).FirstAsync(r => r.Id == app.Cast.Report.Id);
        var text =
            System.Text.Encoding.UTF8.GetString(PlainTextWriter.Write(FullYearReport.Compose(await new ReportFactsReader(app.Databases).ReadAsync(report))));
        Assert.Contains("6 åtkomster i Lifecare har programmet jämfört med register, schema och uppdrag. 33,3 % har en förklaring", text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.Contains("Behörigheten har begränsats i ett fall, och är återställd i inget av dem. Samtal med medarbetaren är antecknat i ett av ett obehörigt fall.", text, StringComparison.Ordinal);
        Assert.Contains("hela loggen jämförd", text, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", text, StringComparison.Ordinal);
    }

    private static async Task JudgeRestAsync(App app, Role role, Guid unit)
    {
        var browser = await app.AsAsync(role);
        await using var db = app.Db();
        foreach (var id in await db.LogCases.Where(c => c.ReviewerId == app.Cast.People[role].Id && c.UnitId == unit && c.Verdict == null)
            .Select(c => c.Id)
            .ToListAsync())
        {
            var page = await browser.GetAsync($"/loggkontroll/fall/{id}");
            await browser.SubmitAsync(page);
            var form = await browser.GetAsync($"/loggkontroll/fall/{id}");
            var answer = await browser.SubmitAsync(form, ("Reason.Reason", ReviewGuidance.AuthorisedReasons[0]));
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        }
    }

    [Theory, BothDatabases]
    public async Task The_same_log_again_is_said_and_counted_once(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        await SendAsync(app, browser, Log());
        await Worker(app).RunNextAsync(default);
        // In another order, and read once more.
        var again = await SendAsync(app, browser,
            LogScene.Header + string.Concat(Log().Split('\n')[1..^1].Reverse().Select(r => r + "\n")));
        await Worker(app).RunNextAsync(default);
        Assert.Contains("Samma logg gicks igenom", (await browser.FollowAsync(again)).Text, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(1, await db.LogImports.CountAsync(i => i.State == ImportState.Done));
    }

    [Theory, BothDatabases]
    public async Task Two_workers_take_a_month_each_and_the_sums_add_up(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        foreach (var month in new[] { 3, 4, 5 }) await SendAsync(app, browser, Log(month), month);
        var spool = new LogSpool(app.Databases);
        using LogWorker one = new(app.Databases, spool, app.Clock), two = new(app.Databases, spool, app.Clock);
        await Task.WhenAll(Drain(one), Drain(two));
        await using var db = app.Db();
        var imports = await db.LogImports.AsNoTracking().ToListAsync();
        Assert.All(imports, i => Assert.Equal((ImportState.Done, 1, 6L), (i.State, i.Attempts, i.Accesses)));
        var whole =
            new LogScene { Staff = Staff, Roles = Roles, Placements = Placements }.Run(string.Concat(new[] { 3, 4, 5 }.Select(m => Log(m)[LogScene.Header.Length..]))).Findings;
        Assert.Equal(whole.Accesses, imports.Sum(i => i.Accesses));
        Assert.Equal(whole.FirstMatch,
            Enumerable.Range(0, Explanation.Count).Select(n => imports.Sum(i => i.Counts.Sum(c => c.FirstMatch[n]))));
        Assert.Equal(whole.Unexplained, imports.Sum(i => i.Counts.Sum(c => c.Unexplained)));

        static async Task Drain(LogWorker worker)
        {
            while (await worker.RunNextAsync(default)) { }
        }
    }

    [Theory, BothDatabases]
    public async Task What_a_crash_leaves_is_taken_back_or_told_and_no_file_stays(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        var spool = new LogSpool(app.Databases);
        var kept = Guid.Parse((await SendAsync(app, browser, Log())).Location!.Split('/')[^1]);
        var lost = Guid.Parse((await SendAsync(app, browser, Log(4), 4)).Location!.Split('/')[^1]);
        // A folder of nobody: kept while it may be an upload under way, then removed.
        spool.Make(app.Cast.A.Id);
        await Worker(app).TidyAsync(default);
        Assert.True(spool.Of(app.Cast.A.Id).Exists);
        Directory.SetLastWriteTimeUtc(spool.Of(app.Cast.A.Id).FullName, new(2026, 1, 1));
        await using (var db = app.Db())
        {
            foreach (var import in await db.LogImports.ToListAsync()) import.Claim("död", db.Now.AddMinutes(-10));
            await db.SaveAsync(Acts.AnalyseLog);
        }
        spool.Remove(lost);
        await Worker(app).TidyAsync(default);
        Assert.False(spool.Of(app.Cast.A.Id).Exists);
        await Worker(app).RunNextAsync(default);
        await using var after = app.Db();
        Assert.Equal(ImportState.Done, (await after.LogImports.AsNoTracking().FirstAsync(i => i.Id == kept)).State);
        var failed = await after.LogImports.AsNoTracking().FirstAsync(i => i.Id == lost);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Contains("avbröts", failed.Problem, StringComparison.Ordinal);
        Assert.Empty(await after.LogCases.Where(c => c.ImportId == lost).ToListAsync());
        Assert.False(spool.Of(kept).Exists);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_at_the_form_and_only_the_last_files_wait_to_be_put_right()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var browser = await app.AsAsync(Role.LogReviewer);
        var page = await browser.GetAsync("/loggkontroll/las-in");
        Assert.Contains("Filen Åtkomstlogg saknas", (await browser.UploadManyAsync(page, [], ("Input.System", "Lifecare"))).Text,
            StringComparison.Ordinal);
        Assert.Contains("saknar kolumnerna", (await SendAsync(app, browser, "a;b\n1;2\n")).Text, StringComparison.Ordinal);
        var wrongMonth = await SendAsync(app, browser, Log(4));
        await Worker(app).RunNextAsync(default);
        Assert.Contains("men du angav 2026-05-01", (await browser.FollowAsync(wrongMonth)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Role.UnitManager)).GetAsync("/loggkontroll/las-in")).Status);
        Assert.Single(new LogSpool(app.Databases).Imports());
    }

    [Theory, BothDatabases]
    public async Task A_waiting_log_can_be_cancelled_and_its_files_go(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        var sent = await SendAsync(app, browser, Log());
        await browser.SubmitAsync(await browser.GetAsync($"{sent.Location}/avbryt"));
        await Worker(app).TidyAsync(default);
        Assert.False(await Worker(app).RunNextAsync(default));
        Assert.Contains("avbruten", (await browser.FollowAsync(sent)).Text, StringComparison.Ordinal);
        Assert.False(new LogSpool(app.Databases).Of(Guid.Parse(sent.Location!.Split('/')[^1])).Exists);
    }

    [Theory, BothDatabases]
    public async Task What_comes_of_a_case_about_a_manager_does_not_land_with_that_manager(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        await NameAsync(app, (Role.UnitManager, "chef"));
        await SendAsync(app, await app.AsAsync(Role.LogReviewer), Log());
        await Worker(app).RunNextAsync(default);
        var at = $"/loggkontroll/fall/{(await app.Db().LogCases.FirstAsync(c => c.Kind == CaseKind.Queued && c.LeftOut != "")).Id}";
        var area = await app.AsAsync(Role.AreaManager);
        await area.SubmitAsync(await area.GetAsync(at));
        await area.SubmitAsync(await area.GetAsync($"{at}/sakra"), ("Input.ExtractSecuredOn", "2026-06-15"),
            ("Input.HrToldOn", "2026-06-15"));
        await area.SubmitAsync(await area.GetAsync($"{at}/fraga"), ("Input.AskedOn", "2026-06-15"), ("Input.Answer", "Minns inte."));
        var found = await area.SubmitAsync(await area.GetAsync($"{at}/obehorig"), ("Input.Reason", "Ingen uppgift."),
            ("Input.Incident", "Dataskyddsombudet svarar."), ("Input.LexSarah", "Nej."), ("Input.Police", "Nej."),
            ("Input.Restriction", "Nej, frågan utreds."));
        Assert.Equal(HttpStatusCode.Redirect, found.Status);
        var made = (await app.Db().LogCases.SingleAsync(c => c.Verdict == Verdict.Unauthorised)).DeviationId;
        var deviation = await app.Db().Deviations.AsNoTracking().SingleAsync(d => d.Id == made);
        Assert.Equal(app.Cast.A.ParentId, deviation.UnitId);
        Assert.Contains("inte anmäld. Ska den anmälas till IMY är sista tid 2026-06-18 00:00", deviation.ImmediateAction, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Role.UnitManager)).GetAsync($"/avvikelser/{deviation.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await area.GetAsync($"/avvikelser/{deviation.Id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_reading_with_the_wrong_registers_can_be_taken_back_until_a_case_is_handled(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        var first = await SendAsync(app, browser, Log());
        await Worker(app).RunNextAsync(default);
        var shown = await browser.GetAsync(first.Location!);
        Assert.Contains("Loggen har åtkomster bara 2026-05-06–2026-05-08. 28 dagar i perioden saknas", shown.Text,
            StringComparison.Ordinal);
        Assert.Contains("Ta bort inläsningen", shown.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.GetAsync($"{first.Location}/avbryt"));
        await using (var db = app.Db()) Assert.Equal((0, 0),
            (await db.LogCases.CountAsync(), await db.LogImports.SumAsync(i => (int)i.Accesses)));
        var again = await SendAsync(app, browser, Log());
        await Worker(app).RunNextAsync(default);
        Assert.Contains("6 åtkomster", (await browser.GetAsync(again.Location!)).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await using (var db = app.Db())
        {
            (await db.LogCases.FirstAsync()).Authorise("hade uppgift", null, db.Now);
            await db.SaveAsync(Acts.ReviewLogCase);
        }
        Assert.DoesNotContain("Ta bort inläsningen",
            (await browser.GetAsync(again.Location!)).Html.QuerySelector("main a[href$=avbryt]")?.TextContent ?? "",
            StringComparison.Ordinal);
        Assert.Contains("redan hanterats", (await browser.SubmitAsync(await browser.GetAsync($"{again.Location}/avbryt"))).Text,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_random_day_a_tenth_of_the_staff_and_what_was_asked_for_become_cases_too(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        var everyDay = LogScene.Header
            + string.Concat(Enumerable.Range(1, 31).Select(d => LogScene.Row($"2026-05-{d:00}T10:00:00", "anna", "K1", $"{d}")));
        var noReason = await SendAsync(app, browser, everyDay, 5, ("Input.TargetUsers", "anna"));
        Assert.Contains("Skriv varför den riktade kontrollen görs", noReason.Text, StringComparison.Ordinal);
        await SendAsync(app, browser, everyDay, 5, ("Input.RandomDay", "true"), ("Input.StaffPercent", "10"), ("Input.TargetUsers", "anna"),
            ("Input.TargetReason", "En enskild vill veta"), ("Input.Reviewer", "jag"));
        await Worker(app).RunNextAsync(default);
        await using var db = app.Db();
        var cases = await db.LogCases.AsNoTracking().ToListAsync();
        Assert.All(cases, c => Assert.Equal(app.Cast.People[Role.LogReviewer].Id, c.ReviewerId));
        var day = Assert.Single(cases, c => c.Kind is CaseKind.RandomDay);
        Assert.Single(day.Accesses);
        Assert.Equal(default, TimeOnly.FromDateTime(day.Accesses[0].At)); // No clock times: it is no time sheet.
        Assert.Equal(31, Assert.Single(cases, c => c.Kind is CaseKind.Targeted).AccessCount);
        Assert.Equal(5, cases.Count(c => c.Kind is CaseKind.Drawn));
    }

    [Theory, BothDatabases]
    public async Task A_known_log_gives_what_is_asked_for_without_being_counted_again_and_an_overlapping_one_is_refused(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        await SendAsync(app, browser, Log());
        await Worker(app).RunNextAsync(default);
        await SendAsync(app, browser, Log(), 5, ("Input.TargetClients", "K2"), ("Input.TargetReason", "En enskild vill veta"));
        await Worker(app).RunNextAsync(default);
        await using var db = app.Db();
        Assert.Equal(6, await db.LogImports.SumAsync(i => i.Accesses));
        Assert.Equal(3, await db.LogCases.CountAsync(c => c.Kind == CaseKind.Targeted));
        var overlapping = await SendAsync(app, browser, Log().Replace(";6\n", ";7\n", StringComparison.Ordinal));
        await Worker(app).RunNextAsync(default);
        Assert.Contains("skulle räknas två gånger", (await browser.FollowAsync(overlapping)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_month_that_is_not_over_or_not_wholly_read_is_not_done(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var browser = await app.AsAsync(Role.LogReviewer);
        await SendAsync(app, browser, Log(), 5, ("Input.To", "2026-05-20"));
        await SendAsync(app, browser, Log(6), 6);
        while (await Worker(app).RunNextAsync(default)) { }
        await using var db = app.Db();
        foreach (var open in await db.LogCases.ToListAsync()) open.Authorise("hade uppgift", null, db.Now);
        await db.SaveAsync(Acts.ReviewLogCase);
        Assert.Equal("", await LogMonths.FinishAsync(app.Databases, null, default));
        app.Clock.Set(new(2026, 7, 1));
        Assert.Equal("2 loggkontroller klara", await LogMonths.FinishAsync(app.Databases, null, default)); // Ask and Bok, in June.
    }

    [Fact]
    public void What_was_unclear_is_judged_after_the_answer_and_steps_keep_their_order()
    {
        var at = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
        var import = new LogImport(Guid.Empty, Guid.Empty, "Lifecare", new(2026, 5, 1), new(2026, 5, 31), "logg.csv", "", Selections.None,
            "", Guid.Empty, "", at);
        var one =
            new LogCase(Guid.Empty, import, Guid.Empty, CaseKind.Queued, "1", "2026-05", 1, CaseStrength.Clear, "", "k", [], 2, [], [], at);
        one.LeaveUnclear("vet inte", null, at);
        Assert.False(one.IsDecided);
        void Secure(int day, int told) =>
            one.Secure(new(2026, 6, day), new(2026, 6, told), new(2026, 6, 15), SwedishTime.StartOf(new(2026, 6, day)));
        Secure(12, 12);
        Secure(10, 11); // Corrected: the clock follows.
        Assert.Equal(new(2026, 6, 12, 22, 0, 0, TimeSpan.Zero), one.IncidentBefore); // From the day the extract was secured, as Swedes count days.
        Assert.True(one.WaitsForAnswer);
        Assert.Throws<Refusal>(() => one.Ask(new(2026, 6, 10), "svar", new(2026, 6, 15)));
        one.Ask(new(2026, 6, 12), "ingen uppgift", new(2026, 6, 15));
        Assert.Throws<Refusal>(() => Secure(14, 14));
        Assert.False(one.IsDecided);
        Assert.Throws<Refusal>(() => one.FindUnauthorised("x", new(true, "a", false, "b", false, "", false, "d"), Guid.Empty, null, at));
        one.FindUnauthorised("x", new(false, "a", false, "b", false, "c", true, "d"), Guid.Empty, null, at);
        Assert.Equal((Verdict.Unauthorised, true, true), (one.Verdict, one.IsDecided, one.IsIncidentOpen));
        Assert.Throws<Refusal>(() => one.LiftRestriction(new(2026, 6, 14), new(2026, 6, 16)));
        Assert.Throws<Refusal>(() => one.Authorise("y", null, at));
        Assert.Throws<Refusal>(() => one.LiftRestriction(new(2031, 1, 1), new(2026, 6, 15)));
    }

    [Theory, BothDatabases]
    public async Task Proposed_rules_are_tried_beside_those_in_use_before_they_are_adopted(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await EmptyAsync(app);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var edit = await coordinator.GetAsync("/loggkontroll/regler/andra");
        var wrong = await coordinator.SubmitAsync(edit, ("Input.Mandates[0].Roles", ""), ("Input.Mandates[5].Roles", "Undersköterska"));
        Assert.StartsWith("Skriv vilka roller", wrong.Html.QuerySelector("#Input_Mandates_0__Roles-fel")?.TextContent,
            StringComparison.Ordinal);
        wrong = await coordinator.SubmitAsync(edit, ("Input.Mandates[5].Roles", "Undersköterska"));
        Assert.StartsWith("Skriv vilka enhetstyper", wrong.Html.QuerySelector("#Input_Mandates_5__UnitTypes-fel")?.TextContent,
            StringComparison.Ordinal);
        await coordinator.SubmitAsync(edit,
            [.. new[] { 0, 1, 3, 4 }.SelectMany(n =>
                new[] { "Roles", "UnitTypes", "OnShiftAt" }.Select(field => ($"Input.Mandates[{n}].{field}", (string?)""))),
                    ("Input.Mandates[5].Roles", "Undersköterska"), ("Input.Mandates[5].UnitTypes",
                        "Säbo, Hemtjänst"), ("Input.Mandates[5].OnShiftAt", "Poolen"), ("Input.ManyUsers", "9")]);
        var reviewer = await app.AsAsync(Role.LogReviewer);
        var sent = await SendAsync(app, reviewer, Log());
        await Worker(app).RunNextAsync(default);
        Assert.Contains("De föreslagna reglerna på samma logg", (await reviewer.FollowAsync(sent)).Text, StringComparison.Ordinal);
        Assert.Contains("fall i kön i stället för", (await coordinator.GetAsync("/loggkontroll/regler")).Text, StringComparison.Ordinal);
        var adopt = await coordinator.GetAsync("/loggkontroll/regler/anta");
        Assert.Contains("Minst 9 användare", adopt.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(adopt, ("Input.Choice", "anta"));
        await using var db = app.Db();
        var settings = await db.LogSettings.AsNoTracking().FirstAsync();
        Assert.Equal((9, 2, true), (settings.Rules.ManyUsers, settings.Rules.Mandates.Count, settings.Proposed is null));
        Assert.Equal(["Poolen"], settings.Rules.Mandates[1].OnShiftAt);
        // Nothing changed is no proposal, and what was tried before a proposal says nothing of it.
        await coordinator.SubmitAsync(await coordinator.GetAsync("/loggkontroll/regler/andra"), ("Input.MonthsKept", "36"));
        Assert.Null((await app.Db().LogSettings.AsNoTracking().FirstAsync()).Proposed);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/loggkontroll/regler/andra"), ("Input.ManyUsers", "8"));
        var rules = await coordinator.GetAsync("/loggkontroll/regler");
        Assert.Contains("Förslag finns", rules.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fall i kön i stället för", rules.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task When_its_time_is_up_a_case_forgets_whom_it_was_about(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        app.Clock.Set(new(2028, 7, 1));
        await using (var db = app.Db())
        {
            (await db.LogCases.FirstAsync(c => c.Id == app.Cast.LogCaseAtA.Id)).Authorise("hade uppgift", null, db.Now);
            await db.SaveAsync(Acts.ReviewLogCase);
        }
        Assert.Contains("1 loggfall", await LogForgetting.RunAsync(app.Databases, default), StringComparison.Ordinal);
        await using var after = app.Db();
        var forgotten = await after.LogCases.AsNoTracking().FirstAsync(c => c.Id == app.Cast.LogCaseAtA.Id);
        Assert.Equal((0, "", 0, Verdict.Authorised),
            (forgotten.Users.Count, forgotten.Client, forgotten.Accesses.Count, forgotten.Verdict));
    }
}
