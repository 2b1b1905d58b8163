using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>
/// What the rows of one register name in another. A file of which less than half is found was made by other rules than what it is held
/// against: reading it in would make everybody in it a deviation, so it stops.
/// </summary>
public static class RegisterJoins
{
    private static readonly IReadOnlyList<(RegisterKind Kind, string Column, RegisterKind Where, string What)> All =
    [
        (RegisterKinds.Accounts, "anställnings-id", RegisterKinds.Employees, "anställnings-id"),
        (RegisterKinds.RehabCases, "anställnings-id", RegisterKinds.Employees, "anställnings-id"),
        (RegisterKinds.Absences, "anställnings-id", RegisterKinds.Employees, "anställnings-id"),
        (RegisterKinds.StoreChecks, "förråd", RegisterKinds.Stores, "förråd"),
        (RegisterKinds.DrugDeviations, "förråd", RegisterKinds.Stores, "förråd"),
        (RegisterKinds.PhoneChecks, "telefon-id", RegisterKinds.Phones, "telefoner"),
    ];

    public static async Task<IReadOnlyList<Join>> CheckAsync(VattenpassDb db, OrganisationInUse organisation, int year, IReadOnlyList<RegisterFile> files,
        IReadOnlyList<ToldChange> changes, List<ImportRemark> errors, CancellationToken stop)
    {
        List<Join> joins = [];
        foreach (var file in files)
        {
            if (file.Kind.UnitColumn is { } units && organisation.IsKnown)
            {
                var names = file.Rows.Select(r => r[units]).Where(n => n.Length > 0).Distinct().ToList();
                if (names.Count > 0)
                    Add(file, units, new("enheter", "organisationen", names.Count(organisation.WasKnown), names.Count),
                        () => $"Enheter som inte finns: {Domain.Words.Prose.Some(names.Where(n => !organisation.WasKnown(n)).ToList(), 3)}. Läs in organisationen först, eller rätta kolumnen.");
            }
            foreach (var join in All.Where(j => j.Kind == file.Kind))
            {
                var known = await IdsAsync(db, join.Where, join.Column, year, changes, stop);
                var ids = file.Rows.Select(r => r[join.Column]).Where(i => i.Length > 0).ToHashSet();
                if (known.Count == 0 || ids.Count == 0) continue;
                Add(file, join.Column, new(join.What, $"registret {join.Where.Name.ToLowerInvariant()}", ids.Count(known.Contains), ids.Count),
                    () => Join.Remedy(ids, known));
            }
        }
        return joins;

        void Add(RegisterFile file, string column, Join join, Func<string> remedy)
        {
            joins.Add(join);
            if (join.IsTooLow) errors.Add(new(file.Sheet.FileName, null, column, $"{join}. {remedy()}"));
        }
    }

    /// <summary>The ids of a register as it stands after the reading.</summary>
    private static async Task<HashSet<string>> IdsAsync(VattenpassDb db, RegisterKind where, string column, int year, IReadOnlyList<ToldChange> changes,
        CancellationToken stop)
    {
        var read = changes.Where(c => c.Kind == where).ToList();
        var rows = read.Count > 0 ? read.Select(c => c.Now).OfType<RegisterRow>()
            : await db.RegisterRows.AsNoTracking().Where(r => r.Register == where.Key && r.Year == year && r.ReplacedByImportId == null).ToListAsync(stop);
        return [.. rows.Select(r => r[column]).Where(i => i.Length > 0)];
    }
}
