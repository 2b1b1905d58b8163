using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>How a control's lists came to be and what the random ones say about the whole; redraws and exceptions included.</summary>
public static class SampleText
{
    public static IEnumerable<Block> For(ControlFact control, YearFacts year)
    {
        var all = year.Samples.Where(s => s.ControlId == control.Id).ToList();
        var last = all.GroupBy(s => (s.Unit, s.PeriodKey)).Select(g => g.MaxBy(s => s.Number)!).ToList();
        var random = last.Where(s => s.Selection is Selection.Random).ToList();
        if (random.Count > 0)
        {
            yield return Paragraph($"Programmet har dragit {Count(random.Count, "stickprov", "stickprov", neuter: true)} slumpmässigt, med tillsammans {random.Sum(s => s.Drawn)} dragna {Objects(control)}. Slumptalet sparades innan listan lästes in{(all.Exists(s => s.Number > 1) ? "; omdragningar och skälen till dem står nedan" : "")}. Varje dragning går att räkna om.");
            foreach (var block in StrengthOf(control, random)) yield return block;
            if (random.Count(s => !s.Done) is > 0 and var undone && undone < random.Count)
                yield return Paragraph($"Det gäller de stickprov som är kontrollerade; {(year.IsRunning ? Count(undone, "är inte kontrollerat än", "är inte kontrollerade än", neuter: true) : Count(undone, "kontrollerades inte", "kontrollerades inte", neuter: true))}.");
        }
        if (last.Count(s => s.Selection is Selection.Rotation) is > 0 and var rotations)
            yield return Paragraph($"{Capital(Count(rotations, "lista", "listor"))} är tagna i tur och ordning, den som varit okontrollerad längst först. De säger inget om helheten.");
        var redrawn = all.Where(s => s.Number > 1).ToList();
        if (redrawn.Count > 0)
            yield return Paragraph($"{Capital(Count(redrawn.Count, "stickprov drogs", "stickprov drogs", neuter: true))} om: {List(redrawn.Select(s => $"{s.Unit}, {Period.NameOf(s.PeriodKey)} ({s.Reason})"))}.");
        if (last.Sum(s => s.Replaced) is > 0 and var replaced)
            yield return Paragraph($"{Capital(Count(replaced, "dragen kunde", "dragna kunde"))} inte kontrolleras och ersattes med nästa i lottordningen.");
        if (last.Sum(s => s.LeftOut) is > 0 and var leftOut)
            yield return Paragraph($"{Capital(Count(leftOut, "rad gällde", "rader gällde"))} den som utför kontrollen och lämnades till närmaste chef.");
    }

    /// <summary>One sentence a period for the whole, from the draws of all units together. The units stand in the annex.</summary>
    private static IEnumerable<Block> StrengthOf(ControlFact control, List<SampleFact> random)
    {
        var periods = random.Where(s => s.Done).GroupBy(s => s.PeriodKey).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var period in periods)
            if (Strength.Sentence([.. period.SelectMany(Parts)], Objects(control),
                random.Count(s => !s.Done && s.PeriodKey == period.Key)) is { } sentence)
                yield return Paragraph(periods.Count == 1 ? sentence : $"{Capital(Period.NameOf(period.Key))}: {sentence}");
    }

    private static IEnumerable<(int Population, int Checked, int Deviating)> Parts(SampleFact sample) => sample.Groups.Count == 0
        ? [(sample.Population, sample.Checked, sample.Deviating)]
        : sample.Groups.Where(g => g.Population > 0).Select(g => (g.Population, g.Checked, g.Deviating));

    private static readonly Dictionary<string, string> Plurals = new()
    {
        ["akt"] = "akter",
        ["bidrag"] = "bidrag",
        ["konto"] = "konton",
        ["medarbetare"] = "medarbetare",
        ["mobiltelefon"] = "telefoner",
        ["möte"] = "möten",
        ["utförare"] = "utförare",
        ["ärende"] = "ärenden",
    };

    /// <summary>What is counted, in the plural; a word of the municipality's own is not bent.</summary>
    private static string Objects(ControlFact control) => Plurals.GetValueOrDefault(control.UnitOfCount, "objekt i registret");

    /// <summary>The random samples unit by unit, for who wants to see them; nothing where there are none.</summary>
    public static IEnumerable<Block> Annex(ReportFacts facts)
    {
        var tables = facts.Controls.Select(c => Table(c, facts.Year)).OfType<TableBlock>().ToList();
        if (tables.Count == 0) yield break;
        yield return new HeadingBlock(2, "Bilaga: stickproven enhet för enhet");
        foreach (var table in tables) yield return table;
    }

    private static TableBlock? Table(ControlFact control, YearFacts year)
    {
        var done = year.Samples.Where(s => s.ControlId == control.Id && s.Selection is Selection.Random)
            .GroupBy(s => (s.Unit, s.PeriodKey))
            .Select(g => g.MaxBy(s => s.Number)!)
            .Where(s => s.Done)
            .OrderBy(s => s.Unit, SwedishOrder.Comparer)
            .ThenBy(s => s.PeriodKey, StringComparer.Ordinal)
            .ToList();
        return done.Count < 2 ? null : new($"Stickprov: {control.Title}", ["Enhet", "Period", "I registret", "Kontrollerade", "Med fel"],
            [.. done.Select(s => (IReadOnlyList<string>)[s.Unit, Period.NameOf(s.PeriodKey), $"{s.Population}", $"{s.Checked}", $"{s.Deviating}"])],
            [2, 3, 4]);
    }
}
