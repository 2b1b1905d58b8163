using System.Globalization;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Where uploaded logs and registers lie from upload until they have been gone through: a folder each, removed whatever
/// happens. What a crash leaves is removed at the next start. Files that could not be used lie a few hours, so that whoever chose them can put
/// right what was wrong without choosing them again.
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

    private const string OwnerFile = "agare", PeriodFile = "period", NameEnd = ".namn";

    /// <summary>Takes over the files of an upload that could not be used, or makes an empty folder.</summary>
    /// <param name="busy">Imports that wait or run: their files are let be.</param>
    public DirectoryInfo Take(Guid? held, Guid import, Guid person, IReadOnlySet<Guid> busy)
    {
        if (held is { } before && !busy.Contains(before) && Held(before, person) is not null) Of(before).MoveTo(Of(import).FullName);
        // One upload a person: what was left for another try goes when a new one begins.
        foreach (var left in Imports().Where(i => i != import && !busy.Contains(i) && Held(i, person) is not null)) Remove(left);
        var folder = Make(import);
        File.WriteAllText(Path.Combine(folder.FullName, OwnerFile), $"{person}");
        return folder;
    }

    /// <summary>A file was chosen, and is called so where it came from.</summary>
    public static void Name(DirectoryInfo folder, LogFile file, string name) => File.WriteAllText(Path.Combine(folder.FullName, file.Key + NameEnd), Pseudonyms.Masked(Path.GetFileName(name)));

    /// <summary>A file that was chosen before is not wanted.</summary>
    public static void Drop(DirectoryInfo folder, LogFile file)
    {
        File.Delete(Path.Combine(folder.FullName, file.Key + NameEnd));
        File.Delete(Path.Combine(folder.FullName, $"{file.Key}.csv"));
    }

    /// <summary>The log was found to be of other days than was said.</summary>
    public void Propose(Guid import, DateOnly first, DateOnly last) =>
        File.WriteAllText(Path.Combine(Of(import).FullName, PeriodFile), string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}"));

    /// <summary>The files of an upload that could not be used; null when they are gone, or somebody else's.</summary>
    public HeldLog? Held(Guid import, Guid person)
    {
        var folder = Of(import).FullName;
        string? Said(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
        if (Said(OwnerFile) != $"{person}") return null;
        var period = Said(PeriodFile)?.Split('/').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        return new(import, LogFile.All.Select(f => (f.Key, Name: Said(f.Key + NameEnd))).Where(f => f.Name is not null).ToDictionary(f => f.Key, f => f.Name!), period?[0], period?[1]);
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

/// <summary>Files that lie here though they could not be used: by their part, what they are called. From and To are the log's own days, where they were the fault.</summary>
public sealed record HeldLog(Guid Id, IReadOnlyDictionary<string, string> Names, DateOnly? From, DateOnly? To);

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
