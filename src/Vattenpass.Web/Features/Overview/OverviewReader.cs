using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Clocks;
using Vattenpass.Web.Features.Plans;

namespace Vattenpass.Web.Features.Overview;

/// <summary>Checks of a year up to a day: those that should have been done, those that were, and those that come.</summary>
public readonly record struct Due(int Done, int Of, int Coming)
{
    public int Late => Of - Done;
    /// <summary>"123 av 160 (77 %)".</summary>
    public string Text => Of == 0 ? "inget än" : new Share(Done, Of, "kontroll", default).Short;
}

/// <summary>A control of the year, now and on the same day last year, and area by area.</summary>
public sealed record ControlNow(Guid Id, string Title, Due Now, Due? Before, IReadOnlyList<Due> Areas);

/// <summary>Something that somebody should do something about first: what, since when, whose it is, and where it is done.</summary>
public sealed record Burning(string What, string Detail, string Who, string Address, string Do);

/// <summary>A risk's value beside that of last year; null where there was none.</summary>
public sealed record RiskNow(Guid Id, int Year, string Title, string Text, int Value, int? Before);

/// <summary>How it is going, within reach. Never a number per person.</summary>
public sealed record OverviewNow(Due Now, Due? Before, int SeriousOpen, int SeriousBefore, int Found, int Untouched, int Ongoing, int Closed, int? OldestDays,
    int MeasuresOpen, int MeasuresLate, int MeasuresMoved, int MeasuresDone)
{
    public IReadOnlyList<Burning> Burning { get; init; } = [];
    public IReadOnlyList<Unit> Areas { get; init; } = [];
    public IReadOnlyList<ControlNow> Controls { get; init; } = [];
    /// <summary>Month by month of the year: due, and done of them.</summary>
    public IReadOnlyList<(int Of, int Done)> Months { get; init; } = [];
    public IReadOnlyList<RiskNow> Risks { get; init; } = [];
    /// <summary>The next four weeks: the first day, and how many checks have their last day in each.</summary>
    public IReadOnlyList<(DateOnly From, int Checks)> Weeks { get; init; } = [];
}

/// <summary>Reads how it is going. Only this year and the last are read, however many there are.</summary>
/// <param name="withRows">Names units and people in what burns: not to those who see only what is formal.</param>
public sealed class OverviewReader(VattenpassDb db, OrganisationTree tree, bool withRows, CancellationToken stop)
{
    private const int MostBurning = 5, MostSerious = 2, WeeksAhead = 4;
    private readonly DateOnly today = db.Today;

    private sealed record Check(Guid Id, Guid ControlId, string Title, string Key, int Order, int Year, Guid UnitId, DateOnly Due, DateOnly? PerformedOn, OutcomeResult? Result, string ObjectKey, Guid? Doer);
    private sealed record Found(Guid Id, string Kind, Guid UnitId, DateOnly FoundOn, DateOnly? ClosedOn, Severity Severity, bool IsUntouched, Guid? Investigator);

    /// <summary>Only the numbers: neither what burns nor what stands below it.</summary>
    public async Task<OverviewNow> NumbersAsync()
    {
        var (now, before, deviations, measures) = await RowsAsync(null);
        return Numbers(now, before, deviations, measures);
    }

    /// <param name="area">Only what lies at the area or below it.</param>
    public async Task<OverviewNow> ReadAsync(Guid? area)
    {
        var (now, before, deviations, measures) = await RowsAsync(area);
        var year = today.Year;
        return Numbers(now, before, deviations, measures) with
        {
            Burning = withRows ? await BurningAsync(now, deviations.FindAll(d => d.ClosedOn is null), measures) : [],
            Areas = [.. tree.Areas],
            Controls = Controls(now, before, today.AddYears(-1), area),
            Months = [.. Enumerable.Range(1, 12).Select(m => now.FindAll(c => c.Due.Month == m && c.Due.Year == year))
                .Select(due => (due.Count, due.Count(c => IsDone(c, today))))],
            Risks = await RisksAsync(year),
            Weeks = [.. Enumerable.Range(0, WeeksAhead).Select(w => today.AddDays(7 * w))
                .Select(from => (from, now.Count(c => c.Due >= from && c.Due < from.AddDays(7) && !IsDone(c, today))))],
        };
    }

    private async Task<(List<Check> Now, List<Check> Before, List<Found> Deviations, List<Measure> Measures)> RowsAsync(Guid? area)
    {
        HashSet<Guid>? within = area is { } chosen ? [.. tree.SelfAndBelow(chosen)] : null;
        var checks = await ChecksAsync(within);
        return (checks.FindAll(c => c.Year == today.Year), checks.FindAll(c => c.Year == today.Year - 1), await DeviationsAsync(within), await MeasuresAsync(within));
    }

