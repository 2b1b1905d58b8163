using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Web.Data;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Tests.Fences;

/// <summary>Every stored type has its line, and every stored member its name in the trail.</summary>
public sealed class RowsTests
{
    private static IEnumerable<Type> Stored(VattenpassDb db) =>
        db.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(Entity).IsAssignableFrom);

    [Fact]
    public async Task Every_stored_type_has_one_line_and_every_line_a_stored_type()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        Assert.Equal(Stored(db).Select(t => t.Name).Order(StringComparer.Ordinal),
            Rows.All.Select(r => r.Type.Name).Order(StringComparer.Ordinal));
        Assert.Equal([], Rows.All.Where(r => r.Type.IsSubclassOf(typeof(Root)) != r.Thing is not null).Select(r => r.Type.Name));
    }

    [Fact]
    public async Task What_is_forgotten_or_secret_is_a_stored_member_of_that_type()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        Assert.Equal([], Rows.All.SelectMany(r => r.Forgotten.Concat(r.Secret)
            .Where(m => db.Model.FindEntityType(r.Type)!.FindProperty(m) is null)
            .Select(m => $"{r.Type.Name}.{m}")));
    }

    [Fact]
    public async Task Every_member_that_the_trail_can_tell_of_has_a_Swedish_name()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        var members = Stored(db).SelectMany(t => db.Model.FindEntityType(t)!.GetProperties())
            .Select(p => p.Name)
            .Distinct()
            .Except(["Id", "Version"]);
        Assert.Equal([], members.Where(m => !MemberNames.Has(m)).Order(StringComparer.Ordinal));
    }

    /// <summary>Persons that stand on a row because of what they did: they stay there whoever leaves.</summary>
    private static readonly HashSet<string> WhoDidIt =
    [
        "ReportedById", "ConcludedById", "PerformerId", "ApprovedById", "ById", "SecondId", "DecidedById", "SignedById", "ImportedById",
        "GivenById", "ReceivedById", "CountedById", "OrderedById", "InsteadOfId",
    ];

    private static readonly HashSet<string> StaysWithWhoItWas = ["Account.PersonId", "LogCaseOpening.PersonId", "Reminder.PersonId"];

    [Fact]
    public async Task Every_person_on_a_row_is_either_handed_over_or_did_something()
    {
        await using var db = (await TestDatabases.NewAsync(DatabaseKind.Sqlite, TimeProvider.System)).Databases.OpenAsSystem("test");
        var people = db.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)).SelectMany(t => t.GetProperties()
            .Where(p => p.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Domain.Organisation.Person))
                || p.Name.EndsWith("PersonId", StringComparison.Ordinal)
                || WhoDidIt.Contains(p.Name))
            .Select(p => (Type: t.ClrType, p.Name))).ToList();
        Assert.Equal([], people.Where(p => !Rows.Of(p.Type).HandedOver.Contains(p.Name)
            && !WhoDidIt.Contains(p.Name)
            && !StaysWithWhoItWas.Contains($"{p.Type.Name}.{p.Name}")).Select(p => $"{p.Type.Name}.{p.Name}"));
        Assert.Equal([], Rows.All.SelectMany(r => r.HandedOver.Where(m => db.Model.FindEntityType(r.Type)!.FindProperty(m) is null)
            .Select(m => $"{r.Type.Name}.{m}")));
    }
}
