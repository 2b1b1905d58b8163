using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Clocks;

/// <summary>The register's cases and decisions as one may see them; a case that stands in two years' registers is read from the newest.</summary>
public static class CaseReader
{
    /// <returns>The cases that a time limit is known for, and how many there are of others.</returns>
    public static async Task<(IReadOnlyList<ClockReading> Readings, int Unjudged)> ReadAsync(VattenpassDb db, DateOnly asOf, CancellationToken stop)
    {
        var rows = (await NewestAsync(db, RegisterKinds.Cases, stop)).Where(r => r.Date("startdatum") is not null).ToList();
        var known = rows.Select(r => (Row: r, Clock: StatutoryClock.For(r["typ"], r.Date("startdatum")!.Value))).Where(r => r.Clock is not null).ToList();
        return ([.. known
            .Select(r => new ClockReading(r.Row.Key, r.Clock!, r.Row.Date("startdatum")!.Value,
                r.Row.Date("slutdatum") is { } end && end <= asOf ? end : null, WasExtended(r.Row, asOf) ? r.Row.Date("förlängd_till") : null,
                WasExtended(r.Row, asOf) ? r.Row.Date("förlängning_beslutad") : null, r.Row["orsak"], asOf))], rows.Count - known.Count);
    }

    /// <summary>What was decided later was not known on the day.</summary>
    private static bool WasExtended(RegisterRow row, DateOnly asOf) => row.Date("förlängning_beslutad") is not { } decided || decided <= asOf;

    /// <summary>Null when the register of decisions has never been read in.</summary>
    public static async Task<IReadOnlyList<DecisionFact>?> DecisionsAsync(VattenpassDb db, CancellationToken stop)
    {
        var rows = await NewestAsync(db, RegisterKinds.Decisions, stop);
        return rows.Count == 0 && !await db.RegisterImports.AnyAsync(i => i.Register == RegisterKinds.Decisions.Key, stop) ? null
            : [.. rows.Select(r => new DecisionFact(r.Key, r["insats"], r.Date("beslutsdatum")!.Value, r.Date("verkställt"),
                r.Date("avbrott"), r.Date("avslutat"), r.Date("rapporterat"), r["skäl"])
            {
                Statute = r["lagrum"],
                Sex = r["kön"],
                NoticedOn = r.Date("underrättat"),
            })];
    }

    private static async Task<List<RegisterRow>> NewestAsync(VattenpassDb db, RegisterKind kind, CancellationToken stop)
    {
        var oldest = db.Today.Year - 1;
        var rows = await db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == kind.Key && r.Year >= oldest && r.ReplacedByImportId == null)
            .ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Key).Select(g => g.MaxBy(r => r.Year)!)];
    }
}
