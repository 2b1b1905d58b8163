using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Samples;

/// <summary>Draws the lists of occasions that have opened: nobody chooses, and nobody has to remember.</summary>
public sealed class ListRound(Databases databases)
{
    /// <summary>A late check still gets its list for so long; after that somebody who means to do it asks for it.</summary>
    private const int LateDays = 60;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var reading = databases.OpenAsSystem("stickprov");
        var today = reading.Today;
        var oldest = today.AddDays(-LateDays);
        var waiting = await reading.Occasions.AsNoTracking()
            .Where(o => o.Result == null
                && o.EndedOn == null
                && o.Opens <= today
                && o.Due >= oldest
                && o.ObjectKey == ""
                && o.Control.FormKey != ""
                && o.Control.Register != null
                && o.Control.Scope != ScopeKind.Objects
                    && o.Control.Plan.Status == PlanStatus.Adopted
                    && !o.Checks.Any()
                    && !reading.Samples.Any(s => s.OccasionId == o.Id && s.DrawnAt != null))
            .OrderBy(o => o.Due).ThenBy(o => o.Id).Select(o => o.Id).ToListAsync(stop);
        var (drawn, empty) = (0, 0);
        foreach (var id in waiting)
        {
            await using var db = databases.OpenAsSystem("stickprov");
            var occasion = await db.Occasions.Include(o => o.Checks)
                .Include(o => o.Outcomes)
                .Include(o => o.Control)
                .ThenInclude(c => c.Plan)
                .AsSplitQuery()
                .FirstAsync(o => o.Id == id, stop);
            var reader = new PopulationReader(db);
            var rows = await reader.ReadAsync(occasion, occasion.Control.Plan.Year, stop);
            if (rows.Count == 0) { empty++; continue; }
            if ((await reader.AboutAsync(occasion.DoerId, rows, stop)).Count == rows.Count)
            {
                await GiveToSuperiorAsync(db, occasion, stop);
                empty++;
                continue;
            }
            try
            {
                var unfinished = await db.Samples.AnyAsync(s => s.OccasionId == id, stop);
                await new SampleDrawer(databases).DrawAsync(db, occasion, unfinished ? "Den förra dragningen blev inte klar." : "", "", null, stop);
                drawn++;
            }
            catch (Refusal)
            {
                empty++; // Every row is about the performer, or somebody drew it meanwhile: it shows on the occasion's page.
            }
        }
        return drawn + empty == 0 ? "" : $"{drawn} listor dragna" + (empty > 0 ? $", {empty} saknar rader i registret" : "");
    }

    /// <summary>When nothing is left to draw but rows about the one who would check, the whole check goes one step up.</summary>
    private static async Task GiveToSuperiorAsync(VattenpassDb db, Occasion occasion, CancellationToken stop)
    {
        if ((await Superiors.ReadAsync(db, stop)).Above(occasion.AtUnit, occasion.DoerId) is not { } superior) return;
        occasion.HandOver(superior);
        await db.SaveAsync(Acts.HandOverOccasion, stop: stop);
    }
}
