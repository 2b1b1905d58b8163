using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Access access,
    TimeProvider clock) : VattenpassDb(options, access, clock)
{
    private const string Collation = "sv-SE-x-icu";

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<Utc>();
        conventions.Properties<string>().UseCollation(Collation);
    }

    protected override Task<IDisposable?> EnterGateAsync(CancellationToken stop) => Task.FromResult<IDisposable?>(null);

    public override async Task<IAsyncDisposable> SnapshotAsync(CancellationToken stop = default)
    {
        var view = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await Units.AsNoTracking().Select(u => u.Id).FirstOrDefaultAsync(stop); // The view is taken at the first look.
        return view;
    }

    protected override bool IsUniqueClash(DbUpdateException clash) =>
        clash.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>PostgreSQL takes only UTC.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
