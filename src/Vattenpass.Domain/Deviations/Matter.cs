using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.Deviations;

/// <summary>Whose turn it is: the one it was given to, whoever leads, the specialist of its own field, or whoever may close it.</summary>
public enum Turn { Investigator = 1, Leader = 2, Specialist = 3, Closer = 4 }

/// <summary>Something that is left to do about a deviation: what, in words that follow "väntar på", and whose turn it is.</summary>
public sealed record StepLeft(string What, Turn Turn, bool Blocks = true);

/// <summary>
/// What a kind of deviation demands besides being investigated, fed back and closed: what is left, who is waited for, and
/// whether it may close. A module adds a matter of its own; a deviation without one is home when those three are done.
/// </summary>
public abstract class Matter : Part
{
    public Deviation Deviation { get; private set; } = null!;
    public Guid DeviationId { get; private set; }
    public override Root? Whole => Deviation;

    protected Matter() { }
    protected Matter(Guid id, Deviation deviation) => (Id, Deviation, DeviationId) = (id, deviation, deviation.Id);

    /// <summary>The row of the permission table that steps of its own are judged by.</summary>
    public abstract Thing Thing { get; }

    /// <summary>What it is about, more closely than the deviation's kind; "" when nothing more is known.</summary>
    public virtual string Subject => "";

    /// <summary>The title that feedback is given to; "" where it is whoever reported.</summary>
    public virtual string FedBackTo => "";

    /// <summary>Steps of its own that are left today, in the order they come.</summary>
    public abstract IEnumerable<StepLeft> Left { get; }

    /// <summary>Nothing of its own is left for the one it was given to.</summary>
    public abstract bool IsHome { get; }

    /// <summary>May be put right, received and closed in one go, together with others like it.</summary>
    public abstract bool IsSimple { get; }

    /// <summary>Closed by someone else than the one who investigated it, also when it is minor.</summary>
    public abstract bool NeedsAnotherToClose { get; }

    /// <summary>Where it stands, when that is something else than where every deviation may stand; else null.</summary>
    public virtual string? StatusText => null;

    /// <summary>What stands in the way of closing it; null when nothing of its own does.</summary>
    public abstract string? WhyNotClose { get; }

    /// <summary>Why what has been written about it can no longer be written over; null while it can.</summary>
    public virtual string? WhyNotRewrite => null;

    /// <summary>Why it cannot be withdrawn; null when it can.</summary>
    public virtual string? WhyNotWithdraw => null;
}
