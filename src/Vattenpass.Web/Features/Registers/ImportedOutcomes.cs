using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Registers on the year's occasions what imported rows say was done. A count the file does not have is left at zero, never invented.</summary>
public sealed class ImportedOutcomes(VattenpassDb db, Plan plan, int year, bool undo)
{
    private Dictionary<OccasionKey, Occasion> occasions = [];
    private ILookup<Guid, Deviation> counted = Array.Empty<Deviation>().ToLookup(_ => Guid.Empty);
    private int registered;

    public async Task LoadAsync(CancellationToken stop)
    {
        var stored = await db.Occasions.Include(o => o.Outcomes).Include(o => o.Control).Where(o => o.PlanId == plan.Id).ToListAsync(stop);
        counted = (await db.Deviations
            .Where(d => d.OriginKind == OriginKind.Occasion && !d.Withdrawn && d.Occasion!.PlanId == plan.Id && d.ReportedById == null)
            .ToListAsync(stop))
            .ToLookup(d => d.OccasionId!.Value);
        occasions = stored.Concat(db.Occasions.Local).Distinct().Where(o => o.PlanId == plan.Id).ToDictionary(o => o.Key);
    }

    public Control? Control(string key) => plan.Controls.FirstOrDefault(c => c.Key == key);

    public Occasion? Find(string controlKey, Guid unit, string obj, string period) =>
        Control(controlKey) is { } control ? occasions.GetValueOrDefault(OccasionKey.Of(control.Id, unit, obj, period)) : null;

    public bool? HasResult(string controlKey, Guid unit, string obj, string period) =>
        Find(controlKey, unit, obj, period) is { } occasion ? occasion.Result is not null : null;

    public int Apply(ToldRows rows)
    {
        foreach (var kind in ControlKinds.All)
            foreach (var check in kind.ChecksTold(rows)) Register(kind.Key, check);
        return registered;
    }

    private void Register(string controlKey, ToldCheck check)
    {
        var (unit, obj, period, content, performer) = check;
        if (Control(controlKey) is not { } control) return;
        var occasion = occasions.GetValueOrDefault(OccasionKey.Of(control.Id, unit, obj, period));
        if (occasion is null)
        {
            if (content is null) return;
            // Done outside the plan: shown, but in no denominator.
            var occurrence = Occurrence(control, period);
            occasion =
                occasions[OccasionKey.Of(control.Id, unit, obj, period)] =
                    new(db.NewId(), control, unit, obj, occurrence, null, planned: false);
            db.Occasions.Add(occasion);
        }
        // What a person has registered here is not overwritten by a file.
        if (occasion.Current?.PerformerId is not null) return;
        if (undo && content is null)
        {
            occasion.Unregister();
            foreach (var deviation in counted[occasion.Id]) deviation.Withdraw();
            return;
        }
        if (occasion.Import(db.NewId(), content, performer.Length > 0 ? performer : "uppgift saknas", db.Now,
            "ny inläsning") is not { } outcome)
            return;
        db.Add(outcome);
        registered++;
        if (check.Fault.Length > 0) Follow(occasion, outcome, check.Fault);
    }

    /// <summary>What a whole register shows to be wrong is followed up as one, with its number; read in again it is the same one.</summary>
    private void Follow(Occasion occasion, Outcome outcome, string fault)
    {
        var before = counted[occasion.Id].FirstOrDefault(d => d.Kind == fault);
        if (before is not null && (outcome.Deviating > 0 || !before.IsUntouched)) before.Recount(outcome.Deviating);
        else if (before is not null) before.Withdraw();
        else if (outcome.Deviating > 0)
            db.Deviations.Add(new(db.NewId(), new(occasion.AtUnit, occasion.Field, fault, "", Severity.Minor, outcome.PerformedOn,
                occasion.PeriodKey, occasion.Id, occasion.Control.Key, Count: outcome.Deviating), null, db.Now));
    }

    private Occurrence Occurrence(Control control, string period) =>
        control.Recurrence.In(year).Cast<Occurrence?>().FirstOrDefault(o => o!.Value.Period.Key == period)
        ?? new(Period.Month(period), new(year, 1, 1), new(year, 12, 31));
}
