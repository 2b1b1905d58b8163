using System.Linq.Expressions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Measures;

public enum MeasureStatus { Suggested = 0, NotStarted = 1, Ongoing = 2, Done = 3, Delayed = 4, Closed = 5, Cancelled = 6, Postponed = 7 }

/// <summary>
/// Something that is done to change a risk or a fault: owner, reporting officer, start, checkpoints, end and a comment per
/// period. A measure is not a control: it gets a status, never a result.
/// </summary>
public sealed class Measure : Root
{
    private readonly List<MeasureComment> comments = [];

    public Guid? PlanId { get; private set; }
    public Guid? RiskId { get; private set; }
    public Risk? Risk { get; private set; }
    public Guid? DeviationId { get; private set; }
    public Deviations.Deviation? Deviation { get; private set; }
    public Unit Unit { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Guid? OwnerId { get; private set; }
    public Person? Owner { get; private set; }
    public Guid? ReportingOfficerId { get; private set; }
    public Person? ReportingOfficer { get; private set; }
    public DateOnly? Start { get; private set; }
    public DateOnly? End { get; private set; }
    public IReadOnlyList<DateOnly> Checkpoints { get; private set; } = [];
    public MeasureStatus Status { get; private set; }
    public IReadOnlyList<MeasureComment> Comments => comments;

    private Measure() { }

    public Measure(Guid id, Guid unitId, Field field, string title, Guid? planId = null, Guid? riskId = null, Guid? deviationId = null, Guid? ownerId = null)
    {
        Id = id;
        UnitId = unitId;
        Field = field;
        Title = Refusal.IfEmpty(title, "Skriv vad som ska göras.", nameof(Title));
        PlanId = planId;
        RiskId = riskId;
        DeviationId = deviationId;
        OwnerId = ownerId;
    }

    public override bool BelongsTo(Guid personId) => OwnerId == personId || ReportingOfficerId == personId;
    public override bool IsFinished => !IsOpen;
    public bool IsOpen =>
        Status is MeasureStatus.Suggested or MeasureStatus.NotStarted or MeasureStatus.Ongoing or MeasureStatus.Delayed or MeasureStatus.Postponed;
    /// <summary>The same as a question to the database.</summary>
    public static readonly Expression<Func<Measure, bool>> StillOpen = m =>
        m.Status != MeasureStatus.Done && m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled;
    public bool IsLate(DateOnly today) => IsOpen && End < today;
    public DateOnly? NextCheckpoint(DateOnly today) => IsOpen ? Checkpoints.Where(c => c >= today).Cast<DateOnly?>().Min() : null;

    public void Describe(MeasureContent content)
    {
        Refusal.If(!IsOpen, "Åtgärden är avslutad och kan inte ändras.");
        Title = Refusal.IfEmpty(content.Title, "Skriv vad som ska göras.", nameof(Title));
        Refusal.If(content.OwnerId is null, "Välj vem som ansvarar för åtgärden.", nameof(OwnerId));
        Refusal.If(content.Start is null, "Ange när åtgärden börjar.", nameof(Start));
        Refusal.If(content.End is null, "Ange när åtgärden ska vara klar.", nameof(End));
        Refusal.If(content.End < content.Start, "Slutdatum ligger före startdatum.", nameof(End));
        Refusal.If(content.Checkpoints.Any(c => c < content.Start
            || c > content.End), "Avstämningsdatum ska ligga mellan start och slut.", nameof(Checkpoints));
        (Description, OwnerId, ReportingOfficerId) = (content.Description.Trim(), content.OwnerId, content.ReportingOfficerId);
        (Start, End, Checkpoints) = (content.Start, content.End, [.. content.Checkpoints.Distinct().Order()]);
        if (Status is MeasureStatus.Suggested) Status = MeasureStatus.NotStarted;
    }

    /// <summary>Its unit closes, and what succeeds the unit goes on with it.</summary>
    public void GoTo(Guid unitId)
    {
        if (IsOpen) UnitId = unitId;
    }

    /// <summary>Somebody leaves: an open measure of theirs becomes another's.</summary>
    public void TakeOver(Guid fromPersonId, Guid toPersonId)
    {
        if (!IsOpen) return;
        if (OwnerId == fromPersonId) OwnerId = toPersonId;
        if (ReportingOfficerId == fromPersonId) ReportingOfficerId = toPersonId;
    }

    /// <summary>A comment for a period, and the status it led to.</summary>
    public void FollowUp(Guid id, string period, string text, MeasureStatus status, Guid? byId, string byName, DateTimeOffset at)
    {
        Refusal.If(Status is MeasureStatus.Suggested, "Åtgärden är bara föreslagen. Ge den ansvarig och datum först.");
        Refusal.If(!IsOpen, "Åtgärden är avslutad.");
        Refusal.If(status is MeasureStatus.Suggested, "Välj en status.", nameof(Status));
        comments.Add(new(id, this, Refusal.IfEmpty(period, "Skriv vilken period kommentaren gäller.", nameof(MeasureComment.Period)),
            Refusal.IfEmpty(text, "Skriv en kommentar.", nameof(MeasureComment.Text)), status, byId, byName, at));
        Status = status;
    }

    /// <summary>A suggestion nobody will carry out.</summary>
    public void Reject(Guid id, string reason, Guid? byId, string byName, DateTimeOffset at)
    {
        Refusal.If(Status is not MeasureStatus.Suggested, "Bara ett förslag kan avböjas.");
        comments.Add(new(id, this, "", Refusal.IfEmpty(reason, "Skriv varför förslaget avböjs.", nameof(MeasureComment.Text)),
            MeasureStatus.Cancelled, byId, byName, at));
        Status = MeasureStatus.Cancelled;
    }
}

public sealed record MeasureContent(string Title, string Description, Guid? OwnerId, Guid? ReportingOfficerId, DateOnly? Start,
    DateOnly? End, IReadOnlyList<DateOnly> Checkpoints);

public sealed class MeasureComment : Part
{
    public Measure Measure { get; private set; } = null!;
    public string Period { get; private set; } = "";
    public string Text { get; private set; } = "";
    public MeasureStatus Status { get; private set; }
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Measure;

    private MeasureComment() { }
    internal MeasureComment(Guid id, Measure measure, string period, string text, MeasureStatus status, Guid? byId, string byName, DateTimeOffset at)
    {
        Id = id;
        Measure = measure;
        Period = period;
        Text = text;
        Status = status;
        ById = byId;
        ByName = byName;
        At = at;
    }
}

public static class MeasureNames
{
    public static string Swedish(this MeasureStatus status) => status switch
    {
        MeasureStatus.Suggested => "Föreslagen",
        MeasureStatus.NotStarted => "Ej påbörjad",
        MeasureStatus.Ongoing => "Pågående",
        MeasureStatus.Done => "Genomförd",
        MeasureStatus.Delayed => "Försenad",
        MeasureStatus.Closed => "Avslutad",
        MeasureStatus.Cancelled => "Avbruten",
        MeasureStatus.Postponed => "Uppskjuten",
        _ => throw new InvalidOperationException(),
    };
}
