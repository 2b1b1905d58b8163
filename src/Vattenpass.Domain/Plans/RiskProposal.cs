using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

/// <summary>Where a risk was first seen.</summary>
public enum RiskSource { Unit = 1, Deviation = 2, Audit = 3, Law = 4, Inspection = 5, Other = 6 }

/// <summary>What somebody writes of a risk, whether it is proposed or stands in a plan. Empty = not stated.</summary>
public sealed record RiskBackground(RiskSource? Source = null, string From = "", string Category = "", string Cause = "", string Consequence = "", string OngoingChecks = "")
{
    public static readonly RiskBackground Unknown = new();

    public RiskBackground Trimmed() => new(Source, From.Trim(), Category.Trim(), Cause.Trim(), Consequence.Trim(), OngoingChecks.Trim());

    /// <summary>"i enheten: Ekhöjden"; "" when nobody has said.</summary>
    public string SourceText() => Source is { } source ? $"{source.Swedish()}{(From.Length > 0 ? $": {From}" : "")}" : From;
}

/// <summary>
/// A risk that somebody at a unit sees, any day of the year. The quality developer takes it into a plan or says why not; either way it stays to be
/// read by whoever proposed it.
/// </summary>
public sealed class RiskProposal : Root
{
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public RiskBackground Background { get; private set; } = RiskBackground.Unknown;
    public Guid ProposedById { get; private set; }
    public string ProposedByName { get; private set; } = "";
    public DateOnly ProposedOn { get; private set; }
    /// <summary>The risk it became, and the year of its plan.</summary>
    public Guid? RiskId { get; private set; }
    public int? PlanYear { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public string Reason { get; private set; } = "";

    private RiskProposal() { }

    /// <exception cref="Refusal">Nothing is said to go wrong, no unit is chosen, or a personal number stands in the text.</exception>
    public RiskProposal(Guid id, Guid unitId, string title, string description, RiskBackground background, Guid byId, string byName, DateOnly day)
    {
        Title = Refusal.IfEmpty(title, "Skriv vad som kan gå fel.", nameof(Title));
        Refusal.If(background.Source is null, "Välj var risken har upptäckts.", nameof(RiskBackground.Source));
        Refusal.If(Title.Length > LongestTitle, $"Rubriken får ha högst {LongestTitle} tecken. Skriv resten i beskrivningen.", nameof(Title));
        (Description, Background) = (description.Trim(), background.Trimmed());
        IdentityGuard.MustBeFree(Title, nameof(Title), "Rubriken");
        IdentityGuard.MustBeFree(Description, nameof(Description), "Beskrivningen");
        IdentityGuard.MustBeFree(Background.Cause, nameof(RiskBackground.Cause), "Orsaken");
        IdentityGuard.MustBeFree(Background.Consequence, nameof(RiskBackground.Consequence), "Konsekvensen");
        IdentityGuard.MustBeFree(Background.OngoingChecks, nameof(RiskBackground.OngoingChecks), "Kontrollerna");
        (Id, UnitId) = (id, unitId);
        (ProposedById, ProposedByName, ProposedOn) = (byId, byName, day);
    }

    private const int LongestTitle = 200;

    public override bool BelongsTo(Guid personId) => ProposedById == personId;
    public bool IsDecided => DecidedOn is not null;

    /// <summary>It became a risk of a plan that is being made.</summary>
    public void Take(Risk risk, string by, DateOnly day)
    {
        MustBeUndecided();
        (RiskId, PlanYear, DecidedBy, DecidedOn) = (risk.Id, risk.Plan.Year, by, day);
    }

    public void Decline(string reason, string by, DateOnly day)
    {
        MustBeUndecided();
        (Reason, DecidedBy, DecidedOn) = (Refusal.IfEmpty(reason, "Skriv varför risken inte tas med.", nameof(Reason)), by, day);
    }

    /// <summary>The risk was taken out of the draft again: it waits for a new decision.</summary>
    public void LetGo() => (RiskId, PlanYear, DecidedBy, DecidedOn) = (null, null, "", null);

    private void MustBeUndecided() => Refusal.If(IsDecided, $"Förslaget avgjordes {DecidedOn:yyyy-MM-dd} av {DecidedBy}.");

    public string StatusText() => RiskId is not null ? $"med i planen {PlanYear}" : IsDecided ? "inte med" : "väntar";
}

public static class RiskSourceNames
{
    public static string Swedish(this RiskSource source) => source switch
    {
        RiskSource.Unit => "i enheten",
        RiskSource.Deviation => "genom avvikelser",
        RiskSource.Audit => "genom revision eller granskning",
        RiskSource.Law => "genom ny lag eller föreskrift",
        RiskSource.Inspection => "genom tillsyn",
        RiskSource.Other => "på annat sätt",
        _ => throw new InvalidOperationException(),
    };
}
