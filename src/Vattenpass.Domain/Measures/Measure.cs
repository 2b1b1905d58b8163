using System.Linq.Expressions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Measures;

public enum MeasureStatus { Suggested = 0, NotStarted = 1, Ongoing = 2, Done = 3, Delayed = 4, Closed = 5, Cancelled = 6, Postponed = 7 }

/// <summary>
/// Something that is done to change a risk or a fault: owner, reporting officer, start, checkpoints, end and a comment per
/// period. A measure is not a control: it gets a status, never a result.
/// </summary>
public sealed class Measure : Root
{
    private readonly List<MeasureComment> comments = [];
    private readonly List<MeasureOwner> alsoOwners = [];

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
    /// <summary>Others who answer for it beside the first.</summary>
    public IReadOnlyList<MeasureOwner> AlsoOwners => alsoOwners;
    public Guid? ReportingOfficerId { get; private set; }
    public Person? ReportingOfficer { get; private set; }
    /// <summary>Names the source gives as owners and as reporting officers, and that are nobody here; with commas between them.</summary>
    public string OwnersAsWritten { get; private set; } = "";
    public string OfficersAsWritten { get; private set; } = "";
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

    public override bool BelongsTo(Guid personId) => OwnerId == personId || ReportingOfficerId == personId || alsoOwners.Exists(o => o.PersonId == personId);

    /// <summary>Everybody who answers for it, the first one first; empty when nobody does.</summary>
    public string OwnersText => CommaList.Text([.. new[] { Owner?.Name ?? "" }.Concat(alsoOwners.OrderBy(o => o.Order).Select(o => o.Person?.Name ?? ""))
        .Concat(CommaList.Read(OwnersAsWritten)).Where(n => n.Length > 0)]);

    public string ReportingText => CommaList.Text([.. new[] { ReportingOfficer?.Name ?? "" }.Concat(CommaList.Read(OfficersAsWritten)).Where(n => n.Length > 0)]);
    public override bool IsFinished => !IsOpen;
    public bool IsOpen =>
        Status is MeasureStatus.Suggested or MeasureStatus.NotStarted or MeasureStatus.Ongoing or MeasureStatus.Delayed or MeasureStatus.Postponed;
    /// <summary>The same as a question to the database.</summary>
    public static readonly Expression<Func<Measure, bool>> StillOpen = m =>
        m.Status != MeasureStatus.Done && m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled;
    public bool IsLate(DateOnly today) => IsOpen && End < today;
    public DateOnly? NextCheckpoint(DateOnly today) => IsOpen ? Checkpoints.Where(c => c >= today).Cast<DateOnly?>().Min() : null;

    /// <param name="newId">Makes the id of a row.</param>
    public void Describe(MeasureContent content, Func<Guid> newId)
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
        Share(content.AlsoOwnerIds, newId);
        if (content.DropsWritten) (OwnersAsWritten, OfficersAsWritten) = ("", "");
        (Start, End, Checkpoints) = (content.Start, content.End, [.. content.Checkpoints.Distinct().Order()]);
        if (Status is MeasureStatus.Suggested) Status = MeasureStatus.NotStarted;
    }

    /// <summary>Stands as its source says, with what the source leaves out left out: dates that are missing or contradict each other, and owners that are nobody here.</summary>
    public void StandAsRead(MeasureContent content, string ownersAsWritten, string officersAsWritten, Func<Guid> newId)
    {
        Title = Refusal.IfEmpty(content.Title, "Skriv vad som ska göras.", nameof(Title));
        (Description, OwnerId, ReportingOfficerId) = (content.Description.Trim(), content.OwnerId, content.ReportingOfficerId);
        Share(content.AlsoOwnerIds, newId);
        (OwnersAsWritten, OfficersAsWritten) = (ownersAsWritten, officersAsWritten);
        (Start, End, Checkpoints) = (content.Start, content.End, [.. content.Checkpoints]);
    }

    /// <summary>Where the source says that it stands, and what it says of it for a period; the same said again changes nothing.</summary>
    public void FollowUpAsRead(Func<Guid> newId, string period, string text, MeasureStatus status, string byName, DateTimeOffset at)
    {
        if (text.Length > 0 && comments.TrueForAll(c => c.Text != text)) comments.Add(new(newId(), this, period, text, status, null, byName, at));
        Status = status;
    }

    /// <summary>A reading that changed its status is taken back.</summary>
    public void StandAgain(MeasureStatus status) => Status = status;

    private void Share(IReadOnlyList<Guid> people, Func<Guid> newId)
    {
        List<Guid> wanted = [.. people.Where(p => p != OwnerId).Distinct()];
        alsoOwners.RemoveAll(o => !wanted.Contains(o.PersonId ?? default));
        foreach (var (order, person) in wanted.Index())
            if (alsoOwners.Find(o => o.PersonId == person) is { } there) there.Stand(order);
            else alsoOwners.Add(new(newId(), this, person, order));
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
        foreach (var owner in alsoOwners.Where(o => o.PersonId == fromPersonId)) owner.Become(toPersonId);
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
    DateOnly? End, IReadOnlyList<DateOnly> Checkpoints)
{
    public IReadOnlyList<Guid> AlsoOwnerIds { get; init; } = [];
    /// <summary>The names that the source had, and that are nobody here, go.</summary>
    public bool DropsWritten { get; init; }
}

/// <summary>One more who answers for a measure, in order after its first owner.</summary>
public sealed class MeasureOwner : Part
{
    public Measure Measure { get; private set; } = null!;
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int Order { get; private set; }
    public override Root? Whole => Measure;

    private MeasureOwner() { }
    internal MeasureOwner(Guid id, Measure measure, Guid personId, int order) => (Id, Measure, PersonId, Order) = (id, measure, personId, order);

    internal void Become(Guid personId) => (PersonId, Person) = (personId, null);
    internal void Stand(int order) => Order = order;
}

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
