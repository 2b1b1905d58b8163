using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Tests.Features;

/// <summary>Writing outlives the session, also without script, and comes back only to the one who wrote.</summary>
public sealed class KeptFormTests
{
    private const string Written = "Uppföljt med gruppen.\n- ny rutin på plats";

    /// <summary>The coordinator writes in a report, the session ends, and the form is sent.</summary>
    private static async Task<(Browser Browser, PageSeen Asked)> SendTooLateAsync(App app, string accept = "text/html")
    {
        var browser = await app.AsAsync(Role.Coordinator);
        var form = await browser.GetAsync($"/rapporter/{app.Cast.Report.Id}/avsnitt");
        // The cookie tells the time by the machine's clock; a changed stamp ends a session all the same.
        await using (var db = app.Db())
        {
            (await db.Accounts.SingleAsync(a => a.UserName == Cast.Users[Role.Coordinator])).EndSessions("annan");
            await db.SaveAsync(Acts.SignIn);
        }
        var fields = PageSeen.Fields(form.MainForm!).Where(f => f.Key != "Input.OwnText").Append(new("Input.OwnText", Written)).ToList();
        async Task<PageSeen> PostAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Accept", accept);
            return await browser.SendAsync(request);
        }
        var sent = await PostAsync(form.Address);
        // A browser sends the same form on when it is told to.
        return (browser, sent.Status is HttpStatusCode.TemporaryRedirect ? await PostAsync(sent.Location!) : sent);
    }

    private static Task<PageSeen> SignInAsync(Browser browser, PageSeen asked, string user, string password) =>
        browser.SubmitFirstAsync(asked, ("Input.UserName", user), ("Input.Password", password));

    [Theory, BothDatabases]
    public async Task What_was_written_is_shown_after_the_sign_in_and_saved_by_one_press(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (browser, asked) = await SendTooLateAsync(app);
        Assert.Contains("Det du skrev finns kvar", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Uppföljt med gruppen", asked.Body, StringComparison.Ordinal);

        var wrong = await SignInAsync(browser, asked, Cast.Users[Role.Coordinator], "fel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var signedIn = await SignInAsync(browser, wrong, Cast.Users[Role.Coordinator], Cast.Password);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, KeptForm.Back), (signedIn.Status, signedIn.Location));
        var back = await ResendAsync(browser, KeptForm.Back, wrong);
        // Loading the page again shows it again.
        Assert.Equal(back.Text, (await ResendAsync(browser, KeptForm.Back, wrong)).Text);
        Assert.Contains("Uppföljt med gruppen.", back.Text, StringComparison.Ordinal);
        Assert.Contains("Inget är sparat än", back.Text, StringComparison.Ordinal);

        var saved = await browser.SubmitFirstAsync(back);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        await using var db = app.Db();
        var report = await db.Reports.Include(r => r.Sections).SingleAsync(r => r.Id == app.Cast.Report.Id);
        Assert.Contains(report.Sections, s => s.OwnText.ReplaceLineEndings("\n") == Written);
    }

    /// <summary>The form of a page sent to another address, as a browser does when it is told to send it on.</summary>
    private static async Task<PageSeen> ResendAsync(Browser browser, string address, PageSeen page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(PageSeen.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.Html.QuerySelector("main form[method=post]")!)),
        };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Origin", "http://localhost");
        return await browser.SendAsync(request);
    }

    [Theory, BothDatabases]
    public async Task A_page_opened_under_another_sign_in_gives_its_form_back(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (browser, asked) = await SendTooLateAsync(app);
        // In another tab the same person has signed in already; now this tab's sign-in, and then a form opened before, are sent.
        await SignInAsync(browser, await browser.GetAsync("/logga-in"), Cast.Users[Role.Coordinator], Cast.Password);
        var late = await ResendAsync(browser, "/logga-in", asked);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, late.Status);
        Assert.Contains("Uppföljt med gruppen.", (await ResendAsync(browser, late.Location!, asked)).Text, StringComparison.Ordinal);

        var form = await browser.GetAsync($"/rapporter/{app.Cast.Report.Id}/avsnitt");
        await using (var db = app.Db())
        {
            (await db.Accounts.SingleAsync(a => a.UserName == Cast.Users[Role.Coordinator])).EndSessions("tredje");
            await db.SaveAsync(Acts.SignIn);
        }
        await SignInAsync(browser, await browser.GetAsync("/logga-in"), Cast.Users[Role.Coordinator], Cast.Password);
        var old = await ResendAsync(browser, form.Address, form);
        Assert.StartsWith(KeptForm.Back, old.Location, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Another_person_at_the_same_screen_does_not_get_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (browser, asked) = await SendTooLateAsync(app);
        var other = await SignInAsync(browser, asked, Cast.Users[Role.Auditor], Cast.Password);
        Assert.Equal((HttpStatusCode.Redirect, $"/rapporter/{app.Cast.Report.Id}/avsnitt"), (other.Status, other.Location));
    }

    [Theory, BothDatabases]
    public async Task A_form_from_nobody_and_an_answer_from_script_go_to_the_ordinary_sign_in(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Assert.StartsWith("/logga-in?", new Uri(new("http://localhost"), (await SendTooLateAsync(app, accept: "application/json")).Asked.Location).PathAndQuery, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/logga-in/igen?till=/avvikelser/ny")
        {
            Content = new FormUrlEncodedContent([new("Input.Kind", "skrivet av en annan webbplats")]),
        };
        var stranger = await app.Anonymous().SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
    }
}
