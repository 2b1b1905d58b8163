using Vattenpass.Domain.Forms;
namespace Vattenpass.Domain.Occasions;

/// <summary>
/// One object on an occasion's list, or the unit itself when ObjectKey is empty: a form to fill in about it. Answered once;
/// before the list is finished an answer may be given anew, and both the old and the new stand in the trail.
/// </summary>
public sealed class Check : Part
{
    public Occasion Occasion { get; private set; } = null!;
    public Guid OccasionId { get; private set; }
    public string ObjectKey { get; private set; } = "";
    /// <summary>Its place on the list, from 1, in the order it was drawn.</summary>
    public int Number { get; private set; }
    public OutcomeResult? Result { get; private set; }
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<Fault> Faults { get; private set; } = [];
    public string FormKey { get; private set; } = "";
    public int FormNumber { get; private set; }
    public string Note { get; private set; } = "";
    public Guid? PerformerId { get; private set; }
    public string PerformerName { get; private set; } = "";
    /// <summary>When it was answered; on a device without network, when it was answered there.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    /// <summary>The same, as the day it was in Sweden.</summary>
    public DateOnly? AnsweredOn { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    /// <summary>Seconds from the form was opened until it was sent, 0–3600; null where it is not known.</summary>
    public int? Seconds { get; private set; }
    /// <summary>Why it was taken off the list: it could not be checked, or another was drawn in its place.</summary>
    public string LeftOutReason { get; private set; } = "";
    public override Root? Whole => Occasion;

    private Check() { }
    internal Check(Guid id, Occasion occasion, string objectKey, int number)
    {
        Id = id;
        Occasion = occasion;
        OccasionId = occasion.Id;
        ObjectKey = objectKey;
        Number = number;
    }

    /// <summary>What was done about it on the spot, in words that can be counted.</summary>
    public IReadOnlyList<string> DoneAtOnce { get; private set; } = [];

    /// <summary>The name of the answer that holds, by when it was received: who changes it says which one; "" while there is none.</summary>
    public string AnswerName => ReceivedAt is { } at ? $"{at.UtcTicks / TimeSpan.TicksPerMicrosecond}" : "";

    public bool IsAnswered => Result is not null;
    public bool IsLeftOut => LeftOutReason.Length > 0;
    public bool Waits => !IsAnswered && !IsLeftOut;

    internal void Answer(CheckAnswer answer)
    {
        Result = answer.Reading.Result;
        Answers = answer.Reading.Answers;
        Faults = answer.Reading.Faults;
        DoneAtOnce = Faults.Count > 0 ? answer.DoneAtOnce : [];
        FormKey = answer.FormKey;
        FormNumber = answer.FormNumber;
        (Note, PerformerId, PerformerName) = (answer.Note.Trim(), answer.PerformerId, answer.PerformerName);
        AnsweredAt = answer.AnsweredAt;
        AnsweredOn = answer.AnsweredOn;
        ReceivedAt = answer.ReceivedAt;
        Seconds = answer.Seconds is >= 0 and <= 3600 ? answer.Seconds : null;
    }

    /// <summary>The control turned out not to have been done: the row waits again, and what was answered stands in the trail.</summary>
    internal void TakeBack()
    {
        (Result, AnsweredAt, AnsweredOn, ReceivedAt, Seconds) = (null, null, null, null, null);
        (Answers, Faults, DoneAtOnce) = (new Dictionary<string, string>(), [], []);
        (Note, PerformerId, PerformerName) = ("", null, "");
    }

    internal void LeaveOut(string reason) => LeftOutReason = reason;
}

/// <summary>What a performer sends about one object.</summary>
public sealed record CheckAnswer(FormReading Reading, string FormKey, int FormNumber, string Note, Guid? PerformerId, string PerformerName,
    DateTimeOffset AnsweredAt, DateOnly AnsweredOn, DateTimeOffset ReceivedAt, int? Seconds)
{
    public IReadOnlyList<string> DoneAtOnce { get; init; } = [];
}

/// <summary>An answer given anew: the name of the one it replaces, and why, where the list was finished.</summary>
public sealed record AnswerChange(string Replaces, string Reason);
