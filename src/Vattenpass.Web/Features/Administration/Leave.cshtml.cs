using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>Somebody leaves: everything that is not done goes to another in one act; what is done keeps its name.</summary>
[Needs(Thing.People, Right.Write)]
public sealed class LeaveModel(VattenpassDb db, Databases databases) : FormPage<LeaveInput>(db)
{
    public Person Person { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public HandingOver Hanging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.LastDay = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.HandOverEverything, async () =>
        {
            Refusal.If(Input.LastDay is null, "Ange sista dagen.", nameof(Input.LastDay));
            var last = Input.LastDay!.Value;
            await using var system = databases.OpenAsSystem("överlämning");
            var people = await system.People.ToDictionaryAsync(p => p.Id, Stop);
            Hanging = await HandingOver.ReadAsync(system, WhatHangs.OnPerson, id, last, Stop);
            var superiors = await Superiors.ReadAsync(system, Stop);
            var successor = Input.SuccessorId is { } to && to != id ? people.GetValueOrDefault(to) : null;
            MustBeAble(successor, superiors, last.AddDays(1));
            Db.Take(people[id]).Leave(last);
            Hanging.HandOver(Db, new(id, last, superiors, people, Db.NewId, Db.Now) { Successor = successor });
        }, () =>
        {
            Receipt($"{Person.Name} slutar {Input.LastDay:yyyy-MM-dd}.{(Hanging.IsEmpty ? "" : $" Överlämnat eller avslutat: {Hanging}.")}");
            return Redirect("/administration/personer");
        }, $"{Person.Name} slutar.");
    }

    private void MustBeAble(Person? successor, Superiors superiors, DateOnly from)
    {
        var needed = Hanging.Needed;
        Refusal.If(successor is null && needed.Count > 0, "Välj vem som tar över.", nameof(Input.SuccessorId));
        if (successor is null) return;
        Refusal.If(!successor.WorksOn(from), $"{successor.Name} arbetar inte här {from:yyyy-MM-dd}. Välj någon annan.",
            nameof(Input.SuccessorId));
        var not = needed.Where(n => !superiors.MayAct(successor.Id, n.Act!.Value, from)).Select(n => n.Many).Distinct().ToList();
        Refusal.If(not.Count > 0,
            $"{successor.Name} har inget uppdrag som ger rätt till {Prose.List(not)}. Ge ett uppdrag först, eller välj någon annan.",
            nameof(Input.SuccessorId));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var person = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, Stop);
        if (person is null || !Me.May(Thing.People, Right.Write, person)) return false;
        Person = person;
        People = await Choices.PeopleAsync(Db, id, Stop, "Ingen");
        await using var system = databases.OpenAsSystem("överlämning");
        Hanging = await HandingOver.ReadAsync(system, WhatHangs.OnPerson, id, Today, Stop);
        return true;
    }
}

public sealed class LeaveInput
{
    public DateOnly? LastDay { get; set; }
    public Guid? SuccessorId { get; set; }
}
