using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Tests.Features;

/// <summary>Two people at the same thing, or the same person twice: nothing is written over unseen, and nothing typed is lost.</summary>
public sealed class StaleFormTests
{
    [Theory, BothDatabases]
    public async Task Two_who_change_the_same_text_see_both(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var cast = app.Cast;
        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/atgarder/{cast.MeasureAtA.Id}/andra"), Stated(app));
        foreach (var (role, address, field) in new[]
        {
            (Role.Coordinator, $"/atgarder/{cast.MeasureAtA.Id}/andra", "Description"),
            (Role.Coordinator, $"/rapporter/{cast.Report.Id}/avsnitt", "OwnText"),
            (Role.Coordinator, $"/plan/2027/kontroll/{cast.Draft.Controls[0].Id}", "Description"),
        })
        {
            var (first, second) = (await app.AsAsync(role), await app.AsAsync(role));
            var (one, other) = (await first.GetAsync(address), await second.GetAsync(address));
            var saved = await second.SubmitAsync(other, ($"Input.{field}", "Den andras text."));
            Assert.True(saved.Status is HttpStatusCode.Redirect, saved.Html.QuerySelector(".fel")?.TextContent);

            var refused = await first.SubmitAsync(one, ($"Input.{field}", "Min egen text."));
            Assert.True(refused.Status is HttpStatusCode.UnprocessableEntity, $"{address}: {refused.Status}");
            Assert.Equal("Min egen text.", refused.Html.QuerySelector($"textarea[name='Input.{field}']")!.TextContent.Trim());
            Assert.Contains("Den andras text.", refused.Html.QuerySelector(".sparat-nu")!.TextContent, StringComparison.Ordinal);
            Assert.Single(refused.Html.QuerySelectorAll(".sparat-nu"));
            Assert.Contains("Den andras text.", (await second.GetAsync(address)).Text, StringComparison.Ordinal);

            // Having read both, one decides.
            Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(refused, ($"Input.{field}", "Bådas text."))).Status);
            Assert.Contains("Bådas text.", (await second.GetAsync(address)).Text, StringComparison.Ordinal);
        }
    }

    private static (string, string?)[] Stated(App app) => [("Input.OwnerId", $"{app.Cast.People[Role.UnitManager].Id}"),
        ("Input.ReportingOfficerId", $"{app.Cast.People[Role.AreaManager].Id}"), ("Input.Start", "2026-06-01"), ("Input.End", "2026-12-01")];

    [Theory, BothDatabases]
    public async Task A_report_with_a_sentence_added_after_it_was_read_is_not_signed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var address = $"/rapporter/{app.Cast.Report.Id}";
        app.Clock.Set(new(2027, 2, 1));
        var head = await app.AsAsync(Role.DepartmentHead);
        var read = await head.GetAsync($"{address}/signera");
        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/avsnitt"), ("Input.OwnText", "En mening som ingen har läst."));

        var refused = await head.SubmitAsync(read, ("Input.Read", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Rapporten har ändrats sedan du öppnade den", refused.Text, StringComparison.Ordinal);
        Assert.Contains("En mening som ingen har läst.", refused.Text, StringComparison.Ordinal);
        await using (var db = app.Db())
            Assert.Equal(ReportStatus.Draft, (await db.Reports.FirstAsync(r => r.Id == app.Cast.Report.Id)).Status);

        var signed = await head.SubmitAsync(refused, ("Input.Read", "true"));
        Assert.True(signed.Location == address, signed.Html.QuerySelector(".fel")?.TextContent);
        await using var after = app.Db();
        Assert.Contains("En mening som ingen har läst.", (await after.Reports.FirstAsync(r => r.Id == app.Cast.Report.Id)).Frozen, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_plan_changed_after_it_was_read_is_not_proposed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var head = await app.AsAsync(Role.DepartmentHead);
        var read = (await head.GetAsync("/plan/2027")).Html.QuerySelector("a[href*='/foresla']")!.GetAttribute("href")!;
        var coordinator = await app.AsAsync(Role.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/risk"), ("Input.Title", "En ny risk"), ("Input.Response", "Accept"),
            ("Input.AcceptReason", "Liten."));

        var refused = await head.SubmitAsync(await head.GetAsync(read));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("har ändrats sedan du öppnade", refused.Text, StringComparison.Ordinal);
        var proposed = await head.SubmitAsync(refused);
        Assert.True(proposed.Location == "/plan/2027", $"{proposed.Status} {proposed.Html.QuerySelector(".fel")?.TextContent}");
    }

    [Theory, BothDatabases]
    public async Task A_form_sent_twice_with_another_text_is_told_and_saved_when_one_says_so(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var nurse = await app.AsAsync(Role.UnitManager);
        var address = $"/avvikelser/{app.Cast.DeviationAtA.Id}";
        var page = await nurse.GetAsync($"{address}/skriv");
        Assert.Equal(address, (await nurse.SubmitAsync(page, ("Input.Text", "Ett."))).Location);
        Assert.Equal(address, (await nurse.SubmitAsync(page, ("Input.Text", "Ett."))).Location);
        var told = await nurse.SubmitAsync(page, ("Input.Text", "Två."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("redan sparat en gång", told.Text, StringComparison.Ordinal);
        Assert.Equal(address, (await nurse.SubmitAsync(told)).Location);
        await using var db = app.Db();
        Assert.Equal(["Ett.", "Två."], (await db.Deviations.Include(d => d.Messages).FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id))
            .Messages.OrderBy(m => m.At).ThenBy(m => m.Text).Select(m => m.Text));
    }

    [Theory, BothDatabases]
    public async Task Saved_is_said_only_when_something_was(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/atgarder/{app.Cast.MeasureAtA.Id}/andra";
        await coordinator.SubmitAsync(await coordinator.GetAsync(address), Stated(app));
        var same = await coordinator.SubmitAsync(await coordinator.GetAsync(address));
        Assert.Contains("Inget var ändrat", (await coordinator.FollowAsync(same)).Text, StringComparison.Ordinal);
        var other = await coordinator.SubmitAsync(await coordinator.GetAsync(address), ("Input.Description", "Nytt."));
        Assert.Contains("Åtgärden är sparad.", (await coordinator.FollowAsync(other)).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_calendar_address_asked_for_twice_is_one_that_works(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var page = await manager.GetAsync("/jag/kalender");
        var first = (await manager.SubmitAsync(page)).Html.QuerySelector("#adress")!.GetAttribute("value")!;
        var second = (await manager.SubmitAsync(page)).Html.QuerySelector("#adress")!.GetAttribute("value")!;
        Assert.Equal(first, second);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(new Uri(second).AbsolutePath)).Status);
        // When it has been changed since, the old button gives no address that does not work.
        await manager.SubmitAsync(await manager.GetAsync("/jag/kalender"));
        Assert.Null((await manager.SubmitAsync(page)).Html.QuerySelector("#adress"));
    }

    [Theory, BothDatabases]
    public async Task Two_messages_at_once_are_both_saved(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var one = app.Db();
        await using var other = app.Db();
        foreach (var (db, text) in new[] { (one, "Ett."), (other, "Två.") })
        {
            var deviation = await db.Deviations.FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id);
            db.Add(deviation.Say(db.NewId(), text, null, "Prov", db.Now));
        }
        await one.SaveAsync(Acts.WriteToDeviation);
        await other.SaveAsync(Acts.WriteToDeviation);
        await using var after = app.Db();
        Assert.Equal(2, (await after.Deviations.Include(d => d.Messages).FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id)).Messages.Count);
    }
}
