using Vattenpass.Domain;

namespace Vattenpass.Web.Data.Trail;

public enum Change { Added = 1, Modified = 2, Deleted = 3 }

/// <summary>
/// One changed row, append-only: nothing ever updates or deletes an entry, and triggers in both databases see to it.
/// Fields holds the names of the changed fields with a salted hash of each old and new value; the values themselves stand in
/// <see cref="AuditValues"/>, which retention may empty.
/// </summary>
public sealed class AuditEntry
{
    public long Sequence { get; private set; }
    public Guid Id { get; init; }
    /// <summary>The same for every row changed by one act.</summary>
    public Guid ActId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ActorId { get; init; }
    public string ActorName { get; init; } = "";
    public string ActorRole { get; init; } = "";
    public Guid? ActorUnitId { get; init; }
    public string Act { get; init; } = "";
    public bool Technical { get; init; }
    public string ObjectType { get; init; } = "";
    public Guid ObjectId { get; init; }
    public Guid RootId { get; init; }
    public Guid? UnitId { get; init; }
    public Field Field { get; init; }
    public Change Change { get; init; }
    /// <summary>JSON: field → [hash of old, hash of new]; SHA-256 of salt and value in lower-case hex, null for no value.</summary>
    public string Fields { get; init; } = "";
}

/// <summary>The values behind an entry's hashes, and their salt. Emptying a row leaves the entry and makes its hashes unguessable.</summary>
public sealed class AuditValues
{
    public Guid EntryId { get; init; }
    public string Salt { get; init; } = "";
    /// <summary>JSON: field → [old, new] as text.</summary>
    public string Values { get; init; } = "";
}
