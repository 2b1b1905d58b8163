namespace Vattenpass.Web.Data;

/// <summary>
/// A file somebody has chosen and is looking at before it is read in, so that it need not be chosen again. Its bytes are encrypted with the
/// installation's keys: what is secret in a file is never stored in clear. A batch is what was chosen together.
/// </summary>
public sealed class HeldFile
{
    public const int HoursHeld = 12;

    public Guid Id { get; init; }
    public Guid Batch { get; init; }
    public Guid PersonId { get; init; }
    public string Name { get; init; } = "";
    public byte[] Sealed { get; init; } = [];
    public DateTimeOffset At { get; init; }
}
