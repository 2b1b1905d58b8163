namespace Vattenpass.Domain.LogReviews;

/// <summary>A row's identity in its log. Most are plain numbers and are kept as such: a log may leave very many of them.</summary>
public readonly record struct RowId(long Number, string? Text)
{
    private const int MostDigits = 18;

    public static RowId Of(ReadOnlySpan<byte> id)
    {
        var isPlain = id.Length is > 0 and <= MostDigits
            && (id[0] != '0' || id.Length == 1)
            && !id.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return isPlain
            ? new(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), null)
            : new(0, System.Text.Encoding.UTF8.GetString(id));
    }

    public override string ToString() => Text ?? Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// One row of the log that a person may have to look at: wall-clock day and second, numbers for who, whom and where,
/// what explains it, and its identity in the log.
/// </summary>
public readonly record struct AccessEvent(int Day, int Second, int User, int Client, int Unit, Explanations Found, bool OffShift,
    bool StatedReason, RowId Row)
{
    public string Id => Row.ToString();
    public int Instant => SwedishClock.Instant(Day, Second);
    /// <summary>Where and in which month (year × 12 + month − 1) it is counted.</summary>
    public (int Unit, int Month) UnitMonth => (Unit, LogTime.MonthOf(DateOnly.FromDayNumber(Day)));
    public bool HasNoExplanation => Found is Explanations.None or Explanations.Rank;
    public bool IsExplained => !HasNoExplanation && !OffShift;
}
