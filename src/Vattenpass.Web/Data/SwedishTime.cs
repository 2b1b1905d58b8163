namespace Vattenpass.Web.Data;

/// <summary>Stored in UTC, shown in Swedish time.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Stockholm);
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);
    public static DateTimeOffset StartOf(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), Stockholm.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)));
    public static string Text(DateTimeOffset at) => Of(at).ToString("yyyy-MM-dd HH:mm");
}
