using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reminders;

namespace Vattenpass.Tests.Features;

/// <summary>An answer belongs to whoever gave it, and the outcome is what the answers say.</summary>
public sealed class AnswerTests
{
    private static readonly (string, string?)[] Well = [("Input.Answers[uppgift]", "nej"), ("Input.Answers[las]", "ja")];

    private static (string, string?)[] Wrong(string gravity) =>
        [("Input.Answers[uppgift]", "ja"), ("Input.Answers[kategori]", "bild på sår"), ("Input.Answers[kalla]", "personal"),
            ("Input.Answers[allvar]", gravity), ("Input.Answers[overfort]", "ja"), ("Input.Answers[anmald]", "ja"),
            ("Input.Answers[las]", "ja")];

    [Theory, BothDatabases]
    public async Task An_answer_that_comes_late_is_told_who_answered_and_replaces_only_what_it_names(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var address = $"/kontroller/{app.Cast.ListAtA.Id}/lista";
        var (performer, manager) = (await app.AsAsync(Role.Performer), await app.AsAsync(Role.UnitManager));
        var (page, late) = (await performer.GetAsync(address), await manager.GetAsync(address));
        var key = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        await performer.SubmitRowAsync(page, key, [.. Wrong("allvarlig"), ("Input.DoneAtOnce", "raderat"), ("Input.DoneAtOnce", "påhittat")]);

        var refused = await manager.SubmitRowAsync(late, key, Well);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("är redan besvarad: allvarlig avvikelse, av Person utförare", refused.Text, StringComparison.Ordinal);
        await using (var db = app.Db())
        {
            var check = (await db.Occasions.Include(o => o.Checks).FirstAsync(o => o.Id == app.Cast.ListAtA.Id)).Checks.Single();
            Assert.Equal(("Person utförare", OutcomeResult.SeriousDeviation), (check.PerformerName, check.Result!.Value));
            Assert.Equal(["raderat"], check.DoneAtOnce);
            Assert.Equal("Raderat", (await db.Deviations.SingleAsync(d => d.OccasionId == app.Cast.ListAtA.Id)).ImmediateAction);
        }

        // The list is finished: a new answer needs a reason, and the outcome follows it.
        Assert.Contains("Skriv varför svaret ändras", (await manager.SubmitRowAsync(refused, key, Well)).Text, StringComparison.Ordinal);
        var changed = await manager.SubmitRowAsync(await manager.GetAsync($"{address}?andra=1"), key,
            [.. Well, ("Input.Reason", "Bilden var på ett sår hos ingen.")]);
        Assert.True(changed.Location == $"/kontroller/{app.Cast.ListAtA.Id}", changed.Text);
        await using var after = app.Db();
        var occasion = await after.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == app.Cast.ListAtA.Id);
        Assert.Equal((OutcomeResult.WithoutRemark, 0, 2, "Bilden var på ett sår hos ingen."),
            (occasion.Result!.Value, occasion.Current!.Deviating, occasion.Outcomes.Count, occasion.Current.CorrectionReason));
        Assert.True((await after.Deviations.SingleAsync(d => d.OccasionId == app.Cast.ListAtA.Id)).Withdrawn);
    }

    [Theory, BothDatabases]
    public async Task Whoever_was_told_of_a_serious_deviation_is_told_that_it_is_withdrawn(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Domain.Field.General, "hot", "", Severity.Serious, Cast.Today, "2026-06"),
                app.Cast.People[Role.Performer].Id, db.Now));
            foreach (var person in await db.People.ToListAsync()) person.Describe(person.Name, "nagon@exempel.se", person.UnitId);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        var round = new SeriousRound(app.Databases, new("https://exempel.se", "", null, null));
        await round.RunAsync(default);
        await using (var db = app.Db())
        {
            (await db.Deviations.SingleAsync(d => d.Kind == "hot")).Withdraw();
            await db.SaveAsync(Acts.CorrectOutcome);
        }
        await round.RunAsync(default);
        await round.RunAsync(default);
        await using var after = app.Db();
        var id = (await after.Deviations.SingleAsync(d => d.Kind == "hot")).Id;
        var told = await after.Reminders.Where(r => r.DeviationId == id).ToListAsync();
        var first = told.Where(r => r.Kind is ReminderKind.SeriousDeviation).Select(r => r.PersonId).ToList();
        Assert.NotEmpty(first);
        Assert.Equal(first.Order(), told.Where(r => r.Kind is ReminderKind.Withdrawn).Select(r => r.PersonId).Order());
        Assert.Equal(first.Count, (await after.Mails.ToListAsync()).Count(m => m.Subject.Contains("återkallad", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Many_serious_deviations_at_once_are_one_letter_a_person(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            for (var n = 0; n < 30; n++)
                db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Domain.Field.General, "hot", "", Severity.Serious, Cast.Today, "2026-06"),
                    app.Cast.People[Role.Performer].Id, db.Now));
            foreach (var person in await db.People.ToListAsync()) person.Describe(person.Name, "nagon@exempel.se", person.UnitId);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        await new SeriousRound(app.Databases, new("https://exempel.se", "", null, null)).RunAsync(default);
        await using var after = app.Db();
        var told = await after.Reminders.Where(r => r.Kind == ReminderKind.SeriousDeviation && after.Deviations.Any(d => d.Id == r.DeviationId && d.Kind == "hot")).ToListAsync();
        var people = told.Select(r => r.PersonId).Distinct().Count();
        Assert.True(people > 0);
        Assert.Equal(30 * people, told.Count);
        Assert.Equal(people, (await after.Mails.ToListAsync()).Count(m => m.Subject.Contains("allvarliga avvikelser", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_list_decides_its_outcome_and_only_not_done_can_be_stated(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{app.Cast.ListAtA.Id}";
        var page = await performer.GetAsync($"{address}/utfall");
        Assert.Equal(["NotDone", "NotApplicable"],
            page.Html.QuerySelectorAll("[name='Input.Result']").Select(r => r.GetAttribute("value")));
        Assert.Empty(page.Html.QuerySelectorAll("[name='Input.Deviating']"));
        var past = await performer.SubmitAsync(page, ("Input.Result", "WithoutRemark"), ("Input.Checked", "1"), ("Input.PerformedOn", "2026-06-15"));
        Assert.Contains("följer av svaren på listan", past.Text, StringComparison.Ordinal);

        await performer.SubmitAsync(page, ("Input.Result", "NotDone"), ("Input.Reason", "Telefonerna är utlånade."), ("Submission", null));
        var correct = await performer.GetAsync($"{address}/ratta");
        var opened = await performer.SubmitAsync(correct);
        Assert.Equal($"{address}/lista", opened.Location);
        var list = await performer.GetAsync($"{address}/lista");
        var key = list.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        Assert.Equal(address, (await performer.SubmitRowAsync(list, key, Wrong("mindre"))).Location);
        await performer.SubmitAsync(await performer.GetAsync($"{address}/ratta"), ("Input.Reopen", null), ("Input.Result", "NotDone"),
            ("Input.Reason", "Fel enhet."), ("Input.CorrectionReason", "Listan gällde en annan enhet."));
        await using var db = app.Db();
        var occasion = await db.Occasions.Include(o => o.Checks).Include(o => o.Outcomes).FirstAsync(o => o.Id == app.Cast.ListAtA.Id);
        Assert.Equal(OutcomeResult.NotDone, occasion.Result);
        Assert.All(occasion.Checks, c => Assert.True(c.Waits));
        Assert.All(await db.Deviations.Where(d => d.OccasionId == occasion.Id).ToListAsync(), d => Assert.True(d.Withdrawn));
    }

    [Theory, BothDatabases]
    public async Task Very_many_deviations_are_asked_about_and_followed_up_as_one(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{app.Cast.OpenAtA.Id}";
        var asked = await performer.SubmitAsync(await performer.GetAsync($"{address}/utfall"), ("Input.Result", "SeriousDeviation"),
            ("Input.Checked", "20000"), ("Input.Deviating", "20000"), ("Input.Serious", "300"), ("Input.Kind", "obehörig åtkomst"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("20000 avvikelser är många", asked.Text, StringComparison.Ordinal);
        Assert.Equal(address, (await performer.SubmitAsync(asked, ("Input.AreSoMany", "true"))).Location);
        await using var db = app.Db();
        Assert.Equal([(300, Severity.Serious), (19700, Severity.Minor)],
            (await db.Deviations.Where(d => d.OccasionId == app.Cast.OpenAtA.Id).OrderByDescending(d => d.Severity).ToListAsync())
                .Select(d => (d.Count, d.Severity)));
    }

    [Theory, BothDatabases]
    public async Task Correcting_what_was_wrong_changes_the_deviation(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{app.Cast.OpenAtA.Id}";
        await performer.SubmitAsync(await performer.GetAsync($"{address}/utfall"), ("Input.Result", "Deviation"), ("Input.Checked", "5"),
            ("Input.Deviating", "1"), ("Input.Kind", "obehörig åtkomst"), ("Input.Description", "Fel enhet."));
        var page = await performer.GetAsync($"{address}/ratta");
        Assert.Equal("Fel enhet.", page.Html.QuerySelector("[name='Input.Description']")!.TextContent.Trim());
        await performer.SubmitAsync(page, ("Input.CorrectionReason", "Fel ord."), ("Input.Kind", "annat"));
        await performer.SubmitAsync(await performer.GetAsync($"{address}/ratta"), ("Input.CorrectionReason", "Bara en kommentar."),
            ("Input.Comment", "Klart."));
        await using var db = app.Db();
        Assert.Equal([("obehörig åtkomst", true), ("annat", false)],
            (await db.Deviations.Where(d => d.OccasionId == app.Cast.OpenAtA.Id).OrderBy(d => d.Id).ToListAsync()).Select(d => (d.Kind, d.Withdrawn)));
    }

    [Theory, BothDatabases]
    public async Task What_was_not_done_has_no_deviations_and_what_is_without_remark_takes_them_back(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{app.Cast.OpenAtA.Id}";
        await performer.SubmitAsync(await performer.GetAsync($"{address}/utfall"), ("Input.Result", "Deviation"), ("Input.Checked", "5"),
            ("Input.Deviating", "2"), ("Input.Kind", "annat"));
        await performer.SubmitAsync(await performer.GetAsync($"{address}/ratta"), ("Input.Result", "NotDone"), ("Input.Reason", "Hanns inte."),
            ("Input.CorrectionReason", "Fel."));
        await using (var db = app.Db())
        {
            Assert.All(await db.Deviations.Where(d => d.OccasionId == app.Cast.OpenAtA.Id).ToListAsync(), d => Assert.True(d.Withdrawn));
            Assert.Equal((0, 0), (await db.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).Current is { } now ? (now.Checked, now.Deviating) : default);
        }
        await performer.SubmitAsync(await performer.GetAsync($"{address}/ratta"), ("Input.Result", "Deviation"), ("Input.Checked", "5"),
            ("Input.Deviating", "1"), ("Input.Kind", "annat"), ("Input.CorrectionReason", "Den blev gjord."));
        var well = await performer.SubmitAsync(await performer.GetAsync($"{address}/ratta"), ("Input.Result", "WithoutRemark"), ("Input.CorrectionReason", "Inget fel."));
        Assert.True(well.Location == address, well.Text);
        await using var after = app.Db();
        Assert.All(await after.Deviations.Where(d => d.OccasionId == app.Cast.OpenAtA.Id).ToListAsync(), d => Assert.True(d.Withdrawn));
    }

    [Theory, BothDatabases]
    public async Task An_answer_whose_deviation_is_worked_on_is_not_changed_away(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var address = $"/kontroller/{app.Cast.ListAtA.Id}/lista";
        var manager = await app.AsAsync(Role.UnitManager);
        var page = await manager.GetAsync(address);
        var key = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        await manager.SubmitRowAsync(page, key, Wrong("mindre"));
        await using (var db = app.Db())
        {
            (await db.Deviations.SingleAsync(d => d.OccasionId == app.Cast.ListAtA.Id)).StartInvestigation(Cast.Today);
            await db.SaveAsync(Acts.InvestigateDeviation);
        }
        var refused = await manager.SubmitRowAsync(await manager.GetAsync($"{address}?andra=1"), key, [.. Well, ("Input.Reason", "Fel.")]);
        Assert.Contains("utreds redan", refused.Text, StringComparison.Ordinal);
        await using var after = app.Db();
        Assert.Equal(1, (await after.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == app.Cast.ListAtA.Id)).Current!.Deviating);
    }

    /// <summary>On every row of the demo: so many deviating, so many objects (or counted deviations) that stand.</summary>
    [Fact]
    public async Task In_the_demo_deviating_is_the_deviations_that_stand()
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-demo-answers-").FullName;
        await MadeDemo.CopyToAsync(folder);
        using var databases = new Databases(folder, null, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        var occasions = await db.Occasions.AsNoTracking().Include(o => o.Outcomes).Include(o => o.Control)
            .Where(o => o.Result != null && o.Control.DoneBy != DoneBy.Count && o.Control.DoneBy != DoneBy.Log)
            .AsSplitQuery()
            .ToListAsync();
        var deviations = (await db.Deviations.AsNoTracking().Where(d => !d.Withdrawn).ToListAsync()).ToLookup(d => d.OccasionId);
        Assert.NotEmpty(occasions);
        List<string> faults = [];
        foreach (var occasion in occasions)
        {
            var stand = deviations[occasion.Id].ToList();
            var count = occasion.Control.DoneBy is DoneBy.Form ? stand.DistinctBy(d => d.ObjectKey).Count() : stand.Sum(d => d.Count);
            if (occasion.Current!.Deviating != count)
                faults.Add($"{occasion.Control.Title} {occasion.PeriodKey} {occasion.ObjectKey}: {occasion.Current.Deviating} deviating, {count} deviations.");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Directory.Delete(folder, recursive: true);
    }
}
