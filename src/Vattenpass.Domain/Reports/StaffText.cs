using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What the period says of competence and staffing, beside the same part of the year before. Units are not named: some are few people.</summary>
internal static class StaffText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        var (staff, competence) = (facts.Figures.Of<StaffFigures>(), facts.Figures.Of<CompetenceFigures>());
        if (staff is not { Measures.Count: > 0 } && competence is not { Sums.Count: > 0 }) yield break;
        yield return new HeadingBlock(2, "Kompetens och bemanning");
        foreach (var (measure, figure, before) in staff?.Measures ?? [])
            yield return Paragraph(Text($"{Capital(measure.Name)}: "), new Run(figure.Text, figure.Key),
                Text(before is { } then ? $". Samma månader året före: {measure.Text(then)}." : ". Året före finns inte att jämföra med."));
        foreach (var (sum, figure, _) in competence?.Sums.Where(s => s.Sum.IsUnknown) ?? [])
            yield return Paragraph(Text($"{sum.Competence}: "), new Run(figure.Text, figure.Key), Text("."));
        if (competence?.Sums.Any(s => !s.Sum.IsUnknown && s.Sum.IsOfFew) == true)
            yield return Paragraph($"Kompetenser som färre än {CountWord(SmallCount.Few)} behöver redovisas inte.");
        foreach (var (sum, figure, before) in competence?.Sums.Where(s => s.Sum is { IsUnknown: false, IsOfFew: false }) ?? [])
            yield return Paragraph(Text($"{sum.Competence}: "), new Run(figure.Text, figure.Key),
                Text($" av behovet är täckt. {(sum.Missing > 0 ? $"{sum.Missing} saknas. " : "")}{(before is { } then ? $"Året före: {then}." : "")}".TrimEnd()));
    }
}
