namespace Vattenpass.Domain.Organisation;

/// <summary>Unlisted: a name met in a register that the organisation file does not have; it is in no plan's count of units.</summary>
public enum UnitKind { Board = 1, Department = 2, Area = 3, Unit = 4, Unlisted = 5 }

/// <summary>
/// A node of the organisation. Its name and place are kept with the date they began, so that a report can show
/// the tree of its period; Name and ParentId here are the newest.
/// </summary>
public sealed class Unit : Root
{
    private readonly List<UnitVersion> versions = [];

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public UnitKind Kind { get; private set; }
    /// <summary>What it does, one of <see cref="Activities.All"/>; empty while nobody has said.</summary>
    public string Activity { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public Guid? SuccessorId { get; private set; }
    public IReadOnlyList<UnitVersion> Versions => versions;

    private Unit() { }

    public Unit(Guid id, string code, string name, UnitKind kind, Guid? parentId, DateOnly from)
    {
        Id = id;
        UnitId = id;
        Code = code.Trim();
        Kind = kind;
        From = from;
        Describe(id, name, parentId, from);
    }

    /// <summary>A new name or place in the tree from a day on. The earlier one stays for the periods it was true in.</summary>
    /// <exception cref="Refusal">The day lies before the unit began, or the name is empty.</exception>
    public void Describe(Guid versionId, string name, Guid? parentId, DateOnly from)
    {
        name = Refusal.IfEmpty(name, "Skriv enhetens namn.", nameof(Name));
        Refusal.If(from < From, $"Enheten finns först från {From:yyyy-MM-dd}. Välj den dagen eller senare.", nameof(From));
        Refusal.If(parentId == Id, "En enhet kan inte ligga under sig själv.", nameof(ParentId));
        versions.RemoveAll(v => v.From == from);
        versions.Add(new(versionId, this, name, parentId, from));
        FollowVersions();
    }

    /// <summary>The name and place here are those of the newest version.</summary>
    public void FollowVersions()
    {
        var newest = versions.MaxBy(v => v.From)!;
        Name = newest.Name;
        ParentId = newest.ParentId;
    }

    /// <summary>What it lay under closes: from a day on it lies under what succeeded that, by the name it has then.</summary>
    /// <returns>The place that was added; null where one from that very day was there already.</returns>
    public UnitVersion? MoveFrom(Guid closed, Guid successor, DateOnly day, Func<Guid> newId)
    {
        var first = day > From ? day : From;
        var then = On(first);
        foreach (var later in versions.Where(v => v.From >= first && v.ParentId == closed)) later.LieUnder(successor);
        UnitVersion? made = null;
        if (then.From < first && then.ParentId == closed) versions.Add(made = new(newId(), this, then.Name, successor, first));
        FollowVersions();
        return made;
    }

    /// <summary>All that a reading of an organisation may change of it.</summary>
    public UnitState State() => new(Id, Code, Kind, Activity, From, To, SuccessorId, [.. versions.OrderBy(v => v.From).Select(v => new UnitPlace(v.Id, v.Name, v.ParentId, v.From))]);

    /// <summary>Stands as it did then; what it is called and where it lies in each period too.</summary>
    /// <returns>The places that were put back, to be saved as new.</returns>
    public IReadOnlyList<UnitVersion> Restore(UnitState then)
    {
        (Code, Kind, Activity) = (then.Code, then.Kind, then.Activity);
        (From, To, SuccessorId) = (then.From, then.To, then.SuccessorId);
        var places = then.Places.Select(p => (Place: p, There: versions.Find(v => v.Id == p.Id))).ToList();
        List<UnitVersion> back = [.. places.Where(p => p.There is null).Select(p => new UnitVersion(p.Place.Id, this, p.Place.Name, p.Place.ParentId, p.Place.From))];
        versions.RemoveAll(v => then.Places.All(p => p.Id != v.Id));
        versions.AddRange(back);
        FollowVersions();
        return back;
    }

    /// <summary>A place that was given by mistake, or is taken back.</summary>
    public void TakeBack(Guid versionId)
    {
        if (versions.Count > 1) versions.RemoveAll(v => v.Id == versionId);
        FollowVersions();
    }

    /// <summary>An earlier year has become known: the unit existed already then.</summary>
    public void KnownFrom(DateOnly day)
    {
        if (day < From) From = day;
    }

    public void Become(UnitKind kind) => Kind = kind;

    /// <exception cref="Refusal">The word is no known activity.</exception>
    public void Does(string? activity)
    {
        Refusal.If(!string.IsNullOrWhiteSpace(activity) && Activities.Known(activity) is null, $"”{activity}” är ingen känd verksamhetsform. Välj en i listan.",
            nameof(Activity));
        Activity = Activities.Known(activity) ?? "";
    }

    /// <summary>The code of a root made before any organisation file was read; the file's own root takes its place.</summary>
    public const string ProvisionalCode = "NÄMND";

    public void Become(Guid versionId, string code, string name, DateOnly from)
    {
        Code = code.Trim();
        KnownFrom(from);
        versions.Clear();
        Describe(versionId, name, null, From);
    }

    public void Close(DateOnly lastDay, Guid? successorId)
    {
        Refusal.If(lastDay < From, $"Enheten började {From:yyyy-MM-dd} och kan inte sluta före dess.", "LastDay");
        Refusal.If(successorId == Id, "En enhet kan inte ersättas av sig själv.", nameof(SuccessorId));
        (To, SuccessorId) = (lastDay, successorId);
    }

    /// <summary>It goes on after all.</summary>
    public void Reopen() => (To, SuccessorId) = (null, null);

    public bool ExistsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public UnitVersion On(DateOnly day) => versions.Where(v => v.From <= day).MaxBy(v => v.From) ?? versions.MinBy(v => v.From)!;
}

/// <summary>A unit as it stood before a reading changed it.</summary>
public sealed record UnitState(Guid Id, string Code, UnitKind Kind, string Activity, DateOnly From, DateOnly? To, Guid? SuccessorId,
    IReadOnlyList<UnitPlace> Places)
{
    public bool Is(UnitState other) => this with { Places = other.Places } == other && Places.SequenceEqual(other.Places);
}

public sealed record UnitPlace(Guid Id, string Name, Guid? ParentId, DateOnly From);

/// <summary>What a reading did to the organisation: the units it made, and those it changed as they were.</summary>
public sealed record OrganisationChange(IReadOnlyList<Guid> Made, IReadOnlyList<UnitState> Before);

/// <summary>A unit's name and place in the tree from a day on.</summary>
public sealed class UnitVersion : Part
{
    public Unit Unit { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public DateOnly From { get; private set; }
    public override Root? Whole => Unit;

    private UnitVersion() { }

    internal UnitVersion(Guid id, Unit unit, string name, Guid? parentId, DateOnly from)
    {
        Id = id;
        Unit = unit;
        Name = name;
        ParentId = parentId;
        From = from;
    }

    internal void LieUnder(Guid parentId) => ParentId = parentId;
}
