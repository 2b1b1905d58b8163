using Npgsql;
using Vattenpass.Web.Data;
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
    public void The_tests_run_on_PostgreSQL_too() => Assert.True(TestDatabases.Postgres is not null || !TestDatabases.IsCi, "Under CI=true the tests need VATTENPASS_TEST_POSTGRES.");
}

public sealed class FactWithPostgresAttribute : FactAttribute
{
    public FactWithPostgresAttribute()
    {
        if (TestDatabases.Postgres is null && !TestDatabases.IsCi) Skip = "There is no PostgreSQL: every test on it is left out. ./do test starts one.";
    }
}

/// <summary>Fresh databases for tests: a folder each for SQLite, a database each, from a migrated template, for PostgreSQL.</summary>
public static class TestDatabases
{
    /// <summary>A connection string to a server the tests may make databases on, set by ./do test.</summary>
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("VATTENPASS_TEST_POSTGRES");
    public static bool IsCi { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static string? template;
    private static string? sqliteTemplate;

    public static async Task<(Databases Databases, string Folder, string? Connection)> NewAsync(DatabaseKind kind, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-test-").FullName;
        await Gate.WaitAsync();
        try
        {
            if (kind is DatabaseKind.Sqlite)
            {
                if (sqliteTemplate is null)
                {
                    var source = Directory.CreateTempSubdirectory("vattenpass-template-").FullName;
                    using (var databases = new Databases(source, null, clock)) await databases.MigrateAsync();
                    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                    sqliteTemplate = Path.Combine(source, "vattenpass.db");
                }
                File.Copy(sqliteTemplate, Path.Combine(folder, "vattenpass.db"));
                return (new(folder, null, clock), folder, null);
            }
            var connection = await FromTemplateAsync(clock);
            return (new(folder, connection, clock), folder, connection);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> FromTemplateAsync(TimeProvider clock)
    {
        if (template is null)
        {
            var name = $"t_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
            await RunAsync($"CREATE DATABASE {name}");
            using (var databases = new Databases(Path.GetTempPath(), To(name), clock)) await databases.MigrateAsync();
            NpgsqlConnection.ClearAllPools();
            template = name;
        }
        var database = $"d_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await RunAsync($"CREATE DATABASE {database} TEMPLATE {template}");
        return To(database);
    }

    private static string To(string database) => new NpgsqlConnectionStringBuilder(Postgres!) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres!);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A clock that stands where it is put.</summary>
public sealed class FixedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;
    public void Set(DateOnly day) => Interlocked.Exchange(ref ticks, new DateTimeOffset(day, new(9, 0), TimeSpan.Zero).UtcTicks);

    /// <summary>A whole hour in Sweden.</summary>
    public void Set(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new(hour, 0));
        Interlocked.Exchange(ref ticks, new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(local)).UtcTicks);
    }

    /// <summary>Moves on a moment at each look, so that keys are in order.</summary>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
