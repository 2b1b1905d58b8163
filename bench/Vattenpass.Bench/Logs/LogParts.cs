using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Bench.Logs;

/// <summary>Parts of the job as children run them: the floor, the tokeniser, and the plain answer of engine and oracle.</summary>
public static class LogParts
{
    public static int Run(string part, string folder)
    {
        var log = Path.Combine(folder, "log.csv");
        Console.WriteLine(part switch
        {
            "floor" => CountLines(log),
            "tokenise" => CountFields(log),
            "answer" => Answer(folder),
            "oracle" => LogOracle.Answer(folder),
            _ => throw new ArgumentException(part),
        });
        return 0;
    }

    /// <summary>The least anyone can do with the file: count its line ends, with the processor's vector instructions.</summary>
    private static string CountLines(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        var (at, lines) = (0L, 0L);
        for (int read; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read) lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return lines.ToString(CultureInfo.InvariantCulture);
    }

    private static string CountFields(string path)
    {
        using var rows = new RowReader(TextSource.Of(new FileInfo(path)));
        var fields = 0L;
        while (rows.Next()) fields += rows.Count;
        return fields.ToString(CultureInfo.InvariantCulture);
    }

    public static RegisterSources Sources(string folder, bool shifts = true)
    {
        return new(Of("bemanning.csv"), Of("personal.csv"), Of("vardrelation.csv"))
        {
            Shifts = shifts ? Of("pass.csv") : null,
            Units = Of("enheter.csv")
        };
        TextSource Of(string name) => TextSource.Of(new FileInfo(Path.Combine(folder, name)));
    }

    /// <summary>Every row that nothing explains or that lies outside a shift, and how many rows have each explanation, as one hash.</summary>
    private static string Answer(string folder)
    {
        var log = TextSource.Of(new FileInfo(Path.Combine(folder, "log.csv")));
        var ids = IdTables.New();
        var explainer = new Explainer(new RegisterReader(ids).Read(Sources(folder)), new ReviewRules());
        var tally = new LogRun(log, LogColumns.Of(log, [], null), explainer, ids, new(Threads: 2)).Run(new(Path.GetTempPath()));
        var counts = tally.UnitMonths.Values.SelectMany(u => u.ByFound.Index())
            .GroupBy(c => c.Index)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Item));
        return Hash(tally.Events.Select(e =>
            (long.Parse(e.Id, CultureInfo.InvariantCulture), (int)e.Found | (e.OffShift ? UnitMonth.OffShift : 0))), counts);
    }

    public static string Hash(IEnumerable<(long Id, int Found)> events, IReadOnlyDictionary<int, long> counts)
    {
        var text = new StringBuilder();
        foreach (var (id, found) in events.Order()) text.Append(CultureInfo.InvariantCulture, $"{id};{found}\n");
        foreach (var (found, count) in counts.Where(c => c.Value > 0).OrderBy(c => c.Key))
            text.Append(CultureInfo.InvariantCulture, $"{found}={count}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
