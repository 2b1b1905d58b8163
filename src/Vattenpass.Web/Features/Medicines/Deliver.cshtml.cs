using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>What came to the store, so that the next control looks for it in the journal.</summary>
[Needs(Thing.Medicines, Right.Write)]
public sealed class DeliverModel(VattenpassDb db) : StorePage<DeliverInput>(db)
{
    public IReadOnlyList<SelectListItem> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.On = Today;
        return await base.OnGetAsync(id);
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.ChangeStore, () =>
    {
        Refusal.If(Input.LineId is null, "Välj preparat.", nameof(Input.LineId));
        Db.Add(Store.Deliver(Db.NewId(), Input.LineId!.Value, Amount.Read(Input.Quantity, nameof(Input.Quantity)), Input.On ?? Today,
            Input.Note ?? "", Input.OrderedById, Today));
    }, "Leveransen är registrerad. Den stäms av vid nästa kontroll.");

    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (!await base.LoadAsync(id)) return false;
        Lines = Amount.Lines(Store, Today);
        People = await Choices.PeopleAsync(Db, null, Stop, "Vet inte");
        return true;
    }
}

/// <summary>What the forms about amounts share.</summary>
public static class Amount
{
    public static IReadOnlyList<SelectListItem> Lines(Domain.Medicines.MedicineStore store, DateOnly day) =>
        [new("Välj preparat", ""), .. store.LinesOn(day).Select(l => new SelectListItem(l.Name, l.Id.ToString()))];

    public static decimal Read(string? text, string field) =>
        Decimals.Typed(text) ?? throw new Refusal("Skriv ett tal, till exempel 12,5.", field);
}

public sealed class DeliverInput
{
    public Guid? LineId { get; set; }
    public string? Quantity { get; set; }
    public DateOnly? On { get; set; }
    public string? Note { get; set; }
    public Guid? OrderedById { get; set; }
}
