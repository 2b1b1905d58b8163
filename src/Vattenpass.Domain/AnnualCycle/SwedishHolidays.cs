namespace Vattenpass.Domain.AnnualCycle;

/// <summary>
/// Swedish public holidays, computed for any year (lag 1989:253 om allmänna helgdagar), and the eves that lag 1930:173 2 §
/// puts on a level with them when a time limit is counted: midsommarafton, julafton and nyårsafton.
/// </summary>
public static class SwedishHolidays
{
    public static IReadOnlyDictionary<DateOnly, string> In(int year)
    {
        var easter = Easter(year);
        var midsummer = OnOrAfter(new(year, 6, 20), DayOfWeek.Saturday);
        return new Dictionary<DateOnly, string>
        {
            [new(year, 1, 1)] = "nyårsdagen",
            [new(year, 1, 6)] = "trettondedag jul",
            [easter.AddDays(-2)] = "långfredagen",
            [easter] = "påskdagen",
            [easter.AddDays(1)] = "annandag påsk",
            [easter.AddDays(39)] = easter.AddDays(39) == new DateOnly(year, 5, 1)
                ? "första maj och Kristi himmelsfärdsdag"
                : "Kristi himmelsfärdsdag",
            [easter.AddDays(49)] = "pingstdagen",
            [midsummer.AddDays(-1)] = "midsommarafton",
            [midsummer] = "midsommardagen",
            [OnOrAfter(new(year, 10, 31), DayOfWeek.Saturday)] = "alla helgons dag",
            [new(year, 12, 24)] = "julafton",
            [new(year, 12, 25)] = "juldagen",
            [new(year, 12, 26)] = "annandag jul",
            [new(year, 12, 31)] = "nyårsafton",
        }.Also(new(year, 5, 1), "första maj").Also(new(year, 6, 6), "Sveriges nationaldag");
    }

    public static string? NameOf(DateOnly day) => In(day.Year).GetValueOrDefault(day);

    /// <summary>The holiday, or Saturday or Sunday; null on a working day.</summary>
    public static string? NotWorkingBecause(DateOnly day) =>
        NameOf(day) ?? day.DayOfWeek switch { DayOfWeek.Saturday => "lördag", DayOfWeek.Sunday => "söndag", _ => null };

    /// <summary>The day itself, or the next working day (lag 1930:173 2 §).</summary>
    public static DateOnly NextWorkingDay(DateOnly day)
    {
        while (NotWorkingBecause(day) is not null) day = day.AddDays(1);
        return day;
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    private static DateOnly OnOrAfter(DateOnly day, DayOfWeek wanted) => day.AddDays(((int)wanted - (int)day.DayOfWeek + 7) % 7);

    private static Dictionary<DateOnly, string> Also(this Dictionary<DateOnly, string> holidays, DateOnly day, string name)
    {
        holidays.TryAdd(day, name);
        return holidays;
    }
}
