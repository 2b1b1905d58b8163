using System.Text;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>
/// What is already read in and can stand for a file of the log control: employees with their units and titles, and the assignments of those
/// whose employee id is known. Says where it comes from.
/// </summary>
public sealed record StoredForLog(IReadOnlyList<StoredForLog.Stay> Stays, string From)
{
    public sealed record Stay(string User, string Unit, string Title, string Begins, string Ends);

    public bool IsThere => Stays.Count > 0;

    /// <param name="whole">Sees every employee: whoever reads a log in need not see them.</param>
    public static async Task<StoredForLog> ReadAsync(VattenpassDb whole, DateOnly day, CancellationToken stop)
    {
        var tree = new OrganisationTree(await whole.Units.AsNoTracking().ToListAsync(stop), day);
        string Name(Guid unit, string written) => tree.Find(unit) is { Kind: not UnitKind.Unlisted } known ? known.On(day).Name : written;
        // The register of the log's own year, else the newest before it.
        var year = await whole.RegisterRows.Where(r => r.Register == RegisterKinds.Employees.Key && r.Year <= day.Year && r.ReplacedByImportId == null).MaxAsync(r => (int?)r.Year, stop);
        var rows = year is null ? [] : await whole.RegisterRows.AsNoTracking().Where(r => r.Register == RegisterKinds.Employees.Key && r.Year == year && r.ReplacedByImportId == null).ToListAsync(stop);
        var assignments = (await whole.Assignments.AsNoTracking().Include(a => a.Person).Include(a => a.Title).ToListAsync(stop)).Where(a => a.Person.EmployeeId.Length > 0 && !a.AwaitsSecond).ToList();
        List<Stay> stays =
        [
            .. rows.Select(r => new Stay(r["anställnings-id"], Name(r.AtUnit, r["enhet"]), r["befattning"], r["från"], r["till"])),
            .. assignments.Select(a => new Stay(a.Person.EmployeeId, Name(a.AtUnit, ""), a.Title.Name, $"{a.From:yyyy-MM-dd}", $"{a.To:yyyy-MM-dd}")),
        ];
        List<string> from =
        [
            .. rows.Count > 0 ? [$"registret anställda {year} ({Prose.Number(rows.Count, "rad", "rader")})"] : Array.Empty<string>(),
            .. assignments.Count > 0 ? [$"{Prose.Number(assignments.Count, "uppdrag", "uppdrag")} i Vattenpass"] : Array.Empty<string>(),
        ];
        return new([.. stays.Where(s => s.User.Length > 0 && s.Unit.Length > 0).Distinct()], Prose.List(from));
    }

    /// <summary>The file that it stands for, in the product's own layout; null for one that it cannot stand for.</summary>
    public byte[]? As(LogFile file) =>
        !IsThere ? null
        : file == LogFile.Staff ? Csv(["anvandare", "enhet", "fran", "till"], Stays.Select(s => new[] { s.User, s.Unit, s.Begins, s.Ends }))
        : file == LogFile.Roles ? Csv(["anvandare", "roll"], Stays.Where(s => s.Title.Length > 0).Select(s => (s.User, s.Title)).Distinct().Select(s => new[] { s.User, s.Title }))
        : null;

    private static byte[] Csv(string[] headers, IEnumerable<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(headers).Select(r => string.Join(';', r.Select(CsvText.Quoted)) + "\n")));
}
