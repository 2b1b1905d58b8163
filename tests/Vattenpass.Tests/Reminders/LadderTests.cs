using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Jobs;
using Vattenpass.Web.Mail;

namespace Vattenpass.Tests.Reminders;

public sealed class LadderTests
{
    private static readonly MailSettings Nowhere = new("http://vattenpass.test", "a@b.example", null, null);

    private static async Task GiveAddressesAsync(App app)
    {
        await using var db = app.Db();
        foreach (var (role, person) in app.Cast.People)
        {
            var stored = await db.People.FirstAsync(p => p.Id == person.Id);
            stored.Describe(stored.Name, $"{(int)role}@kommun.example", stored.UnitId);
        }
        await db.SaveAsync(Acts.ChangePeople);
    }

    /// <summary>
    /// A year in which nobody does anything: the mails are those of an independent reckoning over the plan's due days, one a
    /// person and day, however many rounds are run and however many instances run them.
    /// </summary>
    [Theory, BothDatabases]
    public async Task A_year_of_silence_gives_exactly_the_mails_of_the_ladder(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await GiveAddressesAsync(app);
        var (from, to) = (new DateOnly(2026, 6, 15), new DateOnly(2027, 3, 31));
        List<(Guid Unit, Guid? Doer, DateOnly Opens, DateOnly Due)> open;
        await using (var db = app.Db())
            open = [.. (await db.Occasions.AsNoTracking()
                .Where(o => o.Result == null && o.EndedOn == null)
                .ToListAsync()).Select(o => (o.UnitId!.Value, o.ResponsibleId, o.Opens, o.Due))];

        for (var day = from; day <= to; day = day.AddDays(1))
            foreach (var hour in day < from.AddDays(60) ? [5, 9, 15, 20] : new[] { 9 }) // The quiet hours, and a second round of a day, are seen in two months.
            {
                app.Clock.Set(day, hour);
                await Task.WhenAll(Enumerable.Range(0, kind is DatabaseKind.Postgres ? 2 : 1).Select(_ => RunAsync(app)));
            }

        await using var after = app.Db();
        var mails = (await after.Mails.AsNoTracking()
            .ToListAsync()).Select(m => (m.PersonId, SwedishTime.DayOf(m.MadeAt))).Order().ToList();
        Assert.Equal(Expected(app.Cast, open, from, to).Order(), mails);
        Assert.Equal(mails.Count, mails.Distinct().Count());
        Assert.All(await after.Mails.AsNoTracking().ToListAsync(), m => Assert.Equal(9, SwedishTime.Of(m.MadeAt).Hour));
        Assert.NotEmpty(await after.Reminders.Where(r => r.PersonId == null && r.Step == "T+20").ToListAsync());
    }

    private static async Task RunAsync(App app)
    {
        try { await new LadderRound(app.Databases, Nowhere).RunAsync(default); }
        catch (Domain.Refusal) { /* The other instance was first; it took every step of this round. */ }
    }

    /// <summary>T−7 and T+0 to the performer (the manager where none is named), T+3 to the manager, T+10 to the area manager, else the head.</summary>
    private static HashSet<(Guid, DateOnly)> Expected(Cast cast, List<(Guid Unit, Guid? Doer, DateOnly Opens, DateOnly Due)> open,
        DateOnly from, DateOnly to)
    {
        var (performer, manager, area, head) = (cast.People[Role.Performer].Id, cast.People[Role.UnitManager].Id,
            cast.People[Role.AreaManager].Id, cast.People[Role.DepartmentHead].Id);
        Guid ManagerOf(Guid unit) => unit == cast.A.Id ? manager : unit == cast.A2.Id ? area : head;
        Guid AreaOf(Guid unit) => unit == cast.B.Id ? head : area;
        HashSet<(Guid, DateOnly)> told = [];
        foreach (var o in open)
            foreach (var (days, who) in new[] { (-7, o.Doer ?? ManagerOf(o.Unit)), (0, o.Doer ?? ManagerOf(o.Unit)), (3, ManagerOf(o.Unit)), (10, AreaOf(o.Unit)) })
            {
                var day = o.Due.AddDays(days) < o.Opens ? o.Opens : o.Due.AddDays(days);
                if (day < from && day >= from.AddDays(-TellingRules.OldestStep)) day = from;
                if (day >= from && day <= to) told.Add((who, day));
            }
        return told;
    }

