using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reviews;

namespace Vattenpass.Web.Features.Meetings;

/// <summary>Reads what the board's paper tells.</summary>
/// <param name="whole">Sees all of it: the paper is of the whole board, whoever opens it, and tells of nobody.</param>
public sealed class BoardFactsReader(VattenpassDb whole, CancellationToken stop)
{
    private readonly DateOnly today = whole.Today;

    public async Task<BoardFacts> ReadAsync(DateOnly since)
    {
        var tree = new OrganisationTree(await whole.Units.AsNoTracking().ToListAsync(stop), today);
        var measures = await whole.Measures.AsNoTracking().Include(m => m.Comments).AsSplitQuery()
            .Where(m => m.Status != MeasureStatus.Suggested).ToListAsync(stop);
        var due = await DueAsync(since);
        var before = await ToDateAsync(today.AddYears(-1));
        return new(tree.NameOf(null), since, today, await ToDateAsync(today), before.Due > 0 ? before : null)
        {
            NotDone = NotDone(due),
            DueSince = due.Count,
            OlderOpen = await whole.Deviations.CountAsync(d => !d.Withdrawn && d.ClosedOn == null && d.FoundOn.Year < today.Year, stop),
            Serious = await SeriousAsync(since, tree),
            OpenMeasures = measures.Count(m => m.IsOpen),
            LateMeasures = measures.Count(m => m.IsLate(today)),
            MeasuresDone = measures.Count(IsDoneThisYear),
            Moved = [.. measures.Where(m => m.Moves.Any(v => v.On >= since)).Select(m => (m.Title, m.Moves[^1].From, m.Moves[^1].To, m.Moves.Count))],
            PlanChanges = await PlanChangesAsync(since),
            Promises = await PromisesAsync(measures),
            Money = await MoneyAsync(),
            Effects = await EffectsAsync(measures),
            Reviews = await ReviewsAsync(),
            Decisions = await DecisionsAsync(since),
        };
    }

