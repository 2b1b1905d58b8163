using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Demo;

namespace Vattenpass.Web.Commands;

public static class DemoCommand
{
    public static Command Make()
    {
        var command = new Command("demo", "Gör en påhittad kommun när mappen är tom och kör den.") { ServeCommand.Urls };
        command.SetAction(async (parsed, stop) =>
        {
            var today = SwedishTime.DayOf(TimeProvider.System.GetUtcNow());
            await EnsureAsync(clock =>
                new Databases(parsed.GetValue(CommandLine.Data)!.FullName, Environment.GetEnvironmentVariable("Vattenpass__Database"), clock),
                today, parsed.InvocationConfiguration.Error, stop);
            using var databases = CommandLine.Open(parsed);
            await databases.MustBeCurrentAsync(stop);
            await WriteSignInsAsync(databases, parsed, stop);
            await ServeCommand.RunAsync(databases, parsed, isDemo: true, stop);
            return 0;
        });
        return command;
    }

    /// <summary>Makes the demo municipality in an empty database; refuses one that holds anything else.</summary>
    public static async Task EnsureAsync(Func<TimeProvider, Databases> open, DateOnly today, TextWriter progress, CancellationToken stop)
    {
        var clock = new DemoClock();
        using var databases = open(clock);
        await databases.MigrateAsync(stop);
        await using (var db = databases.OpenAsSystem("demo"))
        {
            if (await db.Trail.AnyAsync(e => e.Act == Acts.SetUpDemo.Key, stop)) return;
            Refusal.If(await db.Units.AnyAsync(stop) || await db.Accounts.AnyAsync(stop),
                "Databasen innehåller en riktig verksamhet. Demokommunen görs bara i en tom mapp: ange en annan med --data.");
        }
        await progress.WriteLineAsync("Gör demokommunen …");
        await new DemoBuilder(databases, clock, today).BuildAsync(stop);
    }

    private static async Task WriteSignInsAsync(Databases databases, ParseResult parsed, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("demo");
        var people = parsed.InvocationConfiguration.Error;
        await people.WriteLineAsync($"Logga in med en knapp på inloggningssidan, eller med lösenordet {DemoBuilder.Password} som:");
        foreach (var account in await db.Accounts.AsNoTracking().Include(a => a.Person).OrderBy(a => a.Id).ToListAsync(stop))
            await people.WriteLineAsync($"  {account.UserName,-18} {account.Person.Name}");
    }
}
