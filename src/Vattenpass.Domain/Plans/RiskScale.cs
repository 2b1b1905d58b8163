namespace Vattenpass.Domain.Plans;

public sealed record RiskLevel(string Name, int FromValue);

/// <summary>
/// A municipality's own scale: labels of likelihood and consequence (index 0 = 1), levels by value, and when a risk
/// is to be dealt with: value compared with a threshold, or a consequence so grave that the value does not matter.
/// </summary>
public sealed record RiskScale(
    IReadOnlyList<string> Likelihoods, IReadOnlyList<string> Consequences, IReadOnlyList<RiskLevel> Levels,
    string Operator, int Threshold, int? AlwaysFromConsequence)
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
        Refusal.If(Likelihoods.Count < 2 || Consequences.Count < 2, "Skalan behöver minst två steg för sannolikhet och för konsekvens.");
        Refusal.If(Levels.Count == 0 || Levels[0].FromValue > 1, "Den lägsta risknivån ska börja på 1.");
        Refusal.If(Levels.Zip(Levels.Skip(1)).Any(p => p.First.FromValue >= p.Second.FromValue),
            "Risknivåerna ska stå i stigande ordning.");
        Refusal.If(Operator is not (">=" or ">"), "Välj om gränsen gäller från och med värdet eller över värdet.");
        return this;
    }

    public bool CanOccur(int value) =>
        Enumerable.Range(1, Likelihoods.Count).Any(l => value % l == 0 && value / l >= 1 && value / l <= Consequences.Count);

    /// <summary>The level a value lies in, for example "hög".</summary>
    public string LevelOf(int value) => Levels.Last(l => l.FromValue <= value).Name;

    /// <summary>"12 (3×4) – hög", or "12 – hög" where only the value is known.</summary>
    public string Text(RiskScore? score) => score is null ? "inte värderad"
        : score.Likelihood is null ? $"{score.Value} – {LevelOf(score.Value)}"
        : $"{score.Value} ({score.Likelihood}×{score.Consequence}) – {LevelOf(score.Value)}";

    public bool MustBeDealtWith(RiskScore score) =>
        (Operator == ">" ? score.Value > Threshold : score.Value >= Threshold)
        || (AlwaysFromConsequence is { } grave && score.Consequence >= grave);

    public RiskScore Score(int? likelihood, int? consequence, int? bareValue)
    {
        if (likelihood is null && consequence is null && bareValue is { } value)
        {
            Refusal.If(value < 1 || !CanOccur(value),
                $"Riskvärdet {value} kan inte bli en produkt på skalan 1–{Likelihoods.Count} × 1–{Consequences.Count}. Kontrollera värdet eller ange sannolikhet och konsekvens.",
                "Value");
            return new(null, null, value);
        }
        Refusal.If(likelihood is null || consequence is null, "Ange både sannolikhet och konsekvens, eller bara riskvärdet.",
            likelihood is null ? "Likelihood" : "Consequence");
        Refusal.If(likelihood < 1 || likelihood > Likelihoods.Count, $"Sannolikheten ska vara 1–{Likelihoods.Count}.", "Likelihood");
        Refusal.If(consequence < 1 || consequence > Consequences.Count, $"Konsekvensen ska vara 1–{Consequences.Count}.", "Consequence");
        var product = likelihood!.Value * consequence!.Value;
        Refusal.If(bareValue is { } given && given != product,
            $"Riskvärdet {bareValue} stämmer inte: {likelihood} × {consequence} = {product}.", "Value");
        return new(likelihood, consequence, product);
    }
}

/// <summary>Likelihood × consequence. The factors are null where an older plan gave only the value.</summary>
public sealed record RiskScore(int? Likelihood, int? Consequence, int Value);
