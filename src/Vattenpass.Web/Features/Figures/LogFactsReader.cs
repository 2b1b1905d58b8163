using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Figures;

/// <summary>
/// The counts of log reviews in a period. The cases are the reviewers' own; their numbers are read by the product for everyone
/// who may see figures of the unit.
/// </summary>
public static class LogFactsReader
{
    public static async Task<(List<LogCountFact> Counts, List<LogCaseFact> Cases)> ReadAsync(VattenpassDb system, Access reader,
        Period period, OrganisationTree tree, CancellationToken stop)
    {
        // Whoever reads the logs in has seen the counts already.
        bool MaySee(Guid? unit) =>
            reader.IsSystem || reader.Has(Role.LogReviewer) || reader.May(Thing.Figures, Right.Read, unit, Field.Access, own: false);
        string Area(Guid? unit) => tree.AreaOf(unit ?? tree.Root?.Id)?.On(tree.Day).Name ?? "";
        var imports = await system.LogImports.AsNoTracking()
            .Where(i => i.State == ImportState.Done && i.To >= period.From && i.From <= period.To)
            .Select(i => new { i.System, i.Counts })
            .ToListAsync(stop);
        var counts = imports.SelectMany(i => i.Counts.Where(c => c.First >= period.From && c.First <= period.To)
            .Select(c => (i.System, Count: c, Unit: tree.Named(c.Unit))))
            .Where(c => MaySee(c.Unit?.Id ?? tree.Root?.Id)).Select(c =>
                new LogCountFact(Area(c.Unit?.Id), c.Unit?.Name ?? c.Count.Unit, c.System, c.Count.Accesses, c.Count.FirstMatch,
                    c.Count.Unexplained, c.Count.Flagged, c.Count.RankOnly)).ToList();
        var (first, last) = ($"{period.From:yyyy-MM}", $"{period.To:yyyy-MM}");
        var cases = await system.LogCases.AsNoTracking()
            .Where(c => string.Compare(c.PeriodKey, first) >= 0 && string.Compare(c.PeriodKey, last) <= 0)
            .Select(c => new { c.UnitId, c.Kind, c.Verdict, c.AskedOn, c.System, c.WasRestricted, c.RestrictionLiftedOn, c.TalkedOn }).ToListAsync(stop);
        return (counts, [.. cases.Where(c => MaySee(c.UnitId))
            .Select(c => new LogCaseFact(Area(c.UnitId), tree.NameOf(c.UnitId), c.Kind,
                c.Verdict is not null && (c.Verdict is not Verdict.Unclear || c.AskedOn is not null), c.Verdict)
            {
                System = c.System,
                IsRestricted = c.WasRestricted,
                IsLifted = c.RestrictionLiftedOn is not null,
                IsTalkedTo = c.TalkedOn is not null,
            })]);
    }
}
