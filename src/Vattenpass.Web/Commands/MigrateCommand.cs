using System.CommandLine;

namespace Vattenpass.Web.Commands;

public static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Förbereder databasen för den här versionen av programmet.");
        command.SetAction(async (parsed, stop) =>
        {
            using var databases = CommandLine.Open(parsed);
            await databases.MigrateAsync(stop);
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Databasen är förberedd.");
            if (parsed.GetValue(CommandLine.Json)) await parsed.InvocationConfiguration.Output.WriteLineAsync("{ \"migrated\": true }");
            return 0;
        });
        return command;
    }
}
