using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Web.Demo;

/// <summary>A year of control as it goes: most is done, some never, some shows faults, and not every fault is dealt with.</summary>
public sealed class DemoYear(VattenpassDb db, Databases databases, DemoTown town, DemoClock clock, DateOnly today)
{
    private const int DaysLeftToDo = 25;
    private readonly DemoStores stores = new(db, town);

    public async Task LiveAsync(Plan plan, CancellationToken stop)
    {
        var random = new Random(plan.Year * 7);
        await stores.FurnishAsync(new(plan.Year, 1, 1), stop);
        await DrawAsync(plan, stop);
        var occasions = await db.Occasions.Include(o => o.Control)
            .Include(o => o.Checks)
            .Include(o => o.Responsible)
            .Include(o => o.Unit)
            .Where(o => o.PlanId == plan.Id)
            .OrderBy(o => o.Due)
            .ThenBy(o => o.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        foreach (var occasion in occasions.Where(o => Happens(o, plan)))
        {
            var on = occasion.To.AddDays(-random.Next(6));
            if (on > occasion.Due) on = occasion.Due;
            if (on > today) on = today;
            clock.Set(on);
            var deviating = Deviating(occasion, random);
            if (occasion.Control.DoneBy is DoneBy.Count)
            {
                await stores.CountAsync(occasion, deviating, on, random, stop);
                foreach (var deviation in db.Deviations.Local.Where(d => d.OccasionId == occasion.Id && !d.IsClosed).ToList())
                    GiveFate(deviation, occasion, on, random, plan);
            }
            else if (ControlKinds.FindForm(occasion.Control.FormKey) is { } form)
                await FillInAsync(occasion, form, deviating, on, random, plan, stop);
            else State(occasion, deviating, on, random, plan);
        }
        await db.SaveAsync(Acts.RegisterOutcome, stop: stop);
    }

    /// <summary>The lists were drawn by the program the day each occasion opened.</summary>
    private async Task DrawAsync(Plan plan, CancellationToken stop)
    {
        var drawn = await db.Occasions.Include(o => o.Checks)
            .Include(o => o.Control)
            .ThenInclude(c => c.Plan)
            .Where(o => o.PlanId == plan.Id
                && o.Opens <= today
                && o.Control.FormKey != ""
                && o.Control.Register != null
                && o.Control.Scope != ScopeKind.Objects)
            .OrderBy(o => o.Opens)
            .ThenBy(o => o.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        foreach (var occasion in drawn)
        {
            clock.Set(occasion.Opens);
            await new SampleDrawer(databases).DrawAsync(db, occasion, "", "", null, stop);
        }
    }

    /// <summary>A control without a form: only what it showed is stated.</summary>
    private void State(Occasion occasion, int deviating, DateOnly on, Random random, Plan plan)
    {
        var count = occasion.Control.Key switch { LogControl.ControlKey => 200 + random.Next(500), TimeLimits.ControlKey => 20, _ => 1 };
        var outcome = occasion.Register(db.NewId(),
            new(deviating > 0 ? OutcomeResult.Deviation : OutcomeResult.WithoutRemark, on, Math.Max(count, deviating), deviating, 0,
                Independence.SelfControl, "", "", []),
                    occasion.ResponsibleId, occasion.Responsible?.Name ?? "Utvecklingsledare", db.Now, on);
        db.Add(outcome);
        var kinds = ControlKinds.FaultsOf(occasion.Control.Key).ToList();
        for (var n = 0; n < deviating; n++)
        {
            var deviation =
                db.Report(new(occasion.AtUnit, occasion.Field, kinds[random.Next(kinds.Count - 1)], "Upptäckt vid kontrollen.", Severity.Minor,
                    on, occasion.PeriodKey, occasion.Id, occasion.Control.Key, occasion.ObjectKey,
                    "Ansvarig chef fick veta samma dag."), occasion.ResponsibleId);
            GiveFate(deviation, occasion, on, random, plan);
        }
    }

    private async Task FillInAsync(Occasion occasion, CheckForm form, int deviating, DateOnly on, Random random, Plan plan, CancellationToken stop)
    {
        if (!occasion.HasList) db.AddRange(occasion.PutOnList([occasion.ObjectKey], db.NewId));
        foreach (var (check, n) in occasion.Checks.OrderBy(c => c.Number).ToList().Select((c, n) => (c, n)))
        {
            var answers = DemoAnswers.Of(form, wrong: n < deviating, random);
            var before = check.Faults;
            var outcome = occasion.Answer(check.ObjectKey,
                new(form.Read(answers), form.Key, 1, "", occasion.ResponsibleId,
                    occasion.Responsible?.Name ?? occasion.Control.PerformerTitles, db.Now, on, db.Now, 20 + random.Next(90)),
                db.NewId(), on);
            if (outcome is not null) db.Add(outcome);
            await FaultReports.FollowAsync(db, db, occasion, check, before, stop);
        }
        foreach (var deviation in db.Deviations.Local.Where(d => d.OccasionId == occasion.Id).ToList())
            GiveFate(deviation, occasion, on, random, plan);
    }

    /// <summary>What is due soon is left to do today; two places never begin, and a tenth of the rest is missed.</summary>
    private bool Happens(Occasion occasion, Plan plan)
    {
        if (occasion.Due > today.AddDays(-DaysLeftToDo) && plan.Year == today.Year) return false;
        if (occasion.Opens > today) return false;
        if (occasion.Control.Key == LogControl.ControlKey && occasion.UnitId == town.Unit("FS04").Id) return false;
        // Before the new routine of last summer more were missed.
        if (occasion.Control.Key == LogControl.ControlKey && plan.Year < today.Year && occasion.To.Month <= 6 && (occasion.Unit.Code.Sum(c => c) + occasion.To.Month) % 3 == 0) return false;
        var luck = occasion.Unit.Code.Sum(c => c) + occasion.To.Month * 3 + occasion.ObjectKey.Length;
        return occasion.Control.Key == MedicineStores.ControlKey && occasion.ObjectKey is "L05" or "L06"
            ? occasion.To.Month % 3 != 0
            : luck % 11 != 0;
    }

    private static int Deviating(Occasion occasion, Random random) => occasion.Control.Key switch
    {
        MedicineStores.ControlKey => random.Next(4) == 0 ? 1 : 0,
        Phones.ControlKey or DocumentationChain.ControlKey => random.Next(3) == 0 ? 1 : 0,
        Accounts.ControlKey or Hygiene.ControlKey => random.Next(4) == 0 ? 1 : 0,
        LogControl.ControlKey => random.Next(40) == 0 ? 1 : 0,
        TimeLimits.ControlKey or Economy.ControlKey => random.Next(9) == 0 ? 1 : 0,
        _ => 0,
    };

    private void GiveFate(Deviation deviation, Occasion occasion, DateOnly on, Random random, Plan plan)
    {
        var fate = random.Next(10);
        if (fate >= 2) deviation.StartInvestigation(on);
        if (fate >= 4)
            deviation.ConcludeInvestigation("Rutinen följdes inte vid överlämningen mellan arbetspass.", "Rutinen gicks igenom på APT.",
                Soon(on, 7), deviation.Severity is Severity.Serious ? town.Person("Förvaltningschef").Id : occasion.ResponsibleId);
        if (fate >= 5) deviation.GiveFeedback("Återkopplat till den som ansvarar för området.", Soon(on, 10));
        if (deviation.Matter is DrugMatter { IsDifference: true } difference && fate >= 5)
        {
            var (second, by) = (town.Person("Sjuksköterska hemsjukvård"), occasion.Responsible ?? town.Person("Sjuksköterska Almgården"));
            db.Add(difference.CountAgain(db.NewId(), stores.Counted(difference.LineId!.Value), "Samma antal vid omräkning.", by.Id, by.Name,
                second.Id == by.Id ? town.Person("MAS").Id : second.Id, second.Id == by.Id ? "MAS" : second.Name, db.Now, Soon(on, 3)));
            if (fate == 5)
                difference.CallLoss("Journal, signeringslistor och lås är genomgångna.", "Registrerad samma dag.", by.Name, Soon(on, 8));
            else difference.Explain("Ett uttag var skrivet på fel blad.", by.Name, Soon(on, 5));
        }
        if (fate >= 6 && deviation.Matter is DrugMatter matter) matter.Receive(Soon(on, 12), town.Person("MAS").Id);
        if (fate >= 6) deviation.Close("", Soon(on, 14), null);
        if (fate == 3 && plan.Year == today.Year)
            db.Measures.Add(new Measure(db.NewId(), occasion.AtUnit, occasion.Field, "Gå igenom rutinen på nästa APT",
                deviationId: deviation.Id));
    }

    private DateOnly Soon(DateOnly from, int days) => from.AddDays(days) is var day && day > today ? today : day;
}
