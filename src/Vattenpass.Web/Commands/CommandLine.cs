using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;

namespace Vattenpass.Web.Commands;

/// <summary>
/// The verbs of the command line, one file each. Exit status: 0 done; 1 refused, the reason in Swedish on stderr; 2 wrong usage;
/// 3 done with findings. With --json one JSON document on stdout and nothing else.
/// </summary>
public static class CommandLine
{
    public static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Mappen där SQLite, filer och nycklar ligger.",
        DefaultValueFactory = _ => new("data"),
        Recursive = true,
        HelpName = "mapp",
    };

    public static readonly Option<bool> Json =
        new("--json") { Description = "Skriv ett JSON-dokument på stdout och inget annat.", Recursive = true };

    /// <summary>Earlier runtimes accept forged cookies (CVE-2026-40372).</summary>
    private static readonly Version OldestRuntime = new(10, 0, 7);

    /// <param name="connection">A PostgreSQL to use instead of what is configured.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, string? connection = null)
    {
        if (Environment.Version < OldestRuntime)
        {
            await error.WriteLineAsync($"Vattenpass behöver .NET {OldestRuntime} eller senare; här finns {Environment.Version}. Uppgradera .NET först.");
            return 1;
        }
        var root = new RootCommand("Vattenpass: intern kontroll och systematiskt kvalitetsarbete i socialtjänsten.") { Data, Json };
        foreach (var command in new[] { DemoCommand.Make(), ServeCommand.Make(), MigrateCommand.Make(), AdminCommand.Make(),
            ImportCommand.Make(), FiguresCommand.Make(), ReportCommand.Make(), CheckCommand.Make(), SampleCommand.Make(), LogReviewCommand.Make(), ExportCommand.Make() })
            root.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var reasons = WrongUsage(parsed);
            await error.WriteLineAsync($"Fel användning: {reasons}\nSkriv vattenpass --help för hjälp.");
            if (parsed.GetValue(Json))
                await output.WriteLineAsync(new JsonObject { ["error"] = reasons }.ToJsonString(ReadableJson.Options));
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new Invocation(connection ?? Environment.GetEnvironmentVariable("Vattenpass__Database")) { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Refusal refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            if (parsed.GetValue(Json))
                await output.WriteLineAsync(new JsonObject { ["error"] = refusal.Message }.ToJsonString(ReadableJson.Options));
            return 1;
        }
        catch (OperationCanceledException)
        {
            const string cancelled = "Avbrutet. Inget har sparats.";
            await error.WriteLineAsync(cancelled);
            if (parsed.GetValue(Json))
                await output.WriteLineAsync(new JsonObject { ["error"] = cancelled }.ToJsonString(ReadableJson.Options));
            return 1;
        }
        catch (Exception unexpected)
        {
            const string text = "Något gick fel i programmet och inget har sparats. Detaljerna står i fel.txt i datamappen.";
            await WriteDetailsAsync(parsed.GetValue(Data)!, unexpected);
            await error.WriteLineAsync(text);
            if (parsed.GetValue(Json)) await output.WriteLineAsync(new JsonObject { ["error"] = text }.ToJsonString(ReadableJson.Options));
            return 1;
        }
    }

    private static async Task WriteDetailsAsync(DirectoryInfo folder, Exception unexpected)
    {
        folder.Create();
        await File.AppendAllTextAsync(Path.Combine(folder.FullName, "fel.txt"), $"{TimeProvider.System.GetUtcNow():O}\n{unexpected}\n\n");
    }

    /// <summary>What was wrong in Swedish; the library's own words are English.</summary>
    private static string WrongUsage(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0) return $"okänt ord {string.Join(", ", parsed.UnmatchedTokens)}.";
        var missing = parsed.CommandResult.Command.Options.Where(o => o.Required
            && parsed.GetResult(o) is null or { Implicit: true }).Select(o => o.Name)
            .Concat(parsed.CommandResult.Command.Arguments.Where(a => parsed.GetResult(a) is null or { Tokens.Count: 0 })
                .Select(a => a.Name)).ToList();
        return missing.Count > 0
            ? $"det saknas {string.Join(", ", missing)}."
            : parsed.CommandResult.Command.Subcommands.Count > 0 ? "välj ett kommando."
            : "ett värde går inte att läsa.";
    }

    /// <summary>The installation's database: PostgreSQL when configured, else SQLite in the data folder.</summary>
    public static Databases Open(ParseResult parsed) => new(parsed.GetValue(Data)!.FullName, ConnectionOf(parsed), TimeProvider.System);

    public static bool HasDatabase(ParseResult parsed) => Databases.IsThere(parsed.GetValue(Data)!.FullName, ConnectionOf(parsed));

    private static string? ConnectionOf(ParseResult parsed) => ((Invocation)parsed.InvocationConfiguration).Connection;

    private sealed class Invocation(string? connection) : InvocationConfiguration
    {
        public string? Connection => connection;
    }

    /// <summary>Opens as the command line's own actor, after checking that the schema is this program's.</summary>
    public static async Task<VattenpassDb> OpenAsCommandLineAsync(Databases databases, CancellationToken stop)
    {
        await databases.MustBeCurrentAsync(stop);
        return databases.OpenAsSystem($"kommandorad: {Environment.UserName}");
    }

    public static string Serialize(object value) => JsonSerializer.Serialize(value, ReadableJson.Options);
}
