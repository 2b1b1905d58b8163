using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A favourable decision and what became of it.</summary>
public sealed record DecisionFact(string Decision, string Kind, DateOnly DecidedOn, DateOnly? ExecutedOn, DateOnly? InterruptedOn,
    DateOnly? EndedOn, DateOnly? ReportedOn, string Cause)
{
    /// <summary>Three months from the decision, or from the day the measure was interrupted (SoL 34 kap. 1 §).</summary>
    public DateOnly LastDay => StatutoryClock.Unexecuted.LastDay(InterruptedOn ?? DecidedOn, null);

    /// <summary>The day it was carried out; after an interruption, the day it was taken up again.</summary>
    public DateOnly? Carried => InterruptedOn is { } interrupted && ExecutedOn < interrupted ? null : ExecutedOn;

    /// <summary>To be reported for a quarter: past three months by the day it is told of, not carried out or ended in time, nor before the quarter began.</summary>
    public bool IsToBeReported(Period quarter, DateOnly asOf) =>
        LastDay < asOf
            && LastDay <= quarter.To
            && !(Carried <= LastDay)
            && !(EndedOn <= LastDay)
            && !(Carried < quarter.From)
            && !(EndedOn < quarter.From);

    public int DaysWaited(DateOnly asOf) =>
        ((Carried <= asOf ? Carried : EndedOn <= asOf ? EndedOn : asOf)!.Value).DayNumber - (InterruptedOn ?? DecidedOn).DayNumber;
}

/// <summary>The quarterly report of statutory clocks to the committee: counts, median, longest, extensions and causes; no case is named.</summary>
public static class ClockReport
{
    /// <param name="readings">Every case that ran in the quarter, judged on its last day, or today while it runs.</param>
    public static Document Compose(string board, Period quarter, IReadOnlyList<ClockReading> readings,
        IReadOnlyList<DecisionFact>? decisions, DateOnly asOf)
    {
        List<Block> blocks = [new HeadingBlock(1, $"Tidsfrister {quarter.Name}"),
            Paragraph($"{board}. Registret är räknat per {asOf:yyyy-MM-dd}. Inga ärenden är namngivna.")];
        foreach (var group in readings.GroupBy(r => r.Clock).OrderBy(g => g.Key.CaseType, SwedishOrder.Comparer))
        {
            var all = group.ToList();
            var days = all.Where(r => r.Ended is not null).Select(r => r.DaysTaken).Order().ToList();
            var causes = all.Where(r => r.IsLate)
                .GroupBy(r => r.Cause.Length > 0 ? r.Cause : "uppgift saknas")
                .OrderByDescending(g => g.Count())
                .ToList();
            blocks.Add(new HeadingBlock(2, Capital(group.Key.CaseType)));
            blocks.Add(Paragraph($"Frist: {group.Key.On(quarter.To).LimitText} ({group.Key.On(quarter.To).NatureText}; {group.Key.On(quarter.To).Reference}). {Capital(Number(all.Count, "ärende", "ärenden"))} pågick under kvartalet; {all.Count(r => r.IsLate)} gick över tiden. "
                + (days.Count == 0
                    ? "Inget blev klart."
                    : $"För de {days.Count} som blev klara var mediantiden {Figures.Median.Of(days)} dagar och den längsta {days[^1]} dagar.")
                + (all.Count(r => r.ExtendedTo is not null) is > 0 and var extended
                    ? $" {Capital(Number(extended, "förlängning", "förlängningar"))}, varav {Number(all.Count(r => r.ExtensionDecidedTooLate), "beslutades", "beslutades")} för sent."
                    : "")));
            if (causes.Count > 0) blocks.Add(Paragraph($"Orsaker: {List(causes.Select(c => $"{c.Key} ({c.Count()})"))}."));
        }
        if (readings.Count == 0) blocks.Add(Paragraph("Registret har inga ärenden som pågick under kvartalet."));
        blocks.AddRange(Unexecuted(quarter, decisions, asOf));
        return new($"Tidsfrister {quarter.Name}", "Rättssäker myndighetsutövning", board, asOf, [.. blocks]);
    }

    private static string Carried(int count) => count switch
    {
        0 => "inget är verkställt",
        1 => "1 är nu verkställt",
        _ => $"{count} är nu verkställda",
    };

    private static IEnumerable<Block> Unexecuted(Period quarter, IReadOnlyList<DecisionFact>? decisions, DateOnly asOf)
    {
        yield return new HeadingBlock(2, "Beslut som inte har verkställts");
        if (decisions is null) { yield return Paragraph("Registret över gynnande beslut är inte inläst."); yield break; }
        var late = decisions.Where(d => d.IsToBeReported(quarter, asOf)).ToList();
        yield return Paragraph($"{StatutoryClock.Unexecuted.On(quarter.To).Reference}. {(late.Count == 0 ? "Registret visar inget beslut att rapportera." : $"{Number(late.Count, "beslut", "beslut")} ska rapporteras till IVO och revisorerna; {Carried(late.Count(d => d.Carried <= asOf))}.")}");
        if (late.Count > 0)
            yield return new TableBlock("Beslut att rapportera", ["Insats", "Antal", "Längsta tid, dagar", "Skäl"],
                [.. late.GroupBy(d => d.Kind.Length > 0 ? d.Kind : "uppgift saknas").OrderBy(g => g.Key, SwedishOrder.Comparer)
                    .Select(g => (IReadOnlyList<string>)[g.Key, $"{g.Count()}", $"{g.Max(d => d.DaysWaited(asOf))}",
                        List(g.Select(d => d.Cause.Length > 0 ? d.Cause : "uppgift saknas").Distinct())])], [1, 2]);
    }
}
