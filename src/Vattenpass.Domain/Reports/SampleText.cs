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
            yield return Paragraph($"Programmet har dragit {Count(random.Count, "stickprov", "stickprov", neuter: true)} slumpmässigt, med tillsammans {random.Sum(s => s.Drawn)} dragna. Slumptalet sparades innan listan lästes in, så ingen kunde välja, och varje dragning går att räkna om.");
            foreach (var block in StrengthOf(control, [.. random.Where(s => s.Done)])) yield return block;
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

    /// <summary>One sample is told in a sentence, several in a table: they say something about each unit by itself.</summary>
    private static IEnumerable<Block> StrengthOf(ControlFact control, List<SampleFact> done)
    {
        var told = done.Select(s => (Sample: s, Text: Strength.OfResult(s.Population, s.Checked, s.Deviating)))
            .Where(s => s.Text is not null)
            .OrderBy(s => s.Sample.Unit, SwedishOrder.Comparer)
            .ThenBy(s => s.Sample.PeriodKey, StringComparer.Ordinal)
            .ToList();
        if (told.Count == 1) yield return Paragraph(told[0].Text!);
        if (told.Count > 1)
            yield return new TableBlock($"Vad stickproven säger om helheten: {control.Title}",
                ["Enhet", "Period", "Kontrollerade", "I registret", "Med 95 procents säkerhet"],
                    [.. told.Select(s => (IReadOnlyList<string>)[s.Sample.Unit, Period.NameOf(s.Sample.PeriodKey), $"{s.Sample.Checked}",
                        $"{s.Sample.Population}",
                        Capital(s.Text![(s.Text!.IndexOf("är ", StringComparison.Ordinal) + 3)..].TrimEnd('.'))])],
                    [2, 3]);
    }
}
