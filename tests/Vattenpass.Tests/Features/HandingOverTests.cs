using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Mail;

namespace Vattenpass.Tests.Features;

/// <summary>What hangs on a person or a unit goes on when the person leaves or the unit closes, and comes back when that is taken back.</summary>
public sealed class HandingOverTests
{
    /// <summary>The manager of A has one of everything that can hang on somebody.</summary>
    private static async Task<Guid> GiveOneOfEachAsync(App app)
    {
        var c = app.Cast;
        var leaver = c.People[Role.UnitManager].Id;
        await using var db = app.Db();
        (await db.Occasions.FirstAsync(o => o.Id == c.OpenAtA.Id)).HandOver(leaver);
        var measure = await db.Measures.FirstAsync(m => m.Id == c.MeasureAtA.Id);
        measure.Describe(new("Åtgärd", "", leaver, leaver, Cast.Today, Cast.Today.AddDays(30), []) { SameOfficerReason = "Ensam på enheten" }, db.NewId, Cast.Today);
        (await db.Deviations.FirstAsync(d => d.Id == c.DeviationAtA.Id)).GiveTo(leaver);
        var plan = await db.Plans.Include(p => p.Risks).FirstAsync(p => p.Id == c.Plan.Id);
        plan.Risks[0].GiveTo(leaver);
        var person = await db.People.FirstAsync(p => p.Id == leaver);
        db.Add((await db.Stores.Include(s => s.Duties)
            .FirstAsync(s => s.Id == c.StoreAtA.Id)).Give(db.NewId(), DutyKind.Controller, person, Cast.Today, null));
        db.Absences.Add(new(db.NewId(), await db.People.FirstAsync(p => p.Id == c.People[Role.AreaManager].Id), leaver,
            Cast.Today.AddDays(50), Cast.Today.AddDays(60), []));
        db.Feeds.Add(new(db.NewId(), leaver, c.A.Id, "hemlig", db.Now));
        await db.SaveAsync(Acts.SetUpDemo);
        return leaver;
    }

