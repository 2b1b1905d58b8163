using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

public enum StoreKind { Residential = 1, Emergency = 2, Buffer = 3, EmergencyAndBuffer = 4, HomeNursing = 5, DisabilitySupport = 6, Other = 7 }

/// <summary>What the municipality states about a store. In use from null = not known, as for one that was read in from a register.</summary>
public sealed record StoreFacts(StoreKind Kind, bool IsPrivate, string Provider, DateOnly? UsedFrom, DateOnly? UsedTo,
    DateOnly? ControlledFrom);

/// <summary>
/// A medicine store: where it is, who answers for it and who controls it, and the preparations that are counted. What is kept here is
/// the control and its results, never the legal narcotics journal (HSLF-FS 2017:37). Known by its code, as in the register of stores.
/// </summary>
public sealed class MedicineStore : Root
{
    private readonly List<StoreLine> lines = [];
    private readonly List<StoreDuty> duties = [];
    private readonly List<Delivery> deliveries = [];
    private readonly List<Disposal> disposals = [];

    public string Code { get; private set; } = "";
    public StoreKind Kind { get; private set; }
    public bool IsPrivate { get; private set; }
    public string Provider { get; private set; } = "";
    public DateOnly? UsedFrom { get; private set; }
    public DateOnly? UsedTo { get; private set; }
    /// <summary>From when it is controlled; null in a store that is in no control, or whose day stands only in the register.</summary>
    public DateOnly? ControlledFrom { get; private set; }
    public IReadOnlyList<StoreLine> Lines => lines;
    public IReadOnlyList<StoreDuty> Duties => duties;
    public IReadOnlyList<Delivery> Deliveries => deliveries;
    public IReadOnlyList<Disposal> Disposals => disposals;

    private MedicineStore() { }

    public MedicineStore(Guid id, Guid unitId, string code, StoreKind kind)
    {
        Id = id;
        UnitId = unitId;
        Field = Field.HealthCare;
        Code = Refusal.IfEmpty(code, "Skriv förrådets kod.", nameof(Code));
        Kind = kind;
    }

    public override bool BelongsTo(Guid personId) => duties.Exists(d => d.PersonId == personId);

    public void PlaceAt(Guid unitId) => UnitId = unitId;

    public void Describe(StoreFacts facts)
    {
        Refusal.If(facts.IsPrivate && string.IsNullOrWhiteSpace(facts.Provider), "Skriv vilken utförare som har förrådet.", nameof(Provider));
        Refusal.If(facts.UsedTo < facts.UsedFrom, "Förrådet kan inte sluta användas innan det började.", nameof(UsedTo));
        Refusal.If(facts.ControlledFrom < facts.UsedFrom, "Förrådet kan inte kontrolleras innan det används.", nameof(ControlledFrom));
        (Kind, IsPrivate, Provider) = (facts.Kind, facts.IsPrivate, facts.IsPrivate ? facts.Provider.Trim() : "");
        (UsedFrom, UsedTo, ControlledFrom) = (facts.UsedFrom, facts.UsedTo, facts.ControlledFrom);
    }

    /// <summary>Its unit closes and nothing succeeds it.</summary>
    public void CloseOn(DateOnly lastDay) => UsedTo = lastDay;

    public bool IsUsedOn(DateOnly day) => !(UsedFrom > day) && !(UsedTo < day);

    /// <summary>The preparations to count on a day, general ones first.</summary>
    public IReadOnlyList<StoreLine> LinesOn(DateOnly day) => LinesBetween(day, day);

    /// <summary>The preparations of a count that goes on for some days: every one in use on any of them.</summary>
    public IReadOnlyList<StoreLine> LinesBetween(DateOnly first, DateOnly last) =>
        [.. lines.Where(l => l.From <= last && !(l.To < first))
            .OrderBy(l => l.IsPatientBound)
            .ThenBy(l => l.Name, StringComparer.CurrentCulture)
            .ThenBy(l => l.Id)];

    public StoreLine Line(Guid id) =>
        lines.Find(l => l.Id == id) ?? throw new Refusal("Preparatet finns inte i förrådet. Öppna sidan igen.");

