namespace Vattenpass.Domain.LogReviews;

public enum ImportState { Waiting = 1, Running = 2, Done = 3, Failed = 4, Cancelled = 5 }

/// <summary>The figures of a run with other rules, beside those of the rules in use.</summary>
public sealed record RulesEffect(long Explained, long Unexplained, int Cases, int QueueRows, int RegisterItems);

/// <summary>
/// One access log of a system and a period, waiting to be gone through, being gone through, or summed up. The log itself is
/// never kept: what is left is counts. An instance takes a waiting one by changing its version, so one wins.
/// </summary>
public sealed class LogImport : Root
{
    public const int MostAttempts = 3;
    /// <summary>A run that has given no sign for so long was on an instance that is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public string System { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public string FileName { get; private set; } = "";
    public string Profile { get; private set; } = "";
    public Selections Selections { get; private set; } = Selections.None;
    /// <summary>Whose log it is, where the log names no user; empty where it does.</summary>
    public string OnlyUser { get; private set; } = "";
    /// <summary>Made and saved before the log is read.</summary>
    public string Seed { get; private set; } = "";
    public Guid ImportedById { get; private set; }
    public string ImportedByName { get; private set; } = "";
    public DateTimeOffset ImportedAt { get; private set; }
    public ImportState State { get; private set; } = ImportState.Waiting;
    public int Attempts { get; private set; }
    public string ClaimedBy { get; private set; } = "";
    public DateTimeOffset? SignAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string Problem { get; private set; } = "";
    public string Fingerprint { get; private set; } = "";
    public ReviewRules? Rules { get; private set; }
    public long Accesses { get; private set; }
    public long Duplicates { get; private set; }
    public long BadRows { get; private set; }
    public int CaseCount { get; private set; }
    public int RegisterItemCount { get; private set; }
    public IReadOnlyList<UnitMonthCount> Counts { get; private set; } = [];
    public IReadOnlyList<RegisterItem> RegisterItems { get; private set; } = [];
    public IReadOnlyList<string> Remarks { get; private set; } = [];
    public RulesEffect? Effect { get; private set; }

    private LogImport() { }

    public LogImport(Guid id, Guid boardId, string system, DateOnly from, DateOnly to, string fileName, string profile,
        Selections selections, string seed, Guid importedById, string importedByName, DateTimeOffset at)
    {
        System = Refusal.IfEmpty(system, "Skriv vilket system loggen kommer från.", nameof(System));
        Refusal.If(to < from, "Slutdagen är före startdagen.", nameof(To));
        Refusal.If(to > from.AddMonths(13), "Läs in högst ett år i taget.", nameof(To));
        Refusal.If(selections.StaffPercent is < 0 or > 100, "Andelen ska vara 0–100 %.", nameof(selections.StaffPercent));
        if (selections.Targets is { } targets)
        {
            Refusal.If(targets.Users.Count + targets.Clients.Count == 0,
                "Skriv minst en användare eller enskild för den riktade kontrollen.", "TargetUsers");
            Refusal.If(string.IsNullOrWhiteSpace(targets.Reason), "Skriv varför den riktade kontrollen görs.", "TargetReason");
        }
        Id = id;
        UnitId = boardId;
        Field = Field.Access;
        From = from;
        To = to;
        FileName = fileName;
        Profile = profile.Trim();
        Selections = selections;
        Seed = seed;
        (ImportedById, ImportedByName, ImportedAt) = (importedById, importedByName, at);
    }

    /// <summary>The log is one employee's, and has no column that says whose.</summary>
    public void IsOf(string user) => OnlyUser = user.Trim();

    public override bool BelongsTo(Guid personId) => ImportedById == personId;
    public bool IsOver => State is ImportState.Done or ImportState.Failed or ImportState.Cancelled;

    public void Claim(string worker, DateTimeOffset at)
    {
        Refusal.If(State is not ImportState.Waiting, "Loggen är redan tagen.");
        State = ImportState.Running;
        ClaimedBy = worker;
        SignAt = at;
        Attempts = Attempts + 1;
    }

