namespace Vattenpass.Domain.Plans;

/// <summary>The days that a year's controls may be anchored to: the board's meetings and its committee's.</summary>
public sealed record MeetingDays(IReadOnlyCollection<DateOnly> Board, IReadOnlyCollection<DateOnly> Committee)
{
    public static readonly MeetingDays None = new([], []);
}
