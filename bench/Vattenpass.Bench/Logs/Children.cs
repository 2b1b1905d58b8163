using System.Diagnostics;
using System.Globalization;

namespace Vattenpass.Bench.Logs;

/// <summary>What a child process took: wall clock, and the most memory it held.</summary>
public sealed record Taken(double Seconds, double Megabytes, string Output);

/// <summary>Runs programs as children of their own, so that start-up and memory are counted as a user would meet them.</summary>
public static class Children
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>The program as ./do bench installs it, compiled ahead, in bin/installed beside the bench's own bin/Release/net10.0.</summary>
    public static string Product => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "installed", "vattenpass.dll"));
    private static string Self => Path.Combine(AppContext.BaseDirectory, "Vattenpass.Bench.dll");

    public static Taken RunSelf(params string[] arguments) => Run(Self, arguments);
    public static Taken RunProduct(params string[] arguments) => Run(Product, arguments);

    private static Taken Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var most = 0L;
        while (!process.WaitForExit(BetweenLooks)) most = Math.Max(most, Peak(process.Id));
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)}: {errors.Result}");
        return new(seconds, most / 1000.0, output.Result.Trim());
    }

    /// <summary>The kernel's own high-water mark in kB (1 000 kB to a megabyte, as limits are given).</summary>
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).TrimEnd("kB "),
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024 / 1000;
        }
        catch (Exception gone) when (gone is IOException or FormatException)
        {
            return 0;
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
