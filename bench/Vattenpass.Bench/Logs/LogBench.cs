using System.Globalization;

namespace Vattenpass.Bench.Logs;

/// <summary>./do bench log: speed, memory and accuracy of the log control, with the demands they are held to. Ratios, since machines differ.</summary>
public static class LogBench
{
    private const int Repeats = 9;
    private static readonly IReadOnlyList<ulong> Seeds = [101, 202, 303, 404, 505];

    /// <param name="arguments">"quick" stops at a million rows and one seed; "50" adds fifty million.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var root = Directory.CreateTempSubdirectory("vattenpass-bench-").FullName;
        try
        {
            var quick = arguments.Contains("quick");
            var small = Make(root, 1_000_000, 500);
            var ok = Speed(small, "1 M", isLarge: false, out var smallTime);
            ok &= Demand("P8 seconds from upload to summary, a million rows", await LogUpload.SecondsAsync(small), 3);
            if (!quick)
            {
                var large = Make(root, 10_000_000, 5000);
                ok &= Speed(large, "10 M", isLarge: true, out var largeTime);
                ok &= Demand("P7 time of 10 M over 1 M", largeTime / smallTime, 12);
                Directory.Delete(large, recursive: true);
            }
            if (arguments.Contains("50")) ok &= Fifty(root);
            ok &= quick ? LogAccuracy.Run(root, 1_000_000, 500, Seeds.Take(1).ToList()) : LogAccuracy.Run(root, 10_000_000, 5000, Seeds);
            return ok ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Make(string root, long rows, int staff)
    {
        var folder = Path.Combine(root, $"{rows}");
        LogGenerator.Write(new(rows, staff, 20240211), folder);
        return folder;
    }

    private static bool Speed(string folder, string size, bool isLarge, out double one)
    {
        List<Taken> floor = [], tokenise = [], single = [], two = [];
        Children.RunSelf("log-part", "floor", folder); // Brings the file into memory.
        for (var n = 0; n < Repeats; n++)
        {
            floor.Add(Children.RunSelf("log-part", "floor", folder));
            tokenise.Add(Children.RunSelf("log-part", "tokenise", folder));
            single.Add(Job(folder, 1));
            two.Add(Job(folder, 2));
        }
        var answer = Children.RunSelf("log-part", "answer", folder);
        var oracle = Children.RunSelf("log-part", "oracle", folder);
        one = Children.Median(single.Select(t => t.Seconds));
        var (least, rows) = (Children.Median(floor.Select(t => t.Seconds)), long.Parse(floor[0].Output, CultureInfo.InvariantCulture) - 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size} rows: newline count {least:0.00} s, tokenise {Children.Median(tokenise.Select(t => t.Seconds)):0.00} s, full job {one:0.00} s, two threads {Children.Median(two.Select(t => t.Seconds)):0.00} s, oracle {oracle.Seconds:0.0} s"));
        var same = single.Concat(two).Select(t => t.Output).Distinct().Count() == 1;
        Console.WriteLine($"  {(same ? "met " : "MISS")} the same answer in every run, with one thread and two");
        Console.WriteLine($"  {(answer.Output == oracle.Output ? "met " : "MISS")} the same answer as the oracle ({answer.Output}, {oracle.Output})");
        var ok = same && answer.Output == oracle.Output;
        ok &= Demand("P3 the oracle's time over the job's", oracle.Seconds / one, isLarge ? 25 : 15, atLeast: true);
        if (!isLarge) return ok;
        ok &= Demand("P1 full job over newline count", one / least, 25);
        ok &= Demand("P2 two threads over one", Children.Median(two.Select(t => t.Seconds)) / one, .65);
        ok &= Demand("P5 million rows a second", rows / one / 1e6, 2, atLeast: true);
        ok &= Demand("P6 megabytes at most", single.Concat(two).Max(t => t.Megabytes), 150);
        return ok;
    }

    private static bool Fifty(string root)
    {
        var folder = Make(root, 50_000_000, 5000);
        var taken = Job(folder, 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"50 M rows: {taken.Seconds:0.0} s"));
        Directory.Delete(folder, recursive: true);
        return Demand("P6 megabytes at most", taken.Megabytes, 200);
    }

    private static Taken Job(string folder, int threads) =>
        Children.RunProduct("log-review", "--log", $"{folder}/log.csv", "--staff", $"{folder}/bemanning.csv", "--roles",
            $"{folder}/personal.csv", "--placements", $"{folder}/vardrelation.csv",
                "--shifts", $"{folder}/pass.csv", "--units", $"{folder}/enheter.csv", "--seed", "bench", "--threads", $"{threads}", "--out",
                $"{folder}/ut-{threads}-{Path.GetRandomFileName()}", "--json");

    private static bool Demand(string what, double value, double limit, bool atLeast = false)
    {
        var isMet = atLeast ? value >= limit : value <= limit;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {(isMet ? "met " : "MISS")} {what}: {value:0.00} (demand {(atLeast ? "≥" : "≤")} {limit:0.##})"));
        return isMet;
    }
}