    private OverviewNow Numbers(List<Check> now, List<Check> before, List<Found> deviations, List<Measure> measures)
    {
        var (year, then) = (today.Year, today.AddYears(-1));
        List<Found> found = [.. deviations.Where(d => d.FoundOn.Year == year)], open = [.. deviations.Where(d => d.ClosedOn is null)];
        var untouched = open.Where(d => d.IsUntouched).ToList();
        var thisYear = found.Where(d => d.ClosedOn is null && d.IsUntouched).ToList();
        return new(Of(now, today), before.Count > 0 ? Of(before, then) : null,
            open.Count(d => d.Severity is Severity.Serious), deviations.Count(d => d.Severity is Severity.Serious && d.FoundOn <= then && !(d.ClosedOn <= then)),
            found.Count, thisYear.Count, found.Count(d => d.ClosedOn is null) - thisYear.Count, found.Count(d => d.ClosedOn is not null),
            untouched.Count == 0 ? null : today.DayNumber - untouched.Min(d => d.FoundOn).DayNumber,
            measures.Count(m => m.IsOpen), measures.Count(m => m.IsLate(today)), measures.Count(m => m.IsOpen && m.Moves.Count > 0),
            measures.Count(m => m.Status is MeasureStatus.Done or MeasureStatus.Closed && m.Comments.Any(c => c.Status == m.Status && SwedishTime.DayOf(c.At).Year == year)));
    }

    private async Task<List<Check>> ChecksAsync(HashSet<Guid>? within)
    {
        var first = today.Year - 1;
        var all = await db.Occasions.AsNoTracking()
            .Where(o => o.Control.Plan.Year >= first && o.Control.Plan.Year <= today.Year && o.Control.Plan.Status != PlanStatus.Draft && o.Planned && o.EndedOn == null && o.Result != OutcomeResult.NotApplicable)
            .Select(o => new Check(o.Id, o.ControlId, o.Control.Title, o.Control.Key, o.Control.Order, o.Control.Plan.Year, o.UnitId!.Value, o.Due, o.PerformedOn, o.Result, o.ObjectKey, o.HandedToId ?? o.ResponsibleId))
            .ToListAsync(stop);
        return within is null ? all : all.FindAll(c => within.Contains(c.UnitId));
    }

    private async Task<List<Found>> DeviationsAsync(HashSet<Guid>? within)
    {
        var first = new DateOnly(today.Year - 1, 1, 1);
        var all = await db.Deviations.AsNoTracking().Where(d => !d.Withdrawn && (d.FoundOn >= first || d.ClosedOn == null || d.ClosedOn >= first))
            .Select(d => new Found(d.Id, d.ControlKey.Length > 0 ? d.Kind : "annan avvikelse", d.UnitId!.Value, d.FoundOn, d.ClosedOn, d.Severity,
                d.Investigation == InvestigationState.NotStarted && !d.FeedbackGiven, d.InvestigatorId))
            .ToListAsync(stop);
        return within is null ? all : all.FindAll(d => within.Contains(d.UnitId));
    }

    private async Task<List<Measure>> MeasuresAsync(HashSet<Guid>? within)
    {
        var all = await db.Measures.AsNoTracking().Include(m => m.Comments).AsSingleQuery().Where(m => m.Status != MeasureStatus.Suggested).ToListAsync(stop);
        return within is null ? all : all.FindAll(m => within.Contains(m.AtUnit));
    }

    private static bool IsDone(Check check, DateOnly day) => check.PerformedOn <= day && check.Result is not (null or OutcomeResult.NotDone);

    /// <summary>As it stood on a day: what was done later had not been done.</summary>
    private static Due Of(IEnumerable<Check> checks, DateOnly day)
    {
        var (done, of, coming) = (0, 0, 0);
        foreach (var check in checks)
        {
            if (check.Due >= day) { if (!IsDone(check, day)) coming++; continue; }
            of++;
            if (IsDone(check, day)) done++;
        }
        return new(done, of, coming);
    }

    private List<ControlNow> Controls(List<Check> now, List<Check> before, DateOnly then, Guid? area)
    {
        var areas = area is null ? tree.Areas.ToList() : [];
        var areaOf = now.Select(c => c.UnitId).Distinct().ToDictionary(u => u, u => tree.AreaOf(u)?.Id);
        var earlier = before.ToLookup(c => (c.Key, c.Title));
        return [.. now.GroupBy(c => (c.ControlId, c.Title, c.Key, c.Order)).OrderBy(g => g.Key.Order).Select(g => new ControlNow(g.Key.ControlId, g.Key.Title, Of(g, today),
            earlier[(g.Key.Key, g.Key.Title)].Any() ? Of(earlier[(g.Key.Key, g.Key.Title)], then) : null,
            [.. areas.Select(a => Of(g.Where(c => areaOf[c.UnitId] == a.Id), today))]))];
    }

