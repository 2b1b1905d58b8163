using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What reviews have found, what is recommended and answered, and which measures and money meet it.</summary>
internal static class ReviewText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.Reviews.Count == 0) yield break;
        var day = facts.Year.AsOf;
        yield return new HeadingBlock(2, "Granskningar");
        foreach (var review in facts.Reviews)
        {
            yield return new HeadingBlock(3, review.Title);
            yield return Paragraph($"{review.Kind.Swedish()} av {review.MadeBy}, redovisad {review.ReportedOn:yyyy-MM-dd}, om {review.From:yyyy-MM-dd}–{review.To:yyyy-MM-dd}. {string.Join(' ', new ReviewSum(review, day).Sentences())}");
            if (review.Findings.Count > 0) yield return Table(review, facts, day);
            if (review.Priorities.Count > 0)
            {
                yield return Paragraph("Områdena tas i den här ordningen:");
                yield return new ListBlock([.. review.Priorities.Select(p => p.Line())]);
            }
        }
    }

    private static TableBlock Table(Review review, ReportFacts facts, DateOnly day) => new(review.Title,
        ["Brist", "Allvar", "Krav", "Grundorsak", "Rekommendation", "Åtgärder", "Planerade medel"],
        [.. review.Findings.OrderByDescending(f => f.Gravity).ThenBy(f => f.Order).Select(f => (IReadOnlyList<string>)[
            f.Title, f.Gravity.Swedish(), Or(string.Join("; ", f.RequirementKeys.Select(Requirements.Find).OfType<Requirement>().Select(r => r.ToldOn(review.To)))),
            Or(string.Join(", ", f.Causes.Select(c => c.Swedish()))), Recommendation(f, day),
            Or(string.Join("; ", f.MeasureIds.Select(m => facts.ReviewMeasures.GetValueOrDefault(m, "")).Where(t => t.Length > 0))), Money(f, facts)])],
        []);

    private static string Or(string text) => text.Length > 0 ? text : "–";

    private static string Recommendation(Finding finding, DateOnly day) =>
        finding.Recommendation.Length == 0 ? "–"
        : finding.AwaitedAnswerOn(day) ? $"{finding.Recommendation} Inte besvarad{(finding.AnswerBy is { } by ? $", senast {by:yyyy-MM-dd}" : "")}."
        : $"{finding.Recommendation} Svar {finding.AnsweredOn:yyyy-MM-dd}: {finding.Answer}";

    private static string Money(Finding finding, ReportFacts facts) =>
        FindingMoney.Text(facts.Envelopes.SelectMany(e => e.Allocations).Where(a => FindingMoney.Answers(a, finding)));
}

/// <summary>The money that answers a finding: set aside for it by name, or for a measure that meets it.</summary>
public static class FindingMoney
{
    /// <summary>Money that names a finding answers that one only.</summary>
    public static bool Answers(Allocation item, Finding finding) =>
        item.FindingId is { } named ? named == finding.Id : item.MeasureId is { } measure && finding.MeasureIds.Contains(measure);

    public static string Text(IEnumerable<Allocation> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return "–";
        var unstated = all.Count(a => a.Planned is null);
        return unstated == all.Count ? "inte angivet" : $"{Kronor.Text(all.Sum(a => a.Planned ?? 0))}{(unstated > 0 ? " och mer, inte angivet" : "")}";
    }
}
