using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A row's dates come in their order: it starts, is looked at on the way, and ends.</summary>
public sealed class C09Dates : Rule
{
    public override string Id => "C9";
    public override string Says => "Start, avstämning och slut kommer i ordning.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var table in report.Tables)
            foreach (var row in table.Rows)
            {
                var days = Days(table, row).ToList();
                if (days.Count < 2) continue;
                var (start, end) = (days.Find(d => d.Column is PlanColumn.Start).Day, days.Find(d => d.Column is PlanColumn.End).Day);
                foreach (var (column, day) in days)
                {
                    var name = column is PlanColumn.Checkpoint ? "Avstämningen" : "Dagen";
                    if (end is { } last && column is not PlanColumn.End && day > last)
                        ruling.Find(row.Line, $"{day:yyyy-MM-dd} … {last:yyyy-MM-dd}", $"{name} {day:yyyy-MM-dd} ligger efter slutet {last:yyyy-MM-dd}. Är året rätt?", $"senast {last:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");
                    else if (start is { } first && column is PlanColumn.Checkpoint && day < first)
                        ruling.Find(row.Line, $"{first:yyyy-MM-dd} … {day:yyyy-MM-dd}", $"{name} {day:yyyy-MM-dd} ligger före starten {first:yyyy-MM-dd}.", $"tidigast {first:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");
                }
                if (start is not null && end is not null && !ruling.Findings.Exists(f => f.Line == row.Line)) ruling.Confirm(row.Line, $"{start:yyyy-MM-dd} – {end:yyyy-MM-dd}");
            }
    }

    /// <summary>The dates of a row with what each is. Stacked in one cell they are the start, what lies between, and the end.</summary>
    internal static IEnumerable<(PlanColumn Column, DateOnly? Day)> Days(TextTable table, TextRow row)
    {
        for (var n = 0; n < table.Headers.Count; n++)
        {
            var columns = table.Meanings(n);
            if (!columns.Any(c => c is PlanColumn.Start or PlanColumn.Checkpoint or PlanColumn.End)) continue;
            var dates = DateText.Read(row.At(n)).Where(d => !d.IsMonth).Select(d => (DateOnly?)d.Day).ToList();
            for (var d = 0; d < dates.Count; d++)
                yield return (columns.Count == 1 ? columns[0] : d == 0 ? PlanColumn.Start : d == dates.Count - 1 ? PlanColumn.End : PlanColumn.Checkpoint, dates[d]);
        }
    }
}
