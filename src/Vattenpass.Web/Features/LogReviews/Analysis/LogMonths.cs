using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>The log control of a unit and month in the plan is done when every case of it has been judged, whoever judged them.</summary>
public static class LogMonths
{
    /// <param name="judged">Looks only at the unit and month of this case; null looks at all.</param>
    public static async Task<string> FinishAsync(Databases databases, LogCase? judged, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("loggkontroll");
        var waiting = await db.Occasions.Include(o => o.Control).Include(o => o.Outcomes)
            .Where(o => o.Control.DoneBy == DoneBy.Log
                && o.Result == null
                && o.EndedOn == null
                && o.ObjectKey == ""
                && o.To < db.Today
                && db.LogCases.Any(c => c.UnitId == o.UnitId && c.PeriodKey == o.PeriodKey))
            .Where(o => judged == null || (o.UnitId == judged.UnitId && o.PeriodKey == judged.PeriodKey))
            .Where(o => !db.LogCases.Where(LogCase.Waits).Any(c => c.UnitId == o.UnitId && c.PeriodKey == o.PeriodKey)).ToListAsync(stop);
        if (waiting.Count == 0) return "";
        var imports = await db.LogImports.AsNoTracking()
            .Where(i => i.State == ImportState.Done || i.State == ImportState.Waiting || i.State == ImportState.Running)
            .Select(i => new { i.State, i.From, i.To, IsCounted = i.Fingerprint != "" }).ToListAsync(stop);
        var finished = 0;
        foreach (var occasion in waiting)
        {
            var cases = await db.LogCases.AsNoTracking()
                .Include(c => c.Import)
                .Where(c => c.UnitId == occasion.UnitId && c.PeriodKey == occasion.PeriodKey)
                .ToListAsync(stop);
            // A log of a few days, or one that somebody is about to add, does not make a month.
            if (!imports.Exists(i => i.State is ImportState.Done && i.IsCounted && i.From <= occasion.From && i.To >= occasion.To))
                continue;
            if (imports.Exists(i => i.State is not ImportState.Done && i.From <= occasion.To && i.To >= occasion.From)
                || cases.Exists(c => !c.IsDecided))
                continue;
            var last = cases.MaxBy(c => c.DecidedAt)!;
            db.Add(occasion.Register(db.NewId(), Content(cases, SwedishTime.DayOf(last.DecidedAt!.Value)), last.DecidedById,
                last.ReviewerName, db.Now, db.Today));
            finished++;
        }
        if (finished == 0) return "";
        await db.SaveAsync(Acts.RegisterOutcome, stop: stop);
        return $"{Prose.Number(finished, "loggkontroll", "loggkontroller")} klara";
    }

    private static OutcomeContent Content(List<LogCase> cases, DateOnly day)
    {
        var (wrong, unclear) = (cases.Where(c => c.Verdict is Verdict.Unauthorised).ToList(),
            cases.Count(c => c.Verdict is Verdict.Unclear));
        var serious = wrong.Count(c => c.Strength is CaseStrength.Strong);
        var result = serious > 0
            ? OutcomeResult.SeriousDeviation
            : wrong.Count > 0 ? OutcomeResult.Deviation
            : unclear > 0 ? OutcomeResult.WithRemark
            : OutcomeResult.WithoutRemark;
        var independence = cases.TrueForAll(c => c.Import.Selections.ByImporter) ? Independence.Independent : Independence.SelfControl;
        return new(result, day, cases.Count, wrong.Count, serious, independence, "",
            $"{Prose.Number(cases.Count, "loggfall", "loggfall")} med {Prose.Number(cases.Sum(c => c.AccessCount), "åtkomst", "åtkomster")} bedömda{(unclear > 0 ? $", varav {unclear} gick inte att avgöra" : "")}.",
            []);
    }
}
