namespace Vattenpass.Domain.LogReviews;

/// <summary>Counts of one unit and month, and the cases drawn from its explained accesses.</summary>
public sealed class UnitMonth(int drawn)
{
    /// <summary>Accesses by which explanations hold (E1 to E6 as bits, 128 for rank only) and, with 64 added, the same outside every shift.</summary>
    public long[] ByFound { get; } = new long[256];
    public SmallestTickets Ordinary { get; } = new(drawn);
    /// <summary>Users with rights in several units.</summary>
    public SmallestTickets Several { get; } = new(drawn);
    /// <summary>Accesses that only rank stands behind.</summary>
    public SmallestTickets RankOnly { get; } = new(drawn);
    public long Flagged { get; set; }

    public const int OffShift = 64;

    public void Add(UnitMonth other)
    {
        for (var n = 0; n < ByFound.Length; n++) ByFound[n] += other.ByFound[n];
        Flagged += other.Flagged;
        Ordinary.Add(other.Ordinary);
        Several.Add(other.Several);
        RankOnly.Add(other.RankOnly);
    }
}

/// <summary>A drawn user-day and, of the clients that day, the one with the smallest ticket of its own.</summary>
public readonly record struct DrawnDay(ulong Ticket, int User, int Day, ulong ClientTicket, int Client, Explanations Found);

/// <summary>
/// A draw in two steps: the user-days with the smallest tickets, and one client of each. The same whatever order the rows come
/// in, and spread over the staff; a ticket for every client opened would cost more than reading the log.
/// </summary>
public sealed class SmallestTickets(int most)
{
    private readonly List<DrawnDay> kept = new(most);
    /// <summary>The largest ticket kept when there is no room for more. It stands by itself, since it is asked for much more often than it changes.</summary>
    private ulong largest = ulong.MaxValue;

    public IReadOnlyList<DrawnDay> Kept => kept;

    /// <summary>Whether the user-day stands among the smallest so far, so that its clients need tickets.</summary>
    public bool Wants(ulong ticket) => ticket <= largest && most > 0;

    /// <summary>Offered again for the same client, at another hour, it gathers what explains it.</summary>
    public void Offer(DrawnDay drawn)
    {
        if (!Wants(drawn.Ticket)) return;
        var at = kept.FindIndex(k => k.Ticket >= drawn.Ticket);
        if (at >= 0 && kept[at].Ticket == drawn.Ticket)
        {
            if (drawn.ClientTicket < kept[at].ClientTicket) kept[at] = drawn;
            else if (drawn.ClientTicket == kept[at].ClientTicket) kept[at] = kept[at] with { Found = kept[at].Found | drawn.Found };
            return;
        }
        if (kept.Count == most) kept.RemoveAt(most - 1);
        kept.Insert(at < 0 ? kept.Count : at, drawn);
        if (kept.Count == most) largest = kept[^1].Ticket;
    }

    public void Add(SmallestTickets other)
    {
        foreach (var drawn in other.kept) Offer(drawn);
    }
}

/// <summary>A row that could not be used: why, and the beginning of its text.</summary>
public sealed record BadRow(string Problem, string Text);

/// <summary>How many rows could not be used and why, with some of them to look at: the same ones whatever order they come in.</summary>
public sealed class BadRows
{
    public const int MostListed = 100;
    private static readonly Comparer<BadRow> Order = Comparer<BadRow>.Create((a, b) =>
        string.CompareOrdinal(a.Problem, b.Problem) is var byProblem && byProblem != 0 ? byProblem : string.CompareOrdinal(a.Text, b.Text));

    private readonly SortedSet<BadRow> listed = new(Order);

    public Dictionary<string, long> ByProblem { get; } = [];
    public IReadOnlyCollection<BadRow> Listed => listed;
    public long Count => ByProblem.Values.Sum();

    public void Add(BadRow row)
    {
        ByProblem[row.Problem] = ByProblem.GetValueOrDefault(row.Problem) + 1;
        List(row);
    }

    public void Add(BadRows other)
    {
        foreach (var (problem, count) in other.ByProblem) ByProblem[problem] = ByProblem.GetValueOrDefault(problem) + count;
        foreach (var row in other.listed) List(row);
    }

