using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>A step of the first hour: what it is for, and where it is taken. Ways are the addresses with their names, the usual one first.</summary>
public sealed record FirstStep(string Name, string For, bool IsDone, IReadOnlyList<(string Address, string Name)> Ways);

/// <summary>
/// The way from an empty installation to a running year. Shown to those who can walk some of it, until a plan is adopted and laid out on its registers; every
/// step may be left for later, and is taken on the same pages as ever after.
/// </summary>
public static class FirstSteps
{
    /// <summary>Where a step leads when it is taken: back to the steps that are left, else where it always leads.</summary>
    public static async Task<string> AfterAsync(VattenpassDb db, Access me, string always, CancellationToken stop) =>
        (await ReadAsync(db, me, stop)).Any(s => !s.IsDone) ? "/" : always;

    /// <summary>Empty when there is nothing left to begin with, or nothing that this person can do about it.</summary>
    public static async Task<IReadOnlyList<FirstStep>> ReadAsync(VattenpassDb db, Access me, CancellationToken stop)
    {
        var (plans, people) = (me.Can(Thing.Plans, Right.Write), me.Can(Thing.People, Right.Write));
        if (!plans && !people) return [];
        var (registers, adopts) = (me.Can(Thing.Registers, Right.Write), me.Can(Thing.Adoption, Right.Write));
        var adopted = await db.Plans.AsNoTracking().Include(p => p.Controls).Where(p => p.Status == PlanStatus.Adopted).OrderByDescending(p => p.Year).FirstOrDefaultAsync(stop);
        var lacking = adopted is null ? [] : await LackingAsync(db, adopted, stop);
        // A running year begins with what it is laid out on; after that nothing more is begun with.
        if (adopted is not null && (lacking.Count == 0 || adopted.Year < db.Today.Year)) return [];
        var newest = await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).Select(p => new { p.Year, p.Status }).FirstOrDefaultAsync(stop);
        var decided = newest?.Status is PlanStatus.Proposed;
        return
        [
            new("Organisationen", "Alla kontroller läggs ut på enheter, och alla siffror räknas per enhet.",
                await db.Units.AnyAsync(u => u.Kind == UnitKind.Unit, stop),
                Ways((registers, "/register/las-in?register=organisation", "Läs in en fil"), (people, "/administration/enheter", "Skriv enheterna själv"))),
            new("Personerna", "De som ska göra kontrollerna, och de som ska få veta.",
                await db.People.CountAsync(stop) > 2, Ways((people, "/administration/personer/las-in", "Läs in en lista"), (people, "/administration/person", "Lägg till en i taget"))),
            new("Planen", "Nämndens risker, åtgärder och kontroller för året.",
                newest is not null, Ways((plans, "/plan/las-in", "Läs in planen från Word eller Excel"), (plans, "/plan/ny", "Börja från mallarna"))),
            new("Beslutet", "När nämndens beslut är antecknat läggs kontrollerna ut i årshjulet.",
                adopted is not null, newest is null ? [] : Ways((adopts && decided, $"/plan/{newest.Year}/faststall", "Anteckna nämndens beslut"), (plans, $"/plan/{newest.Year}", "Se över planen"))),
            new("Registren", lacking.Count > 0 ? $"Planens kontroller görs på {Prose.List(lacking)}, som inte är {(lacking.Count > 1 ? "inlästa" : "inläst")}. Utan dem läggs inga tillfällen ut."
                : "Telefoner, förråd, ärenden och annat som kontrolleras. Kan vänta tills en kontroll behöver dem.",
                lacking.Count == 0 && await db.RegisterImports.AnyAsync(i => i.Register != RegisterKinds.Organisation.Key && i.UndoneAt == null, stop), Ways((registers, "/register/las-in", "Läs in filer"))),
        ];

        static IReadOnlyList<(string, string)> Ways(params (bool May, string Address, string Name)[] ways) => [.. ways.Where(w => w.May).Select(w => (w.Address, w.Name))];
    }

    /// <summary>Registers that a control of the plan is laid out on, and that nobody has read in.</summary>
    private static async Task<IReadOnlyList<string>> LackingAsync(VattenpassDb db, Plan plan, CancellationToken stop)
    {
        var needed = plan.Controls.Where(c => c.Scope is ScopeKind.Objects or ScopeKind.UnitsWithObjects).Select(c => c.Register).OfType<string>().ToHashSet();
        var there = await db.RegisterRows.Where(r => r.Year <= plan.Year && r.ReplacedByImportId == null).Select(r => r.Register).Distinct().ToListAsync(stop);
        // Stores may be typed one by one.
        if (await db.Stores.AnyAsync(stop)) there.Add(RegisterKinds.Stores.Key);
        return [.. needed.Except(there).Select(RegisterKinds.NameOf)];
    }
}
