namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// Swedish wall-clock time as seconds, so that an hour is an hour also when the clock is changed. Day is
/// <see cref="DateOnly.DayNumber"/>; an instant is seconds of Swedish normal time since 2000-01-01. Between the years 2000 and 2067.
/// Summer time is from the last Sunday of March 02:00 to the last Sunday of October 03:00 (Directive 2000/84/EC).
/// </summary>
public static class SwedishClock
{
    public const int SecondsADay = 86_400, SecondsAnHour = 3_600;
    public static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    public static readonly int LastDay = new DateOnly(2067, 12, 31).DayNumber;

    private static readonly (int Start, int End)[] SummerTimes = [.. Enumerable.Range(2000, 68)
        .Select(y => (LastSunday(y, 3), LastSunday(y, 10)))];

    /// <summary>The instant of a wall-clock time. In the hour that comes twice: the first. In the hour that does not exist: as if the clock had not been changed.</summary>
    public static int Instant(int day, int second)
    {
        var instant = (day - FirstDay) * SecondsADay + second;
        var (start, end) = SummerTimes[(day - FirstDay) * 4 / 1461];
        if (day < start || day > end) return instant;
        if ((day == start && second < 3 * SecondsAnHour) || (day == end && second >= 3 * SecondsAnHour)) return instant;
        return instant - SecondsAnHour;
    }

    /// <summary>The wall-clock hour of that day comes twice.</summary>
    public static bool ComesTwice(int day, int second) =>
        second is >= 2 * SecondsAnHour and < 3 * SecondsAnHour && day == SummerTimes[(day - FirstDay) * 4 / 1461].End;

    /// <summary>The wall-clock hour of that day does not exist.</summary>
    public static bool IsSkipped(int day, int second) =>
        second is >= 2 * SecondsAnHour and < 3 * SecondsAnHour && day == SummerTimes[(day - FirstDay) * 4 / 1461].Start;

    /// <summary>The wall clock at a time of Swedish normal time: the other way.</summary>
    public static (int Day, int Second) WallClock(int instant)
    {
        var (day, second) = Math.DivRem(instant, SecondsADay);
        day += FirstDay;
        var (start, end) = SummerTimes[(day - FirstDay) * 4 / 1461];
        var summer = (day > start || (day == start && second >= 2 * SecondsAnHour))
            && (day < end || (day == end && second < 2 * SecondsAnHour));
        if (!summer) return (day, second);
        second += SecondsAnHour;
        return second < SecondsADay ? (day, second) : (day + 1, second - SecondsADay);
    }

    private static int LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.DayNumber - (int)last.DayOfWeek;
    }
}