    [Theory, BothDatabases]
    public async Task The_substitute_is_told_instead_and_may_do_the_check(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await GiveAddressesAsync(app);
        var c = app.Cast;
        await using (var db = app.Db())
        {
            var away = await db.People.FirstAsync(p => p.Id == c.People[Role.Performer].Id);
            db.Absences.Add(new(db.NewId(), away, c.People[Role.LogReviewer].Id, Cast.Today, Cast.Today.AddDays(10), []));
            await db.SaveAsync(Acts.RegisterAbsence);
        }
        var substitute = await app.AsAsync(Role.LogReviewer);
        Assert.Contains(c.Control.Title, (await substitute.GetAsync("/")).Text, StringComparison.Ordinal);
        var done = await substitute.SubmitAsync(await substitute.GetAsync($"/kontroller/{c.OpenAtA.Id}/utfall"));
        Assert.Equal($"/kontroller/{c.OpenAtA.Id}", done.Location);

        app.Clock.Set(new(2026, 6, 24), 9);
        await new LadderRound(app.Databases, Nowhere).RunAsync(default);
        await using var after = app.Db();
        var told = await after.Reminders.Where(r => r.InsteadOfId == c.People[Role.Performer].Id).ToListAsync();
        Assert.NotEmpty(told);
        Assert.All(told, r => Assert.Equal(c.People[Role.LogReviewer].Id, r.PersonId));

        app.Clock.Set(Cast.Today.AddDays(11), 9);
        substitute = await app.AsAsync(Role.LogReviewer);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await substitute.GetAsync($"/kontroller/{c.ListAtA.Id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_serious_deviation_is_told_once_to_manager_specialist_and_head_and_the_chair_through_the_head(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await GiveAddressesAsync(app);
        Guid id;
        await using (var db = app.Db())
        {
            var deviation = new Deviation(db.NewId(),
                new(app.Cast.A.Id, Field.HealthCare, "brist i saldo", "", Severity.Serious, Cast.Today, "2026-06"),
                app.Cast.People[Role.Performer].Id, db.Now);
            db.Deviations.Add(deviation);
            id = deviation.Id;
            await db.SaveAsync(Acts.ReportDeviation);
        }
        app.Clock.Set(Cast.Today, 23); // Quiet hours hold nothing serious back.
        for (var n = 0; n < 3; n++) await new SeriousRound(app.Databases, Nowhere).RunAsync(default);
        await using var after = app.Db();
        var told = await after.Reminders.Where(r => r.DeviationId == id).Select(r => r.PersonId!.Value).ToListAsync();
        Assert.Equal(new[] { Role.UnitManager, Role.Specialist,
            Role.DepartmentHead }.Select(r => app.Cast.People[r].Id).Order(), told.Order());
        Assert.Equal(3, await after.Mails.CountAsync());
        Assert.All(await after.Mails.ToListAsync(),
            m => Assert.DoesNotContain("saldo", m.Text + m.Html + m.Subject, StringComparison.OrdinalIgnoreCase));

        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal($"/avvikelser/{id}", (await head.SubmitAsync(await head.GetAsync($"/avvikelser/{id}/informera-ordforande"))).Location);
        Assert.Contains("informerad 2026-06-1", (await head.GetAsync($"/avvikelser/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden,
            (await (await app.AsAsync(Role.UnitManager)).GetAsync($"/avvikelser/{id}/informera-ordforande")).Status);
    }

    [Theory, BothDatabases]
    public async Task Mail_leaves_the_outbox_once_over_restarts_and_two_instances(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var folder = Directory.CreateTempSubdirectory("vattenpass-brev-").FullName;
        var mail = Nowhere with { Folder = folder };
        await using (var db = app.Db())
        {
            for (var n = 0; n < 5; n++)
                db.Mails.Add(new Letter("Ämne", ["En rad."], "http://vattenpass.test/").To(db.NewId(), $"prov:{n}",
                    app.Cast.People[Role.Performer].Id, "1@kommun.example", db.Now));
            // One whose sender died between claiming and sending.
            var left = new Letter("Ämne", ["En rad."], "http://vattenpass.test/").To(db.NewId(), "prov:kvar",
                app.Cast.People[Role.Performer].Id, "1@kommun.example", db.Now);
            left.Claim(db.Now.AddMinutes(5));
            db.Mails.Add(left);
            await db.SaveAsync(Acts.RunJob);
        }
        await Task.WhenAll(new Outbox(app.Databases, mail).SendAsync(default), new Outbox(app.Databases, mail).SendAsync(default));
        Assert.Equal(5, Directory.GetFiles(folder, "*.eml").Length);
        app.Clock.Set(Cast.Today, 14);
        await new Outbox(app.Databases, mail).SendAsync(default);
        await new Outbox(app.Databases, mail).SendAsync(default);
        await using var after = app.Db();
        Assert.All(await after.Mails.ToListAsync(), m => Assert.True(m is { SentAt: not null, Attempts: <= 2 }));
        Assert.Equal(6, Directory.GetFiles(folder, "*.eml").Length);
        Assert.Contains("Message-ID: <", await File.ReadAllTextAsync(Directory.GetFiles(folder)[0]), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory, BothDatabases]
    public async Task A_job_runs_once_in_its_slot_whoever_comes_first_and_again_in_the_next(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var tools = new JobTools(app.Databases, Nowhere);
        await Task.WhenAll(JobRunner.RunDueAsync(tools), JobRunner.RunDueAsync(tools));
        await JobRunner.RunDueAsync(tools);
        await using (var db = app.Db()) Assert.Equal(Schedule.Jobs.Count, await db.JobRuns.CountAsync());
        app.Clock.Set(Cast.Today, 13);
        await JobRunner.RunDueAsync(tools);
        await using var after = app.Db();
        Assert.Equal((Schedule.Jobs.Count * 2) - Schedule.Jobs.Count(j => j.Every == TimeSpan.FromDays(1)), await after.JobRuns.CountAsync()); // The daily ones have had their run.
        Assert.All(await after.JobRuns.ToListAsync(), r => Assert.False(r.Failed, r.Result));
    }

    [Fact]
    public void Quiet_months_and_days_move_a_step_and_quiet_hours_run_over_midnight()
    {
        var rules = TellingRules.Default with { QuietMonths = [7], WorkingDaysOnly = true };
        Assert.Equal(new(2026, 8, 3), rules.DayOf(new(0, Recipient.Performer), new(2026, 6, 1), new(2026, 7, 4)));
        Assert.Equal(new(2026, 6, 22), rules.DayOf(new(0, Recipient.Performer), new(2026, 6, 1), new(2026, 6, 19)));
        Assert.Equal([true, true, false, false, true], new[] { 0, 6, 7, 17, 18 }.Select(h => rules.IsQuiet(new(h, 0))));
        Assert.Equal(new(2026, 6, 10), TellingRules.Default.DayOf(new(-7, Recipient.Performer), new(2026, 6, 10), new(2026, 6, 12)));
    }
}
