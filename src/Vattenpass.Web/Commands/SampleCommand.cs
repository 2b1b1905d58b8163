using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Commands;

/// <summary>Draws a sample that anyone can draw again, and verifies one that somebody else has drawn. Needs no database.</summary>
public static class SampleCommand
{
    private static readonly Option<FileInfo> File =
        new("--population")
        {
            Description = "Filen med det som kan dras: .csv eller .xlsx med rubriker, eller .txt med en nyckel per rad.",
            Required = true,
            HelpName = "fil"
        };
    private static readonly Option<string?> Key =
        new("--key") { Description = "Kolumnen med nyckeln. Utan den registrets nyckel, annars första kolumnen.", HelpName = "kolumn" };
    private static readonly Option<string?> Stratify =
        new("--stratify") { Description = "Kolumnen som delar upp i grupper.", HelpName = "kolumn" };
    private static readonly Option<string> Seed =
        new("--seed") { Description = "Slumptalet. Bestäm det innan listan läses.", Required = true, HelpName = "text" };
    private static readonly Option<int?> Size =
        new("--size") { Description = "Hur många som dras, per grupp när --stratify används.", HelpName = "antal" };
    private static readonly Option<int?> Percent =
        new("--percent") { Description = "Hur många procent som dras, avrundat uppåt och minst en per grupp.", HelpName = "procent" };
    private static readonly Option<string> Algorithm =
        new("--algorithm")
        {
            Description = $"{Draw.ByTicket} eller {Draw.ByRivest} (med återläggning).",
            DefaultValueFactory = _ => Draw.ByTicket,
            HelpName = "namn"
        };
    private static readonly Option<FileInfo> Result = new("--result")
    {
        Description = "Resultatet från sample draw --json.",
        Required = true,
        HelpName = "fil"
    };

    public static Command Make() => new("sample", "Drar och kontrollerar stickprov.") { MakeDraw(), MakeVerify() };

