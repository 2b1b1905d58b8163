namespace Vattenpass.Domain.Plans;

public enum PlanStatus { Draft = 1, Proposed = 2, Adopted = 3, Retrospective = 4 }

/// <summary>
/// The board's decision, as it stands in the minutes: the day, what was decided, who decided, who reported, and who took part in the final handling
/// without deciding (FL 2017:900 31 §). What is empty has not been stated.
/// </summary>
public sealed record Adoption(DateOnly Date, string Paragraph, string RegistryNumber)
{
    public string Decider { get; init; } = "";
    public string Reporter { get; init; } = "";
    public string TookPart { get; init; } = "";
    /// <summary>Who decides on changes during the year.</summary>
    public string ChangesBy { get; init; } = "";
}

/// <summary>
/// The board's internal-control plan for a year: risks, what is done about them, controls and measures.
/// Adopted by the board it is frozen (KL 2017:725 6 kap. 6 §); what changes later is a <see cref="PlanChange"/>.
/// </summary>
public sealed class Plan : Root
{
    private readonly List<Risk> risks = [];
    private readonly List<Control> controls = [];
    private readonly List<PlanChange> changes = [];

    public int Year { get; private set; }
    public string Title { get; private set; } = "";
    public PlanStatus Status { get; private set; }
    public RiskScale Scale { get; private set; } = RiskScale.Four;
    public Adoption? Adoption { get; private set; }
    public IReadOnlyList<Risk> Risks => risks;
    public IReadOnlyList<Control> Controls => controls;
    public IReadOnlyList<PlanChange> Changes => changes;
    /// <summary>Why less is controlled than the year before.</summary>
    public IReadOnlyList<WeakeningReason> WeakeningReasons { get; private set; } = [];

    private Plan() { }

    public Plan(Guid id, int year, Guid boardId, string title, RiskScale scale)
    {
        Refusal.If(year is < 2000 or > 2100, "Skriv året med fyra siffror, till exempel 2026.", nameof(Year));
        Id = id;
        Year = year;
        UnitId = boardId;
        Title = Refusal.IfEmpty(title, "Skriv planens namn.", nameof(Title));
        Scale = scale.Checked();
        Status = PlanStatus.Draft;
    }

    public bool IsOpen => Status is PlanStatus.Draft;
    public bool IsFrozen => Status is PlanStatus.Adopted or PlanStatus.Retrospective;
    public bool IsFormal => Status is PlanStatus.Adopted or PlanStatus.Retrospective;

    /// <summary>The year had begun when the board decided.</summary>
    public bool IsAdoptedLate => Adoption is { } decision && decision.Date >= new DateOnly(Year, 1, 1);

    /// <summary>The board decided it before it was read in, and the decision is still to be put on record.</summary>
    public bool IsDecidedBefore { get; private set; }

    /// <summary>How the plan came to be, in the words of the report.</summary>
    public string Standing => Status switch
    {
        PlanStatus.Draft => "utkast",
        PlanStatus.Proposed => IsDecidedBefore ? "beslutad av nämnden innan den lästes in, men beslutet är inte antecknat än" : "föreslagen till nämnden",
        PlanStatus.Retrospective => "upprättad i efterhand, beslut saknas",
        PlanStatus.Adopted => $"fastställd {Adoption!.Date:yyyy-MM-dd}, § {Adoption.Paragraph}, dnr {Adoption.RegistryNumber}{(IsAdoptedLate ? ", efter att året hade börjat" : "")}",
        _ => throw new InvalidOperationException(),
    };

    public void Describe(string title, RiskScale scale)
    {
        MustBeOpen();
        (Title, Scale) = (Refusal.IfEmpty(title, "Skriv planens namn.", nameof(Title)), scale.Checked());
        var broken = risks.FirstOrDefault(r => r.Score is { } s
            && (s.Likelihood > scale.Likelihoods.Count || s.Consequence > scale.Consequences.Count || !scale.CanOccur(s.Value)));
        Refusal.If(broken is not null, $"Risken ”{broken?.Title}” har ett värde som inte finns på den nya skalan. Värdera om den först.");
    }

    public Risk Add(Risk risk) { MustBeOpen(); risks.Add(risk); return risk; }
    public Control Add(Control control) { MustBeOpen(); controls.Add(control); return control; }
    public void Remove(Risk risk)
    {
        MustBeOpen(); Refusal.If(controls.Any(c => c.RiskId == risk.Id),
        "Risken har kontroller. Ta bort eller flytta dem först."); risks.Remove(risk);
    }
    public void Remove(Control control) { MustBeOpen(); controls.Remove(control); }

    /// <summary>Tells the board why a control is weaker than the year before, or gone.</summary>
    public void Explain(ComparedControl compared, string reason)
    {
        MustBeOpen();
        var control = compared.Either;
        var why = Refusal.IfEmpty(reason, "Skriv varför.", nameof(WeakeningReason.Reason));
        var said = new WeakeningReason(control.Key, control.Title, compared.WeakerText, why);
        WeakeningReasons = [.. WeakeningReasons.Where(r => (r.Key, r.Title) != (said.Key, said.Title)), said];
    }

