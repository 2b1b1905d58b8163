using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Tests;

/// <summary>The running app on either database, with the cast in place, and a client signed in as any role.</summary>
public sealed class App : IAsyncDisposable
{
    private static readonly Passwords FastPasswords = new(rounds: 1);
    private readonly WebApplication web;
    private readonly string folder;

    public Databases Databases { get; }
    public FixedClock Clock { get; }
    public Cast Cast { get; }
    public IServiceProvider Services => web.Services;

    private App(WebApplication web, Databases databases, FixedClock clock, Cast cast, string folder)
    {
        this.web = web;
        Databases = databases;
        Clock = clock;
        Cast = cast;
        this.folder = folder;
    }

    public static async Task<App> StartAsync(DatabaseKind kind)
    {
        var clock = new FixedClock(new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
        var (databases, folder, cast) = await TestDatabases.WithCastAsync(kind, clock, FastPasswords);
        var host = Hosting.Build(databases, clock, isDemo: false, adjust: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.Replace(ServiceDescriptor.Singleton(FastPasswords));
        });
        await host.StartAsync();
        return new(host, databases, clock, cast, folder);
    }

    /// <summary>A clean installation with one administrator, who is alone and has the given password to begin with.</summary>
    public static async Task<(App App, string Password)> StartCleanAsync(DatabaseKind kind, string user)
    {
        var (databases, folder, connection) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        databases.Dispose();
        using var told = new StringWriter();
        Assert.Equal(0, await Web.Commands.CommandLine.RunAsync(["admin", user, "--alone", "--data", folder], TextWriter.Null, told, connection));
        var again = new Databases(folder, connection, TimeProvider.System);
        var host = Hosting.Build(again, TimeProvider.System, isDemo: false, adjust: builder => builder.WebHost.UseTestServer());
        await host.StartAsync();
        return (new(host, again, new(TimeProvider.System.GetUtcNow()), null!, folder), told.ToString().Split("lösenord: ")[1].Split()[0].TrimEnd('.'));
    }

    public VattenpassDb Db() => Databases.OpenAsSystem("test");

    public Browser Anonymous() =>
        new(new(new CookieContainerHandler(new CookieContainer())
        {
            InnerHandler = web.GetTestServer()
            .CreateHandler()
        })
        { BaseAddress = new("http://localhost") });

