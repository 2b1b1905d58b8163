using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Figures;

/// <summary>Reads the facts of a year, or a part of it, within what the reader may see.</summary>
public sealed class FactsReader(VattenpassDb db)
{
    private static readonly string[] MonthByMonth = [RegisterKinds.Staffing.Key, RegisterKinds.Competences.Key];

    public async Task<YearFacts> ReadAsync(int year, Period period, CancellationToken stop = default)
    {
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), period.To);
        var rows = (await db.RegisterRows.AsNoTracking()
            .Where(r => r.Year == year && r.ReplacedByImportId == null)
            .ToListAsync(stop)).ToLookup(r => r.Register);
        // What comes month by month is told beside the year before.
        var before = await db.RegisterRows.AsNoTracking()
            .Where(r => r.Year == year - 1 && r.ReplacedByImportId == null && MonthByMonth.Contains(r.Register)).ToListAsync(stop);
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Year == year, stop);
        var occasions = plan is null ? [] : await OccasionsAsync(plan.Id, period, tree, stop);

        var storeRows = rows[RegisterKinds.Stores.Key].ToList();
        // A plan that was adopted without a register of its own year was laid out on the newest there was.
        if (storeRows.Count == 0 && plan?.Status is PlanStatus.Adopted) storeRows = await StoreCards.RowsAsync(db, year, stop);
        var stores = StoresInUse.Facts(storeRows, await db.Stores.AsNoTracking().ToListAsync(stop), tree);

        // A register is known by its import or, for those who see only their own unit, by the rows they see.
        var imported = await db.RegisterImports.Where(i => i.Year == year && i.UndoneAt == null)
            .Select(i => i.Register)
            .Distinct()
            .ToListAsync(stop);
        var known = imported.Concat(rows.Select(r => r.Key)).ToHashSet();
        if (stores.Any(s => s.MonthsIn(period) > 0)) known.Add(RegisterKinds.Stores.Key);
        known.UnionWith(occasions.Where(o => plan!.Status is PlanStatus.Adopted || o.Registered)
            .Select(o => YearFacts.RunMark + o.Fact.ControlKey));

        return new(year, period, known)
        {
            Today = db.Today,
            Roles = (await db.PermissionRules.AsNoTracking().FirstOrDefaultAsync(stop))?.Roles ?? PermissionRules.Usual,
            Rules = await RulesOn.DayAsync(db, period.To, stop),
            Checks = [.. occasions.Select(o => o.Fact)],
            Deviations = await DeviationsAsync(year, period, tree, stop),
            Facts = [.. stores, .. rows.SelectMany(r => r).Concat(before).SelectMany(r => ControlKinds.All.SelectMany(k => k.FactsOf(r)))],
            Samples = plan is null ? [] : await SamplesAsync(plan.Id, period, tree, stop),
            Reminders = plan is null ? [] : await RemindersAsync(plan.Id, period, stop),
        };
    }

    private async Task<List<(OccasionFact Fact, bool Registered)>> OccasionsAsync(Guid planId, Period period, OrganisationTree tree, CancellationToken stop)
    {
        // For a part of the year a check counts when it was made by the period's end or its own due day.
        var whole = period.To.Month == 12;
        var occasions = await db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).AsSplitQuery()
            .Where(o => o.PlanId == planId && o.To >= period.From && o.To <= period.To).ToListAsync(stop);
        return [.. occasions.Select(o =>
            (new OccasionFact(o.Id, o.ControlId, o.Control.Key, tree.NameOf(o.UnitId), tree.AreaOf(o.UnitId)?.Name ?? "", o.ObjectKey, o.PeriodKey, o.Planned,
                o.IsDone && (whole || o.PerformedOn <= period.To || o.PerformedOn <= o.Due), o.EndedOn is not null, o.Current?.Checked ?? 0,
                o.Current?.Deviating ?? 0, o.Current?.Serious ?? 0,
                o.Current?.Objects ?? [])
            { Due = o.Due }, o.Outcomes.Any(x => x.PerformerId is not null)))];
    }

    /// <summary>Every draw but the lists of one: drawn again is told too.</summary>
    private async Task<List<SampleFact>> SamplesAsync(Guid planId, Period period, OrganisationTree tree, CancellationToken stop)
    {
        var samples = await db.Samples.AsNoTracking()
            .Include(s => s.Occasion.Outcomes)
            .Where(s => s.DrawnAt != null && s.Occasion.PlanId == planId && s.Occasion.To >= period.From && s.Occasion.To <= period.To)
            .ToListAsync(stop);
        // Rows are read only for those that are counted group by group.
        var grouped = samples.Where(s => s.IsGrouped).Select(s => s.OccasionId).ToList();
        var checks = grouped.Count == 0 ? [] : await db.Occasions.AsNoTracking().Where(o => grouped.Contains(o.Id)).SelectMany(o => o.Checks).ToListAsync(stop);
        return [.. samples.Select(s =>
            new SampleFact(s.Occasion.ControlId, tree.NameOf(s.UnitId), s.Occasion.PeriodKey, s.Number, s.Selection, s.PopulationCount,
                s.Items.Count - s.Replacements.Count,
                    s.Occasion.Current?.Checked ?? 0, s.Occasion.Current?.Deviating ?? 0, s.Occasion.IsDone, s.Replacements.Count,
                    s.LeftOut.Count, s.Reason)
            { Groups = s.Groups(checks.Where(c => c.OccasionId == s.OccasionId)) })];
    }

    private async Task<List<ReminderFact>> RemindersAsync(Guid planId, Period period, CancellationToken stop)
    {
        var counts = await db.Reminders.AsNoTracking()
            .Where(r => r.OccasionId != null
                && db.Occasions.Any(o => o.Id == r.OccasionId && o.PlanId == planId && o.To >= period.From && o.To <= period.To))
            .GroupBy(r => new { r.Kind, r.Step, ToList = r.PersonId == null }).Select(g =>
                new { g.Key.Kind, g.Key.Step, g.Key.ToList, Count = g.Count() }).ToListAsync(stop);
        return [.. counts.GroupBy(c => c.Kind is ReminderKind.OwnSentence ? "egen mening" : c.ToList ? "listan" : c.Step)
            .Select(g => new ReminderFact(g.Key, g.Sum(c => c.Count)))];
    }

    private async Task<List<DeviationFact>> DeviationsAsync(int year, Period period, OrganisationTree tree, CancellationToken stop)
    {
        var deviations = await db.Deviations.AsNoTracking()
            .Where(d => !d.Withdrawn && d.FoundOn >= period.From && d.FoundOn <= period.To)
            .ToListAsync(stop);
        DateOnly? asOf = period == Period.Year(year) ? null : period.AsOf(db.Today);
        return [.. deviations.Select(d => Fact(d, asOf, tree))];
    }

    /// <summary>A part of the year is told of as it stood on its last day. A state that a file gave without a day stands as it was given.</summary>
    private static DeviationFact Fact(Deviation d, DateOnly? asOf, OrganisationTree tree)
    {
        bool Had(bool isSo, DateOnly? on) => isSo && (asOf is null || on is null || on <= asOf);
        var (started, concluded) = (d.Investigation is not InvestigationState.NotStarted, d.Investigation is InvestigationState.Concluded);
        var isUndated = asOf is not null
            && ((started && d.InvestigationStartedOn is null)
                || (concluded && d.InvestigationConcludedOn is null)
                || (d.FeedbackGiven && d.FeedbackGivenOn is null));
        return new(
            d.Id, d.ControlKey, d.ObjectKey, tree.NameOf(d.UnitId), d.Kind, d.PeriodKey, d.Severity is Severity.Serious,
            Had(started, d.InvestigationStartedOn), Had(concluded, d.InvestigationConcludedOn), Had(d.FeedbackGiven, d.FeedbackGivenOn),
            d.Description, !isUndated);
    }
}
