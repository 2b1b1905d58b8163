using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Medicines;

/// <summary>The schedule of controlled drugs the preparation stands on (LVFS 2011:10).</summary>
public enum DrugList { II = 2, III = 3, IV = 4, V = 5 }

public enum CountUnit { Tablets = 1, Ampoules = 2, Millilitres = 3, Pieces = 4 }

/// <summary>What is known of a preparation. Tolerance is in its unit and only for liquids; place and sheet tell a patient's own from the general, never who the patient is.</summary>
public sealed record LineFacts(string Preparation, string Strength, string Form, DrugList List, CountUnit Unit, decimal Tolerance,
    string Place, string JournalSheet)
{
    private const decimal LargestTolerance = 100;

    public LineFacts Checked()
    {
        var preparation = Refusal.IfEmpty(Preparation, "Skriv preparatets namn.", nameof(Preparation));
        Refusal.If(Tolerance is < 0 or > LargestTolerance, "Toleransen ska vara mellan 0 och 100 ml.", nameof(Tolerance));
        Refusal.If(Tolerance > 0 && Unit is not CountUnit.Millilitres,
            "Tolerans används bara för vätskor. Tabletter och ampuller räknas exakt.", nameof(Tolerance));
        Refusal.If(string.IsNullOrWhiteSpace(Place) != string.IsNullOrWhiteSpace(JournalSheet),
            "Ett patientbundet preparat anges med både plats och journalblad.", nameof(Place));
        IdentityGuard.MustBeFree(Place, nameof(Place), "Platsen");
        IdentityGuard.MustBeFree(JournalSheet, nameof(JournalSheet), "Journalbladet");
        return this with
        {
            Preparation = preparation,
            Strength = Strength.Trim(),
            Form = Form.Trim(),
            Place = Place.Trim(),
            JournalSheet = JournalSheet.Trim()
        };
    }
}

/// <summary>A preparation that is counted in a store: general, or a patient's own, which is known by place and journal sheet.</summary>
public sealed class StoreLine : Part
{
    public MedicineStore Store { get; private set; } = null!;
    public Guid StoreId { get; private set; }
    public string Preparation { get; private set; } = "";
    public string Strength { get; private set; } = "";
    public string Form { get; private set; } = "";
    public DrugList List { get; private set; }
    public CountUnit Unit { get; private set; }
    public decimal Tolerance { get; private set; }
    public string Place { get; private set; } = "";
    public string JournalSheet { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public override Root? Whole => Store;

    private StoreLine() { }

    internal StoreLine(Guid id, MedicineStore store, LineFacts facts, DateOnly from)
    {
        Id = id;
        Store = store;
        StoreId = store.Id;
        From = from;
        Preparation = facts.Preparation;
        Strength = facts.Strength;
        Form = facts.Form;
        List = facts.List;
        Unit = facts.Unit;
        Tolerance = facts.Tolerance;
        Place = facts.Place;
        JournalSheet = facts.JournalSheet;
    }

    public bool IsPatientBound => JournalSheet.Length > 0;
    public bool IsLiquid => Unit is CountUnit.Millilitres;
    public string Name =>
        string.Join(' ', new[] { Preparation, Strength, Form }.Where(t => t.Length > 0))
            + (IsPatientBound ? $", {Place}, blad {JournalSheet}" : "");
    public bool IsCountedOn(DateOnly day) => From <= day && !(To < day);

    /// <summary>It is counted for the last time that day at the latest; never so that a count already due is spared.</summary>
    public void End(DateOnly lastDay, DateOnly today)
    {
        Refusal.If(lastDay < today, "Dagen har varit. Ange i dag eller en kommande dag.", nameof(To));
        Refusal.If(To is not null, $"Preparatet räknas inte längre sedan {To:yyyy-MM-dd}.");
        Refusal.If(lastDay < From, $"Preparatet räknas sedan {From:yyyy-MM-dd}.", nameof(To));
        To = lastDay;
    }

    /// <summary>An amount of this line: millilitres with one decimal, tablets in halves, the rest whole; never below zero.</summary>
    public void MustBeCountable(decimal amount, string field)
    {
        Refusal.If(amount < 0, "Ett antal kan inte vara mindre än noll.", field);
        var step = Unit switch { CountUnit.Millilitres => 0.1m, CountUnit.Tablets => 0.5m, _ => 1m };
        Refusal.If(amount % step != 0,
            Unit switch
            {
                CountUnit.Millilitres => "Skriv milliliter med högst en decimal.",
                CountUnit.Tablets => "Skriv hela eller halva tabletter.",
                _ => "Skriv ett helt antal."
            },
            field);
        Refusal.If(amount > 100_000, "Antalet är orimligt stort. Kontrollera vad du skrev.", field);
    }
}

/// <summary>Something that came to the store, as its delivery note says. A control ticks it as found in the journal, or not (<see cref="DeliveryTick"/>).</summary>
public sealed class Delivery : Part
{
    public MedicineStore Store { get; private set; } = null!;
    public Guid LineId { get; private set; }
    public string LineName { get; private set; } = "";
    public decimal Quantity { get; private set; }
    public DateOnly On { get; private set; }
    public string Note { get; private set; } = "";
    public Guid? OrderedById { get; private set; }
    public override Root? Whole => Store;

