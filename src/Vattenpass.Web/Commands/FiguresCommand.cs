using System.CommandLine;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Figures;

namespace Vattenpass.Web.Commands;

public static class FiguresCommand
{
    public static Command Make()
    {
        var year = new Option<int>("--year") { Description = "Året nyckeltalen gäller.", Required = true, HelpName = "år" };
        var command = new Command("figures", "Skriver årets nyckeltal.") { year };
        command.SetAction(async (parsed, stop) =>
        {
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var wanted = parsed.GetValue(year);
            Refusal.If(wanted is < 2000 or > 2100, "Skriv året med fyra siffror, till exempel 2024.");
            var figures = YearFigures.Of(await new FactsReader(db).ReadAsync(wanted, Period.Year(wanted), stop));
            var json = FiguresJson.Of(figures);
            Refusal.If(json.Count == 0, $"Det finns inga nyckeltal för {wanted}. Läs in register eller fastställ en plan först.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(CommandLine.Json)
                ? json.ToJsonString(ReadableJson.Options)
                : FiguresText.Of(figures));
            return 0;
        });
        return command;
    }
}
