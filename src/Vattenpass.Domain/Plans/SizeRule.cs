namespace Vattenpass.Domain.Plans;

/// <summary>How many are checked: a number, or at least a percentage of each unit's objects.</summary>
public sealed record SizeRule(int? Number, int? Percent)
{
    /// <summary>How many of a population: the number, or the percentage rounded up and at least one; never more than there are. Neither given = all.</summary>
    public int Of(int population) =>
        Math.Min(population, Number ?? (Percent is { } p ? Math.Max(1, (int)(((long)p * population + 99) / 100)) : population));

    public override string ToString() => Percent is { } p ? $"minst {p} %" : Number is { } n ? $"{n} per tillfälle" : "alla";
}