    /// <summary>As it stood on a day: what was done later had not been done.</summary>
    private async Task<YearToDate> ToDateAsync(DateOnly day)
    {
        var checks = await whole.Occasions.AsNoTracking()
            .Where(o => o.Control.Plan.Year == day.Year && o.Control.Plan.Status != PlanStatus.Draft && o.Planned && o.EndedOn == null && o.Due < day)
            .Select(o => new { o.Result, o.PerformedOn }).ToListAsync(stop);
        var due = checks.Where(o => o.Result is not OutcomeResult.NotApplicable).ToList();
        var found = await whole.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.FoundOn.Year == day.Year && d.FoundOn <= day)
            .Select(d => new { d.Severity, d.ClosedOn }).ToListAsync(stop);
        return new(day.Year, day, due.Count, due.Count(o => o.PerformedOn <= day && o.Result is not (null or OutcomeResult.NotDone)),
            found.Count, found.Count(d => d.Severity is Severity.Serious), found.Count(d => !(d.ClosedOn <= day)));
    }

    /// <summary>One that was written down since was not known at the last meeting, whenever it was found.</summary>
    private async Task<IReadOnlyList<(string, string, DateOnly, string)>> SeriousAsync(DateOnly since, OrganisationTree tree)
    {
        var serious = await whole.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.Severity == Severity.Serious)
            .OrderByDescending(d => d.FoundOn).ThenBy(d => d.Id).ToListAsync(stop);
        return [.. serious.Where(d => d.FoundOn >= since || SwedishTime.DayOf(d.RegisteredAt) >= since)
            .Select(d => (d.ControlKey.Length > 0 ? d.Kind : "annan avvikelse", tree.AreaOf(d.UnitId)?.On(today).Name ?? "", d.FoundOn, d.StatusText))];
    }

    private bool IsDoneThisYear(Measure measure) => measure.Status is MeasureStatus.Done or MeasureStatus.Closed
        && measure.Comments.Any(c => c.Status == measure.Status && SwedishTime.DayOf(c.At).Year == today.Year);

    private async Task<IReadOnlyList<string>> PlanChangesAsync(DateOnly since)
    {
        var changes = await whole.Plans.AsNoTracking().SelectMany(p => p.Changes).Where(c => c.Date >= since).OrderBy(c => c.Date).ToListAsync(stop);
        return [.. changes.Select(c => $"{c.Date:yyyy-MM-dd}: {c.Text}")];
    }

    private async Task<IReadOnlyList<string>> DecisionsAsync(DateOnly since)
    {
        var sent = await whole.Reports.AsNoTracking().Where(r => r.SentOn != null).ToListAsync(stop);
        return [.. sent.Where(r => r.Decision?.On >= since)
            .Select(r => $"{r.Title} ({r.PeriodText}{(r.Number > 1 ? $", version {r.Number}" : "")}): {r.Decision!.Sentence()}")];
    }

    private async Task<List<Occasion>> DueAsync(DateOnly since)
    {
        var due = await whole.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).AsSplitQuery()
            .Where(o => o.Planned && o.EndedOn == null && o.Due >= since && o.Due < today && o.Control.Plan.Status != PlanStatus.Draft).ToListAsync(stop);
        return [.. due.Where(o => o.StateOn(today) is not OccasionState.NotApplicable)];
    }

    private static IReadOnlyList<NotDone> NotDone(IEnumerable<Occasion> due) =>
        [.. due.GroupBy(o => o.Control.Title)
            .Select(g => (Title: g.Key, Of: g.Count(), Missed: g.Where(o => !o.IsDone).ToList()))
            .Where(g => g.Missed.Count > 0)
            .Select(g => new NotDone(g.Title, g.Missed.Count, g.Of, g.Missed.Count(o => o.Current?.Reason.Length > 0)))
            .OrderByDescending(n => n.Missed).ThenBy(n => n.Control, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<(string, string, DateOnly?)>> PromisesAsync(IReadOnlyList<Measure> measures)
    {
        var promised = (await whole.Questions.AsNoTracking().ToListAsync(stop)).SelectMany(q => q.PromiseIds).ToHashSet();
        return [.. measures.Where(m => promised.Contains(m.Id) && m.IsOpen).OrderBy(m => m.End)
            .Select(m => (m.Title, m.IsLate(today) ? "försenad" : m.StatusText(m.Status, today), m.End))];
    }

    private async Task<IReadOnlyList<string>> MoneyAsync()
    {
        var envelopes = await whole.Envelopes.AsNoTracking().Include(e => e.Allocations).Where(e => e.Year == today.Year).OrderBy(e => e.DecidedOn).ToListAsync(stop);
        return [.. envelopes.Select(e => $"{e.Title}: {string.Join(' ', new EnvelopeSum(e).Sentences())}")];
    }

    private async Task<IReadOnlyList<string>> EffectsAsync(IReadOnlyList<Measure> measures)
    {
        var titles = measures.ToDictionary(m => m.Id, m => m.Title);
        var done = await whole.Effects.AsNoTracking().Where(e => e.DoneOn != null && e.DoneOn.Value.Year == today.Year)
            .OrderBy(e => e.DoneOn).ThenBy(e => e.Id).ToListAsync(stop);
        return [.. done.Where(e => titles.ContainsKey(e.MeasureId))
            .Select(e => $"{titles[e.MeasureId]}. {(e.IsCounted ? EffectText.Sentence(e.Counted) : e.Result())}")];
    }

    private async Task<IReadOnlyList<string>> ReviewsAsync()
    {
        var all = await ReviewReader.AllAsync(whole, stop);
        var meeting = (await ReviewReader.MeetingAsync(whole, all.SelectMany(r => r.Findings), stop)).Keys.ToHashSet();
        return [.. ReviewReader.Within(all, new(today.Year, 1, 1), today, today, meeting)
            .Select(r => $"{r.Title}: {string.Join(' ', new ReviewSum(r, today, meeting).Sentences())}")];
    }
}
