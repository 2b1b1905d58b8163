using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>How far a run has come, for whoever watches.</summary>
public sealed record RunProgress(WorkStep Step, TimeSpan InStep)
{
    public double RowsASecond => InStep.TotalSeconds > 0 ? Step.Done / InStep.TotalSeconds : 0;
    /// <summary>Null before anything is done that it can be told from.</summary>
    public TimeSpan? Left => Step.Done > 0 && Step.Of > 0 ? InStep * ((double)(Step.Of - Step.Done) / Step.Done) : null;
}

/// <summary>What the work came to, and the act to save it as; null when nothing is to be saved.</summary>
/// <param name="IsRefused">The files cannot be read in as they are.</param>
public sealed record WorkDone(object Outcome, Act? Act, bool IsRefused = false);

/// <summary>
/// Reads files in besides the page that asked for it: one waits a moment, and what takes longer goes on by itself, can be looked at and
/// cancelled. It runs in the program that was asked; another on the same database sees that it runs, and can cancel it too.
/// </summary>
public sealed class ImportRuns(Databases databases, IDataProtectionProvider protection, IHostApplicationLifetime life) : IHostedService
{
    /// <summary>So long one waits for the page itself.</summary>
    public TimeSpan WorthWaiting { get; set; } = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(20);
    private readonly IDataProtector protector = protection.CreateProtector("inläsningar");
    private readonly ConcurrentDictionary<Guid, Running> running = [];

    private sealed class Running(CancellationTokenSource cancel) : IProgress<WorkStep>, IDisposable
    {
        private readonly Lock changing = new();
        private (WorkStep Step, long Began)? now;
        private bool isOver;

        public CancellationToken Token { get; } = cancel.Token;
        public Task Task { get; set; } = Task.CompletedTask;
        public RunProgress? Now { get { lock (changing) return now is { } n ? new(n.Step, Stopwatch.GetElapsedTime(n.Began)) : null; } }

        public void Cancel() { lock (changing) if (!isOver) cancel.Cancel(); }

        public void Dispose()
        {
            lock (changing) isOver = true;
            cancel.Dispose();
        }

