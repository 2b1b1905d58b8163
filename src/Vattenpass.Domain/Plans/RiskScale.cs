using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public sealed record RiskLevel(string Name, int FromValue);

/// <summary>
/// A municipality's own scale: labels of likelihood and consequence (index 0 = 1), levels by value, and when a risk
/// is to be dealt with: value compared with a threshold, or a consequence so grave that the value does not matter. Each is null
/// where the board has decided on none. The axes have the municipality's own names, such as väsentlighet for the consequence.
/// </summary>
public sealed record RiskScale(
    IReadOnlyList<string> Likelihoods, IReadOnlyList<string> Consequences, IReadOnlyList<RiskLevel> Levels,
    string Operator, int? Threshold, int? AlwaysFromConsequence,
    string LikelihoodName = "sannolikhet", string ConsequenceName = "konsekvens")
{
    public static readonly RiskScale Four = new(
        ["osannolik", "mindre sannolik", "möjlig", "sannolik"], ["försumbar", "lindrig", "kännbar", "allvarlig"],
        [new("låg", 1), new("medel", 4), new("hög", 9), new("kritisk", 16)], ">=", 9, 4);

    public static readonly RiskScale Five = new(
        ["osannolik", "mindre sannolik", "möjlig", "sannolik", "mycket sannolik"],
        ["försumbar", "lindrig", "kännbar", "allvarlig", "mycket allvarlig"],
        [new("låg", 1), new("medel", 5), new("hög", 10), new("kritisk", 20)], ">=", 10, 5);

    /// <summary>Refuses a scale that cannot be used: no labels, levels out of order, an unknown operator.</summary>
    public RiskScale Checked()
    {
        Refusal.IfEmpty(LikelihoodName, "Skriv vad axeln heter, till exempel sannolikhet.", nameof(LikelihoodName));
        Refusal.IfEmpty(ConsequenceName, "Skriv vad axeln heter, till exempel konsekvens eller väsentlighet.", nameof(ConsequenceName));
        Refusal.If(Likelihoods.Count is < 2 or > 10, $"Skalan behöver 2–10 steg för {LikelihoodName}.", nameof(Likelihoods));
        Refusal.If(Consequences.Count is < 2 or > 10, $"Skalan behöver 2–10 steg för {ConsequenceName}.", nameof(Consequences));
        Refusal.If(Levels.Count == 0 || Levels[0].FromValue > 1, "Den lägsta risknivån ska börja på 1.", nameof(Levels));
        Refusal.If(Levels.Zip(Levels.Skip(1)).Any(p => p.First.FromValue >= p.Second.FromValue),
            "Risknivåerna ska stå i stigande ordning.", nameof(Levels));
        var empty = Levels.Where((l, n) => !Products.Any(v => v >= l.FromValue && (n + 1 == Levels.Count || v < Levels[n + 1].FromValue))).FirstOrDefault();
        Refusal.If(empty is not null, $"Ingen risk kan hamna på nivån ”{empty?.Name}”: riskvärdena på skalan är {Prose.List(Products.Select(v => $"{v}"))}.",
            nameof(Levels));
        Refusal.If(Operator is not (">=" or ">"), "Välj om gränsen gäller från och med värdet eller över värdet.", nameof(Operator));
        Refusal.If(Threshold is { } limit && !CanOccur(limit),
            $"Riskvärdet {Threshold} kan inte förekomma på skalan. Välj ett av {Prose.List(Products.Select(v => $"{v}"))}, eller lämna tomt.", nameof(Threshold));
        Refusal.If(Operator == ">" && Threshold == Products[^1],
            $"Ingen risk kan få ett värde över {Threshold}. Välj ett lägre värde, eller från och med värdet.", nameof(Threshold));
        Refusal.If(AlwaysFromConsequence < 1 || AlwaysFromConsequence > Consequences.Count,
            $"{Prose.Capital(ConsequenceName)} går från 1 till {Consequences.Count}. Välj ett av stegen, eller lämna tomt.", nameof(AlwaysFromConsequence));
        return this;
    }

    /// <summary>The values that two steps can make, in order: on 1–4 × 1–4 never 5, 7 or 10.</summary>
    private List<int> Products => [.. Enumerable.Range(1, Likelihoods.Count)
        .SelectMany(l => Enumerable.Range(1, Consequences.Count).Select(c => l * c)).Distinct().Order()];

    public bool CanOccur(int value) => Products.Contains(value);

    /// <summary>When a risk is to be dealt with, in words; empty where the board has decided on no limit.</summary>
    public string LimitText() => (Threshold, AlwaysFromConsequence) switch
    {
        (null, null) => "",
        ({ } value, null) => $"värde {(Operator == ">" ? "över" : "från")} {value}",
        (null, { } grave) => $"{ConsequenceName} {From(grave)}",
        ({ } value, { } grave) => $"värde {(Operator == ">" ? "över" : "från")} {value}, eller {ConsequenceName} {From(grave)}",
    };

    /// <summary>The highest step is only itself.</summary>
    private string From(int consequence) => consequence < Consequences.Count ? $"från {consequence}" : $"{consequence}";

    /// <summary>The level a value lies in, for example "hög".</summary>
    public string LevelOf(int value) => Levels.Last(l => l.FromValue <= value).Name;

    /// <summary>"12 (3×4) – hög", or "12 – hög" where only the value is known.</summary>
    public string Text(RiskScore? score) => score is null ? "inte värderad"
        : score.Likelihood is null ? $"{score.Value} – {LevelOf(score.Value)}"
        : $"{score.Value} ({score.Likelihood}×{score.Consequence}) – {LevelOf(score.Value)}";

    public bool MustBeDealtWith(RiskScore score) =>
        (Threshold is null ? false : Operator == ">" ? score.Value > Threshold : score.Value >= Threshold)
        || (AlwaysFromConsequence is { } grave && score.Consequence >= grave);

    public RiskScore Score(int? likelihood, int? consequence, int? bareValue)
    {
        if (likelihood is null && consequence is null && bareValue is { } value)
        {
            Refusal.If(value < 1 || !CanOccur(value),
                $"Riskvärdet {value} kan inte bli en produkt på skalan 1–{Likelihoods.Count} × 1–{Consequences.Count}. Kontrollera värdet eller ange {LikelihoodName} och {ConsequenceName}.",
                "Value");
            return new(null, null, value);
        }
        Refusal.If(likelihood is null || consequence is null, $"Ange både {LikelihoodName} och {ConsequenceName}, eller bara riskvärdet.",
            likelihood is null ? "Likelihood" : "Consequence");
        Refusal.If(likelihood < 1 || likelihood > Likelihoods.Count, $"Ange {LikelihoodName} 1–{Likelihoods.Count}.", "Likelihood");
        Refusal.If(consequence < 1 || consequence > Consequences.Count, $"Ange {ConsequenceName} 1–{Consequences.Count}.", "Consequence");
        var product = likelihood!.Value * consequence!.Value;
        Refusal.If(bareValue is { } given && given != product,
            $"Riskvärdet {bareValue} stämmer inte: {likelihood} × {consequence} = {product}.", "Value");
        return new(likelihood, consequence, product);
    }
}

/// <summary>Likelihood × consequence. The factors are null where an older plan gave only the value.</summary>
public sealed record RiskScore(int? Likelihood, int? Consequence, int Value);
