namespace Vattenpass.Domain.Organisation;

/// <summary>What a unit does (verksamhetsform), in words that rules can go by. What stands in no list here is no known activity.</summary>
public static class Activities
{
    public const string Residential = "särskilt boende", ShortStay = "korttidsboende", HomeCare = "hemtjänst", HomeNursing = "hemsjukvård",
        GroupHome = "bostad med särskild service (LSS)";

    public static readonly IReadOnlyList<string> All =
        [Residential, ShortStay, HomeCare, HomeNursing, GroupHome, "daglig verksamhet (LSS)", "personlig assistans", "boendestöd", "hem för vård eller boende",
            "myndighetsutövning barn och unga", "myndighetsutövning vuxna", "myndighetsutövning äldre och funktionsnedsättning", "ekonomiskt bistånd",
            "öppenvård och råd", "bemanningsenhet", "stab eller stöd"];

    public static string? Known(string? word) => All.FirstOrDefault(a => string.Equals(a, word?.Trim(), StringComparison.OrdinalIgnoreCase));
}
