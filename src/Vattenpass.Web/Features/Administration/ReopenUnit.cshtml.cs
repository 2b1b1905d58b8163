using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>A unit goes on after all: its last day is taken away, and what is not done comes back to it.</summary>
[Needs(Thing.People, Right.Write)]
public sealed class ReopenUnitModel(VattenpassDb db, Databases databases) : FormPage<NoInput>(db)
{
    public Unit Unit { get; private set; } = null!;
    public int Occasions { get; private set; }
    /// <summary>The last day has passed: who held what elsewhere since then stays true.</summary>
    public bool HasBeenClosed => Unit.To < Today;

    protected override Basis MadeFrom => Basis.Document($"{Occasions}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/administration/enheter"));
        return await SaveAsync(Acts.ReopenUnit, async () =>
        {
            await using var system = databases.OpenAsSystem("enhet öppnas");
            var unit = Db.Take(await system.Units.Include(u => u.Versions).FirstAsync(u => u.Id == id, Stop));
            var closed = await PutBack.ReadAsync(system, Acts.CloseUnit, id, Stop);
            await closed.PutAsync(Db, system, Stop, HasBeenClosed ? [typeof(Assignment)] : []);
            unit.Reopen();
            foreach (var planId in Db.ChangeTracker.Entries<Occasion>()
                .Where(e => e.State is EntityState.Modified)
                .Select(e => e.Entity.PlanId)
                .Distinct()
                .ToList())
            {
                var plan = Db.Take(await system.Plans.FirstAsync(p => p.Id == planId, Stop));
                Db.Add(plan.Record(new(Db.NewId(), plan, Today,
                    $"{Unit.Name} fortsätter. Kontroller som inte är gjorda ligger där som förut.")));
            }
        }, () => Redirect("/administration/enheter"), $"{Unit.Name} fortsätter.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var unit = (await TreeAsync()).Find(id);
        if (unit?.To is null || !Me.May(Thing.People, Right.Write, unit)) return false;
        Unit = unit;
        await using var system = databases.OpenAsSystem("enhet öppnas");
        Occasions = (await PutBack.ReadAsync(system, Acts.CloseUnit, id, Stop)).Count<Occasion>();
        return true;
    }

    public string ComesBack =>
        Occasions == 0
            ? "Inga kontroller flyttades eller utgick då."
            : $"Då flyttades eller utgick {Prose.Number(Occasions, "kontroll", "kontroller")}. De som inte är gjorda kommer tillbaka.";
}
