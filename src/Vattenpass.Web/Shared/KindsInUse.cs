using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
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

    /// <summary>The files of a log control have profiles as registers have, though they are never kept.</summary>
    public RegisterKind? Find(string? key) =>
        LogFileKinds.Find(key) ?? Kinds.FirstOrDefault(k => k.Key == key);

    public KindsInUse OnlyProfile(string? name) =>
        name is null ? this : this with
        {
            Profiles = [.. Profiles.Where(p =>
            string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))]
        };

    /// <summary>How many of a row's cells are headers that any register or profile knows; most by any one of them.</summary>
    public int Knows(IReadOnlyList<string> headers) =>
        Kinds.Select(k => k.Known(headers)).Concat(Fitting().Select(p => Known(p.Profile, p.Kind, headers))).Max();

    private IEnumerable<(ColumnProfile Profile, RegisterKind Kind)> Fitting() =>
        Profiles.Where(p => LogFileKinds.Find(p.Register) is null).Select(p => (Profile: p, Kind: Find(p.Register)!)).Where(p => p.Kind is not null);

    private static int Known(ColumnProfile profile, RegisterKind kind, IReadOnlyList<string> headers) => kind.Known(profile.Translate(headers));

    /// <summary>
    /// The kind of a sheet, its headers as the register names them, and the profile that says so. A profile that fits goes before what the
    /// headers say by themselves, unless they name all that the register needs and more of it.
    /// </summary>
    /// <exception cref="Refusal">The headers fit two registers equally well, and no profile settles it.</exception>
    public (RegisterKind? Kind, Sheet Sheet, ColumnProfile? Profile) Recognise(Sheet sheet)
    {
        var best = Fitting().Where(p => p.Profile.Fits(p.Kind, sheet.Headers))
            .OrderByDescending(p => Known(p.Profile, p.Kind, sheet.Headers)).ThenBy(p => p.Kind.Columns.Count).FirstOrDefault();
        var whole = Kinds.Where(k => k.Columns.All(c => !c.Required || sheet.Headers.Any(h => RegisterKind.Fold(h) == RegisterKind.Fold(c.Name)))).ToList();
        if (best.Kind is not null && whole.All(k => k.Known(sheet.Headers) <= Known(best.Profile, best.Kind, sheet.Headers)))
            return (best.Kind, sheet with { Headers = best.Profile.Translate(sheet.Headers) }, best.Profile);
        return (RegisterKind.Recognise(sheet.Headers, Kinds), sheet, null);
    }

    /// <summary>What to say of a file that no register is meant by: the register or profile that comes nearest, and what it lacks.</summary>
    public string Nearest(IReadOnlyList<string> headers)
    {
        var profile = Fitting().Select(p => (p.Profile, p.Kind, Known: Known(p.Profile, p.Kind, headers))).Where(p => p.Profile.Known(headers) > 0)
            .OrderByDescending(p => p.Known).FirstOrDefault();
        var kind = Kinds.Select(k => (Kind: k, Known: k.Known(headers))).MaxBy(k => k.Known);
        if (profile.Kind is not null && profile.Known >= kind.Known)
            return $"filen passar inget register. Närmast är profilen {profile.Profile.Name} för {profile.Kind.Name.ToLowerInvariant()}: {Lacks(profile.Profile.Missing(profile.Kind, headers))}";
        if (kind.Known == 0) return $"rubrikerna känns inte igen. De är {HeadersShown.Of(headers)}. Gör en kolumnprofil för källsystemet.";
        var missing = kind.Kind.Columns.Where(c => c.Required && headers.All(h => RegisterKind.Fold(h) != RegisterKind.Fold(c.Name))).ToList();
        return $"filen passar inget register. Närmast är {kind.Kind.Name.ToLowerInvariant()}: {Lacks(missing)} Heter kolumnerna något annat, gör en kolumnprofil.";
    }

    private static string Lacks(IReadOnlyList<Column> missing) => missing.Count == 0 ? "rubriken i urvalet saknas."
        : $"{(missing.Count == 1 ? "kolumnen" : "kolumnerna")} {Prose.List(missing.Select(c => c.Name))} saknas.";
}
