using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>The lists of a run as semicolon-separated UTF-8 with a mark, as spreadsheets open it.</summary>
public static class LogFiles
{
    public static void Write(DirectoryInfo folder, LogFindings findings, LogNames names, string fingerprint)
    {
        MustBeWritable(folder);
        WriteFile(folder, "queue.csv", ["fall", "rang", "loggid", "anvandare", "klient", "tidpunkt", "enhet", "skal"],
            Queue(findings, names));
        WriteFile(folder, "register.csv", RegisterHeaders, findings.RegisterItems.Select(Cells));
        if (findings.Drawn.Count == 0) File.Delete(Path.Combine(folder.FullName, "draw.csv"));
        else
            WriteFile(folder, "draw.csv", ["enhet", "manad", "grupp", "lott", "anvandare", "klient", "datum"],
                findings.Drawn.Select(d =>
                    new[] { d.Unit, $"{d.Month:yyyy-MM}", Among(d.Among), d.Ticket, d.User, d.Client,
                        $"{d.Day:yyyy-MM-dd}" }));
        File.WriteAllText(Path.Combine(folder.FullName, FingerprintFile), fingerprint);
    }

    private static string Among(DrawnAmong among) => among switch
    {
        DrawnAmong.SeveralUnits => "flera enheter",
        DrawnAmong.RankOnly => "bara befattning",
        _ => "en enhet",
    };

    /// <summary>Said before a long run rather than after it.</summary>
    public static void MustBeWritable(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            File.WriteAllText(Path.Combine(folder.FullName, ".prov"), "");
            File.Delete(Path.Combine(folder.FullName, ".prov"));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"Det går inte att skriva i mappen {folder.FullName}. Välj en annan.");
        }
    }

    private static readonly string[] RegisterHeaders = ["slag", "anvandare", "klient", "enhet", "fran", "till", "text"];
    private static string[] Cells(RegisterItem item) => [item.Kind, item.User, item.Client, item.Unit, item.From, item.To, item.Text];

    /// <summary>What the owners of the registers should mend, as the text of a file.</summary>
    public static string Register(IEnumerable<RegisterItem> items) =>
        string.Concat(items.Select(Cells).Prepend(RegisterHeaders).Select(row => string.Join(';', row.Select(CsvText.Cell)) + "\n"));

    private const string FingerprintFile = "fingerprint.txt";

    /// <summary>Which log the lists in a folder were made from; null when there are none.</summary>
    public static string? EarlierFingerprint(DirectoryInfo folder) =>
        Path.Combine(folder.FullName, FingerprintFile) is var path && File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    /// <summary>A case keeps its name from one run to the next: it is made from whom and what it concerns, not from its place.</summary>
    public static string NameOf(QueuedCase queued, LogNames names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{names.Client(queued.Client)}|{string.Join('|', queued.Users.Select(names.User).Order(StringComparer.Ordinal))}|{queued.Events[0].Id}|{queued.Events[0].Instant}"))[..5]);

    /// <summary>Why the case is in the queue, in few words.</summary>
    public static string ReasonOf(QueuedCase queued)
    {
        var reasons = Flag.In(queued.Flags).Select(f => f.Name);
        return string.Join(", ", queued.Events.Any(e => e.Found == Explanations.None) ? reasons.Prepend("ingen förklaring") : reasons);
    }

    private static IEnumerable<string[]> Queue(LogFindings findings, LogNames names) =>
        findings.Cases.Index().SelectMany(c => c.Item.Events.Select(e => new[]
        {
            NameOf(c.Item, names), $"{c.Index + 1}", e.Id, names.User(e.User), names.Client(e.Client), LogTime.Text(e.Day, e.Second),
            names.Unit(e.Unit), ReasonOf(c.Item),
        }));

    private static void WriteFile(DirectoryInfo folder, string name, string[] headers, IEnumerable<string[]> rows)
    {
        // Written whole beside its place and then moved there, so that a half-written list is never read.
        var (path, half) = (Path.Combine(folder.FullName, name), Path.Combine(folder.FullName, $".{name}.halv"));
        try
        {
            using (var file = new StreamWriter(half, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" })
                foreach (var row in rows.Prepend(headers)) file.WriteLine(string.Join(';', row.Select(CsvText.Cell)));
            File.Move(half, path, overwrite: true);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"Det går inte att skriva {path}. Välj en annan mapp.");
        }
        finally
        {
            File.Delete(half);
        }
    }
}
