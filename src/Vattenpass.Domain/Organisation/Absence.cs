namespace Vattenpass.Domain.Organisation;

/// <summary>Someone is away, and a substitute is told, and may do, what was theirs to do.</summary>
public sealed class Absence : Root
{
    /// <summary>So many substitutes are followed, one away after the other, so that two who stand in for each other end.</summary>
    public const int MostSteps = 3;
    /// <summary>A longer one is a mistyped year, or somebody who has left.</summary>
    public const int MostYears = 2;

    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Guid SubstituteId { get; private set; }
    public Person Substitute { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    private Absence() { }

    /// <param name="others">The same person's other absences: two that overlap would name two substitutes for one day.</param>
    public Absence(Guid id, Person person, Guid substituteId, DateOnly from, DateOnly to, IEnumerable<Absence> others)
    {
        Refusal.If(to < from, "Frånvaron slutar före den börjar. Rätta datumen.", nameof(To));
        Refusal.If(to > from.AddYears(MostYears),
            $"Frånvaron är längre än {MostYears} år. Kontrollera året, eller låt personen sluta om den inte kommer tillbaka.", nameof(To));
        var other = others.FirstOrDefault(o => o.PersonId == person.Id && o.From <= to && from <= o.To);
        Refusal.If(other is not null,
            $"{person.Name} är redan borta {other?.From:yyyy-MM-dd}–{other?.To:yyyy-MM-dd}. Avsluta den frånvaron först, eller välj andra dagar.",
            nameof(From));
        Refusal.If(substituteId == person.Id, "Välj någon annan som ersättare.", nameof(SubstituteId));
        Id = id;
        Person = person;
        PersonId = person.Id;
        UnitId = person.UnitId;
        SubstituteId = substituteId;
        From = from;
        To = to;
    }

    public override bool BelongsTo(Guid personId) => PersonId == personId;
    public bool CoversOn(DateOnly day) => From <= day && day <= To;

    public void End(DateOnly lastDay)
    {
        Refusal.If(lastDay >= To, "Frånvaron är redan slut då.");
        To = lastDay < From ? From.AddDays(-1) : lastDay;
    }

    public void PlaceAt(Guid unitId) => UnitId = unitId;

    /// <summary>The substitute leaves; another stands in instead.</summary>
    public void StandIn(Guid substituteId)
    {
        Refusal.If(substituteId == PersonId, "Den som är borta kan inte ersätta sig själv.", nameof(SubstituteId));
        SubstituteId = substituteId;
    }
}

/// <summary>A person's calendar address: a secret in the address, of which only the hash is kept. It can be revoked.</summary>
public sealed class CalendarFeed : Root
{
    public Guid PersonId { get; private set; }
    public string SecretSha256 { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    private CalendarFeed() { }
    public CalendarFeed(Guid id, Guid personId, Guid? unitId, string secretSha256, DateTimeOffset at)
    {
        Id = id;
        PersonId = personId;
        UnitId = unitId;
        SecretSha256 = secretSha256;
        MadeAt = at;
    }

    public override bool BelongsTo(Guid personId) => PersonId == personId;
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