    private static Command MakeDraw()
    {
        var command = new Command("draw",
            "Drar ett stickprov som vem som helst kan räkna om.") { File, Seed, Size, Percent, Key, Stratify, Algorithm };
        command.SetAction(async (parsed, stop) =>
        {
            var (size, percent, algorithm) = (parsed.GetValue(Size), parsed.GetValue(Percent), parsed.GetValue(Algorithm)!);
            if ((size is null) == (percent is null)
                || algorithm is not (Draw.ByTicket or Draw.ByRivest)
                || (algorithm == Draw.ByRivest && size is null))
            {
                const string wrong =
                    "ange antingen --size eller --percent; --algorithm är sha256-ticket eller rivest, och rivest behöver --size.";
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"Fel användning: {wrong}");
                if (parsed.GetValue(CommandLine.Json))
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(new JsonObject { ["error"] = wrong }.ToJsonString(ReadableJson.Options));
                return 2;
            }
            Refusal.If(size is < 1, "Antalet ska vara minst 1.");
            Refusal.If(percent is < 1 or > 100, "Andelen ska vara 1–100 %.");
            var population = await ReadAsync(parsed.GetValue(File)!, parsed.GetValue(Key), parsed.GetValue(Stratify), stop);
            Refusal.If(population.Count == 0, "Populationen är tom. Kontrollera filen.");
            var rule = new DrawRule(algorithm, size, percent, parsed.GetValue(Key), parsed.GetValue(Stratify));
            var items = rule.Apply(population, parsed.GetValue(Seed)!);
            var document = SampleDocument.Of(rule, parsed.GetValue(Seed)!, population.Count, population.Sha256, items,
                rule.Strength(population, items));
            if (parsed.GetValue(CommandLine.Json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(document.ToJsonString(ReadableJson.Options));
            else await WriteAsync(document, parsed.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Command MakeVerify()
    {
        var command = new Command("verify",
            "Räknar om ett stickprov. Svarar 0 när det stämmer, 3 när det inte gör det.") { File, Result, Key, Stratify };
        command.SetAction(async (parsed, stop) =>
        {
            var result = await ReadResultAsync(parsed.GetValue(Result)!, stop);
            var rule = DrawRule.Of(result, parsed.GetValue(Key), parsed.GetValue(Stratify));
            var findings = SampleCheck.Compare(await ReadAsync(parsed.GetValue(File)!, rule.Key, rule.Stratify, stop), result, rule);
            if (parsed.GetValue(CommandLine.Json))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Serialize(new { verified = findings.Count == 0, findings }));
            else await parsed.InvocationConfiguration.Output.WriteLineAsync(findings.Count == 0
                ? "Stickprovet stämmer: samma lista, samma slumptal, samma dragning."
                : "Stickprovet stämmer inte:");
            foreach (var finding in findings) await parsed.InvocationConfiguration.Error.WriteLineAsync($"  {finding}");
            return findings.Count == 0 ? 0 : 3;
        });
        return command;
    }

    private static async Task WriteAsync(JsonObject document, TextWriter output)
    {
        await output.WriteLineAsync($"Population: {document["population"]!["count"]} st, SHA-256 {document["population"]!["sha256"]}");
        foreach (var item in document["items"]!.AsArray())
            await output.WriteLineAsync($"{item!["key"]}\t{item["ticket"]}\t{item["stratum"]}");
        if (document["strength"] is { } strength) await output.WriteLineAsync(strength.ToString());
    }

    private static async Task<Population> ReadAsync(FileInfo file, string? key, string? stratify, CancellationToken stop)
    {
        Refusal.If(!file.Exists, $"Filen {file.Name} finns inte.");
        Refusal.If(file.Length > SheetReader.LargestFile, $"Filen {file.Name} är för stor. Dela upp den.");
        var bytes = await System.IO.File.ReadAllBytesAsync(file.FullName, stop);
        Refusal.If(file.Extension.Equals(".txt", StringComparison.OrdinalIgnoreCase) && (key is not null || stratify is not null),
            "En .txt har en nyckel per rad och inga kolumner. Använd .csv eller .xlsx för --key och --stratify.");
        if (file.Extension.Equals(".txt", StringComparison.OrdinalIgnoreCase))
            return Population.Of(TextDecoding.Decode(file.Name, bytes).Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        var sheet = SheetReader.Read(file.Name, bytes, Knows, stop);
        int Knows(IReadOnlyList<string> headers) => key is null ? KindsInUse.BuiltIn.Knows(headers)
            : headers.Count(h => RegisterKind.Fold(h) == RegisterKind.Fold(key));
        var keyColumn = key is not null
            ? Column(sheet, key)
            : RegisterKind.Recognise(sheet.Headers)?.KeyColumns is [var only] ? Column(sheet, only)
            : 0;
        var stratum = stratify is null ? -1 : Column(sheet, stratify);
        return Population.Of(sheet.Rows.Select(r =>
        {
            Refusal.If(string.IsNullOrWhiteSpace(r.At(keyColumn)),
                $"{sheet.FileName}, rad {r.Line}, kolumnen {sheet.Headers[keyColumn]}: nyckeln är tom. Fyll i den eller ta bort raden.");
            return new Candidate(r.At(keyColumn), stratum < 0 ? "" : r.At(stratum));
        }));
    }

    private static int Column(Sheet sheet, string name)
    {
        for (var n = 0; n < sheet.Headers.Count; n++)
            if (RegisterKind.Fold(sheet.Headers[n]) == RegisterKind.Fold(name)) return n;
        throw new Refusal($"Filen {sheet.FileName} har ingen kolumn {name}. Kolumnerna är: {string.Join(", ", sheet.Headers)}.");
    }

    private static async Task<JsonObject> ReadResultAsync(FileInfo file, CancellationToken stop)
    {
        Refusal.If(!file.Exists, $"Filen {file.Name} finns inte.");
        Refusal.If(file.Length > SheetReader.LargestFile, $"Filen {file.Name} är för stor.");
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(await System.IO.File.ReadAllBytesAsync(file.FullName, stop))
                .TrimStart('\uFEFF'))!.AsObject();
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new Refusal($"Filen {file.Name} är inte ett resultat från sample draw --json.");
        }
    }
}
