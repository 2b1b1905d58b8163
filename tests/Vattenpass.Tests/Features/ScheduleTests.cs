using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Features;

public sealed class ScheduleTests
{
    [Theory, BothDatabases]
    public async Task A_new_schedule_moves_what_is_untouched_ahead_and_nothing_else(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/plan/2026/kontroll/{app.Cast.Control.Id}/schema";
        Dictionary<Guid, (DateOnly, DateOnly, OutcomeResult?)> before;
        await using (var db = app.Db()) before = await db.Occasions.Where(o => o.ControlId == app.Cast.Control.Id)
            .ToDictionaryAsync(o => o.Id, o => (o.Opens, o.Due, o.Result));

        var page = await coordinator.GetAsync(address);
        var preview = await coordinator.SubmitAsync(page, ("Input.Months", "7"), ("Input.DaysAfter", "20"), ("spara", "false"));
        Assert.Contains("varje månad utom juli, klar senast 20 dagar efter månadens slut. 18 flyttas och 3 utgår. Inget är sparat än.", preview.Text,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await coordinator.SubmitAsync(page, ("Input.Months", "7"), ("spara", "true"))).Status);
        var saved = await coordinator.SubmitAsync(page, ("Input.Months", "7"), ("Input.DaysAfter", "20"), ("Input.DecidedBy", "SN § 45"),
            ("Input.Reason", "Sommaren är lugn."), ("spara", "true"));
        Assert.Equal("/plan/2026", saved.Location);

