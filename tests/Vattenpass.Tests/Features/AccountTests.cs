using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Features;

/// <summary>Nobody becomes another, nobody is locked out by another, and nobody is told which names there are.</summary>
public sealed class AccountTests
{
    private static async Task<PageSeen> SignInAsync(Browser browser, string user, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/logga-in"), ("Input.UserName", user), ("Input.Password", password));

    private static string Told(PageSeen page) => page.Html.GetElementById("Input_UserName-fel")!.TextContent;

    [Theory, BothDatabases]
    public async Task Guessing_is_slowed_down_and_told_alike_for_every_name_and_locks_nobody_out(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        foreach (var name in new[] { "enhetschef", "finns-inte" })
            for (var n = 0; n < 5; n++) Assert.Contains("Fel användarnamn eller lösenord", Told(await SignInAsync(app.Anonymous(), name, "fel")), StringComparison.Ordinal);
        var (known, unknown) = (Told(await SignInAsync(app.Anonymous(), "enhetschef", Cast.Password)), Told(await SignInAsync(app.Anonymous(), "finns-inte", "fel")));
        Assert.Contains("Vänta 10 sekunder", known, StringComparison.Ordinal);
        Assert.Equal(known, unknown);
        // Another account from the same place is not held back, and the right password opens after the short wait.
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(app.Anonymous(), Cast.Users[Role.Coordinator], Cast.Password)).Status);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(app.Anonymous(), "enhetschef", Cast.Password)).Status);
    }

    [Theory, BothDatabases]
    public async Task An_empty_name_slows_down_nobody_else(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        for (var n = 0; n < 8; n++) await SignInAsync(app.Anonymous(), "", "");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(app.Anonymous(), "enhetschef", Cast.Password)).Status);
    }

    [Theory, BothDatabases]
    public async Task Eight_guesses_at_once_are_answered_and_counted(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var pages = new List<(Browser Browser, PageSeen Page)>();
        for (var n = 0; n < 8; n++)
        {
            var browser = app.Anonymous();
            pages.Add((browser, await browser.GetAsync("/logga-in")));
        }
        var answers = await Task.WhenAll(pages.Select(p =>
            p.Browser.SubmitAsync(p.Page, ("Input.UserName", "enhetschef"), ("Input.Password", "fel"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Contains("För många försök", Told(await SignInAsync(app.Anonymous(), "enhetschef", Cast.Password)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lösenord1234", true)]
    [InlineData("Sommar2026!!", true)]
    [InlineData("P@ssw0rd1234", true)]
    [InlineData("qwertyuiop12", true)]
    [InlineData("aaaaaaaaaaaa", true)]
    [InlineData("123456789012", true)]
    [InlineData("kommun kommun 26", true)]
    [InlineData("ett bra lösenord", false)]
    [InlineData("blå stolar vid ån", false)]
    [InlineData("8#k2!9&4Z%7@", false)]
    public async Task Weak_passwords_are_refused(string password, bool isWeak)
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var manager = await app.AsAsync(Role.UnitManager);
        var answer = await manager.SubmitAsync(await manager.GetAsync("/byt-losenord"), ("Input.Current", Cast.Password), ("Input.Password", password));
        if (password == Cast.Password) Assert.Contains("har använts förut", answer.Text, StringComparison.Ordinal);
        else Assert.Equal(isWeak, answer.Text.Contains("lätt att gissa", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_current_password_cannot_be_guessed_in_an_open_session_and_old_ones_do_not_come_back(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var page = await manager.GetAsync("/byt-losenord");
        for (var n = 0; n < 5; n++) await manager.SubmitAsync(page, ("Input.Current", "fel"), ("Input.Password", "blå stolar vid ån"));
        Assert.Contains("För många försök", (await manager.SubmitAsync(page, ("Input.Current", Cast.Password), ("Input.Password", "blå stolar vid ån"))).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        manager = await app.AsAsync(Role.UnitManager);
        await manager.SubmitAsync(await manager.GetAsync("/byt-losenord"), ("Input.Current", Cast.Password), ("Input.Password", "blå stolar vid ån"));
        Assert.Contains("har använts förut", (await manager.SubmitAsync(await manager.GetAsync("/byt-losenord"), ("Input.Current", "blå stolar vid ån"),
            ("Input.Password", Cast.Password))).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_new_password_begins_with_a_link_that_works_once_and_an_administrator_chooses_none(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var administrator = await app.AsAsync(Role.Administrator);
        var person = app.Cast.People[Role.Performer].Id;
        Assert.Empty((await administrator.GetAsync($"/administration/person/{person}")).Html.QuerySelectorAll("input[type=password]"));
        var page = await administrator.GetAsync($"/administration/person/{person}/losenord");
        var link = (await administrator.SubmitAsync(page)).Html.QuerySelector("#adress")!.GetAttribute("value")!;
        Assert.Equal(link, (await administrator.SubmitAsync(page)).Html.QuerySelector("#adress")?.GetAttribute("value"));
        // Until it is used the old password holds.
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Role.Performer)).GetAsync("/kontroller")).Status);
        var owner = app.Anonymous();
        var address = new Uri(link).AbsolutePath;
        var chosen = await owner.SubmitAsync(await owner.GetAsync(address), ("Input.Password", "blå stolar vid ån"));
        Assert.True(chosen.Location == "/", chosen.Text);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/kontroller")).Status);
        var again = app.Anonymous();
        Assert.Contains("gäller inte längre", (await again.SubmitAsync(await again.GetAsync(address), ("Input.Password", "röda stolar vid ån"))).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task For_a_top_role_one_asks_and_another_confirms(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var administrator = await app.AsAsync(Role.Administrator);
        var reviewer = app.Cast.People[Role.LogReviewer].Id;
        var address = $"/administration/person/{reviewer}/losenord";
        var asked = await administrator.SubmitAsync(await administrator.GetAsync(address));
        Assert.Equal("/administration/personer", asked.Location);
        var waiting = await administrator.GetAsync(address);
        Assert.Null(waiting.MainForm);
        Assert.Contains("ska bekräfta", waiting.Text, StringComparison.Ordinal);
        await using (var db = app.Db()) Assert.Equal("", (await db.Accounts.FirstAsync(a => a.PersonId == reviewer)).ResetSha256);
        var head = await app.AsAsync(Role.DepartmentHead);
        var link = (await head.SubmitAsync(await head.GetAsync(address))).Html.QuerySelector("#adress");
        Assert.NotNull(link);
        await using var after = app.Db();
        Assert.NotEqual("", (await after.Accounts.FirstAsync(a => a.PersonId == reviewer)).ResetSha256);
    }

    [Theory, BothDatabases]
    public async Task An_employee_id_is_ones_own_and_a_new_one_ends_the_sessions(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            (await db.People.FirstAsync(p => p.Id == app.Cast.People[Role.UnitManager].Id)).KnownAs("E1");
            await db.SaveAsync(Acts.ChangePeople);
        }
        var administrator = await app.AsAsync(Role.Administrator);
        async Task<PageSeen> GiveAsync(Role role, string id) =>
            await administrator.SubmitAsync(await administrator.GetAsync($"/administration/person/{app.Cast.People[role].Id}"), ("Input.EmployeeId", id));
        foreach (var same in new[] { "E1", "e1", "Ｅ１" })
            Assert.Contains("hör till", (await GiveAsync(Role.Performer, same)).Text, StringComparison.Ordinal);
        Assert.Contains("ändras av en annan administratör", (await GiveAsync(Role.Administrator, "E9")).Text, StringComparison.Ordinal);
        var performer = await app.AsAsync(Role.Performer);
        Assert.Equal(HttpStatusCode.Redirect, (await GiveAsync(Role.Performer, "E2")).Status);
        Assert.Contains("/logga-in", (await performer.GetAsync("/kontroller")).Location, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_last_wrote_cause_or_action_does_not_close_and_the_reporter_does_not_investigate_alone(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (manager, performer) = (app.Cast.People[Role.UnitManager].Id, app.Cast.People[Role.Performer].Id);
        await using var db = app.Db();
        Domain.Deviations.Deviation Made() => new(db.NewId(), new(app.Cast.A.Id, Domain.Field.General, "hot", "", Domain.Deviations.Severity.Serious, Cast.Today, "2026-06"), performer, db.Now);
        var one = Made();
        Assert.Throws<Refusal>(() => one.ConcludeInvestigation("a", "b", Cast.Today, performer));
        one.ConcludeInvestigation("a", "b", Cast.Today, app.Cast.People[Role.Specialist].Id);
        one.GiveFeedback("Sagt.", Cast.Today);
        one.Complete("annan orsak", "annan åtgärd", manager);
        Assert.Throws<Refusal>(() => one.Close("", Cast.Today, manager));
        one.Close("", Cast.Today, app.Cast.People[Role.AreaManager].Id);
    }
}