    /// <summary>Rows that are not done and still name the person in a member that is handed over, by the list of stored types and nothing else.</summary>
    private static async Task<List<string>> StillHeldAsync(App app, Guid personId, DateOnly after)
    {
        await using var db = app.Db();
        var held = new List<string>();
        foreach (var type in Rows.All.Where(r => r.HandedOver.Count > 0))
            foreach (var row in await All(db, type.Type))
            {
                var entry = db.Entry(row);
                foreach (var up in entry.References.Where(r => r.Metadata.TargetEntityType.ClrType.IsAssignableTo(typeof(Root))))
                    await up.LoadAsync();
                if ((row as Root ?? ((Part)row).Whole)!.IsFinished || Ended(entry) <= after || NeverHeld(entry)) continue;
                held.AddRange(type.HandedOver.Where(m => entry.Property(m).CurrentValue is Guid id && id == personId)
                    .Select(m => $"{type.Type.Name}.{m}"));
            }
        return held;

        static bool NeverHeld(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
            entry.Entity is Absence or Assignment or StoreDuty
                && (DateOnly?)entry.Property("To").CurrentValue < (DateOnly)entry.Property("From").CurrentValue!;

        static DateOnly? Ended(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
            entry.Metadata.FindProperty("To") is { ClrType: var t }
                && (t == typeof(DateOnly) || t == typeof(DateOnly?))
                && entry.Entity is not Occasion ? (DateOnly?)entry.Property("To").CurrentValue
            : entry.Entity is Occasion occasion
            ? occasion.EndedOn
            : entry.Entity is CalendarFeed { RevokedAt: not null } ? DateOnly.MinValue
            : null;
    }

    private static async Task<List<Entity>> All(VattenpassDb db, Type type) =>
        await ((IQueryable<Entity>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!
            .MakeGenericMethod(type)
            .Invoke(db, null)!).ToListAsync();

    [Theory, BothDatabases]
    public async Task Nothing_that_is_not_done_is_left_with_whoever_leaves_and_all_of_it_comes_back_if_they_stay(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var leaver = await GiveOneOfEachAsync(app);
        var before = await StillHeldAsync(app, leaver, Cast.Today);
        Assert.Equal(["Absence.PersonId", "Absence.SubstituteId", "Assignment.PersonId", "CalendarFeed.PersonId",
            "Deviation.InvestigatorId", "EffectControl.PerformerId", "LogCase.ReviewerId", "Measure.OwnerId", "Measure.ReportingOfficerId", "Occasion.HandedToId",
            "Risk.OwnerId", "StoreDuty.PersonId"],
            before.Distinct().Order(StringComparer.Ordinal));

        var administrator = await app.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync($"/administration/person/{leaver}/sluta");
        Assert.Contains("1 loggfall", page.Text, StringComparison.Ordinal);
        var refused = await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"),
            ("Input.SuccessorId", $"{c.People[Role.Performer].Id}"));
        Assert.Equal(HttpStatusCode.Redirect, refused.Status);
        Assert.Equal([], await StillHeldAsync(app, leaver, new(2026, 6, 20)));
        await using (var db = app.Db())
        {
            Assert.Equal(c.People[Role.Performer].Id,
                (await db.Stores.Include(s => s.Duties)
                    .FirstAsync(s => s.Id == c.StoreAtA.Id)).Holding(DutyKind.Controller, new(2026, 6, 21)).Single().PersonId);
            var found = await db.LogCases.FirstAsync(l => l.Id == c.LogCaseAtA.Id);
            Assert.Equal(c.People[Role.AreaManager].Id, found.ReviewerId);
        }

        var back = await administrator.SubmitAsync(await administrator.GetAsync($"/administration/person/{leaver}/tillbaka"));
        Assert.True(back.Status is HttpStatusCode.Redirect, back.Text);
        Assert.Equal(before.Where(h => h != "CalendarFeed.PersonId").Order(StringComparer.Ordinal),
            (await StillHeldAsync(app, leaver, Cast.Today)).Order(StringComparer.Ordinal));
        await using var after = app.Db();
        Assert.Null((await after.People.FirstAsync(p => p.Id == leaver)).To);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_do_what_is_handed_over_does_not_get_it_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var leaver = await GiveOneOfEachAsync(app);
        var administrator = await app.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync($"/administration/person/{leaver}/sluta");
        foreach (var role in new[] { Role.Auditor, Role.Registrar, Role.BoardMember })
        {
            var refused = await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"),
                ("Input.SuccessorId", $"{app.Cast.People[role].Id}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("kan inte ta över 1 kontroll", refused.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Occasion.HandedToId", await StillHeldAsync(app, leaver, Cast.Today));
    }

    [Theory, BothDatabases]
    public async Task A_leader_of_another_unit_does_not_get_what_lies_beyond_their_reach(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        await using (var db = app.Db())
        {
            var (person, title) = (await db.People.FirstAsync(p => p.Id == c.PersonAtB.Id),
                await db.Titles.FirstAsync(t => t.Role == Role.UnitManager));
            db.Assignments.Add(new(db.NewId(), person, title, c.B.Id, Cast.Today, null, givenBy: null));
            await db.SaveAsync(Acts.ChangePeople);
        }
        var administrator = await app.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync($"/administration/person/{c.People[Role.Performer].Id}/sluta");
        var refused = await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"), ("Input.SuccessorId", $"{c.PersonAtB.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("kan inte ta över", refused.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_same_form_twice_leads_on_and_the_last_administrator_stays(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var administrator = await app.AsAsync(Role.Administrator);
        var leaving = await administrator.GetAsync($"/administration/person/{c.People[Role.Performer].Id}/sluta");
        var closing = await administrator.GetAsync($"/administration/enhet/{c.A2.Id}/upphor");
        for (var n = 0; n < 2; n++)
        {
            Assert.Equal("/administration/personer",
                (await administrator.SubmitAsync(leaving, ("Input.LastDay", "2026-06-30"),
                    ("Input.SuccessorId", $"{c.People[Role.UnitManager].Id}"))).Location);
            Assert.Equal("/administration/enheter",
                (await administrator.SubmitAsync(closing, ("Input.LastDay", "2026-06-30"), ("Input.SuccessorId", $"{c.A.Id}"))).Location);
        }
        var own = await administrator.GetAsync($"/administration/person/{c.People[Role.Administrator].Id}/sluta");
        Assert.Contains("Ingen annan är administratör", (await administrator.SubmitAsync(own, ("Input.LastDay", "2026-06-30"))).Text,
            StringComparison.Ordinal);
        Guid mine;
        await using (var db = app.Db()) mine = (await db.Assignments.FirstAsync(a => a.PersonId == c.People[Role.Administrator].Id)).Id;
        var ended = await administrator.GetAsync($"/administration/uppdrag/{mine}/avsluta");
        Assert.Contains("Ingen annan är administratör", (await administrator.SubmitAsync(ended, ("Input.LastDay", "2026-06-30"))).Text, StringComparison.Ordinal);
        var early = await administrator.GetAsync($"/administration/enhet/{c.A.Id}/upphor");
        Assert.Contains("En kontroll gjordes på enheten 2026-04-28",
            (await administrator.SubmitAsync(early, ("Input.LastDay", "2026-04-01"), ("Input.SuccessorId", $"{c.B.Id}"))).Text,
            StringComparison.Ordinal);
        var gone = await administrator.GetAsync($"/administration/person/{c.People[Role.UnitManager].Id}/sluta");
        Assert.Contains("slutar 2026-06-30",
            (await administrator.SubmitAsync(gone, ("Input.LastDay", "2026-06-16"),
                ("Input.SuccessorId", $"{c.People[Role.Performer].Id}"))).Text,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_role_that_waits_for_a_second_person_waits_at_the_successor_too(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        await using (var db = app.Db())
        {
            var (person, title) = (await db.People.FirstAsync(p => p.Id == c.PersonAtB.Id),
                await db.Titles.FirstAsync(t => t.Role == Role.Auditor));
            db.Assignments.Add(new(db.NewId(), person, title, c.A.Id, Cast.Today, null, givenBy: c.People[Role.Administrator].Id));
            await db.SaveAsync(Acts.ChangePeople);
        }
        var administrator = await app.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync($"/administration/enhet/{c.A.Id}/upphor");
        Assert.Equal(HttpStatusCode.Redirect,
            (await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"), ("Input.SuccessorId", $"{c.A2.Id}"))).Status);
        await using var after = app.Db();
        Assert.Equal([c.A2.Id], (await after.Assignments.Include(a => a.Title)
            .Where(a => a.UnitId == c.A2.Id)
            .ToListAsync()).Select(a => a.UnitId!.Value).Distinct());
        Assert.DoesNotContain(await after.Assignments.Where(a => a.UnitId == c.A2.Id).ToListAsync(), a => a.PersonId == c.PersonAtB.Id);
        // A manager of A who goes along reaches no longer what stays on record there.
        Assert.Equal(c.People[Role.AreaManager].Id, (await after.Deviations.FirstAsync(d => d.Id == c.DeviationAtA.Id)).InvestigatorId);
        Assert.Equal((await after.Occasions.FirstAsync(o => o.Id == c.ListAtA.Id)).UnitId,
            (await after.Samples.FirstAsync(s => s.OccasionId == c.ListAtA.Id)).UnitId);
    }

    /// <summary>C lies under A, which closes into B; C's own closing before that is another matter.</summary>
    [Theory, BothDatabases]
    public async Task What_lies_under_a_unit_goes_with_it_and_comes_back_each_by_its_own_act(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var administrator = await app.AsAsync(Role.Administrator);
        async Task SendAsync(Unit unit, string page, params (string, string?)[] fields) =>
            Assert.Equal(HttpStatusCode.Redirect,
                (await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{unit.Id}{page}"), fields)).Status);
        async Task<(DateOnly? To, Guid? Parent, string Name)> OfAsync(Unit unit)
        {
            await using var db = app.Db();
            var now = await db.Units.FirstAsync(u => u.Id == unit.Id);
            return (now.To, now.ParentId, now.Name);
        }

        await SendAsync(c.A2, "/upphor", ("Input.LastDay", "2026-12-31"), ("Input.DecidedBy", "SN § 1"), ("Input.Reason", "Flyttar"));
        await SendAsync(c.AreaA, "/upphor", ("Input.LastDay", "2026-06-30"), ("Input.SuccessorId", $"{c.AreaB.Id}"));
        Assert.Equal((new DateOnly(2026, 12, 31), c.AreaB.Id), ((await OfAsync(c.A2)).To, (await OfAsync(c.A2)).Parent));
        await SendAsync(c.A2, "/oppna");
        Assert.Equal((null, new DateOnly(2026, 6, 30)), ((await OfAsync(c.A2)).To, (await OfAsync(c.AreaA)).To));
        await SendAsync(c.A, "", ("Input.Name", "Ask och Alm"), ("Input.From", "2026-08-01"));
        await SendAsync(c.AreaA, "/oppna");
        Assert.Equal((null, c.AreaA.Id), ((await OfAsync(c.AreaA)).To, (await OfAsync(c.A2)).Parent));
        Assert.Equal("Ask och Alm", (await OfAsync(c.A)).Name);
    }

    [Theory, BothDatabases]
    public async Task A_log_case_never_goes_to_whom_it_is_about(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        await using (var db = app.Db())
        {
            (await db.People.FirstAsync(p => p.Id == c.People[Role.AreaManager].Id)).KnownAs("ANV1");
            await db.SaveAsync(Acts.ChangePeople);
        }
        var administrator = await app.AsAsync(Role.Administrator);
        var left =
            await administrator.SubmitAsync(await administrator.GetAsync($"/administration/person/{c.People[Role.UnitManager].Id}/sluta"),
            ("Input.LastDay", "2026-06-20"), ("Input.SuccessorId", $"{c.People[Role.AreaManager].Id}"));
        Assert.Equal(HttpStatusCode.Redirect, left.Status);
        await using var after = app.Db();
        Assert.Equal(c.People[Role.LogReviewer].Id, (await after.LogCases.FirstAsync(l => l.Id == c.LogCaseAtA.Id)).ReviewerId);
    }

    [Theory, BothDatabases]
    public async Task What_is_done_since_stays_with_whoever_did_it_when_somebody_comes_back(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var (leaver, successor) = (c.People[Role.Performer].Id, c.People[Role.UnitManager].Id);
        var administrator = await app.AsAsync(Role.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/administration/person/{leaver}/sluta"),
            ("Input.LastDay", "2026-06-15"), ("Input.SuccessorId", $"{successor}"));
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.Redirect,
            (await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{c.OpenAtA.Id}/utfall"), ("Input.Result", "WithoutRemark"),
                ("Input.PerformedOn", "2026-06-15"), ("Input.Checked", "3"))).Status);
        app.Clock.Set(new DateOnly(2026, 7, 1));
        administrator = await app.AsAsync(Role.Administrator);
        Assert.Contains("slutade 2026-06-15",
            (await administrator.SubmitAsync(await administrator.GetAsync("/administration/person"), ("Input.Name", "Person ny"),
                ("Input.UnitId", $"{c.A.Id}"), ("Input.UserName", Cast.Users[Role.Performer]))).Text,
            StringComparison.Ordinal);
        var back = await administrator.GetAsync($"/administration/person/{leaver}/tillbaka");
        Assert.Contains("Ge dem på nytt", back.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(back);
        await using var db = app.Db();
        Assert.Equal(successor, (await db.Occasions.FirstAsync(o => o.Id == c.OpenAtA.Id)).ResponsibleId);
        Assert.Equal([leaver], await db.Occasions.Where(o => o.UnitId == c.A.Id
            && o.Result == null).Select(o => o.ResponsibleId!.Value).Distinct().ToListAsync());
        Assert.Equal(new DateOnly(2026, 6, 15), (await db.Assignments.FirstAsync(a => a.PersonId == leaver)).To);
        var again = await administrator.SubmitAsync(await administrator.GetAsync("/administration/uppdrag/nytt"),
            ("Input.PersonId", $"{leaver}"), ("Input.TitleId", $"{c.Title.Id}"), ("Input.UnitId", $"{c.A.Id}"),
            ("Input.From", "2026-07-01"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Role.Performer)).GetAsync("/kontroller")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_closed_units_later_controls_end_by_a_decision_and_come_back_when_it_goes_on(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var administrator = await app.AsAsync(Role.Administrator);
        var page = await administrator.GetAsync($"/administration/enhet/{c.A.Id}/upphor");
        var refused = await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Skriv vem som har beslutat", refused.Text, StringComparison.Ordinal);
        var before = await StatesAsync(app, c.A);
        Assert.Equal(HttpStatusCode.Redirect,
            (await administrator.SubmitAsync(page, ("Input.LastDay", "2026-06-20"), ("Input.DecidedBy", "SN § 45"),
                ("Input.Reason", "Boendet läggs ned"))).Status);
        await using (var db = app.Db())
        {
            var left = await db.Occasions.Where(o => o.UnitId == c.A.Id && o.Result == null).ToListAsync();
            Assert.All(left, o => Assert.Equal(o.To > new DateOnly(2026, 6, 20),
                o.EndedReason.Contains("SN § 45", StringComparison.Ordinal)));
            Assert.Contains((await db.Plans.Include(p => p.Changes).FirstAsync(p => p.Id == c.Plan.Id)).Changes,
                x => x.Text.StartsWith("Ask upphör 2026-06-20", StringComparison.Ordinal));
            Assert.Equal(new DateOnly(2026, 6, 20), (await db.Stores.FirstAsync(s => s.Id == c.StoreAtA.Id)).UsedTo);
            Assert.Equal(c.People[Role.AreaManager].Id, (await db.Deviations.FirstAsync(d => d.Id == c.DeviationAtA.Id)).InvestigatorId);
        }
        // May is late there, and nobody works there to be told of it.
        app.Clock.Set(new DateOnly(2026, 7, 3));
        await new LadderRound(app.Databases, app.Services.GetRequiredService<MailSettings>()).RunAsync(default);
        await using (var db = app.Db()) Assert.Empty(await db.Reminders.Where(r => r.UnitId == c.A.Id).ToListAsync());

        app.Clock.Set(Cast.Today);
        administrator = await app.AsAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.Redirect,
            (await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{c.A.Id}/oppna"))).Status);
        Assert.Equal(before, await StatesAsync(app, c.A));
        await using var after = app.Db();
        Assert.Null((await after.Units.FirstAsync(u => u.Id == c.A.Id)).To);
        Assert.Null((await after.Stores.FirstAsync(s => s.Id == c.StoreAtA.Id)).UsedTo);
    }

    [Theory, BothDatabases]
    public async Task What_a_closed_unit_would_have_done_goes_to_its_successor_with_those_who_work_there(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        Unit merged;
        await using (var db = app.Db())
        {
            merged = db.Units.Add(new(db.NewId(), "A9", "Asp", UnitKind.Unit, c.AreaA.Id, new(2026, 6, 1))).Entity;
            await db.SaveAsync(Acts.ChangeOrganisation);
        }
        var (before, waiting) = (await StatesAsync(app, c.A), await CountAsync(app, c.A));
        var administrator = await app.AsAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.Redirect,
            (await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{c.A.Id}/upphor"),
                ("Input.LastDay", "2026-06-20"), ("Input.SuccessorId", $"{merged.Id}"))).Status);
        Assert.Equal((0, waiting), (await CountAsync(app, c.A), await CountAsync(app, merged)));
        app.Clock.Set(new DateOnly(2026, 7, 2));
        var performer = await app.AsAsync(Role.Performer);
        Assert.Contains("Asp", (await performer.GetAsync("/kontroller")).Text, StringComparison.Ordinal);
        app.Clock.Set(Cast.Today);

        // Alm has the same controls itself: what Asp would have done is done there, and is not done twice.
        Assert.Equal(HttpStatusCode.Redirect,
            (await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{merged.Id}/upphor"),
                ("Input.LastDay", "2026-06-20"), ("Input.SuccessorId", $"{c.A2.Id}"))).Status);
        await using (var db = app.Db())
        {
            Assert.All(await db.Occasions.Where(o => o.UnitId == merged.Id && o.Result == null).ToListAsync(),
                o => Assert.Contains("Alm har samma kontroll", o.EndedReason, StringComparison.Ordinal));
            Assert.Equal(c.A2.Id, (await db.Stores.FirstAsync(s => s.Id == c.StoreAtA.Id)).UnitId);
        }
        await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{merged.Id}/oppna"));
        await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{c.A.Id}/oppna"));
        Assert.Equal(before, await StatesAsync(app, c.A));
    }

    [Theory, BothDatabases]
    public async Task Absences_that_overlap_or_never_end_or_whose_substitute_may_do_nothing_are_refused(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var manager = await app.AsAsync(Role.UnitManager);
        foreach (var (substitute, from, to, why) in new[]
        {
            (Role.AreaManager, "2026-07-20", "2026-07-30", "är redan borta"),
            (Role.AreaManager, "2026-08-01", "9999-12-31", "Året 9999 kan inte stämma"),
            (Role.AreaManager, "2026-08-01", "2030-08-01", "längre än 2 år"),
            (Role.AreaManager, "2026-08-01", "20226-08-05", "går inte att läsa"),
            (Role.Auditor, "2026-08-01", "2026-08-05", "Person revisor har inget uppdrag som ger rätt"),
        })
        {
            var page = await manager.GetAsync("/jag/franvaro");
            var refused = await manager.SubmitAsync(page, ("Input.PersonId", $"{c.People[Role.UnitManager].Id}"),
                ("Input.SubstituteId", $"{c.People[substitute].Id}"), ("Input.From", from), ("Input.To", to));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> StatesAsync(App app, Unit unit)
    {
        await using var db = app.Db();
        return [.. (await db.Occasions.Where(o => o.UnitId == unit.Id)
            .OrderBy(o => o.Id)
            .ToListAsync()).Select(o => $"{o.Id} {o.StateOn(Cast.Today)} {o.ResponsibleId} {o.EndedReason}")];
    }

    private static async Task<int> CountAsync(App app, Unit unit)
    {
        await using var db = app.Db();
        return await db.Occasions.CountAsync(o => o.UnitId == unit.Id
            && o.Result == null
            && o.EndedOn == null
            && o.To > new DateOnly(2026, 6, 20));
    }
}