        await using var after = app.Db();
        foreach (var occasion in await after.Occasions.Where(o => o.ControlId == app.Cast.Control.Id).ToListAsync())
        {
            var (opens, due, result) = before[occasion.Id];
            if (result is not null || due < Cast.Today)
                Assert.Equal((opens, due, (DateOnly?)null), (occasion.Opens, occasion.Due, occasion.EndedOn));
            else if (occasion.PeriodKey == "2026-07") Assert.Equal(Cast.Today, occasion.EndedOn);
            else Assert.Equal(due.AddDays(10), occasion.Due);
        }
        Assert.Contains("Beslutat av SN § 45: Sommaren är lugn.",
            (await after.Plans.Include(p => p.Changes).FirstAsync(p => p.Year == 2026)).Changes.Single().Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Role.UnitManager)).GetAsync(address)).Status);
    }

    private static readonly (string, string?)[] EachProvider =
        [("Input.Title", "Avtal följs upp"), ("Input.Scope", nameof(ScopeKind.Objects)), ("Input.Register", "utförare"), ("Input.UnitOfCount", "avtal"), ("Input.PerformerTitle", "Enhetschef")];

    private static async Task ImportAsync(App app, string rows)
    {
        await using var db = app.Db();
        var result = await new RegisterImporter(db).RunAsync([("f.csv", System.Text.Encoding.UTF8.GetBytes(rows))], 2027, Provenance.Unknown,
            dryRun: false, true);
        Assert.Empty(result.Errors);
    }

    private static async Task AdoptAsync(App app)
    {
        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal("/plan/2027", (await head.SubmitAsync(await head.GetAsync("/plan/2027/foresla"))).Location);
        var registrar = await app.AsAsync(Role.Registrar);
        Assert.Equal("/plan/2027", (await registrar.SubmitAsync(await registrar.GetAsync("/plan/2027/faststall"), ("Input.Date", "2026-06-15"),
            ("Input.Paragraph", "88"), ("Input.RegistryNumber", "SN 2026/77"))).Location);
    }

    private static async Task<List<string>> LaidOutAsync(App app, string title)
    {
        await using var db = app.Db();
        return [.. (await db.Occasions.Where(o => o.Control.Title == title && o.EndedOn == null).ToListAsync())
            .OrderBy(o => o.ObjectKey, StringComparer.Ordinal).ThenBy(o => o.Due).Select(o => $"{o.ObjectKey} {o.Opens:MM-dd}–{o.Due:MM-dd}")];
    }

    [Theory, BothDatabases]
    public async Task Each_object_has_its_time_from_the_date_in_its_own_row_and_follows_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/plan/2027/kontroll");
        (string, string?)[] schedule = [("Input.Recurrence", nameof(RecurrenceKind.AfterDate)), ("Input.Column", "avtal_till"), ("Input.Offset", "2"),
            ("Input.OffsetSide", "Before")];
        var wrong = await coordinator.SubmitAsync(page, [.. EachProvider, .. schedule.Where(f => f.Item1 != "Input.Column"), ("Input.Column", "slutdatum")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Det har avtal_till", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(page, [.. EachProvider.Where(f => f.Item1 != "Input.Scope"), .. schedule, ("Input.Scope", "Units")])).Status);
        Assert.Contains("utan minus", (await coordinator.SubmitAsync(page, [.. EachProvider, .. schedule.Where(f => f.Item1 != "Input.Offset"), ("Input.Offset", "-2")])).Text,
            StringComparison.Ordinal);
        var gone = await coordinator.SubmitAsync(page, [.. EachProvider, .. schedule, ("Input.RiskId", $"{app.Cast.Plan.Id}")]);
        Assert.Contains("Risken finns inte längre", gone.Text, StringComparison.Ordinal);
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(page, [.. EachProvider, .. schedule])).Location);
        Assert.Contains("2 månader före ”avtal_till”", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);

        await ImportAsync(app, "utförare;ansvarig_enhet;avtal_till\nA;Ask;2027-06-30\nB;Ask;2029-12-31\nC;Ask;\n");
        await AdoptAsync(app);
        Assert.Equal(["A 03-30–04-30"], await LaidOutAsync(app, "Avtal följs upp"));
        Assert.Contains("Utan tillfälle: Avtal följs upp, 1 rad i registret.", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);

        await ImportAsync(app, "utförare;ansvarig_enhet;avtal_till\nA;Ask;2027-08-31\nB;Ask;2027-03-31\nC;Ask;\n");
        Assert.Equal(["A 05-30–06-30", "B 12-31–01-31"], await LaidOutAsync(app, "Avtal följs upp"));
    }

    [Theory, BothDatabases]
    public async Task Each_object_is_checked_as_often_as_its_class_says(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        (string, string?)[] classes = [("Input.Recurrence", nameof(RecurrenceKind.ByClass)), ("Input.ClassColumn", "verksamhet"),
            ("Input.Classes", "hemtjänst: varje kvartal\nHVB: varje halvår")];
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/kontroll"), [.. EachProvider, .. classes])).Location);
        await ImportAsync(app, "utförare;ansvarig_enhet;verksamhet\nA;Ask;Hemtjänst\nB;Ask;HVB\nC;Ask;daglig verksamhet\n");
        await AdoptAsync(app);
        Assert.Equal(["A", "A", "A", "A", "B", "B"], (await LaidOutAsync(app, "Avtal följs upp")).Select(o => o[..1]));
        Assert.Contains("Utan tillfälle: Avtal följs upp, 1 rad i registret.", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_control_lies_on_units_of_an_activity_and_follows_what_a_unit_does(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/plan/2027/kontroll");
        (string, string?)[] scope = [("Input.Title", "Hygien"), ("Input.PerformerTitle", "Enhetschef"), ("Input.Scope", nameof(ScopeKind.UnitsOfActivity)), ("Input.Recurrence", nameof(RecurrenceKind.Year))];
        Assert.Contains("Välj minst en verksamhetsform", (await coordinator.SubmitAsync(page, scope)).Text, StringComparison.Ordinal);
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(page, [.. scope, ("Input.Activities", Activities.Residential)])).Location);
        Assert.Contains("varje enhet med särskilt boende", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);
        await AdoptAsync(app);
        Assert.Empty(await LaidOutAsync(app, "Hygien"));

        // A unit that turns out to do it gets its occasion; a new one that nobody has said anything of is told.
        var administrator = await app.AsAsync(Role.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{app.Cast.A.Id}"), ("Input.Activity", Activities.Residential));
        Assert.Single(await LaidOutAsync(app, "Hygien"));
        await administrator.SubmitAsync(await administrator.GetAsync("/administration/enhet"), ("Input.Name", "Avenbok"), ("Input.Code", "A7"),
            ("Input.ParentId", $"{app.Cast.AreaA.Id}"));
        Assert.Contains("En enhet saknar verksamhetsform: Avenbok", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);
        var bad = await administrator.SubmitAsync(await administrator.GetAsync($"/administration/enhet/{app.Cast.A.Id}"), ("Input.Activity", "rymdfart"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
    }

    [Theory, BothDatabases]
    public async Task Taking_an_occasion_out_is_a_decision_with_a_reason_and_never_of_one_that_is_done(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/ta-bort");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(page)).Status);
        await coordinator.SubmitAsync(page, ("Input.DecidedBy", "Förvaltningschefen"), ("Input.Reason", "Enheten är stängd."));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/kontroller/{app.Cast.DoneAtA.Id}/ta-bort")).Status);
        await using var db = app.Db();
        Assert.Equal("borttaget efter beslut av Förvaltningschefen: Enheten är stängd.",
            (await db.Occasions.FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).EndedReason);
        Assert.Contains("Borttaget tillfälle",
            (await db.Plans.Include(p => p.Changes).FirstAsync(p => p.Year == 2026)).Changes.Single().Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_extra_check_moves_no_due_date_and_is_in_no_denominator(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        DateOnly due;
        await using (var db = app.Db()) due = (await db.Occasions.FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).Due;
        var made = await manager.SubmitAsync(await manager.GetAsync("/kontroller/extra"), ("Input.ControlId", $"{app.Cast.Control.Id}"),
            ("Input.UnitId", $"{app.Cast.A.Id}"));
        var page = await manager.FollowAsync(made);
        Assert.Contains("gjord utanför planen", page.Text, StringComparison.Ordinal);
        await using var after = app.Db();
        Assert.Equal((due, false),
            ((await after.Occasions.FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).Due,
                (await after.Occasions.FirstAsync(o => o.Id == Guid.Parse(made.Location!.Split('/')[2]))).Planned));
    }

    [Theory, BothDatabases]
    public async Task Whoever_leaves_hands_over_what_is_not_done_and_keeps_what_is(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        var administrator = await app.AsAsync(Role.Administrator);
        var done =
            await administrator.SubmitAsync(await administrator.GetAsync($"/administration/person/{c.People[Role.Performer].Id}/sluta"),
            ("Input.LastDay", "2026-06-30"), ("Input.SuccessorId", $"{c.People[Role.UnitManager].Id}"));
        Assert.Equal("/administration/personer", done.Location);
        await using var db = app.Db();
        var all = await db.Occasions.Include(o => o.Outcomes).Where(o => o.UnitId == c.A.Id).ToListAsync();
        Assert.All(all.Where(o => o.Result is null), o => Assert.Equal(c.People[Role.UnitManager].Id, o.ResponsibleId));
        Assert.All(all.Where(o => o.Result is not null),
            o => Assert.Equal((c.People[Role.Performer].Id, c.People[Role.Performer].Id), (o.ResponsibleId, o.Current!.PerformerId)));
        Assert.Equal(new DateOnly(2026, 6, 30), (await db.Assignments.FirstAsync(a => a.PersonId == c.People[Role.Performer].Id)).To);
        Assert.NotEmpty(await db.Trail.Where(e => e.Act == Acts.HandOverEverything.Key && e.ObjectType == "Occasion").ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_calendar_is_read_by_its_secret_address_until_it_is_taken_back(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var page = await performer.SubmitAsync(await performer.GetAsync("/jag/kalender"));
        var address = new Uri(page.Html.QuerySelector("#adress")!.GetAttribute("value")!).AbsolutePath;
        var calendar = System.Text.Encoding.UTF8.GetString((await app.Anonymous().GetAsync(address)).Bytes);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains($"UID:{app.Cast.OpenAtA.Id}@vattenpass", calendar.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain(app.Cast.OpenAtB.Id.ToString(), calendar.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Person ", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
        await performer.SubmitAsync(await performer.GetAsync("/jag/kalender"), ("Input.Remove", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync(address)).Status);
    }

    [Theory, BothDatabases]
    public async Task What_a_decision_took_out_stays_out_and_a_schedule_that_comes_back_brings_its_occasions(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var removed = app.Cast.ListAtA.Id;
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/kontroller/{removed}/ta-bort"), ("Input.DecidedBy", "SN § 45"),
            ("Input.Reason", "Inga telefoner kvar."));
        var address = $"/plan/2026/kontroll/{app.Cast.Control.Id}/schema";
        (string, string?)[] decision = [("Input.DecidedBy", "SN § 46"), ("Input.Reason", "Prov."), ("spara", "true")];
        await coordinator.SubmitAsync(await coordinator.GetAsync(address), [.. decision, ("Input.Recurrence", "EachQuarter")]);
        await coordinator.SubmitAsync(await coordinator.GetAsync(address), [.. decision, ("Input.Recurrence", "EachMonth")]);
        await using (var db = app.Db())
        {
            Assert.Equal(36, await db.Occasions.CountAsync(o => o.ControlId == app.Cast.Control.Id
                && o.EndedOn == null
                && !o.PeriodKey.StartsWith("2026-K")));
            await new Vattenpass.Web.Features.Registers.RegisterImporter(db)
                .RunAsync([("t.csv", "telefon-id;enhet;område\nask-1;Ask;\nKANARIE-B-1;Bok;\nNY1;Ask;\n"u8.ToArray())], 2026,
                    Domain.Registers.Provenance.Unknown, dryRun: false);
        }
        await using var after = app.Db();
        Assert.StartsWith("borttaget efter beslut av SN § 45", (await after.Occasions.FirstAsync(o => o.Id == removed)).EndedReason,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Two_extra_checks_of_objects_with_one_name_hinder_no_import(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var area = await app.AsAsync(Role.AreaManager);
        foreach (var unit in new[] { app.Cast.A, app.Cast.A2 })
            Assert.StartsWith("/kontroller/",
                (await area.SubmitAsync(await area.GetAsync("/kontroller/extra"), ("Input.ControlId", $"{app.Cast.Plan.Controls[1].Id}"),
                    ("Input.UnitId", $"{unit.Id}"), ("Input.Object", "Reservtelefon"))).Location,
                StringComparison.Ordinal);
        await using var db = app.Db();
        var result = await new Vattenpass.Web.Features.Registers.RegisterImporter(db)
            .RunAsync([("t.csv", "telefon-id;enhet;område\nask-1;Ask;\nKANARIE-B-1;Bok;\nNY1;Ask;\n"u8.ToArray())], 2026,
                Domain.Registers.Provenance.Unknown, dryRun: false);
        Assert.Empty(result.Errors);
        var performer = await app.AsAsync(Role.Performer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await performer.SubmitAsync(await performer.GetAsync("/kontroller/extra"), ("Input.ControlId", $"{app.Cast.Control.Id}"),
                ("Input.UnitId", $"{app.Cast.B.Id}"))).Status);
    }

    [Theory, BothDatabases]
    public async Task A_substitute_cannot_give_herself_somebody_elses_things_for_longer(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (performer, reviewer) = (app.Cast.People[Role.Performer], app.Cast.People[Role.LogReviewer]);
        await using (var db = app.Db())
        {
            db.Absences.Add(new(db.NewId(), await db.People.FirstAsync(p => p.Id == performer.Id), reviewer.Id, Cast.Today, Cast.Today, []));
            await db.SaveAsync(Acts.RegisterAbsence);
        }
        var substitute = await app.AsAsync(Role.LogReviewer);
        var tried = await substitute.SubmitAsync(await substitute.GetAsync("/jag/franvaro"), ("Input.PersonId", $"{performer.Id}"),
            ("Input.SubstituteId", $"{reviewer.Id}"), ("Input.From", "2026-06-15"), ("Input.To", "2036-06-15"));
        Assert.NotEqual(HttpStatusCode.Redirect, tried.Status);
    }
}
