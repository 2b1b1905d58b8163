using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;
using Xunit.Sdk;

namespace Vattenpass.Tests;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Each test runs on both databases. Without a PostgreSQL it is shown as skipped here, and fails under CI.</summary>
[DataDiscoverer("Xunit.Sdk.DataDiscoverer", "xunit.core")]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod)
    {
        yield return [DatabaseKind.Sqlite];
        if (TestDatabases.Postgres is not null || TestDatabases.IsCi) yield return [DatabaseKind.Postgres];
    }
}

/// <summary>Stands in the list as skipped when there is no PostgreSQL, so that nobody believes it was tried.</summary>
public sealed class PostgresIsTried
{
    [FactWithPostgres]
    public void The_tests_run_on_PostgreSQL_too() =>
        Assert.True(TestDatabases.Postgres is not null || !TestDatabases.IsCi, "Under CI=true the tests need VATTENPASS_TEST_POSTGRES.");
}

public sealed class FactWithPostgresAttribute : FactAttribute
{
    public FactWithPostgresAttribute()
    {
        if (TestDatabases.Postgres is null && !TestDatabases.IsCi)
            Skip = "There is no PostgreSQL: every test on it is left out. ./do test starts one.";
    }
}

/// <summary>
/// Fresh databases for tests, copied from a template that is made once a run: the schema alone, or with the cast in place.
/// A copy is a file on SQLite and CREATE DATABASE … TEMPLATE on PostgreSQL.
/// </summary>
public static class TestDatabases
{
    /// <summary>A connection string to a server the tests may make databases on, set by ./do test.</summary>
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("VATTENPASS_TEST_POSTGRES");
    public static bool IsCi { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<(DatabaseKind, string Scene), (string Source, object? Made)> Templates = [];

    public static async Task<(Databases Databases, string Folder, string? Connection)> NewAsync(DatabaseKind kind, TimeProvider clock)
    {
        var (databases, folder, connection, _) = await CopyAsync<object>(kind, clock, "schema", Cast.Today,
            _ => Task.FromResult<object?>(null));
        return (databases, folder, connection);
    }

    /// <summary>A database with the town that all tests share. The cast's objects are the same for every copy: read them, never change them.</summary>
    public static async Task<(Databases Databases, string Folder, Cast Cast)> WithCastAsync(DatabaseKind kind, TimeProvider clock, Passwords passwords)
    {
        var (databases, folder, _, cast) = await CopyAsync(kind, clock, "cast", Cast.Today,
            async made => (Cast?)await Cast.SetAsync(made.Databases, made.Clock, passwords));
        return (databases, folder, cast!);
    }

    /// <summary>A database with what a scene fills it with, which is done once a run on each database and copied after that.</summary>
    public static async Task<Databases> WithAsync(DatabaseKind kind, string scene, DateOnly day, Func<Databases, Task> fill)
    {
        var (databases, _, _, _) = await CopyAsync<object>(kind, At(day), scene, day, async made =>
        {
            await fill(made.Databases);
            return null;
        });
        return databases;
    }

    public static void Remove(Databases databases, string folder)
    {
        databases.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static FixedClock At(DateOnly day) => new(new(day, new(9, 0), TimeSpan.Zero));

    private static async Task<(Databases, string, string?, T?)> CopyAsync<T>(DatabaseKind kind, TimeProvider clock, string scene,
        DateOnly day, Func<(Databases Databases, FixedClock Clock), Task<T?>> fill) where T : class
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-test-").FullName;
        await Gate.WaitAsync();
        try
        {
            if (!Templates.TryGetValue((kind, scene), out var template))
                Templates[(kind, scene)] = template = await MakeAsync(kind, day, fill);
            if (kind is DatabaseKind.Sqlite)
            {
                File.Copy(template.Source, Path.Combine(folder, "vattenpass.db"));
                return (new(folder, null, clock), folder, null, (T?)template.Made);
            }
            var connection = To(await CreateAsync($" TEMPLATE {template.Source}"));
            return (new(folder, connection, clock), folder, connection, (T?)template.Made);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<(string Source, object? Made)> MakeAsync<T>(DatabaseKind kind, DateOnly day,
        Func<(Databases, FixedClock), Task<T?>> fill) where T : class
    {
        var clock = At(day);
        var folder = Directory.CreateTempSubdirectory("vattenpass-template-").FullName;
        var name = kind is DatabaseKind.Postgres ? await CreateAsync("") : null;
        object? made;
        using (var databases = new Databases(folder, name is null ? null : To(name), clock))
        {
            await databases.MigrateAsync();
            made = await fill((databases, clock));
            if (name is null) await CheckpointAsync(databases);
        }
        if (name is null) Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearAllPools();
        return (name ?? Path.Combine(folder, "vattenpass.db"), made);
    }

    /// <summary>What has been written lies in a log beside the file until it is moved over; only the file is copied.</summary>
    private static async Task CheckpointAsync(Databases databases)
    {
        await using var db = databases.OpenAsSystem("mall");
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task<string> CreateAsync(string from)
    {
        var name = $"t_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await using var connection = new NpgsqlConnection(Postgres!);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}{from}", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

    private static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Postgres!) { Database = database, MaxPoolSize = 10 }.ConnectionString;
}

/// <summary>A clock that stands where it is put.</summary>
public sealed class FixedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;
    public void Set(DateOnly day) => Interlocked.Exchange(ref ticks, new DateTimeOffset(day, new(9, 0), TimeSpan.Zero).UtcTicks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    /// <summary>A whole hour in Sweden.</summary>
    public void Set(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new(hour, 0));
        Interlocked.Exchange(ref ticks,
            new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(local)).UtcTicks);
    }

    /// <summary>Moves on a moment at each look, so that keys are in order.</summary>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
