using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>Appoints somebody at a store. The appointment has its days and stays on record.</summary>
[Needs(Thing.Medicines, Right.Write)]
public sealed class GiveDutyModel(VattenpassDb db, Databases databases) : StorePage<DutyInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<DutyKind>()
        .Select(k => new SelectListItem(Prose.Capital(k.Swedish()), $"{k}"))];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.From = Today;
        return await base.OnGetAsync(id);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var answer = await GiveAsync(id);
        if (answer is RedirectResult && Input is { Kind: DutyKind.Controller, To: null, PersonId: { } controller })
            await AppointAsync(controller, Input.From ?? Today);
        return answer;
    }

    /// <summary>The months that are left to do become the appointed one's; the plan is the board's, so the product does it.</summary>
    private async Task AppointAsync(Guid controller, DateOnly from)
    {
        await using var system = databases.OpenAsSystem($"{Me.Name} utsåg kontrollansvarig för {Store.Code}");
        foreach (var occasion in await system.Occasions.Include(o => o.Control)
            .Where(o => o.Control.DoneBy == DoneBy.Count && o.ObjectKey == Store.Code && o.Result == null && o.To >= from)
            .ToListAsync(Stop))
            occasion.AppointTo(controller);
        if (system.ChangeTracker.HasChanges()) await system.SaveAsync(Acts.FitStores, stop: Stop);
    }

    private Task<IActionResult> GiveAsync(Guid id) => StepAsync(id, Acts.ChangeStore, async () =>
    {
        var person = await Db.People.FirstOrDefaultAsync(p => p.Id == Input.PersonId, Stop)
            ?? throw new Refusal("Välj en person.", nameof(Input.PersonId));
        Db.Add(Store.Give(Db.NewId(), Input.Kind, person, Input.From ?? Today, Input.To));
    }, "Uppdraget är givet.");

    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (!await base.LoadAsync(id) || !StoreAppointing.May(Me, Store)) return false;
        People = await Choices.PeopleAsync(Db, null, Stop);
        return true;
    }
}

public sealed class DutyInput
{
    public DutyKind Kind { get; set; } = DutyKind.Controller;
    public Guid? PersonId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
}
