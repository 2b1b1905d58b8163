using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>Those who work here now, as far as one may see them, to choose one from.</summary>
public static class PeopleToChoose
{
    public static async Task<IReadOnlyList<SelectListItem>> ReadAsync(VattenpassDb db, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().Where(p => p.To == null || p.To >= db.Today).OrderBy(p => p.Name).ToListAsync(stop);
        return [new("Välj person", ""), .. people.Select(p => new SelectListItem(p.Name, $"{p.Id}"))];
    }
}
