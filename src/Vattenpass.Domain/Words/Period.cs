using System.Globalization;

namespace Vattenpass.Domain.Words;

/// <summary>A span of whole days, both ends included, with the name people use for it ("mars 2026", "kvartal 2 2026").</summary>
public readonly record struct Period(string Key, DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;
    public bool Overlaps(DateOnly from, DateOnly? to) => To >= from && (to is null || From <= to);

    /// <summary>The period's last day, or today while it runs: the day its state is judged on.</summary>
    public DateOnly AsOf(DateOnly today) => today < To ? today : To;

    public static Period Year(int year) => new($"{year}", new(year, 1, 1), new(year, 12, 31));
    public static Period Month(int year, int month) => Months($"{year}-{month:00}", year, month, 1);
    /// <summary>The key is a calendar month, "2024-05", and no other span.</summary>
    public static bool IsMonth(string key) => key.Length == 7 && key[4] == '-' && char.IsAsciiDigit(key[5]) && char.IsAsciiDigit(key[6]);

    /// <summary>The month of a key such as "2024-05".</summary>
    public static Period Month(string key) =>
        Month(int.Parse(key[..4], CultureInfo.InvariantCulture), int.Parse(key[5..], CultureInfo.InvariantCulture));
    public static Period Quarter(int year, int n) => Months($"{year}-K{n}", year, n * 3 - 2, 3);
    public static Period Tertial(int year, int n) => Months($"{year}-T{n}", year, n * 4 - 3, 4);
    public static Period Half(int year, int n) => Months($"{year}-H{n}", year, n * 6 - 5, 6);

    /// <summary>ISO 8601 week, Monday to Sunday; its first and last days may lie in another calendar year.</summary>
    public static Period Week(int year, int week)
    {
        var monday = ISOWeek.ToDateTime(year, week, DayOfWeek.Monday);
        return new($"{year}-V{week:00}", DateOnly.FromDateTime(monday), DateOnly.FromDateTime(monday.AddDays(6)));
    }

    public static Period Day(DateOnly day) => new($"{day.Year}-D{day:MMdd}", day, day);

    /// <summary>From one month to another of the same year, both included: "februari–mars 2026".</summary>
    public static Period Span(int year, int first, int last) => Months($"{year}-P{first:00}{last:00}", year, first, last - first + 1);

    private static Period Months(string key, int year, int first, int count)
    {
        var from = new DateOnly(year, first, 1);
        return new(key, from, from.AddMonths(count).AddDays(-1));
    }

    /// <summary>The Swedish name, made from the key so that stored periods need no name of their own.</summary>
    public string Name => NameOf(Key);

    public static string NameOf(string key)
    {
        var year = key[..4];
        if (key.Length == 4) return $"år {year}";
        var part = key[5..].Split('-')[0];
        var nth = key[5..].Contains('-', StringComparison.Ordinal) ? $", nr {key[(key.LastIndexOf('-') + 1)..]}" : "";
        return part[0] switch
        {
            'K' => $"kvartal {part[1..]} {year}{nth}",
            'T' => $"tertial {part[1..]} {year}{nth}",
            'H' => $"{(part[1] == '1' ? "våren" : "hösten")} {year}{nth}",
            'V' => $"vecka {int.Parse(part[1..], CultureInfo.InvariantCulture)} {year}",
            'S' => $"sammanträdet {DayText(part)} {year}",
            'D' => $"{DayText(part)} {year}",
            'P' when part[1..3] == part[3..] => $"{MonthText(part[1..3])} {year}",
            'P' => $"{MonthText(part[1..3])}–{MonthText(part[3..])} {year}",
            // The nth time of a series that an object's own date began.
            'A' => part == "A1" ? $"första gången, {year}" : $"gång {part[1..]}, {year}",
            'E' => $"tillfälle {part[1..]} {year}",
            _ => $"{MonthText(part)} {year}{nth}",
        };
    }

    private static string MonthText(string month) => SwedishMonths[int.Parse(month, CultureInfo.InvariantCulture) - 1];

    /// <summary>"D0203" or "S0203" as "3 februari".</summary>
    private static string DayText(string part) => $"{int.Parse(part[3..], CultureInfo.InvariantCulture)} {MonthText(part[1..3])}";

    public static readonly IReadOnlyList<string> SwedishMonths =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
}
