using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>The period's deviations taken together: how many, of what kind, where, what repeats itself, and those that are worked in other systems.</summary>
internal static class DeviationText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.Deviations.Count == 0 && facts.OtherDeviations.Count == 0) yield break;
        yield return new HeadingBlock(2, "Avvikelser sammantaget");
        if (facts.Deviations.Count > 0)
        {
            yield return Paragraph(Summed(facts));
            yield return Table("Avvikelser per slag", "Slag", facts.Deviations, d => Capital(d.Kind));
            yield return Table("Avvikelser per verksamhetsområde", "Verksamhetsområde", facts.Deviations, d => d.Area.Length > 0 ? d.Area : "Inte i något område");
        }
        if (facts.Repeated.Count > 0)
        {
            yield return Paragraph("Samma fel på samma enhet i minst två av periodens tre sista månader:");
            yield return new ListBlock(facts.Repeated);
        }
        if (facts.Assessments.Count > 0)
            yield return Paragraph($"Bedömda enligt lag: {List(facts.Assessments.Select(a => $"{a.Kind.Swedish()} {a.Assessed}, varav {a.HandedOver} lämnade vidare"))}.");
        if (facts.OtherDeviations.Count == 0) yield break;
        yield return Paragraph("Avvikelser som utreds i andra system räknas för sig, och ingår inte i siffrorna ovan.");
        yield return new TableBlock("Avvikelser i andra system", ["Slag", "System", "Antal", "Inte avslutade"],
            [.. facts.OtherDeviations.Select(c => (IReadOnlyList<string>)[Capital(c.Kind), c.System, $"{c.Count}", $"{c.Open}"])], [2, 3]);
    }

    internal static string Summed(ReportFacts facts)
    {
        var (count, serious, closed) = (facts.Deviations.Sum(d => d.Count), facts.Deviations.Sum(d => d.Serious), facts.Deviations.Sum(d => d.Closed));
        var left = closed == count ? "Alla är avslutade."
            : closed == 0 ? "Ingen är avslutad."
            : $"{closed} är {(closed == 1 ? "avslutad" : "avslutade")} och {count - closed} är det inte.";
        var together = facts.IsCountedOneByOne ? " Fel som har följts upp tillsammans är räknade ett och ett." : "";
        return $"{Number(count, "avvikelse", "avvikelser")} hittades, varav {Number(serious, "allvarlig", "allvarliga")}. {left}{together}";
    }

    private static TableBlock Table(string caption, string of, IReadOnlyList<DeviationSummary> deviations, Func<DeviationSummary, string> by) =>
        new(caption, [of, "Antal", "Varav allvarliga", "Avslutade"],
            [.. deviations.GroupBy(by).OrderByDescending(g => g.Sum(d => d.Count)).ThenBy(g => g.Key, SwedishOrder.Comparer)
                .Select(g => (IReadOnlyList<string>)[g.Key, $"{g.Sum(d => d.Count)}", $"{g.Sum(d => d.Serious)}", $"{g.Sum(d => d.Closed)}"])], [1, 2, 3]);
}
