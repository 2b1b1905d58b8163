using System.Security.Cryptography;
using System.Text;

namespace Vattenpass.Domain.Samples;

/// <summary>One thing that could be drawn, in the group it is drawn within ("" when there are no groups).</summary>
public readonly record struct Candidate(string Key, string Stratum = "");

/// <summary>
/// What a sample is drawn from, in canonical form: keys trimmed, NFC, sorted by their UTF-8 bytes, one a line with LF after
/// each. The SHA-256 of that text names the population; anyone with the list can make it again.
/// </summary>
public sealed record Population(IReadOnlyList<Candidate> Members, string Sha256)
{
    public int Count => Members.Count;
    public string Text => string.Concat(Members.Select(m => m.Key + "\n"));

    /// <exception cref="Refusal">A key is empty, or stands in two groups.</exception>
    public static Population Of(IEnumerable<Candidate> candidates)
    {
        var members = new SortedDictionary<byte[], Candidate>(ByBytes.Instance);
        foreach (var candidate in candidates)
        {
            var key = Refusal.IfEmpty(candidate.Key, "En rad i populationen saknar nyckel. Fyll i den eller ta bort raden.")
                .Normalize(NormalizationForm.FormC);
            var stratum = candidate.Stratum.Trim().Normalize(NormalizationForm.FormC);
            var bytes = Encoding.UTF8.GetBytes(key);
            if (!members.TryAdd(bytes, new(key, stratum)))
                Refusal.If(members[bytes].Stratum != stratum,
                    $"{key} finns i två grupper ({members[bytes].Stratum} och {stratum}). Rätta listan.");
        }
        var list = members.Values.ToList();
        return new(list, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(list.Select(m => m.Key + "\n"))))));
    }

    public static Population Of(IEnumerable<string> keys) => Of(keys.Select(k => new Candidate(k)));

    private sealed class ByBytes : IComparer<byte[]>
    {
        public static readonly ByBytes Instance = new();
        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
