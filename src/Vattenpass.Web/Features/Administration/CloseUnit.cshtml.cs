using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>A unit closes: what it would have done later goes to its successor, or ends by a decision that stands in the plan.</summary>
[Needs(Thing.People, Right.Write)]
public sealed class CloseUnitModel(VattenpassDb db, Databases databases) : FormPage<CloseUnitInput>(db)
{
    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];
    public HandingOver Hanging { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Document($"{Hanging}");

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.LastDay = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/administration/enheter"));
        var isDone = false;
        return await SaveAsync(Acts.CloseUnit, async () =>
        {
            Refusal.If(Input.LastDay is null, "Ange sista dagen.", nameof(Input.LastDay));
            var last = Input.LastDay!.Value;
            await using var system = databases.OpenAsSystem("enhet upphör");
            var units = await system.Units.Include(u => u.Versions).ToDictionaryAsync(u => u.Id, Stop);
            var people = await system.People.ToDictionaryAsync(p => p.Id, Stop);
            var next = Input.SuccessorId is { } to ? units.GetValueOrDefault(to) : null;
            Refusal.If(Input.SuccessorId is not null
                && (next is null || Successors.All(s => s.Value != next.Id.ToString()) || !next.ExistsOn(last.AddDays(1))),
                "Välj en enhet som finns dagen efter.", nameof(Input.SuccessorId));
            Hanging = await HandingOver.ReadAsync(system, WhatHangs.OnUnit, id, last, Stop);
            var occasions = Hanging.Rows<Occasion>().Where(o => next is not null || o.To > last).ToList();
            var lastDone = await system.Occasions.Where(o => o.UnitId == id && o.PerformedOn != null).MaxAsync(o => o.PerformedOn, Stop);
            Refusal.If(last < lastDone, $"En kontroll gjordes på enheten {lastDone:yyyy-MM-dd}. Välj den dagen eller senare.", nameof(Input.LastDay));
            if (next is null && occasions.Count > 0)
            {
                Refusal.IfEmpty(Input.DecidedBy,
                    $"Skriv vem som har beslutat att {Prose.Number(occasions.Count, "kontroll", "kontroller")} inte ska göras, eller välj vad som ersätter enheten.",
                    nameof(Input.DecidedBy));
                Refusal.IfEmpty(Input.Reason, "Skriv varför kontrollerna inte ska göras.", nameof(Input.Reason));
            }
            Db.Take(units[id]).Close(last, next?.Id);
            var controls = occasions.Select(o => o.ControlId).ToHashSet();
            var there = next is null ? []
                : await system.Occasions.AsNoTracking().Where(o => o.UnitId == next.Id && controls.Contains(o.ControlId)).ToListAsync(Stop);
            Hanging.HandOver(Db, new(id, last, await Superiors.ReadAsync(system, Stop), people, Db.NewId, Db.Now)
            {
                SuccessorUnit = next,
                DecidedBy = Input.DecidedBy ?? "",
                Reason = Input.Reason ?? "",
                DoneBySuccessor = there.Select(o => o.Key).ToHashSet(),
            });
            await RecordAsync(system, occasions, last, next);
            isDone = true;
        }, () =>
        {
            if (isDone) Receipt($"{Unit.Name} upphör {Input.LastDay:yyyy-MM-dd}.{(Hanging.IsEmpty ? "" : $" Det gällde {Hanging}.")}");
            return Redirect("/administration/enheter");
        }, $"{Unit.Name} upphör.");
    }

    /// <summary>What became of the controls stands in each plan, as every change after its adoption does.</summary>
    private async Task RecordAsync(VattenpassDb system, List<Occasion> occasions, DateOnly last, Unit? next)
    {
        foreach (var group in occasions.GroupBy(o => o.PlanId))
        {
            var plan = Db.Take(await system.Plans.FirstAsync(p => p.Id == group.Key, Stop));
            var (moved, ended) = (group.Count(o => o.EndedOn is null), group.Count(o => o.EndedOn is not null));
            List<string> told =
            [
                .. moved > 0 ? [$"{Prose.Number(moved, "kontroll", "kontroller")} går till {next!.Name}"] : Array.Empty<string>(),
                .. ended > 0 && next is not null
                ? [$"{Prose.Number(ended, "kontroll", "kontroller")} har {next.Name} själv"]
                : Array.Empty<string>(),
                .. next is null
                ? [$"{Prose.Number(ended, "kontroll", "kontroller")} utgår. Beslutat av {Input.DecidedBy!.Trim()}: {Input.Reason!.Trim()}"]
                : Array.Empty<string>(),
            ];
            Db.Add(plan.Record(new(Db.NewId(), plan, Today, $"{Unit.Name} upphör {last:yyyy-MM-dd}. {Prose.List(told)}")));
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var tree = await TreeAsync();
        var unit = tree.Find(id);
        if (unit is null || unit.To is not null || unit.ParentId is null || !Me.May(Thing.People, Right.Write, unit)) return false;
        Unit = unit;
        var below = tree.SelfAndBelow(id).ToHashSet();
        Successors = [new("Ingen", ""),
            .. tree.All.Where(u => !below.Contains(u.Id) && u.Kind == unit.Kind && u.To is null)
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        await using var system = databases.OpenAsSystem("enhet upphör");
        Hanging = await HandingOver.ReadAsync(system, WhatHangs.OnUnit, id, Today, Stop);
        return true;
    }
}

public sealed class CloseUnitInput
{
    public DateOnly? LastDay { get; set; }
    public Guid? SuccessorId { get; set; }
    public string? DecidedBy { get; set; }
    public string? Reason { get; set; }
}
