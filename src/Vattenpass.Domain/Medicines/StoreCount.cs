using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

/// <summary>
/// The monthly control of a medicine store: each preparation is counted, and the count locked, before the same person types what
/// the journal says. No method takes a balance first, and none changes a count.
/// </summary>
public sealed class StoreCount : Part
{
    private readonly List<CountedLine> lines = [];
    private readonly List<DeliveryTick> ticks = [];

    public Occasion Occasion { get; private set; } = null!;
    public Guid OccasionId { get; private set; }
    public IReadOnlyList<CountedLine> Lines => lines;
    public IReadOnlyList<DeliveryTick> Ticks => ticks;
    public override Root? Whole => Occasion;

    private StoreCount() { }

    public StoreCount(Guid id, Occasion occasion) => (Id, Occasion, OccasionId) = (id, occasion, occasion.Id);

    public CountedLine Count(Guid id, StoreLine line, decimal counted, Counting who, DateOnly today)
    {
        Occasion.MustBeUndone();
        Refusal.If(Occasion.Opens > today, $"Kontrollen öppnar {Occasion.Opens:yyyy-MM-dd}.");
        Refusal.If(who.On > today, "Dagen ligger i framtiden. Ange dagen då du räknade.", nameof(CountedLine.CountedOn));
        Refusal.If(who.On < Occasion.From,
            $"Kontrollen avser {Occasion.Period.Name} och kan inte ha gjorts före {Occasion.From:yyyy-MM-dd}.",
            nameof(CountedLine.CountedOn));
        Refusal.If(lines.Exists(c => c.LineId == line.Id), $"{line.Name} är redan räknat och låst. Det går att förklara, inte ändra.");
        line.MustBeCountable(counted, nameof(CountedLine.Counted));
        var made = new CountedLine(id, this, line, counted, who);
        lines.Add(made);
        Occasion.Begin(who.PersonId, who.On);
        return made;
    }

    /// <param name="before">The same line at the control before this one, which the opening balance is held against.</param>
    public CountedLine EnterJournal(Guid lineId, JournalEntry entry, IReadOnlyList<string> faults, string putRight, string note,
        Guid? personId, DateTimeOffset at, CountedLine? before = null)
    {
        Occasion.MustBeUndone();
        var counted = lines.Find(c => c.LineId == lineId)
            ?? throw new Refusal("Räkna först. Journalens saldo skrivs in när räkningen är låst.");
        Refusal.If(counted.CountedById != personId,
            $"{counted.CountedByName} räknade {counted.Name} och skriver också in journalens saldo.");
        counted.Enter(entry, faults, putRight, note, at, before);
        return counted;
    }

    public DeliveryTick Tick(Guid id, Delivery delivery, bool found, string byName, DateTimeOffset at)
    {
        Occasion.MustBeUndone();
        Refusal.If(ticks.Exists(t => t.DeliveryId == delivery.Id), "Leveransen är redan avstämd.");
        var tick = new DeliveryTick(id, this, delivery, found, byName, at);
        ticks.Add(tick);
        return tick;
    }

    /// <summary>Everything is counted and every delivery looked for: the control is done.</summary>
    /// <param name="unticked">Deliveries to the store that no control has looked for in the journal yet.</param>
    /// <param name="today">The day it is finished; it counts as performed the last day something was counted.</param>
    public Outcome Finish(Guid outcomeId, MedicineStore store, IEnumerable<Delivery> unticked, bool isEmpty, string remark,
        Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        var performed = lines.Count > 0 ? lines.Max(c => c.CountedOn) : today;
        var left = store.LinesBetween(lines.Count > 0 ? lines.Min(c => c.CountedOn) : today, today)
            .Where(l => lines.TrueForAll(c => c.LineId != l.Id))
            .Select(l => l.Name)
            .ToList();
        Refusal.If(left.Count > 0, $"Inte räknat än: {Prose.List(left)}.");
        Refusal.If(lines.Find(c => !c.IsDone) is not null,
            $"Journalens saldo saknas för {Prose.List(lines.Where(c => !c.IsDone).Select(c => c.Name))}.");
        Refusal.If(lines.Count == 0 && !isEmpty,
            "Lägg till förrådets preparat, eller kryssa för att det inte finns några narkotikaklassade läkemedel i det.", "IsEmpty");
        if (unticked.FirstOrDefault(d => d.On <= performed) is { } delivery)
            throw new Refusal($"Stäm av leveransen {delivery.On:yyyy-MM-dd} mot journalen.");
        var result = ticks.Exists(t => !t.Found) || lines.Exists(c => StoreFaults.Of(c).Any())
            ? OutcomeResult.Deviation
            : remark.Length > 0 || lines.Exists(c => c.IsDrifting) ? OutcomeResult.WithRemark
            : OutcomeResult.WithoutRemark;
        var comment = string.Join(" ",
            new[] { remark, lines.Exists(c => c.IsFromPaper) ? "Blindräkning ej styrkt: inskrivet från papper." : "" }.Where(t => t.Length > 0));
        return Occasion.Take(outcomeId,
            new(result, performed, 1, result is OutcomeResult.Deviation ? 1 : 0, 0, Independence.SelfControl, "", comment, []), performerId,
            performerName, at, today);
    }
}
