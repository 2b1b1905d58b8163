using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>What the log control saw in a unit and month: counts only. Area is where the unit lay in the period.</summary>
public sealed record LogCountFact(string Area, string Unit, string System, long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged);

/// <summary>A case as the figures see it: where, how it came to be and what it came to.</summary>
public sealed record LogCaseFact(string Area, string Unit, CaseKind Kind, bool Decided, Verdict? Verdict);

/// <summary>The figures the board gets: how much was seen and explained, how much a person judged, and how often that was right.</summary>
public sealed record LogReviewFigures(long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged, int Cases, int Reviewed, int Unauthorised, int Queued, int QueuedReviewed, int QueuedUnauthorised, IReadOnlyList<string> Systems, IReadOnlyList<LogReviewFigures.AreaCount> PerArea)
{
    public sealed record AreaCount(string Area, long Accesses, long Unexplained, int Cases, int Reviewed, int Unauthorised);

    public long Explained => Accesses - Unexplained;
    /// <summary>Of the judged cases that the rules queued, the share found unauthorised.</summary>
    public Share Precision(Period period) => new(QueuedUnauthorised, QueuedReviewed, "loggfall", period, RowSets.LogChecks);

    public static LogReviewFigures? Of(YearFacts facts)
    {
        if (facts.LogCounts.Count == 0) return null;
        var queued = facts.LogCases.Where(c => c.Kind is CaseKind.Queued).ToList();
        return new(facts.LogCounts.Sum(c => c.Accesses), [.. Enumerable.Range(0, Explanation.Count).Select(n => facts.LogCounts.Sum(c => c.FirstMatch[n]))], facts.LogCounts.Sum(c => c.Unexplained), facts.LogCounts.Sum(c => c.Flagged),
            facts.LogCases.Count, facts.LogCases.Count(c => c.Decided), facts.LogCases.Count(c => c.Verdict is Verdict.Unauthorised),
            queued.Count, queued.Count(c => c.Decided), queued.Count(c => c.Verdict is Verdict.Unauthorised), [.. facts.LogCounts.Select(c => c.System).Distinct().Order(SwedishOrder.Comparer)],
            [.. facts.LogCounts.Select(c => c.Area).Concat(facts.LogCases.Select(c => c.Area)).Distinct().Order(SwedishOrder.Comparer).Select(area => new AreaCount(area,
                facts.LogCounts.Where(c => c.Area == area).Sum(c => c.Accesses), facts.LogCounts.Where(c => c.Area == area).Sum(c => c.Unexplained),
                facts.LogCases.Count(c => c.Area == area), facts.LogCases.Count(c => c.Area == area && c.Decided), facts.LogCases.Count(c => c.Area == area && c.Verdict is Verdict.Unauthorised)))]);
    }
}
