using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Web.Data;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Tests.Fences;

/// <summary>Every stored type has its line, and every stored member its name in the trail.</summary>
public sealed class RowsTests
{
    private static IEnumerable<Type> Stored(VattenpassDb db) => db.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(Entity).IsAssignableFrom);

    [Fact]
    public async Task Every_stored_type_has_one_line_and_every_line_a_stored_type()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        Assert.Equal(Stored(db).Select(t => t.Name).Order(StringComparer.Ordinal), Rows.All.Select(r => r.Type.Name).Order(StringComparer.Ordinal));
        Assert.Equal([], Rows.All.Where(r => r.Type.IsSubclassOf(typeof(Root)) != r.Thing is not null).Select(r => r.Type.Name));
    }

    [Fact]
    public async Task What_is_forgotten_or_secret_is_a_stored_member_of_that_type()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        Assert.Equal([], Rows.All.SelectMany(r => r.Forgotten.Concat(r.Secret).Where(m => db.Model.FindEntityType(r.Type)!.FindProperty(m) is null).Select(m => $"{r.Type.Name}.{m}")));
    }

    [Fact]
    public async Task Every_member_that_the_trail_can_tell_of_has_a_Swedish_name()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        var members = Stored(db).SelectMany(t => db.Model.FindEntityType(t)!.GetProperties()).Select(p => p.Name).Distinct().Except(["Id", "Version"]);
        Assert.Equal([], members.Where(m => !MemberNames.Has(m)).Order(StringComparer.Ordinal));
    }
}
