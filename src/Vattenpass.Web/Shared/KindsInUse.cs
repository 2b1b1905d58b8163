using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Shared;

/// <summary>Every kind of register here: the built-in ones and the municipality's own, with the column profiles of its source systems.</summary>
public sealed record KindsInUse(IReadOnlyList<RegisterKind> Kinds, IReadOnlyList<ColumnProfile> Profiles)
{
    public static readonly KindsInUse BuiltIn = new(RegisterKinds.All, []);

    public static async Task<KindsInUse> ReadAsync(VattenpassDb db, CancellationToken stop) => new(
        [.. RegisterKinds.All, .. (await db.RegisterDefinitions.AsNoTracking().OrderBy(d => d.Name).ToListAsync(stop)).Select(d => d.Kind)],
        await db.ColumnProfiles.AsNoTracking().OrderBy(p => p.Name).ToListAsync(stop));

    /// <summary>The access log has profiles as registers have, though it is never kept.</summary>
    public RegisterKind? Find(string? key) =>
        key == RegisterKinds.AccessLog.Key ? RegisterKinds.AccessLog : Kinds.FirstOrDefault(k => k.Key == key);

    public KindsInUse OnlyProfile(string? name) =>
        name is null ? this : this with
        {
            Profiles = [.. Profiles.Where(p =>
            string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))]
        };

    /// <summary>
    /// The kind of a sheet and its headers as the register names them. A profile is used when the file fits it and
    /// gets more of the register's columns by it than without.
    /// </summary>
    public (RegisterKind? Kind, Sheet Sheet, string? Profile) Recognise(Sheet sheet)
    {
        var plain = RegisterKind.Recognise(sheet.Headers, Kinds);
        var best = Profiles.Select(p => (Profile: p, Kind: Find(p.Register)))
            .Where(p => p.Kind is not null && p.Profile.Fits(p.Kind, sheet.Headers))
            .Select(p => (Kind: p.Kind!, Sheet: sheet with { Headers = p.Profile.Translate(sheet.Headers) }, p.Profile.Name))
            .OrderByDescending(p => Known(p.Kind, p.Sheet)).ThenBy(p => p.Kind.Columns.Count).FirstOrDefault();
        return best.Kind is not null && (plain is null || Known(best.Kind, best.Sheet) > Known(plain, sheet))
            ? (best.Kind, best.Sheet, best.Name)
            : (plain, sheet, null);
    }

    private static int Known(RegisterKind kind, Sheet sheet) =>
        kind.Columns.Count(c => sheet.Headers.Any(h => RegisterKind.Fold(h) == RegisterKind.Fold(c.Name)));
}