    private void List(BadRow row)
    {
        if (listed.Count == MostListed && Order.Compare(row, listed.Max!) >= 0) return;
        if (listed.Add(row) && listed.Count > MostListed) listed.Remove(listed.Max!);
    }
}

/// <summary>What has been counted of a log. Tallies of parts add up to the tally of the whole, in any order.</summary>
public sealed class LogTally(int drawn)
{
    public Dictionary<(int Unit, int Month), UnitMonth> UnitMonths { get; } = [];
    public Dictionary<int, NumberSet> UsersOfUnit { get; } = [];
    public Dictionary<int, NumberSet> ClientsOfUnit { get; } = [];
    public Dictionary<int, long> Days { get; } = [];
    public Dictionary<int, long> Actions { get; } = [];
    /// <summary>Role → how many user-hours had so many distinct clients; the last holds all above.</summary>
    public Dictionary<int, long[]> ClientsAnHour { get; } = [];
    /// <summary>User and hour with at least the rules' floor of distinct clients.</summary>
    public List<(int User, int Role, int Hour, int Clients)> BusyHours { get; } = [];
    /// <summary>Unexplained, off shift, or own record and protected identity.</summary>
    public Pile<AccessEvent> Events { get; } = new();
    /// <summary>Collected to be read by a person whether explained or not.</summary>
    public List<AccessEvent> Watched { get; } = [];
    public BadRows BadRows { get; } = new();
    public long Duplicates { get; set; }
    public long WithoutUnit { get; set; }
    public long WithoutAction { get; set; }
    public long InSkippedHour { get; set; }
    public long InRepeatedHour { get; set; }
    /// <summary>The same for the same rows in any order.</summary>
    public UInt128 Fingerprint { get; set; }

    public long Accesses => UnitMonths.Values.Sum(u => u.ByFound.Sum());

    public UnitMonth Of(int unit, int month)
    {
        if (!UnitMonths.TryGetValue((unit, month), out var found)) UnitMonths[(unit, month)] = found = new(drawn);
        return found;
    }

    public void Add(LogTally other)
    {
        foreach (var (key, value) in other.UnitMonths) Of(key.Unit, key.Month).Add(value);
        foreach (var (unit, set) in other.UsersOfUnit) Set(UsersOfUnit, unit).Add(set);
        foreach (var (unit, set) in other.ClientsOfUnit) Set(ClientsOfUnit, unit).Add(set);
        foreach (var (day, count) in other.Days) Days[day] = Days.GetValueOrDefault(day) + count;
        foreach (var (action, count) in other.Actions) Actions[action] = Actions.GetValueOrDefault(action) + count;
        foreach (var (role, counts) in other.ClientsAnHour)
        {
            if (!ClientsAnHour.TryGetValue(role, out var mine)) ClientsAnHour[role] = mine = new long[counts.Length];
            for (var n = 0; n < counts.Length; n++) mine[n] += counts[n];
        }
        BusyHours.AddRange(other.BusyHours);
        Events.Add(other.Events);
        Watched.AddRange(other.Watched);
        BadRows.Add(other.BadRows);
        Duplicates += other.Duplicates;
        WithoutUnit += other.WithoutUnit;
        WithoutAction += other.WithoutAction;
        InSkippedHour += other.InSkippedHour;
        InRepeatedHour += other.InRepeatedHour;
        Fingerprint += other.Fingerprint;
    }

    public static NumberSet Set(Dictionary<int, NumberSet> sets, int key)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new();
        return set;
    }
}

/// <summary>A set of small numbers, one bit each.</summary>
public sealed class NumberSet
{
    private ulong[] words = new ulong[4];

    public void Add(int number)
    {
        var word = number >> 6;
        if (word >= words.Length) Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        words[word] |= 1UL << (number & 63);
    }

    public void Add(NumberSet other)
    {
        if (other.words.Length > words.Length) Array.Resize(ref words, other.words.Length);
        for (var n = 0; n < other.words.Length; n++) words[n] |= other.words[n];
    }

    public int Count => words.Sum(w => System.Numerics.BitOperations.PopCount(w));
}
