using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What reviews have found, what is recommended and answered, and which measures and money meet it, as it is today.</summary>
internal static class ReviewText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.Reviews.Count == 0) yield break;
        var meeting = facts.ReviewMeasures.Keys.ToHashSet();
        yield return new HeadingBlock(2, "Granskningar");
        yield return Paragraph($"Läget {facts.Today:yyyy-MM-dd}.");
        foreach (var review in facts.Reviews)
        {
            yield return new HeadingBlock(3, review.Title);
            yield return Paragraph($"{review.Kind.Swedish()} av {review.MadeBy}, redovisad {review.ReportedOn:yyyy-MM-dd}. "
                + $"Avser {review.From:yyyy-MM-dd}–{review.To:yyyy-MM-dd}. {string.Join(' ', new ReviewSum(review, facts.Today, meeting).Sentences())}");
            if (review.Findings.Count > 0) yield return Table(review, facts, meeting);
            var demands = review.Findings.SelectMany(f => f.RequirementKeys).Distinct().Select(Requirements.Find).OfType<Requirement>().ToList();
            if (demands.Count > 0)
            {
                yield return Paragraph("Kraven som bristerna gäller:");
                yield return new ListBlock([.. demands.Select(d => d.ToldOn(review.To))]);
            }
            if (review.Priorities.Count > 0)
            {
                yield return Paragraph("Så prioriteras områdena:");
                yield return new ListBlock([.. review.Priorities.Select(p => p.Line())]);
            }
        }
    }

    private static TableBlock Table(Review review, ReportFacts facts, HashSet<Guid> meeting) => new(review.Title,
        ["Brist", "Grundorsak", "Rekommendation och svar", "Åtgärder", "Planerade medel"],
        [.. review.Findings.OrderByDescending(f => f.Gravity).ThenBy(f => f.Order).Select(f => (IReadOnlyList<string>)[
            $"{f.Gravity.Swedish()}: {f.Title}", Or(string.Join(", ", f.Causes.Select(c => c.Swedish()))), Recommendation(f, facts.Today),
            Or(string.Join("; ", f.MeasureIds.Where(meeting.Contains).Select(m => facts.ReviewMeasures[m]).Distinct())),
            FindingMoney.Text(facts.ReviewMoney.Where(a => FindingMoney.Answers(a, f, meeting)), review, meeting)])],
        []);

    private static string Or(string text) => text.Length > 0 ? text : "–";

    private static string Recommendation(Finding finding, DateOnly day) =>
        finding.Recommendation.Length == 0 ? "–"
        : finding.ReplyOn(day) is { } reply ? $"{finding.Recommendation} Svar {reply.On:yyyy-MM-dd}: {reply.Text}"
        : $"{finding.Recommendation} {finding.AnswerText(day)}.";
}

/// <summary>The money that answers a finding: set aside for it by name, or for a measure that meets it.</summary>
public static class FindingMoney
{
    /// <summary>Money that names a finding answers that one only; a measure that was called off answers none.</summary>
    public static bool Answers(Allocation item, Finding finding, IReadOnlySet<Guid> meeting) =>
        item.FindingId is { } named ? named == finding.Id : item.MeasureId is { } measure && meeting.Contains(measure) && finding.MeasureIds.Contains(measure);

    /// <summary>What is planned of the items together; "–" of none.</summary>
    public static string Sum(IReadOnlyCollection<Allocation> items)
    {
        if (items.Count == 0) return "–";
        var unstated = items.Count(a => a.Planned is null);
        if (unstated == items.Count) return "inte angivet";
        return $"{Kronor.Text(items.Sum(a => a.Planned ?? 0))}{(unstated > 0 ? " och mer, inte angivet" : "")}";
    }

    /// <summary>The same of what answers one finding, and whether some of it answers others too.</summary>
    public static string Text(IEnumerable<Allocation> items, Review review, IReadOnlySet<Guid> meeting)
    {
        var all = items.ToList();
        var isShared = all.Exists(a => review.Findings.Count(f => Answers(a, f, meeting)) > 1);
        return isShared ? $"{Sum(all)}, delas med andra brister" : Sum(all);
    }
}
