using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Data;

/// <summary>Which database this installation has, and the way to open it as someone.</summary>
public sealed class Databases : IDisposable
{
    private readonly DbContextOptions<SqliteDb>? sqlite;
    private readonly DbContextOptions<PostgresDb>? postgres;
    private readonly TimeProvider clock;
    private readonly FileStream? fileLock;

    /// <summary>No other program can have it open.</summary>
    public bool IsAlone => sqlite is not null;

    /// <summary>Where files and keys live, and SQLite when that is the database.</summary>
    public string Folder { get; }

    /// <param name="folder">Where SQLite, files and keys live.</param>
    /// <param name="connection">A PostgreSQL connection string, or null for SQLite in the folder.</param>
    /// <exception cref="Refusal">Another process already has the SQLite file.</exception>
    public Databases(string folder, string? connection, TimeProvider clock)
    {
        this.clock = clock;
        Folder = folder;
        if (!string.IsNullOrWhiteSpace(connection))
        {
            postgres = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection,
                o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new SaveProgress()).Options;
            return;
        }
        Directory.CreateDirectory(folder);
        fileLock = Lock(Path.Combine(folder, "vattenpass.lock"));
        sqlite = new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite($"Data Source={FileIn(folder)}", o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqliteConnections(), new SaveProgress()).Options;
    }

    /// <summary>There is a database to open: a server, or a file in the folder.</summary>
    public static bool IsThere(string folder, string? connection) => !string.IsNullOrWhiteSpace(connection) || File.Exists(FileIn(folder));

    private static string FileIn(string folder) => Path.Combine(folder, "vattenpass.db");

    public VattenpassDb Open(Access access) =>
        sqlite is not null ? new SqliteDb(sqlite, access, clock) : new PostgresDb(postgres!, access, clock);

    public VattenpassDb OpenAsSystem(string name) => Open(Access.System(name));

    public async Task MigrateAsync(CancellationToken stop = default)
    {
        await using var db = OpenAsSystem("migrering");
        await MustBeOursAsync(db, stop);
        await db.Database.MigrateAsync(stop);
    }

    /// <summary>Refuses a database that is not at this program's schema.</summary>
    public async Task MustBeCurrentAsync(CancellationToken stop = default)
    {
        await using var db = OpenAsSystem("start");
        await MustBeOursAsync(db, stop);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).Count();
        Refusal.If(pending > 0, $"Databasen är inte förberedd för den här versionen ({pending.ToString(CultureInfo.InvariantCulture)} steg saknas). Kör först: vattenpass migrate");
    }

    /// <summary>Refuses a database made by a newer program, or by one from before the first release: its steps were replaced by one (ADR 0024).</summary>
    private static async Task MustBeOursAsync(VattenpassDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToList();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(stop)).Except(known).ToList();
        var first = known[0];
        Refusal.If(unknown.Exists(m => string.CompareOrdinal(m, first) < 0),
            "Databasen är gjord före den första utgåvan och kan inte föras över. Börja med en ny databas, och läs in registren i den.");
        Refusal.If(unknown.Count > 0, "Databasen hör till en nyare version av programmet. Uppgradera programmet.");
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new Refusal("Databasen används redan av ett annat Vattenpass. Stäng det först, eller ange en annan mapp med --data.");
        }
    }

    public void Dispose() => fileLock?.Dispose();
}
