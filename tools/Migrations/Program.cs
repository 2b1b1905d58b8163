using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

// Scaffolds a migration of the same name for both databases: dotnet run --project tools/Migrations -- NAME
[assembly: SuppressMessage("Usage", "EF1001", Justification = "The design services are the only way to scaffold without dotnet-ef.")]

if (args is not [var name]) throw new InvalidOperationException("Give the migration a name.");
var root = Path.GetFullPath("src/Vattenpass.Web");

Scaffold(new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, Access.None, TimeProvider.System), "Sqlite");
Scaffold(new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=none").Options, Access.None, TimeProvider.System), "Postgres");

void Scaffold(VattenpassDb db, string database)
{
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
#pragma warning disable EF1001
    if (database == "Sqlite") new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
    else new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
    using var provider = services.BuildServiceProvider();
    using var scope = provider.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "Vattenpass.Web", $"Data.Migrations.{database}");
    var files = scaffolder.Save(root, migration, Path.Combine(root, "Data", "Migrations", database), dryRun: false);
    Console.WriteLine(files.MigrationFile);
    db.Dispose();
}
