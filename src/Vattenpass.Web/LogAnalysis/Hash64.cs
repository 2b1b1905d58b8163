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
        var hash = A ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes), B);
            bytes = bytes[8..];
        }
        var tail = 0UL;
        foreach (var b in bytes) tail = (tail << 8) | b;
        return Fold(hash ^ tail, C);
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
