namespace Vattenpass.Web.Demo;

/// <summary>The clock the demo is built by: it is set to the day of what is being told, so the trail reads like two real years.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset now = new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public void Set(DateOnly day) => now = new(day, new(9, 30), TimeSpan.Zero);

    /// <summary>Every look moves on a moment, so that keys are made in order.</summary>
    public override DateTimeOffset GetUtcNow() => now = now.AddMilliseconds(1);
}
