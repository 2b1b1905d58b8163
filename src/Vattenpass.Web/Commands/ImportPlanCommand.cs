using System.CommandLine;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Web.Features.PlanFiles;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Commands;

public static class ImportPlanCommand
{
    public static Command Make()
    {
        var path = new Argument<FileInfo>("fil") { Description = "Plan eller uppföljning som .docx eller .xlsx." };
        var year = new Option<int?>("--year") { Description = "Året planen gäller. Utan det gäller året i filen.", HelpName = "år" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Visa vad som läses, spara inget." };
        var section = new Option<string?>("--plan") { Description = "Vilken plan, när filen har flera.", HelpName = "namn" };
        var command = new Command("plan", "Läser in en internkontrollplan eller en uppföljning av den.") { path, year, dryRun, section };
        command.SetAction(async (parsed, stop) =>
        {
            var file = parsed.GetValue(path)!;
            Refusal.If(!file.Exists, $"Filen {file.Name} finns inte.");
            Refusal.If(file.Length > PlanFileReader.LargestFile, $"Filen {file.Name} är större än {PlanFileReader.LargestFile / 1024 / 1024} MB.");
            var bytes = await File.ReadAllBytesAsync(file.FullName, stop);
            var document = PlanFileReader.Read(file.Name, bytes, stop);
            var isDry = parsed.GetValue(dryRun);
            if (isDry && !CommandLine.HasDatabase(parsed)) return await WriteAsync(PlanReader.Read(document, PlanWording.None, [], parsed.GetValue(year), parsed.GetValue(section), stop: stop), null, parsed);
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var importer = new PlanImporter(db);
            var read = await importer.ReadAsync(document, await importer.WordingAsync(stop), parsed.GetValue(year), parsed.GetValue(section), stop);
            if (isDry || read.IsEmpty) return await WriteAsync(read, null, parsed);
            var outcome = await importer.ApplyAsync(document, bytes, read, PlanChoices.None, stop);
            await db.SaveAsync(Acts.ReadPlan, stop: stop);
            return await WriteAsync(read, outcome, parsed);
        });
        return command;
    }

    private static async Task<int> WriteAsync(ReadPlan read, PlanOutcome? outcome, ParseResult parsed)
    {
        var people = parsed.InvocationConfiguration.Error;
        foreach (var told in read.Told) await people.WriteLineAsync($"Obs! {told}");
        Refusal.If(read.IsEmpty, PlanImporter.NothingFound(read));
        foreach (var warning in read.Warnings) await people.WriteLineAsync($"Obs! {warning.Place}{(warning.Column.Length > 0 ? $", {warning.Column}" : "")}: {warning.Text}");
        await people.WriteLineAsync($"Läste {PlanImporter.Counted(read)}.{(outcome is null ? " Inget har sparats." : "")}");
        foreach (var left in outcome?.Left ?? []) await people.WriteLineAsync($"Obs! {left}");
        if (outcome is not null) await people.WriteLineAsync(outcome.Text);
        if (!parsed.GetValue(CommandLine.Json)) return 0;
        await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(PlanJson.Of(read, outcome is { Changed: true })));
        return 0;
    }
}
