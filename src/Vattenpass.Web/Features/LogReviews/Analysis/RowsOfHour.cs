namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Which rows an hour has had, by their hash. Emptied every hour, so it stays small enough to be fast.</summary>
public sealed class RowsOfHour
{
    private ulong[] slots = new ulong[1 << 12];

    public int Count { get; private set; }

    /// <summary>False when the hour has had the row before.</summary>
    public bool Add(ulong hash)
    {
        if (hash == 0) hash = 1; // 0 marks an empty slot.
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == hash) return false;
            if (slots[at] != 0) continue;
            slots[at] = hash;
            if (++Count > slots.Length / 2) Grow();
            return true;
        }
    }

    public void Clear()
    {
        Array.Clear(slots);
        Count = 0;
    }

    private void Grow()
    {
        var old = slots;
        (slots, Count) = (new ulong[old.Length * 2], 0);
        foreach (var hash in old) if (hash != 0) Add(hash);
    }
}