    /// <summary>Empty where there is none, or it was given for another weakening than this.</summary>
    public string ReasonFor(ComparedControl compared) =>
        WeakeningReasons.FirstOrDefault(r => (r.Key, r.Title, r.Weaker) == (compared.Either.Key, compared.Either.Title, compared.WeakerText))?.Reason ?? "";

    /// <summary>The reason as a sentence, also that there is none.</summary>
    public string ReasonText(ComparedControl compared) => ReasonFor(compared) is { Length: > 0 } reason ? $"Skäl: {reason}" : "Inget skäl är angivet.";

    /// <param name="before">The plan of the year before, when there is one: what is weaker than there must have a reason.</param>
    public void Propose(Plan? before = null)
    {
        MustBeOpen();
        if (before is not null)
        {
            var bare = new PlanComparison(this, before).InNeedOfReason.Where(c => ReasonFor(c).Length == 0).Select(c => c.Either.Title).ToList();
            Refusal.If(bare.Count > 0,
                $"Skriv varför mindre kontrolleras än {before.Year}: {Words.Prose.Some(bare, 5)}. Gör det under Jämför med förra året.");
        }
        Refusal.If(controls.Count == 0, "Planen har inga kontroller än. Lägg till minst en.");
        var nobodys = controls.FirstOrDefault(c => c.PerformerTitles.Length == 0);
        Refusal.If(nobodys is not null, $"Kontrollen ”{nobodys?.Title}” har ingen som utför den. Välj en befattning under Utförs av.");
        var undecided = risks.FirstOrDefault(r => r.Response is RiskResponse.Undecided);
        Refusal.If(undecided is not null,
            $"Bestäm vad som ska göras åt risken ”{undecided?.Title}”: acceptera, kontroll, åtgärd eller båda.");
        var empty = risks.FirstOrDefault(r => r.Response is RiskResponse.Control or RiskResponse.Both
            && controls.All(c => c.RiskId != r.Id));
        Refusal.If(empty is not null,
            $"Risken ”{empty?.Title}” ska kontrolleras men har ingen kontroll. Lägg till en eller ändra beslutet.");
        Status = PlanStatus.Proposed;
    }

    /// <summary>The board decided the plan before it was read in: it awaits only that the decision is put on record, and is asked for nothing more.</summary>
    public void AwaitDecisionOnRecord()
    {
        MustBeOpen();
        Refusal.If(controls.Count + risks.Count == 0, "Planen är tom.");
        (Status, IsDecidedBefore) = (PlanStatus.Proposed, true);
    }

    public void TakeBack()
    {
        Refusal.If(Status != PlanStatus.Proposed, "Bara en föreslagen plan kan tas tillbaka till utkast.");
        (Status, IsDecidedBefore) = (PlanStatus.Draft, false);
    }

    /// <summary>Freezes the plan with the board's decision.</summary>
    public void Adopt(Adoption decision, DateOnly today)
    {
        Refusal.If(IsFrozen, "Planen är redan fastställd.");
        Refusal.If(Status != PlanStatus.Proposed, "Förvaltningschefen ska föreslå planen innan nämndens beslut antecknas.");
        Refusal.If(decision.Date > today, "Beslutet ligger i framtiden. Anteckna det när nämnden har beslutat.", "Date");
        Refusal.IfEmpty(decision.Paragraph, "Skriv beslutets paragraf, till exempel 112.", "Paragraph");
        Refusal.IfEmpty(decision.RegistryNumber, "Skriv diarienumret, till exempel SN 2026/123.", "RegistryNumber");
        (Adoption, Status) = (decision, PlanStatus.Adopted);
    }

    /// <summary>An imported year that never had a decided plan says so for ever.</summary>
    public void MarkRetrospective()
    {
        Refusal.If(Status == PlanStatus.Adopted, "Planen är fastställd av nämnden.");
        Status = PlanStatus.Retrospective;
    }

    public PlanChange Record(PlanChange change)
    {
        changes.Add(change);
        return change;
    }

    public void MustBeOpen()
    {
        Refusal.If(Status is PlanStatus.Proposed, $"Planen är {Standing}. Förvaltningschefen kan ta tillbaka den till utkast.");
        Refusal.If(IsFrozen, $"Planen är {Standing} och kan inte ändras. Ändringar under året görs som en ändring av tillfällen.");
    }
}

/// <summary>Something that changed in the occasions after adoption: what, from when and why. Shown in the plan and the report.</summary>
public sealed class PlanChange : Part
{
    public Plan Plan { get; private set; } = null!;
    public DateOnly Date { get; private set; }
    public string Text { get; private set; } = "";
    public override Root? Whole => Plan;

    private PlanChange() { }
    public PlanChange(Guid id, Plan plan, DateOnly date, string text)
    {
        Id = id;
        Plan = plan;
        Date = date;
        Text = text;
    }
}
