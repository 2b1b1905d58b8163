using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Where uploaded logs and registers lie from upload until they have been gone through: a folder each, removed whatever
/// happens. What a crash leaves is removed at the next start.
/// </summary>
public sealed class LogSpool(Databases databases)
{
    public const long LargestLog = 2L * 1024 * 1024 * 1024;

    private string Root => Path.Combine(databases.Folder, "loggar");

    public DirectoryInfo Of(Guid import) => new(Path.Combine(Root, $"{import:N}"));

    public DirectoryInfo Make(Guid import) => ScratchFolder.Private(Of(import).FullName);

    public void Remove(Guid import)
    {
        if (Of(import) is { Exists: true } folder) folder.Delete(recursive: true);
    }

    /// <summary>The imports that have a folder here.</summary>
    public List<Guid> Imports() =>
        !Directory.Exists(Root)
            ? []
            : [.. new DirectoryInfo(Root).EnumerateDirectories()
                .Select(f => Guid.TryParseExact(f.Name, "N", out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty)];

    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(3);

    /// <summary>Removes what belongs to no import that waits or runs; a fresh folder may be an upload under way.</summary>
    public void RemoveAllBut(IReadOnlySet<Guid> kept, DateTimeOffset now)
    {
        if (!Directory.Exists(Root)) return;
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories())
            if (!Guid.TryParseExact(folder.Name, "N", out var id)
                || (!kept.Contains(id) && folder.LastWriteTimeUtc < now.UtcDateTime - LongestUpload))
                folder.Delete(recursive: true);
    }

    /// <summary>The files of an upload, by the part they play.</summary>
    /// <param name="profiles">What logs are known by; the registers are known by their own columns.</param>
    public static TextSource? Source(DirectoryInfo folder, LogFile file, IReadOnlyList<LogProfile>? profiles = null)
    {
        var stored = new FileInfo(Path.Combine(folder.FullName, $"{file.Key}.csv"));
        return stored.Exists ? TextSource.Of(file.Name, () => stored.OpenRead(), stored.Length, file == LogFile.Log ? LogColumns.Knows(profiles ?? LogProfile.BuiltIn) : RegisterReader.Knows) : null;
    }
}

/// <summary>A file of an import: its key in the form, what it is, its columns, and whether the control can do without it.</summary>
public sealed record LogFile(string Key, string Name, string Columns, bool Required = false)
{
    public static readonly LogFile Log = new("logg", "Åtkomstlogg", "tidpunkt; anvandare; klient; enhet; handelse; orsak; loggid", true);
    public static readonly LogFile Staff = new("bemanning", "Bemanning", "anvandare; enhet; fran; till", true);
    public static readonly LogFile Roles = new("roller", "Roller", "anvandare; roll", true);
    public static readonly LogFile Placements = new("placeringar", "Enskildas placeringar", "klient; enhet; fran; till", true);
    public static readonly LogFile Shifts = new("pass", "Schema", "anvandare; enhet; start; slut");
    public static readonly LogFile Units = new("enheter", "Enheter och typer", "enhet; typ; overordnad");
    public static readonly LogFile Mandates = new("forordnanden", "Förordnanden", "anvandare; enhet; fran; till");
    public static readonly LogFile Visits = new("besok", "Planerade besök", "anvandare; klient; datum");
    public static readonly LogFile Tickets = new("arenden", "Systemförvaltningens ärenden", "anvandare; klient; fran; till; arende");
    public static readonly LogFile OwnRecords = new("egna", "Anställda med egen journal", "anvandare; klient");
    public static readonly LogFile Protected = new("skyddade", "Skyddade uppgifter", "klient; fran; till");

    public static readonly IReadOnlyList<LogFile> All =
        [Log, Staff, Roles, Placements, Shifts, Units, Mandates, Visits, Tickets, OwnRecords, Protected];

    public static RegisterSources Registers(DirectoryInfo folder) =>
        new(LogSpool.Source(folder, Staff)!, LogSpool.Source(folder, Roles)!, LogSpool.Source(folder, Placements)!)
        {
            Shifts = LogSpool.Source(folder, Shifts),
            Units = LogSpool.Source(folder, Units),
            Mandates = LogSpool.Source(folder, Mandates),
            Visits = LogSpool.Source(folder, Visits),
            Tickets = LogSpool.Source(folder, Tickets),
            OwnRecords = LogSpool.Source(folder, OwnRecords),
            Protected = LogSpool.Source(folder, Protected),
        };
}
