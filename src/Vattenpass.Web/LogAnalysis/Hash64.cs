using System.Runtime.InteropServices;

namespace Vattenpass.Web.LogAnalysis;

/// <summary>
/// A fast 64-bit hash of bytes, the same on every machine, for look-ups and for telling equal rows apart within an hour.
/// It is no protection against somebody who wants two texts to collide; seals and draws use SHA-256.
/// </summary>
public static class Hash64
{
    private const ulong A = 0x9E3779B97F4A7C15, B = 0xBF58476D1CE4E5B9, C = 0x94D049BB133111EB;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        // Two lanes, so that one multiplication need not wait for the other.
        var (one, two) = (A ^ (ulong)bytes.Length, C);
        if (bytes.Length < 8) return Fold(one ^ Few(bytes), C);
        var last = MemoryMarshal.Read<ulong>(bytes[^8..]);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var n = 0;
        for (; n + 1 < words.Length; n += 2)
        {
            one = Fold(one ^ words[n], B);
            two = Fold(two ^ words[n + 1], A);
        }
        if (n < words.Length) one = Fold(one ^ words[n], B);
        return Fold(one ^ two ^ last, C);
    }

    public static ulong Of(ulong first, ulong second) => Fold(first ^ A, second ^ C);

    private static ulong Few(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        >= 4 => ((ulong)MemoryMarshal.Read<uint>(bytes) << 32) | MemoryMarshal.Read<uint>(bytes[^4..]),
        > 0 => ((ulong)bytes[0] << 16) | ((ulong)bytes[bytes.Length >> 1] << 8) | bytes[^1],
        _ => 0,
    };

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
