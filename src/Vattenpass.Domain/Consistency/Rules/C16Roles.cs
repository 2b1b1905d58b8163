using System.Text.RegularExpressions;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>Who receives a report does not sign it, and each control has somebody who reports.</summary>
public sealed partial class C16Roles : Rule
{
    private const int LastLines = 4;

    public override string Id => "C16";
    public override string Says => "Rollerna är ifyllda, och mottagaren är en annan än den som signerar.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        var receiver = report.Facts.FirstOrDefault(f => Receiver().IsMatch(f.Name));
        var signed = report.Lines.Where(l => l.Text.Trim().Length > 0).TakeLast(LastLines).FirstOrDefault(l => receiver.Value is { Length: > 0 } && l.Text.Trim().Equals(receiver.Value.Trim(), StringComparison.OrdinalIgnoreCase));
        if (signed.Text is not null && signed.Line != receiver.Line)
            ruling.Find(receiver.Line, $"{receiver.Name} {receiver.Value}", $"Rapporten går till {receiver.Value}, som också signerar den. Mottagaren ska vara en annan.", "en annan mottagare", receiver.Value);
        foreach (var table in report.Tables)
        {
            var (reporting, responsible) = (table.Column(PlanColumn.Reporting), table.Column(PlanColumn.Responsible));
            if (reporting < 0 || responsible < 0) continue;
            foreach (var row in table.Rows.Where(r => r.At(responsible).Length > 0 && r.At(reporting).Length == 0))
                ruling.Find(row.Line, string.Join(" ", row.Cells.Where(c => c.Length > 0)), $"Raden har ansvarig men ingen {table.Headers[reporting].ToLowerInvariant()}.", table.Headers[reporting], "tomt");
        }
    }

    [GeneratedRegex(@"^rapporter(as|ing) till", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Receiver();
}
