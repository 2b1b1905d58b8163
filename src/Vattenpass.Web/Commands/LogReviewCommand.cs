using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Web.Commands;

/// <summary>Explains every access of a log, and lists the few that need a person. Needs no database.</summary>
public static class LogReviewCommand
{
    private static readonly Option<FileInfo?> Log = Need("--log",
        "Åtkomstloggen: tidpunkt;anvandare;klient;enhet;handelse;modul;system;orsak;loggid.");
    private static readonly Option<FileInfo?> Staff = Need("--staff", "Bemanningen: anvandare;enhet;fran;till.");
    private static readonly Option<FileInfo?> Roles = Need("--roles", "Rollerna: anvandare;roll.");
    private static readonly Option<FileInfo?> Placements = Need("--placements", "De enskildas placeringar: klient;enhet;fran;till.");
    private static readonly Option<FileInfo?> Shifts = May("--shifts", "Schemat: anvandare;enhet;start;slut.");
    private static readonly Option<FileInfo?> Units = May("--units", "Enheterna: enhet;typ, gärna med overordnad.");
    private static readonly Option<FileInfo?> Mandates = May("--mandates",
        "Förordnanden: anvandare;enhet;fran;till. Gäller enheten och allt under den.");
    private static readonly Option<FileInfo?> Visits = May("--visits", "Planerade besök: anvandare;klient;datum.");
    private static readonly Option<FileInfo?> Tickets = May("--tickets",
        "Systemförvaltningens ärenden: anvandare;klient;fran;till;arende.");
    private static readonly Option<FileInfo?> Own = May("--own-records", "Anställda som själva har en journal: anvandare;klient.");
    private static readonly Option<FileInfo?> Protected = May("--protected", "Enskilda med skyddade uppgifter: klient;fran;till.");
    private static readonly Option<string[]> Profile =
        new("--profile") { Description = "Kolumnprofil för loggen (Lifecare, Procapita, Treserva, Viva, Nationell logg eller en egen) eller för ett av registren. Kan anges flera gånger.", HelpName = "namn" };
    private static readonly Option<string?> User =
        new("--user") { Description = "Användaren, när loggen gäller en enda och inte har någon kolumn för den.", HelpName = "id" };
    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Antal trådar. Svaret är detsamma.",
        DefaultValueFactory = _ => 1,
        HelpName = "antal"
    };
    private static readonly Option<int> ChunkSize = new("--chunk")
    {
        Description = "Läs så många byte i taget. Svaret är detsamma.",
        DefaultValueFactory = _ => LogRunOptions.StandardChunk,
        HelpName = "byte"
    };
    private static readonly Option<string?> Seed =
        new("--seed") { Description = "Frö för att lotta bland förklarade åtkomster. Bestäm det innan loggen läses.", HelpName = "text" };
    private static readonly Option<bool> NoShiftTest =
        new("--no-shift-test") { Description = "Pröva inte om åtkomsten ligger inom ett pass." };
    private static readonly Option<DirectoryInfo?> Out =
        new("--out") { Description = "Mapp för queue.csv, register.csv och draw.csv.", HelpName = "mapp" };

    public static Command Make()
    {
        var command = new Command("log-review", "Förklarar åtkomster i en logg och listar de få som behöver granskas.")
            { Log, Staff, Roles, Placements, Shifts, Units, Mandates, Visits, Tickets, Own, Protected, Profile, User, Threads, ChunkSize, Seed, NoShiftTest, Out };
        command.SetAction((parsed, stop) => RunAsync(parsed, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        Refusal.If(parsed.GetValue(Threads) is < 1 or > 256, "Antalet trådar ska vara 1–256.");
        Refusal.If(parsed.GetValue(ChunkSize) is < 64 or > 1 << 28, "Läs 64 byte till 256 MB i taget.");
        var (json, error) = (parsed.GetValue(CommandLine.Json), parsed.InvocationConfiguration.Error);
        var shows = !Console.IsErrorRedirected;
        var rules = new ReviewRules { MustBeOnShift = !parsed.GetValue(NoShiftTest) };
        var (profiles, own, pseudonyms) = await ProfilesAsync(parsed, stop);
        var wanted = (parsed.GetValue(Profile) ?? []).FirstOrDefault(n => !own.Any(p => p.Name.Equals(n, StringComparison.OrdinalIgnoreCase)));
        var analysis = new Analysis(Source(parsed, Log, LogColumns.Knows(profiles))!, Sources(parsed, own), rules, wanted, profiles, pseudonyms,
            parsed.GetValue(User));
        if (parsed.GetValue(Out) is { } target) LogFiles.MustBeWritable(target);
        var options = new LogRunOptions(parsed.GetValue(Threads), parsed.GetValue(ChunkSize), parsed.GetValue(Seed),
            shows ? p => error.Write($"\r{Say(p)}   ") : null);
        var result = analysis.Run(options, new(Path.GetTempPath()), stop: stop);
        if (shows) await error.WriteLineAsync();
        var warnings = result.Warnings.ToList();
        stop.ThrowIfCancellationRequested();
        if (parsed.GetValue(Out) is { } folder)
        {
            if (LogFiles.EarlierFingerprint(folder) == result.Fingerprint)
                warnings.Add($"Samma logg har redan gåtts igenom: listorna i {folder.Name} ersätts.");
            LogFiles.Write(folder, result.Findings, result.Names, result.Fingerprint);
        }
        if (json)
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Document(result.Findings, warnings).ToJsonString(ReadableJson.Options));
        else await WriteAsync(result, parsed.InvocationConfiguration.Output);
        foreach (var warning in warnings) await error.WriteLineAsync(warning);
        return 0;
    }

    private static string Say(LogProgress p) =>
        string.Create(CultureInfo.GetCultureInfo("sv-SE"),
            $"{p.Rows:N0} rader, {p.MegabytesASecond:N0} MB/s{(p.Left is { } left ? $", {Math.Ceiling(left.TotalSeconds):N0} s kvar" : "")}");

    private static RegisterSources Sources(ParseResult parsed, IReadOnlyList<ColumnProfile> profiles)
    {
        var knows = RegisterReader.KnowsBy(profiles);
        TextSource? Of(Option<FileInfo?> option) => Source(parsed, option, knows);
        return new(Of(Staff)!, Of(Roles)!, Of(Placements)!)
        {
            Shifts = Of(Shifts),
            Units = Of(Units),
            Mandates = Of(Mandates),
            Visits = Of(Visits),
            Tickets = Of(Tickets),
            OwnRecords = Of(Own),
            Protected = Of(Protected),
            Profiles = profiles,
        };
    }

    private static TextSource? Source(ParseResult parsed, Option<FileInfo?> option, Func<IReadOnlyList<string>, int> knows) =>
        parsed.GetValue(option) is { } file ? TextSource.Of(file, knows) : null;

    /// <summary>
    /// The built-in profiles and, where there is an installation, its own with its key for pseudonyms; without one a key that lives as long as
    /// the run. Of the profiles for the registers those that are named are used, or with none named all. A control without a database is a
    /// control all the same: one that cannot be opened is told of, unless a profile of its own is named.
    /// </summary>
    private static async Task<(IReadOnlyList<LogProfile> Logs, IReadOnlyList<ColumnProfile> Registers, Pseudonyms)> ProfilesAsync(ParseResult parsed, CancellationToken stop)
    {
        var named = (parsed.GetValue(Profile) ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!CommandLine.HasDatabase(parsed)) return (LogProfile.BuiltIn, [], Pseudonyms.OfThisRun());
        try
        {
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var registers = await LogProfile.OfRegistersAsync(db, stop);
            List<ColumnProfile> wanted = [.. registers.Where(p => named.Contains(p.Name))];
            return (await LogProfile.AllAsync(db, stop), wanted.Count > 0 ? wanted : registers, await PseudonymKey.ReadAsync(db, stop));
        }
        catch (Refusal closed) when (LogProfile.BuiltIn.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase).IsSupersetOf(named))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Kommunens egna kolumnprofiler lästes inte. {closed.Message}");
            return (LogProfile.BuiltIn, [], Pseudonyms.OfThisRun());
        }
    }

    private static JsonObject Document(LogFindings found, List<string> warnings) => new()
    {
        ["accesses"] = found.Accesses,
        ["explained"] = found.Explained,
        ["unexplained"] = found.Unexplained,
        ["rankOnly"] = found.RankOnly,
        ["flagged"] = found.Flagged,
        ["queueRows"] = found.QueueRows,
        ["queueCases"] = found.Cases.Count,
        ["registerItems"] = found.RegisterItems.Count,
        ["byExplanation"] = new JsonObject(Explanation.All.Select((e, n) => KeyValuePair.Create(e.Code, (JsonNode?)found.FirstMatch[n]))),
        ["byUnit"] = new JsonArray([.. found.Units.Select(u => new JsonObject
        {
            ["unit"] = u.Unit, ["accesses"] = u.Accesses, ["users"] = u.Users, ["clients"] = u.Clients, ["explained"] = u.Explained,
            ["unexplained"] = u.Unexplained, ["queueRows"] = u.QueueRows,
        })]),
        ["duplicates"] = found.Quality.Duplicates,
        ["badRows"] = found.Quality.Bad,
        ["drawn"] = found.Drawn.Count,
        ["warnings"] = new JsonArray([.. warnings.Select(w => (JsonNode)w)]),
    };

    private static async Task WriteAsync(LogResult result, TextWriter output)
    {
        var (found, swedish) = (result.Findings, CultureInfo.GetCultureInfo("sv-SE"));
        await output.WriteLineAsync(string.Create(swedish,
            $"{found.Accesses:N0} åtkomster, {found.Explained:N0} förklarade, {found.Unexplained:N0} oförklarade. {found.Cases.Count:N0} fall att granska ({found.QueueRows:N0} rader), {found.RegisterItems.Count:N0} saker att rätta i registren."));
        foreach (var (explanation, rows) in Explanation.All.Zip(found.FirstMatch))
            await output.WriteLineAsync(string.Create(swedish, $"  {explanation.Code} {explanation.Name,-24} {rows,14:N0}"));
        foreach (var (queued, n) in found.Cases.Take(10).Select((c, n) => (c, n)))
            await output.WriteLineAsync($"{n + 1,4}. {string.Join(", ", queued.Users.Take(3).Select(result.Names.User))}{(queued.Users.Count > 3 ? " med flera" : "")} – {result.Names.Client(queued.Client)}, {queued.Events.Count} åtkomster: {LogFiles.ReasonOf(queued)}");
    }

    private static Option<FileInfo?> Need(string name, string description) =>
        new(name) { Description = description, Required = true, HelpName = "fil" };
    private static Option<FileInfo?> May(string name, string description) => new(name) { Description = description, HelpName = "fil" };
}
