using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Measures;

namespace Vattenpass.Web.Demo;

/// <summary>Two of last year's measures whose effect somebody has looked at: one helped, and of one it is not shown.</summary>
public sealed class DemoEffects(VattenpassDb db, DemoTown town)
{
    public async Task AddAsync(Plan plan, CancellationToken stop)
    {
        List<Guid> units = [.. await db.Units.Select(u => u.Id).ToListAsync(stop)];
        await LookAsync("Ny rutin för loggkontroll", LogControl.ControlKey, "MAS", "Fler enheter gör loggkontrollen varje månad.");
        await LookAsync("Utbildning i läkemedelshantering", MedicineStores.ControlKey, "Förvaltningschef", "Två förråd är fortfarande utan räkning vissa månader.");
        await db.SaveAsync(Acts.PlanEffect, stop: stop);

        async Task LookAsync(string title, string controlKey, string performer, string comment)
        {
            var measure = await db.Measures.Include(m => m.Comments).FirstAsync(m => m.Title == title && m.PlanId == plan.Id, stop);
            var control = plan.Controls.First(c => c.Key == controlKey);
            var planned = new EffectContent(EffectIndicator.Missed, NamedControl.Of(control), "", new(plan.Year, 7, 1), 6, town.Person(performer).Id) { UnitIds = units };
            var effect = db.Effects.Add(new(db.NewId(), measure, planned, new(plan.Year, 6, 1))).Entity;
            var count = await EffectReader.ReadAsync(db, effect, effect.Due.AddDays(60), stop);
            effect.Conclude(measure, new(count.Months(effect), [.. count.Rows.Select(r => r.OccasionId)], null, comment), town.Person(performer).Id, performer, effect.Due.AddDays(25));
        }
    }
}
