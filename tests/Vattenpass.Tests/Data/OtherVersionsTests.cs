using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;

namespace Vattenpass.Tests.Data;

/// <summary>A database of another version of the program is refused in words that say which way.</summary>
public sealed class OtherVersionsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "20260101000000_Old", "före den första utgåvan")]
    [InlineData(DatabaseKind.Postgres, "20260101000000_Old", "före den första utgåvan")]
    [InlineData(DatabaseKind.Sqlite, "20990101000000_Newer", "nyare version")]
    [InlineData(DatabaseKind.Postgres, "20990101000000_Newer", "nyare version")]
    public async Task A_database_of_another_version_is_refused_before_anything_is_changed(DatabaseKind kind, string step, string why)
    {
        if (kind is DatabaseKind.Postgres && TestDatabases.Postgres is null) return;
        var (databases, _, _) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        await using (var db = databases.OpenAsSystem("test"))
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({step}, '10.0.0')""");
        Assert.Contains(why, (await Assert.ThrowsAsync<Refusal>(() => databases.MustBeCurrentAsync())).Message, StringComparison.Ordinal);
        Assert.Contains(why, (await Assert.ThrowsAsync<Refusal>(() => databases.MigrateAsync())).Message, StringComparison.Ordinal);
    }
}
