using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>The year's money set aside for measures: what was decided, planned and used, item by item, and which deficiency each answers.</summary>
internal static class FundingText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.Envelopes.Count == 0) yield break;
        yield return new HeadingBlock(2, "Medel till åtgärder");
        foreach (var envelope in facts.Envelopes)
        {
            yield return new HeadingBlock(3, envelope.Title);
            yield return Paragraph($"Beslutat av {envelope.DecidedBy} {envelope.DecidedOn:yyyy-MM-dd}, {envelope.Reference.TrimEnd('.')}. {string.Join(' ', new EnvelopeSum(envelope).Sentences())}");
            if (envelope.Allocations.Count > 0) yield return Table(envelope);
        }
    }

    private static TableBlock Table(Envelope envelope) => new(envelope.Title,
        ["Vad", "Svarar mot", "Tjänster", "Planerat", "Använt"],
        [.. envelope.Allocations.OrderBy(a => a.Order).Select(a => (IReadOnlyList<string>)[
            a.Measure is { } measure && measure.Title != a.Purpose ? $"{a.Purpose} ({measure.Title})" : a.Purpose, a.Answers.Length > 0 ? a.Answers : "inte angivet",
            a.Posts is { } posts ? Decimal(posts) : "–", Amount(a.Planned), a.UsedOn is { } day ? $"{Amount(a.Used)}, {day:yyyy-MM-dd}" : Amount(a.Used)])],
        []);

    private static string Amount(long? kronor) => kronor is { } stated ? Kronor.Text(stated) : "inte angivet";
}
