namespace Vattenpass.Domain.LogReviews;

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
        List<int> edges = new(shifts.Count * 2), edgeUnits = new(shifts.Count * 2), allUnits = new(shifts.Count);
        List<(int End, int Unit)> open = [];
        for (var user = 0; user < users; user++)
        {
            firstOfUser[user] = edges.Count;
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
        firstOfUser[users] = edges.Count;
        edgeUnits.Add(allUnits.Count);
        (starts, unitsFrom, units) = ([.. edges], [.. edgeUnits], [.. allUnits]);

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
            edges.Add(time);
            edgeUnits.Add(allUnits.Count);
            var first = allUnits.Count;
            foreach (var shift in open) if (allUnits.IndexOf(shift.Unit, first) < 0) allUnits.Add(shift.Unit);
        }
    }

    /// <summary>The user's segment at that instant, <see cref="None"/> outside every shift. The cursor is the last answer, and saves a search.</summary>
    public int Find(int user, int instant, ref int cursor)
    {
        if ((uint)user + 1 >= (uint)firstOfUser.Length) return None;
        var (first, end) = (firstOfUser[user], firstOfUser[user + 1]);
        if (cursor < first || cursor >= end || starts[cursor] > instant || (cursor + 1 < end && starts[cursor + 1] <= instant))
        {
            var (low, high) = (first, end);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (starts[middle] <= instant) low = middle + 1; else high = middle;
            }
            if (low == first) return None;
            cursor = low - 1;
        }
        return unitsFrom[cursor] == unitsFrom[cursor + 1] ? None : cursor;
    }

    public ReadOnlySpan<int> UnitsOf(int segment) => segment < 0 ? [] : units.AsSpan(unitsFrom[segment], unitsFrom[segment + 1] - unitsFrom[segment]);
}
