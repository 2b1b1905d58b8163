using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>The lists that forms choose from.</summary>
public static class Choices
{
    public static async Task<IReadOnlyList<SelectListItem>> PeopleAsync(VattenpassDb db, Guid? without, CancellationToken stop,
        string first = "Välj person") =>
        [new(first, ""), .. (await db.People.AsNoTracking()
            .Where(p => p.Id != without && (p.To == null || p.To >= db.Today))
            .OrderBy(p => p.Name)
            .ToListAsync(stop)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
}