    public async Task<Browser> AsAsync(Role role)
    {
        var browser = Anonymous();
        var page = await browser.GetAsync("/logga-in");
        var answer = await browser.SubmitAsync(page, ("Input.UserName", Cast.Users[role]), ("Input.Password", Cast.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        TestDatabases.Remove(Databases, folder);
    }
}

/// <summary>A person's browser without script: gets pages, fills in the form that is there and sends it.</summary>
public sealed class Browser(HttpClient http)
{
    public async Task<PageSeen> GetAsync(string address) => await SeeAsync(address, await http.GetAsync(address));

    public async Task<PageSeen> SendAsync(HttpRequestMessage request) =>
        await SeeAsync(request.RequestUri!.ToString(), await http.SendAsync(request));

    /// <summary>Sends the page's main form as it stands, with the given fields changed. A field with the value null is left out.</summary>
    public async Task<PageSeen> SubmitAsync(PageSeen page, params (string Name, string? Value)[] changes)
    {
        var form = page.MainForm ?? throw new InvalidOperationException($"{page.Address} ({(int)page.Status}) has no form.");
        return await SubmitAsync(page, form, changes);
    }

    /// <summary>Sends the first form of a page where none carries a submission key, such as a sign-in.</summary>
    public Task<PageSeen> SubmitFirstAsync(PageSeen page, params (string Name, string? Value)[] changes) =>
        SubmitAsync(page, page.Html.QuerySelectorAll<IHtmlFormElement>("main form").First(), changes);

    /// <summary>Sends the form of one object on a page with many.</summary>
    public Task<PageSeen> SubmitRowAsync(PageSeen page, string key, params (string Name, string? Value)[] changes) =>
        SubmitAsync(page,
            page.Html.QuerySelectorAll<IHtmlFormElement>("main form")
                .First(f => f.QuerySelector("[name='Input.Key']")?.GetAttribute("value") == key),
            changes);

    private async Task<PageSeen> SubmitAsync(PageSeen page, IHtmlFormElement form, (string Name, string? Value)[] changes)
    {
        var fields = PageSeen.Fields(form)
            .Where(f => changes.All(c => c.Name != f.Key))
            .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!)))
            .ToList();
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Address;
        using var content = new FormUrlEncodedContent(fields);
        return await SeeAsync(action, await http.PostAsync(action, content));
    }

    /// <summary>Sends the main form with files chosen.</summary>
    public Task<PageSeen> UploadAsync(PageSeen page, string field, IEnumerable<(string Name, string Text)> files, params (string Name, string? Value)[] changes) =>
        UploadFilesAsync(page, field, files.Select(f => (f.Name, System.Text.Encoding.UTF8.GetBytes(f.Text))), changes);

    public Task<PageSeen> UploadFilesAsync(PageSeen page, string field, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string? Value)[] changes) =>
        UploadFilesAsync(page, files.Select(f => (field, f.Name, f.Bytes)), changes);

    /// <summary>Sends the main form with files chosen, as their bytes are.</summary>
    public async Task<PageSeen> UploadFilesAsync(PageSeen page, IEnumerable<(string Field, string Name, byte[] Bytes)> files, params (string Name, string? Value)[] changes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in PageSeen.Fields(page.MainForm!)
            .Where(f => changes.All(c => c.Name != f.Key))
            .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!))))
            content.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        return await SeeAsync(page.Address, await http.PostAsync(page.Address, content));
    }

    /// <summary>Sends the main form with one file chosen, as its bytes are.</summary>
    public Task<PageSeen> UploadBytesAsync(PageSeen page, string field, string fileName, byte[] bytes, params (string Name, string? Value)[] changes) =>
        UploadFilesAsync(page, [(field, fileName, bytes)], changes);

    /// <summary>Sends the main form with a file in each of several fields.</summary>
    public Task<PageSeen> UploadManyAsync(PageSeen page, IEnumerable<(string Field, string Name, string Text)> files, params (string Name, string? Value)[] changes) =>
        UploadFilesAsync(page, files.Select(f => (f.Field, f.Name, System.Text.Encoding.UTF8.GetBytes(f.Text))), changes);

    public async Task<PageSeen> FollowAsync(PageSeen page) =>
        await GetAsync(page.Location
            ?? throw new InvalidOperationException($"{page.Address} did not redirect: {(int)page.Status}. {page.Text}"));

    private static async Task<PageSeen> SeeAsync(string address, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var isText = answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true;
        var body = isText ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        return new(address, answer.StatusCode, answer.Headers.Location?.ToString(), body, bytes, answer);
    }
}

public sealed record PageSeen(string Address, HttpStatusCode Status, string? Location, string Body, byte[] Bytes,
    HttpResponseMessage Answer)
{
    private static readonly HtmlParser Parser = new();
    private IHtmlDocument? html;

    /// <summary>Read when somebody looks: most of the pages that a fence opens are only asked for.</summary>
    public IHtmlDocument Html => html ??= Parser.ParseDocument(Body);

    public string Text => Html.Body?.TextContent ?? "";
    public IHtmlFormElement? MainForm =>
        Html.QuerySelectorAll<IHtmlFormElement>("main form")
            .FirstOrDefault(f => string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase)
                && f.QuerySelector("[name=Submission]") is not null);

    public static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        var elsewhere = form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"input[form={id}], select[form={id}], textarea[form={id}]") : Enumerable.Empty<IElement>();
        foreach (var input in form.QuerySelectorAll("input, select, textarea").Concat(elsewhere))
        {
            var name = input.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (input)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick: if (tick.IsChecked) yield return new(name, tick.Value); break;
                case IHtmlInputElement { Type: "file" or "submit" }: break;
                case IHtmlInputElement text: yield return new(name, text.Value); break;
                case IHtmlSelectElement select: foreach (var option in select.Options.Where(o => o.IsSelected)) yield return new(name, option.Value); break;
                case IHtmlTextAreaElement area: yield return new(name, area.Value); break;
            }
        }
    }
}
