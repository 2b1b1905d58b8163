using System.Linq.Expressions;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.LogReviews;

public enum Verdict { Authorised = 1, Unauthorised = 2, Unclear = 3 }

/// <summary>A row of the log as a case keeps it, with pseudonyms.</summary>
public sealed record CaseAccess(string Id, string User, string Client, string Unit, DateTime At, Explanations Found, bool OffShift, bool StatedReason);

/// <summary>What is decided when somebody has read without right. Every question has an answer, also when it is no.</summary>
public sealed record UnauthorisedAnswers(bool IsIncidentReported, string Incident, bool IsLexSarah, string LexSarah, bool IsPolice,
    string Police, bool IsRestricted, string Restriction)
{
    public UnauthorisedAnswers Validated()
    {
        _ = Refusal.IfEmpty(Incident, "Skriv hur personuppgiftsincidenten är bedömd och anmäld.", nameof(Incident));
        _ = Refusal.IfEmpty(LexSarah, "Skriv bedömningen av lex Sarah.", nameof(LexSarah));
        _ = Refusal.IfEmpty(Police, "Skriv bedömningen om polisanmälan och vem som gav juridiskt råd.", nameof(Police));
        _ = Refusal.IfEmpty(Restriction, "Skriv om behörigheten är begränsad, och varför eller varför inte.", nameof(Restriction));
        return this;
    }
}

/// <summary>
/// Accesses that one person has to judge. The pseudonyms are shown once the case has been opened for a purpose. Before an
/// employee is asked, the extract is secured in the source system and HR is told; without that nobody is found unauthorised.
/// </summary>
public sealed class LogCase : Root
{
    private readonly List<LogCaseOpening> openings = [];

    /// <summary>GDPR article 33: a personal data breach is notified within 72 hours from its discovery.</summary>
    public static readonly TimeSpan IncidentTime = TimeSpan.FromHours(72);

