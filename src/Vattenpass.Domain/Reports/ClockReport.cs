using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A control made at the committee, for the board to read: what was drawn of each group, checked and found.</summary>
public sealed record CommitteeCheck(string Title, string Period, DateOnly Due, bool IsLate, DateOnly? PerformedOn, int Checked, int Deviating,
    IReadOnlyList<Samples.SampleGroup> Groups, IReadOnlyList<(string Fault, int Count)> Faults);

/// <summary>The quarterly report of statutory clocks to the board: counts, median, longest, extensions and causes; no case is named.</summary>
public static class ClockReport
{
    /// <param name="readings">Every case that ran in the quarter, judged on its last day, or today while it runs.</param>
    /// <param name="committee">The controls made at the committee whose day lies in the quarter.</param>
    /// <param name="unjudged">Cases of the register that no time limit is known for.</param>
    public static Document Compose(string board, Period quarter, IReadOnlyList<ClockReading> readings,
        IReadOnlyList<DecisionFact>? decisions, DateOnly asOf, int unjudged = 0, IReadOnlyList<CommitteeCheck>? committee = null)
    {
        List<Block> blocks = [new HeadingBlock(1, $"Tidsfrister {quarter.Name}"),
            Paragraph($"{board}. Registret är räknat per {asOf:yyyy-MM-dd}. Inga ärenden är namngivna.")];
        foreach (var group in readings.GroupBy(r => r.Clock).OrderBy(g => g.Key.CaseType, SwedishOrder.Comparer))
        {
            blocks.Add(new HeadingBlock(2, Capital(group.Key.CaseType)));
            // A case keeps the rule that held on the day it began, so that one quarter may know two.
            foreach (var rule in group.GroupBy(r => r.Rule).OrderBy(r => r.Key.From)) blocks.AddRange(Of(rule.Key, [.. rule]));
        }
        if (unjudged > 0)
            blocks.Add(Paragraph($"{Capital(Count(unjudged, "ärende", "ärenden", neuter: true))} i registret har en typ som programmet saknar tidsfrist för, eller började innan fristen fanns, och har därför inte bedömts."));
        if (readings.Count == 0) blocks.Add(Paragraph("Registret har inga ärenden som pågick under kvartalet."));
        blocks.AddRange(Unexecuted(quarter, decisions, asOf));
        blocks.AddRange(AtCommittee(committee ?? []));
        return new($"Tidsfrister {quarter.Name}", "Rättssäker myndighetsutövning", board, asOf, [.. blocks]);
    }

    private static IEnumerable<Block> AtCommittee(IReadOnlyList<CommitteeCheck> checks)
    {
        if (checks.Count == 0) yield break;
        yield return new HeadingBlock(2, "Egenkontroll vid utskottet");
        foreach (var check in checks)
        {
            yield return Paragraph($"{check.Title}, {check.Period}: {Standing(check)}.{Counted(check)}");
            if (check.Groups.Count > 0)
                yield return new ListBlock([.. check.Groups.Select(g => Capital(g.Population == 0 ? $"{g.Name}: ingen fanns i registret" : $"{g}"))]);
            if (check.Faults.Count > 0) yield return Paragraph($"Fel: {List(check.Faults.Select(f => $"{Inside(f.Fault)} ({f.Count})"))}.");
        }
    }

    private static string Standing(CommitteeCheck check) => check.PerformedOn is { } day ? $"gjord {day:yyyy-MM-dd}"
        : check.IsLate ? $"inte gjord, skulle ha varit klar {check.Due:yyyy-MM-dd}" : $"ska göras senast {check.Due:yyyy-MM-dd}";

    /// <summary>Where it was drawn by groups, they tell their own counts.</summary>
    private static string Counted(CommitteeCheck check) =>
        check.PerformedOn is not null && check.Groups.Count == 0 ? $" {check.Checked} kontrollerade, {check.Deviating} med fel." : "";

