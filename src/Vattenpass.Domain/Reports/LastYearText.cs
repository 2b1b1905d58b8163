using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What a control showed in one year: planned checks, those done, and those with a deviation.</summary>
public sealed record YearResult(int Planned, int Done, int Deviating)
{
    public string Text => Planned == 0 ? "ingen kontroll skulle ha varit gjord" : $"{Done} av {Planned} gjorda, {Deviating} med avvikelse";
}

/// <summary>A control's result beside last year's; a side is null where the control was not in that year's plan.</summary>
public sealed record LastYearFact(string Title, YearResult? Before, YearResult? Now);

/// <summary>Last year's result comes along, and where less is controlled than then it is said with its reason.</summary>
internal static class LastYearText
{
    /// <summary>What earlier plans promised and was going on when the year began, each with where it stands.</summary>
    public static IEnumerable<Block> Carried(ReportFacts facts)
    {
        if (facts.Carried.Count == 0) yield break;
        yield return new HeadingBlock(2, "Åtgärder från tidigare år");
        yield return new TableBlock("Åtgärder som pågick när året började", ["Åtgärd", "Risk", "Ansvarig", "Klar senast", "Status"],
            [.. facts.Carried.Select(m => (IReadOnlyList<string>)[m.Title, m.RiskTitle, m.Owner, m.End is { } end ? $"{end:yyyy-MM-dd}" : "inte angivet", m.Status])], []);
    }

    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.LastYear.Count == 0) yield break;
        yield return new HeadingBlock(2, $"Jämfört med {facts.YearBefore}");
        yield return new TableBlock($"Utfall {facts.YearBefore} och {facts.Report.Year}", ["Kontroll", $"{facts.YearBefore}", $"{facts.Report.Year}"],
            [.. facts.LastYear.Select(l => (IReadOnlyList<string>)[l.Title, l.Before?.Text ?? "fanns inte i planen", l.Now?.Text ?? "finns inte i planen"])], []);
        if (facts.LessControlled.Count == 0) yield break;
        yield return Paragraph("Mindre kontrolleras än året före:");
        yield return new ListBlock(facts.LessControlled);
    }
}
