using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Web.Data;

/// <summary>
/// All data, asked for as someone: every root is filtered by <see cref="Access"/>, and nothing is saved but through SaveAsync.
/// One model, two databases: <see cref="SqliteDb"/> and <see cref="PostgresDb"/>.
/// </summary>
public abstract partial class VattenpassDb(DbContextOptions options, Access access, TimeProvider clock) : DbContext(options)
{
    public Access Access { get; } = access;
    public TimeProvider Clock { get; } = clock;

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Title> Titles => Set<Title>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Occasion> Occasions => Set<Occasion>();
    public DbSet<Sample> Samples => Set<Sample>();
    public DbSet<FormVersion> Forms => Set<FormVersion>();
    public DbSet<LibraryItem> LibraryItems => Set<LibraryItem>();
    public DbSet<BoardDate> BoardDates => Set<BoardDate>();
    public DbSet<PlanFile> PlanFiles => Set<PlanFile>();
    public DbSet<PlanProfile> PlanProfiles => Set<PlanProfile>();
    public DbSet<BoardQuestion> Questions => Set<BoardQuestion>();
    public DbSet<Routine> Routines => Set<Routine>();
    public DbSet<EffectControl> Effects => Set<EffectControl>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<RiskProposal> Proposals => Set<RiskProposal>();
    public DbSet<Envelope> Envelopes => Set<Envelope>();
    public DbSet<RoutineFinding> RoutineFindings => Set<RoutineFinding>();
    public DbSet<HeldFile> HeldFiles => Set<HeldFile>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<LocalRule> LocalRules => Set<LocalRule>();
    public DbSet<GradeScale> GradeScales => Set<GradeScale>();
    public DbSet<TellingSettings> Telling => Set<TellingSettings>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<CalendarFeed> Feeds => Set<CalendarFeed>();
    public DbSet<Deviation> Deviations => Set<Deviation>();
    public DbSet<MedicineStore> Stores => Set<MedicineStore>();
    public DbSet<StoreCount> StoreCounts => Set<StoreCount>();
    public DbSet<MedicineSettings> MedicineSettings => Set<MedicineSettings>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<RegisterRow> RegisterRows => Set<RegisterRow>();
    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();
    public DbSet<RegisterDefinition> RegisterDefinitions => Set<RegisterDefinition>();
    public DbSet<PermissionRules> PermissionRules => Set<PermissionRules>();
    public DbSet<ColumnProfile> ColumnProfiles => Set<ColumnProfile>();
    public DbSet<LogImport> LogImports => Set<LogImport>();
    public DbSet<LogCase> LogCases => Set<LogCase>();
    public DbSet<LogCaseOpening> LogCaseOpenings => Set<LogCaseOpening>();
    public DbSet<LogSettings> LogSettings => Set<LogSettings>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<AuditEntry> Trail => Set<AuditEntry>();
    public DbSet<AuditValues> TrailValues => Set<AuditValues>();
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<StoredKey> Keys => Set<StoredKey>();

    /// <summary>From here until it is disposed everything is read as it stands now, whatever is saved meanwhile. For reading only.</summary>
    public abstract Task<IAsyncDisposable> SnapshotAsync(CancellationToken stop = default);

    /// <summary>Takes in a row that the product fetched with its own eyes, so that somebody who may change it without seeing it can.</summary>
    public T Take<T>(T row) where T : Entity
    {
        if (Entry(row).State is EntityState.Detached) Attach(row);
        return row;
    }

    /// <summary>A new key in order of time. The time is the moment of the act, so tests with a fixed clock stay in order too.</summary>
    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The day it is in Sweden.</summary>
    public DateOnly Today => SwedishTime.DayOf(Now);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(VattenpassDb).Assembly);
        AddReadFilters(model);
    }
}

/// <summary>Remembers a form that has been taken in, so that sending it twice makes one.</summary>
public sealed class Submission
{
    public Guid Key { get; init; }
    public DateTimeOffset At { get; init; }
    /// <summary>A hash of what the form held.</summary>
    public string Content { get; init; } = "";
}

/// <summary>A key of the ring that protects cookies and forms, shared by every instance on the database.</summary>
public sealed class StoredKey
{
    public int Id { get; init; }
    public string Xml { get; init; } = "";
}
