using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Goes through the logs that wait. Any number of instances may do so: one takes an import by changing its version. What it
/// comes to is saved in one transaction, so a crash leaves nothing half-done.
/// </summary>
public sealed class LogWorker(Databases databases, LogSpool spool, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5), BetweenSigns = TimeSpan.FromSeconds(20),
    LostAfter = TimeSpan.FromMinutes(10);
    private readonly string name =
        $"{Environment.MachineName}-{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";
    private readonly SemaphoreSlim news = new(0);
    private readonly ConcurrentDictionary<Guid, Running> running = [];

    private sealed record Running(CancellationTokenSource Cancel)
    {
        public LogProgress Progress { get; set; }
    }

    public LogProgress? ProgressOf(Guid import) => running.TryGetValue(import, out var run) ? run.Progress : null;
    public void Look() => news.Release();
    /// <summary>It runs in this process, so that a log sent here may soon be gone through.</summary>
    public bool IsAtWork => ExecuteTask is { IsCompleted: false };
    public void Cancel(Guid import) { if (running.TryGetValue(import, out var run)) run.Cancel.Cancel(); }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TidyAsync(stoppingToken);
                while (await RunNextAsync(stoppingToken)) { }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // The program stops; another instance, or the next start, takes it from here.
            }
            catch (Exception away) when (away is not OutOfMemoryException)
            {
                // The database is away for a moment; the next turn tries again.
            }
            await ((Task)news.WaitAsync(BetweenLooks, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes back what an instance that is gone had taken, and removes files that nobody waits for.</summary>
    public async Task TidyAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var open = await db.LogImports.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running).ToListAsync(stop);
        foreach (var import in open.Where(i => i.IsAbandoned(db.Now))) import.TakeBack(spool.Of(import.Id).Exists, db.Now);
        foreach (var import in open.Where(i => i.State is ImportState.Waiting
            && !spool.Of(i.Id).Exists
            && i.ImportedAt + LostAfter < db.Now))
            import.Fail("Filerna finns inte kvar. Läs in loggen igen.", db.Now);
        try
        {
            if (db.ChangeTracker.HasChanges()) await db.SaveAsync(Acts.AnalyseLog, stop: stop);
        }
        catch (Refusal)
        {
            return; // Another instance was first.
        }
        var here = spool.Imports();
        foreach (var over in await db.LogImports.Where(i => here.Contains(i.Id)
            && i.State != ImportState.Waiting
            && i.State != ImportState.Running
            && i.State != ImportState.Failed)
            .Select(i => i.Id)
            .ToListAsync(stop))
            spool.Remove(over);
        spool.RemoveAllBut(open.Where(i => !i.IsOver).Select(i => i.Id).ToHashSet(), clock.GetUtcNow());
    }

    /// <returns>False when nothing waits.</returns>
    public async Task<bool> RunNextAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var waiting = (await db.LogImports.Where(i => i.State == ImportState.Waiting)
            .OrderBy(i => i.Id)
            .ToListAsync(stop)).Find(i => spool.Of(i.Id).Exists);
        if (waiting is null) return false;
        try
        {
            waiting.Claim(name, db.Now);
            await db.SaveAsync(Acts.AnalyseLog, stop: stop);
        }
        catch (Refusal)
        {
            return true; // Another instance took it; there may be more.
        }
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var isKept = false;
        var run = running[waiting.Id] = new(cancel);
        try
        {
            using var over = new CancellationTokenSource();
            var signs = GiveSignsAsync(waiting.Id, cancel, over.Token);
            async Task StopSignsAsync()
            {
                await over.CancelAsync();
                await signs;
            }
            try
            {
                await AnalyseAsync(waiting.Id, run, StopSignsAsync, cancel.Token);
            }
            finally
            {
                await StopSignsAsync();
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The page has written that it was cancelled.
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What somebody can put right on the page is not chosen again.
            isKept = problem is Refusal;
            await FailAsync(waiting.Id,
                problem is Refusal ? problem.Message : $"Något gick fel när loggen lästes ({problem.GetType().Name}). Inget har sparats.",
                stop);
        }
        finally
        {
            running.TryRemove(waiting.Id, out _);
            if (!stop.IsCancellationRequested && !isKept) spool.Remove(waiting.Id);
        }
        return true;
    }

    private async Task AnalyseAsync(Guid id, Running run, Func<Task> stopSigns, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var import = await db.LogImports.FirstAsync(i => i.Id == id, stop);
        var settings = await db.LogSettings.AsNoTracking().FirstOrDefaultAsync(stop);
        var rules = settings?.Rules ?? new();
        var pseudonyms = await PseudonymKey.ReadAsync(db, stop);
        var result = await GoThroughAsync(db, import, rules, pseudonyms, run, stop);
        var isKnown = await IsKnownAsync(db, import, result, stop);
        RulesEffect? effect = null;
        if (settings?.Proposed is { } proposed)
        {
            var other = (await GoThroughAsync(db, import, proposed, pseudonyms, run, stop)).Findings;
            effect = new(other.Explained, other.Unexplained, other.Cases.Count, other.QueueRows, other.RegisterItems.Count);
        }
        var superiors = await Superiors.ReadAsync(db, stop);
        var people = (await db.People.AsNoTracking().ToListAsync(stop)).Where(p => p.WorksOn(db.Today)).ToList();
        var maker = new CaseMaker(import, result, superiors, people, db.NewId, db.Now);
        var cases = maker.Make(onlyAskedFor: isKnown);
        await stopSigns();
        await db.Entry(import).ReloadAsync(stop); // The signs of life have changed it since.
        db.LogCases.AddRange(cases);
        import.Finish(name, result.Findings, rules, isKnown ? "" : result.Fingerprint,
            [.. LogQuality.Outside(import.From, import.To, result.Findings.Quality), .. result.Warnings, .. maker.Remarks(cases)],
            cases.Count, effect, db.Now);
        if (isKnown) import.CountNothing();
        PseudonymKey.Keep(db, pseudonyms);
        await db.SaveAsync(Acts.AnalyseLog, stop: stop);
    }

    private async Task<LogResult> GoThroughAsync(VattenpassDb db, LogImport import, ReviewRules rules, Pseudonyms pseudonyms, Running run, CancellationToken stop)
    {
        var folder = spool.Of(import.Id);
        var profiles = await LogProfile.AllAsync(db, stop);
        var log = LogSpool.Log(folder, profiles) ?? throw new Refusal("Loggfilen finns inte kvar. Läs in loggen igen.");
        var analysis = new Analysis(log, LogSpool.Registers(folder, await LogProfile.OfRegistersAsync(db, stop)), rules, import.Profile.Length > 0 ? import.Profile : null,
            profiles, pseudonyms, import.OnlyUser.Length > 0 ? import.OnlyUser : null);
        var options = new LogRunOptions(Math.Clamp(Environment.ProcessorCount, 1, 4), Seed: import.Seed, Progress: p => run.Progress = p);
        return await Task.Run(() => analysis.Run(options, folder, (explainer, ids) =>
            new(import.Selections, import.Seed, import.From, import.To, explainer.Registers, ids.Units.Text, ids.Users.Text, ids.Users.Of, ids.Clients.Of),
            stop), stop);
    }

    /// <summary>The log has been counted before. Then only what was asked for by hand is made; with nothing asked for it is refused.</summary>
    private async Task<bool> IsKnownAsync(VattenpassDb db, LogImport import, LogResult result, CancellationToken stop)
    {
        Refusal.If(result.Findings.Accesses == 0, $"Loggen har inga åtkomster som går att läsa. {string.Join(" ", result.Warnings)}");
        var (first, last) = (result.Findings.Quality.First!.Value, result.Findings.Quality.Last!.Value);
        if (first < import.From || last > import.To) spool.Propose(import.Id, first, last);
        Refusal.If(first < import.From || last > import.To,
            $"Loggen har åtkomster {first:yyyy-MM-dd}–{last:yyyy-MM-dd}, men du angav {import.From:yyyy-MM-dd}–{import.To:yyyy-MM-dd}. Rätta perioden eller filen.");
        var done = await db.LogImports.AsNoTracking()
            .Where(i => i.Id != import.Id && i.State == ImportState.Done && i.Fingerprint != "")
            .ToListAsync(stop);
        var same = done.Find(i => i.Fingerprint == result.Fingerprint);
        if (same is not null && import.Selections is not { RandomDay: false, StaffPercent: 0, Targets: null }) return true;
        Refusal.If(same is not null, $"Samma logg gicks igenom {SwedishTime.Text(same?.EndedAt ?? db.Now)}. Inget nytt har sparats.");
        var overlapping = done.Find(i => i.System.Equals(import.System, StringComparison.OrdinalIgnoreCase)
            && i.From <= import.To
            && i.To >= import.From);
        Refusal.If(overlapping is not null,
            $"En logg från {overlapping?.System} för {overlapping?.From:yyyy-MM-dd}–{overlapping?.To:yyyy-MM-dd} är redan genomgången, och åtkomsterna skulle räknas två gånger. Välj en annan period, eller ge systemet ett eget namn om det är en annan del.");
        return false;
    }

    private async Task FailAsync(Guid id, string problem, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var import = await db.LogImports.FirstAsync(i => i.Id == id, stop);
        if (import.IsOver) return;
        import.Fail(problem, db.Now);
        await db.SaveAsync(Acts.AnalyseLog, stop: stop);
    }

    /// <summary>Tells the others that this instance lives, and hears when somebody has cancelled on another.</summary>
    private async Task GiveSignsAsync(Guid id, CancellationTokenSource cancel, CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenSigns, clock);
        while (!over.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(over);
                await using var db = databases.OpenAsSystem("loggkontroll");
                var import = await db.LogImports.FirstAsync(i => i.Id == id, over);
                if (import.IsOver) { await cancel.CancelAsync(); return; }
                import.GiveSign(db.Now);
                await db.SaveAsync(Acts.AnalyseLog, stop: over);
            }
            catch (Exception missed) when (missed is not OutOfMemoryException)
            {
                // The run is over, or the database is away: several signs missed and another instance takes over.
            }
        }
    }
}

/// <summary>Forgets what points at people in cases that are older than the municipality keeps them.</summary>
public static class LogForgetting
{
    public static async Task<string> RunAsync(Databases databases, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var months = (await db.LogSettings.AsNoTracking().FirstOrDefaultAsync(stop))?.MonthsKept ?? 24;
        var before = db.Now.AddMonths(-months);
        var old = await db.LogCases.Where(c => c.ForgottenOn == null
            && c.CreatedAt < before
            && ((c.Verdict != null && (c.Verdict != Verdict.Unclear || c.AskedOn != null))
                || c.CreatedAt < before.AddMonths(-12))).ToListAsync(stop);
        foreach (var forgotten in old) forgotten.Forget(db.Today);
        var imports = (await db.LogImports.Where(i => i.ImportedAt < before)
            .ToListAsync(stop)).Where(i => i.RegisterItems.Count + i.Remarks.Count > 0
            || i.Selections.Targets is not null).ToList();
        foreach (var import in imports) import.Forget();
        if (old.Count + imports.Count == 0) return "";
        await db.SaveAsync(Acts.ForgetLogCases, stop: stop);
        return old.Count == 0 ? "" : $"{Prose.Number(old.Count, "loggfall", "loggfall")} gallrade";
    }
}
