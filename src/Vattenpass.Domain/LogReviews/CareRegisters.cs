namespace Vattenpass.Domain.LogReviews;

/// <summary>Somebody belongs to a unit from one day to another, both included. Days are <see cref="DateOnly.DayNumber"/>.</summary>
public readonly record struct Stay(int Unit, int From, int To)
{
    public const int Always = -1_000_000, ForEver = 10_000_000;

    public bool Covers(int day) => From <= day && day <= To;
    public bool Covers(int day, int before, int after) => From - before <= day && day <= To + after;
    public static readonly IComparer<Stay> Order = Comparer<Stay>.Create((a, b) =>
        (a.Unit, a.From, a.To).CompareTo((b.Unit, b.From, b.To)));
}

/// <summary>A booked shift, in instants of <see cref="SwedishClock"/>, both included.</summary>
public readonly record struct Shift(int Unit, int Start, int End)
{
    public static readonly IComparer<Shift> Order = Comparer<Shift>.Create((a, b) =>
        (a.Start, a.End, a.Unit).CompareTo((b.Start, b.End, b.Unit)));
}

/// <summary>A ticket that lets an administrator open records: of one client, or of any when the client is −1.</summary>
public readonly record struct Ticket(int Client, int From, int To)
{
    public static readonly IComparer<Ticket> Order = Comparer<Ticket>.Create((a, b) =>
        (a.Client, a.From, a.To).CompareTo((b.Client, b.From, b.To)));
}

/// <summary>The registers an access is held against. Users, clients, units and roles are numbers from 0 upwards.</summary>
public sealed record CareRegisters
{
    /// <summary>User → units where the user is employed or placed.</summary>
    public Grouped<Stay> Staffing { get; init; } = Grouped<Stay>.Empty;
    /// <summary>Client → units that serve the client.</summary>
    public Grouped<Stay> Placements { get; init; } = Grouped<Stay>.Empty;
    /// <summary>User → units, with all below them, that the user has been given a mandate over.</summary>
    public Grouped<Stay> Mandates { get; init; } = Grouped<Stay>.Empty;
    public Grouped<Shift> Shifts { get; init; } = Grouped<Shift>.Empty;
    public Grouped<Ticket> Tickets { get; init; } = Grouped<Ticket>.Empty;
    /// <summary>User → planned visits, as client and day in one number.</summary>
    public Grouped<long> Visits { get; init; } = Grouped<long>.Empty;
    /// <summary>User → role names as numbers in <see cref="RoleNames"/>.</summary>
    public Grouped<int> Roles { get; init; } = Grouped<int>.Empty;
    /// <summary>User → the client number under which the user has a record.</summary>
    public Grouped<int> OwnRecords { get; init; } = Grouped<int>.Empty;
    /// <summary>Client → days of protected identity; the unit is not used.</summary>
    public Grouped<Stay> Protected { get; init; } = Grouped<Stay>.Empty;
    public IReadOnlyList<string> RoleNames { get; init; } = [];
    public IReadOnlyList<string> UnitNames { get; init; } = [];
    /// <summary>Unit → its type, "" when it is not known.</summary>
    public IReadOnlyList<string> UnitTypes { get; init; } = [];
    /// <summary>Unit → the unit it belongs under, −1 for none.</summary>
    public IReadOnlyList<int> Parents { get; init; } = [];
    public int Users { get; init; }
    public int Clients { get; init; }
    public bool ShiftsGiven { get; init; }
    public bool TicketsGiven { get; init; }

    public static long Visit(int client, int day) => ((long)client << 32) | (uint)day;

    /// <summary>The unit itself, or somewhere under the other.</summary>
    public bool IsBelow(int unit, int top)
    {
        for (var steps = 0; unit >= 0 && steps < 20; steps++)
        {
            if (unit == top) return true;
            unit = unit < Parents.Count ? Parents[unit] : -1;
        }
        return false;
    }

}
