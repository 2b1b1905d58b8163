using System.CommandLine;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
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
            var document = PlanFileReader.Read(file.Name, await File.ReadAllBytesAsync(file.FullName, stop), stop);
            var isDry = parsed.GetValue(dryRun);
            if (isDry && !CommandLine.HasDatabase(parsed)) return await WriteAsync(PlanReader.Read(document, PlanWording.None, [], parsed.GetValue(year), parsed.GetValue(section)), null, parsed);
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var importer = new PlanImporter(db, databases);
            var read = await importer.ReadAsync(document, parsed.GetValue(year), parsed.GetValue(section), stop);
            if (isDry || read.IsEmpty) return await WriteAsync(read, null, parsed);
            return await WriteAsync(read, await importer.SaveAsync(document, await File.ReadAllBytesAsync(file.FullName, stop), read, PlanChoices.None, stop), parsed);
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
        if (outcome is not null) await people.WriteLineAsync(outcome.Text);
        if (!parsed.GetValue(CommandLine.Json)) return 0;
        await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(new
        {
            title = read.Title.Length > 0 ? read.Title : null,
            year = read.Year,
            plans = read.Sections.Select(s => s.ToString()),
            risks = read.Risks.Select(r => new
            {
                title = r.Title,
                description = Null(r.Description),
                likelihood = r.Likelihood,
                consequence = r.Consequence,
                value = r.Value,
                level = r.Level,
                process = r.Process,
                owner = r.Owner,
                place = $"{r.Place}",
            }),
            controls = read.Controls.Select(Shape),
            measures = read.Measures.Select(Shape),
            warnings = read.Warnings.Select(w => new { table = w.Place.Table, row = w.Place.Row, column = w.Column, text = w.Text }),
            told = read.Told,
            saved = outcome is not null,
        }));
        return 0;
    }

    private static object Shape(ReadItem item) => new
    {
        title = item.Title,
        description = Null(item.Description),
        risk = item.Risk?.Title,
        process = item.Process,
        unit = item.Unit,
        purpose = item.Purpose,
        method = item.Method,
        sample = item.Sample?.Phrase,
        frequency = item.Frequency?.Phrase,
        recurrence = item.Frequency?.Recurrence?.ToString(),
        status = item.Status?.Swedish(),
        responsible = item.Responsible,
        reportingOfficers = item.ReportingOfficers,
        reportTo = item.Receivers,
        start = item.Start,
        checkpoints = item.Checkpoints,
        end = item.End,
        comment = item.Comment,
        kept = item.Kept.Select(k => new { header = k.Header, text = k.Text }),
        place = $"{item.Place}",
    };

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
