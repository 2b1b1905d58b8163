namespace Vattenpass.Domain.Reviews;

public enum ReviewKind { SelfCheck = 1, External = 2, Audit = 3, Inspection = 4 }

/// <summary>
/// A deepened self-check, an external review, an audit or an inspection: what was looked at, by whom, and what it found. The report itself lies in
/// the municipality's own document system.
/// </summary>
public sealed class Review : Root
{
    private readonly List<Finding> findings = [];

    public ReviewKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>What it covers: areas, units, questions.</summary>
    public string Scope { get; private set; } = "";
    /// <summary>The time that was looked at.</summary>
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    /// <summary>Who made it, as an office or a firm.</summary>
    public string MadeBy { get; private set; } = "";
    public DateOnly ReportedOn { get; private set; }
    public string Reference { get; private set; } = "";
    public IReadOnlyList<Finding> Findings => findings;
    /// <summary>In which order the areas are taken, and why.</summary>
    public IReadOnlyList<Priority> Priorities { get; private set; } = [];

    private Review() { }

    public Review(Guid id, Guid boardId, ReviewContent content)
    {
        (Id, UnitId) = (id, boardId);
        Describe(content);
    }

    /// <exception cref="Refusal">Something is missing, or the days contradict each other.</exception>
    public void Describe(ReviewContent content)
    {
        Refusal.If(content.Kind is null, "Välj vad det är för granskning.", nameof(Kind));
        Title = Refusal.IfEmpty(content.Title, "Skriv vad granskningen heter.", nameof(Title));
        Scope = Refusal.IfEmpty(content.Scope, "Skriv vad granskningen omfattar.", nameof(Scope));
        MadeBy = Refusal.IfEmpty(content.MadeBy, "Skriv vem som har granskat, till exempel ett företag eller en befattning.", nameof(MadeBy));
        Refusal.If(content.From is null, "Ange vilken tid granskningen avser.", nameof(From));
        Refusal.If(content.To is null, "Ange vilken tid granskningen avser.", nameof(To));
        Refusal.If(content.To < content.From, "Den sista dagen ligger före den första.", nameof(To));
        Refusal.If(content.ReportedOn is null, "Ange vilken dag granskningen redovisades.", nameof(ReportedOn));
        Refusal.If(content.ReportedOn < content.To, "Granskningen kan inte ha redovisats före slutet av den tid som den avser.", nameof(ReportedOn));
        (Kind, Reference) = (content.Kind!.Value, content.Reference.Trim());
        (From, To, ReportedOn) = (content.From!.Value, content.To!.Value, content.ReportedOn!.Value);
    }

    /// <exception cref="Refusal">An area has no motive, or comes twice.</exception>
    public void Prioritise(IReadOnlyList<Priority> areas)
    {
        var bare = areas.FirstOrDefault(a => a.Motive.Length == 0);
        Refusal.If(bare is not null, $"Skriv varför ”{bare?.Area}” har sin plats, efter ett kolon.", nameof(Priorities));
        var twice = areas.GroupBy(a => a.Area, StringComparer.CurrentCultureIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        Refusal.If(twice is not null, $"”{twice}” står två gånger.", nameof(Priorities));
        Priorities = areas;
    }

    public Finding Find(Guid id, FindingContent content)
    {
        var finding = new Finding(id, this, findings.Count == 0 ? 0 : findings.Max(f => f.Order) + 1, content);
        findings.Add(finding);
        return finding;
    }

    /// <exception cref="Refusal">It is answered, or measures meet it.</exception>
    public void Remove(Finding finding)
    {
        Refusal.If(finding.IsAnswered, "Rekommendationen är besvarad. Därför kan bristen inte tas bort.");
        Refusal.If(finding.MeasureIds.Count > 0, "Bristen har åtgärder. Ta först bort dem från bristen.");
        findings.Remove(finding);
    }
}

/// <summary>An area and why it has its place in the order.</summary>
public sealed record Priority(string Area, string Motive)
{
    /// <summary>Reads "Dokumentation: brister i alla enheter".</summary>
    public static Priority Read(string line) =>
        line.Split(':', 2, StringSplitOptions.TrimEntries) is [var area, var motive] ? new(area, motive) : new(line.Trim(), "");

    public string Line() => $"{Area}: {Motive}";
}

public sealed record ReviewContent(ReviewKind? Kind, string Title, string Scope, DateOnly? From, DateOnly? To, string MadeBy, DateOnly? ReportedOn, string Reference);

public static class ReviewNames
{
    public static string Swedish(this ReviewKind kind) => kind switch
    {
        ReviewKind.SelfCheck => "Fördjupad egenkontroll",
        ReviewKind.External => "Extern granskning",
        ReviewKind.Audit => "Revision",
        ReviewKind.Inspection => "Tillsyn",
        _ => throw new InvalidOperationException(),
    };
}
