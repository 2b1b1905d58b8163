using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Routines;

namespace Vattenpass.Tests.Routines;

/// <summary>The routines of the management system: where they lie and hold, what tests them, and how it went.</summary>
public sealed class RoutineTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private static Guid Id() => Guid.CreateVersion7(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static Routine Make(DateOnly? to = null, DateOnly? review = null, DateOnly? from = null, string place = "Dok 1", params NamedControl[] tests) =>
        new(Id(), Id(), new("Läkemedel", "Räkning", place, from ?? new(2026, 1, 1)) { ValidTo = to, ReviewBy = review, Tests = tests });

    [Fact]
    public void Its_own_days_say_where_a_routine_stands()
    {
        Assert.Equal(RoutineStanding.InForce, Make().StandingOn(Day));
        Assert.Equal(RoutineStanding.InForce, Make(review: Day).StandingOn(Day));
        Assert.Equal(RoutineStanding.ReviewDue, Make(review: Day.AddDays(-1)).StandingOn(Day));
        Assert.Equal(RoutineStanding.RunOut, Make(to: Day.AddDays(-1), review: new(2026, 2, 1)).StandingOn(Day));
        Assert.Equal(RoutineStanding.Coming, Make(from: Day.AddDays(1)).StandingOn(Day));
    }

    [Fact]
    public void A_routine_says_where_it_lies_and_a_link_is_one_that_may_be_opened()
    {
        Assert.True(Make(place: "https://intranat.example/r1").IsLink);
        Assert.False(Make().IsLink);
        foreach (var bad in new[] { "", "javascript://x", "file:///etc/passwd" }) Assert.Throws<Refusal>(() => Make(place: bad));
        Assert.False(Make(place: "javascript:alert(1)").IsLink);
        Assert.Throws<Refusal>(() => Make(to: new(2025, 12, 31)));
        Assert.Throws<Refusal>(() => Make(review: new(2025, 12, 31)));
        Assert.Throws<Refusal>(() => Make(to: new(2026, 2, 1), review: new(2026, 3, 1)));
    }

    [Fact]
    public void A_routine_fails_widely_when_the_latest_control_failed_in_two_units_and_not_when_one_has_put_it_right()
    {
        var (a, b) = (Id(), Id());
        RoutineResult At(Guid unit, int month, OutcomeResult result) => new(Id(), unit, "Räkning", new(2026, month, 1), result, false);
        var row = new RoutineYear(Make(), [At(a, 1, OutcomeResult.Deviation), At(b, 1, OutcomeResult.SeriousDeviation)], []);
        Assert.True(row.FailsWidely);
        Assert.False((row with { Results = [.. row.Results, At(b, 2, OutcomeResult.WithRemark)] }).FailsWidely);
        Assert.Equal(2, row.Within(new(2026, 1, 1), new(2026, 1, 31)).Results.Count);
        Assert.Empty(row.Within(new(2026, 2, 1), new(2026, 2, 28)).Results);
    }

    [Theory, BothDatabases]
    public async Task A_routine_is_registered_tested_by_a_control_and_shows_how_it_went(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var control = app.Cast.DoneAtA.Control;
        var saved = await coordinator.SubmitAsync(await coordinator.GetAsync("/rutiner/ny"), ("Input.Title", "Loggkontroll"), ("Input.Process", "Informationssäkerhet"),
            ("Input.Place", "https://intranat.example/logg"), ("Input.ValidFrom", "2026-01-01"), ("Input.OwnerId", $"{app.Cast.People[Role.Coordinator].Id}"), ("Input.ControlIds", $"{control.Id}"));
        Assert.True(saved.Location?.StartsWith("/rutiner/", StringComparison.Ordinal) == true, saved.Text);
        Guid id;
        await using (var db = app.Db())
        {
            var routine = await db.Routines.SingleAsync(r => r.Title == "Loggkontroll");
            id = routine.Id;
            Assert.Equal((control.Id, control.Title), (routine.Tests.Single().ControlId, routine.Tests.Single().Title));
        }
        var shown = await coordinator.GetAsync($"/rutiner/{id}");
        Assert.Contains(app.Cast.A.On(Cast.Today).Name, shown.Text, StringComparison.Ordinal);
        Assert.NotNull(shown.Html.QuerySelector($"a[href='/kontroller/{app.Cast.DoneAtA.Id}']"));
        var list = await coordinator.GetAsync("/rutiner");
        Assert.Contains("1 rutin prövas inte av någon kontroll", list.Text, StringComparison.Ordinal);
        Assert.Equal(["Räkning av läkemedel"], (await coordinator.GetAsync("/rutiner?visa=oprovade")).Html.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        // Everybody reads them, and only those who keep the plan change them.
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/rutiner/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/rutiner/ny")).Status);
        Assert.Contains("I rutinregistret finns 2 rutiner som gäller", (await coordinator.GetAsync($"/rapporter/{app.Cast.Report.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_must_be_changed_stays_to_be_looked_over_until_it_has_a_new_edition()
    {
        var routine = Make(to: new(2027, 12, 31), review: Day.AddDays(-1));
        Assert.Throws<Refusal>(() => routine.LookOver(null, Day.AddYears(1), "", "Ägare", Day));
        Assert.Throws<Refusal>(() => routine.LookOver(true, Day, "", "Ägare", Day));
        Assert.Throws<Refusal>(() => routine.LookOver(true, new(2028, 1, 1), "", "Ägare", Day));
        Assert.Throws<Refusal>(() => routine.LookOver(false, null, " ", "Ägare", Day));
        routine.LookOver(false, null, "Kapitel 3 stämmer inte.", "Ägare", Day);
        Assert.Equal((true, RoutineStanding.ReviewDue), (routine.MustChange, routine.StandingOn(Day)));
        routine.Describe(new(routine.Process, routine.Title, routine.Place, routine.ValidFrom) { Edition = "2", ReviewBy = Day.AddYears(1) });
        Assert.Equal((false, RoutineStanding.InForce), (routine.MustChange, routine.StandingOn(Day)));
        routine.LookOver(true, Day.AddMonths(6), "", "Ägare", Day);
        Assert.Equal((Day.AddMonths(6), 2), (routine.ReviewBy!.Value, routine.Looks.Count));
        Assert.Throws<Refusal>(() => Make(to: Day.AddDays(-1)).LookOver(true, Day.AddYears(1), "", "Ägare", Day));
    }

    [Theory, BothDatabases]
    public async Task Its_owner_looks_it_over_without_a_right_to_the_plan(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (id, owner) = (app.Cast.Routine.Id, app.Cast.People[Role.UnitManager].Id);
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/rutiner/{id}/sedd-over")).Status);
        await using (var db = app.Db())
        {
            var routine = await db.Routines.SingleAsync();
            routine.Describe(new(routine.Process, routine.Title, routine.Place, new(2026, 1, 1)) { OwnerId = owner, ReviewBy = new(2026, 1, 2) });
            await db.SaveAsync(Acts.ChangeRoutine);
        }
        Assert.NotNull((await manager.GetAsync("/")).Html.QuerySelector($"a[href='/rutiner/{id}/sedd-over']"));
        var page = await manager.GetAsync($"/rutiner/{id}/sedd-over");
        Assert.Contains("Välj om rutinen håller.", (await manager.SubmitAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(page, ("Input.Holds", "true"))).Status);
        Assert.Null((await manager.GetAsync("/")).Html.QuerySelector($"a[href='/rutiner/{id}/sedd-over']"));
        Assert.Contains("Senast sedd över", (await manager.GetAsync($"/rutiner/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync($"/rutiner/{id}/andra")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_list_makes_and_changes_routines_once_looked_at(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var unit = app.Cast.A.On(Cast.Today).Name;
        var list = $"Styrdokument 2026\nTitel;Länk;Processområde;Utgåva;Fastställd;Revideras senast;Dokumentansvarig;Gäller för\nHot och våld;https://dok.example/1;Arbetsmiljö;2;2026-02-01;mars 2027;Enhetschef som slutat;{unit}\nBasal hygien;DOK-77;Hygien;;;;;Alla\n";
        async Task<PageSeen> ReadAsync(string text, bool save) =>
            await coordinator.UploadAsync(await coordinator.GetAsync("/rutiner/las-in"), "fil", [("rutiner.csv", text)], ("spara", save ? "true" : "false"));
        var seen = await ReadAsync(list, save: false);
        Assert.Contains("2 nya rutiner av 2", seen.Text, StringComparison.Ordinal);
        Assert.Contains("är ingen person i Vattenpass", seen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(seen, ("spara", "true"))).Status);
        await ReadAsync(list.Replace(";2;2026-02-01", ";3;2026-02-01", StringComparison.Ordinal), save: true);
        await using (var db = app.Db())
        {
            var threat = await db.Routines.SingleAsync(r => r.Title == "Hot och våld");
            Assert.Equal(("3", "Arbetsmiljö", new DateOnly(2027, 3, 31), app.Cast.A.Id), (threat.Edition, threat.Process, threat.ReviewBy!.Value, threat.ForUnits.Single()));
            Assert.Equal(("Hygien", 0), ((await db.Routines.SingleAsync(r => r.Title == "Basal hygien")).Process, (await db.Routines.SingleAsync(r => r.Title == "Basal hygien")).ForUnits.Count));
        }
        var wrong = await ReadAsync("Rutin;Plats;Gäller från;Enheter\nNy;DOK-1;32 maj;Ingenstans\n;DOK-2;;\n", save: true);
        Assert.Contains("Rad 2, gäller från: ”32 maj” är inget datum", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("”Ingenstans” finns inte i organisationen", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Rad 3, rutin: namnet saknas", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("ingen kolumn som heter plats", (await ReadAsync("Rutin;Ägare\nA;B\n", save: true)).Text, StringComparison.Ordinal);
        await using var after = app.Db();
        Assert.False(await after.Routines.AnyAsync(r => r.Title == "Ny"));
    }

    [Theory, BothDatabases]
    public async Task A_deviation_names_its_routine_and_whoever_may_not_see_the_deviation_does_not_see_it_there(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (routine, deviation) = (app.Cast.Routine, app.Cast.DeviationAtA);
        var manager = await app.AsAsync(Role.UnitManager);
        var page = await manager.GetAsync($"/avvikelser/{deviation.Id}/rutin");
        var named = await manager.SubmitAsync(page, ("Input.RoutineId", $"{routine.Id}"));
        Assert.True(named.Location == $"/avvikelser/{deviation.Id}", named.Text);
        Assert.Contains("Rör rutinen Räkning av läkemedel", (await manager.GetAsync($"/avvikelser/{deviation.Id}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await manager.GetAsync($"/rutiner/{routine.Id}")).Html.QuerySelector($"a[href='/avvikelser/{deviation.Id}']"));
        await using (var db = app.Db()) Assert.Equal(deviation.Id, (await db.RoutineFindings.SingleAsync()).DeviationId);
        // Another unit's deviation cannot be named, and the routine's page shows none of it.
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/avvikelser/{app.Cast.DeviationAtB.Id}/rutin")).Status);
        Assert.Null((await (await app.AsAsync(Role.Registrar)).GetAsync($"/rutiner/{routine.Id}")).Html.QuerySelector($"a[href='/avvikelser/{deviation.Id}']"));
        await manager.SubmitAsync(await manager.GetAsync($"/avvikelser/{deviation.Id}/rutin"), ("Input.RoutineId", ""));
        await using var after = app.Db();
        Assert.Empty(await after.RoutineFindings.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_risk_names_the_routines_that_meet_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/plan/2027/risk/{app.Cast.Draft.Risks[0].Id}";
        async Task<bool> IsNamedAsync()
        {
            await using var db = app.Db();
            return (await db.Routines.SingleAsync()).RiskIds.Contains(app.Cast.Draft.Risks[0].Id);
        }
        await coordinator.SubmitAsync(await coordinator.GetAsync(address), ("Input.RoutineIds", $"{app.Cast.Routine.Id}"));
        Assert.True(await IsNamedAsync());
        Assert.NotNull((await coordinator.GetAsync(address)).Html.QuerySelector("input[name='Input.RoutineIds'][checked]"));
        await coordinator.SubmitAsync(await coordinator.GetAsync(address), ("Input.RoutineIds", null));
        Assert.False(await IsNamedAsync());
    }

    [Theory, BothDatabases]
    public async Task A_control_elsewhere_or_from_before_the_routine_held_says_nothing_of_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var done = app.Cast.DoneAtA;
        NamedControl[] tests = [new(done.ControlId, done.Control.Key, done.Control.Title)];
        var owner = app.Cast.People[Role.Coordinator].Id;
        async Task<int> ResultsAsync(Action<Routine, RoutineContent> change)
        {
            await using var db = app.Db();
            var routine = await db.Routines.SingleAsync();
            change(routine, new(routine.Process, routine.Title, routine.Place, new(2026, 1, 1)) { OwnerId = owner, Tests = tests });
            await db.SaveAsync(Acts.ChangeRoutine);
            return (await Web.Features.Routines.RoutineReader.ReadAsync(db, done.PerformedOn!.Value.Year, default)).Single().Results.Count(r => r.OccasionId == done.Id);
        }
        Assert.Equal(1, await ResultsAsync((r, c) => r.Describe(c)));
        Assert.Equal(1, await ResultsAsync((r, c) => r.Describe(c with { ForUnits = [app.Cast.A.Id] })));
        Assert.Equal(0, await ResultsAsync((r, c) => r.Describe(c with { ForUnits = [app.Cast.B.Id] })));
        Assert.Equal(0, await ResultsAsync((r, c) => r.Describe(c with { ValidFrom = done.PerformedOn!.Value.AddDays(1) })));
    }

    [Theory, BothDatabases]
    public async Task A_routine_that_deviations_name_stays_and_its_owner_is_not_lost_when_it_is_changed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        await using (var db = app.Db())
        {
            db.RoutineFindings.Add(new(db.NewId(), await db.Routines.SingleAsync(), app.Cast.DeviationAtA));
            var routine = await db.Routines.SingleAsync();
            routine.Describe(new(routine.Process, routine.Title, routine.Place, routine.ValidFrom) { OwnerId = app.Cast.People[Role.Performer].Id });
            (await db.People.SingleAsync(p => p.Id == app.Cast.People[Role.Performer].Id)).Leave(Cast.Today.AddDays(-1));
            await db.SaveAsync(Acts.SetUpDemo);
        }
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/rutiner/{app.Cast.Routine.Id}/andra"), ("Input.Edition", "2"));
        Assert.Contains("1 avvikelse rör rutinen", (await coordinator.GetAsync($"/rutiner/{app.Cast.Routine.Id}/ta-bort")).Text, StringComparison.Ordinal);
        await using var after = app.Db();
        var kept = await after.Routines.SingleAsync();
        Assert.Equal(("2", app.Cast.People[Role.Performer].Id), (kept.Edition, kept.OwnerId!.Value));
    }

    [Theory, BothDatabases]
    public async Task The_owner_is_asked_when_a_routine_is_to_be_looked_over_and_it_can_be_removed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            var routine = await db.Routines.SingleAsync();
            routine.Describe(new(routine.Process, routine.Title, routine.Place, routine.ValidFrom) { OwnerId = app.Cast.People[Role.Coordinator].Id, ReviewBy = Cast.Today.AddDays(-1) });
            await db.SaveAsync(Acts.ChangeRoutine);
        }
        var coordinator = await app.AsAsync(Role.Coordinator);
        Assert.Contains("Rutin, ska ses över", (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 rutin ska ses över", (await coordinator.GetAsync("/rutiner")).Text, StringComparison.Ordinal);
        var removed = await coordinator.SubmitAsync(await coordinator.GetAsync($"/rutiner/{app.Cast.Routine.Id}/ta-bort"));
        Assert.Equal("/rutiner", removed.Location);
        await using var after = app.Db();
        Assert.Empty(await after.Routines.ToListAsync());
    }
}
