using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Which comes first where a date is written with slashes. Unknown when no value of the log settles it.</summary>
public enum DateOrder { Unknown = 0, DayFirst = 1, MonthFirst = 2 }

/// <summary>
/// Times as people and odd systems write them: with "kl", a weekday, a month's name, two digits of a year, no colon, or AM and PM. Only what
/// has one meaning is read.
/// </summary>
public static partial class FreeTime
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "H.mm", "H.mm.ss", "HHmm", "HHmmss"];
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>The order that the log's own values show: a number above twelve is a day.</summary>
    public static DateOrder OrderOf(IEnumerable<string> times)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var match in times.Select(t => Slashes().Match(t)).Where(m => m.Success))
        {
            dayFirst |= Number(match, "a") > 12;
            monthFirst |= Number(match, "b") > 12;
        }
        return dayFirst == monthFirst ? DateOrder.Unknown : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    /// <summary>The time as "2024-03-04 06:51:15"; null when it cannot be read, or could be two.</summary>
    public static string? Read(string written, DateOrder order)
    {
        var text = Spoken().Replace(Weekday().Replace(written.Trim(), ""), " ").Trim();
        foreach (var (form, day) in new (Regex, Func<Match, DateOnly?>)[] { (Iso(), Ymd), (Named(), DayOfNamed), (NamedFirst(), DayOfNamed), (Short(), DayOfShort) })
            if (form.Match(text) is { Success: true } match && day(match) is { } date) return With(date, match.Groups["clock"].Value);
        return Slashes().Match(text) is { Success: true } slashed ? OfSlashes(slashed, order) : null;
    }

    private static DateOnly? Ymd(Match m) => Date(Number(m, "y"), Number(m, "m"), Number(m, "d"));
    /// <summary>Year first or day first, whichever gives a year that a log can be of; neither when both do.</summary>
    private static DateOnly? DayOfShort(Match m)
    {
        var (yearFirst, dayFirst) = (Recent(Number(m, "y"), Number(m, "m"), Number(m, "d")), Recent(Number(m, "d"), Number(m, "m"), Number(m, "y")));
        return yearFirst is not null && dayFirst is not null && yearFirst != dayFirst ? null : yearFirst ?? dayFirst;
    }

    private static DateOnly? Recent(int year, int month, int day) => year is >= FirstYear and <= LastYear ? Date(2000 + year, month, day) : null;

    private const int FirstYear = 15, LastYear = 35;

    private static DateOnly? DayOfNamed(Match m)
    {
        var name = m.Groups["m"].Value.ToLowerInvariant()[..3];
        var month = Array.IndexOf(Months, name switch { "may" => "maj", "oct" => "okt", _ => name }) + 1;
        return Date(Number(m, "y"), month, Number(m, "d"));
    }

    /// <summary>Both orders are written with slashes, with half days and with whole ones: only the log itself can tell.</summary>
    private static string? OfSlashes(Match m, DateOrder order)
    {
        var half = m.Groups["half"].Value;
        var (a, b) = (Number(m, "a"), Number(m, "b"));
        if (order is DateOrder.Unknown && a != b) return null;
        if (Date(Number(m, "y"), order is DateOrder.MonthFirst ? a : b, order is DateOrder.MonthFirst ? b : a) is not { } date) return null;
        if (half.Length == 0) return With(date, m.Groups["clock"].Value);
        return TimeOnly.TryParseExact(m.Groups["clock"].Value, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) && clock.Hour is > 0 and <= 12
            ? With(date, new TimeOnly((clock.Hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0), clock.Minute, clock.Second).ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            : null;
    }

    private static string? With(DateOnly date, string clock) =>
        clock.Length == 0 ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : TimeOnly.TryParseExact(clock, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {time:HH:mm:ss}") : null;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    [GeneratedRegex(@"^(mån|tis|ons|tor|tors|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)(dag|day|sday|nesday|rsday|urday)?\.?,?\s+", Options)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"[\s,]+(kl|klockan)\.?\s*", Options)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})([T\s]+(?<clock>[\d:.]+))?$", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.?\s+(?<m>jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?\s+(?<y>\d{4})(\s+(?<clock>[\d:.]+))?$", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<m>jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})(\s+(?<clock>[\d:.]+))?$", Options)]
    private static partial Regex NamedFirst();

    /// <summary>Year, month and day in two digits each.</summary>
    [GeneratedRegex(@"^(?<y>\d{2})-(?<m>\d{2})-(?<d>\d{2})(\s+(?<clock>[\d:.]+))?$", Options)]
    private static partial Regex Short();

    [GeneratedRegex(@"^(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4})(,?\s+(?<clock>[\d:.]+)(\s*(?<half>am|pm|a\.m\.|p\.m\.))?)?$", Options)]
    private static partial Regex Slashes();
}
