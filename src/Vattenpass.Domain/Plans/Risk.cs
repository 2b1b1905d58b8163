using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.Plans;

/// <summary>What the board has chosen to do about a risk.</summary>
public enum RiskResponse { Undecided = 0, Accept = 1, Control = 2, Measure = 3, Both = 4 }

/// <summary>What one scorer thought of a risk.</summary>
public readonly record struct RiskVote(int Likelihood, int Consequence);

/// <summary>Something that may go wrong in the year, how likely and how bad.</summary>
public sealed class Risk : Part
{
    public Plan Plan { get; private set; } = null!;
    public Guid PlanId { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public string Process { get; private set; } = "";
    public Guid? OwnerId { get; private set; }
    public Person? Owner { get; private set; }
    public RiskScore? Score { get; private set; }
    /// <summary>When it was last scored; null where nobody wrote it down.</summary>
    public DateOnly? ScoredOn { get; private set; }
    public RiskResponse Response { get; private set; }
    public string AcceptReason { get; private set; } = "";
    /// <summary>Where it was seen, and what is known of it besides.</summary>
    public RiskBackground Background { get; private set; } = RiskBackground.Unknown;
    /// <summary>Why the meeting agreed on its score.</summary>
    public string Motive { get; private set; } = "";
    /// <summary>What each scorer thought before the meeting agreed, without names: likelihood and consequence.</summary>
    public IReadOnlyList<RiskVote> Votes { get; private set; } = [];
    public override Root? Whole => Plan;

    private Risk() { }

    public Risk(Guid id, Plan plan, string title, string description, string process, Guid? ownerId)
    {
        (Id, Plan, PlanId) = (id, plan, plan.Id);
        Describe(title, description, process, ownerId);
    }

    public void Describe(string title, string? description, string? process, Guid? ownerId)
    {
        Plan.MustBeOpen();
        Title = Refusal.IfEmpty(title, "Skriv vad som kan gå fel.", nameof(Title));
        (Description, Process, OwnerId) = (description?.Trim() ?? "", process?.Trim() ?? "", ownerId);
    }

    /// <summary>Who answers for it may change in an adopted plan too: what was decided about it does not.</summary>
    public void GiveTo(Guid? ownerId) => OwnerId = ownerId;

    public void Rate(int? likelihood, int? consequence, int? bareValue, DateOnly? on)
    {
        Plan.MustBeOpen();
        (Score, ScoredOn) = (Plan.Scale.Score(likelihood, consequence, bareValue), on);
    }

    public void Explain(RiskBackground background)
    {
        Plan.MustBeOpen();
        Background = background.Trimmed();
    }

    private const int MostVotes = 50;

    /// <summary>Why the score was agreed on, and what each thought before.</summary>
    /// <exception cref="Refusal">A vote lies outside the scale.</exception>
    public void Agree(string? motive, IReadOnlyList<RiskVote> votes)
    {
        Plan.MustBeOpen();
        Refusal.If(votes.Any(v => v.Likelihood < 1 || v.Likelihood > Plan.Scale.Likelihoods.Count || v.Consequence < 1 || v.Consequence > Plan.Scale.Consequences.Count),
            $"En bedömning ligger utanför skalan: {Plan.Scale.LikelihoodName} går till {Plan.Scale.Likelihoods.Count} och {Plan.Scale.ConsequenceName} till {Plan.Scale.Consequences.Count}.", nameof(Votes));
        Refusal.If(votes.Count > MostVotes, $"Högst {MostVotes} bedömningar.", nameof(Votes));
        (Motive, Votes) = (motive?.Trim() ?? "", votes);
    }

    /// <summary>Accepting a risk needs a reason; so does leaving one above the board's threshold without control or measure.</summary>
    public void Decide(RiskResponse response, string? reason)
    {
        Plan.MustBeOpen();
        Refusal.If(response is RiskResponse.Accept && string.IsNullOrWhiteSpace(reason), "Skriv varför risken accepteras.", nameof(AcceptReason));
        (Response, AcceptReason) = (response, response is RiskResponse.Accept ? reason!.Trim() : "");
    }

    public string ResponseText => Response switch
    {
        RiskResponse.Accept => $"accepteras: {AcceptReason}",
        RiskResponse.Control => "kontroll",
        RiskResponse.Measure => "åtgärd",
        RiskResponse.Both => "kontroll och åtgärd",
        _ => "inte bestämt",
    };
}
