using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class EditUnitModel(VattenpassDb db, Databases databases) : FormPage<EditUnitInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [new("Enhet", nameof(UnitKind.Unit)),
        new("Verksamhetsområde", nameof(UnitKind.Area)), new("Förvaltning", nameof(UnitKind.Department)),
        new("Nämnd", nameof(UnitKind.Board))];
    public static readonly IReadOnlyList<SelectListItem> UnitActivities = [new("Ingen vald", ""), .. Activities.All.Select(a => new SelectListItem(a, a))];
    private Unit? unit;
    public bool IsNew => unit is null;
    public Unit? Unit => unit;
    public string Heading => unit is null ? "Ny enhet" : $"Ändra {unit.Name}";
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    protected override Basis MadeFrom =>
        unit is null ? Basis.Nothing : Basis.Values(Stored).Only(nameof(Input.Name), nameof(Input.ParentId), nameof(Input.Activity));

    private EditUnitInput Stored =>
        unit is null ? new() { From = Today } : new() { Name = unit.Name, ParentId = unit.ParentId, Activity = unit.Activity, From = Today };

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var answer = await SaveAsync(Acts.ChangeOrganisation, async () =>
        {
            var tree = await TreeAsync();
            var from = Input.From ?? Today;
            Refusal.If(Input.ParentId is null && Input.Kind is not UnitKind.Board && unit?.ParentId is not null,
                "Välj vad enheten ligger under.", nameof(Input.ParentId));
            if (unit is null)
            {
                Refusal.If(Input.ParentId is null, "Välj vad enheten ligger under.", nameof(Input.ParentId));
                Refusal.If(await Db.Units.AnyAsync(u => u.Code == Input.Code, Stop), "Koden är upptagen.", nameof(Input.Code));
                Db.Units.Add(unit = new(Db.NewId(), Refusal.IfEmpty(Input.Code, "Skriv enhetens kod.", nameof(Input.Code)),
                    Input.Name ?? "", Input.Kind, Input.ParentId, from));
                unit.Does(Input.Activity);
                return;
            }
            Refusal.If(Input.ParentId is { } parent && tree.SelfAndBelow(unit.Id).Contains(parent),
                "En enhet kan inte ligga under sig själv.", nameof(Input.ParentId));
            if (Input.Name != unit.Name || Input.ParentId != unit.ParentId)
                unit.Describe(Db.NewId(), Input.Name ?? "", Input.ParentId, from);
            unit.Does(Input.Activity);
        }, () => Redirect("/administration/enheter"), "Enheten är sparad.");
        if (answer is not RedirectResult) return answer;
        await using var system = databases.OpenAsSystem($"{Me.Name} ändrade organisationen");
        await OccasionLayout.FitAllAsync(system, RegisterKinds.Organisation.Key, Acts.FitPlan, Stop);
        return answer;
    }

    private async Task<bool> LoadAsync(Guid? id)
    {
        await ShowAsync();
        if (id is null) return true;
        unit = await Db.Units.FirstOrDefaultAsync(u => u.Id == id, Stop);
        return unit is not null;
    }

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Parents = [new("Inget", ""),
            .. tree.All.Where(u => u.ExistsOn(Today) && (u.To is null || u.Id == unit?.ParentId))
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
    }
}

public sealed class EditUnitInput
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public UnitKind Kind { get; set; } = UnitKind.Unit;
    public string? Activity { get; set; }
    public Guid? ParentId { get; set; }
    public DateOnly? From { get; set; }
}
