using Vattenpass.Domain.Registers;
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
    /// <param name="knows">What the headers of the file are known by.</param>
    public static TextSource? Source(DirectoryInfo folder, LogFile file, Func<IReadOnlyList<string>, int> knows)
    {
        var stored = new FileInfo(Path.Combine(folder.FullName, $"{file.Key}.csv"));
        return stored.Exists ? TextSource.Of(file.Name, () => stored.OpenRead(), stored.Length, knows) : null;
    }

    public static TextSource? Log(DirectoryInfo folder, IReadOnlyList<LogProfile> profiles) => Source(folder, LogFile.Log, LogColumns.Knows(profiles));

    /// <summary>The registers of an upload.</summary>
    public static RegisterSources Registers(DirectoryInfo folder, IReadOnlyList<ColumnProfile> profiles)
    {
        var knows = RegisterReader.KnowsBy(profiles);
        TextSource? Of(LogFile file) => Source(folder, file, knows);
        return new(Of(LogFile.Staff)!, Of(LogFile.Roles)!, Of(LogFile.Placements)!)
        {
            Shifts = Of(LogFile.Shifts),
            Units = Of(LogFile.Units),
            Mandates = Of(LogFile.Mandates),
            Visits = Of(LogFile.Visits),
            Tickets = Of(LogFile.Tickets),
            OwnRecords = Of(LogFile.OwnRecords),
            Protected = Of(LogFile.Protected),
            Profiles = profiles,
        };
    }
}

/// <summary>A file of an import: its key in the form, what it is, its columns, and whether the control can do without it.</summary>
public sealed record LogFile(string Key, string Name, RegisterKind Kind, bool Required = false)
{
    public static readonly LogFile Log = new("logg", "Åtkomstlogg", LogFileKinds.Log, true);
    public static readonly LogFile Staff = new("bemanning", "Bemanning", LogFileKinds.Staff, true);
    public static readonly LogFile Roles = new("roller", "Roller", LogFileKinds.Roles, true);
    public static readonly LogFile Placements = new("placeringar", "Enskildas placeringar", LogFileKinds.Placements, true);
    public static readonly LogFile Shifts = new("pass", "Schema", LogFileKinds.Shifts);
    public static readonly LogFile Units = new("enheter", "Enheter och typer", LogFileKinds.Units);
    public static readonly LogFile Mandates = new("forordnanden", "Förordnanden", LogFileKinds.Mandates);
    public static readonly LogFile Visits = new("besok", "Planerade besök", LogFileKinds.Visits);
    public static readonly LogFile Tickets = new("arenden", "Systemförvaltningens ärenden", LogFileKinds.Tickets);
    public static readonly LogFile OwnRecords = new("egna", "Anställda med egen journal", LogFileKinds.OwnRecords);
    public static readonly LogFile Protected = new("skyddade", "Skyddade uppgifter", LogFileKinds.Protected);

    public static readonly IReadOnlyList<LogFile> All =
        [Log, Staff, Roles, Placements, Shifts, Units, Mandates, Visits, Tickets, OwnRecords, Protected];

    /// <summary>The columns of the product's own layout.</summary>
    public string Columns => string.Join("; ", Kind.Columns.Select(c => RegisterKind.Fold(c.Name)));
}
