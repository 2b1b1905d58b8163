using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Access access, TimeProvider clock) : VattenpassDb(options, access, clock)
{
    private const int SavesBetweenCheckpoints = 50;
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static int saves;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        conventions.Properties<string>().UseCollation(SqliteConnections.Collation);
    }

    protected override async Task<IDisposable?> EnterGateAsync(CancellationToken stop)
    {
        await Gate.WaitAsync(stop);
        // Only the gate moves the log into the file: two connections doing so at once can corrupt it (SQLite before 3.51.3).
        var leave = new Leave();
        try
        {
            if (++saves % SavesBetweenCheckpoints == 0) await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", stop);
            return leave;
        }
        catch
        {
            leave.Dispose();
            throw;
        }
    }

    /// <summary>A deferred transaction is a view of the log as it was at its first look, and holds up no writer.</summary>
    public override async Task<IAsyncDisposable> SnapshotAsync(CancellationToken stop = default)
    {
        await Database.OpenConnectionAsync(stop);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        var view = new View(Database, transaction, (await Database.UseTransactionAsync(transaction, stop))!);
        await Units.AsNoTracking().Select(u => u.Id).FirstOrDefaultAsync(stop);
        return view;
    }

    private sealed record View(DatabaseFacade Database, SqliteTransaction Transaction, IDbContextTransaction InUse) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await InUse.DisposeAsync();
            await Transaction.DisposeAsync();
            await Database.CloseConnectionAsync();
        }
    }

    protected override bool IsUniqueClash(DbUpdateException clash) =>
        clash.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    private sealed class Leave : IDisposable
    {
        public void Dispose() => Gate.Release();
    }
}

/// <summary>Sortable UTC text: SQLite cannot order a DateTimeOffset.</summary>
public sealed class UtcText() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, string>(
    at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
    text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

/// <summary>Every SQLite connection gets Swedish order and case rules, durable settings and a busy timeout.</summary>
public sealed class SqliteConnections : DbConnectionInterceptor
{
    public const string Collation = "sv";
    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Prepare(SqliteConnection connection)
    {
        // Order as Swedish does; texts that only look alike stay different, as PostgreSQL's deterministic collation has it.
        connection.CreateCollation(Collation, (a, b) => Swedish.Compare(a, b) is var order and not 0 ? order : string.CompareOrdinal(a, b));
        connection.CreateFunction("lower", (string? text) => text?.ToLower(CultureInfo.GetCultureInfo("sv-SE")), isDeterministic: true);
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA mmap_size=0; PRAGMA wal_autocheckpoint=0;";
        command.ExecuteNonQuery();
    }
}
