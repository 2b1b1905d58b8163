using System.Globalization;
using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>How many at a unit need a competence in a month ("2024-05"), and how many have it; Has null where the register does not say.</summary>
public sealed record CompetenceNeed(Guid RowId, Guid UnitId, string Month, string Competence, int Need, int? Has)
{
    public static CompetenceNeed? Of(RegisterRow row) => row.Register == RegisterKinds.Competences.Key && row.UnitId is { } unit
        ? new(row.Id, unit, row["månad"], row["kompetens"], int.Parse(row["behov"], CultureInfo.InvariantCulture),
            row["har"] is { Length: > 0 } has ? int.Parse(has, CultureInfo.InvariantCulture) : null)
        : null;

    /// <summary>What is met of the need: more than is needed at one unit does not help another.</summary>
    public int Met => Math.Min(Has ?? 0, Need);
}

/// <summary>A competence over the units, each by its newest month. Share is of the need of those who say what they have.</summary>
/// <param name="Unsaid">Units that state a need but not how many have the competence.</param>
public sealed record CompetenceSum(string Competence, Share Share, IReadOnlyList<CompetenceNeed> Rows, int Unsaid)
{
    /// <summary>So few are needed in all that the sum is about persons.</summary>
    public bool IsOfFew => Share.Denominator < SmallCount.Few;
    public bool IsUnknown => Rows.All(r => r.Has is null);
    public string Key => KeyOf(Competence);

    /// <summary>What tells competences apart, and their name in addresses: no case, spaces or hyphens, but C++ is not C#.</summary>
    public static string KeyOf(string competence) =>
        RegisterKind.Fold(competence.Replace("+", "plus", StringComparison.Ordinal).Replace("#", "sharp", StringComparison.Ordinal)) is { Length: > 0 } key
            ? key : "annan";

    public int Missing => Share.Denominator - Share.Numerator;

    /// <summary>By competence, under the name it has most often.</summary>
    public static IReadOnlyList<CompetenceSum> Of(IEnumerable<CompetenceNeed> needs, Period period) =>
        [.. needs.GroupBy(n => KeyOf(n.Competence)).Select(g => Sum([.. g], period)).OrderBy(s => s.Competence, SwedishOrder.Comparer)];

    private static CompetenceSum Sum(IReadOnlyList<CompetenceNeed> all, Period period)
    {
        // Two spellings in one month are two rows of the same competence: both count.
        var newest = all.GroupBy(n => n.UnitId).SelectMany(g => g.Where(n => n.Month == g.Max(m => m.Month))).ToList();
        var said = newest.Where(n => n.Has is not null).ToList();
        return new(all.GroupBy(n => n.Competence).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).First(),
            new(said.Sum(n => n.Met), said.Sum(n => n.Need), "behov", period), newest, newest.Count - said.Count);
    }
}

/// <summary>What the units need of competences and have, with the same part of the year before beside it where it is known.</summary>
public sealed record CompetenceFigures(IReadOnlyList<(CompetenceSum Sum, Figure Figure, Share? Before)> Sums) : KindFigures
{
    public static CompetenceFigures? Of(YearFacts facts)
    {
        if (!facts.Knows(RegisterKinds.Competences)) return null;
        var needs = facts.Of<CompetenceNeed>().ToList();
        var before = CompetenceSum.Of(needs.Where(n => MonthFacts.IsIn(n.Month, facts.Year - 1, facts)), Period.Year(facts.Year - 1))
            .Where(s => !s.IsUnknown).ToDictionary(s => s.Key, s => s.Share);
        return new([.. CompetenceSum.Of(needs.Where(n => MonthFacts.IsIn(n.Month, facts.Year, facts)), facts.Period)
            .Select(s => (s, Figure(s), before.GetValueOrDefault(s.Key)))]);
    }

    private static Figure Figure(CompetenceSum sum)
    {
        var unsaid = sum.Unsaid == 0 ? "" : $", uppgift saknas från {Prose.Count(sum.Unsaid, "enhet", "enheter")}";
        return Figures.Figure.Of($"kompetens-{sum.Key}", $"behov av {sum.Competence} som är täckt", "behov", sum.Share.Period, RowsOf.Register,
            sum.Rows.Select(n => new FigureRow(n.RowId, n.Met, n.Has is null ? 0 : n.Need))) with
        { Value = sum.IsUnknown ? unsaid[2..] : $"{sum.Share}{unsaid}" };
    }

    public override string Section => "Kompetens";
    public override IReadOnlyList<Figure> All => [.. Sums.Select(s => s.Figure)];
    public override string JsonKey => "kompetens";
    public override JsonObject Json => Map(Sums.Select(s => (s.Sum.Competence, (JsonNode)Pair(s.Figure))));
}
