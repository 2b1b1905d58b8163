using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
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

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Me.Has(Role.LogReviewer)) return StatusCode(StatusCodes.Status403Forbidden);
        var last = new DateOnly(Today.Year, Today.Month, 1).AddDays(-1);
        Input = new() { From = new(last.Year, last.Month, 1), To = last };
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
            answer = await SaveAsync(Acts.ImportLog, async () =>
            {
                Refusal.If(Input.From is null || Input.To is null, "Ange vilken period loggen gäller.", nameof(Input.From));
                await StoreAsync(id);
                var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                var import = new LogImport(id, (await TreeAsync()).Root!.Id, Input.System ?? "", Input.From!.Value, Input.To!.Value,
                    Files[LogFile.Log.Key]!.FileName, Input.Profile ?? "", Selections(), seed, Me.PersonId, Me.Name, Db.Now);
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
        if (!isSaved) spool.Remove(id);
        else await WaitAsync(id);
        return isSaved || answer is not RedirectResult ? answer : Redirect("/loggkontroll");
    }

    private IFormFileCollection Files => Request.Form.Files;

    /// <summary>What stands for the files that are not chosen.</summary>
    public StoredForLog Stored { get; private set; } = new([], "");

    public bool IsNeeded(LogFile file) => file.Required && !(Stored.IsThere && (file == LogFile.Staff || file == LogFile.Roles));
    public string Instead(LogFile file) => file.Required && !IsNeeded(file) ? $" Utan fil används {Stored.From}." : "";

    protected override async Task ShowAsync()
    {
        await ReadStoredAsync();
        Profiles = [new("Välj automatiskt", ""), .. (await LogProfile.AllAsync(Db, Stop)).Select(p => new SelectListItem(p.Name, p.Name))];
    }

    private async Task ReadStoredAsync()
    {
        await using var whole = databases.OpenAsSystem($"{Me.Name} läser in en logg");
        Stored = await StoredForLog.ReadAsync(whole, Input.To ?? Today, Stop);
    }

    private async Task StoreAsync(Guid id)
    {
        await ReadStoredAsync();
        foreach (var missing in LogFile.All.Where(f => IsNeeded(f) && Files[f.Key] is not { Length: > 0 }))
            throw new Refusal($"Filen {missing.Name} saknas. Välj den och försök igen.");
        Refusal.If(Files[LogFile.Log.Key]!.Length > LogSpool.LargestLog, "Loggen är större än 2 GB. Dela upp den på månader.");
        Refusal.If(IdentityGuard.Find(Files[LogFile.Log.Key]!.FileName) is { Count: > 0 }, "Filens namn pekar ut någon. Döp om filen.");
        var folder = spool.Make(id);
        foreach (var file in LogFile.All)
        {
            var path = Path.Combine(folder.FullName, $"{file.Key}.csv");
            if (Files[file.Key] is { Length: > 0 } sent)
            {
                await using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
                await sent.CopyToAsync(target, Stop);
            }
            else if (Stored.As(file) is { } bytes) await System.IO.File.WriteAllBytesAsync(path, bytes, Stop);
        }
        // A file that cannot be used is refused here, where it can be changed, and not in the queue.
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
