using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Mail;

namespace Vattenpass.Tests.Reminders;

/// <summary>Who shall know is never nobody.</summary>
public sealed class NobodyTests
{
    [Theory, BothDatabases]
    public async Task Where_none_holds_the_title_the_nearest_leader_is_told_and_the_administrator_sees_the_gap(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var phones = app.Cast.Plan.Controls[1];
        Assert.Equal("Incidentfunktion", phones.ToldTitles);
        await using (var db = app.Db())
        {
            db.Deviations.Add(new(db.NewId(), new(app.Cast.A.Id, Domain.Field.SocialServices, "bild på sår", "", Severity.Minor, Cast.Today, "2026-H1",
                app.Cast.ListAtA.Id, phones.Key), app.Cast.People[Role.Performer].Id, db.Now));
            await db.SaveAsync(Acts.ReportDeviation);
        }
        await new LadderRound(app.Databases, new MailSettings("https://exempel.se", "", null, null)).RunAsync(default);
        await using var after = app.Db();
        Assert.Equal([app.Cast.People[Role.UnitManager].Id], await after.Reminders
            .Where(r => r.Kind == ReminderKind.Deviation && after.Deviations.Any(d => d.Id == r.DeviationId && d.Kind == "bild på sår"))
            .Select(r => r.PersonId!.Value)
            .ToListAsync());
        var administrator = await app.AsAsync(Role.Administrator);
        Assert.Contains("Incidentfunktion: får veta vid avvikelse i", (await administrator.GetAsync("/administration")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_control_told_to_two_keeps_both(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var control = app.Cast.Draft.Controls[0];
        await using (var db = app.Db())
        {
            var plan = await db.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == 2027);
            plan.Controls.First(c => c.Id == control.Id).Describe(plan.Controls.First(c => c.Id == control.Id).Content with { ToldTitles = "MAS, Kommunens jurist" });
            await db.SaveAsync(Acts.ChangePlan);
        }
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/plan/2027/kontroll/{control.Id}";
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(await coordinator.GetAsync(address), ("Input.Description", "Ny text."))).Location);
        await using var after = app.Db();
        Assert.Equal("Kommunens jurist, MAS",
            (await after.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == 2027)).Controls.First(c => c.Id == control.Id).ToldTitles);
    }
}
