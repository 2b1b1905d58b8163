using System.Text.Json.Nodes;
using Vattenpass.Domain;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Web.Features.Samples;

/// <summary>How a sample was, or is to be, drawn; written in the result so that it can be drawn again.</summary>
public sealed record DrawRule(string Algorithm, int? Size, int? Percent, string? Key, string? Stratify)
{
    /// <summary>How many of each group, where a draw out of the program states it; null where one rule holds for all.</summary>
    public IReadOnlyDictionary<string, int>? PerGroup { get; init; }

    /// <summary>The rule as a result states it; what is given on the command line goes before.</summary>
    public static DrawRule Of(JsonObject result, string? key, string? stratify)
    {
        var rule = result["rule"] as JsonObject;
        return new(Text(result["algorithm"]) ?? Draw.ByTicket, Number(rule?["size"]), Number(rule?["percent"]), key ?? Text(rule?["key"]),
            stratify ?? Text(rule?["stratify"]))
        {
            PerGroup = rule?["perGroup"] is JsonObject groups ? groups.ToDictionary(g => g.Key, g => Number(g.Value) ?? 0) : null,
        };
    }

    public IReadOnlyList<DrawnItem> Apply(Population population, string seed) =>
        Algorithm == Draw.ByRivest ? Draw.Rivest(population, seed, Size!.Value) : Draw.Smallest(population, seed, new(Size, Percent));

    public string? Strength(Population population, IReadOnlyList<DrawnItem> items) => Algorithm == Draw.ByRivest
        ? Domain.Samples.Strength.OfDrawWithReplacement(items.Count)
        : Domain.Samples.Strength.OfStrata([.. population.Members.GroupBy(m => m.Stratum)
            .Select(g => (g.Key, g.Count(), items.Count(i => i.Stratum == g.Key)))]);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}

/// <summary>Draws a result again from the list and says, in Swedish, everything that differs.</summary>
public static class SampleCheck
{
    private const int MostDrawn = 1_000_000;

    public static IReadOnlyList<string> Compare(Population population, JsonObject result, DrawRule rule)
    {
        Refusal.If(rule.Algorithm is not (Draw.ByTicket or Draw.ByRivest), $"Algoritmen {rule.Algorithm} är okänd.");
        Refusal.If(rule.Size is < 1 or > MostDrawn || rule.Percent is < 1 or > 100,
            "Resultatets storlek (rule.size eller rule.percent) är orimlig.");
        var seed = DrawRule.Text(result["seed"]) ?? throw new Refusal("Resultatet saknar slumptal (seed).");
        if (result["items"] is not JsonArray array) throw new Refusal("Resultatet saknar de dragna (items).");
        var items = array.Select(i =>
            (Key: DrawRule.Text(i?["key"]) ?? "", Ticket: DrawRule.Text(i?["ticket"]) ?? "",
                Stratum: DrawRule.Text(i?["stratum"]) ?? "")).ToList();
        List<string> findings = [];
        if (DrawRule.Text(result["population"]?["sha256"]) is var stated && stated != population.Sha256)
            findings.Add($"Listan är inte densamma: dess SHA-256 är {population.Sha256}, i resultatet står {stated ?? "inget"}.");
        if (DrawRule.Number(result["population"]?["count"]) is { } count && count != population.Count)
            findings.Add($"Listan har {population.Count} rader, i resultatet står {count}.");
        if (DrawRule.Text(result["population"]?["groupsSha256"]) is { } groups && groups != SampleDocument.GroupsSha256(population))
            findings.Add("Grupperna i listan är inte desamma som i resultatet.");
        if (DrawRule.Number(result["size"]) is { } size && (rule.Stratify is null || rule.PerGroup is not null) && size != items.Count)
            findings.Add($"Resultatet säger {size} dragna men räknar upp {items.Count}.");
        var again = Again(population, seed, rule, items);
        for (var n = 0; n < Math.Max(again.Count, items.Count); n++)
        {
            if (n >= items.Count) findings.Add($"{again[n].Key} skulle ha dragits men saknas.");
            else if (n >= again.Count) findings.Add($"{items[n].Key} skulle inte ha dragits.");
            else if (items[n].Key != again[n].Key) findings.Add($"På plats {n + 1} står {items[n].Key} men dragningen ger {again[n].Key}.");
            else if (items[n].Ticket != again[n].Ticket)
                findings.Add($"Lotten för {items[n].Key} är {items[n].Ticket} men ska vara {again[n].Ticket}.");
        }
        return findings;
    }

    /// <summary>Where the result does not state its rule, as many as it has of each group are drawn.</summary>
    private static IReadOnlyList<DrawnItem> Again(Population population, string seed, DrawRule rule,
        List<(string Key, string Ticket, string Stratum)> items)
    {
        if (rule.Algorithm == Draw.ByRivest) return Draw.Rivest(population, seed, rule.Size ?? items.Count);
        if (rule.PerGroup is { } each)
            return [.. Draw.Ranked(population, seed).SelectMany(g => g.Take(each.GetValueOrDefault(g.Key)))];
        if (rule is { Size: null, Percent: null })
            return [.. Draw.Ranked(population, seed).SelectMany(g => g.Take(items.Count(i => i.Stratum == g.Key)))];
        return rule.Apply(population, seed);
    }
}
