using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>What every page has at hand: the data as the person sees it, who it is, and the day.</summary>
public abstract class VattenpassPage(VattenpassDb db) : PageModel
{
    private OrganisationTree? tree;

    protected VattenpassDb Db => db;
    protected CancellationToken Stop => HttpContext.RequestAborted;
    public Access Me => db.Access;
    public DateOnly Today => db.Today;

    /// <summary>What was just done, shown once on the page one lands on.</summary>
    protected void Receipt(string text) => TempData["Kvitto"] = text;

    public async Task<OrganisationTree> TreeAsync() => tree ??= new(await db.Units.AsNoTracking().ToListAsync(Stop), Today);
}
