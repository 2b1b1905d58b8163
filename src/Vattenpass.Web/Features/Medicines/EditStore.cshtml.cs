using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A new store (no id), or changed facts of one. From the day it is controlled the adopted plan has an occasion each month.</summary>
[Needs(Thing.Medicines, Right.Write)]
public sealed class EditStoreModel(VattenpassDb db, Databases databases) : FormPage<StoreInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. StoreKinds.All.Select(k =>
        new SelectListItem(Prose.Capital(k.Name), $"{k.Kind}"))];

    public MedicineStore? Store { get; private set; }
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override Basis MadeFrom => Store is null ? Basis.Nothing : Basis.Values(Stored);

    private StoreInput Stored => Store is { } s
        ? new()
        {
            Code = s.Code,
            UnitId = s.UnitId,
            Kind = s.Kind,
            IsPrivate = s.IsPrivate,
            Provider = s.Provider,
            UsedFrom = s.UsedFrom,
            UsedTo = s.UsedTo,
            ControlledFrom = s.ControlledFrom,
        }
        : new() { UsedFrom = Today, ControlledFrom = new(Today.Year, Today.Month, 1) };

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var answer = await SaveAsync(Acts.ChangeStore, WriteAsync,
            () => Redirect(Store is null ? "/lakemedel" : $"/lakemedel/forrad/{Store.Id}"), "Förrådet är sparat.");
        if (answer is RedirectResult) await FitAsync();
        return answer;
    }

    private async Task<bool> LoadAsync(Guid? id)
    {
        Store = id is null ? null : await Db.Stores.Include(s => s.Lines).FirstOrDefaultAsync(s => s.Id == id, Stop);
        if (id is not null && (Store is null || !StoreAppointing.May(Me, Store))) return false;
        var tree = await TreeAsync();
        Units = [new("Välj enhet", ""),
            .. tree.Working.Where(u => Me.May(Thing.Medicines, Right.Write, u.Id, Field.HealthCare, own: false))
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        return id is not null || Units.Count > 1;
    }

    protected override Task ShowAsync() => LoadAsync(Store?.Id);

    private async Task WriteAsync()
    {
        if (Store is null)
        {
            Refusal.If(Input.UnitId is null, "Välj enhet.", nameof(Input.UnitId));
            Refusal.If(Input.UsedFrom is null, "Ange från vilken dag förrådet används.", nameof(Input.UsedFrom));
            await using var system = databases.OpenAsSystem("förråd");
            var code = Refusal.IfEmpty(Input.Code, "Skriv förrådets kod.", nameof(Input.Code));
            Refusal.If(await StoreCards.CodeAsync(system, code, Stop) is not null, $"Förrådet {code} finns redan.", nameof(Input.Code));
            Db.Stores.Add(Store = new(Db.NewId(), Input.UnitId!.Value, code, Input.Kind));
        }
        Store.Describe(new(Input.Kind, Input.IsPrivate, Input.Provider ?? "", Input.UsedFrom, Input.UsedTo, Input.ControlledFrom));
    }

    /// <summary>The plan is the board's: the product fits it to the store, as after a register has been read in.</summary>
    private async Task FitAsync()
    {
        await using var system = databases.OpenAsSystem($"{Me.Name} ändrade förrådet {Store!.Code}");
        await OccasionLayout.FitAllAsync(system, RegisterKinds.Stores.Key, Acts.FitStores, Stop);
    }
}

public sealed class StoreInput
{
    public string? Code { get; set; }
    public Guid? UnitId { get; set; }
    public StoreKind Kind { get; set; } = StoreKind.Residential;
    public bool IsPrivate { get; set; }
    public string? Provider { get; set; }
    public DateOnly? UsedFrom { get; set; }
    public DateOnly? UsedTo { get; set; }
    public DateOnly? ControlledFrom { get; set; }
}
