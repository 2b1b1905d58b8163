using System.CommandLine;
using Vattenpass.Domain;
using Vattenpass.Web.Features.OpenData;

namespace Vattenpass.Web.Commands;

public static class ExportCommand
{
    public static Command Make()
    {
        var year = new Option<int>("--year") { Description = "Året som skrivs ut.", Required = true, HelpName = "år" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Mappen som filerna skrivs i. Den ska vara tom.", Required = true, HelpName = "mapp" };
        var published = new Option<bool>("--publish") { Description = "Bara det som kan publiceras: inga personuppgifter och inga dokument." };
        var command = new Command("export", "Skriver allt om ett år som öppna data (CSV och JSON med beskrivning) och dokument.") { year, folder, published };
        command.SetAction(async (parsed, stop) =>
        {
            var to = parsed.GetValue(folder)!;
            Refusal.If(to.Exists && to.EnumerateFileSystemInfos().Any(), $"Mappen {to.Name} är inte tom. Välj en annan.");
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var files = await YearExport.ReadAsync(db, db, parsed.GetValue(year), parsed.GetValue(published), stop);
            try
            {
                foreach (var file in files)
                {
                    var target = new FileInfo(Path.Combine(to.FullName, file.Path));
                    target.Directory!.Create();
                    await File.WriteAllBytesAsync(target.FullName, file.Bytes, stop);
                }
            }
            catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
            {
                throw new Refusal($"Det går inte att skriva i mappen {to.Name}. Välj en annan.");
            }
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Skrev {files.Count} filer i {to.Name}.{(parsed.GetValue(published) ? "" : " De innehåller personers namn.")}");
            if (parsed.GetValue(CommandLine.Json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(new { files = files.Select(f => new { path = f.Path, bytes = f.Bytes.Length }) }));
            return 0;
        });
        return command;
    }
}
