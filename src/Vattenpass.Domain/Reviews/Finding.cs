namespace Vattenpass.Domain.Reviews;

public enum Gravity { Observation = 1, Deficiency = 2, SeriousDeficiency = 3 }

/// <summary>Where the root of a deficiency lies, as source 003 and SOSFS 2011:9 sort them.</summary>
public enum RootCause { Staffing = 1, Competence = 2, Responsibility = 3, Routines = 4, Documentation = 5, Leadership = 6, Handover = 7, Cooperation = 8 }

/// <summary>What a review found: against which demand, where, how grave, what shows it, why, and what is recommended.</summary>
public sealed class Finding : Part
{
    public Review Review { get; private set; } = null!;
    public Guid ReviewId { get; private set; }
    public int Order { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>Keys in <see cref="Requirements"/>.</summary>
    public IReadOnlyList<string> RequirementKeys { get; private set; } = [];
    /// <summary>Where it was found; empty for the whole board.</summary>
    public IReadOnlyList<Guid> UnitIds { get; private set; } = [];
    public Gravity Gravity { get; private set; }
    /// <summary>What shows it: interviews, records, figures.</summary>
    public string Evidence { get; private set; } = "";
    public IReadOnlyList<RootCause> Causes { get; private set; } = [];
    public string Recommendation { get; private set; } = "";
    /// <summary>By when the recommendation shall be answered; null where none is asked for.</summary>
    public DateOnly? AnswerBy { get; private set; }
    /// <summary>What has been answered, first one first: an answer that is put right stays to be read.</summary>
    public IReadOnlyList<FindingReply> Replies { get; private set; } = [];
    public IReadOnlyList<Guid> RiskIds { get; private set; } = [];
    /// <summary>The routines that it is about.</summary>
    public IReadOnlyList<Guid> RoutineIds { get; private set; } = [];
    /// <summary>What is done about it.</summary>
    public IReadOnlyList<Guid> MeasureIds { get; private set; } = [];
    public override Root? Whole => Review;

    private Finding() { }

    internal Finding(Guid id, Review review, int order, FindingContent content)
    {
        (Id, Review, ReviewId, Order) = (id, review, review.Id, order);
        Describe(content);
    }

    public bool IsAnswered => Replies.Count > 0;
    /// <summary>The answer that held on a day; null when there was none.</summary>
    public FindingReply? ReplyOn(DateOnly day) => Replies.LastOrDefault(r => r.On <= day);
    /// <summary>A recommendation stays until it is answered.</summary>
    public bool AwaitsAnswer => Recommendation.Length > 0 && !IsAnswered;
    public bool IsLate(DateOnly today) => AwaitsAnswer && AnswerBy < today;
    public bool AwaitedAnswerOn(DateOnly day) => Recommendation.Length > 0 && ReplyOn(day) is null;

    /// <summary>Where the answer stands on a day, in words.</summary>
    public string AnswerText(DateOnly day) =>
        ReplyOn(day) is { } reply ? $"Besvarad {reply.On:yyyy-MM-dd}"
        : AnswerBy is not { } by ? "Inte besvarad"
        : by < day ? $"Skulle ha besvarats {by:yyyy-MM-dd}" : $"Besvaras senast {by:yyyy-MM-dd}";

    /// <exception cref="Refusal">Something is missing, or a recommendation that is answered would be lost.</exception>
    public void Describe(FindingContent content)
    {
        Title = Refusal.IfEmpty(content.Title, "Skriv vad som brister.", nameof(Title));
        Refusal.If(content.Gravity is null, "Välj hur allvarlig bristen är.", nameof(Gravity));
        Evidence = Refusal.IfEmpty(content.Evidence, "Skriv vad som visar bristen.", nameof(Evidence));
        Refusal.If(IsAnswered && content.Recommendation.Trim() != Recommendation, "Rekommendationen är besvarad och ändras inte.", nameof(Recommendation));
        Refusal.If(content.AnswerBy is not null && content.Recommendation.Trim().Length == 0, "Skriv rekommendationen som ska besvaras.", nameof(Recommendation));
        Refusal.If(content.RequirementKeys.Any(k => Requirements.Find(k) is null), "Välj krav i listan.", nameof(RequirementKeys));
        (Gravity, Recommendation, AnswerBy) = (content.Gravity!.Value, content.Recommendation.Trim(), content.AnswerBy);
        (RequirementKeys, UnitIds) = ([.. content.RequirementKeys.Distinct()], [.. content.UnitIds.Distinct()]);
        (MeasureIds, RoutineIds) = ([.. content.MeasureIds.Distinct()], [.. content.RoutineIds.Distinct()]);
        (Causes, RiskIds) = ([.. content.Causes.Distinct().Order()], [.. content.RiskIds.Distinct()]);
    }

    /// <exception cref="Refusal">There is nothing to answer, or the answer is empty.</exception>
    public void Reply(string answer, string byName, DateOnly today)
    {
        Refusal.If(Recommendation.Length == 0, "Bristen har ingen rekommendation att besvara.");
        var said = Refusal.IfEmpty(answer, "Skriv svaret.", "Answer");
        if (Replies is not [.., var last] || last.Text != said) Replies = [.. Replies, new(said, today, byName)];
    }

    public void MeetWith(Guid measureId)
    {
        if (!MeasureIds.Contains(measureId)) MeasureIds = [.. MeasureIds, measureId];
    }
}

/// <summary>An answer to a recommendation: what, when and by whom.</summary>
public sealed record FindingReply(string Text, DateOnly On, string ByName);

public sealed record FindingContent(string Title, Gravity? Gravity, string Evidence)
{
    public IReadOnlyList<string> RequirementKeys { get; init; } = [];
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];
    public IReadOnlyList<RootCause> Causes { get; init; } = [];
    public string Recommendation { get; init; } = "";
    public DateOnly? AnswerBy { get; init; }
    public IReadOnlyList<Guid> RiskIds { get; init; } = [];
    public IReadOnlyList<Guid> RoutineIds { get; init; } = [];
    /// <summary>Measures that meet it already; those left out meet it no more.</summary>
    public IReadOnlyList<Guid> MeasureIds { get; init; } = [];
}

public static class FindingNames
{
    public static string Swedish(this Gravity gravity) => gravity switch
    {
        Gravity.Observation => "Iakttagelse",
        Gravity.Deficiency => "Brist",
        Gravity.SeriousDeficiency => "Allvarlig brist",
        _ => throw new InvalidOperationException(),
    };

    public static string Swedish(this RootCause cause) => cause switch
    {
        RootCause.Staffing => "Bemanning och kontinuitet",
        RootCause.Competence => "Kompetens",
        RootCause.Responsibility => "Roller och ansvar",
        RootCause.Routines => "Rutiner",
        RootCause.Documentation => "Dokumentation",
        RootCause.Leadership => "Ledningens förutsättningar",
        RootCause.Handover => "Överlämning",
        RootCause.Cooperation => "Samverkan",
        _ => throw new InvalidOperationException(),
    };
}
