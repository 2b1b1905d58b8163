namespace Vattenpass.Web.Data;

/// <summary>Refused: the files cannot be read in as they are, and why is in the outcome. Failed: they could not be saved.</summary>
public enum RunState { Running = 1, Done = 2, Failed = 3, Cancelled = 4, Refused = 5 }

/// <summary>
/// Files being read in for somebody who waits for it. It goes on when they leave the page, and is done in the very transaction that saves what
/// was read: one that is not done has saved nothing. What came of it is encrypted, as the files are.
/// </summary>
public sealed class ImportRun
{
    /// <summary>A run that has given no sign for so long was in a program that is closed.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public string Files { get; init; } = "";
    /// <summary>The form it was started with, as JSON.</summary>
    public string Form { get; init; } = "";
    /// <summary>False when it only looks at what would happen.</summary>
    public bool Saves { get; init; }
    public RunState State { get; private set; } = RunState.Running;
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SignAt { get; private set; }
    public byte[] Sealed { get; private set; } = [];
    public string Problem { get; private set; } = "";

    public void GiveSign(DateTimeOffset at) => SignAt = at;
    public void Finish(byte[] outcome, bool isRefused) => (State, Sealed) = (isRefused ? RunState.Refused : RunState.Done, outcome);
    public bool HasOutcome => State is RunState.Done or RunState.Refused;
    public void Fail(string problem) => (State, Problem) = (RunState.Failed, problem);
    public void Cancel() => State = RunState.Cancelled;

    /// <summary>How it stands at a moment: one whose program is closed will never end.</summary>
    public RunState StateAt(DateTimeOffset at) => State is RunState.Running && SignAt + Silence < at ? RunState.Cancelled : State;
}
