using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Samples;

/// <summary>
/// What an occasion's objects are drawn from: the newest register of its year, at its unit and below, active on its day. Read
/// with the system's eyes, for a list that missed what the drawer may not see would be a false population.
/// </summary>
public sealed class PopulationReader(VattenpassDb system)
{
    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(Occasion occasion, int year, CancellationToken stop)
    {
        var register = occasion.Control.Register!;
        var years = system.RegisterRows.Where(r => r.Register == register && r.ReplacedByImportId == null && r.Year <= year);
        if (!await years.AnyAsync(stop)) return [];
        var newest = await years.MaxAsync(r => r.Year, stop);
        var tree = new OrganisationTree(await system.Units.AsNoTracking().ToListAsync(stop),
            occasion.To < system.Today ? occasion.To : system.Today);
        var within = tree.SelfAndBelow(occasion.AtUnit).ToHashSet();
        var rows = await system.RegisterRows.AsNoTracking()
            .Where(r => r.Register == register && r.Year == newest && r.ReplacedByImportId == null)
            .ToListAsync(stop);
        return [.. rows.Where(r => within.Contains(r.AtUnit) && IsActive(r, tree.Day))];
    }

    /// <summary>Rows with a span of time count while it lasts.</summary>
    private static bool IsActive(RegisterRow row, DateOnly day) =>
        (DateOf(row, "från") is not { } from || from <= day) && (DateOf(row, "till") is not { } to || to >= day);

    private static DateOnly? DateOf(RegisterRow row, string column) =>
        DateOnly.TryParseExact(row[column], "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>Keys of rows about the person: nobody is drawn to check over themselves.</summary>
    public async Task<IReadOnlyList<string>> AboutAsync(Guid? personId, IEnumerable<RegisterRow> rows, CancellationToken stop)
    {
        var employeeId = await system.People.Where(p => p.Id == personId).Select(p => p.EmployeeId).FirstOrDefaultAsync(stop);
        return string.IsNullOrEmpty(employeeId)
            ? []
            : [.. rows.Where(r => string.Equals(r["anställnings-id"], employeeId, StringComparison.OrdinalIgnoreCase)).Select(r => r.Key)];
    }

    /// <summary>When each key was last checked, from the outcomes and lists of the same control over the years.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> LastCheckedAsync(Occasion occasion, CancellationToken stop)
    {
        var done = await system.Occasions.AsNoTracking()
            .Include(o => o.Outcomes)
            .Where(o => o.Control.Key == occasion.Control.Key && o.PerformedOn != null && o.Id != occasion.Id)
            .ToListAsync(stop);
        return done.Where(o => o.Current is not null)
            .SelectMany(o => o.Current!.Objects.Select(k => (Key: k, On: o.PerformedOn!.Value)))
            .GroupBy(x => x.Key)
            .ToDictionary(g => g.Key, g => g.Max(x => x.On));
    }
}
