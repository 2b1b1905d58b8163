using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.PlanFiles;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Commands;

public static class ReportCommand
{
    private static readonly Dictionary<string, (ReportKind Kind, string Layout)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["helar"] = (ReportKind.FullYear, "chefsrapport"),
        ["delar"] = (ReportKind.Interim, "uppfoljningstabell"),
    };

    public static Command Make()
    {
        var kind = new Argument<string>("slag") { Description = "helar (layout chefsrapport), delar (layout uppfoljningstabell) eller plan (som planer läses in)." };
        var year = new Option<int>("--year") { Description = "Året rapporten gäller.", Required = true, HelpName = "år" };
        var layout = new Option<string?>("--layout") { Description = "Rapportens layout.", HelpName = "namn" };
        var format =
            new Option<string>("--format") { Description = "docx, pdf, xlsx, html eller txt.", Required = true, HelpName = "format" };
        var file = new Option<FileInfo>("--out") { Description = "Filen som skrivs.", Required = true, HelpName = "fil" };
        var command = new Command("report", "Skriver en rapport till en fil.") { kind, year, layout, format, file };
        command.SetAction(async (parsed, stop) =>
        {
            var wanted = parsed.GetValue(kind)!;
            if (string.Equals(wanted, "plan", StringComparison.OrdinalIgnoreCase)) return await WritePlanAsync(parsed, parsed.GetValue(year), parsed.GetValue(format)!, parsed.GetValue(file)!, stop);
            Refusal.If(!Kinds.TryGetValue(wanted, out var known), $"Rapporten {wanted} finns inte. Välj {Prose.List([.. Kinds.Keys, "plan"])}.");
            Refusal.If(parsed.GetValue(layout) is { } name && !string.Equals(name, known.Layout, StringComparison.OrdinalIgnoreCase),
                $"Layouten {parsed.GetValue(layout)} finns inte för {wanted}. Välj {known.Layout}.");
            var writer = Formats.Of(parsed.GetValue(format)!);
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            var bytes = await BytesAsync(databases, db, known.Kind, parsed.GetValue(year), writer, stop);
            return await WriteAsync(parsed, bytes, parsed.GetValue(file)!, stop);
        });
        return command;
    }

    private static async Task<int> WritePlanAsync(ParseResult parsed, int year, string format, FileInfo target, CancellationToken stop)
    {
        var writer = Formats.Of(format);
        using var databases = CommandLine.Open(parsed);
        await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
        var document = await PlanOut.ReadAsync(db, db, year, stop) ?? throw new Refusal($"Det finns ingen plan för {year}.");
        return await WriteAsync(parsed, writer.Write(document), target, stop);
    }

    private static async Task<int> WriteAsync(ParseResult parsed, byte[] bytes, FileInfo target, CancellationToken stop)
    {
        target.Directory?.Create();
        await File.WriteAllBytesAsync(target.FullName, bytes, stop);
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"Skrev {target.Name}, {bytes.Length} byte.");
        if (parsed.GetValue(CommandLine.Json))
            await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(new { file = target.Name, bytes = bytes.Length }));
        return 0;
    }

    /// <summary>The signed report's own bytes where there is one; else the newest draft, or one composed here and now.</summary>
    private static async Task<byte[]> BytesAsync(Databases databases, VattenpassDb db, ReportKind kind, int year,
        (string Name, string MediaType, Func<Document, byte[]> Write) format, CancellationToken stop)
    {
        var report = await db.Reports.Include(r => r.Sections)
            .Include(r => r.Files)
            .AsSplitQuery()
            .Where(r => r.Year == year && r.Kind == kind)
            .OrderByDescending(r => r.To)
            .ThenByDescending(r => r.Number)
            .FirstOrDefaultAsync(stop);
        if (report?.Files.FirstOrDefault(f => f.Format == format.Name) is { } stored) return stored.Bytes;
        report ??= new(db.NewId(), Guid.Empty, Guid.Empty, year, kind, ReportPeriods.Of(kind, year, await RulesOn.DayAsync(db, new(year, 12, 31), stop)), 1, ReportHead.Usual, db.Now);
        return format.Write(await new ReportComposer(databases).ComposeAsync(report, stop));
    }
}
