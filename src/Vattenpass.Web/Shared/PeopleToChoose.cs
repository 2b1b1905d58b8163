using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>Those who work here now, as far as one may see them, to choose one from.</summary>
public static class PeopleToChoose
{
    /// <summary>Stands for somebody who is chosen and may not be seen.</summary>
    public const string OutOfSight = "någon som du inte når";

    /// <param name="chosen">Those who are chosen already stay to choose, also when they have left or are out of sight: else saving the form would drop them.</param>
    public static async Task<IReadOnlyList<SelectListItem>> ReadAsync(VattenpassDb db, CancellationToken stop, params IEnumerable<Guid?> chosen)
    {
        var people = await db.People.AsNoTracking().Where(p => p.To == null || p.To >= db.Today).OrderBy(p => p.Name).ToListAsync(stop);
        List<Guid> missing = [.. chosen.OfType<Guid>().Distinct().Where(c => people.TrueForAll(p => p.Id != c))];
        var left = missing.Count == 0 ? [] : await db.People.AsNoTracking().Where(p => missing.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return [new("Välj person", ""), .. people.Select(p => new SelectListItem(p.Name, $"{p.Id}")),
            .. missing.Select(m => new SelectListItem(left.TryGetValue(m, out var name) ? $"{name} (har slutat)" : Prose.Capital(OutOfSight), $"{m}"))];
    }

    /// <summary>The name of whoever is chosen. Out of sight is not the same as nobody.</summary>
    public static string NameOf(Guid? chosen, Person? seen) => chosen is null ? "ingen utsedd" : seen?.Name ?? OutOfSight;
}
