using Vattenpass.Domain.Figures;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>What the log control saw in a unit and month: counts only. Area is where the unit lay in the period.</summary>
public sealed record LogCountFact(string Area, string Unit, string System, long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged,
    long RankOnly = 0);

/// <summary>A case as the figures see it: where, how it came to be and what it came to.</summary>
public sealed record LogCaseFact(string Area, string Unit, CaseKind Kind, bool Decided, Verdict? Verdict)
{
    public string System { get; init; } = "";
    public bool IsRestricted { get; init; }
    public bool IsLifted { get; init; }
    public bool IsTalkedTo { get; init; }
}

/// <summary>The figures the board gets: how much was seen and explained, how much a person judged, and how often that was right.</summary>
public sealed record LogReviewFigures(
    long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged, int Cases, int Reviewed, int Unauthorised,
    int Queued, int QueuedReviewed, int QueuedUnauthorised, IReadOnlyList<string> Systems,
    IReadOnlyList<LogReviewFigures.AreaCount> PerArea)
{
    public sealed record AreaCount(string Area, long Accesses, long Unexplained, int Cases, int Reviewed, int Unauthorised);

    /// <summary>Judged cases that stay unclear, though the employee has been asked.</summary>
    public int Unclear { get; private init; }

    /// <summary>The same by system, under the name of the system.</summary>
    public IReadOnlyList<AreaCount> PerSystem { get; private init; } = [];

    /// <summary>Of the unauthorised: the permission was restricted, and given back; a talk with the employee is noted.</summary>
    public int Restricted { get; private init; }
    public int Lifted { get; private init; }
    public int TalkedTo { get; private init; }

    /// <summary>Of the unexplained, those that nothing but rank stands behind.</summary>
    public long RankOnly { get; private init; }

    public long Explained => Accesses - Unexplained;

    /// <summary>Of the judged cases that the rules queued, the share found unauthorised.</summary>
    public Share Precision(Period period) => new(QueuedUnauthorised, QueuedReviewed, "loggfall", period);

    public static LogReviewFigures? Of(YearFacts facts)
    {
        var (counts, cases) = (facts.Of<LogCountFact>().ToList(), facts.Of<LogCaseFact>().ToList());
        if (counts.Count == 0) return null;
        var queued = cases.Where(c => c.Kind is CaseKind.Queued).ToList();
        return new(
            counts.Sum(c => c.Accesses), [.. Enumerable.Range(0, Explanation.Count).Select(n => counts.Sum(c => c.FirstMatch[n]))],
            counts.Sum(c => c.Unexplained), counts.Sum(c => c.Flagged),
            cases.Count, cases.Count(c => c.Decided), cases.Count(IsUnauthorised),
            queued.Count, queued.Count(c => c.Decided), queued.Count(IsUnauthorised),
            [.. counts.Select(c => c.System).Distinct().Order(SwedishOrder.Comparer)],
            [.. counts.Select(c => c.Area).Concat(cases.Select(c => c.Area)).Distinct().Order(SwedishOrder.Comparer)
                .Select(area => In(area, [.. counts.Where(c => c.Area == area)], [.. cases.Where(c => c.Area == area)]))])
        {
            PerSystem = [.. counts.Select(c => c.System).Concat(cases.Select(c => c.System)).Distinct().Order(SwedishOrder.Comparer)
                .Select(system => In(system, [.. counts.Where(c => c.System == system)], [.. cases.Where(c => c.System == system)]))],
            Restricted = cases.Count(c => IsUnauthorised(c) && c.IsRestricted),
            Lifted = cases.Count(c => IsUnauthorised(c) && c is { IsRestricted: true, IsLifted: true }),
            TalkedTo = cases.Count(c => IsUnauthorised(c) && c.IsTalkedTo),
            RankOnly = counts.Sum(c => c.RankOnly),
            Unclear = cases.Count(c => c.Decided && c.Verdict is Verdict.Unclear),
        };
    }

    private static AreaCount In(string area, List<LogCountFact> counts, List<LogCaseFact> cases) => new(
        area, counts.Sum(c => c.Accesses), counts.Sum(c => c.Unexplained), cases.Count, cases.Count(c => c.Decided),
        cases.Count(IsUnauthorised));

    private static bool IsUnauthorised(LogCaseFact fact) => fact.Verdict is Verdict.Unauthorised;
}
