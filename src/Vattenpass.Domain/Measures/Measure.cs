using System.Linq.Expressions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Measures;

public enum MeasureStatus { Suggested = 0, NotStarted = 1, Ongoing = 2, Done = 3, Delayed = 4, Closed = 5, Cancelled = 6, Postponed = 7, Merged = 8 }

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
    /// <summary>The board's or the head's decision; null where nobody has decided it by itself.</summary>
    public DateOnly? DecidedOn { get; private set; }
    /// <summary>Paragraph and registry number of the decision, as they are written.</summary>
    public string DecisionReference { get; private set; } = "";
    public MeasureHorizon? Horizon { get; private set; }
    /// <summary>Whole-time posts that it consists of, in numbers; null where it has none.</summary>
    public decimal? Posts { get; private set; }
    /// <summary>Why the one who answers for it also reports on it.</summary>
    public string SameOfficerReason { get; private set; } = "";
    public IReadOnlyList<MeasureStage> Stages { get; private set; } = [];
    public IReadOnlyList<MeasureMove> Moves { get; private set; } = [];
    /// <summary>The measure that goes on with what this one was for.</summary>
    public Guid? MergedIntoId { get; private set; }

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

    /// <summary>Something that somebody is to do from today, because of what <paramref name="why"/> says.</summary>
    /// <exception cref="Refusal">It has no title, nobody who answers for it or no last day.</exception>
    public static Measure Begin(Func<Guid> newId, Guid unitId, string title, string why, Guid? ownerId, DateOnly today, DateOnly? end)
    {
        var measure = new Measure(newId(), unitId, Field.General, title);
        measure.Describe(new(title, why, ownerId, null, today, end, []), newId, today);
        return measure;
    }

    public override bool BelongsTo(Guid personId) => OwnerId == personId || ReportingOfficerId == personId || alsoOwners.Exists(o => o.PersonId == personId);

    /// <summary>Answers for it, reports on it or has followed it up. Needs Comments.</summary>
    public bool Involves(Guid personId) => BelongsTo(personId) || comments.Exists(c => c.ById == personId);

    /// <summary>Everybody who answers for it, the first one first; empty when nobody does.</summary>
    public string OwnersText => OwnersSeen("");

    /// <summary>The same for somebody who may not see everybody.</summary>
    /// <param name="hidden">What stands for those who are out of sight.</param>
    public string OwnersSeen(string hidden) => CommaList.Text([.. new[] { OwnerId is null ? "" : Owner?.Name ?? hidden }.Concat(alsoOwners.OrderBy(o => o.Order).Select(o => o.Person?.Name ?? hidden))
        .Concat(CommaList.Read(OwnersAsWritten)).Where(n => n.Length > 0)]);

    public string ReportingText => CommaList.Text([.. new[] { ReportingOfficer?.Name ?? "" }.Concat(CommaList.Read(OfficersAsWritten)).Where(n => n.Length > 0)]);
    public override bool IsFinished => !IsOpen;
    public bool IsOpen =>
        Status is MeasureStatus.Suggested or MeasureStatus.NotStarted or MeasureStatus.Ongoing or MeasureStatus.Delayed or MeasureStatus.Postponed;
    /// <summary>The same as a question to the database.</summary>
    public static readonly Expression<Func<Measure, bool>> StillOpen = m =>
        m.Status != MeasureStatus.Done && m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled && m.Status != MeasureStatus.Merged;
    public bool IsLate(DateOnly today) => IsOpen && End < today;
    public DateOnly? NextCheckpoint(DateOnly today) => IsOpen ? Checkpoints.Where(c => c >= today).Cast<DateOnly?>().Min() : null;

    /// <summary>Its parts as they stood on a day.</summary>
    public IReadOnlyList<MeasureStage> StagesOn(DateOnly day) => [.. Stages.Select(s => s.DoneOn > day ? s with { DoneOn = null } : s)];

    private List<MeasureMove> MovesUntil(DateOnly day) => [.. Moves.Where(m => m.On <= day)];

    /// <summary>Its last day as it was set on a day.</summary>
    public DateOnly? EndOn(DateOnly day) => Moves.FirstOrDefault(m => m.On > day)?.From ?? End;

    /// <summary>The status in words; one that is under way tells how many of its parts were done on a day.</summary>
    public string StatusText(MeasureStatus status, DateOnly day)
    {
        var done = StagesOn(day).Count(s => s.DoneOn is not null);
        if (status is not (MeasureStatus.Ongoing or MeasureStatus.Delayed) || done == 0) return status.Swedish();
        return $"{status.Swedish()}, {(done == Stages.Count ? "alla delar klara" : $"klar i delar ({done} av {Stages.Count})")}";
    }

    /// <summary>What was decided of it and known on a day, in sentences for a report; empty when nothing of it is.</summary>
    public IReadOnlyList<string> DecidedUntil(DateOnly day)
    {
        List<string> said = [];
        if (DecidedOn is { } decided && decided <= day) said.Add($"Beslutad {decided:yyyy-MM-dd}{(DecisionReference.Length > 0 ? $", {DecisionReference.TrimEnd('.')}" : "")}.");
        if (Horizon is { } horizon) said.Add($"{horizon.Swedish()}.");
        if (Posts is { } posts) said.Add($"{Prose.Decimal(posts)} {(posts == 1 ? "tjänst" : "tjänster")}.");
        if (Stages.Count > 0) said.Add($"Delar: {string.Join("; ", StagesOn(day).Select(s => s.Sentence(day)))}.");
        if (MovesUntil(day) is [var first, ..] moves) said.Add($"Slutdatum är flyttat framåt {Prose.Times(moves.Count)}, först från {first.From:yyyy-MM-dd}.");
        return said;
    }

    /// <param name="newId">Makes the id of a row.</param>
    /// <param name="on">The day it is described.</param>
    /// <exception cref="Refusal">Something is missing or contradicts itself, or its last day is moved without a reason.</exception>
    public void Describe(MeasureContent content, Func<Guid> newId, DateOnly on)
    {
        Refusal.If(!IsOpen, "Åtgärden är avslutad och kan inte ändras.");
        Title = Refusal.IfEmpty(content.Title, "Skriv vad som ska göras.", nameof(Title));
        Refusal.If(content.OwnerId is null, "Välj vem som ansvarar för åtgärden.", nameof(OwnerId));
        Refusal.If(content.Start is null, "Ange när åtgärden börjar.", nameof(Start));
        Refusal.If(content.End is null, "Ange när åtgärden ska vara klar.", nameof(End));
        Refusal.If(content.End < content.Start, "Slutdatum ligger före startdatum.", nameof(End));
        Refusal.If(content.Checkpoints.Any(c => c < content.Start
            || c > content.End), "Avstämningsdatum ska ligga mellan start och slut.", nameof(Checkpoints));
        Refusal.If(content.DecidedOn > on, "Beslutet kan inte ligga framåt i tiden.", nameof(DecidedOn));
        Refusal.If(content.DecidedOn is null && content.DecisionReference.Trim().Length > 0, "Ange vilken dag åtgärden beslutades.", nameof(DecidedOn));
        StaffPosts.MustBeRight(content.Posts);
        CheckStages(content.Stages);
        var isSame = content.ReportingOfficerId is { } officer && (officer == content.OwnerId || content.AlsoOwnerIds.Contains(officer));
        Refusal.If(isSame && content.SameOfficerReason.Trim().Length == 0,
            "Den som ansvarar för åtgärden ska inte rapportera om den. Välj någon annan, eller skriv varför det är samma person.", nameof(SameOfficerReason));
        Move(content, on);
        (DecidedOn, DecisionReference) = (content.DecidedOn, content.DecisionReference.Trim());
        (Horizon, Posts) = (content.Horizon, content.Posts);
        Stages = [.. content.Stages.Select(s => s with { DoneOn = Stages.FirstOrDefault(t => t.Text == s.Text)?.DoneOn })];
        (Description, OwnerId, ReportingOfficerId) = (content.Description.Trim(), content.OwnerId, content.ReportingOfficerId);
        SameOfficerReason = isSame ? content.SameOfficerReason.Trim() : "";
        Share(content.AlsoOwnerIds, newId);
        if (content.DropsWritten) (OwnersAsWritten, OfficersAsWritten) = ("", "");
        (Start, End, Checkpoints) = (content.Start, content.End, [.. content.Checkpoints.Distinct().Order()]);
        if (Status is MeasureStatus.Suggested) Status = MeasureStatus.NotStarted;
    }

    /// <summary>Parts are known by what they are called, and what is done is not written away.</summary>
    private void CheckStages(IReadOnlyList<MeasureStage> wanted)
    {
        var twice = wanted.GroupBy(s => s.Text).FirstOrDefault(g => g.Count() > 1)?.Key;
        Refusal.If(twice is not null, $"Två delar heter ”{twice}”. Skriv dem så att de går att skilja åt.", nameof(Stages));
        var lost = Stages.FirstOrDefault(s => s.DoneOn is not null && wanted.All(w => w.Text != s.Text));
        Refusal.If(lost is not null, $"Delen ”{lost?.Text}” är klar. Låt raden stå som den är, eller ta först bort krysset i Följ upp.", nameof(Stages));
    }

    /// <summary>A last day that somebody had set is moved onwards with a reason; earlier, without.</summary>
    private void Move(MeasureContent content, DateOnly on)
    {
        if (End is not { } before || content.End is not { } after || after <= before || Status is MeasureStatus.Suggested) return;
        var reason = Refusal.IfEmpty(content.MoveReason, $"Slutdatum flyttas från {before:yyyy-MM-dd}. Skriv varför.", nameof(MeasureContent.MoveReason));
        Moves = [.. Moves, new(before, after, on, reason)];
    }

    /// <summary>What this measure was for goes on in another.</summary>
    /// <exception cref="Refusal">Either of them is over, or they are the same.</exception>
    public void MergeInto(Measure other, Guid commentId, string reason, Guid? byId, string byName, DateTimeOffset at)
    {
        Refusal.If(!IsOpen, "Åtgärden är avslutad.");
        Refusal.If(other.Id == Id, "Välj en annan åtgärd.", nameof(MergedIntoId));
        Refusal.If(!other.IsOpen || other.Status is MeasureStatus.Suggested, "Välj en åtgärd som är öppen och har ansvarig och datum.", nameof(MergedIntoId));
        comments.Add(new(commentId, this, "", Refusal.IfEmpty(reason, "Skriv varför åtgärderna slås ihop.", nameof(MeasureComment.Text)),
            MeasureStatus.Merged, null, byId, byName, at));
        (MergedIntoId, Status) = (other.Id, MeasureStatus.Merged);
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
        if (text.Length > 0 && comments.TrueForAll(c => c.Text != text)) comments.Add(new(newId(), this, period, text, status, null, null, byName, at));
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
    /// <exception cref="Refusal">Something is missing, or the status is not borne out by the parts that are done or by the comment.</exception>
    public void FollowUp(Guid id, MeasureFollowUp said, Guid? byId, string byName, DateTimeOffset at)
    {
        var (period, text, status) = (said.Period, said.Text, said.Status);
        Refusal.If(Status is MeasureStatus.Suggested, "Åtgärden är bara föreslagen. Ge den ansvarig och datum först.");
        Refusal.If(!IsOpen, "Åtgärden är avslutad.");
        Refusal.If(status is MeasureStatus.Suggested or MeasureStatus.Merged, "Välj en status.", nameof(Status));
        var unknown = said.StagesDone.Keys.FirstOrDefault(k => Stages.All(s => s.Text != k));
        Refusal.If(unknown is not null, $"Delen ”{unknown}” finns inte längre. Ladda om sidan och kryssa för det som är klart.", nameof(Stages));
        var stages = Stages.Select(s => said.StagesDone.TryGetValue(s.Text, out var day) ? s with { DoneOn = day } : s with { DoneOn = null }).ToList();
        var left = stages.Where(s => s.DoneOn is null).ToList();
        Refusal.If(status is MeasureStatus.Done or MeasureStatus.Closed && left.Count > 0,
            $"{Prose.Number(left.Count, "del", "delar")} är inte klar{(left.Count == 1 ? "" : "a")}: {Prose.Some([.. left.Select(s => s.Text)], 5)}. Kryssa för det som är klart, eller välj en annan status.", nameof(Status));
        var denied = said.StandsByStatus ? null : StatusAgainstText.Of(status, text);
        Refusal.If(denied is not null,
            $"Du har valt {status.Swedish()}, men kommentaren säger ”{denied}”. Ändra det som är fel, eller kryssa i att statusen stämmer.", nameof(MeasureFollowUp.StandsByStatus));
        comments.Add(new(id, this, Refusal.IfEmpty(period, "Skriv vilken period kommentaren gäller.", nameof(MeasureComment.Period)),
            Refusal.IfEmpty(text, "Skriv en kommentar.", nameof(MeasureComment.Text)), status, said.Participation, byId, byName, at));
        (Status, Stages) = (status, stages);
    }

    /// <summary>A suggestion nobody will carry out.</summary>
    public void Reject(Guid id, string reason, Guid? byId, string byName, DateTimeOffset at)
    {
        Refusal.If(Status is not MeasureStatus.Suggested, "Bara ett förslag kan avböjas.");
        comments.Add(new(id, this, "", Refusal.IfEmpty(reason, "Skriv varför förslaget avböjs.", nameof(MeasureComment.Text)),
            MeasureStatus.Cancelled, null, byId, byName, at));
        Status = MeasureStatus.Cancelled;
    }
}

