namespace Vattenpass.Web.Data;

/// <summary>One run of a job. The pair job and slot is unique, so of several instances the one that inserts it runs it.</summary>
public sealed class JobRun
{
    public Guid Id { get; init; }
    public string Job { get; init; } = "";
    public string Slot { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string Result { get; set; } = "";
    public bool Failed { get; set; }
}
