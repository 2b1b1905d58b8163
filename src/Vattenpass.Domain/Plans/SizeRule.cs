namespace Vattenpass.Domain.Plans;

/// <summary>How many are checked of each unit's objects: a number, a percentage, or a percentage but at least a number.</summary>
public sealed record SizeRule(int? Number, int? Percent)
{
    /// <summary>The rule is applied to each of these groups by itself; null where it is applied to all together.</summary>
    public SampleGroups? Groups { get; init; }

    /// <summary>
    /// How many of a population: the percentage rounded up and at least one, and at least the number where both are given;
    /// never more than there are. Neither given = all.
    /// </summary>
    public int Of(int population) => Math.Min(population, (Number, Percent) switch
    {
        (null, null) => population,
        (var n, null) => n.Value,
        var (n, p) => Math.Max(n ?? 1, (int)(((long)p.Value * population + 99) / 100)),
    });

    public override string ToString() => Groups is null ? Count : $"{Count} {Groups}";

    private string Count => (Number, Percent) switch
    {
        (null, null) => "alla",
        (var n, null) => $"{n} per tillfälle",
        (null, var p) => $"minst {p} %",
        var (n, p) => $"{p} %, dock minst {n}",
    };
}
