using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// A log that is not written as it is read (ids in brackets, times in words, personal numbers, several rows for one access) is rewritten
/// once, in a folder of its own, into the product's own layout. Everything else is read as it lies.
/// </summary>
public sealed class LogPreparation(TextSource log, LogColumns columns, Pseudonyms pseudonyms) : IDisposable
{
    private const int RowsLookedAt = 5000, ShownTimes = 3, LongestShown = 40;
    private static readonly string[] Own = ["tidpunkt", "anvandare", "klient", "enhet", "handelse", "orsak", "loggid"];

    private DateOrder order;
    private ScratchFolder? scratch;

    /// <summary>The first times as they are written, to be shown when none can be read.</summary>
    public IReadOnlyList<string> FirstTimes { get; private set; } = [];

    public (TextSource Log, LogColumns Columns) Run(DirectoryInfo temporary, CancellationToken stop)
    {
        if (!IsNeeded(stop)) return (log, columns);
        scratch = new(temporary);
        var file = new FileInfo(Path.Combine(scratch.Folder.FullName, "logg-i-ordning.csv"));
        Write(file, stop);
        var own = TextSource.Of(log.Name, () => file.OpenRead(), file.Length);
        return (own, LogColumns.OfOwn(own.Headers, columns.Profile));
    }

    private bool IsNeeded(CancellationToken stop)
    {
        List<string> times = [];
        List<string> unread = [];
        var (isOdd, reader) = (columns.Rules.IsOdd, new TimeReader());
        using var rows = new RowReader(log);
        for (var n = 0; n < RowsLookedAt && rows.Next(); n++)
        {
            stop.ThrowIfCancellationRequested();
            var time = Time(rows);
            if (time.Length > 0) times.Add(time);
            if (!reader.TryRead(Encoding.UTF8.GetBytes(time), out _, out _)) unread.Add(time);
            isOdd |= Pseudonyms.Holds(Cell(rows, columns.Client)) || Pseudonyms.Holds(Cell(rows, columns.Unit));
        }
        isOdd |= pseudonyms.WereUsed;
        var hasSlashes = times.Exists(t => t.Contains('/', StringComparison.Ordinal));
        order = hasSlashes ? OrderOfAll(stop) : DateOrder.Unknown;
        if (times.Count > 0 && times.TrueForAll(t => t.Length <= LongestDate))
            remarks.Add("Loggens tidpunkter har inget klockslag. Åtkomsterna prövas mot dagen och inte mot passet. Heter kolumnen för klockslag något annat, säg det i en kolumnprofil.");
        FirstTimes = [.. times.Take(ShownTimes).Select(t => t.Length > LongestShown ? t[..LongestShown] + "…" : t)];
        return isOdd || hasSlashes || unread.Exists(t => FreeTime.Read(t, order) is not null);
    }

    /// <summary>The order of day and month as every row of the log shows it.</summary>
    private DateOrder OrderOfAll(CancellationToken stop)
    {
        return FreeTime.OrderOf(Times());

        IEnumerable<string> Times()
        {
            using var rows = new RowReader(log);
            while (rows.Next())
            {
                stop.ThrowIfCancellationRequested();
                yield return Time(rows);
            }
        }
    }

    private const int LongestDate = 10;
    private readonly List<string> remarks = [];

    /// <summary>What the log lacks, or what of its file was not read.</summary>
    public IEnumerable<string> Remarks => log.Told.Concat(remarks);

    private void Write(FileInfo file, CancellationToken stop)
    {
        var posts = new HashSet<(string, string, string)>();
        var reader = new TimeReader();
        using var rows = new RowReader(log);
        using var writer = new StreamWriter(file.FullName, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Join(';', Own));
        while (rows.Next())
        {
            stop.ThrowIfCancellationRequested();
            var time = Time(rows);
            // A date that could be two is marked, so that nobody further on reads it as one.
            if (time.Contains('/', StringComparison.Ordinal)) time = FreeTime.Read(time, order) ?? $"? {time}";
            else if (!reader.TryRead(Encoding.UTF8.GetBytes(time), out _, out _)) time = FreeTime.Read(time, order) ?? time;
            var user = columns.Rules.User ?? IdRules.Apply(columns.Rules.IdRules, Cell(rows, columns.User));
            var (client, id) = (pseudonyms.Of(Cell(rows, columns.Client)), Cell(rows, columns.Id));
            if (columns.Rules.IsManyRowsAPost && id.Length > 0 && !posts.Add((id, user, client))) continue;
            writer.WriteLine(string.Join(';', new[] { time, user, client, pseudonyms.Of(Cell(rows, columns.Unit)), Cell(rows, columns.Action), Cell(rows, columns.Reason), id }.Select(CsvText.Quoted)));
        }
    }

    private string Time(RowReader rows) =>
        columns.TimeOfDay < 0 ? Cell(rows, columns.Time) : $"{Cell(rows, columns.Time)} {Cell(rows, columns.TimeOfDay)}".Trim();

    private static string Cell(RowReader rows, int column) => column < 0 ? "" : Encoding.UTF8.GetString(rows[column]);

    /// <summary>
    /// The log and the registers name the same people and clients: a log of which less than half is known was made by other ids, and would
    /// make a case of everybody.
    /// </summary>
    public static void MustJoin(TextSource log, LogColumns columns, Pseudonyms pseudonyms, IReadOnlyList<string> users, IReadOnlyList<string> clients,
        CancellationToken stop)
    {
        HashSet<string> logUsers = [], logClients = [];
        using var rows = new RowReader(log);
        for (var n = 0; n < 10 * RowsLookedAt && rows.Next(); n++)
        {
            stop.ThrowIfCancellationRequested();
            if (Cell(rows, columns.User) is { Length: > 0 } user) logUsers.Add(user);
            if (Cell(rows, columns.Client) is { Length: > 0 } client) logClients.Add(pseudonyms.Of(client));
        }
        Check("användare i loggen", "bemanningen eller rollerna", logUsers, users);
        Check("enskilda i loggen", "placeringarna", logClients, clients);

        static void Check(string what, string where, HashSet<string> ids, IReadOnlyList<string> known)
        {
            var there = known.ToHashSet(StringComparer.Ordinal);
            var join = new Join(what, where, ids.Count(there.Contains), ids.Count);
            if (join.IsTooLow && there.Count > 0) throw new Refusal(Pseudonyms.Masked($"{join}. {Join.Remedy(ids, there)}"));
        }
    }

    public void Dispose() => scratch?.Dispose();

    /// <summary>Said when nothing of the log could be read.</summary>
    public string Unreadable(IReadOnlyList<string> remarks) =>
        $"Loggen {log.Name} har inga åtkomster som går att läsa. "
        + (FirstTimes.Count > 0 ? $"De första tidpunkterna är {Prose.List(FirstTimes.Select(t => $"”{t}”"))}. " : "")
        + (FirstTimes.Any(t => t.Contains('/', StringComparison.Ordinal)) && order is DateOrder.Unknown
            ? "Det går inte att se vilken siffra som är dag och vilken som är månad. Ta ut loggen med datum som 2024-03-31."
            : remarks.FirstOrDefault(r => !r.StartsWith("Loggen har inga", StringComparison.Ordinal)) ?? "");
}
