namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// One row of the log that a person may have to look at: wall-clock day and second, numbers for who, whom and where,
/// what explains it, and its identity in the log.
/// </summary>
public readonly record struct AccessEvent(int Day, int Second, int User, int Client, int Unit, Explanations Found, bool OffShift, bool StatedReason, string Id)
{
    public int Instant => SwedishClock.Instant(Day, Second);
    public bool IsExplained => Found != Explanations.None && !OffShift;
}