public sealed record MeasureContent(string Title, string Description, Guid? OwnerId, Guid? ReportingOfficerId, DateOnly? Start,
    DateOnly? End, IReadOnlyList<DateOnly> Checkpoints)
{
    public IReadOnlyList<Guid> AlsoOwnerIds { get; init; } = [];
    /// <summary>The names that the source had, and that are nobody here, go.</summary>
    public bool DropsWritten { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public string DecisionReference { get; init; } = "";
    public MeasureHorizon? Horizon { get; init; }
    public decimal? Posts { get; init; }
    public string SameOfficerReason { get; init; } = "";
    public IReadOnlyList<MeasureStage> Stages { get; init; } = [];
    /// <summary>Why its last day is moved onwards.</summary>
    public string MoveReason { get; init; } = "";
}

/// <summary>What is said of a measure at a checkpoint.</summary>
public sealed record MeasureFollowUp(string Period, string Text, MeasureStatus Status)
{
    /// <summary>The parts that are done, by what they are called, and since when.</summary>
    public IReadOnlyDictionary<string, DateOnly> StagesDone { get; init; } = new Dictionary<string, DateOnly>();
    public Participation? Participation { get; init; }
    /// <summary>The status holds though the text seems to say otherwise.</summary>
    public bool StandsByStatus { get; init; }
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
    public Participation? Participation { get; private set; }
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Measure;

    private MeasureComment() { }
    internal MeasureComment(Guid id, Measure measure, string period, string text, MeasureStatus status, Participation? participation, Guid? byId, string byName,
        DateTimeOffset at)
    {
        Id = id;
        Measure = measure;
        Period = period;
        Text = text;
        Status = status;
        Participation = participation;
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
        MeasureStatus.Merged => "Sammanslagen",
        _ => throw new InvalidOperationException(),
    };
}

public static class HorizonNames
{
    public static string Swedish(this MeasureHorizon horizon) => horizon switch
    {
        MeasureHorizon.Short => "Kort sikt",
        MeasureHorizon.Long => "Lång sikt",
        _ => throw new InvalidOperationException(),
    };
}
