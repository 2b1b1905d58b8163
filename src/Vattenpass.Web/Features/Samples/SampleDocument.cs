using System.Text.Json.Nodes;
using Vattenpass.Domain.Samples;

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

    /// <summary>With replacements the draw is simply larger: the next tickets in turn.</summary>
    public static JsonObject Of(Sample sample) =>
        Of(new(Draw.ByTicket, sample.Items.Count, null, null, null), sample.Seed, sample.PopulationCount, sample.PopulationSha256,
            sample.Items, sample.Strength(null));
}