    public StoreLine AddLine(Guid id, LineFacts facts, DateOnly from)
    {
        var line = new StoreLine(id, this, facts.Checked(), from);
        Refusal.If(lines.Exists(l => l.IsCountedOn(from) && l.Name.Equals(line.Name, StringComparison.OrdinalIgnoreCase)),
            $"{line.Name} finns redan i förrådet.", nameof(LineFacts.Preparation));
        lines.Add(line);
        return line;
    }

    public StoreDuty Give(Guid id, DutyKind kind, Person person, DateOnly from, DateOnly? to)
    {
        Refusal.If(to < from, "Uppdraget slutar innan det börjar.", nameof(StoreDuty.To));
        if (WhyNotGive(kind, person, from, to) is { } why) throw new Refusal(why, nameof(StoreDuty.PersonId));
        var duty = new StoreDuty(id, this, kind, person.Id, person.Name, from, to);
        duties.Add(duty);
        return duty;
    }

    /// <summary>Whoever has the duty leaves: it ends, and the successor has it from the next day where that is permitted.</summary>
    /// <returns>The successor's duty; null where nobody has taken over, or where the successor may not.</returns>
    public StoreDuty? HandOver(StoreDuty duty, Guid newId, Person? successor, DateOnly lastDay)
    {
        var (next, until) = (duty.From > lastDay ? duty.From : lastDay.AddDays(1), duty.To);
        duty.CutAt(lastDay);
        return successor is null || WhyNotGive(duty.Kind, successor, next, until) is not null
            ? null
            : Give(newId, duty.Kind, successor, next, until);
    }

    private string? WhyNotGive(DutyKind kind, Person person, DateOnly from, DateOnly? to)
    {
        var overlapping = duties.Where(d => d.PersonId == person.Id && d.Overlaps(from, to)).ToList();
        if (overlapping.Exists(d => d.Kind == kind)) return $"{person.Name} är redan {kind.Swedish()} de dagarna.";
        return overlapping.Find(d => Separated(d.Kind, kind)) is not { } opposite ? null
            : $"{person.Name} är {opposite.Kind.Swedish()} och kan inte också vara {kind.Swedish()}. Den som kontrollerar ska varken ansvara för förrådet eller beställa till det.";
    }

    /// <summary>Neither answers for the store nor orders to it, from that day on.</summary>
    public bool MayControl(Guid personId, DateOnly from) =>
        !duties.Exists(d => d.PersonId == personId && !IsControl(d.Kind) && d.Overlaps(from, null));

    public IEnumerable<StoreDuty> Holding(DutyKind kind, DateOnly day) => duties.Where(d => d.Kind == kind && d.HoldsOn(day));

    public Delivery Deliver(Guid id, Guid lineId, decimal quantity, DateOnly on, string note, Guid? orderedById, DateOnly today)
    {
        var line = Line(lineId);
        Refusal.If(on > today, "Dagen ligger i framtiden.", nameof(Delivery.On));
        Refusal.If(quantity <= 0, "Skriv hur mycket som levererades.", nameof(Delivery.Quantity));
        line.MustBeCountable(quantity, nameof(Delivery.Quantity));
        var delivery = new Delivery(id, this, line, quantity, on, note.Trim(), orderedById);
        deliveries.Add(delivery);
        return delivery;
    }

    /// <summary>Something is destroyed: two people, the second with a sign-in of their own, and none of them one who orders to the store.</summary>
    public Disposal Destroy(Guid id, Guid lineId, decimal quantity, string reason, Guid byId, string byName, Guid secondId,
        string secondName, DateOnly today, DateTimeOffset at)
    {
        var line = Line(lineId);
        Refusal.If(quantity <= 0, "Skriv hur mycket som kasserades.", nameof(Disposal.Quantity));
        line.MustBeCountable(quantity, nameof(Disposal.Quantity));
        Refusal.If(byId == secondId, Separation.SelfDisposal, "SecondUserName");
        Refusal.If(Holding(DutyKind.Orderer, today).Any(o => o.PersonId == byId), Separation.OrdererDisposes);
        Refusal.If(Holding(DutyKind.Orderer, today).Any(o => o.PersonId == secondId),
            $"{secondName} beställer till förrådet och kan inte bekräfta en kassation.", "SecondUserName");
        var disposal = new Disposal(id, this, line, quantity,
            Refusal.IfEmpty(reason, "Skriv varför det kasseras.", nameof(Disposal.Reason)), byId, byName, secondId, secondName, today, at);
        disposals.Add(disposal);
        return disposal;
    }