    public Guid ImportId { get; private set; }
    public LogImport Import { get; private set; } = null!;
    public CaseKind Kind { get; private set; }
    public string Number { get; private set; } = "";
    public string System { get; private set; } = "";
    /// <summary>The month it is counted in, "2026-05".</summary>
    public string PeriodKey { get; private set; } = "";
    public int Rank { get; private set; }
    public CaseStrength Strength { get; private set; }
    public string Reason { get; private set; } = "";
    public IReadOnlyList<string> Users { get; private set; } = [];
    public string Client { get; private set; } = "";
    public int AccessCount { get; private set; }
    public IReadOnlyList<CaseAccess> Accesses { get; private set; } = [];
    public IReadOnlyList<string> For { get; private set; } = [];
    public IReadOnlyList<string> Against { get; private set; } = [];
    /// <summary>Rows about the reviewer, or a whole case that went to somebody else for that reason.</summary>
    public string LeftOut { get; private set; } = "";
    public Guid? ReviewerId { get; private set; }
    public string ReviewerName { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public IReadOnlyList<LogCaseOpening> Openings => openings;

    public DateTimeOffset? DiscoveredAt { get; private set; }
    public DateOnly? ExtractSecuredOn { get; private set; }
    public DateOnly? HrToldOn { get; private set; }
    public DateOnly? AskedOn { get; private set; }
    public string Answer { get; private set; } = "";
    public Verdict? Verdict { get; private set; }
    public string VerdictReason { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public UnauthorisedAnswers? Answers { get; private set; }
    public DateOnly? RestrictionLiftedOn { get; private set; }
    /// <summary>The permission was restricted: kept, as the numbers are, when the answers are forgotten.</summary>
    public bool WasRestricted { get; private set; }
    /// <summary>The manager has talked with the employee about what was found. What was said is not kept here.</summary>
    public DateOnly? TalkedOn { get; private set; }
    public Guid? DeviationId { get; private set; }
    public DateOnly? ForgottenOn { get; private set; }

    private LogCase() { }

    public LogCase(Guid id, LogImport import, Guid unitId, CaseKind kind, string number, string periodKey, int rank, CaseStrength strength,
        string reason, string client, IReadOnlyList<CaseAccess> accesses, int accessCount, IReadOnlyList<string> speaksFor,
        IReadOnlyList<string> against, DateTimeOffset at)
    {
        Id = id;
        Import = import;
        ImportId = import.Id;
        UnitId = unitId;
        Field = Field.Access;
        System = import.System;
        Kind = kind;
        Number = number;
        PeriodKey = periodKey;
        Rank = rank;
        Strength = strength;
        Reason = reason;
        Client = client;
        Accesses = accesses;
        AccessCount = accessCount;
        For = speaksFor;
        Against = against;
        CreatedAt = at;
        Users = [.. accesses.Select(a => a.User).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public override bool IsFinished => IsDecided;
    public override bool BelongsTo(Guid personId) => ReviewerId == personId;
    /// <summary>Unclear before the employee has answered is no decision.</summary>
    public bool IsDecided => Verdict is not null && (Verdict is not LogReviews.Verdict.Unclear || AskedOn is not null);
    /// <summary>Still to be judged: not decided, and not forgotten before it was.</summary>
    public static readonly Expression<Func<LogCase, bool>> Waits = c =>
        c.ForgottenOn == null && (c.Verdict == null || (c.Verdict == LogReviews.Verdict.Unclear && c.AskedOn == null));
    /// <summary>Judged for good, as a question to the database.</summary>
    public static readonly Expression<Func<LogCase, bool>> Decided = c =>
        c.Verdict != null && (c.Verdict != LogReviews.Verdict.Unclear || c.AskedOn != null);
    public bool IsHandled => Verdict is not null || ExtractSecuredOn is not null;
    /// <summary>Somebody has begun to act on it, as a question to the database.</summary>
    public static readonly Expression<Func<LogCase, bool>> Handled = c => c.Verdict != null || c.ExtractSecuredOn != null;
    public bool IsOpenedBy(Guid personId) => openings.Exists(o => o.PersonId == personId);
    public DateTimeOffset? IncidentBefore => DiscoveredAt + IncidentTime;
    /// <summary>Secured, and waiting for what the employee says.</summary>
    public bool WaitsForAnswer => !IsDecided && ExtractSecuredOn is not null && AskedOn is null;
    /// <summary>The clock of the breach still shows: nobody has reported it. What was judged not to be reported can be judged anew until its time is out.</summary>
    public bool IsIncidentOpen =>
        IncidentBefore is not null && Verdict is not LogReviews.Verdict.Authorised && Answers is not { IsIncidentReported: true };
    public bool IsRestrictionOpen => Answers is { IsRestricted: true } && RestrictionLiftedOn is null;

    public void GiveTo(Guid? reviewerId, string name, string leftOut) => (ReviewerId, ReviewerName, LeftOut) = (reviewerId, name, leftOut);

    /// <summary>Is the case about accesses of this employee?</summary>
    public bool IsAbout(Person person) =>
        person.EmployeeId.Length > 0 && Users.Contains(person.EmployeeId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Its unit closes in the month it is counted in: it goes where the control of that month goes.</summary>
    public void GoTo(Guid unitId)
    {
        if (!IsDecided) UnitId = unitId;
    }

    /// <summary>The reviewer leaves; another judges it.</summary>
    public void TakeOver(Person? reviewer)
    {
        if (!IsDecided) (ReviewerId, ReviewerName) = (reviewer?.Id, reviewer?.Name ?? "");
    }

    /// <summary>About whoever leads at its unit: what comes of it is looked into above them.</summary>
    public void RaiseTo(Guid unitId) => UnitId = unitId;

    public LogCaseOpening Open(Guid id, Guid personId, string name, string purpose, DateTimeOffset at)
    {
        var opening =
            new LogCaseOpening(id, this, personId, name, Refusal.IfEmpty(purpose, "Skriv varför du öppnar fallet.", "Purpose"), at);
        openings.Add(opening);
        return opening;
    }

    /// <summary>The extract is secured in the source system and HR told. From here the breach counts as discovered, unless the board knew of it before; a corrected day moves its clock.</summary>
    /// <param name="dayBegan">When the day of the extract began.</param>
    public void Secure(DateOnly extractSecuredOn, DateOnly hrToldOn, DateOnly today, DateTimeOffset dayBegan)
    {
        MustBeUndecided();
        Refusal.If(extractSecuredOn > today || hrToldOn > today, "Dagen ligger i framtiden.", nameof(ExtractSecuredOn));
        Refusal.If(AskedOn < extractSecuredOn || AskedOn < hrToldOn,
            $"Frågan ställdes {AskedOn:yyyy-MM-dd}. Utdraget ska ha säkrats och HR kontaktats före dess.", nameof(ExtractSecuredOn));
        (ExtractSecuredOn, HrToldOn, DiscoveredAt) = (extractSecuredOn, hrToldOn, dayBegan);
    }

    public void Ask(DateOnly askedOn, string answer, DateOnly today)
    {
        MustBeUndecided();
        Refusal.If(ExtractSecuredOn is null || HrToldOn is null, "Säkra loggutdraget i källsystemet och kontakta HR först.", nameof(AskedOn));
        Refusal.If(askedOn > today, "Dagen ligger i framtiden.", nameof(AskedOn));
        Refusal.If(askedOn < ExtractSecuredOn || askedOn < HrToldOn,
            "Frågan ställdes innan utdraget var säkrat eller HR kontaktat. Rätta dagarna.", nameof(AskedOn));
        Answer = Refusal.IfEmpty(answer, "Skriv kort vad medarbetaren svarade, eller att svar uteblev.", nameof(Answer));
        AskedOn = askedOn;
        // What was unclear before the answer is to be judged now.
        Verdict = null;
        VerdictReason = "";
        DecidedAt = null;
        DecidedById = null;
    }

    public void Authorise(string reason, Guid? personId, DateTimeOffset at)
    {
        MustBeUndecided();
        VerdictReason = Refusal.IfEmpty(reason, "Välj vilken uppgift användaren hade.", "VerdictReason");
        (Verdict, DecidedById, DecidedAt) = (LogReviews.Verdict.Authorised, personId, at);
    }

    /// <summary>It cannot be told from the log. Before the employee has answered the case stays open; afterwards it is what it came to.</summary>
    public void LeaveUnclear(string reason, Guid? personId, DateTimeOffset at)
    {
        MustBeUndecided();
        VerdictReason = Refusal.IfEmpty(reason, "Skriv vad som är oklart.", "VerdictReason");
        (Verdict, DecidedById, DecidedAt) = (LogReviews.Verdict.Unclear, personId, at);
    }

    public void FindUnauthorised(string reason, UnauthorisedAnswers answers, Guid deviationId, Guid? personId, DateTimeOffset at)
    {
        MustBeUndecided();
        Refusal.If(AskedOn is null || Answer.Length == 0,
            "Ställ en neutral fråga till medarbetaren och skriv svaret innan du bedömer åtkomsten som obehörig.");
        VerdictReason = Refusal.IfEmpty(reason, "Skriv varför åtkomsten är obehörig.", "VerdictReason");
        Answers = answers.Validated();
        WasRestricted = answers.IsRestricted;
        Verdict = LogReviews.Verdict.Unauthorised;
        DeviationId = deviationId;
        DecidedById = personId;
        DecidedAt = at;
    }

    public void LiftRestriction(DateOnly day, DateOnly today)
    {
        Refusal.If(day > today, "Dagen ligger i framtiden.", "LiftedOn");
        Refusal.If(!IsRestrictionOpen, "Det finns ingen begränsning att häva.");
        Refusal.If(day < DateOnly.FromDateTime(DecidedAt!.Value.UtcDateTime),
            $"Begränsningen beslutades {DecidedAt:yyyy-MM-dd}. Välj den dagen eller senare.", "LiftedOn");
        RestrictionLiftedOn = day;
    }

    /// <summary>The talk with the employee, which comes after the access was found unauthorised.</summary>
    public void TalkTo(DateOnly day, DateOnly today)
    {
        Refusal.If(Verdict is not LogReviews.Verdict.Unauthorised, "Samtalet antecknas när åtkomsten är bedömd som obehörig.");
        Refusal.If(day > today, "Dagen ligger i framtiden.", nameof(TalkedOn));
        Refusal.If(day < AskedOn, $"Frågan ställdes {AskedOn:yyyy-MM-dd}. Samtalet hålls den dagen eller senare.", nameof(TalkedOn));
        TalkedOn = day;
    }

    /// <summary>Its time is up: pseudonyms and rows go, that it was judged and how stays.</summary>
    public void Forget(DateOnly day)
    {
        Users = [];
        Client = "";
        Accesses = [];
        For = [];
        Against = [];
        Answer = "";
        VerdictReason = "";
        Answers = null;
        ForgottenOn = day;
    }

    private void MustBeUndecided() => Refusal.If(IsDecided, $"Fallet är redan bedömt {DecidedAt:yyyy-MM-dd}.");
}

/// <summary>Somebody saw the pseudonyms of a case, when and what for.</summary>
public sealed class LogCaseOpening : Part
{
    public LogCase Case { get; private set; } = null!;
    public Guid PersonId { get; private set; }
    public string PersonName { get; private set; } = "";
    public string Purpose { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Case;
    public override bool StandsBeside => true;

    private LogCaseOpening() { }

    internal LogCaseOpening(Guid id, LogCase of, Guid personId, string personName, string purpose, DateTimeOffset at)
    {
        Id = id;
        Case = of;
        PersonId = personId;
        PersonName = personName;
        Purpose = purpose;
        At = at;
    }
}

/// <summary>The words reviewers choose from and go by.</summary>
public static class ReviewGuidance
{
    public static readonly IReadOnlyList<string> AuthorisedReasons =
        ["hade uppgift hos den enskilde", "vikarierade eller var lånad till enheten", "jour, larm eller akut händelse",
            "handledning, planering eller tillsyn", "öppnade av misstag och stängde genast", "registret eller schemat var fel",
            "annan uppgift, se anteckning"];

    /// <summary>What may be unauthorised access, so that a reviewer can check to some purpose (IMY's demand on written guidance).</summary>
    public static readonly IReadOnlyList<string> MayBeUnauthorised =
    [
        "Den enskilde är anhörig, granne, vän, tidigare partner eller känd från nyheter, och användaren har ingen uppgift där.",
        "Användaren har öppnat sin egen journal, eller en kollegas.",
        "Den enskilde har flyttat eller avslutat insatsen och ingen uppföljning pågår.",
        "Flera som inte arbetar med den enskilde har öppnat journalen samma dagar.",
        "Åtkomsten gjordes utanför arbetstid utan jour eller sen dokumentation.",
    ];

    public static readonly IReadOnlyList<string> UsuallyAuthorised =
    [
        "Ett pass som byttes samma dag, eller en utlåning som inte hunnit in i registret.",
        "Sen dokumentation efter passet, överlämning vid flytt, jour och larm.",
        "En enda åtkomst på några sekunder: journalen kan ha öppnats av misstag.",
    ];

    /// <summary>The neutral question. It says nothing of suspicion and asks for the task, not for an excuse.</summary>
    public const string NeutralQuestion =
        "Hej! I vår loggkontroll går vi igenom åtkomster. Jag ser att du har öppnat en journal vid de här tillfällena (visa utdraget). Kan du berätta vilken uppgift du hade då? Alla som använder systemet kan få frågan. Du får gärna ha med dig en facklig företrädare.";
}
