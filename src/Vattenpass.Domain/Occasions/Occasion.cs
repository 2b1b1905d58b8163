using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Occasions;

/// <summary>Where an occasion stands on a day. Late is not done and past its due day; it never leaves the denominator.</summary>
public enum OccasionState { Ahead = 1, Open = 2, Late = 3, Done = 4, NotDone = 5, NotApplicable = 6, Ended = 7 }

/// <summary>
/// Control × unit (or register object) × period: one row laid out when the plan is adopted, the denominator of every share.
/// Planned = false marks a check made outside the plan; it is shown but never counted as planned.
/// </summary>
public sealed partial class Occasion : Root
{
    private readonly List<Outcome> outcomes = [];

    public Guid PlanId { get; private set; }
    public Guid ControlId { get; private set; }
    public Control Control { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public string ObjectKey { get; private set; } = "";
    public string PeriodKey { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateOnly Opens { get; private set; }
    public DateOnly Due { get; private set; }
    /// <summary>The day somebody means to do it, moved freely within the window.</summary>
    public DateOnly? MeantFor { get; private set; }
    public bool Planned { get; private set; }
    public Guid? ResponsibleId { get; private set; }
    public Person? Responsible { get; private set; }
    public Guid? HandedToId { get; private set; }
    public Person? HandedTo { get; private set; }
    /// <summary>The day work on it began here: a row was answered, or something counted.</summary>
    public DateOnly? BegunOn { get; private set; }
    /// <summary>Everyone who has answered or counted anything in it.</summary>
    public IReadOnlyList<Guid> TookPart { get; private set; } = [];
    public DateOnly? EndedOn { get; private set; }
    public string EndedReason { get; private set; } = "";
    public OutcomeResult? Result { get; private set; }
    public DateOnly? PerformedOn { get; private set; }
    public Guid? PerformerId { get; private set; }
    public Guid? ApprovedById { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public IReadOnlyList<Outcome> Outcomes => outcomes;

    private Occasion() { }

    public Occasion(Guid id, Control control, Guid unitId, string objectKey, Occurrence occurrence, Guid? responsibleId, bool planned = true)
    {
        Id = id;
        Control = control;
        ControlId = control.Id;
        PlanId = control.PlanId;
        UnitId = unitId;
        ObjectKey = objectKey;
        Field = control.Field;
        PeriodKey = occurrence.Period.Key;
        From = occurrence.Period.From;
        To = occurrence.Period.To;
        Opens = occurrence.Opens;
        Due = occurrence.Due;
        (ResponsibleId, Planned) = (responsibleId, planned);
    }

    public Period Period => new(PeriodKey, From, To);

    /// <summary>What makes it one of its kind: an object keeps its occasions though it moves to another unit.</summary>
    public OccasionKey Key => OccasionKey.Of(ControlId, AtUnit, ObjectKey, PeriodKey);
    /// <summary>Where it is, in words: the object and its unit, or the unit.</summary>
    public string Place(OrganisationTree tree) => tree.Place(ObjectKey, UnitId);

    public Guid? DoerId => HandedToId ?? ResponsibleId;
    /// <summary>The version that holds; none when the occasion has no result.</summary>
    public Outcome? Current => Result is null ? null : outcomes.MaxBy(o => o.Number);
    public bool IsDone => Result is not (null or OutcomeResult.NotDone or OutcomeResult.NotApplicable);
    public override bool IsFinished => Result is not null;
    public override bool BelongsTo(Guid personId) => ResponsibleId == personId || HandedToId == personId;

    public OccasionState StateOn(DateOnly day) => Result switch
    {
        OutcomeResult.NotDone => OccasionState.NotDone,
        OutcomeResult.NotApplicable => OccasionState.NotApplicable,
        not null => OccasionState.Done,
        null when EndedOn is not null => OccasionState.Ended,
        null when Due < day => OccasionState.Late,
        null when Opens > day => OccasionState.Ahead,
        null => OccasionState.Open,
    };

    /// <summary>Registered once. A second, different registration is a correction.</summary>
    public Outcome Register(Guid id, OutcomeContent content, Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        Refusal.If(content.IsDone && Control.DoneBy is DoneBy.Count,
            "Förrådet kontrolleras genom att räknas. Öppna kontrollen och räkna preparaten.");
        Refusal.If(content.IsDone && Control.DoneBy is DoneBy.Form,
            "Utfallet följer av svaren på listan. Öppna kontrollen och svara där.");
        Refusal.If(checks.Exists(c => c.IsAnswered),
            "Listan är påbörjad. Ta bort de rader som inte kan kontrolleras, så blir kontrollen klar med de andra.");
        return Take(id, content, performerId, performerName, at, today);
    }

    /// <summary>Somebody has done a part of it.</summary>
    internal void Begin(Guid? personId, DateOnly on)
    {
        BegunOn ??= on;
        if (personId is { } person && !TookPart.Contains(person)) TookPart = [.. TookPart, person];
    }

    /// <summary>The outcome that follows when every part of it is done.</summary>
    internal Outcome Take(Guid id, OutcomeContent content, Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        Refusal.If(Result is not null, "Utfallet är redan registrerat. Gör en rättelse om något är fel.");
        Refusal.If(EndedOn is not null, $"Tillfället är avslutat {EndedOn:yyyy-MM-dd}: {EndedReason}");
        Refusal.If(content.IsDone && Opens > today, $"Kontrollen öppnar {Opens:yyyy-MM-dd}.");
        return Append(id, content.Validated(this, today), performerId, performerName, at, "");
    }

    /// <summary>A new version with a reason. An approved outcome has to be approved again.</summary>
    public Outcome Correct(Guid id, OutcomeContent content, string reason, Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        Refusal.If(Result is null, "Det finns inget utfall att rätta. Registrera utfallet först.");
        Refusal.If(Control.DoneBy is DoneBy.Count && (content.IsDone || BegunOn is not null),
            "En räkning rättas inte. Förklara skillnaden i avvikelsen, eller räkna om tillsammans med en kollega.");
        Refusal.If(Control.DoneBy is DoneBy.Form && content.IsDone,
            "Utfallet följer av svaren på listan. Ändra svaret på den rad som är fel.");
        if (Control.DoneBy is DoneBy.Form) checks.ForEach(c => c.TakeBack());
        return Replace(id, content, Refusal.IfEmpty(reason, "Skriv varför utfallet rättas.", nameof(Outcome.CorrectionReason)),
            performerId, performerName, at, today);
    }

    private Outcome Replace(Guid id, OutcomeContent content, string reason, Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        (ApprovedById, ApprovedAt) = (null, null);
        return Append(id, content.Validated(this, today), performerId, performerName, at, reason);
    }

    /// <summary>
    /// Takes over what a file says: null = not done. The first is a registration, a different later one a correction with the
    /// reason; the same again changes nothing and gives null. The file's gaps are accepted, so the form's rules are not applied.
    /// </summary>
    public Outcome? Import(Guid id, OutcomeContent? content, string performerName, DateTimeOffset at, string reason)
    {
        if (content is null && Current is null) return null;
        content ??= new(OutcomeResult.NotDone, Current!.PerformedOn, 0, 0, 0, Independence.SelfControl, "inte gjord enligt ny inläsning", "", []);
        if (Current is { } current
            && current.Content with { Objects = [] } == content with { Objects = [] }
            && current.Objects.SequenceEqual(content.Objects))
            return null;
        return Append(id, content, null, performerName, at, Current is null ? "" : reason);
    }

    /// <summary>The import that told of it was taken back. Its versions stay to be read, and the check is to be done again.</summary>
    public void Unregister()
    {
        Result = null;
        PerformedOn = null;
        PerformerId = null;
        ApprovedById = null;
        ApprovedAt = null;
    }

    private Outcome Append(Guid id, OutcomeContent content, Guid? performerId, string performerName, DateTimeOffset at, string reason)
    {
        var outcome = new Outcome(id, this, outcomes.Count + 1, content, performerId, performerName, at, reason);
        outcomes.Add(outcome);
        (Result, PerformedOn, PerformerId) = (content.Result, content.IsDone ? content.PerformedOn : null, performerId);
        return outcome;
    }

    /// <summary>Did this person register any version of the outcome, or take part in it? A correction by another does not make it another's work.</summary>
    public bool HasPerformed(Guid personId) => outcomes.Exists(o => o.PerformerId == personId) || TookPart.Contains(personId);

    public bool AwaitsApproval => Result is not null && Control.NeedsApproval && ApprovedById is null;

    public void Approve(Guid approverId, DateTimeOffset at)
    {
        Refusal.If(!AwaitsApproval, "Det finns inget att godkänna.");
        Refusal.If(HasPerformed(approverId), Separation.SelfApproval);
        (ApprovedById, ApprovedAt) = (approverId, at);
    }

    /// <summary>Somebody leaves: what was theirs, and is not done, becomes another's. What is done keeps its performer.</summary>
    public void TakeOver(Guid fromPersonId, Guid toPersonId)
    {
        if (Result is not null || EndedOn is not null) return;
        if (ResponsibleId == fromPersonId) ResponsibleId = toPersonId;
        if (HandedToId == fromPersonId) HandedToId = ResponsibleId == toPersonId ? null : toPersonId;
    }

    /// <summary>Its unit closes, and what succeeds the unit does it.</summary>
    public void GoTo(Guid unitId)
    {
        if (Result is null && EndedOn is null) UnitId = unitId;
    }

    /// <summary>Somebody else has been appointed to it. What has begun or been handed on stays where it is.</summary>
    public void AppointTo(Guid personId)
    {
        if (Result is null && EndedOn is null && HandedToId is null && BegunOn is null) ResponsibleId = personId;
    }

    public void HandOver(Guid toPersonId)
    {
        Refusal.If(Result is not null, "Kontrollen är redan gjord och kan inte lämnas över.");
        Refusal.If(DoerId == toPersonId, "Kontrollen ligger redan hos den personen.");
        HandedToId = toPersonId;
    }

    public void MoveTo(DateOnly day)
    {
        Refusal.If(Result is not null, "Kontrollen är redan gjord.");
        Refusal.If(day < Opens || day > Due, $"Välj en dag mellan {Opens:yyyy-MM-dd} och {Due:yyyy-MM-dd}.", nameof(MeantFor));
        MeantFor = day;
    }

    /// <summary>The schedule was changed: an untouched occasion gets its new window. Returns false when it already has begun or is done.</summary>
    public bool Reschedule(Occurrence occurrence, DateOnly today)
    {
        if (!IsUntouched(today) || occurrence.Due < today || (occurrence.Opens, occurrence.Due) == (Opens, Due)) return false;
        From = occurrence.Period.From;
        To = occurrence.Period.To;
        Opens = occurrence.Opens;
        Due = occurrence.Due;
        if (MeantFor < Opens || MeantFor > Due) MeantFor = null;
        return true;
    }

    /// <summary>Not done, not ended, not begun, and not late: a change of schedule may touch it.</summary>
    public bool IsUntouched(DateOnly today) => Result is null && EndedOn is null && Due >= today && BegunOn is null;

    /// <summary>Taken out by decision. The row stays with who decided and why; a done occasion is never taken out.</summary>
    public void Remove(DateOnly day, string decidedBy, string reason)
    {
        Refusal.If(Result is not null, "Kontrollen är gjord och kan inte tas bort.");
        Refusal.If(EndedOn is not null, "Tillfället är redan avslutat.");
        decidedBy = Refusal.IfEmpty(decidedBy, "Skriv vem som har beslutat.", "DecidedBy");
        reason = Refusal.IfEmpty(reason, "Skriv varför tillfället tas bort.", nameof(Outcome.Reason));
        (EndedOn, EndedReason) = (day, $"borttaget efter beslut av {decidedBy}: {reason}");
    }

    /// <summary>A check made outside the plan has turned out to belong to it, since the register was corrected.</summary>
    public void BecomePlanned() => Planned = true;

    /// <summary>Why a register or a schedule ends an occasion; only these are taken back when the object or the time is there again.</summary>
    public const string GoneFromRegister = "finns inte längre i registret", ScheduleChanged = "schemat ändrades";

    /// <summary>The object is back in the register, or the time in the schedule. What a person decided to take out stays out.</summary>
    public bool Resume()
    {
        if (EndedReason is not (GoneFromRegister or ScheduleChanged)) return false;
        (EndedOn, EndedReason) = (null, "");
        return true;
    }

    /// <summary>The object left the register. The row stays and says why; a done occasion is never ended.</summary>
    public void End(DateOnly day, string reason)
    {
        if (Result is not null || EndedOn is not null) return;
        (EndedOn, EndedReason) = (day, Refusal.IfEmpty(reason, "Skriv varför tillfället avslutas."));
    }
}

public readonly record struct OccasionKey(Guid ControlId, string Place, string PeriodKey)
{
    public static OccasionKey Of(Guid controlId, Guid unitId, string objectKey, string periodKey) =>
        new(controlId, objectKey.Length > 0 ? objectKey : unitId.ToString(), periodKey);
}
