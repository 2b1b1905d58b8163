using System.CommandLine;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Commands;

public static class ImportCommand
{
    public static Command Make()
    {
        var command = new Command("import", "Läser in filer.");
        command.Add(Registers());
        command.Add(ImportPlanCommand.Make());
        return command;
    }

    private static Command Registers()
    {
        var folder =
            new Argument<DirectoryInfo>("mapp") { Description = "Mapp med .csv, .txt, .tsv, .xlsx och .docx. Filens namn spelar ingen roll, rubrikerna avgör." };
        var year = new Option<int?>("--year") { Description = "Året registren gäller.", HelpName = "år" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Visa vad som skulle hända, spara inget." };
        var large =
            new Option<bool>("--accept-large-change") { Description = "Godkänn att en stor del av ett register ändras eller upphör." };
        var source = new Option<string>("--source") { Description = "Källsystem.", HelpName = "system" };
        var extracted = new Option<DateOnly?>("--extracted") { Description = "Dagen uttaget gjordes.", HelpName = "datum" };
        var filter = new Option<string>("--filter") { Description = "Urval i uttaget.", HelpName = "text" };
        var reconciled = new Option<string>("--reconciled") { Description = "Vad uttaget är avstämt mot.", HelpName = "text" };
        var profile =
            new Option<string?>("--profile") { Description = "Sparad kolumnprofil att läsa filerna med. Utan den används den som passar.", HelpName = "namn" };
        var command = new Command("registers",
            "Läser in alla register i en mapp för ett år: allt eller inget.") { folder, year, dryRun, large, source, extracted, filter, reconciled, profile };
        command.SetAction(async (parsed, stop) =>
        {
            var from = parsed.GetValue(folder)!;
            Refusal.If(!from.Exists, $"Mappen {from.Name} finns inte.");
            var paths = from.EnumerateFiles()
                .Where(f => f.Extension.ToLowerInvariant() is ".csv" or ".txt" or ".tsv" or ".xlsx" or ".docx")
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ToList();
            Refusal.If(paths.Count == 0, $"Mappen {from.Name} har inga .csv-, .xlsx- eller .docx-filer.");
            var files = new List<(string, byte[])>();
            foreach (var path in paths)
            {
                Refusal.If(path.Length > SheetReader.LargestFile, $"Filen {path.Name} är för stor. Dela upp den.");
                files.Add((path.Name, await File.ReadAllBytesAsync(path.FullName, stop)));
            }
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var provenance = new Provenance(parsed.GetValue(source) ?? "", parsed.GetValue(extracted), parsed.GetValue(filter) ?? "",
                parsed.GetValue(reconciled) ?? "");
            using var line = Console.IsErrorRedirected ? null : new ProgressLine(parsed.InvocationConfiguration.Error);
            db.Progress = line;
            var result = await new RegisterImporter(db).RunAsync(files, parsed.GetValue(year), provenance, parsed.GetValue(dryRun),
                parsed.GetValue(large), parsed.GetValue(profile), stop);
            line?.Dispose();
            await WriteAsync(result, parsed.GetValue(dryRun), parsed);
            return result.Errors.Count > 0 ? 1 : 0;
        });
        return command;
    }

    private static async Task WriteAsync(ImportResult result, bool dryRun, ParseResult parsed)
    {
        var people = parsed.InvocationConfiguration.Error;
        foreach (var file in result.Files)
            await people.WriteLineAsync($"{file.FileName}: {file.Kind}, {file.Rows} rader ({file.Added} nya, {file.Changed} ändrade, {file.Ended} upphör)");
        foreach (var join in result.Joins) await people.WriteLineAsync($"{join}.");
        foreach (var warning in result.Warnings) await people.WriteLineAsync($"Obs! {warning}");
        foreach (var error in result.Errors) await people.WriteLineAsync($"Fel: {error}");
        if (result.Errors.Count > 0) await people.WriteLineAsync("Inget har sparats.");
        else if (result.ChangesNothing) await people.WriteLineAsync("Inget nytt: allt var redan inläst.");
        else await people.WriteLineAsync($"{(dryRun ? "Skulle göra" : "Gjorde")}: {string.Join("; ", result.Made.DefaultIfEmpty("registerrader"))}.{(dryRun ? " Inget har sparats." : "")}");
        if (!parsed.GetValue(CommandLine.Json)) return;
        await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(new
        {
            year = result.Year,
            saved = result.Saved && result.Errors.Count == 0,
            made = result.Made,
            files = result.Files.Select(f =>
                new
                {
                    file = f.FileName,
                    kind = f.Kind,
                    encoding = f.Encoding,
                    rows = f.Rows,
                    added = f.Added,
                    changed = f.Changed,
                    ended = f.Ended,
                    unknownColumns = f.UnknownColumns
                }),
            joins = result.Joins.Select(j => new { what = j.What, where = j.Where, found = j.Found, of = j.Of }),
            warnings = result.Warnings.Select(Shape),
            errors = result.Errors.Select(Shape),
        }));
    }

    private static object Shape(ImportRemark remark) =>
        new { file = remark.File, row = remark.Line, column = remark.Column, text = remark.Text };
}
