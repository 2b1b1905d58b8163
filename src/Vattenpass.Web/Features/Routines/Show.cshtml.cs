using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>A routine: where it lies and holds, what tests it, and what was found.</summary>
[Needs(Thing.Plans)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public RoutineYear Row { get; private set; } = null!;
    public IReadOnlyList<Risk> Risks { get; private set; } = [];
    public bool MayWrite { get; private set; }
    public bool MayLookOver => Row.Routine.StandingOn(Today) is not RoutineStanding.RunOut && LookOverModel.MayLookOver(Me, Row.Routine);
    private OrganisationTree tree = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await RoutineReader.ReadAsync(Db, Today.Year, Stop, id) is not [var row]) return NotFound();
        (Row, tree) = (row, await TreeAsync());
        Risks = [.. (await Db.Plans.AsNoTracking().Include(p => p.Risks).OrderByDescending(p => p.Year).ToListAsync(Stop)).SelectMany(p => p.Risks).Where(r => row.Routine.RiskIds.Contains(r.Id))];
        MayWrite = Me.May(Thing.Plans, Right.Write, row.Routine);
        return Page();
    }

    public string NameOf(Guid unit) => tree.NameOf(unit);
    public string For => Row.Routine.ForUnits.Count == 0 ? "hela nämndens verksamhet" : Prose.List([.. Row.Routine.ForUnits.Select(u => tree.NameOf(u))]);
}
