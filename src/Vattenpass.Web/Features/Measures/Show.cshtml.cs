using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public Measure Measure { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public bool MayChange { get; private set; }
    public IReadOnlyList<EffectControl> Effects { get; private set; } = [];
    /// <summary>Also when it is over: what it gave is seen afterwards.</summary>
    public bool MayPlanEffect { get; private set; }
    public Measure? MergedInto { get; private set; }
    /// <summary>The money that pays for it.</summary>
    public IReadOnlyList<Envelope> Funding { get; private set; } = [];
    /// <summary>Deviations that were closed into it.</summary>
    public IReadOnlyList<Deviation> Transferred { get; private set; } = [];
    public IReadOnlyList<Measure> MergedHere { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var measure = await Db.Measures.AsNoTracking()
            .Include(m => m.Owner)
            .Include(m => m.ReportingOfficer)
            .Include(m => m.Risk)
            .Include(m => m.Comments)
            .FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (measure is null) return NotFound();
        Measure = measure;
        if (measure.MergedIntoId is { } into) MergedInto = await Db.Measures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == into, Stop);
        MergedHere = await Db.Measures.AsNoTracking().Where(m => m.MergedIntoId == id).OrderBy(m => m.Id).ToListAsync(Stop);
        var merged = MergedHere.Select(m => m.Id).ToList();
        Funding = await Db.Envelopes.AsNoTracking().Where(e => e.Allocations.Any(a => a.MeasureId == id || merged.Contains(a.MeasureId!.Value))).OrderByDescending(e => e.Year).ToListAsync(Stop);
        Place = (await TreeAsync()).NameOf(measure.UnitId);
        MayPlanEffect = measure.Status is not (MeasureStatus.Suggested or MeasureStatus.Cancelled or MeasureStatus.Merged) && Me.May(Thing.Measures, Right.Write, measure.UnitId, measure.Field, own: false);
        Effects = await Db.Effects.AsNoTracking().Where(e => e.MeasureId == id).OrderBy(e => e.ChangedOn).ThenBy(e => e.Id).ToListAsync(Stop);
        Transferred = await Db.Deviations.AsNoTracking().Where(d => d.TransferredToId == id).OrderBy(d => d.FoundOn).ToListAsync(Stop);
        MayChange = measure.IsOpen && Me.May(Thing.Measures, Right.Write, measure);
        return Page();
    }
}
