using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Figures;

/// <summary>Access-log control: every working unit each month. Deviations are summed over all checks, planned or not.</summary>
public sealed record LogFigures(Share Done, int Deviations, IReadOnlyList<string> UnitsWithout)
{
    public static LogFigures? Of(YearFacts facts)
    {
        if (!facts.Knows("loggkontroller") && !facts.Runs("loggkontroll")) return null;
        var planned = facts.LogChecks.Where(c => c.Planned && !c.Ended).ToList();
        return new(
            new(planned.Count(c => c.Done), planned.Count, "kontroll per enhet och månad", facts.Period, RowSets.LogChecks),
            facts.LogChecks.Sum(c => c.Deviating),
            [.. planned.GroupBy(c => c.Unit).Where(g => g.All(c => !c.Done)).Select(g => g.Key).Order(SwedishOrder.Comparer)]);
    }
}
