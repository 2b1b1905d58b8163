using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Gives every id (a user, client, unit or action) a number from 0. Threads look up without waiting; only a new id takes the lock.
/// An id of up to 16 bytes stands whole in its slot, so that a look-up mostly touches one place in memory.
/// </summary>
public sealed class IdTable
{
    public const int LongestId = 200;
    private const int LongestInline = 16;

    /// <summary>Entry is the number plus one, 0 in an empty slot. It is written last, so a reader never sees half a slot.</summary>
    private struct Slot
    {
        public ulong Head, Tail;
        public int Length, Entry;
    }

    private sealed record State(Slot[] Slots, byte[][] Ids);

    private readonly Lock adding = new();
    private State state = new(new Slot[256], new byte[128][]);
    private int count;

    public int Count => Volatile.Read(ref count);
    public string Text(int number) => number < 0 ? "" : Encoding.UTF8.GetString(Volatile.Read(ref state).Ids[number]);

    public IReadOnlyList<string> Texts() => [.. Enumerable.Range(0, Count).Select(Text)];

    public int CopyTo(int number, Span<byte> target)
    {
        var id = Volatile.Read(ref state).Ids[number];
        id.CopyTo(target);
        return id.Length;
    }

    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public int Of(ReadOnlySpan<byte> id)
    {
        var (head, tail) = Ends(id);
        var found = Find(Volatile.Read(ref state), id, head, tail);
        return found >= 0 ? found : Add(id, head, tail);
    }

    /// <summary>The first and last eight bytes, which overlap in a short id; of a long one its hash and its last bytes.</summary>
    private static (ulong Head, ulong Tail) Ends(ReadOnlySpan<byte> id) => id.Length switch
    {
        > LongestInline => (XxHash3.HashToUInt64(id), MemoryMarshal.Read<ulong>(id[^8..])),
        >= 8 => (MemoryMarshal.Read<ulong>(id), MemoryMarshal.Read<ulong>(id[^8..])),
        >= 4 => (MemoryMarshal.Read<uint>(id), MemoryMarshal.Read<uint>(id[^4..])),
        > 0 => (id[0], ((ulong)id[id.Length >> 1] << 8) | id[^1]),
        _ => (0, 0),
    };

    /// <summary>Both halves of the product are used: the low one never hears of the last letters, nor the high one of the first.</summary>
    private static int Hash(ulong head, ulong tail) =>
        (int)(Math.BigMul(head ^ 0x9E3779B97F4A7C15, tail ^ 0x94D049BB133111EB, out var low) ^ low);

    private static int Find(State state, ReadOnlySpan<byte> id, ulong head, ulong tail)
    {
        var mask = state.Slots.Length - 1;
        for (var at = Hash(head, tail) & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref state.Slots[at];
            var entry = Volatile.Read(ref slot.Entry) - 1;
            if (entry < 0) return -1;
            if (slot.Head == head
                && slot.Tail == tail
                && slot.Length == id.Length
                && (id.Length <= LongestInline || id.SequenceEqual(state.Ids[entry])))
                return entry;
        }
    }

    private int Add(ReadOnlySpan<byte> id, ulong head, ulong tail)
    {
        lock (adding)
        {
            var found = Find(state, id, head, tail);
            if (found >= 0) return found;
            if (count == state.Ids.Length) Volatile.Write(ref state, Doubled(state));
            state.Ids[count] = id.ToArray();
            Place(state.Slots, new() { Head = head, Tail = tail, Length = id.Length, Entry = count + 1 });
            Volatile.Write(ref count, count + 1);
            return count - 1;
        }
    }

    private static State Doubled(State old)
    {
        var slots = new Slot[old.Slots.Length * 2];
        foreach (var slot in old.Slots) if (slot.Entry != 0) Place(slots, slot);
        var ids = old.Ids;
        Array.Resize(ref ids, ids.Length * 2);
        return new(slots, ids);
    }

    private static void Place(Slot[] slots, Slot slot)
    {
        var at = Hash(slot.Head, slot.Tail) & (slots.Length - 1);
        while (slots[at].Entry != 0) at = (at + 1) & (slots.Length - 1);
        (slots[at].Head, slots[at].Tail, slots[at].Length) = (slot.Head, slot.Tail, slot.Length);
        Volatile.Write(ref slots[at].Entry, slot.Entry);
    }
}

/// <summary>The numbers of everything a log names.</summary>
public sealed record IdTables(IdTable Users, IdTable Clients, IdTable Units, IdTable Actions)
{
    public static IdTables New() => new(new(), new(), new(), new());
}
