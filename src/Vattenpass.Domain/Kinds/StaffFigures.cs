using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Kinds;

/// <summary>The staffing of the period, each measure with just the same months of the year before beside it where they are known.</summary>
public sealed record StaffFigures(IReadOnlyList<(StaffMeasure Measure, Figure Figure, decimal? Before)> Measures) : KindFigures
{
    public static StaffFigures? Of(YearFacts facts)
    {
        if (!facts.Knows(RegisterKinds.Staffing)) return null;
        var months = facts.Of<StaffMonth>().ToLookup(m => MonthFacts.IsIn(m.Month, facts.Year, facts));
        var before = facts.Of<StaffMonth>().Where(m => MonthFacts.IsIn(m.Month, facts.Year - 1, facts)).ToList();
        return new([.. StaffMeasure.All.Select(m => (Measure: m, Figure: m.Figure(months[true], facts.Period), Before: SameMonths(m, months[true], before)))
            .Where(m => m.Figure is not null).Select(m => (m.Measure, m.Figure!, m.Before))]);
    }

    /// <summary>The year before in just the months that are known now: ten months are not held against twelve.</summary>
    private static decimal? SameMonths(StaffMeasure measure, IEnumerable<StaffMonth> now, IReadOnlyList<StaffMonth> before)
    {
        var known = measure.Counted(now).Select(m => m.Month[5..]).ToHashSet();
        return measure.Of(before.Where(m => measure.IsOverMonths
            ? known.Contains(m.Month[5..]) : string.CompareOrdinal(m.Month[5..], known.Max()) <= 0));
    }

    public override string Section => "Bemanning";
    public override IReadOnlyList<Figure> All => [.. Measures.Select(m => m.Figure)];
    public override string JsonKey => "bemanning";
    public override JsonObject Json => Map(Measures.Select(m => (m.Measure.Key, (JsonNode)m.Figure.Text)));
}

/// <summary>Which months a period has.</summary>
internal static class MonthFacts
{
    /// <summary>A month ("2024-05") lies in the period, or in the same part of another year.</summary>
    public static bool IsIn(string month, int year, YearFacts facts) =>
        string.CompareOrdinal(month, $"{year}-{facts.Period.From:MM}") >= 0 && string.CompareOrdinal(month, $"{year}-{facts.Period.To:MM}") <= 0;
}
