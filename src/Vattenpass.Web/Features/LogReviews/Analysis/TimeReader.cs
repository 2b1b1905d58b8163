using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Reads times as record systems write them. Remembers the last date, since a log is mostly the same day for long.</summary>
public struct TimeReader
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd H:mm", "yyyy-MM-dd H:mm:ss", "yyyy-MM-dd HH.mm.ss", "yyyy-MM-dd HH.mm",
        "yyyy-MM-dd",
        "yyyyMMdd HH:mm:ss", "yyyyMMdd HHmmss", "yyyyMMddHHmmss", "yyyyMMdd HH:mm", "yyyyMMdd",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "yyyy.MM.dd HH:mm:ss", "yyyy.MM.dd", "yyyy-M-d", "dd.MM.yyyy HH:mm:ss",
        "dd.MM.yyyy HH:mm", "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm", "d/M/yyyy",
        "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyyMMddTHHmmss",
    ];

    private ulong lastDate;
    private ushort lastDateTail;
    private int lastDay;

    /// <summary>Swedish wall-clock day and second. A time with an offset (Z, +02:00) is turned into Swedish time.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out int day, out int second)
    {
        second = 0;
        if (text.Length >= 19 && text[10] is (byte)'T' or (byte)' ' && text[13] == ':' && text[16] == ':' && TryDate(text, out day)
            && TryTwo(text, 11, 23, out var hour) && TryTwo(text, 14, 59, out var minute) && TryTwo(text, 17, 60, out var seconds))
        {
            second = (hour * 3600) + (minute * 60) + Math.Min(seconds, 59);
            return text.Length == 19 || TryTail(text[19..], ref day, ref second);
        }
        return (text.Length == 10 && TryDate(text, out day)) || TrySlow(text, out day, out second);
    }

    private bool TryDate(ReadOnlySpan<byte> text, out int day)
    {
        var (date, tail) = (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt16LittleEndian(text[8..]));
        if (date != lastDate || tail != lastDateTail)
        {
            if (!DateOnly.TryParseExact(Encoding.ASCII.GetString(text[..10]), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var read)
                || !InReach(read.DayNumber))
            {
                day = 0;
                return false;
            }
            (lastDate, lastDateTail, lastDay) = (date, tail, read.DayNumber);
        }
        day = lastDay;
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, int at, int most, out int value)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        value = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9 && value <= most;
    }

    /// <summary>Parts of seconds are left out; an offset is applied.</summary>
    private static bool TryTail(ReadOnlySpan<byte> tail, ref int day, ref int second)
    {
        if (tail[0] is (byte)'.' or (byte)',')
        {
            var digits = tail[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 0) return true;
            tail = tail[(digits + 1)..];
        }
        if (tail is [(byte)'Z']) return TryShift(0, ref day, ref second);
        if (tail.Length is not (3 or 5 or 6) || tail[0] is not ((byte)'+' or (byte)'-') || (tail.Length == 6 && tail[3] != ':'))
            return false;
        if (!TryTwo(tail, 1, 14, out var hours) || !TryTwo(tail.Length == 3 ? "00"u8 : tail[^2..], 0, 59, out var minutes)) return false;
        return TryShift(((hours * 60) + minutes) * (tail[0] == '-' ? -60 : 60), ref day, ref second);
    }

    /// <summary>Swedish normal time is an hour ahead of UTC.</summary>
    private static bool TryShift(int offset, ref int day, ref int second)
    {
        var instant = ((long)(day - SwedishClock.FirstDay) * SwedishClock.SecondsADay) + second - offset + SwedishClock.SecondsAnHour;
        if (instant < 0 || instant > (long)(SwedishClock.LastDay - SwedishClock.FirstDay) * SwedishClock.SecondsADay) return false;
        (day, second) = SwedishClock.WallClock((int)instant);
        return true;
    }

    /// <summary>Any day written in one of the forms, also one that no log reaches.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        var isRead = TryForms(text, out var read);
        day = DateOnly.FromDateTime(read);
        return isRead;
    }

    private static bool TrySlow(ReadOnlySpan<byte> text, out int day, out int second)
    {
        (day, second) = (0, 0);
        if (text.Length is < 8 or > 40) return false;
        if (!TryForms(Encoding.UTF8.GetString(text), out var read)) return false;
        (day, second) = (DateOnly.FromDateTime(read).DayNumber, (int)read.TimeOfDay.TotalSeconds);
        return InReach(day);
    }

    private static bool TryForms(string text, out DateTime read) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out read);

    private static bool InReach(int day) => day >= SwedishClock.FirstDay && day <= SwedishClock.LastDay;
}
