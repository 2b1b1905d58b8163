using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Bench.Logs;
using Vattenpass.Domain.Registers;
using Vattenpass.Web;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

// Measures what the product promises: ./do bench. Nothing here is a test; figures depend on the machine.
const int Rounds = 20;
if (args is ["log-part", var part, var logs]) return LogParts.Run(part, logs);
if (args is ["log", ..]) return await LogBench.RunAsync(args[1..]);
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
var folder = Directory.CreateTempSubdirectory("vattenpass-bench-").FullName;

await Measure("demo: build the whole municipality", 1,
    () => DemoCommand.EnsureAsync(clock => new Databases(folder, null, clock), SwedishTime.DayOf(TimeProvider.System.GetUtcNow()),
        TextWriter.Null, default));
await ReadAsync();
await ImportAsync();
using var databases = new Databases(folder, null, TimeProvider.System);
await using var web = Hosting.Build(databases, TimeProvider.System, isDemo: true, urls: "http://127.0.0.1:0");
await web.StartAsync();
await PagesAsync(web.Urls.First());
Directory.Delete(folder, recursive: true);
return 0;

async Task ReadAsync()
{
    const int rows = 200_000;
    var text = "telefon-id;enhet;område;modell;innehavare\n" + string.Concat(Enumerable.Range(0, rows).Select(n => $"T{n:000000};Enhet {n % 50};SÄBO;Modell {n % 7};Befattning {n % 20}\n"));
    var bytes = System.Text.Encoding.UTF8.GetBytes(text);
    await Measure($"read: csv, {rows:N0} rows of five columns ({bytes.Length / 1e6:N0} MB)", 3,
        () => Task.FromResult(SheetReader.Read("t.csv", bytes, KindsInUse.BuiltIn.Knows).Rows.Count));
    var target = Directory.CreateTempSubdirectory("vattenpass-bench-").FullName;
    using var fresh = new Databases(target, null, TimeProvider.System);
    await fresh.MigrateAsync();
    var phones = System.Text.Encoding.UTF8.GetBytes("telefon-id;enhet\n" + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"T{n:000000};Enhet {n % 50}\n")));
    await Measure("import: 20 000 register rows, with trail", 1, async () =>
    {
        await using var db = fresh.OpenAsSystem("bench");
        await new RegisterImporter(db).RunAsync([("t.csv", phones)], 2024, Provenance.Unknown, dryRun: false);
    });
    Console.WriteLine($"peak memory so far: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
}

async Task ImportAsync()
{
    var fixtures = Path.GetFullPath("tests/fixtures/helar-2024");
    var files = Directory.EnumerateFiles(fixtures, "*.csv").Select(f => (Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
    var target = Directory.CreateTempSubdirectory("vattenpass-bench-").FullName;
    using var fresh = new Databases(target, null, TimeProvider.System);
    await fresh.MigrateAsync();
    await Measure("import: 4 178 register rows, with trail", 1,
        async () =>
        {
            await using var db = fresh.OpenAsSystem("bench"); await new RegisterImporter(db)
            .RunAsync(files, 2024, Provenance.Unknown, dryRun: false);
        });
    await Measure("import: the same again, nothing changes", 3,
        async () =>
        {
            await using var db = fresh.OpenAsSystem("bench"); await new RegisterImporter(db)
            .RunAsync(files, 2024, Provenance.Unknown, dryRun: false);
        });
}

async Task PagesAsync(string address)
{
    await using var db = databases.OpenAsSystem("bench");
    var year = db.Today.Year;
    var report = await db.Reports.OrderBy(r => r.StartedAt).FirstAsync();
    var draft = await db.Reports.OrderByDescending(r => r.StartedAt).FirstAsync();
    using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(address) };
    var token = Regex.Match(await http.GetStringAsync(new Uri("/logga-in", UriKind.Relative)),
        "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Value.Split('"')[^1];
    using var signIn = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("user", "utvecklingsledare")]);
    (await http.PostAsync(new Uri("/logga-in?handler=Demo", UriKind.Relative), signIn)).EnsureSuccessStatusCode();
    foreach (var page in new[] { "/", "/kontroller?visa=alla", "/tackning", "/avvikelser?visa=alla", "/atgarder", $"/plan/{year}",
        $"/nyckeltal/{year - 1}", "/rapporter", $"/rapporter/{report.Id}", $"/rapporter/{draft.Id}", $"/rapporter/{report.Id}/fil/pdf",
        "/register", "/handelselogg", "/arshjul", "/paminnelser", "/stickprov", "/tidsfrister", "/tidsfrister/rapport", "/bibliotek",
        "/kontroller/tid", "/apt" })
        await Measure($"page: {page}", Rounds,
            async () => (await http.GetAsync(new Uri(page, UriKind.Relative))).EnsureSuccessStatusCode());
}

static async Task Measure(string what, int rounds, Func<Task> work)
{
    if (rounds > 3) await work();
    var times = new List<double>();
    for (var n = 0; n < rounds; n++)
    {
        var watch = Stopwatch.StartNew();
        await work();
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-75} median {times[times.Count / 2],8:0.0} ms   max {times[^1],8:0.0} ms"));
}