    public void GiveSign(DateTimeOffset at) => SignAt = at;
    public bool IsAbandoned(DateTimeOffset at) => State is ImportState.Running && SignAt + Silence < at;

    /// <summary>The instance is gone. Tried again while its files are there, otherwise over.</summary>
    public void TakeBack(bool filesRemain, DateTimeOffset at)
    {
        if (filesRemain && Attempts < MostAttempts) (State, ClaimedBy, SignAt) = (ImportState.Waiting, "", null);
        else Fail("Genomgången avbröts när programmet stängdes. Inget har sparats; läs in loggen igen.", at);
    }

    public void Fail(string problem, DateTimeOffset at) => (State, Problem, EndedAt) = (ImportState.Failed, problem, at);

    public void Cancel(DateTimeOffset at)
    {
        Refusal.If(IsOver, "Genomgången är redan klar.");
        (State, EndedAt) = (ImportState.Cancelled, at);
    }

    /// <summary>Read with the wrong registers or the wrong file: it is as if it had not been read, and the right one may be.</summary>
    public void Withdraw(IEnumerable<LogCase> cases, DateTimeOffset at)
    {
        Refusal.If(State is not ImportState.Done, "Bara en genomgången logg kan tas bort.");
        Refusal.If(cases.Any(c => c.IsHandled), "Fall ur loggen har redan hanterats. Inläsningen kan inte tas bort.");
        CountNothing();
        State = ImportState.Cancelled;
        EndedAt = at;
        Fingerprint = "";
        CaseCount = 0;
        Remarks = [];
        Effect = null;
    }

    /// <summary>A log that has been counted before gave the cases that were asked for, and is not counted again.</summary>
    public void CountNothing()
    {
        Accesses = 0;
        Duplicates = 0;
        BadRows = 0;
        Counts = [];
        RegisterItems = [];
        RegisterItemCount = 0;
    }

    public void Finish(string worker, LogFindings findings, ReviewRules rules, string fingerprint, IReadOnlyList<string> remarks, int cases,
        RulesEffect? effect, DateTimeOffset at)
    {
        Refusal.If(State is not ImportState.Running || ClaimedBy != worker, "Genomgången pågår inte längre.");
        State = ImportState.Done;
        EndedAt = at;
        Rules = rules;
        Fingerprint = fingerprint;
        Remarks = remarks;
        Effect = effect;
        Accesses = findings.Accesses;
        Duplicates = findings.Quality.Duplicates;
        BadRows = findings.Quality.Bad;
        CaseCount = cases;
        (Counts, RegisterItems, RegisterItemCount) = (findings.UnitMonths, findings.RegisterItems, findings.RegisterItems.Count);
    }

    /// <summary>What points at users and clients goes when its time is up, also rows shown because they could not be read; the counts stay.</summary>
    public void Forget() => (RegisterItems, Selections, Remarks, OnlyUser) = ([], Selections with { Targets = null }, [], "");
}

/// <summary>The municipality's rules for its log control, the rules proposed to follow them, and for how long cases are kept.</summary>
public sealed class LogSettings : Root
{
    public ReviewRules Rules { get; private set; } = new();
    public ReviewRules? Proposed { get; private set; }
    public int MonthsKept { get; private set; } = 24;

    private LogSettings() { }

    public LogSettings(Guid id, Guid boardId) => (Id, UnitId, Field) = (id, boardId, Field.Access);

    public void Propose(ReviewRules rules) => Proposed = rules.Validated();

    public void Adopt()
    {
        Refusal.If(Proposed is null, "Det finns inga föreslagna regler.");
        (Rules, Proposed) = (Proposed!, null);
    }

    public void Reject() => Proposed = null;

    public void Keep(int months)
    {
        Refusal.If(months is < 1 or > 120, "Fallen sparas 1–120 månader.", nameof(MonthsKept));
        MonthsKept = months;
    }
}
