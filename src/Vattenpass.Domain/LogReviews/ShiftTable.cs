namespace Vattenpass.Domain.LogReviews;

/// <summary>A stretch of a user's time, from an instant up to another, and the segment of shifts it is; None when it is none.</summary>
public readonly record struct Working(int From, int To, int Segment)
{
    public bool Holds(int instant) => From <= instant && instant < To;
}

/// <summary>
/// Every user's working time, graces included, cut into segments that do not overlap. A segment knows the units of all
/// shifts that cover it, so nested, overlapping and night shifts need no rules of their own.
/// </summary>
public sealed class ShiftTable
{
    public const int None = -1;

    private readonly int[] firstOfUser;
    private readonly int[] starts;
    private readonly int[] unitsFrom;
    private readonly int[] units;

    public ShiftTable(Grouped<Shift> shifts, int users, int secondsBefore, int secondsAfter)
    {
        firstOfUser = new int[users + 1];
        // A window has at most its two edges.
        (starts, unitsFrom) = (new int[shifts.Count * 2], new int[(shifts.Count * 2) + 1]);
        List<int> allUnits = new(shifts.Count);
        var edges = 0;
        List<(int End, int Unit)> open = [];
        for (var user = 0; user < users; user++)
        {
            firstOfUser[user] = edges;
            open.Clear();
            foreach (var shift in shifts.Of(user))
            {
                var (from, to) = (shift.Start - secondsBefore, shift.End + secondsAfter + 1);
                CloseUntil(from);
                open.Add((to, shift.Unit));
                Begin(from);
            }
            CloseUntil(int.MaxValue);
        }
        firstOfUser[users] = edges;
        unitsFrom[edges] = allUnits.Count;
        units = [.. allUnits];

        // Shifts come by start, so every window that ends before the next one begins makes an edge of its own.
        void CloseUntil(int time)
        {
            while (open.Count > 0)
            {
                var end = open[0].End;
                foreach (var shift in open) end = Math.Min(end, shift.End);
                if (end > time) return;
                for (var n = open.Count - 1; n >= 0; n--) if (open[n].End == end) open.RemoveAt(n);
                Begin(end);
            }
        }

        void Begin(int time)
        {
            (starts[edges], unitsFrom[edges]) = (time, allUnits.Count);
            edges++;
            var first = allUnits.Count;
            foreach (var shift in open) if (allUnits.IndexOf(shift.Unit, first) < 0) allUnits.Add(shift.Unit);
        }
    }

    /// <summary>The segment at that instant and how long it lasts, so that the next look-up of the same user can be spared.</summary>
    public Working Find(int user, int instant)
    {
        if ((uint)user + 1 >= (uint)firstOfUser.Length) return new(int.MinValue, int.MaxValue, None);
        var (first, end) = (firstOfUser[user], firstOfUser[user + 1]);
        var (low, high) = (first, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (starts[middle] <= instant) low = middle + 1; else high = middle;
        }
        var (from, to) = (low == first ? int.MinValue : starts[low - 1], low == end ? int.MaxValue : starts[low]);
        return new(from, to, low == first || unitsFrom[low - 1] == unitsFrom[low] ? None : low - 1);
    }

    public ReadOnlySpan<int> UnitsOf(int segment) =>
        segment < 0 ? [] : units.AsSpan(unitsFrom[segment], unitsFrom[segment + 1] - unitsFrom[segment]);
}
