using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

/// <summary>Who counts, and when: At on the device, Received here. From paper means that the count was not locked before the balance was seen.</summary>
public sealed record Counting(Guid? PersonId, string PersonName, DateOnly On, DateTimeOffset At, DateTimeOffset ReceivedAt, bool FromPaper);

/// <summary>What the journal says since the last control, in the line's unit. Book balance = opening + supplied − withdrawn − disposed.</summary>
/// <param name="Miscalculated">The journal's own balance is not the sum of its rows, and the one who counts has said so.</param>
public sealed record JournalEntry(decimal Opening, decimal Supplied, decimal Withdrawn, decimal Disposed, decimal Balance, bool Miscalculated)
{
    public decimal Book => Opening + Supplied - Withdrawn - Disposed;
}

/// <summary>
/// One preparation counted at a control. The count is locked the moment it is taken in; the journal comes after, from the same
/// person, once. Both are then fixed for ever: what is wrong is explained, never changed.
/// </summary>
public sealed class CountedLine : Part
{
    public StoreCount StoreCount { get; private set; } = null!;
    public Guid StoreCountId { get; private set; }
    public Guid LineId { get; private set; }
    public string Name { get; private set; } = "";
    public CountUnit Unit { get; private set; }
    public decimal Tolerance { get; private set; }
    public decimal Counted { get; private set; }
    public DateOnly CountedOn { get; private set; }
    public DateTimeOffset CountedAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public Guid? CountedById { get; private set; }
    public string CountedByName { get; private set; } = "";
    public bool IsFromPaper { get; private set; }
    public JournalEntry? Journal { get; private set; }
    public DateTimeOffset? JournalAt { get; private set; }
    /// <summary>The opening balance is neither what the control before counted nor what the journal said then.</summary>
    public bool IsBroken { get; private set; }
    /// <summary>Other faults seen at this preparation: kinds of <see cref="StoreFaults"/>.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public string PutRight { get; private set; } = "";
    public string Note { get; private set; } = "";
    public override Root? Whole => StoreCount?.Whole;

    private CountedLine() { }

    internal CountedLine(Guid id, StoreCount count, StoreLine line, decimal counted, Counting who)
    {
        Id = id;
        StoreCount = count;
        StoreCountId = count.Id;
        LineId = line.Id;
        Name = line.Name;
        Unit = line.Unit;
        Tolerance = line.Tolerance;
        Counted = counted;
        CountedOn = who.On;
        CountedAt = who.At;
        ReceivedAt = who.ReceivedAt;
        CountedById = who.PersonId;
        CountedByName = who.PersonName;
        IsFromPaper = who.FromPaper;
    }

    public bool IsDone => Journal is not null;

    /// <summary>Counted − book balance; null until the journal's balance is in.</summary>
    public decimal? Difference => Counted - Journal?.Book;

    /// <summary>A difference that has to be followed home: any but a liquid's within its tolerance.</summary>
    public bool IsDeviating => Difference is { } difference && Math.Abs(difference) > Tolerance;

    /// <summary>A liquid's drift: noted and added up, no deviation.</summary>
    public bool IsDrifting => Difference is not (null or 0) && !IsDeviating;

    internal void Enter(JournalEntry entry, IReadOnlyList<string> faults, string putRight, string note, DateTimeOffset at, CountedLine? before)
    {
        Refusal.If(at < CountedAt, "Journalen skrevs in innan räkningen hade tagits emot. Skriv in den igen.");
        Refusal.If(IsDone, $"{Name} har redan fått journalens saldo. Det går att förklara, inte ändra.");
        foreach (var amount in new[] { entry.Opening, entry.Supplied, entry.Withdrawn, entry.Disposed })
            Refusal.If(amount is < 0 or > 1_000_000, "Journalens tal kan inte vara mindre än noll.", nameof(JournalEntry.Opening));
        Refusal.If(entry.Book != entry.Balance && !entry.Miscalculated,
            $"{Show(entry.Opening)} + {Show(entry.Supplied)} − {Show(entry.Withdrawn)} − {Show(entry.Disposed)} = {Show(entry.Book)}, men du skrev att journalens saldo är {Show(entry.Balance)}. Rätta det du skrev fel, eller kryssa för att journalen är felräknad.",
            nameof(JournalEntry.Balance));
        Refusal.If(faults.Except(StoreFaults.AtLine).Any(), "Välj ett av felen i listan.");
        // A box ticked for a journal whose sum is right says nothing.
        Journal = entry with { Miscalculated = entry.Book != entry.Balance };
        IsBroken = before?.Journal is { } then && entry.Opening != before.Counted && entry.Opening != then.Balance;
        Faults = [.. faults.Distinct()];
        PutRight = putRight.Trim();
        Note = note.Trim();
        JournalAt = at;
    }

