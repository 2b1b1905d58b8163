using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Tests.Features;

/// <summary>The parts of the year as each role does them, over HTTP without script.</summary>
public sealed class YearTests
{
    [Theory, BothDatabases]
    public async Task A_plan_goes_from_draft_to_adopted_through_three_people(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/risk"), ("Input.Title", "Fel i fakturor"),
            ("Input.Response", "Accept"), ("Input.AcceptReason", "Liten skada."));
        Assert.Equal("/plan/2027", made.Location);

        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.Redirect,
            (await manager.SubmitAsync(await manager.GetAsync($"/plan/2027/risk/{app.Cast.Risk.Id}/vardera"), ("Input.Likelihood", "4"),
                ("Input.Consequence", "3"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/plan/2027/risk")).Status);

        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SubmitAsync(await head.GetAsync("/plan/2027/foresla"))).Status);

        var registrar = await app.AsAsync(Role.Registrar);
        var adopted = await registrar.SubmitAsync(await registrar.GetAsync("/plan/2027/faststall"), ("Input.Date", "2026-06-15"),
            ("Input.Paragraph", "88"), ("Input.RegistryNumber", "SN 2026/77"), ("Input.Reporter", "Utvecklingsledare"), ("Input.TookPart", "Sekreterare"), ("Input.ChangesBy", "Arbetsutskottet"));
        Assert.Equal("/plan/2027", adopted.Location);
        var decided = (await coordinator.GetAsync("/plan/2027")).Text;
        foreach (var said in new[] { "Utvecklingsledare", "Sekreterare", "Arbetsutskottet" }) Assert.Contains(said, decided, StringComparison.Ordinal);
        Assert.DoesNotContain("efter att året hade börjat", decided, StringComparison.Ordinal);

        await using var db = app.Db();
        var plan = await db.Plans.Include(p => p.Risks).FirstAsync(p => p.Year == 2027);
        Assert.Equal((PlanStatus.Adopted, 12), (plan.Status, plan.Risks.First(r => r.Id == app.Cast.Risk.Id).Score!.Value));
        Assert.Equal(36, await db.Occasions.CountAsync(o => o.PlanId == plan.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/risk"), ("Input.Title", "För sent"))).Status);
    }

    [Theory, BothDatabases]
    public async Task A_draft_loses_a_control_and_then_its_risk_but_not_the_risk_first(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var (risk, control) = (app.Cast.Risk.Id, app.Cast.Draft.Controls[0].Id);
        Assert.Contains("Risken har kontroller.",
            (await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/risk/{risk}/ta-bort"))).Text, StringComparison.Ordinal);
        Assert.Equal("/plan/2027",
            (await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/kontroll/{control}/ta-bort"))).Location);
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/risk/{risk}/ta-bort"))).Location);
        await using var db = app.Db();
        var plan = await db.Plans.Include(p => p.Risks).Include(p => p.Controls).FirstAsync(p => p.Year == 2027);
        Assert.Empty(plan.Risks);
        Assert.Empty(plan.Controls);
        Assert.Equal(2, await db.Trail.CountAsync(e => e.Change == Vattenpass.Web.Data.Trail.Change.Deleted));
    }

    [Theory, BothDatabases]
    public async Task All_well_is_registered_with_the_form_as_it_stands(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/utfall");
        var sent = await performer.SubmitAsync(form);
        Assert.Equal($"/kontroller/{app.Cast.OpenAtA.Id}", sent.Location);
        Assert.Contains("Utfallet är registrerat.", (await performer.FollowAsync(sent)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_fault_makes_outcome_deviation_and_suggested_measure_in_one_submit_and_twice_makes_one(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/utfall");
        (string, string?)[] filled = [("Input.Result", "Deviation"), ("Input.Checked", "5"), ("Input.Deviating", "2"),
            ("Input.Kind", "obehörig åtkomst"), ("Input.SuggestedMeasure", "Påminn på APT")];
        Assert.Equal(HttpStatusCode.Redirect, (await performer.SubmitAsync(form, filled)).Status);
        Assert.Equal($"/kontroller/{app.Cast.OpenAtA.Id}", (await performer.SubmitAsync(form, filled)).Location);

        await using var db = app.Db();
        Assert.Equal(2, await db.Deviations.CountAsync(d => d.OccasionId == app.Cast.OpenAtA.Id));
        Assert.Equal(1, await db.Measures.CountAsync(m => m.Title == "Påminn på APT"));
        Assert.Equal(1, await db.Trail.CountAsync(e => e.Act == "utfall.registrera"
            && e.ObjectType == "Outcome"
            && e.ActorId == app.Cast.People[Role.Performer].Id));
    }

    [Theory, BothDatabases]
    public async Task A_contradiction_comes_back_at_its_field_with_all_that_was_typed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/utfall");
        var back = await performer.SubmitAsync(form, ("Input.Result", "Deviation"), ("Input.Checked", "1"), ("Input.Deviating", "3"),
            ("Input.Kind", "annat"), ("Input.Description", "tre av en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.StartsWith("Fel:", back.Html.Title, StringComparison.Ordinal);
        Assert.Equal("3 med avvikelse är fler än de 1 kontrollerade.", back.Html.GetElementById("Input_Deviating-fel")!.TextContent);
        Assert.Equal("tre av en", back.Html.QuerySelector("textarea[name='Input.Description']")!.TextContent.Trim());
        await using var db = app.Db();
        Assert.Null((await db.Occasions.FirstAsync(o => o.Id == app.Cast.OpenAtA.Id)).Result);
    }

    [Theory, BothDatabases]
    public async Task A_correction_keeps_the_first_version(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var form = await manager.GetAsync($"/kontroller/{app.Cast.DoneAtA.Id}/ratta");
        Assert.Equal(HttpStatusCode.Redirect,
            (await manager.SubmitAsync(form, ("Input.CorrectionReason", "räknade fel"), ("Input.Result", "WithoutRemark"),
                ("Input.Deviating", "0"), ("Input.Checked", "4"))).Status);
        await using var db = app.Db();
        Assert.Equal(2, (await db.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == app.Cast.DoneAtA.Id)).Outcomes.Count);
        Assert.True((await db.Deviations.FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id)).Withdrawn);
    }

    [Theory, BothDatabases]
    public async Task The_performer_cannot_approve_but_the_manager_can(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await (await app.AsAsync(Role.Performer)).GetAsync($"/kontroller/{app.Cast.DoneAtA.Id}/godkann")).Status);
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.Redirect,
            (await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{app.Cast.DoneAtA.Id}/godkann"))).Status);
    }

    [Theory, BothDatabases]
    public async Task A_check_handed_to_another_moves_to_their_list(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/lamna-over");
        Assert.DoesNotContain(Cast.Canary, form.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect,
            (await performer.SubmitAsync(form, ("Input.PersonId", $"{app.Cast.People[Role.LogReviewer].Id}"))).Status);
        var reviewer = await app.AsAsync(Role.LogReviewer);
        Assert.Contains($"/kontroller/{app.Cast.OpenAtA.Id}", (await reviewer.GetAsync("/")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect,
            (await reviewer.SubmitAsync(await reviewer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/utfall"))).Status);
    }

    [Theory, BothDatabases]
    public async Task A_person_of_another_unit_cannot_be_handed_a_check(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var back = await performer.SubmitAsync(await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/lamna-over"),
            ("Input.PersonId", $"{app.Cast.PersonAtB.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
    }

    [Theory, BothDatabases]
    public async Task A_deviation_is_investigated_fed_back_and_closed_in_three_steps(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var address = $"/avvikelser/{app.Cast.DeviationAtA.Id}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SubmitAsync(await manager.GetAsync($"{address}/avsluta"))).Status);
        await manager.SubmitAsync(await manager.GetAsync($"{address}/utred"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await manager.SubmitAsync(await manager.GetAsync($"{address}/klar"), ("Input.Cause", ""))).Status);
        await manager.SubmitAsync(await manager.GetAsync($"{address}/klar"), ("Input.Cause", "Otydlig rutin"),
            ("Input.ActionTaken", "Genomgång"));
        await manager.SubmitAsync(await manager.GetAsync($"{address}/aterkoppla"), ("Input.Text", "Till utvecklingsledaren"));
        await manager.SubmitAsync(await manager.GetAsync($"{address}/bedom"), ("Input.Kind", "PersonalDataIncident"), ("Input.Answer", "No"), ("Input.Text", "Ingen uppgift lämnade enheten"));
        Assert.Equal(address, (await manager.SubmitAsync(await manager.GetAsync($"{address}/avsluta"))).Location);
        await using var db = app.Db();
        var deviation = await db.Deviations.FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id);
        Assert.Equal((Cast.Today, InvestigationState.Concluded, true),
            (deviation.ClosedOn!.Value, deviation.Investigation, deviation.FeedbackGiven));
    }

    [Theory, BothDatabases]
    public async Task A_suggested_measure_gets_an_owner_and_is_followed_up(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var address = $"/atgarder/{app.Cast.MeasureAtA.Id}";
        var owner = $"{app.Cast.People[Role.UnitManager].Id}";
        var back = await manager.SubmitAsync(await manager.GetAsync($"{address}/andra"), ("Input.OwnerId", owner),
            ("Input.Start", "2026-06-01"), ("Input.End", "2026-09-30"), ("Input.Checkpoints", "2026-10-01"));
        Assert.Contains("Avstämningsdatum ska ligga mellan start och slut.", back.Text, StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync($"{address}/andra"), ("Input.OwnerId", owner), ("Input.Start", "2026-06-01"),
            ("Input.End", "2026-09-30"), ("Input.Checkpoints", "2026-08-01"));
        await manager.SubmitAsync(await manager.GetAsync($"{address}/folj-upp"), ("Input.Status", "Ongoing"), ("Input.Text", "Påbörjad."));
        Assert.Contains("Pågående", (await manager.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_report_is_written_signed_sent_and_then_read_by_the_board(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var address = $"/rapporter/{app.Cast.Report.Id}";
        var member = await app.AsAsync(Role.BoardMember);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(address)).Status);

        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/avsnitt?nyckel=loggkontroll"),
            ("Input.OwnText", "Rutinen är <b>otydlig</b>."), ("Input.Proposals", "Ny rutin."));
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync($"{address}/signera")).Status);
        Assert.Contains("av de 15 som skulle vara gjorda", (await coordinator.GetAsync(address)).Text, StringComparison.Ordinal);

        var early = await app.AsAsync(Role.DepartmentHead);
        Assert.Contains("Perioden är inte slut.",
            (await early.SubmitAsync(await early.GetAsync($"{address}/signera"), ("Input.Read", "true"))).Text, StringComparison.Ordinal);
        app.Clock.Set(new(2027, 1, 20));
        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SubmitAsync(await head.GetAsync($"{address}/signera"))).Status);
        Assert.Equal(address, (await head.SubmitAsync(await head.GetAsync($"{address}/signera"), ("Input.Read", "true"))).Location);

        // What happens afterwards does not reach the frozen report.
        var performer = await app.AsAsync(Role.Performer);
        await performer.SubmitAsync(await performer.GetAsync($"/kontroller/{app.Cast.OpenAtA.Id}/utfall"));
        var frozen = await head.GetAsync(address);
        Assert.Contains("2 av 36 (6 %)", frozen.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;otydlig", frozen.Body, StringComparison.Ordinal);

        member = await app.AsAsync(Role.BoardMember);
        var registrar = await app.AsAsync(Role.Registrar);
        Assert.Equal(address, (await registrar.SubmitAsync(await registrar.GetAsync($"{address}/skicka"),
            ("Input.RegistryNumber", "SN 2026/55"))).Location);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync(address)).Status);
        await using var db = app.Db();
        var report = await db.Reports.Include(r => r.Files).FirstAsync(r => r.Id == app.Cast.Report.Id);
        Assert.Equal((ReportStatus.Sent, 5), (report.Status, report.Files.Count));
        Assert.Equal((await member.GetAsync($"{address}/fil/pdf")).Bytes, report.Files.First(f => f.Format == "pdf").Bytes);
        Assert.Contains(app.Cast.DoneAtA.Id.ToString(), report.FrozenRows, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_user_is_told_the_same_as_a_wrong_password(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = app.Anonymous();
        var unknown = await browser.SubmitAsync(await browser.GetAsync("/logga-in"), ("Input.UserName", "finns-inte"),
            ("Input.Password", "fel"));
        var wrong = await browser.SubmitAsync(await browser.GetAsync("/logga-in"), ("Input.UserName", "enhetschef"),
            ("Input.Password", "fel"));
        Assert.Equal(unknown.Html.GetElementById("Input_UserName-fel")!.TextContent,
            wrong.Html.GetElementById("Input_UserName-fel")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task An_ended_assignment_bites_at_the_next_click(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/avvikelser")).Status);
        await using var db = app.Db();
        (await db.Assignments.FirstAsync(a => a.PersonId == app.Cast.People[Role.UnitManager].Id)).End(Cast.Today.AddDays(-1));
        await db.SaveAsync(Acts.ChangePeople);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/avvikelser")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_top_role_counts_only_when_a_second_person_has_confirmed_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var administrator = await app.AsAsync(Role.Administrator);
        var own = await administrator.SubmitAsync(await administrator.GetAsync($"/administration/uppdrag/{app.Cast.Waiting.Id}/bekrafta"));
        Assert.Contains("kan inte själv bekräfta", own.Text, StringComparison.Ordinal);
        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal(HttpStatusCode.Redirect,
            (await head.SubmitAsync(await head.GetAsync($"/administration/uppdrag/{app.Cast.Waiting.Id}/bekrafta"))).Status);
        await using var db = app.Db();
        Assert.False((await db.Assignments.FirstAsync(a => a.Id == app.Cast.Waiting.Id)).AwaitsSecond);
    }
}
