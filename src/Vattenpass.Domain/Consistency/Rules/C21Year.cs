using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>The year of the head is the year of the rows.</summary>
public sealed partial class C21Year : Rule
{
    private const int FirstLines = 12;

    public override string Id => "C21";
    public override string Says => "Året i rubriken är radernas år.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        if (YearOf(report) is not { } year) return;
        foreach (var table in report.Tables)
        {
            var dated = table.Rows.Select(r => (r.Line, Days: C09Dates.Days(table, r).Where(d => d.Column is not PlanFiles.PlanColumn.Checkpoint).Select(d => d.Day!.Value.Year).Distinct().ToList())).Where(r => r.Days.Count > 0).ToList();
            if (dated.Count == 0) continue;
            if (dated.TrueForAll(r => r.Days is [var one] && one < year) && dated.Select(r => r.Days[0]).Distinct().ToList() is [var other])
                ruling.Find(dated[0].Line, $"{other}", $"Rubriken säger {year}, men {(dated.Count == 1 ? "raden gäller" : $"alla {dated.Count} rader gäller")} {other}. Är det förra årets rader?", $"{year}", $"{other}");
            else if (dated.TrueForAll(r => r.Days.Contains(year))) ruling.Confirm(table.Line, $"{year}");
        }
    }

    /// <summary>The year that the report is of, by its head: the period that it states, or the only year that its first lines name with a report.</summary>
    internal static int? YearOf(ReportText report)
    {
        var fact = report.Facts.FirstOrDefault(f => Period().IsMatch(f.Name) && Year().IsMatch(f.Value));
        if (fact.Value is not null) return Of(Year().Matches(fact.Value)[^1]);
        var years = report.Lines.Where(l => l.Text.Trim().Length > 0).Take(FirstLines).Where(l => Title().IsMatch(l.Text) && !l.Text.Contains('\t', StringComparison.Ordinal))
            .SelectMany(l => Year().Matches(l.Text)).Select(Of).Distinct().ToList();
        // A plan for one year that follows up another has two.
        return years is [var only] ? only : null;
    }

    private static int Of(Match m) => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tidsperiod|^period", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(delår|helår|uppföljning|internkontroll|årsrapport|kvalitetsberättelse)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![0-9:-])20[0-9][0-9](?![0-9:-])", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Year();
}
