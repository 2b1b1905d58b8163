using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
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

    protected override Basis MadeFrom => Basis.Document($"{Hanging}");

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.LastDay = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/administration/personer"));
        var isDone = false;
        return await SaveAsync(Acts.HandOverEverything, async () =>
        {
            Refusal.If(Input.LastDay is null, "Ange sista dagen.", nameof(Input.LastDay));
            var last = Input.LastDay!.Value;
            await using var system = databases.OpenAsSystem("överlämning");
            var people = await system.People.ToDictionaryAsync(p => p.Id, Stop);
            Hanging = await HandingOver.ReadAsync(system, WhatHangs.OnPerson, id, last, Stop);
            var superiors = await Superiors.ReadAsync(system, Stop);
            var successor = Input.SuccessorId is { } to && to != id ? people.GetValueOrDefault(to) : null;
            MustBeAble(successor, superiors, await system.Stores.Include(x => x.Duties).ToListAsync(Stop), last.AddDays(1));
            Refusal.If(superiors.IsOnly(Role.Administrator, id, last.AddDays(1)),
                "Ingen annan är administratör den dagen. Ge någon annan uppdraget först.", nameof(Input.LastDay));
            var lastDone = await system.Occasions.Where(o => o.PerformerId == id && o.PerformedOn != null)
                .MaxAsync(o => o.PerformedOn, Stop);
            Refusal.If(last < lastDone, $"{Person.Name} gjorde en kontroll {lastDone:yyyy-MM-dd}. Välj den dagen eller senare.", nameof(Input.LastDay));
            Db.Take(people[id]).Leave(last);
            Hanging.HandOver(Db, new(id, last, superiors, people, Db.NewId, Db.Now) { Successor = successor });
            isDone = true;
        }, () =>
        {
            if (isDone)
                Receipt($"{Person.Name} slutar {Input.LastDay:yyyy-MM-dd}.{(Hanging.IsEmpty ? "" : $" Överlämnat eller avslutat: {Hanging}.")}");
            return Redirect("/administration/personer");
        }, $"{Person.Name} slutar.");
    }

    private void MustBeAble(Person? successor, Superiors superiors, List<MedicineStore> stores, DateOnly from)
    {
        Refusal.If(successor is null && Hanging.NeedsSuccessor, "Välj vem som tar över.", nameof(Input.SuccessorId));
        if (successor is not { } next) return;
        Refusal.If(!next.WorksOn(from), $"{next.Name} arbetar inte här {from:yyyy-MM-dd}. Välj någon annan.", nameof(Input.SuccessorId));
        Refusal.If(next.To is not null, $"{next.Name} slutar {next.To:yyyy-MM-dd}. Välj någon annan.", nameof(Input.SuccessorId));
        var byCode = StoresInUse.ByCode(stores);
        // A risk is answered for by anybody who works here; all else lies at a unit and in a field, and a store is not controlled by who answers for it.
        var beyond = Hanging.Beyond((thing, row) =>
            thing is Thing.Mine ? superiors.MayAct(next.Id, thing, from)
            : superiors.MayDo(next.Id, thing, row, from)
            && (row is not Occasion o || byCode.GetValueOrDefault(o.ObjectKey)?.MayControl(next.Id, from) != false));
        Refusal.If(beyond.Count > 0,
            $"{next.Name} kan inte ta över {Prose.List(beyond)}: inget uppdrag når dit, eller så ansvarar {next.Name} för förrådet. Ge ett uppdrag först, eller välj någon annan.",
            nameof(Input.SuccessorId));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var person = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, Stop);
        if (person is null || person.To is not null || !Me.May(Thing.People, Right.Write, person)) return false;
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
