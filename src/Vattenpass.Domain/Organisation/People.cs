namespace Vattenpass.Domain.Organisation;

/// <summary>Someone who works with the control. In the demo the name is a function.</summary>
public sealed class Person : Root
{
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    /// <summary>The anställnings-id of the registers, so that no one is drawn to check over themselves; "" when not known.</summary>
    public string EmployeeId { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    private Person() { }

    public Person(Guid id, string name, string? email, Guid? unitId, DateOnly from)
    {
        (Id, UnitId, From) = (id, unitId, from);
        Describe(name, email, unitId);
    }

    public void Describe(string name, string? email, Guid? unitId)
    {
        Name = Refusal.IfEmpty(name, "Skriv personens namn.", nameof(Name));
        Refusal.If(!string.IsNullOrWhiteSpace(email) && !email.Contains('@', StringComparison.Ordinal), "E-postadressen saknar @.", nameof(Email));
        (Email, UnitId) = (string.IsNullOrWhiteSpace(email) ? null : email.Trim(), unitId);
    }

    public void KnownAs(string? employeeId) => EmployeeId = employeeId?.Trim() ?? "";

    public void PlaceAt(Guid unitId) => UnitId = unitId;

    public void Leave(DateOnly lastDay)
    {
        Refusal.If(lastDay < From, $"Personen började {From:yyyy-MM-dd} och kan inte sluta före dess.", "LastDay");
        To = lastDay;
    }

    /// <summary>Came back, or never left.</summary>
    public void Return() => To = null;
    public bool WorksOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A befattning (MAS, ekonom, ordförande …). Data, not code: it points to a permission role and, for specialists, a field.</summary>
public sealed class Title : Root
{
    public string Name { get; private set; } = "";
    public Role Role { get; private set; }

    private Title() { }

    public Title(Guid id, string name, Role role, Field field)
    {
        Id = id;
        Name = Refusal.IfEmpty(name, "Skriv befattningens namn.", nameof(Name));
        Role = role;
        Field = field;
    }

    public void Describe(string name, Role role, Field field)
        => (Name, Role, Field) = (Refusal.IfEmpty(name, "Skriv befattningens namn.", nameof(Name)), role, field);
}

/// <summary>A person holds a title at a unit, from one day to another.</summary>
public sealed class Assignment : Root, IWithdrawn
{
    /// <summary>Roles that one administrator may not hand out alone.</summary>
    public static readonly IReadOnlySet<Role> TopRoles =
        new HashSet<Role> { Role.DepartmentHead, Role.LogReviewer, Role.Auditor, Role.Administrator };

    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Guid TitleId { get; private set; }
    public Title Title { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public Guid? GivenById { get; private set; }
    public bool AwaitsSecond { get; private set; }

    private Assignment() { }

    /// <summary>Top roles given by someone wait for a second person; givenBy null is the first set-up or the command line.</summary>
    public Assignment(Guid id, Person person, Title title, Guid? unitId, DateOnly from, DateOnly? to, Guid? givenBy)
    {
        Refusal.If(to < from, "Uppdraget slutar före det börjar. Rätta datumen.", nameof(To));
        Refusal.If(from > person.To,
            $"{person.Name} slutar {person.To:yyyy-MM-dd}. Välj en dag före dess, eller ta bort sista dagen på personen.", nameof(From));
        Id = id;
        Person = person;
        PersonId = person.Id;
        Title = title;
        TitleId = title.Id;
        UnitId = unitId;
        From = from;
        To = to;
        (GivenById, AwaitsSecond) = (givenBy, givenBy is not null && TopRoles.Contains(title.Role));
    }

    public void Confirm(Guid secondPersonId)
    {
        Refusal.If(secondPersonId == GivenById, "Den som gav uppdraget kan inte själv bekräfta det. Be en annan behörig person.");
        Refusal.If(secondPersonId == PersonId, "Du kan inte bekräfta ditt eget uppdrag.");
        AwaitsSecond = false;
    }

    public void End(DateOnly lastDay)
    {
        Refusal.If(lastDay < From, $"Uppdraget började {From:yyyy-MM-dd} och kan inte sluta före dess.", nameof(To));
        To = lastDay;
    }

    public void Withdraw() => To = From.AddDays(-1);

    public bool HoldsOn(DateOnly day) => !AwaitsSecond && From <= day && (To is null || day <= To);
}

/// <summary>How a person signs in. The password is stored only as a hash. Nobody but the person chooses it: a new one begins with a link.</summary>
public sealed class Account : Root
{
    public const int ShortestPassword = 12;
    private const int FormerKept = 5;
    public static readonly TimeSpan ResetTime = TimeSpan.FromHours(24);

    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public string UserName { get; private set; } = "";
    public string PasswordHash { get; private set; } = "";
    /// <summary>The passwords before, newest first, so that none of them comes back.</summary>
    public IReadOnlyList<string> FormerHashes { get; private set; } = [];
    public string SecurityStamp { get; private set; } = "";
    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; private set; }
    public bool MustChangePassword { get; private set; }
    /// <summary>The hash of the one-time code that sets a new password; "" when none is out.</summary>
    public string ResetSha256 { get; private set; } = "";
    public DateTimeOffset? ResetUntil { get; private set; }
    public Guid? ResetAskedById { get; private set; }

    private Account() { }

    public Account(Guid id, Person person, string userName)
    {
        Id = id;
        Person = person;
        PersonId = person.Id;
        UserName = Refusal.IfEmpty(userName, "Skriv användarnamnet.", nameof(UserName)).ToLowerInvariant();
        // Letters of other alphabets look like these and are not.
        Refusal.If(!UserName.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or 'å' or 'ä' or 'ö' or 'é' or 'ü' or '.' or '-' or '_' or '@'),
            "Användarnamnet får ha bokstäver a–ö, siffror, punkt, bindestreck, understreck och @.", nameof(UserName));
    }

    public override bool BelongsTo(Guid personId) => PersonId == personId;
    public void PlaceAt(Guid? unitId) => UnitId = unitId;

    /// <summary>A new stamp ends every session that was opened with the old one.</summary>
    public void SetPassword(string hash, string stamp, bool mustChange)
    {
        if (PasswordHash.Length > 0) FormerHashes = [PasswordHash, .. FormerHashes.Take(FormerKept - 1)];
        PasswordHash = hash;
        MustChangePassword = mustChange;
        Failures = 0;
        EndSessions(stamp);
        (ResetSha256, ResetUntil, ResetAskedById) = ("", null, null);
    }

    public void EndSessions(string stamp) => SecurityStamp = stamp;

    public void Succeeded() => Failures = 0;
    public void Failed() => Failures++;

    /// <summary>Somebody has asked for a new password for one whom it takes two to help; a second person makes the code.</summary>
    public void AskReset(Guid byId) => (ResetAskedById, ResetSha256, ResetUntil) = (byId, "", null);

    /// <summary>A code goes out to the owner. The password that holds goes on holding until the code is used.</summary>
    /// <exception cref="Refusal">It takes two, and this is the one who asked, or the owner.</exception>
    public void GiveReset(string sha256, DateTimeOffset at, Guid byId, bool takesTwo)
    {
        Refusal.If(takesTwo && (ResetAskedById is null || ResetAskedById == byId || PersonId == byId),
            "Den som begärde ett nytt lösenord till ett sådant uppdrag kan inte själv bekräfta det. Be en annan behörig person.");
        (ResetSha256, ResetUntil, ResetAskedById) = (sha256, at + ResetTime, null);
    }

    public bool CanReset(DateTimeOffset at) => ResetSha256.Length > 0 && at < ResetUntil;
}
