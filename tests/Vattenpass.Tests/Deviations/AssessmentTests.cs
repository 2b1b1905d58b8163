using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Features.Reminders;

namespace Vattenpass.Tests.Deviations;

/// <summary>What the law asks of a deviation is answered before it is closed; a small one may be closed into a measure; and more than the serious may be told at once.</summary>
public sealed class AssessmentTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static Guid Id() => Guid.CreateVersion7(At);

    private static Deviation Make(Field field, Severity severity, string key = "", string kind = "fel") =>
        new(Id(), new(Id(), field, kind, "", severity, Today, "2026-05", ControlKey: key), null, At);

    [Fact]
    public void What_is_asked_follows_from_kind_and_gravity_and_the_last_answer_holds()
    {
        Assert.Equal([Assessment.LexSarah], ControlKinds.AsksOf(Make(Field.SocialServices, Severity.Serious)));
        Assert.Equal([Assessment.LexMaria], ControlKinds.AsksOf(Make(Field.HealthCare, Severity.Serious)));
        Assert.Equal([Assessment.PersonalDataIncident], ControlKinds.AsksOf(Make(Field.Access, Severity.Minor, LogControl.ControlKey)));
        Assert.Empty(ControlKinds.AsksOf(Make(Field.SocialServices, Severity.Minor)));
        var serious = Make(Field.SocialServices, Severity.Serious);
        Assert.Throws<Refusal>(() => serious.Assess(new(Assessment.LexSarah, true, Today, "", "", "Chef"), Today));
        Assert.Throws<Refusal>(() => serious.Assess(new(Assessment.LexSarah, false, Today, "", "", "Chef"), Today));
        Assert.Throws<Refusal>(() => serious.Assess(new(Assessment.LexSarah, true, Today.AddDays(1), "SAS", "", "Chef"), Today));
        Assert.Throws<Refusal>(() => serious.Assess(new(Assessment.LexSarah, true, Today, "SAS", "19121212-1212", "Chef"), Today));
        serious.Assess(new(Assessment.LexSarah, false, Today, "", "Ingen kom till skada", "Chef"), Today);
        serious.Assess(new(Assessment.LexSarah, true, Today, "SAS och registrator", "dnr 12", "Chef"), Today);
        Assert.Empty(ControlKinds.UnansweredOf(serious));
        Assert.Equal("lex Sarah: lämnad till SAS och registrator 2026-05-04 (dnr 12)", serious.AssessedAs(Assessment.LexSarah)!.Sentence());
        Assert.Equal(2, serious.Assessments.Count);
        // Who took it over decides from then on.
        Assert.Throws<Refusal>(() => serious.Assess(new(Assessment.LexSarah, false, Today, "", "Ångrar mig", "Chef"), Today));
    }

    [Fact]
    public void A_small_one_is_closed_into_a_measure_with_cause_and_feedback_and_a_serious_one_is_not()
    {
        var small = Make(Field.General, Severity.Minor);
        Assert.Throws<Refusal>(() => small.TransferTo(Id(), "Ny rutin", "", "Tack", Today, null));
        var fresh = Make(Field.General, Severity.Minor);
        var measure = Id();
        fresh.TransferTo(measure, "Ny rutin", "Otydlig rutin", "Det görs i åtgärden", Today, null);
        Assert.True(fresh is { IsClosed: true, FeedbackGiven: true } && fresh.TransferredToId == measure);
        Assert.Throws<Refusal>(() => Make(Field.General, Severity.Serious).TransferTo(Id(), "Ny rutin", "a", "b", Today, null));
    }

    [Theory, BothDatabases]
    public async Task It_is_not_closed_before_the_law_is_answered_and_a_small_one_goes_into_a_measure(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Guid serious, small;
        await using (var db = app.Db())
        {
            Deviation New(Severity severity, string what) => db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Field.SocialServices, what, "", severity, Cast.Today, "2026-06"), app.Cast.People[Role.Performer].Id, db.Now)).Entity;
            var (grave, slight) = (New(Severity.Serious, "utebliven insats"), New(Severity.Minor, "skylten saknas"));
            grave.ConcludeInvestigation("Sjukdom", "Ny vikarie", Cast.Today, app.Cast.People[Role.AreaManager].Id);
            grave.GiveFeedback("Tack", Cast.Today);
            (serious, small) = (grave.Id, slight.Id);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Contains("Bedöm lex Sarah", (await manager.GetAsync($"/avvikelser/{serious}")).Text, StringComparison.Ordinal);
        Assert.Contains("Bedömningen saknas: lex Sarah", (await manager.SubmitAsync(await manager.GetAsync($"/avvikelser/{serious}/avsluta"))).Text, StringComparison.Ordinal);
        var assess = await manager.GetAsync($"/avvikelser/{serious}/bedom");
        Assert.Contains("samma dag till SAS och registrator", assess.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(assess, ("Input.Kind", "LexSarah"), ("Input.Answer", "HandedOver"), ("Input.To", "SAS och registrator"), ("Input.Text", "SN 2026/12"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(await manager.GetAsync($"/avvikelser/{serious}/avsluta"))).Status);

        var transfer = await manager.GetAsync($"/avvikelser/{small}/overfor");
        var open = transfer.Html.QuerySelectorAll("select[name='Input.MeasureId'] option").Select(o => o.GetAttribute("value")).First(v => v is { Length: > 0 })!;
        Assert.Contains("Välj en öppen åtgärd", (await manager.SubmitAsync(transfer, ("Input.MeasureId", $"{app.Cast.MeasureAtB.Id}"), ("Input.Cause", "Glömd"), ("Input.Feedback", "Tack"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(transfer, ("Input.MeasureId", open), ("Input.Cause", "Glömd"), ("Input.Feedback", "Tack"))).Status);
        Assert.Contains("Överförd till åtgärden", (await manager.GetAsync($"/avvikelser/{small}")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_kind_that_the_municipality_has_named_is_told_at_once_to_those_it_names(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var rules = await coordinator.GetAsync("/paminnelser/regler");
        Assert.Contains("finns inte", (await coordinator.SubmitAsync(rules, ("Input.AtOnce", "hot: Kommundirektör"))).Text, StringComparison.Ordinal);
        var title = await TitleAsync(app, Role.AreaManager);
        Assert.Equal("/paminnelser", (await coordinator.SubmitAsync(rules, ("Input.AtOnce", $"Hot: {title}"))).Location);
        await using (var db = app.Db())
        {
            db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Field.General, "hot", "", Severity.Minor, Cast.Today, "2026-06"), app.Cast.People[Role.Performer].Id, db.Now));
            db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Field.General, "buller", "", Severity.Minor, Cast.Today, "2026-06"), app.Cast.People[Role.Performer].Id, db.Now));
            await db.SaveAsync(Acts.ReportDeviation);
        }
        for (var n = 0; n < 2; n++) await new SeriousRound(app.Databases, new("https://exempel.se", "", null, null)).RunAsync(default);
        await using var after = app.Db();
        var told = await after.Reminders.Where(r => r.Kind == ReminderKind.SeriousDeviation).Select(r => r.PersonId!.Value).ToListAsync();
        Assert.Equal(new[] { Role.UnitManager, Role.AreaManager }.Select(r => app.Cast.People[r].Id).Order(), told.Order());
        Assert.All(await after.Mails.ToListAsync(), m => Assert.DoesNotContain("allvarlig", m.Text + m.Subject, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> TitleAsync(App app, Role role)
    {
        await using var db = app.Db();
        return await db.Titles.Where(t => t.Role == role).Select(t => t.Name).FirstAsync();
    }
}
