using System.Diagnostics;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>How far a run has come.</summary>
public readonly record struct LogProgress(long Rows, long Bytes, long TotalBytes, TimeSpan Elapsed)
{
    public double MegabytesASecond => Elapsed.TotalSeconds > 0 ? Bytes / 1e6 / Elapsed.TotalSeconds : 0;
    public TimeSpan? Left => Bytes > 0 && TotalBytes > Bytes ? Elapsed * ((double)(TotalBytes - Bytes) / Bytes) : null;
}

/// <summary>How a log is gone through. None of it changes the answer, but the seed that decides what is drawn.</summary>
public sealed record LogRunOptions(int Threads = 1, int ChunkSize = LogRunOptions.StandardChunk, string? Seed = null,
    Action<LogProgress>? Progress = null)
{
    public const int StandardChunk = 2 << 20;
    public const int LongestSeed = 200;
}

/// <summary>Goes through a log once, on any number of threads; a second time by way of the disk when it is not in order of time.</summary>
public sealed class LogRun(TextSource log, LogColumns columns, Explainer explainer, IdTables ids, LogRunOptions options, LogWatch? watch = null)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan reported;

    public LogTally Run(DirectoryInfo temporary, CancellationToken stop = default)
    {
        Refusal.If(options.Seed is { Length: > LogRunOptions.LongestSeed }, $"Slumptalet är längre än {LogRunOptions.LongestSeed} tecken.");
        try
        {
            using var chunks = new SortedChunks(log, columns, options.ChunkSize);
            return Analyse(chunks, stop);
        }
        catch (UnsortedLogException)
        {
            using var folder = new ScratchFolder(temporary);
            using var chunks = new SpilledHours(log, columns, folder.Folder, rows => Report(rows, 0), stop);
            return Analyse(chunks, stop);
        }
    }

    private LogTally Analyse(IChunks chunks, CancellationToken stop)
    {
        var analysts = Enumerable.Range(0, options.Threads)
            .Select(_ => new ChunkAnalyst(log.Separator, columns, explainer, ids, options.Seed, watch))
            .ToList();
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Exception? failure = null;
        var threads = analysts.Skip(1).Select(a => new Thread(() => Work(a)) { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        Work(analysts[0]);
        threads.ForEach(t => t.Join());
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
        stop.ThrowIfCancellationRequested();
        Report(analysts.Sum(a => a.Rows), chunks.Read, last: true);
        var whole = analysts[0].Finish();
        foreach (var other in analysts.Skip(1)) whole.Add(other.Finish());
        return whole;

        void Work(ChunkAnalyst analyst)
        {
            try
            {
                var buffer = Array.Empty<byte>();
                while (!failing.IsCancellationRequested && chunks.Next(ref buffer, out var length))
                {
                    log.MustBeReadable(buffer.AsSpan(0, length));
                    analyst.Analyse(buffer.AsSpan(0, length));
                    if (analyst == analysts[0]) Report(analysts.Sum(a => a.Rows), chunks.Read);
                }
            }
            catch (Exception problem)
            {
                Interlocked.CompareExchange(ref failure, problem, null);
                failing.Cancel();
            }
            finally
            {
                analyst.Dispose();
            }
        }
    }

    private void Report(long rows, long bytes, bool last = false)
    {
        if (options.Progress is null || (!last && clock.Elapsed - reported < BetweenReports)) return;
        reported = clock.Elapsed;
        options.Progress(new(rows, bytes, log.Length, clock.Elapsed));
    }
}
