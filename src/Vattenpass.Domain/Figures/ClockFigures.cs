using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>Statutory time limits over the whole register of cases that started in the year: late per type of case.</summary>
public sealed record ClockFigures(DateOnly AsOf, IReadOnlyList<(string CaseType, Share Late)> PerType, IReadOnlyList<CaseFact> LateCases)
{
    public static ClockFigures? Of(YearFacts facts)
    {
        if (!facts.Knows("ärenden")) return null;
        var cases = facts.Cases.Where(c => c.Start.Year == facts.Year)
            .Select(c => (Case: c, Clock: StatutoryClock.For(c.Type))).Where(c => c.Clock is not null).ToList();
        var late = cases.Where(c => c.Clock!.IsLate(c.Case.Start, c.Case.Ended, c.Case.ExtendedTo, facts.AsOf, c.Case.ExtensionDecidedOn)).Select(c => c.Case).ToList();
        return new(
            facts.AsOf,
            [.. cases.GroupBy(c => c.Clock!.CaseType).OrderBy(g => g.Key, SwedishOrder.Comparer)
                .Select(g => (g.Key, new Share(late.Count(l => StatutoryClock.For(l.Type)!.CaseType == g.Key), g.Count(), "ärende", facts.Period, RowSets.LateCases)))],
            late);
    }
}