    private static IEnumerable<Block> Of(ClockRule rule, List<ClockReading> all)
    {
        var days = all.Where(r => r.Ended is not null).Select(r => r.DaysTaken).Order().ToList();
        yield return Paragraph(
            $"Frist: {rule.LimitText} ({rule.NatureText}; {rule.Reference}). {Capital(Count(all.Count, "ärende", "ärenden", neuter: true))} pågick under kvartalet; {(all.Count(r => r.IsLate) switch { 0 => "inget", 1 => "ett", var late => CountWord(late) })} gick över tiden. "
            + (days.Count == 0 ? "Inget blev klart." : Done(days)) + Extended(all));
        var causes = all.Where(r => r.IsLate)
            .GroupBy(r => r.Cause.Length > 0 ? r.Cause : "uppgift saknas")
            .OrderByDescending(g => g.Count())
            .ToList();
        if (causes.Count > 0) yield return Paragraph($"Orsaker: {List(causes.Select(c => $"{c.Key} ({c.Count()})"))}.");
    }

    private static string Done(List<int> days) => days.Count == 1
        ? $"Ett blev klart, efter {Number(days[0], "dag", "dagar")}."
        : $"För de {CountWord(days.Count)} som blev klara var mediantiden {Samples.Median.Of(days)} dagar och den längsta tiden {days[^1]} dagar.";

    private static string Extended(List<ClockReading> all)
    {
        var extended = all.Where(r => r.ExtendedTo is not null).ToList();
        if (extended.Count == 0) return "";
        if (all[0].Rule.Extension is Extension.None) return $" {Capital(Count(extended.Count, "förlängning", "förlängningar"))} räknas inte: fristen kan inte förlängas.";
        var (late, unknown) = (extended.Count(r => r.ExtensionDecidedTooLate), extended.Count(r => r.ExtensionDecidedOn is null));
        var counts = all[0].Rule.Extension is Extension.ParticularReasons ? "räknas tills vidare som giltig" : "räknas inte";
        List<string> parts = [.. new[] { late > 0 ? $"{Of(late, extended.Count)} av förlängningarna beslutades för sent" : "", unknown > 0 ? $"{Of(unknown, extended.Count)} saknar beslutsdag och {counts}" : "" }.Where(p => p.Length > 0)];
        return $" {Capital(extended.Count == 1 ? "ett ärende är förlängt" : $"{CountWord(extended.Count)} ärenden är förlängda")}{(parts.Count > 0 ? $"; {List(parts)}" : "")}.";
    }

    private static string Of(int some, int all) => some < all ? CountWord(some) : all switch { 1 => "det", 2 => "båda", _ => "alla" };

    internal static string Carried(int count) => count switch
    {
        0 => "inget är verkställt",
        1 => "ett är nu verkställt",
        _ => $"{CountWord(count)} är nu verkställda",
    };

    private static IEnumerable<Block> Unexecuted(Period quarter, IReadOnlyList<DecisionFact>? decisions, DateOnly asOf)
    {
        yield return new HeadingBlock(2, "Beslut som inte har verkställts");
        if (decisions is null) { yield return Paragraph("Registret över gynnande beslut är inte inläst."); yield break; }
        var late = decisions.Where(d => d.IsToBeReported(quarter, asOf)).ToList();
        yield return Paragraph($"{StatutoryClock.Unexecuted.On(quarter.To)!.Reference}. {(late.Count == 0 ? "Registret visar inget beslut att rapportera." : $"{Capital(Count(late.Count, "beslut", "beslut", neuter: true))} ska rapporteras till IVO och revisorerna; {Carried(late.Count(d => d.Carried <= asOf))}.")}");
        if (late.Count > 0)
            yield return new TableBlock("Beslut att rapportera", ["Insats", "Antal", "Längsta tid, dagar", "Skäl"],
                [.. late.GroupBy(d => d.Kind.Length > 0 ? d.Kind : "uppgift saknas").OrderBy(g => g.Key, SwedishOrder.Comparer)
                    .Select(g => (IReadOnlyList<string>)[g.Key, $"{g.Count()}", $"{g.Max(d => d.DaysWaited(asOf))}",
                        List(g.Select(d => d.Cause.Length > 0 ? d.Cause : "uppgift saknas").Distinct())])], [1, 2]);
    }
}
