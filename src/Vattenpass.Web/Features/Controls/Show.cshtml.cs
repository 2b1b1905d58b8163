using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public Occasion Occasion { get; private set; } = null!;
    public IReadOnlyList<Deviation> Deviations { get; private set; } = [];
    public string Place { get; private set; } = "";
    public IReadOnlyList<Domain.Samples.Sample> Samples { get; private set; } = [];
    public IReadOnlyList<Domain.Reminders.Reminder> Reminders { get; private set; } = [];
    public bool MayRegister { get; private set; }
    public bool MayCorrect { get; private set; }
    public bool MayChangeAnswers => MayCorrect && Occasion.IsDone && Occasion.Control.DoneBy is DoneBy.Form;
    public bool MayMove { get; private set; }
    public bool MayApprove { get; private set; }
    public bool MayRemove { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var occasion = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Include(o => o.Checks)
            .Include(o => o.Responsible)
            .Include(o => o.HandedTo)
            .AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Id == id, Stop);
        if (occasion is null) return NotFound();
        Occasion = occasion;
        Place = occasion.Place(await TreeAsync());
        Deviations = await Db.Deviations.AsNoTracking()
            .Where(d => d.OccasionId == id && !d.Withdrawn)
            .OrderBy(d => d.RegisteredAt)
            .ToListAsync(Stop);
        Samples = await Db.Samples.AsNoTracking()
            .Include(s => s.Occasion)
            .Where(s => s.OccasionId == id && s.DrawnAt != null)
            .OrderByDescending(s => s.Number)
            .ToListAsync(Stop);
        Reminders = await Db.Reminders.AsNoTracking()
            .Include(r => r.Person)
            .Where(r => r.OccasionId == id)
            .OrderBy(r => r.Day)
            .ToListAsync(Stop);
        MayRemove = Me.May(Thing.Plans, Right.Write, occasion.UnitId, occasion.Field, false)
            && occasion.Result is null
            && occasion.EndedOn is null;
        var may = Me.May(Thing.Occasions, Right.Write, occasion);
        var undone = occasion.Result is null && occasion.EndedOn is null;
        (MayRegister, MayCorrect, MayMove) = (may && undone && occasion.Opens <= Today,
            may && occasion.Result is not null && !(occasion.Control.DoneBy is DoneBy.Count && occasion.IsDone), may && undone);
        MayApprove = occasion.AwaitsApproval && Me.May(Thing.Approvals, Right.Decide, occasion) && !occasion.HasPerformed(Me.PersonId);
        return Page();
    }
}
