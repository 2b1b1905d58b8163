using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.Samples;

/// <summary>A draw as the JSON that sample verify takes; the same from the command line and from the web.</summary>
public static class SampleDocument
{
    public static JsonObject Of(DrawRule rule, string seed, int populationCount, string populationSha256, IReadOnlyList<DrawnItem> items, string? strength) =>
        new()
        {
            ["algorithm"] = rule.Algorithm,
            ["seed"] = seed,
            ["population"] = new JsonObject { ["count"] = populationCount, ["sha256"] = populationSha256 },
            ["size"] = items.Count,
            ["items"] = new JsonArray([.. items.Select(i =>
            (JsonNode)new JsonObject { ["key"] = i.Key, ["ticket"] = i.Ticket, ["stratum"] = i.Stratum, ["number"] = i.Number })]),
            ["strength"] = strength,
            ["rule"] = new JsonObject { ["size"] = rule.Size, ["percent"] = rule.Percent, ["key"] = rule.Key, ["stratify"] = rule.Stratify },
        };

    public const string KeyHeader = "rad", GroupHeader = "grupp";

    /// <summary>The list it was drawn from, as the command line reads it: with the groups where there are any.</summary>
    public static (string Name, string Text) List(Sample sample) => !sample.IsGrouped ? ("lista.txt", sample.PopulationText)
        : ("lista.csv", string.Concat(sample.Population.Members.Select(m => $"{CsvText.Quoted(m.Key)};{CsvText.Quoted(m.Stratum)}\n").Prepend($"{KeyHeader};{GroupHeader}\n")));

    /// <summary>Names the list together with its groups: who moves a row to another group changes it.</summary>
    public static string GroupsSha256(Population population) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(population.Members.Select(m => $"{m.Key}\t{m.Stratum}\n")))));

    /// <summary>With replacements the draw is simply larger: the next tickets in turn, of the same group where there are groups.</summary>
    public static JsonObject Of(Sample sample)
    {
        if (!sample.IsGrouped)
            return Of(new(Draw.ByTicket, sample.Items.Count, null, null, null), sample.Seed, sample.PopulationCount, sample.PopulationSha256, sample.Items, sample.Strength(null));
        List<DrawnItem> items = [.. sample.Items.OrderBy(i => i.Stratum, StringComparer.Ordinal).ThenBy(i => i.Ticket, StringComparer.Ordinal)];
        var result = Of(new(Draw.ByTicket, null, null, KeyHeader, GroupHeader), sample.Seed, sample.PopulationCount, sample.PopulationSha256, items, sample.Strength(null));
        result["population"]!["groupsSha256"] = GroupsSha256(sample.Population);
        result["rule"]!["perGroup"] = new JsonObject(items.GroupBy(i => i.Stratum).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Count())));
        return result;
    }
}
