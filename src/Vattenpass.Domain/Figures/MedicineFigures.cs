using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Figures;

/// <summary>
/// Monthly controls of medicine stores. Planned counts stores under control, AllStores every store in use, twelve months a year.
/// Handled = investigated or under investigation, and fed back to MAS.
/// </summary>
public sealed record MedicineFigures(
    bool KnowsStores, Share? Planned, Share? AllStores, IReadOnlyList<(string Area, Share Share)> PerArea, IReadOnlyList<StoreFact> WithoutControl,
    Share? Handled, int BalanceDifferences, int BalanceWithoutInvestigation, IReadOnlyList<DeviationFact> Deviations)
{
    public static MedicineFigures? Of(YearFacts facts)
    {
        var runs = facts.Runs("lakemedel");
        var knowsChecks = runs || (facts.Knows("läkemedelsförråd") && facts.Knows("läkemedelskontroller"));
        var knowsDeviations = runs || facts.Knows("narkotikaavvikelser");
        if (!knowsChecks && !knowsDeviations && !facts.Knows("läkemedelsförråd")) return null;
        var planned = facts.StoreChecks.Where(c => c.Planned && !c.Ended).ToList();
        var area = facts.Stores.GroupBy(s => s.Code).ToDictionary(g => g.Key, g => g.First().Area);
        var done = facts.StoreChecks.Count(c => c.Done);
        return new(
            runs || facts.Knows("läkemedelsförråd"),
            knowsChecks ? Of(planned, facts.Period, RowSets.StoreChecks) : null,
            knowsChecks && facts.Stores.Count > 0 ? new(done, facts.Stores.Sum(s => s.MonthsIn(facts.Period)), "kontroll per förråd och månad", facts.Period, RowSets.AllStores) : null,
            knowsChecks ? [.. planned.GroupBy(c => area.GetValueOrDefault(c.Object, c.Area)).OrderBy(g => g.Key, SwedishOrder.Comparer).Select(g => (g.Key, Of([.. g], facts.Period, RowSets.StoreChecks)))] : [],
            [.. facts.Stores.Where(s => s.IsUncontrolledOn(facts.AsOf) && s.MonthsIn(facts.Period) > 0).OrderBy(s => s.Code, SwedishOrder.Comparer)],
            knowsDeviations
                ? new(facts.DrugDeviations.Count(d => d.Handled), facts.DrugDeviations.Count, "avvikelse", facts.Period, RowSets.HandledDrugDeviations) : null,
            facts.DrugDeviations.Count(d => d.BalanceDifference),
            facts.DrugDeviations.Count(d => d.BalanceDifference && !d.InvestigationStarted),
            facts.DrugDeviations);
    }

    private static Share Of(List<OccasionFact> planned, Period period, string rows) =>
        new(planned.Count(c => c.Done), planned.Count, "kontroll per förråd och månad", period, rows);

    public int Untouched => Handled is { } handled ? handled.Denominator - handled.Numerator : 0;
}
