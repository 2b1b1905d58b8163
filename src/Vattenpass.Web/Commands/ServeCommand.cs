using System.CommandLine;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Jobs;
using Vattenpass.Web.Mail;

namespace Vattenpass.Web.Commands;

public static class ServeCommand
{
    public static readonly Option<string?> Urls =
        new("--urls") { Description = $"Adress att lyssna på. Utan den {MailSettings.DefaultAddress}.", HelpName = "adress" };

    public static Command Make()
    {
        var command = new Command("serve", "Kör Vattenpass. Databasen ska vara förberedd med migrate.") { Urls };
        command.SetAction(async (parsed, stop) =>
        {
            using var databases = CommandLine.Open(parsed);
            await databases.MustBeCurrentAsync(stop);
            await RunAsync(databases, parsed, isDemo: false, stop);
            return 0;
        });
        return command;
    }

    public static async Task RunAsync(Databases databases, ParseResult parsed, bool isDemo, CancellationToken stop)
    {
        var urls = parsed.GetValue(Urls) ?? MailSettings.DefaultAddress;
        // The demo puts its letters in files, so that they can be looked at; production sends them by SMTP.
        var mail = MailSettings.Read(urls.Split(';')[0], isDemo ? Path.Combine(parsed.GetValue(CommandLine.Data)!.FullName, "brev") : null);
        await using var app = Hosting.Build(databases, TimeProvider.System, isDemo, urls, mail,
            builder => builder.Services.AddSingleton(new JobTools(databases, mail))
                .AddHostedService<JobRunner>()
                .AddHostedService(s => s.GetRequiredService<LogWorker>()));
        await app.StartAsync(stop);
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"Vattenpass svarar på {string.Join(", ", app.Urls)}. Avsluta med Ctrl+C.");
        await app.WaitForShutdownAsync(stop);
    }
}
