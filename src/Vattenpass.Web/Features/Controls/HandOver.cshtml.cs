using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class HandOverModel(VattenpassDb db, Databases databases) : OccasionPage<HandOverInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Document($"{Occasion.DoerId}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.HandOverOccasion, () =>
        {
            Refusal.If(People.All(p => p.Value != Input.PersonId?.ToString()), "Välj vem som tar över.", nameof(Input.PersonId));
            Occasion.HandOver(Input.PersonId!.Value);
        }, () => Redirect(Me.May(Thing.Occasions, Right.Read, Occasion) ? $"/kontroller/{id}" : "/"), "Kontrollen är överlämnad.");
    }

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        // Colleagues of the unit and of the line above it; people of other units are not shown.
        var near = (await TreeAsync()).SelfAndAbove(Occasion.AtUnit).ToList();
        var people = await Db.People.AsNoTracking()
            .Where(p => near.Contains(p.UnitId!.Value) && (p.To == null || p.To >= Today))
            .OrderBy(p => p.Name)
            .ToListAsync(Stop);
        // Only somebody whose assignment lets them do a control: others would never see it.
        await using var system = databases.OpenAsSystem("överlämning");
        var superiors = await Superiors.ReadAsync(system, Stop);
        People = [new("Välj person", ""),
            .. people.Where(p => p.Id != Occasion.DoerId && superiors.MayDo(p.Id, Thing.Occasions, Occasion))
            .Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return true;
    }
}

public sealed class HandOverInput
{
    public Guid? PersonId { get; set; }
}
