using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>Takes in a log and its registers. The seed is saved before anything of the log is read.</summary>
[Needs(Thing.LogReviews, Right.Write)]
[RequestSizeLimit(LogSpool.LargestLog + OtherFiles)]
[RequestFormLimits(MultipartBodyLengthLimit = LogSpool.LargestLog + OtherFiles)]
public sealed class ImportModel(VattenpassDb db, Databases databases, LogSpool spool, LogWorker worker) : FormPage<LogImportInput>(db)
{
    private const long OtherFiles = 512L * 1024 * 1024;
    /// <summary>A log of ordinary size is gone through while one waits.</summary>
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(3), BetweenLooks = TimeSpan.FromMilliseconds(50);

    public const string OwnManager = "chef", Myself = "jag";
    public static readonly IReadOnlyList<SelectListItem> Reviewers = [new("Användarens egen chef", OwnManager), new("Jag", Myself)];
    public IReadOnlyList<SelectListItem> Profiles { get; private set; } = [];

    public bool IsSelecting =>
        Input.RandomDay
            || Input.StaffPercent > 0
            || !string.IsNullOrWhiteSpace(Input.TargetUsers)
            || !string.IsNullOrWhiteSpace(Input.TargetClients)
            || !string.IsNullOrWhiteSpace(Input.TargetReason);

    protected override Basis MadeFrom => Basis.Nothing;

