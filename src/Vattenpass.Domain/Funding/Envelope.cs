using Vattenpass.Domain.Measures;

namespace Vattenpass.Domain.Funding;

/// <summary>
/// Money that somebody has decided to set aside for a purpose, and the items it is divided into. Only what the decision says and what is
/// reported of its use: the books are kept in the finance system.
/// </summary>
public sealed class Envelope : Root
{
    private readonly List<Allocation> allocations = [];

    public string Title { get; private set; } = "";
    /// <summary>In whole kronor.</summary>
    public long Amount { get; private set; }
    public int Year { get; private set; }
    /// <summary>Who decided, as an office: "socialnämnden".</summary>
    public string DecidedBy { get; private set; } = "";
    public DateOnly DecidedOn { get; private set; }
    /// <summary>Paragraph and registry number, as they are written.</summary>
    public string Reference { get; private set; } = "";
    public IReadOnlyList<Allocation> Allocations => allocations;

    private Envelope() { }

    public Envelope(Guid id, Guid boardId, EnvelopeContent content)
    {
        (Id, UnitId) = (id, boardId);
        Describe(content);
    }

    /// <exception cref="Refusal">Something is missing, or the year is none.</exception>
    public void Describe(EnvelopeContent content)
    {
        Title = Refusal.IfEmpty(content.Title, "Skriv vad pengarna är till för.", nameof(Title));
        Refusal.If(content.Amount is null or 0, "Ange hur mycket som är beslutat.", nameof(Amount));
        Refusal.If(content.Year is null or < 2000 or > 2100, "Ange vilket år pengarna gäller.", nameof(Year));
        DecidedBy = Refusal.IfEmpty(content.DecidedBy, "Skriv vem som har beslutat, till exempel socialnämnden.", nameof(DecidedBy));
        Refusal.If(content.DecidedOn is null, "Ange vilken dag det beslutades.", nameof(DecidedOn));
        Reference = Refusal.IfEmpty(content.Reference, "Skriv paragraf eller diarienummer.", nameof(Reference));
        (Amount, Year, DecidedOn) = (content.Amount!.Value, content.Year!.Value, content.DecidedOn!.Value);
    }

    public Allocation Allocate(Guid id, AllocationContent content)
    {
        var allocation = new Allocation(id, this, allocations.Count == 0 ? 0 : allocations.Max(a => a.Order) + 1, content);
        allocations.Add(allocation);
        return allocation;
    }

    public void Remove(Allocation allocation) => allocations.Remove(allocation);
}

/// <summary>What an envelope's money goes to: a measure, posts, or something else; what is planned and what has been used.</summary>
public sealed class Allocation : Part
{
    public Envelope Envelope { get; private set; } = null!;
    public Guid EnvelopeId { get; private set; }
    public int Order { get; private set; }
    public string Purpose { get; private set; } = "";
    /// <summary>The deficiency it answers to, as the review or the controls put it; empty when nobody has said.</summary>
    public string Answers { get; private set; } = "";
    /// <summary>The finding of a review that it answers to; null where it answers to none that is registered.</summary>
    public Guid? FindingId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public Measure? Measure { get; private set; }
    /// <summary>Whole-time posts; null where it pays for none.</summary>
    public decimal? Posts { get; private set; }
    /// <summary>In whole kronor; null until somebody has stated it.</summary>
    public long? Planned { get; private set; }
    /// <summary>In whole kronor, up to and with <see cref="UsedOn"/>; null until somebody has stated it. None used is 0.</summary>
    public long? Used { get; private set; }
    public DateOnly? UsedOn { get; private set; }
    public override Root? Whole => Envelope;

    private Allocation() { }

    internal Allocation(Guid id, Envelope envelope, int order, AllocationContent content)
    {
        (Id, Envelope, EnvelopeId, Order) = (id, envelope, envelope.Id, order);
        Describe(content);
    }

    /// <exception cref="Refusal">It has no purpose, or an amount used without the day it was counted.</exception>
    public void Describe(AllocationContent content)
    {
        Purpose = Refusal.IfEmpty(content.Purpose, "Skriv vad pengarna går till.", nameof(Purpose));
        StaffPosts.MustBeRight(content.Posts);
        Refusal.If(content.Used is not null && content.UsedOn is null, "Ange till och med vilken dag pengarna är räknade.", nameof(UsedOn));
        Refusal.If(content.Used is null && content.UsedOn is not null, "Ange hur mycket som är använt. Är inget använt, skriv 0.", nameof(Used));
        (Answers, FindingId, MeasureId, Posts) = (content.Answers.Trim(), content.FindingId, content.MeasureId, content.Posts);
        (Planned, Used, UsedOn) = (content.Planned, content.Used, content.UsedOn);
    }
}

public sealed record EnvelopeContent(string Title, long? Amount, int? Year, string DecidedBy, DateOnly? DecidedOn, string Reference);

public sealed record AllocationContent(string Purpose)
{
    public string Answers { get; init; } = "";
    public Guid? FindingId { get; init; }
    public Guid? MeasureId { get; init; }
    public decimal? Posts { get; init; }
    public long? Planned { get; init; }
    public long? Used { get; init; }
    public DateOnly? UsedOn { get; init; }
}