    /// <summary>Worst first: what is serious, what the law's time has passed for, and then what has waited the longest.</summary>
    private async Task<List<Burning>> BurningAsync(List<Check> now, List<Found> open, List<Measure> measures)
    {
        List<Burning> burning = [];
        var serious = open.Where(d => d.Severity is Severity.Serious).OrderBy(d => d.FoundOn).ToList();
        var late = now.Where(c => c.Result is null && c.Due < today).OrderBy(c => c.Due).ToList();
        var overdue = measures.Where(m => m.IsLate(today)).OrderBy(m => m.End).ToList();
        var untouched = open.Where(d => d.IsUntouched && d.Severity is not Severity.Serious).OrderBy(d => d.FoundOn).ToList();
        HashSet<Guid> people = [.. serious.Select(d => d.Investigator).Concat(late.Take(1).Select(c => c.Doer)).Concat(overdue.Take(1).Select(m => m.OwnerId)).Concat(untouched.Take(1).Select(d => d.Investigator)).OfType<Guid>()];
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        string Who(Guid? person, string nobody) => person is { } id ? names.GetValueOrDefault(id, "någon utanför din enhet") : nobody;
        string Ago(DateOnly day) => Prose.Number(today.DayNumber - day.DayNumber, "dag", "dagar");

        burning.AddRange(serious.Take(MostSerious).Select(d => new Burning($"Allvarlig: {d.Kind}", $"{tree.NameOf(d.UnitId)}, öppen i {Ago(d.FoundOn)}", Who(d.Investigator, "ingen utreder"), $"/avvikelser/{d.Id}", "Öppna")));
        if (db.Access.Can(Thing.Registers, Right.Read) && await PassedAsync() is > 0 and var passed)
            burning.Add(new($"{Prose.Capital(Prose.Count(passed, "ärende har passerat", "ärenden har passerat"))} lagens tidsfrist", "och är inte klara", "", "/tidsfrister", "Visa"));
        if (late is [var oldest, ..])
            burning.Add(new(oldest.Title, $"{tree.Place(oldest.ObjectKey, oldest.UnitId)}, skulle ha varit klar för {Ago(oldest.Due)} sedan", Who(oldest.Doer, "ingen har den"), $"/kontroller/{oldest.Id}", "Öppna"));
        if (untouched is [var waiting, ..])
            burning.Add(new($"Inte påbörjad: {waiting.Kind}", $"{tree.NameOf(waiting.UnitId)}, hittad för {Ago(waiting.FoundOn)} sedan", Who(waiting.Investigator, "ingen utreder"), $"/avvikelser/{waiting.Id}", "Öppna"));
        if (overdue is [var measure, ..])
            burning.Add(new($"Åtgärd: {measure.Title}", $"{tree.NameOf(measure.UnitId)}, skulle ha varit klar för {Ago(measure.End!.Value)} sedan", Who(measure.OwnerId, "ingen ansvarig"), $"/atgarder/{measure.Id}", "Öppna"));
        return [.. burning.Take(MostBurning)];
    }

    private async Task<int> PassedAsync() => (await CaseReader.ReadAsync(db, today, stop)).Readings.Count(r => r.State is Domain.Clocks.ClockState.Late);

    private async Task<IReadOnlyList<RiskNow>> RisksAsync(int year)
    {
        if (await db.Plans.AsNoTracking().Include(p => p.Risks).FirstOrDefaultAsync(p => p.Year == year && p.Status != PlanStatus.Draft, stop) is not { } plan) return [];
        var before = (await PlanBefore.ReadAsync(db, year, stop))?.Risks.Where(r => r.Score is not null).GroupBy(r => r.Title.Trim(), StringComparer.CurrentCultureIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().Score!.Value, StringComparer.CurrentCultureIgnoreCase) ?? [];
        return [.. plan.Risks.Where(r => r.Score is not null).OrderByDescending(r => r.Score!.Value).ThenBy(r => r.Title, SwedishOrder.Comparer)
            .Select(r => new RiskNow(r.Id, year, r.Title, plan.Scale.Text(r.Score), r.Score!.Value, before.TryGetValue(r.Title.Trim(), out var was) ? was : null))];
    }
}