        public void Report(WorkStep value)
        {
            lock (changing) now = (value, now is { } n && n.Step.What == value.What && n.Step.Done <= value.Done ? n.Began : Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Starts the work as the person it is for. Back when it is over, or when it has taken as long as one waits.</summary>
    public async Task<Guid> StartAsync(VattenpassDb db, string files, object form, bool saves,
        Func<VattenpassDb, IProgress<WorkStep>, CancellationToken, Task<WorkDone>> work, CancellationToken stop)
    {
        var run = new ImportRun { Id = db.NewId(), PersonId = db.Access.PersonId, Files = files, Form = JsonSerializer.Serialize(form), Saves = saves, StartedAt = db.Now };
        run.GiveSign(db.Now);
        db.ImportRuns.Add(run);
        await db.SaveAsync(Acts.HoldFile, stop: stop);
        // From here the run is changed by the work: whoever asked reads it anew.
        db.Entry(run).State = EntityState.Detached;
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        var here = running[run.Id] = new(cancel);
        here.Task = Task.Run(() => RunAsync(run.Id, db.Access, here, work), CancellationToken.None);
        await Task.WhenAny(here.Task, Task.Delay(WorthWaiting, stop));
        return run.Id;
    }

    public RunProgress? ProgressOf(Guid id) => running.GetValueOrDefault(id)?.Now;

    /// <summary>How a run stands: one that runs here is alive however long it is silent, and one that gives no sign will never end.</summary>
    public RunState StateOf(ImportRun run, DateTimeOffset at) => run.State is RunState.Running && running.ContainsKey(run.Id) ? RunState.Running : run.StateAt(at);

    /// <summary>Where only one program has the database, what runs at its start was left by one that is closed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!databases.IsAlone) return;
        try
        {
            await using var db = databases.OpenAsSystem("inläsning");
            foreach (var left in await db.ImportRuns.Where(r => r.State == RunState.Running).ToListAsync(cancellationToken)) left.Cancel();
            await db.SaveAsync(Acts.HoldFile, stop: cancellationToken);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            // They give no more signs, and are taken for lost.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(running.Values.Select(r => r.Task)).WaitAsync(cancellationToken);

    /// <summary>A run of this person's own; null when there is none.</summary>
    public static Task<ImportRun?> FindAsync(VattenpassDb db, Guid id, CancellationToken stop)
    {
        var person = db.Access.PersonId;
        return db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.PersonId == person, stop);
    }

    public static Task<List<ImportRun>> OfPersonAsync(VattenpassDb db, CancellationToken stop)
    {
        var person = db.Access.PersonId;
        return db.ImportRuns.AsNoTracking().Where(r => r.PersonId == person).OrderByDescending(r => r.Id).Take(5).ToListAsync(stop);
    }

    public T OutcomeOf<T>(ImportRun run) => JsonSerializer.Deserialize<T>(protector.Unprotect(run.Sealed))!;

    /// <summary>One that is being written at this very moment may be done before it hears of it.</summary>
    public async Task CancelAsync(VattenpassDb db, Guid id, CancellationToken stop)
    {
        if (running.TryGetValue(id, out var here))
        {
            here.Cancel();
            await here.Task.WaitAsync(stop);
        }
        var person = db.Access.PersonId;
        if (await db.ImportRuns.FirstOrDefaultAsync(r => r.Id == id && r.PersonId == person && r.State == RunState.Running, stop) is not { } left) return;
        left.Cancel();
        await db.SaveAsync(Acts.HoldFile, stop: stop);
    }

    /// <summary>What one has waited for and seen need not be kept.</summary>
    public static async Task ForgetAsync(VattenpassDb db, Guid id, CancellationToken stop)
    {
        db.ImportRuns.RemoveRange(await db.ImportRuns.Where(r => r.Id == id).ToListAsync(stop));
        await db.SaveAsync(Acts.HoldFile, stop: stop);
    }

    private async Task RunAsync(Guid id, Access who, Running here, Func<VattenpassDb, IProgress<WorkStep>, CancellationToken, Task<WorkDone>> work)
    {
        using var over = new CancellationTokenSource();
        var signs = GiveSignsAsync(id, here, over.Token);
        Action<ImportRun>? end = null;
        try
        {
            await using var db = databases.Open(who);
            db.Progress = here;
            var done = await work(db, here, here.Token);
            if (done.Act is null) db.ChangeTracker.Clear();
            var run = await db.ImportRuns.FirstAsync(r => r.Id == id, here.Token);
            if (run.State is not RunState.Running) throw new OperationCanceledException();
            run.Finish(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(done.Outcome)), done.IsRefused);
            await db.SaveAsync(done.Act ?? Acts.HoldFile, stop: here.Token);
        }
        catch (OperationCanceledException)
        {
            end = run => run.Cancel();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            var text = problem is Refusal ? problem.Message : $"Något gick fel när filerna lästes ({problem.GetType().Name}). Inget har sparats.";
            end = run => run.Fail(text);
        }
        await over.CancelAsync();
        await signs;
        if (end is not null) await EndAsync(id, end);
        running.TryRemove(id, out _);
        here.Dispose();
    }

    /// <summary>Never fails: a run that cannot be written gives no more signs, and is taken for lost.</summary>
    private async Task EndAsync(Guid id, Action<ImportRun> end)
    {
        try
        {
            await using var db = databases.OpenAsSystem("inläsning");
            if (await db.ImportRuns.FirstOrDefaultAsync(r => r.Id == id) is not { State: RunState.Running } run) return;
            end(run);
            await db.SaveAsync(Acts.HoldFile);
        }
        catch (Exception away) when (away is not OutOfMemoryException)
        {
            // The database is away, and so the run is over for whoever looks.
        }
    }

    private async Task GiveSignsAsync(Guid id, Running here, CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenSigns);
        while (!over.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(over);
                await using var db = databases.OpenAsSystem("inläsning");
                var run = await db.ImportRuns.FirstAsync(r => r.Id == id, over);
                if (run.State is not RunState.Running) { here.Cancel(); return; }
                run.GiveSign(db.Now);
                await db.SaveAsync(Acts.HoldFile, stop: over);
            }
            catch (Exception missed) when (missed is not OutOfMemoryException)
            {
                // The run is over, or the database is away: several signs missed and it is taken for lost.
            }
        }
    }
}
