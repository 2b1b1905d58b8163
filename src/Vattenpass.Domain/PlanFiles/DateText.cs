using System.Globalization;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A date in a cell. IsMonth: only the month was written, and the day is its first. Label: "start", "avstämning" or "slut" where it says so.</summary>
public readonly record struct ReadDate(DateOnly Day, bool IsMonth, PlanColumn? Label)
{
    public DateOnly Last => IsMonth ? Day.AddMonths(1).AddDays(-1) : Day;
}

/// <summary>The dates of a plan as people write them: 2026-05-01, 20260501, 1 maj 2026, 1/5 2026, maj 2026, 2026-05. One with two meanings is none.</summary>
public static partial class DateText
{
    public static IReadOnlyList<ReadDate> Read(string text)
    {
        var dates = new List<ReadDate>();
        foreach (Match m in Written().Matches(text))
            if (Day(m) is var (day, isMonth)) dates.Add(new(day, isMonth, Label(text[..m.Index])));
        return dates;
    }

    /// <summary>Something in the text is written as a date and is none, such as 2026-02-30.</summary>
    public static bool HasImpossible(string text) => Written().Matches(text).Any(m => Day(m) is null);

    /// <summary>What of the text is no date: more than this means that something was not read.</summary>
    public static string Left(string text) => Joining().Replace(Written().Replace(text, " "), " ").Trim();

    /// <summary>1–12 of a month's name, whole or cut to three letters.</summary>
    public static int MonthNumber(string name) =>
        Enumerable.Range(1, 12).First(m => Period.SwedishMonths[m - 1].StartsWith(name[..3], StringComparison.OrdinalIgnoreCase));

    private static PlanColumn? Label(string before)
    {
        var found = Labels().Matches(before);
        return found.Count == 0 ? null : char.ToLowerInvariant(found[^1].Value[0]) switch
        {
            'a' => PlanColumn.Checkpoint,
            'p' => PlanColumn.Start,
            's' when found[^1].Value.StartsWith("st", StringComparison.OrdinalIgnoreCase) => PlanColumn.Start,
            _ => PlanColumn.End,
        };
    }

    private static (DateOnly Day, bool IsMonth)? Day(Match m)
    {
        var month = m.Groups["name"].Success ? MonthNumber(m.Groups["name"].Value)
            : int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture);
        var year = int.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture);
        var isMonth = !m.Groups["d"].Success;
        var day = isMonth ? 1 : int.Parse(m.Groups["d"].Value, CultureInfo.InvariantCulture);
        // "05/06/2026" is the fifth of June or the sixth of May.
        if (m.Groups["slash"].Success && day <= 12 && month <= 12 && day != month) return null;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new(year, month, day), isMonth) : null;
    }

    [GeneratedRegex("""
        (?<![\d-])(?:(?<y>20\d\d)[-.](?<m>\d\d)[-.](?<d>\d\d)(?:[T ]00:00(?::00)?)?
        |(?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)
        |(?<y>20\d\d)/(?<m>\d{1,2})/(?<d>\d{1,2})
        |(?<d>\d{1,2})/(?<m>\d{1,2})\s+(?<y>20\d\d)
        |(?<d>\d{1,2})(?<slash>[/.-])(?<m>\d{1,2})[/.-](?<y>20\d\d)
        |(?<d>\d{1,2})(?:\s*:?[ae])?\s+(?<name>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?\s+(?<y>20\d\d)
        |(?<name>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\.?\s+(?<y>20\d\d)
        |(?<y>20\d\d)-(?<m>\d\d))(?![\d-])
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(start(datum)?|påbörjas|avstämning(ar|sdatum)?|slut(datum)?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(start(datum)?|påbörjas|avstämning(ar|sdatum)?|slut(datum)?|från|till|och|samt|den|senast|klart?|t\.?o\.?m\.?|fr\.?o\.?m\.?)\b|[\s.,;:–—/()+-]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Joining();
}
