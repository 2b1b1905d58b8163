using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public Deviation Deviation { get; private set; } = null!;
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public Routine? Routine { get; private set; }
    public string Place { get; private set; } = "";
    public bool MayWork { get; private set; }
    public bool MayClose { get; private set; }
    public bool MayMeasure { get; private set; }
    /// <summary>What the law asks of it that nobody has answered.</summary>
    public IReadOnlyList<Assessment> Unanswered { get; private set; } = [];
    public Measure? TransferredTo { get; private set; }
    public bool MayInformChair =>
        Me.Can(Thing.Reports, Right.Decide)
            && Deviation is { Severity: Severity.Serious, ChairInformedOn: null, Withdrawn: false }
            && !Deviation.IsImported;
    public bool MayDecide { get; private set; }
    /// <summary>Small, and nobody has begun: it can be put right, fed back and closed at once.</summary>
    public bool MayPutRight => MayWork && MayDecide && Deviation.IsSmallAndNew;
    /// <summary>Who reported is for whoever investigates or decides, and for the reporter.</summary>
    public bool MaySeeReporter => MayDecide || (Deviation.InvestigatorId is { } given && Me.Selves.Contains(given)) || Deviation.ReportedById == Me.PersonId;
    /// <summary>May take the steps that its matter leaves to the specialist.</summary>
    public bool IsSpecialist { get; private set; }
    public bool MaySeeOccasion { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var deviation = await Db.Deviations.AsNoTracking()
            .Include(d => d.ReportedBy)
            .Include(d => d.Investigator)
            .Whole()
            .FirstOrDefaultAsync(d => d.Id == id, Stop);
        if (deviation is null) return NotFound();
        Deviation = deviation;
        Place = deviation.Place(await TreeAsync());
        Routine = await Db.RoutineFindings.AsNoTracking().Where(f => f.DeviationId == id).Select(f => f.Routine).FirstOrDefaultAsync(Stop);
        Measures = await Db.Measures.AsNoTracking().Where(m => m.DeviationId == id).OrderBy(m => m.Id).ToListAsync(Stop);
        MayWork = !deviation.IsClosed && !deviation.Withdrawn && Me.May(Thing.Deviations, Right.Write, deviation);
        MayDecide = Me.May(Thing.Deviations, Right.Decide, deviation);
        Unanswered = ControlKinds.UnansweredOf(deviation);
        MayClose = MayDecide && deviation.WhyNotClose(Me.PersonId) is null && Unanswered.Count == 0;
        TransferredTo = deviation.TransferredToId is { } to ? await Db.Measures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == to, Stop) : null;
        IsSpecialist = deviation.Matter is { } matter && Me.May(matter.Thing, Right.Decide, deviation);
        MayMeasure = Me.May(Thing.Measures, Right.Write, deviation.UnitId, deviation.Field, own: false);
        MaySeeOccasion = deviation.OccasionId is { } occasion && await Db.Occasions.AnyAsync(o => o.Id == occasion, Stop);
        return Page();
    }
}
