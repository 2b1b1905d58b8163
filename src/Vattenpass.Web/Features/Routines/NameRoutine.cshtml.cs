using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>Whoever investigates a deviation says which routine it is about.</summary>
[Needs(Thing.Deviations, Right.Write)]
public sealed class NameRoutineModel(VattenpassDb db) : FormPage<NameRoutineInput>(db)
{
    private Deviation deviation = null!;
    private RoutineFinding? finding;
    private List<Routine> routines = [];

    public string About => deviation.Kind;
    public IReadOnlyList<SelectListItem> Routines => [new("Ingen särskild", ""), .. routines.Select(r => new SelectListItem($"{r.Title} ({r.Process})", $"{r.Id}"))];

    protected override Basis MadeFrom => Basis.Values(new NameRoutineInput { RoutineId = finding?.RoutineId });

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.RoutineId = finding?.RoutineId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.NameRoutine, () =>
        {
            var routine = routines.Find(r => r.Id == Input.RoutineId);
            Refusal.If(Input.RoutineId is not null && routine is null, "Välj en rutin i listan.", nameof(Input.RoutineId));
            if (routine is null) Db.RemoveRange(new[] { finding }.OfType<RoutineFinding>());
            else if (finding is not null) finding.Name(routine);
            else Db.RoutineFindings.Add(new(Db.NewId(), routine, deviation));
        }, () => Redirect($"/avvikelser/{id}"), "Rutinen är antecknad.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.Deviations.FirstOrDefaultAsync(d => d.Id == id, Stop) is not { } found || found.IsClosed || found.Withdrawn || !Me.May(Thing.Deviations, Right.Write, found)) return false;
        deviation = found;
        finding = await Db.RoutineFindings.FirstOrDefaultAsync(f => f.DeviationId == id, Stop);
        var line = (await TreeAsync()).SelfAndAbove(found.UnitId!.Value).ToList();
        // Those that held in the unit when it was found; the ones that its own control tests stand first.
        var control = found.OccasionId is { } occasion ? (await Db.Occasions.AsNoTracking().Include(o => o.Control).FirstOrDefaultAsync(o => o.Id == occasion, Stop))?.Control : null;
        routines = [.. (await Db.Routines.ToListAsync(Stop)).Where(r => r.Id == finding?.RoutineId || r.HeldOn(found.FoundOn) && r.IsFor(line))
            .OrderByDescending(r => control is not null && r.IsTestedBy(control)).ThenBy(r => r.Title, SwedishOrder.Comparer)];
        return true;
    }
}

public sealed class NameRoutineInput
{
    public Guid? RoutineId { get; set; }
}
