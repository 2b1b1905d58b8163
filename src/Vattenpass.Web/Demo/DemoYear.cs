using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>A year of control as it goes: most is done, some never, some shows faults, and not every fault is dealt with.</summary>
public sealed class DemoYear(VattenpassDb db, DemoTown town, DemoClock clock, DateOnly today)
{
    private const int DaysLeftToDo = 25;

    public async Task LiveAsync(Plan plan, CancellationToken stop)
    {
        var random = new Random(plan.Year * 7);
        var occasions = await db.Occasions.Include(o => o.Control).Include(o => o.Responsible).Include(o => o.Unit).Where(o => o.PlanId == plan.Id).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(stop);
        foreach (var occasion in occasions.Where(o => Happens(o, plan)))
        {
            var on = occasion.To.AddDays(-random.Next(6));
            if (on > today) on = today;
            clock.Set(on);
            var deviating = Deviating(occasion, random);
            var serious = deviating > 0 && occasion.Control.Key == "mobiltelefoner" && random.Next(4) == 0 ? 1 : 0;
            var count = occasion.Control.Key switch { "loggkontroll" => 200 + random.Next(500), "mobiltelefoner" => 2, "behorigheter" => 4, "tidsfrister" => 20, _ => 1 };
            var outcome = occasion.Register(db.NewId(), new(serious > 0 ? OutcomeResult.SeriousDeviation : deviating > 0 ? OutcomeResult.Deviation : OutcomeResult.WithoutRemark, on, Math.Max(count, deviating), deviating, serious, Independence.SelfControl, "", "", []),
                occasion.ResponsibleId, occasion.Responsible?.Name ?? "Utvecklingsledare", db.Now, on);
            for (var n = 0; n < deviating; n++) Deviate(occasion, outcome, serious: n < serious, random, plan);
        }
        await db.SaveAsync(Acts.RegisterOutcome, stop: stop);
    }

    /// <summary>What is due soon is left to do today; two places never begin, and a tenth of the rest is missed.</summary>
    private bool Happens(Occasion occasion, Plan plan)
    {
        if (occasion.Due > today.AddDays(-DaysLeftToDo) && plan.Year == today.Year) return false;
        if (occasion.Opens > today) return false;
        if (occasion.Control.Key == "loggkontroll" && occasion.UnitId == town.Unit("FS04").Id) return false;
        var luck = occasion.Unit.Code.Sum(c => c) + occasion.To.Month * 3 + occasion.ObjectKey.Length;
        return occasion.Control.Key == "lakemedel" && occasion.ObjectKey is "L05" or "L06" ? occasion.To.Month % 3 != 0 : luck % 11 != 0;
    }

    private static int Deviating(Occasion occasion, Random random) => occasion.Control.Key switch
    {
        "lakemedel" => random.Next(4) == 0 ? 1 : 0,
        "mobiltelefoner" => random.Next(2),
        "loggkontroll" => random.Next(40) == 0 ? 1 : 0,
        "tidsfrister" or "ekonomi" => random.Next(9) == 0 ? 1 : 0,
        _ => 0,
    };

    private void Deviate(Occasion occasion, Outcome outcome, bool serious, Random random, Plan plan)
    {
        var kinds = DeviationKinds.For(occasion.Control.Key).ToList();
        var deviation = new Deviation(db.NewId(), new(occasion.UnitId!.Value, occasion.Field, kinds[random.Next(kinds.Count - 1)], "Upptäckt vid kontrollen.", serious ? Severity.Serious : Severity.Minor,
            outcome.PerformedOn, occasion.PeriodKey, occasion.Id, occasion.Control.Key, occasion.ObjectKey, "Ansvarig chef fick veta samma dag."), occasion.ResponsibleId, db.Now);
        db.Deviations.Add(deviation);
        var fate = random.Next(10);
        if (fate >= 2) deviation.StartInvestigation(outcome.PerformedOn);
        if (fate >= 4) deviation.ConcludeInvestigation("Rutinen följdes inte vid överlämningen mellan arbetspass.", "Rutinen gicks igenom på APT.", Soon(outcome.PerformedOn, 7), occasion.ResponsibleId);
        if (fate >= 5) deviation.GiveFeedback("Återkopplat till den som ansvarar för området.", Soon(outcome.PerformedOn, 10));
        if (fate >= 6) deviation.Close("", Soon(outcome.PerformedOn, 14), null);
        if (fate == 3 && plan.Year == today.Year) db.Measures.Add(new Measure(db.NewId(), occasion.UnitId.Value, occasion.Field, "Gå igenom rutinen på nästa APT", deviationId: deviation.Id));
    }

    private DateOnly Soon(DateOnly from, int days) => from.AddDays(days) is var day && day > today ? today : day;
}
