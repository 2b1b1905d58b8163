using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Labels;

/// <summary>Where a label leads: straight to the one check that is open there, or to the list when there are several.</summary>
[Needs(Thing.Occasions)]
public sealed class OpenModel(VattenpassDb db) : VattenpassPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, string? objekt)
    {
        var open = await Db.Occasions.AsNoTracking().Include(o => o.Control)
            .Where(o => o.UnitId == id
                && o.Result == null
                && o.EndedOn == null
                && o.Opens <= Today
                && o.Control.Plan.Status == PlanStatus.Adopted
                && (objekt == null || o.ObjectKey == objekt)).OrderBy(o => o.Due)
            .ThenBy(o => o.Id)
            .ToListAsync(Stop);
        if (open.Count == 0 || (open.Count > 1 && objekt is null))
            return Redirect($"/kontroller?visa={(open.Count == 0 ? "alla" : "oppna")}&enhet={id}");
        var next = open[0];
        return Redirect(Me.May(Thing.Occasions, Right.Write, next) ? OccasionLink.ToDo(next) : $"/kontroller/{next.Id}");
    }
}
