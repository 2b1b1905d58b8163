using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>The control of the controllers: who opened which case and what for, without the cases' content.</summary>
[Needs(Thing.Figures)]
public sealed class ReadingsModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private const int MostShown = 500;
    public IReadOnlyList<LogCaseOpening> Openings { get; private set; } = [];

    public static bool MayRead(Access me) => me.Has(Role.DepartmentHead) || me.Has(Role.Auditor);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!MayRead(Me)) return StatusCode(StatusCodes.Status403Forbidden);
        await using var system = databases.OpenAsSystem("granskning av granskare");
        var from = Db.Now.AddYears(-1);
        Openings = await system.LogCaseOpenings.AsNoTracking()
            .Include(o => o.Case)
            .Where(o => o.At > from)
            .OrderByDescending(o => o.At)
            .Take(MostShown)
            .ToListAsync(Stop);
        return Page();
    }
}