    /// <param name="fran">An import that stopped, to be done again with the same files.</param>
    public async Task<IActionResult> OnGetAsync(Guid? fran)
    {
        if (!Me.Has(Role.LogReviewer)) return StatusCode(StatusCodes.Status403Forbidden);
        var last = new DateOnly(Today.Year, Today.Month, 1).AddDays(-1);
        Input = fran is { } stopped && await Db.LogImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == stopped && i.State == ImportState.Failed && i.ImportedById == Me.PersonId, Stop) is { } import
            ? Again(import)
            : new() { From = new(last.Year, last.Month, 1), To = last };
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Me.Has(Role.LogReviewer)) return StatusCode(StatusCodes.Status403Forbidden);
        var id = Db.NewId();
        IActionResult answer;
        try
        {
            var folder = await TakeAsync(id);
            answer = await SaveAsync(Acts.ImportLog, async () =>
            {
                Refusal.If(Input.From is null || Input.To is null, "Ange vilken period loggen gäller.", nameof(Input.From));
                await CheckAsync(folder);
                var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                var import = new LogImport(id, (await TreeAsync()).Root!.Id, await SystemAsync(), Input.From!.Value, Input.To!.Value,
                    NameOf(LogFile.Log)!, Input.Profile ?? "", Selections(), seed, Me.PersonId, Me.Name, Db.Now);
                import.IsOf(Input.OnlyUser ?? "");
                Db.LogImports.Add(import);
            }, () => Redirect($"/loggkontroll/inlasning/{id}"), "Loggen är mottagen.");
        }
        catch
        {
            spool.Remove(id);
            throw;
        }
        // The same form sent twice was saved the first time, under another id.
        var isSaved = answer is RedirectResult && await Db.LogImports.AnyAsync(i => i.Id == id, Stop);
        if (isSaved) await WaitAsync(id);
        else if (answer is RedirectResult) spool.Remove(id);
        return isSaved || answer is not RedirectResult ? answer : Redirect("/loggkontroll");
    }

    /// <summary>Lays what was chosen now beside what was chosen before, so that nothing has to be chosen again.</summary>
    private async Task<DirectoryInfo> TakeAsync(Guid id)
    {
        var busy = await Db.LogImports.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running).Select(i => i.Id).ToListAsync(Stop);
        var folder = spool.Take(Input.Held, id, Me.PersonId, busy.ToHashSet());
        foreach (var dropped in LogFile.All.Where(f => Input.Dropped.Contains(f.Key))) LogSpool.Drop(folder, dropped);
        foreach (var file in LogFile.All)
        {
            if (Files[file.Key] is not { FileName.Length: > 0 } sent) continue;
            await using (var target = new FileStream(PathOf(folder, file), FileMode.Create, FileAccess.Write)) await sent.CopyToAsync(target, Stop);
            LogSpool.Name(folder, file, sent.FileName);
        }
        Keep(id);
        return folder;
    }

    private static string PathOf(DirectoryInfo folder, LogFile file) => Path.Combine(folder.FullName, $"{file.Key}.csv");

    /// <summary>What stopped the import that is done again; null for a new one.</summary>
    public string? Stopped { get; private set; }
    public bool IsPeriodProposed { get; private set; }
    public bool HasFiles => held is { Names.Count: > 0 };

    /// <summary>The files that are chosen already.</summary>
    private HeldLog? held;

    private void Keep(Guid id)
    {
        held = spool.Held(id, Me.PersonId);
        Input.Held = held?.Id;
        ModelState.Remove("Input.Held");
    }

    public string? NameOf(LogFile file) => held?.Names.GetValueOrDefault(file.Key);

    /// <summary>The form of an import that stopped, with the log's own days where they were what stopped it.</summary>
    private LogImportInput Again(LogImport import)
    {
        held = spool.Held(import.Id, Me.PersonId);
        Stopped = import.Problem;
        IsPeriodProposed = held?.From is not null;
        var (selections, targets) = (import.Selections, import.Selections.Targets);
        return new()
        {
            Held = held?.Id,
            System = import.System,
            // Days at the ends may be without an access: the months that the log lies in are proposed.
            From = held?.From is { } first ? new(first.Year, first.Month, 1) : import.From,
            To = held?.To is { } last ? new(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month)) : import.To,
            Profile = import.Profile,
            OnlyUser = import.OnlyUser,
            Reviewer = selections.ByImporter ? Myself : OwnManager,
            RandomDay = selections.RandomDay,
            StaffPercent = selections.StaffPercent > 0 ? selections.StaffPercent : null,
            TargetUsers = string.Join('\n', targets?.Users ?? []),
            TargetClients = string.Join('\n', targets?.Clients ?? []),
            TargetReason = targets?.Reason,
        };
    }

    /// <summary>Names of systems whose logs have been read in, as they were written.</summary>
    public IReadOnlyList<string> Systems { get; private set; } = [];

    /// <summary>A system that has been read before keeps its name, however it is written now: else its log would be counted twice.</summary>
    private async Task<string> SystemAsync()
    {
        var written = (Input.System ?? "").Trim();
        return (await SystemsAsync()).Find(s => RegisterKind.Fold(s) == RegisterKind.Fold(written)) ?? written;
    }

    private async Task<List<string>> SystemsAsync() => await Db.LogImports.AsNoTracking().Where(i => i.State == ImportState.Done).OrderBy(i => i.Id).Select(i => i.System).Distinct().ToListAsync(Stop);

    private IFormFileCollection Files => Request.Form.Files;

    /// <summary>What stands for the files that are not chosen.</summary>
    public StoredForLog Stored { get; private set; } = new([], "");

    public bool IsNeeded(LogFile file) => file.Required && NameOf(file) is null && !(Stored.IsThere && (file == LogFile.Staff || file == LogFile.Roles));
    public string Instead(LogFile file) => file.Required && NameOf(file) is null && !IsNeeded(file) ? $" Utan fil används {Stored.From}." : "";

    protected override async Task ShowAsync()
    {
        await ReadStoredAsync();
        Systems = await SystemsAsync();
        Profiles = [new("Välj automatiskt", ""), .. (await LogProfile.AllAsync(Db, Stop)).Select(p => new SelectListItem(p.Name, p.Name))];
    }

    private async Task ReadStoredAsync()
    {
        await using var whole = databases.OpenAsSystem($"{Me.Name} läser in en logg");
        Stored = await StoredForLog.ReadAsync(whole, Input.To ?? Today, Stop);
    }

    /// <summary>A file that cannot be used is refused here, where it can be changed, and not in the queue.</summary>
    private async Task CheckAsync(DirectoryInfo folder)
    {
        await ReadStoredAsync();
        foreach (var missing in LogFile.All.Where(IsNeeded)) throw new Refusal($"Filen {missing.Name} saknas. Välj den och försök igen.");
        Refusal.If(new FileInfo(PathOf(folder, LogFile.Log)).Length > LogSpool.LargestLog, "Loggen är större än 2 GB. Dela upp den på månader.");
        foreach (var empty in LogFile.All.Where(f => NameOf(f) is not null && new FileInfo(PathOf(folder, f)).Length == 0)) throw new Refusal($"Filen {NameOf(empty)} är tom. Välj en annan.");
        foreach (var sent in Files) Refusal.If(IdentityGuard.Find(sent.FileName) is { Count: > 0 }, "Ett filnamn pekar ut någon. Döp om filen.");
        foreach (var file in LogFile.All.Where(f => NameOf(f) is null))
            if (Stored.As(file) is { } bytes) await System.IO.File.WriteAllBytesAsync(PathOf(folder, file), bytes, Stop);
        var profiles = await LogProfile.AllAsync(Db, Stop);
        var log = LogSpool.Log(folder, profiles)!;
        LogColumns.Of(log, profiles, string.IsNullOrEmpty(Input.Profile) ? null : Input.Profile, string.IsNullOrWhiteSpace(Input.OnlyUser) ? null : Input.OnlyUser.Trim());
        RegisterReader.Check(LogSpool.Registers(folder, await LogProfile.OfRegistersAsync(Db, Stop)));
    }

    private Selections Selections()
    {
        var (users, clients) = (Lines(Input.TargetUsers), Lines(Input.TargetClients));
        var targets = users.Count + clients.Count == 0 && string.IsNullOrWhiteSpace(Input.TargetReason)
            ? null
            : new Targets(users, clients, Input.From!.Value, Input.To!.Value, Input.TargetReason ?? "");
        return new(Input.RandomDay, Input.StaffPercent ?? 0, targets, Input.Reviewer == Myself);
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Closing the page meanwhile changes nothing: the import is saved.</summary>
    private async Task WaitAsync(Guid id)
    {
        worker.Look();
        if (!worker.IsAtWork) return;
        for (var waited = TimeSpan.Zero; waited < WorthWaiting; waited += BetweenLooks)
        {
            if ((await Db.LogImports.AsNoTracking().FirstAsync(i => i.Id == id, Stop)).IsOver) return;
            await Task.Delay(BetweenLooks, Stop);
        }
    }
}

public sealed class LogImportInput
{
    /// <summary>Files that were chosen before, and could not be used then.</summary>
    public Guid? Held { get; set; }
    /// <summary>Files that were chosen before and are not wanted.</summary>
    public List<string> Dropped { get; set; } = [];
    public string? System { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public string? Profile { get; set; }
    public string? OnlyUser { get; set; }
    public string Reviewer { get; set; } = ImportModel.OwnManager;
    public bool RandomDay { get; set; }
    public int? StaffPercent { get; set; }
    public string? TargetUsers { get; set; }
    public string? TargetClients { get; set; }
    public string? TargetReason { get; set; }
}