    /// <summary>A number as Swedes write it.</summary>
    public static string Show(decimal amount) => Decimals.Canonical(amount).Replace('.', ',').Replace('-', '−');
}

/// <summary>A delivery looked for in the journal at a control.</summary>
public sealed class DeliveryTick : Part
{
    public StoreCount StoreCount { get; private set; } = null!;
    public Guid StoreCountId { get; private set; }
    public Guid DeliveryId { get; private set; }
    public bool Found { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => StoreCount?.Whole;

    private DeliveryTick() { }

    internal DeliveryTick(Guid id, StoreCount count, Delivery delivery, bool found, string byName, DateTimeOffset at)
    {
        Id = id;
        StoreCount = count;
        StoreCountId = count.Id;
        DeliveryId = delivery.Id;
        Found = found;
        ByName = byName;
        At = at;
    }
}

/// <summary>The kinds of deviation a store's control finds, as they are counted.</summary>
public static class StoreFaults
{
    public const string Shortage = "brist i saldo", Surplus = "överskott i saldo", Miscalculated = "journalen felräknad",
    Broken = "ingående saldo stämmer inte med förra kontrollen", MissingDelivery = "leverans saknas i journalen";

    /// <summary>What may be wrong at one preparation besides its balance.</summary>
    public static readonly IReadOnlyList<string> AtLine = ["uttag ej avskrivet", "fel narkotikajournal", "borde ha kasserats",
        "låda felmärkt", "utgånget datum"];

    /// <summary>The word that every fault in a balance has in its name.</summary>
    public const string Balance = "saldo";

    /// <summary>Called a difference in a file whose two balances are the same: the balances are believed, and it is none.</summary>
    public const string Even = "lika saldo i filen";

    public static bool IsInBalance(string kind) => kind.Contains(Balance, StringComparison.OrdinalIgnoreCase) && kind != Even;

    /// <summary>What a file tells of: two balances decide whether it is a difference, and the word only where they are not both there.</summary>
    public static string KindOf(string word, decimal? book, decimal? counted) => (book, counted) switch
    {
        ({ } b, { } c) when b == c => IsInBalance(word) ? Even : word,
        ({ } b, { } c) when !IsInBalance(word) => c < b ? Shortage : Surplus,
        _ => word,
    };

    public static readonly IReadOnlyList<string> All = [Shortage, Surplus, Miscalculated, Broken, MissingDelivery, .. AtLine];

    /// <summary>Every deviation that the line tells of: kind and what was seen.</summary>
    public static IEnumerable<(string Kind, string Detail)> Of(CountedLine line)
    {
        if (line.IsDeviating)
            yield return (line.Difference < 0 ? Shortage : Surplus,
                $"{line.Name}: räknat {CountedLine.Show(line.Counted)}, bokfört {CountedLine.Show(line.Journal!.Book)}, differens {CountedLine.Show(line.Difference!.Value)} {line.Unit.Swedish()}");
        if (line.IsBroken)
            yield return (Broken, $"{line.Name}: journalen börjar på {CountedLine.Show(line.Journal!.Opening)} {line.Unit.Swedish()}");
        if (line.Journal is { Miscalculated: true } journal)
            yield return (Miscalculated,
                $"{line.Name}: journalens saldo {CountedLine.Show(journal.Balance)}, raderna ger {CountedLine.Show(journal.Book)}");
        foreach (var fault in line.Faults) yield return (fault, line.Name);
    }
}

/// <summary>A line's controls one after another, oldest first: what each differed, and how far the liquid has drifted since the first.</summary>
public static class Drift
{
    /// <summary>
    /// A journal that was put right after a control starts from what was counted, and new differences add up. One that went on from
    /// its own balance carries the old difference with it, which must not be counted twice.
    /// </summary>
    public static IReadOnlyList<decimal> Of(IReadOnlyList<CountedLine> controls)
    {
        List<decimal> drifts = [];
        CountedLine? before = null;
        foreach (var control in controls.Where(c => c.IsDone))
        {
            var carried = before is not null
                && control.Journal!.Opening != before.Counted
                && control.Journal.Opening == before.Journal!.Balance
                ? before.Difference!.Value
                : 0;
            drifts.Add((drifts.Count == 0 ? 0 : drifts[^1]) + control.Difference!.Value - carried);
            before = control;
        }
        return drifts;
    }
}
