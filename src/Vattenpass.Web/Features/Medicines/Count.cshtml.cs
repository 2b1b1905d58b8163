using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>
/// A store's monthly control on one phone page. Each preparation is counted and locked, then the journal's balance is typed. A
/// form is sent by itself, so one can stop anywhere, lose the network, and go on. No balance is on the page before its count.
/// </summary>
[Needs(Thing.Occasions, Right.Write)]
public sealed class CountModel(VattenpassDb db, Databases databases) : KeptPage<CountInput>(db)
{
    public const string CountStep = "rakna", JournalStep = "journal", DeliveryStep = "leverans", FinishStep = "klar";

    /// <summary>Typed from a paper filled in before: count and journal at once, and the day it was done.</summary>
    [BindProperty(SupportsGet = true, Name = "papper")] public bool FromPaper { get; set; }

    /// <summary>Keys and numbers stand in the fields; the texts are looked at below.</summary>
    protected override bool HoldsFreeText => false;

    public MedicineStore Store { get; private set; } = null!;
    public IReadOnlyList<StoreLine> Lines { get; private set; } = [];
    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];
    /// <summary>Why the person may not control this store.</summary>
    public string? WhyNot { get; private set; }

    private StoreCount sheet = null!;

    public CountedLine? CountOf(StoreLine line) => sheet.Lines.FirstOrDefault(c => c.LineId == line.Id);
    /// <summary>The form is on the page. What was sent by one that is no longer there is answered on top.</summary>
    public bool Shows(string key) => key == "klar" || Deliveries.Any(d => key == $"leverans-{d.Id}")
        || Lines.Any(l => CountOf(l) is var c
            && (key == $"rakna-{l.Id}"
                ? c is null && !FromPaper
                : key == $"journal-{l.Id}" && (c is null ? FromPaper : !c.IsDone && c.CountedById == Me.PersonId)));
    public int Done => Lines.Count(l => CountOf(l)?.IsDone == true);

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId) || Occasion.Control.DoneBy is not DoneBy.Count) return false;
        sheet = await Db.StoreCounts.Include(c => c.Lines)
            .Include(c => c.Ticks)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.OccasionId == occasionId, Stop)
            ?? new(Db.NewId(), Occasion);
        await using var system = databases.OpenAsSystem("förråd");
        // Whoever has been given the control may read the store through it, duty there or not.
        if (await StoreCards.CodeAsync(system, Occasion.ObjectKey, Stop) is not { } code) return false;
        Store = await system.Stores.AsNoTracking()
            .Include(s => s.Lines)
            .Include(s => s.Duties)
            .Include(s => s.Deliveries)
            .AsSplitQuery()
            .FirstAsync(s => s.Code == code, Stop);
        Lines = Store.LinesBetween(sheet.Lines.Count > 0 ? sheet.Lines.Min(c => c.CountedOn) : Today, Today);
        var ticked = await system.StoreCounts.Where(c => c.Occasion.ObjectKey == Store.Code)
            .SelectMany(c => c.Ticks)
            .Select(t => t.DeliveryId)
            .ToListAsync(Stop);
        Deliveries = [.. Store.Deliveries.Where(d => d.On <= Today && !ticked.Contains(d.Id)).OrderBy(d => d.On)];
        var settings = await Db.MedicineSettings.AsNoTracking().FirstOrDefaultAsync(Stop) ?? MedicineSettings.Usual;
        WhyNot = Store.WhyNot(Me.PersonId, Occasion.Period, Today, await RunningMonths.OfAsync(system, Occasion, Me.PersonId, Stop),
            settings.MostMonthsRunning);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return Occasion.Result is not null || Occasion.EndedOn is not null ? Redirect($"/kontroller/{id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return Told(await SaveAsync(Acts.CountStore, TakeInAsync, () => Answered(id), ""));
    }

    private async Task TakeInAsync()
    {
        MustBeMine();
        Refusal.If(WhyNot is not null, WhyNot ?? "");
        IdentityGuard.MustBeFree(Input.Note, nameof(Input.Note), "Texten");
        IdentityGuard.MustBeFree(Input.PutRight, nameof(Input.PutRight), "Texten");
        await using var system = databases.OpenAsSystem("läkemedelsförråd");
        var reports = new DrugReports(Db, system, Occasion, Store);
        if (Db.Entry(sheet).State is EntityState.Detached) Db.Add(sheet);
        switch (Input.Step)
        {
            case CountStep: Count(); break;
            case JournalStep: await JournalAsync(reports, system); break;
            case DeliveryStep: await DeliveryAsync(reports); break;
            case FinishStep:
                Db.Add(sheet.Finish(Db.NewId(), Store, Deliveries, Input.IsEmpty, Input.Note?.Trim() ?? "", Me.PersonId, Me.Name, Db.Now, Today));
                break;
            default: throw new Refusal("Formuläret gick inte att läsa. Öppna sidan igen.");
        }
    }

    private void Count()
    {
        var line = Store.Line(Input.LineId ?? Guid.Empty);
        var on = FromPaper
            ? Input.PerformedOn ?? throw new Refusal("Ange vilken dag räkningen gjordes.", nameof(Input.PerformedOn))
            : SwedishTime.DayOf(AnsweredAt);
        Db.Add(sheet.Count(Db.NewId(), line, Read(Input.Counted, nameof(Input.Counted), "Skriv hur många du räknade."),
            new(Me.PersonId, Me.Name, on, AnsweredAt, Db.Now, FromPaper), Today));
    }

    private async Task JournalAsync(DrugReports reports, VattenpassDb system)
    {
        if (FromPaper && sheet.Lines.All(c => c.LineId != Input.LineId)) Count();
        decimal Amount(string? text, string field, string what) =>
            Read(text, field, $"Skriv {what} enligt journalen. Skriv 0 om det inte finns något.");
        var entry = new JournalEntry(Amount(Input.Opening, nameof(Input.Opening), "ingående saldo"),
            Amount(Input.Supplied, nameof(Input.Supplied), "tillförsel"), Amount(Input.Withdrawn, nameof(Input.Withdrawn), "uttag"),
                Amount(Input.Disposed, nameof(Input.Disposed), "kassation"), Amount(Input.Balance, nameof(Input.Balance), "utgående saldo"),
                Input.IsMiscalculated);
        var before = await system.StoreCounts.AsNoTracking()
            .Where(c => c.Occasion.ObjectKey == Store.Code && c.Occasion.To < Occasion.To && c.OccasionId != Occasion.Id)
            .SelectMany(c => c.Lines)
            .Where(c => c.LineId == Input.LineId && c.JournalAt != null)
            .OrderByDescending(c => c.CountedOn)
            .FirstOrDefaultAsync(Stop);
        await reports.AboutAsync(sheet.EnterJournal(Input.LineId ?? Guid.Empty, entry, Input.Faults, Input.PutRight ?? "", Input.Note ?? "",
            Me.PersonId, AnsweredAt, before), Me.PersonId, Stop);
    }

    private async Task DeliveryAsync(DrugReports reports)
    {
        var delivery = Deliveries.FirstOrDefault(d => d.Id == Input.DeliveryId)
            ?? throw new Refusal("Leveransen är redan avstämd. Öppna sidan igen.");
        Refusal.If(Input.Found is null, "Välj om leveransen är införd i journalen.", nameof(Input.Found));
        var tick = sheet.Tick(Db.NewId(), delivery, Input.Found == CheckForm.Yes, Me.Name, Db.Now);
        Db.Add(tick);
        if (!tick.Found) await reports.AboutAsync(delivery, Me.PersonId, Today, Stop);
    }

    private static decimal Read(string? text, string field, string missing)
    {
        Refusal.If(string.IsNullOrWhiteSpace(text), missing, field);
        return Amount.Read(text, field);
    }

    private IActionResult Answered(Guid id)
    {
        var line = Lines.FirstOrDefault(l => l.Id == Input.LineId);
        var counted = line is null ? null : CountOf(line);
        var done = Occasion.Result is not null;
        var text = done
            ? "Kontrollen är klar."
            : counted is null ? "Sparat."
            : !counted.IsDone ? $"{counted.Name}: räkningen är låst."
            : $"{counted.Name}: {LineText.Of(counted)}.";
        return Received(text, counted is null ? "" : ReceiptCode.Of(counted.Id), null, done,
            done ? $"/kontroller/{id}"
                : $"/lakemedel/kontroll/{id}{(FromPaper ? "?Papper=true" : "")}{(line is null ? "" : $"#rad-{line.Id}")}");
    }
}

public sealed class CountInput : KeptInput
{
    /// <summary>What the form is about: step and line, so that an error is shown at its own form.</summary>
    public string? Key { get; set; }
    public string? Step { get; set; }
    public Guid? LineId { get; set; }
    public DateOnly? PerformedOn { get; set; }
    public string? Counted { get; set; }
    public string? Opening { get; set; }
    public string? Supplied { get; set; }
    public string? Withdrawn { get; set; }
    public string? Disposed { get; set; }
    public string? Balance { get; set; }
    public bool IsMiscalculated { get; set; }
    public List<string> Faults { get; set; } = [];
    public string? PutRight { get; set; }
    public string? Note { get; set; }
    public Guid? DeliveryId { get; set; }
    public string? Found { get; set; }
    public bool IsEmpty { get; set; }
}