    /// <summary>Why this person may not control the store for the period; null when nothing stands in the way.</summary>
    /// <param name="running">How many months up to this one the person has controlled it without a break.</param>
    /// <param name="mostRunning">The municipality's limit; null = none.</param>
    public string? WhyNot(Guid personId, Period period, DateOnly day, int running, int? mostRunning)
    {
        var last = day > period.To ? day : period.To;
        bool Had(DutyKind kind) => duties.Exists(d => d.Kind == kind && d.PersonId == personId && d.Overlaps(period.From, last));
        var appointed = duties.Where(d => d.Kind is DutyKind.Controller or DutyKind.Substitute && d.HoldsOn(day)).ToList();
        var others = appointed.Where(d => d.PersonId != personId).Select(d => d.PersonName).ToList();
        var instead = others.Count == 0 ? " Be din chef utse en kontrollant." : $" Lämna över kontrollen till {Prose.List(others)}.";
        if (Had(DutyKind.Responsible)) return $"Du ansvarar för förrådet {Code} och kan inte kontrollera det.{instead}";
        if (Had(DutyKind.Orderer) || deliveries.Exists(d => d.OrderedById == personId && d.On >= period.From && d.On <= last))
            return $"Du beställer läkemedel till förrådet {Code} och kan inte kontrollera det.{instead}";
        if (appointed.Count > 0 && appointed.TrueForAll(d => d.PersonId != personId))
            return $"Du är inte utsedd att kontrollera förrådet {Code}.{instead}";
        if (running >= mostRunning)
            return $"Du har kontrollerat förrådet {Code} {running} månader i rad. Kommunens gräns är {mostRunning}.{instead}";
        return null;
    }

    private static bool Separated(DutyKind a, DutyKind b) => IsControl(a) != IsControl(b);
    private static bool IsControl(DutyKind kind) => kind is DutyKind.Controller or DutyKind.Substitute;
}

public static class StoreKinds
{
    public static readonly IReadOnlyList<(StoreKind Kind, string Name)> All =
    [
        (StoreKind.Residential, "boendeförråd"), (StoreKind.Emergency, "akutförråd"), (StoreKind.Buffer, "buffertförråd"), (StoreKind.EmergencyAndBuffer,
            "akut- och buffertförråd"),
        (StoreKind.HomeNursing, "hemsjukvårdsförråd"), (StoreKind.DisabilitySupport,
            "förråd inom funktionsstöd"), (StoreKind.Other, "annat förråd"),
    ];

    public static string Swedish(this StoreKind kind) => All.First(k => k.Kind == kind).Name;

    /// <summary>The kind a register's own word stands for; a word that is not known is another kind of store.</summary>
    public static StoreKind Read(string text)
    {
        var word = text.ToLowerInvariant();
        var (emergency, buffer) = (word.Contains("akut", StringComparison.Ordinal), word.Contains("buffert", StringComparison.Ordinal));
        return emergency && buffer ? StoreKind.EmergencyAndBuffer : emergency ? StoreKind.Emergency : buffer ? StoreKind.Buffer
            : word.Contains("hemsjukvård", StringComparison.Ordinal)
            ? StoreKind.HomeNursing
            : word.Contains("funktions", StringComparison.Ordinal)
            || word.Contains("lss", StringComparison.Ordinal) ? StoreKind.DisabilitySupport
            : word.Contains("boende", StringComparison.Ordinal) ? StoreKind.Residential : StoreKind.Other;
    }
}
