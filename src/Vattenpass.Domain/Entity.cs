namespace Vattenpass.Domain;

/// <summary>Anything stored. The key is a UUIDv7 made before saving; Version is the concurrency token on both databases.</summary>
public abstract class Entity
{
    public Guid Id { get; protected init; }
    public int Version { get; private set; }
}

/// <summary>
/// A row that permission is judged on: it names its unit (null = the root of the tree), the field of work it lies in
/// and the people it was given to. Everything else is a <see cref="Part"/> of a root.
/// </summary>
public abstract class Root : Entity
{
    public Guid? UnitId { get; protected set; }
    /// <summary>The unit of a row of a kind that always lies at one.</summary>
    /// <exception cref="InvalidOperationException">It lies at the root of the tree, and names no unit.</exception>
    public Guid AtUnit => UnitId ?? throw new InvalidOperationException($"{GetType().Name} {Id} names no unit.");
    public virtual Field Field { get; protected set; }

    /// <summary>Done with: whose it was, and where, stays on it.</summary>
    public virtual bool IsFinished => false;

    /// <summary>True when the row was given to, or reported by, this person: the reach "given" and "own" of the permission table.</summary>
    public virtual bool BelongsTo(Guid personId) => false;
}

/// <summary>Something given for a time that is taken back whole: it stays on record and held on no day.</summary>
public interface IWithdrawn
{
    void Withdraw();
}

/// <summary>A row that is reached, and judged, only through its root.</summary>
public abstract class Part : Entity
{
    public abstract Root? Whole { get; }

    /// <summary>Said beside its root, like a message: one more changes nothing of what the root says, so two may be added at once.</summary>
    public virtual bool StandsBeside => false;
}