    private Delivery() { }

    internal Delivery(Guid id, MedicineStore store, StoreLine line, decimal quantity, DateOnly on, string note, Guid? orderedById)
    {
        Id = id;
        Store = store;
        LineId = line.Id;
        LineName = line.Name;
        Quantity = quantity;
        On = on;
        Note = note;
        OrderedById = orderedById;
    }
}

/// <summary>Something that was destroyed, by one and confirmed by another.</summary>
public sealed class Disposal : Part
{
    public MedicineStore Store { get; private set; } = null!;
    public Guid LineId { get; private set; }
    public string LineName { get; private set; } = "";
    public decimal Quantity { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ById { get; private set; }
    public string ByName { get; private set; } = "";
    public Guid SecondId { get; private set; }
    public string SecondName { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Store;

    private Disposal() { }

    internal Disposal(Guid id, MedicineStore store, StoreLine line, decimal quantity, string reason, Guid byId, string byName,
        Guid secondId, string secondName, DateOnly on, DateTimeOffset at)
    {
        Id = id;
        Store = store;
        LineId = line.Id;
        LineName = line.Name;
        Quantity = quantity;
        Reason = reason;
        ById = byId;
        ByName = byName;
        SecondId = secondId;
        SecondName = secondName;
        On = on;
        At = at;
    }
}

/// <summary>What somebody is to a store.</summary>
public enum DutyKind { Responsible = 1, Controller = 2, Substitute = 3, Orderer = 4 }

/// <summary>An appointment at a store, from one day to another; it stays on record.</summary>
public sealed class StoreDuty : Part, IWithdrawn
{
    public MedicineStore Store { get; private set; } = null!;
    public DutyKind Kind { get; private set; }
    public Guid PersonId { get; private set; }
    public string PersonName { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public override Root? Whole => Store;

    private StoreDuty() { }

    internal StoreDuty(Guid id, MedicineStore store, DutyKind kind, Guid personId, string personName, DateOnly from, DateOnly? to)
    {
        Id = id;
        Store = store;
        Kind = kind;
        PersonId = personId;
        PersonName = personName;
        From = from;
        To = to;
    }

    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);
    public bool Overlaps(DateOnly from, DateOnly? to) => !(To < from) && !(to < From);

    /// <summary>Ends it on a day; one that has not begun then never holds.</summary>
    internal void CutAt(DateOnly lastDay)
    {
        if (lastDay < From) Withdraw();
        else To = lastDay;
    }

    public void Withdraw() => To = From.AddDays(-1);

    public void End(DateOnly lastDay)
    {
        Refusal.If(To <= lastDay, $"Uppdraget slutade {To:yyyy-MM-dd}.");
        Refusal.If(lastDay < From, $"Uppdraget började {From:yyyy-MM-dd}.", nameof(To));
        To = lastDay;
    }
}

public static class MedicineNames
{
    public static string Swedish(this DutyKind kind) => kind switch
    {
        DutyKind.Responsible => "förrådsansvarig sjuksköterska",
        DutyKind.Controller => "kontrollansvarig",
        DutyKind.Substitute => "ersättare för kontrollansvarig",
        _ => "beställare",
    };

    public static string Swedish(this CountUnit unit) =>
        unit switch { CountUnit.Tablets => "tabletter", CountUnit.Ampoules => "ampuller", CountUnit.Millilitres => "ml", _ => "stycken" };
}
