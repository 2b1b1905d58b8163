using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>
/// What imported rows mean for the year: a plan with its occasions where there is none, the outcomes the rows tell of, and
/// their deviations. Only changed rows are worked through, so reading the same files again changes nothing.
/// </summary>
public sealed class YearProjection(VattenpassDb db, OrganisationInUse organisation, int year, List<ToldChange> changes)
{
    /// <param name="undo">An import is taken back: an outcome that only it told of is as if it had never been.</param>
    /// <returns>The running year has no plan, and these rows ask for one.</returns>
    public async Task<bool> ApplyAsync(List<string> made, List<ImportRemark> warnings, CancellationToken stop, bool undo = false, bool makesPlan = true)
    {
        await StoreCards.FollowAsync(db, [.. changes.Select(c => c.Now).OfType<RegisterRow>()], stop);
        var plan = await db.Plans.Include(p => p.Controls).Include(p => p.Changes).FirstOrDefaultAsync(p => p.Year == year, stop);
        if (plan is null && year > db.Today.Year)
        {
            warnings.Add(new($"Planen {year}", null, null,
                "det finns ingen plan för året än. Registren läses in och används när en plan fastställs."));
            return false;
        }
        // An organisation tells of no control: the plan of the running year may still come.
        if (plan is null && year == db.Today.Year && changes.All(c => c.Kind == RegisterKinds.Organisation)) return false;
        if (plan is null && year == db.Today.Year && !makesPlan)
        {
            warnings.Add(new($"Planen {year}", null, null,
                "det finns ingen plan för året än. Registren läses in och används när planen är fastställd. Filer om gjorda kontroller läses in igen då, annars räknas de inte."));
            return true;
        }
        var isNew = plan is null;
        plan ??= await MakePlanAsync(stop);
        if (!plan.IsFrozen)
        {
            warnings.Add(new($"Planen {year}", null, null,
                $"planen är {plan.Standing}. Registren läses in, men kontroller och avvikelser i filerna räknas inte. Fastställ planen innan sådana filer läses in."));
            return false;
        }
        if (!isNew && changes.All(c => c.IsUnchanged)) return false;

        var rows = changes.Where(c => c.Now is not null).Select(c => c.Now!).ToList();
        var read = changes.Select(c => c.Kind.Key).Distinct().ToList();
        rows.AddRange(await db.RegisterRows.Where(r => r.Year == year
            && r.ReplacedByImportId == null
            && !read.Contains(r.Register)).ToListAsync(stop));
        var meetings = await OccasionLayout.MeetingsAsync(db, year, stop);
        var (added, ended) = await new OccasionLayout(db, organisation.Tree, rows,
            [.. (await db.Stores.Include(s => s.Duties).ToListAsync(stop)).UnionBy(db.Stores.Local, s => s.Id)],
            meetings).FitAsync(plan, isNew, [.. changes.Where(c => !c.IsUnchanged).Select(c => c.Kind.Key).Distinct()], stop);
        if (isNew) made.Insert(0, $"en plan för {year} av grundmallarna, {plan.Standing}");
        if (added > 0) made.Add(Prose.Number(added, "kontrolltillfälle", "kontrolltillfällen"));
        if (ended > 0) made.Add($"{ended} kontrolltillfällen avslutade");

        var outcomes = new ImportedOutcomes(db, plan, year, undo);
        await outcomes.LoadAsync(stop);
        ToldRows told = new(year, db.Today, organisation.RootId, changes, rows, plan.Controls, outcomes.HasResult,
            (about, remark) => warnings.Add(new(about, null, null, remark)));
        var registered = outcomes.Apply(told);
        if (registered > 0) made.Add($"{registered} utfall");
        var deviations = await new ImportedDeviations(db, outcomes).ApplyAsync(told, stop);
        if (deviations > 0) made.Add(Prose.Number(deviations, "avvikelse", "avvikelser"));
        return isNew && year == db.Today.Year;
    }

    private async Task<Plan> MakePlanAsync(CancellationToken stop)
    {
        var plan = new Plan(db.NewId(), year, organisation.RootId, $"Internkontrollplan {year}", RiskScale.Four);
        ControlKinds.AddBasicTo(plan, await RulesOn.DayAsync(db, new(year, 12, 31), stop), db.NewId);
        plan.MarkRetrospective();
        db.Plans.Add(plan);
        return plan;
    }
}
