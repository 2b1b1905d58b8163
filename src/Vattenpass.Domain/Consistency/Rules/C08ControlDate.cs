using System.Text.RegularExpressions;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A control of a period is made when the period is over, and before the report is written.</summary>
public sealed partial class C08ControlDate : Rule
{
    /// <summary>Work on a report begins before its period is quite over.</summary>
    private const int DaysBefore = 31;

    public override string Id => "C8";
    public override string Says => "Kontrollen är utförd efter periodens slut och före rapportens dag.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        if (Fact(report, Done()) is not { } done || DateText.Read(done.Value) is not [var day]) return;
        if (Fact(report, Covers()) is { } covers && PeriodEnd(covers.Value) is { } end)
        {
            if (day.Last < end.AddDays(-DaysBefore)) ruling.Find(done.Line, $"{done.Name} {done.Value}", $"Kontrollen är daterad {day.Day:yyyy-MM-dd}, men perioden slutar {end:yyyy-MM-dd}. Är året rätt?", $"tidigast {end:yyyy-MM-dd}", $"{day.Day:yyyy-MM-dd}");
            else ruling.Confirm(done.Line, $"{done.Name} {done.Value}");
        }
        if (Fact(report, Written()) is { } written && DateText.Read(written.Value) is [var made] && day.Day > made.Day)
            ruling.Find(done.Line, $"{done.Name} {done.Value}", $"Kontrollen är daterad efter rapporten, som är från {made.Day:yyyy-MM-dd}.", $"senast {made.Day:yyyy-MM-dd}", $"{day.Day:yyyy-MM-dd}");
    }

    private static (int Line, string Name, string Value)? Fact(ReportText report, Regex name) =>
        report.Facts.FirstOrDefault(f => name.IsMatch(f.Name)) is { Name: not null } found ? found : null;

    /// <summary>The last day of a period: "Helår 2024", "2024", "januari–augusti 2024", or two days; null when the words leave it open.</summary>
    internal static DateOnly? PeriodEnd(string text)
    {
        if (DateText.Read(text) is [.., var last] && DateText.Read(text).Count >= 2) return last.Last;
        if (Months().Match(text) is { Success: true } m) return new DateOnly(int.Parse(m.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), DateText.MonthNumber(m.Groups["to"].Value), 1).AddMonths(1).AddDays(-1);
        return WholeYear().Match(text.Trim()) is { Success: true } year ? new(int.Parse(year.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), 12, 31) : null;
    }

    [GeneratedRegex(@"kontroll(en)? utförd|granskning(en)? utförd|utförd \(datum\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Done();

    [GeneratedRegex(@"avser tidsperiod|^period|tidsperiod|kontrollperiod", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Covers();

    [GeneratedRegex(@"^upprättat( datum)?$|^datum$|rapportdatum", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(helår|helåret|kalenderåret|år|året)?\s*(?<y>20[0-9][0-9])$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"(?<from>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s*(–|-|till( och med)?)\s*(?<to>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+(?<y>20[0-9][0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Months();
}
