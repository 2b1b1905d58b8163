using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>A check besides the plan: it is shown and may find deviations, but moves no due date and is in no denominator.</summary>
[Needs(Thing.Occasions, Right.Write)]
public sealed class ExtraModel(VattenpassDb db, Databases databases) : FormPage<ExtraInput>(db)
{
    private const int DaysToDoIt = 30;
    public IReadOnlyList<SelectListItem> Controls { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var id = Db.NewId();
        return await SaveAsync(Acts.AddOccasion, async () =>
        {
            var control = await Db.Plans.Where(p => p.Status == PlanStatus.Adopted && p.Year == Today.Year)
                .SelectMany(p => p.Controls)
                .FirstOrDefaultAsync(c => c.Id == Input.ControlId, Stop)
                ?? throw new Refusal("Välj kontroll.", nameof(Input.ControlId));
            Refusal.If(Input.UnitId is null || Units.All(u => u.Value != Input.UnitId.ToString()), "Välj enhet.", nameof(Input.UnitId));
            Refusal.If(!Me.Of(Thing.Occasions, Right.Write).Covers(Input.UnitId, control.Field, own: false, Me.RootId),
                "Kontrollen ligger utanför det du ansvarar för på den enheten.", nameof(Input.ControlId));
            if (control.DoneBy is DoneBy.Count)
            {
                await using var all = databases.OpenAsSystem("förråd");
                Input.Object = await StoreCards.CodeAsync(all, Input.Object, Stop)
                    ?? throw new Refusal("Skriv förrådets kod, så som den står under Läkemedel.", nameof(Input.Object));
            }
            // Numbered over the whole control, so that the same object at two units makes two.
            await using var system = databases.OpenAsSystem("extra kontroll");
            var number = await system.Occasions.CountAsync(o => o.ControlId == control.Id && !o.Planned, Stop) + 1;
            Db.Occasions.Add(new(id, control, Input.UnitId!.Value, (Input.Object ?? "").Trim(),
                new(new($"{Today.Year}-E{number}", Today, Today), Today, Today.AddDays(DaysToDoIt)), Me.PersonId, planned: false));
        }, () => Redirect($"/kontroller/{id}"), "Kontrollen är tillagd. Den planerade kontrollen och dess sista dag är som förut.");
    }

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        var reached = Me.Of(Thing.Occasions, Right.Write).Anywhere.ToHashSet();
        Units = [new("Välj enhet", ""),
            .. tree.All.Where(u => u.ExistsOn(Today) && reached.Contains(u.Id))
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        var controls = await Db.Plans.AsNoTracking()
            .Where(p => p.Status == PlanStatus.Adopted && p.Year == Today.Year)
            .SelectMany(p => p.Controls)
            .OrderBy(c => c.Order)
            .ToListAsync(Stop);
        Controls = [new("Välj kontroll", ""), .. controls.Select(c => new SelectListItem(c.Title, c.Id.ToString()))];
    }
}

public sealed class ExtraInput
{
    public Guid? ControlId { get; set; }
    public Guid? UnitId { get; set; }
    public string? Object { get; set; }
}
