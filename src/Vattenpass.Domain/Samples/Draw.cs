using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Samples;

/// <summary>A drawn object. Number is its place in the canonical list, from 1; Ticket is SHA-256 in lower-case hex.</summary>
public sealed record DrawnItem(string Key, string Ticket, string Stratum, int Number);

/// <summary>
/// Draws that anyone can do again from the list and the seed. A ticket is SHA-256(seed ‖ "," ‖ key); the n smallest are drawn,
/// so a larger n only adds, and the order of the list does not matter.
/// </summary>
public static class Draw
{
    public const string ByTicket = "sha256-ticket";
    public const string ByRivest = "rivest";

    public static string Ticket(string seed, string key) => Convert.ToHexStringLower(Hash(seed, key));

    /// <summary>Every member in the order it would be drawn: within its stratum, smallest ticket first.</summary>
    public static IEnumerable<IGrouping<string, DrawnItem>> Ranked(Population population, string seed) => population.Members
        .Select((m, n) => new DrawnItem(m.Key, Ticket(seed, m.Key), m.Stratum, n + 1))
        .OrderBy(i => i.Stratum, StringComparer.Ordinal).ThenBy(i => i.Ticket, StringComparer.Ordinal)
        .GroupBy(i => i.Stratum);

    /// <summary>The rule is applied to each stratum by itself: a number each, or a percentage rounded up and at least one.</summary>
    public static IReadOnlyList<DrawnItem> Smallest(Population population, string seed, SizeRule rule) =>
        [.. Ranked(population, seed).SelectMany(g => g.Take(rule.Of(g.Count())))];

    /// <summary>
    /// Rivest's sampler (2011): item i = SHA-256(seed ‖ "," ‖ i) mod N + 1 for i = 1, 2 … n, with replacement, as published;
    /// the same member may come more than once.
    /// </summary>
    public static IReadOnlyList<DrawnItem> Rivest(Population population, string seed, int size)
    {
        Refusal.If(population.Count == 0 && size > 0, "Populationen är tom.");
        return [.. RivestNumbers(population.Count, seed, size).Select((number, n) =>
            new DrawnItem(population.Members[number - 1].Key, Ticket(seed, $"{n + 1}"), "", number))];
    }

    public static IEnumerable<int> RivestNumbers(int total, string seed, int size) =>
        Enumerable.Range(1, size).Select(i => (int)(new BigInteger(Hash(seed, $"{i}"), isUnsigned: true, isBigEndian: true) % total) + 1);

    private static byte[] Hash(string seed, string key) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed},{key}"));
}
