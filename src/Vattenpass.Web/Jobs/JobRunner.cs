using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Jobs;

/// <summary>Runs what is due. A run is claimed by inserting its job and slot, so of several instances one wins.</summary>
public sealed class JobRunner(JobTools tools, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await RunDueAsync(tools, stoppingToken);
            }
            catch (Exception unexpected) when (unexpected is not OperationCanceledException)
            {
                // The database is away for a moment; the next turn tries again.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public static async Task RunDueAsync(JobTools tools, CancellationToken stop = default)
    {
        foreach (var job in Schedule.Jobs) await RunAsync(job, tools, stop);
    }

    private static async Task RunAsync(Job job, JobTools tools, CancellationToken stop)
    {
        await using var db = tools.Databases.OpenAsSystem("jobb");
        var slot = new DateTimeOffset(db.Now.UtcTicks / job.Every.Ticks * job.Every.Ticks,
            TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        if (await db.JobRuns.AsNoTracking().AnyAsync(r => r.Job == job.Name && r.Slot == slot, stop)) return;
        var run = new JobRun { Id = db.NewId(), Job = job.Name, Slot = slot, StartedAt = db.Now };
        db.JobRuns.Add(run);
        try
        {
            await db.SaveAsync(Acts.RunJob, stop: stop);
        }
        catch (Refusal)
        {
            return; // Another instance was first.
        }
        try
        {
            run.Result = await job.Run(tools, stop);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            (run.Failed, run.Result) = (true,
                unexpected is Refusal ? unexpected.Message : $"{unexpected.GetType().Name}: {unexpected.Message}");
        }
        run.EndedAt = db.Now;
        await db.SaveAsync(Acts.RunJob, stop: stop);
    }
}

public static class Cleaning
{
    private const int DaysKept = 7;

    public static async Task<string> RunAsync(Databases databases, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("jobb");
        var oldest = db.Now.AddDays(-DaysKept);
        var old = (await db.JobRuns.ToListAsync(stop)).Where(r => r.StartedAt < oldest).ToList();
        db.JobRuns.RemoveRange(old);
        db.HeldFiles.RemoveRange((await db.HeldFiles.ToListAsync(stop)).Where(f => f.At < db.Now.AddHours(-HeldFile.HoursHeld)));
        db.ImportRuns.RemoveRange((await db.ImportRuns.ToListAsync(stop)).Where(r => r.StartedAt < db.Now.AddHours(-HeldFile.HoursHeld)));
        await db.SaveAsync(Acts.RunJob, stop: stop);
        return old.Count == 0 ? "" : $"{old.Count} körningar glömda";
    }
}
