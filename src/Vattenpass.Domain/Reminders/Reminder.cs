using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.Reminders;

public enum ReminderKind { Ladder = 1, OwnSentence = 2, SeriousDeviation = 3, Deviation = 4, BoardInformed = 5, DrugDeviation = 6, Withdrawn = 7 }

/// <summary>
/// One step taken: somebody was told about something. A step is taken once; the report counts the rows. For steps that go
/// to a list, and for people without an address, there is no mail.
/// </summary>
public sealed class Reminder : Root
{
    public ReminderKind Kind { get; private set; }
    public string Step { get; private set; } = "";
    public Guid? OccasionId { get; private set; }
    public Guid? DeviationId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }
    /// <summary>The person it should have gone to, when a substitute was told instead.</summary>
    public Guid? InsteadOfId { get; private set; }
    public DateOnly Day { get; private set; }
    public string Text { get; private set; } = "";
    public Guid? MailId { get; private set; }

    /// <summary>What may only happen once: the step, about this, to this person.</summary>
    public string OnceKey { get; private set; } = "";

    private Reminder() { }

    public Reminder(Guid id, ReminderKind kind, string step, Guid unitId, Field field, Guid? occasionId, Guid? deviationId, Guid? personId,
        Guid? insteadOfId, DateOnly day, string text = "", Guid? mailId = null)
    {
        Id = id;
        Kind = kind;
        Step = step;
        UnitId = unitId;
        Field = field;
        OccasionId = occasionId;
        DeviationId = deviationId;
        PersonId = personId;
        InsteadOfId = insteadOfId;
        Day = day;
        Text = text;
        MailId = mailId;
        OnceKey = $"{(int)kind}:{step}:{occasionId ?? deviationId}:{(kind is ReminderKind.Ladder ? null : personId)}";
    }

    public override bool BelongsTo(Guid personId) => PersonId == personId;
}
