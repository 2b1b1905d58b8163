using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Domain.Consistency;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Commands;

/// <summary>Holds a report's text, ours or another's, against the rules of consistency. Needs no database.</summary>
public static class CheckCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("fil") { Description = "Rapporten: .txt eller .docx." };
        var command = new Command("check", "Granskar en rapporttext: siffror, datum, status och ansvar som inte går ihop.") { file };
        command.SetAction(async (parsed, stop) =>
        {
            var chosen = parsed.GetValue(file)!;
            Refusal.If(!chosen.Exists, $"Filen {chosen.Name} finns inte.");
            Refusal.If(chosen.Length > ReportTextReader.LargestFile, $"Filen {chosen.Name} är för stor.");
            var (findings, confirmed) = Checker.Check(ReportTextReader.Read(chosen.Name, await File.ReadAllBytesAsync(chosen.FullName, stop), stop));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(CommandLine.Json)
                ? Json(findings, confirmed).ToJsonString(ReadableJson.Options) : Text(findings, confirmed));
            return findings.Count > 0 ? 3 : 0;
        });
        return command;
    }

    private static JsonObject Json(IReadOnlyList<Finding> findings, IReadOnlyList<Confirmation> confirmed) => new()
    {
        ["findings"] = new JsonArray([.. findings.Select(f => new JsonObject
        {
            ["rule"] = f.Rule,
            ["line"] = f.Line,
            ["text"] = f.Text,
            ["message"] = f.Message,
            ["expected"] = f.Expected,
            ["found"] = f.Found,
        })]),
        ["confirmed"] = new JsonArray([.. confirmed.Select(c => new JsonObject { ["rule"] = c.Rule, ["line"] = c.Line, ["text"] = c.Text })]),
    };

    private static string Text(IReadOnlyList<Finding> findings, IReadOnlyList<Confirmation> confirmed)
    {
        var said = new StringBuilder();
        foreach (var f in findings) said.Append($"Rad {f.Line}, {f.Rule}: ").Append(f.Message).Append("\n    ").Append(f.Text).Append('\n');
        said.Append(findings.Count == 0 ? "Inget som inte går ihop hittades." : $"{Prose.Capital(Prose.Count(findings.Count, "sak går inte ihop", "saker går inte ihop"))}.");
        if (confirmed.Count > 0) said.Append(' ').Append(Prose.Capital(Prose.Count(confirmed.Count, "uppgift är kontrollerad och stämmer", "uppgifter är kontrollerade och stämmer"))).Append('.');
        return said.ToString();
    }
}
