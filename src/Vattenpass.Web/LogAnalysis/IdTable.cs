using System.Text;

namespace Vattenpass.Web.LogAnalysis;

/// <summary>Gives every id (a user, client, unit or action) a number from 0. Threads look up without waiting; only a new id takes the lock.</summary>
public sealed class IdTable
{
    public const int LongestId = 200;

    /// <summary>Entries are written before the slot that points at them, and a full table is replaced, so a reader never sees half an entry.</summary>
    private sealed record State(int[] Slots, ulong[] Hashes, byte[][] Ids);

    private readonly Lock adding = new();
    private State state = new(new int[256], new ulong[128], new byte[128][]);
    private int count;

    public int Count => Volatile.Read(ref count);
    public string Text(int number) => number < 0 ? "" : Encoding.UTF8.GetString(Volatile.Read(ref state).Ids[number]);
    public int CopyTo(int number, Span<byte> target)
    {
        var id = Volatile.Read(ref state).Ids[number];
        id.CopyTo(target);
        return id.Length;
    }

    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public int Of(ReadOnlySpan<byte> id)
    {
        var hash = Hash64.Of(id);
        var found = Find(Volatile.Read(ref state), id, hash);
        return found >= 0 ? found : Add(id, hash);
    }

    private static int Find(State state, ReadOnlySpan<byte> id, ulong hash)
    {
        var mask = state.Slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var entry = Volatile.Read(ref state.Slots[at]) - 1;
            if (entry < 0) return -1;
            if (state.Hashes[entry] == hash && id.SequenceEqual(state.Ids[entry])) return entry;
        }
    }

    private int Add(ReadOnlySpan<byte> id, ulong hash)
    {
        lock (adding)
        {
            var found = Find(state, id, hash);
            if (found >= 0) return found;
            if (count == state.Ids.Length) Volatile.Write(ref state, Doubled(state));
            (state.Hashes[count], state.Ids[count]) = (hash, id.ToArray());
            Place(state.Slots, hash, count + 1);
            Volatile.Write(ref count, count + 1);
            return count - 1;
        }
    }

    private static State Doubled(State old)
    {
        var slots = new int[old.Slots.Length * 2];
        var (hashes, ids) = (old.Hashes, old.Ids);
        for (var n = 0; n < ids.Length; n++) Place(slots, hashes[n], n + 1);
        Array.Resize(ref hashes, hashes.Length * 2);
        Array.Resize(ref ids, ids.Length * 2);
        return new(slots, hashes, ids);
    }

    private static void Place(int[] slots, ulong hash, int entry)
    {
        var at = (int)hash & (slots.Length - 1);
        while (slots[at] != 0) at = (at + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[at], entry);
    }
}
