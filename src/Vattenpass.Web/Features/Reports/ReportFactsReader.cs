using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Features.Reviews;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Features.Routines;

namespace Vattenpass.Web.Features.Reports;

/// <summary>
/// Gathers what a report is composed of. A report is the board's and covers all its units, so its facts are read with the
/// report's own reach, not the reader's: who may see the report at all is judged on the report (docs/adr).
/// </summary>
public sealed class ReportFactsReader(Databases databases)
{
    public async Task<ReportFacts> ReadAsync(Report report, CancellationToken stop = default)
    {
        await using var db = databases.OpenAsSystem("rapport");
        // Many questions, one answer: what is saved between two of them is in none.
        await using var view = await db.SnapshotAsync(stop);
        var plan = await db.Plans.AsNoTracking()
            .Include(p => p.Risks)
            .Include(p => p.Controls)
            .ThenInclude(c => c.Risk)
            .Include(p => p.Changes)
            .AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Year == report.Year, stop);
        Refusal.If(plan is null, $"Det finns ingen plan för {report.Year}. Läs in register eller gör en plan först.");
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), report.To);
        var (logCounts, logCases) = await LogFactsReader.ReadAsync(db, db.Access, report.Period, tree, stop);
        var facts = await new FactsReader(db).ReadAsync(report.Year, report.Period, stop);
        facts = facts with { Facts = [.. facts.Facts, .. logCounts, .. logCases] };
        var deviations = await db.Deviations.AsNoTracking()
            .Include(d => d.Occasion!.Control)
            .Where(d => !d.Withdrawn && d.FoundOn >= report.From && d.FoundOn <= report.To)
            .ToListAsync(stop);
        var measures = await db.Measures.AsNoTracking()
            .Include(m => m.Risk)
            .Include(m => m.Deviation!.Occasion!.Control)
            .Include(m => m.Owner)
            .Include(m => m.ReportingOfficer)
            .Include(m => m.Comments)
            .AsSplitQuery()
            .Where(m => m.Status != MeasureStatus.Suggested
                && (m.PlanId == plan!.Id
                    || (m.Deviation != null && m.Deviation.FoundOn >= report.From && m.Deviation.FoundOn <= report.To))).ToListAsync(stop);
        var others = measures.Select(m => m.MergedIntoId).OfType<Guid>().ToHashSet();
        var into = others.Count == 0 ? [] : await db.Measures.AsNoTracking().Where(m => others.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Title, stop);
        var doneBy = await DoneByAsync(db, plan!.Id, report, stop);
        var before = await PlanBefore.ReadAsync(db, report.Year, stop);
        var compared = before is null ? null : new PlanComparison(plan!, before);
        var found = await ReviewReader.AllAsync(db, stop);
        var meeting = await ReviewReader.MeetingAsync(db, found.SelectMany(r => r.Findings), stop);
        var effects = (await db.Effects.AsNoTracking().OrderBy(e => e.ChangedOn).ToListAsync(stop)).ToLookup(e => e.MeasureId);
        var envelopes = await db.Envelopes.AsNoTracking().Include(e => e.Allocations).ThenInclude(a => a.Measure).OrderBy(e => e.DecidedOn).ToListAsync(stop);
        return new(
            tree.NameOf(plan!.UnitId), plan.Standing, report,
            [.. plan.Controls.OrderBy(c => c.Order).Select(c => Fact(c, plan, facts, db.Today) with { DoneBy = doneBy.GetValueOrDefault(c.Id) ?? [] })],
            YearFigures.Of(facts),
            [.. measures.OrderBy(m => m.Start).Where(m => m.Start is not null || m.Status is not (MeasureStatus.Merged or MeasureStatus.Cancelled))
                .Select(m => Fact(m, plan, report, into, effects[m.Id], db.Today))],
            [.. deviations.GroupBy(d =>
                (ControlKey: FullYearReport.SectionKey(d.ControlKey, d.Occasion?.Control.Item), Kind: KindOf(d),
                    Place: ControlKinds.Of(d.ControlKey).IsToldPerObject ? d.ObjectKey : tree.NameOf(d.UnitId),
                    Area: tree.AreaOf(d.UnitId)?.Name ?? "", Control: d.Occasion?.Control.Title ?? ""))
                        .Select(g => new DeviationSummary(g.Key.ControlKey, g.Key.Kind, g.Key.Place, g.Key.Area, g.Sum(d => d.Count),
                            g.Where(d => d.Severity is Severity.Serious).Sum(d => d.Count),
                            g.Where(d => d.IsClosed && (report.Kind is ReportKind.FullYear || d.ClosedOn <= report.To)).Sum(d => d.Count), g.Key.Control))],
            [.. plan.Changes.OrderBy(c => c.Date).Select(c => $"{c.Date:yyyy-MM-dd}: {c.Text}")], db.Today)
        {
            YearBefore = before?.Year ?? 0,
            LastYear = compared is null ? [] : await LastYearAsync(db, compared, plan!.Id, before!.Id, stop),
            LessControlled = compared is null ? [] : [.. compared.InNeedOfReason.Select(c => LessControlled(c, plan!))],
            Reviews = ReviewReader.Within(found, report.From, report.To, db.Today, meeting.Keys.ToHashSet()),
            ReviewMeasures = meeting.ToDictionary(m => m.Key, m => $"{m.Value.Title} ({m.Value.StatusText(m.Value.Status, db.Today)})"),
            ReviewMoney = [.. envelopes.SelectMany(e => e.Allocations)],
            Repeated = [.. DeviationPattern.Of(deviations, report.To).Select(p => Again(p, tree))],
            IsCountedOneByOne = deviations.Exists(d => d.Count > 1),
            Assessments = [.. deviations.SelectMany(d => d.Assessments.GroupBy(a => a.Kind).Select(g => g.Last())).Where(a => report.Kind is ReportKind.FullYear || a.On <= report.To)
                .GroupBy(a => a.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count(), g.Count(a => a.HandedOver)))],
            Carried = await CarriedAsync(db, plan, report, stop),
            OtherDeviations = OtherDeviation.Count(await OtherAsync(db, report, stop), report.Kind is ReportKind.FullYear ? db.Today : report.To),
            AtOnce = await AtOnceAsync(db, plan.Id, report, stop),
            Answers = await AnswersAsync(db, plan, report, tree, stop),
            Envelopes = [.. envelopes.Where(e => e.Year == report.Year)],
            Routines = [.. (await RoutineReader.ReadAsync(db, report.Year, stop)).Select(r => r.Within(report.From, report.To))],
        };
    }

    /// <summary>Who made the checks, by the title each held that day. Checks that rows of a file told of name nobody here.</summary>
    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<(string, int)>>> DoneByAsync(VattenpassDb db, Guid planId, Report report, CancellationToken stop)
    {
        var done = (await db.Occasions.AsNoTracking().Include(o => o.Outcomes)
            .Where(o => o.PlanId == planId && o.Planned && o.EndedOn == null && o.To >= report.From && o.To <= report.To && o.PerformedOn != null)
            .ToListAsync(stop)).Where(o => o is { IsDone: true, Current.PerformerId: not null }).ToList();
        var held = (await db.Assignments.AsNoTracking().Include(a => a.Title).ToListAsync(stop)).ToLookup(a => a.PersonId);
        string TitleOf(Guid person, DateOnly day) => held[person].Where(a => a.HoldsOn(day)).Select(a => a.Title.Name).Order(SwedishOrder.Comparer).FirstOrDefault() ?? "";
        return done.GroupBy(o => o.ControlId).ToDictionary(g => g.Key, g => (IReadOnlyList<(string, int)>)[.. g.GroupBy(o => TitleOf(o.Current!.PerformerId!.Value, o.PerformedOn!.Value))
            .OrderBy(t => t.Key.Length == 0).ThenByDescending(t => t.Count()).ThenBy(t => t.Key, SwedishOrder.Comparer).Select(t => (t.Key, t.Count()))]);
    }

    /// <summary>A change that was decided during the year has its reason there.</summary>
    private static string LessControlled(ComparedControl compared, Plan plan)
    {
        var isChangedSince = plan.ReasonFor(compared).Length == 0
            && plan.Changes.Any(c => c.Text.Contains(compared.Either.Title, StringComparison.Ordinal));
        return $"{compared.Either.Title}: {compared.WeakerText} {(isChangedSince ? "Ändrad under året: se ändringarna i planen." : plan.ReasonText(compared))}";
    }

    /// <summary>Each control's result beside last year's, of the whole of both years.</summary>
    private static async Task<IReadOnlyList<LastYearFact>> LastYearAsync(VattenpassDb db, PlanComparison compared, Guid planId, Guid beforeId, CancellationToken stop)
    {
        var (then, now) = (await PlanResults.ReadAsync(db, beforeId, stop), await PlanResults.ReadAsync(db, planId, stop));
        var results = then.Concat(now).ToDictionary(r => r.ControlId, r => r.Result);
        YearResult? Of(Control? control) => control is null ? null : results.GetValueOrDefault(control.Id) ?? new(0, 0, 0);
        return [.. compared.Controls.Select(c => new LastYearFact(c.Either.Title, Of(c.Before), Of(c.Now)))];
    }

    /// <summary>What earlier plans promised and was still going on when this year began.</summary>
    private static async Task<IReadOnlyList<MeasureFact>> CarriedAsync(VattenpassDb db, Plan plan, Report report, CancellationToken stop)
    {
        var earlier = await db.Plans.AsNoTracking().Where(p => p.Year < plan.Year).Select(p => p.Id).ToListAsync(stop);
        var measures = await db.Measures.AsNoTracking().Include(m => m.Risk!.Plan).Include(m => m.Owner).Include(m => m.ReportingOfficer).Include(m => m.Comments).AsSplitQuery()
            .Where(m => m.PlanId != null && earlier.Contains(m.PlanId.Value) && m.Status != MeasureStatus.Suggested && m.Status != MeasureStatus.Merged && m.Status != MeasureStatus.Cancelled)
            .ToListAsync(stop);
        // One whose end nobody has written down ended before anything was followed up here.
        bool WasOver(Measure m) => !m.IsOpen
            && (m.Comments.Where(c => c.Status == m.Status).Select(c => (DateOnly?)SwedishTime.DayOf(c.At)).Max() ?? DateOnly.MinValue) < report.From;
        return [.. measures.Where(m => !WasOver(m)).OrderBy(m => m.End).ThenBy(m => m.Title, StringComparer.Ordinal)
            .Select(m => Fact(m, plan, report, new Dictionary<Guid, string>(), [], db.Today) with { RiskValue = "", Status = m.IsLate(db.Today) ? "Försenad" : m.StatusText(m.Status, db.Today) })];
    }

    private static async Task<IEnumerable<OtherDeviation>> OtherAsync(VattenpassDb db, Report report, CancellationToken stop) =>
        (await db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == Domain.Registers.RegisterKinds.OtherDeviations.Key && r.Year == report.Year && r.ReplacedByImportId == null)
            .ToListAsync(stop)).Select(OtherDeviation.Of).OfType<OtherDeviation>().Where(d => report.Period.Contains(d.FoundOn));

    /// <summary>How many rows each thing was done about on the spot.</summary>
    private static async Task<List<AtOnceFact>> AtOnceAsync(VattenpassDb db, Guid planId, Report report, CancellationToken stop)
    {
        var rows = await db.Occasions.AsNoTracking()
            .Where(o => o.PlanId == planId && o.To >= report.From && o.To <= report.To)
            .SelectMany(o => o.Checks, (o, c) => new { o.ControlId, c.Result, c.AnsweredOn, c.DoneAtOnce })
            .Where(c => (c.Result == OutcomeResult.Deviation || c.Result == OutcomeResult.SeriousDeviation) && c.AnsweredOn <= report.To)
            .ToListAsync(stop);
        return [.. rows.SelectMany(r => r.DoneAtOnce, (r, what) => (r.ControlId, What: what))
            .GroupBy(r => r)
            .Select(g => new AtOnceFact(g.Key.ControlId, g.Key.What, g.Count()))];
    }

    /// <summary>The answers to the questions that the report tells of: counted, or each place's newest number.</summary>
    private static async Task<List<AnswerFact>> AnswersAsync(VattenpassDb db, Plan plan, Report report, OrganisationTree tree, CancellationToken stop)
    {
        var told = plan.Controls.Select(c => (Control: c, Items: (IReadOnlyList<FormItem>)[.. (ControlKinds.FindForm(c.FormKey)?.Items ?? []).Where(i => i.ToldAs.Length > 0)]))
            .Where(c => c.Items.Count > 0).ToDictionary(c => c.Control.Id, c => c.Items);
        if (told.Count == 0) return [];
        var ids = told.Keys.ToList();
        var rows = await db.Occasions.AsNoTracking().Where(o => ids.Contains(o.ControlId) && o.To >= report.From && o.To <= report.To)
            .SelectMany(o => o.Checks, (o, c) => new { o.ControlId, o.UnitId, o.To, c.AnsweredOn, c.Answers }).Where(c => c.AnsweredOn <= report.To).ToListAsync(stop);
        var answers = rows.SelectMany(r => told[r.ControlId], (r, item) => (r.ControlId, r.UnitId, On: r.To, Item: item, Answer: r.Answers.GetValueOrDefault(item.Key, "")))
            .Where(a => a.Answer.Length > 0).ToList();
        return [.. answers.Where(a => a.Item.Kind is ItemKind.Choice).GroupBy(a => (a.ControlId, a.Item.ToldAs, a.Answer)).Select(g => new AnswerFact(g.Key.ControlId, g.Key.ToldAs, g.Key.Answer, g.Count())),
            .. answers.Where(a => a.Item.Kind is not ItemKind.Choice).GroupBy(a => (a.ControlId, a.Item.ToldAs, a.UnitId)).Select(g => g.MaxBy(a => a.On))
                .Select(a => new AnswerFact(a.ControlId, a.Item.ToldAs, $"{a.Answer.Replace('.', ',')}{(a.Item.Unit.Length > 0 ? $" {a.Item.Unit}" : "")}", 1, tree.NameOf(a.UnitId!.Value), a.On))];
    }

    private static string Again(DeviationPattern pattern, OrganisationTree tree) =>
        $"{Prose.Capital(pattern.ControlKey.Length > 0 ? pattern.Kind : "annan avvikelse")}, {tree.NameOf(pattern.UnitId)}: {Prose.Number(pattern.Deviations, "avvikelse", "avvikelser")} i {Prose.CountWord(pattern.Months)} månader";

    /// <summary>What was reported outside a control is described in free words, which do not belong in a public table.</summary>
    private static string KindOf(Deviation deviation) => deviation.ControlKey.Length > 0 ? deviation.Kind : "annan avvikelse";

    private static ControlFact Fact(Control control, Plan plan, YearFacts facts, DateOnly today)
    {
        var occasions = facts.Checks.Where(o => o.ControlId == control.Id && o.Counts).ToList();
        var occurrences = control.Recurrence.In(plan.Year).ToList();
        var dues = occurrences.Select(o => o.Period.To).ToList();
        return new(
            control.Id, control.Key, control.Item, control.Title, control.Risk?.Title ?? "", control.Risk?.Description ?? "",
            control.Risk is { } risk ? plan.Scale.Text(risk.Score) : "",
            ControlKinds.Of(control.Key).MethodTold(facts) ?? control.MethodText, control.Recurrence.ToString(), control.ScopeText, control.UnitOfCount, control.PerformerTitles,
            control.ReportingTitles, control.OfficersText,
            Prose.List(control.LegalBasis.Where(l => l.HoldsOn(facts.Period.To)).Select(l => l.Reference)),
            occasions.Count, occasions.Count(o => o.Done), occasions.Count(o => !o.Done && o.Due < today),
            occasions.Count(o => o.Done && o.Deviating > 0),
            new(plan.Year, 1, 1),
            dues.Count is > 0 and <= 4
                ? dues
                : [new(plan.Year, 3, 31), new(plan.Year, 6, 30), new(plan.Year, 9, 30), new(plan.Year, 12, 31)],
            new(plan.Year, 12, 31))
        { AsRead = control.AsRead?.Sentence() ?? "", Purpose = control.Purpose };
    }

    /// <summary>A half-year tells where a measure stood on its last day, by what had been written about it then; a full year where it stands.</summary>
    private static (MeasureStatus Status, IReadOnlyList<MeasureComment> Comments) Standing(Measure measure, Report report)
    {
        var all = measure.Comments.OrderBy(c => c.At).ToList();
        if (report.Kind is ReportKind.FullYear || all.Count == 0) return (measure.Status, all);
        var then = all.Where(c => SwedishTime.DayOf(c.At) <= report.To).ToList();
        return (then.Count == 0 ? MeasureStatus.NotStarted : then[^1].Status, then);
    }

    /// <param name="into">The titles of measures that others have been merged into.</param>
    private static MeasureFact Fact(Measure measure, Plan plan, Report report, IReadOnlyDictionary<Guid, string> into,
        IEnumerable<EffectControl> effects, DateOnly today)
    {
        var (status, comments) = Standing(measure, report);
        // A half-year tells what was known on its last day.
        var known = report.Kind is ReportKind.FullYear || report.To > today ? today : report.To;
        var intoTitle = status is MeasureStatus.Merged && measure.MergedIntoId is { } other ? into.GetValueOrDefault(other) : null;
        return new(
            measure.Risk?.Title ?? measure.Deviation?.Kind ?? "", measure.Risk?.Description ?? "",
            measure.Risk is { } risk ? plan.Scale.Text(risk.Score) : "", measure.Title, measure.Description, intoTitle is null ? measure.StatusText(status, known) : $"{status.Swedish()}, fortsätter i {intoTitle}",
            measure.OwnersText, measure.ReportingText, measure.Start, measure.Checkpoints, measure.EndOn(known),
            [.. comments.Select(c => (c.Period, c.Participation is { } took ? $"{c.Text} {took}." : c.Text))],
            measure.Deviation is { } deviation ? FullYearReport.SectionKey(deviation.ControlKey, deviation.Occasion?.Control.Item)
                : plan.Controls.FirstOrDefault(c => measure.RiskId is not null && c.RiskId == measure.RiskId) is { } control
                ? FullYearReport.SectionKey(control.Key, control.Item)
                : "")
        {
            Decided = [.. measure.DecidedUntil(known), .. effects.Select(e => e.ToldOn(measure, known)).OfType<string>()],
            IsOver = status is MeasureStatus.Done or MeasureStatus.Closed or MeasureStatus.Cancelled or MeasureStatus.Merged,
        };
    }
}
