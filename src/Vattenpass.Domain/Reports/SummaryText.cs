using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What a reader needs first: what was done, what was found, whether it is put right, what is not, and what is proposed. Composed from the same records as the rest.</summary>
internal static class SummaryText
{
    private const int MostNamed = 3, MostProposed = 5;

    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        List<string> said = [.. Done(facts), .. Found(facts), .. Measures(facts), .. Proposed(facts)];
        return said.Count == 0 ? [] : [new HeadingBlock(2, "Sammanfattning"), new ListBlock(said)];
    }

    private static IEnumerable<string> Done(ReportFacts facts)
    {
        var (planned, done, late) = (facts.Controls.Sum(c => c.Planned), facts.Controls.Sum(c => c.Done), facts.Controls.Sum(c => c.Late));
        if (planned == 0) yield break;
        yield return facts.Year.IsRunning
            ? $"{Number(done, "kontroll är gjord", "kontroller är gjorda")} hittills. {(late == 0 ? "Ingen är sen" : Number(late, "skulle ha varit gjord men är det inte", "skulle ha varit gjorda men är det inte"))}, och {planned - done - late} kommer."
            : $"{new Share(done, planned, "kontroll", facts.Year.Period).Short} planerade kontroller är gjorda.";
        var least = facts.Controls.Where(c => c.Planned > 0 && (facts.Year.IsRunning ? c.Late > 0 : c.Done < c.Planned))
            .OrderBy(c => (double)c.Done / c.Planned).ThenByDescending(c => c.Planned).Take(MostNamed).ToList();
        if (least.Count > 0)
            yield return $"Minst gjort: {List(least.Select(c => $"{Inside(c.Title)} ({c.Done} av {c.Planned})"))}.";
    }

    private static IEnumerable<string> Found(ReportFacts facts)
    {
        if (facts.Deviations.Count == 0) yield break;
        yield return DeviationText.Summed(facts);
        // What was reported outside a control has no kind to tell.
        var kinds = facts.Deviations.Where(d => d.ControlKey.Length > 0).GroupBy(d => d.Kind).Select(g => (g.Key, Count: g.Sum(d => d.Count))).OrderByDescending(k => k.Count).ThenBy(k => k.Key, SwedishOrder.Comparer).Take(MostNamed).ToList();
        if (kinds.Count > 1) yield return $"Vanligast: {List(kinds.Select(k => $"{Inside(k.Key)} ({k.Count})"))}.";
        if (facts.Repeated.Count > 0) yield return $"{Capital(Count(facts.Repeated.Count, "fel kommer tillbaka", "fel kommer tillbaka", neuter: true))} på samma enhet.";
    }

    private static IEnumerable<string> Measures(ReportFacts facts)
    {
        List<MeasureFact> all = [.. facts.Measures, .. facts.Carried];
        if (all.Count == 0) yield break;
        var (over, late) = (all.Count(m => m.IsOver), all.Count(m => !m.IsOver && m.End < facts.Year.AsOf));
        yield return $"{Number(all.Count, "åtgärd", "åtgärder")}: {over} {(over == 1 ? "är avslutad" : "är avslutade")} och {all.Count - over} är det inte{(late > 0 ? $", varav {late} över sin tid" : "")}.";
    }

    /// <summary>The lines that the sections propose, as the author wrote them.</summary>
    private static IEnumerable<string> Proposed(ReportFacts facts)
    {
        var lines = facts.Report.Sections.SelectMany(s => s.Proposals.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(l => l.TrimStart('-', '–', '•', '*', ' ').TrimEnd('.')).Where(l => l.Length > 0).Distinct().ToList();
        if (lines.Count == 0) yield break;
        var rest = lines.Count > MostProposed ? $" Och {lines.Count - MostProposed} till, i avsnitten." : "";
        yield return $"Föreslås: {string.Join("; ", lines.Take(MostProposed).Select(Inside))}.{rest}";
    }
}
