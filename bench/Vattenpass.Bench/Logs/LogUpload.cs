using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Web;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Bench.Logs;

/// <summary>A log sent to the running product as a browser does it, until its summary can be read.</summary>
public static partial class LogUpload
{
    private static readonly (string Field, string File)[] Files = [("logg", "log.csv"), ("bemanning", "bemanning.csv"),
        ("roller", "personal.csv"), ("placeringar", "vardrelation.csv"), ("pass", "pass.csv"), ("enheter", "enheter.csv")];

    public static async Task<double> SecondsAsync(string logs)
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-bench-").FullName;
        await DemoCommand.EnsureAsync(clock => new Databases(folder, null, clock), SwedishTime.DayOf(TimeProvider.System.GetUtcNow()),
            TextWriter.Null, default);
        using var databases = new Databases(folder, null, TimeProvider.System);
        await using var web = Hosting.Build(databases, TimeProvider.System, isDemo: true, urls: "http://127.0.0.1:0",
            adjust: b => b.Services.AddHostedService(s => s.GetRequiredService<LogWorker>()));
        await web.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(web.Urls.First()) };
        using var signIn = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(http, "/logga-in")), new("user", "loggranskare")]);
        (await http.PostAsync(new Uri("/logga-in?handler=Demo", UriKind.Relative), signIn)).EnsureSuccessStatusCode();
        var token = await TokenAsync(http, "/loggkontroll/las-in");

        var watch = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Mätning"), "Input.System" },
            { new StringContent("2024-01-01"), "Input.From" }, { new StringContent("2024-12-31"), "Input.To" },
            { new StringContent("jag"), "Input.Reviewer" },
        };
        foreach (var (field, file) in Files) form.Add(new StreamContent(File.OpenRead(Path.Combine(logs, file))), field, file);
        var answer = await http.PostAsync(new Uri("/loggkontroll/las-in", UriKind.Relative), form);
        while (!(await answer.Content.ReadAsStringAsync()).Contains("att bed", StringComparison.Ordinal))
        {
            if (watch.Elapsed.TotalSeconds > 60) throw new InvalidOperationException("The log was not gone through.");
            await Task.Delay(50);
            answer = await http.GetAsync(answer.RequestMessage!.RequestUri);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await web.StopAsync();
        databases.Dispose();
        Directory.Delete(folder, recursive: true);
        return seconds;
    }

    private static async Task<string> TokenAsync(HttpClient http, string page) =>
        Token().Match(await http.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
