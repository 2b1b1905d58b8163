using System.Globalization;
using System.Text;

namespace Vattenpass.Web.Mail;

/// <summary>An all-day event of a calendar file.</summary>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Url);

/// <summary>iCalendar (RFC 5545): CRLF, lines folded at 75 octets, text escaped.</summary>
public static class CalendarText
{
    private const int LongestLine = 75;

    public static string Of(string name, IEnumerable<CalendarEvent> events, DateTimeOffset at)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(name, events, at)) Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(string name, IEnumerable<CalendarEvent> events, DateTimeOffset at)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Vattenpass//SV";
        yield return "METHOD:PUBLISH";
        yield return $"X-WR-CALNAME:{Escape(name)}";
        foreach (var e in events)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{e.Uid}@vattenpass";
            yield return $"DTSTAMP:{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
            yield return $"DTSTART;VALUE=DATE:{e.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            yield return $"DTEND;VALUE=DATE:{e.Day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            yield return $"SUMMARY:{Escape(e.Summary)}";
            yield return $"URL:{e.Url}";
            yield return "TRANSP:TRANSPARENT";
            yield return "END:VEVENT";
        }
        yield return "END:VCALENDAR";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r", "").Replace("\n", "\\n");

    private static void Fold(StringBuilder into, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine) { into.Append("\r\n "); octets = 1; }
            into.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        into.Append("\r\n");
    }
}
