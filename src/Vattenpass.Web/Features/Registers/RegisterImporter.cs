using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>What an import did, or would do. Nothing is saved when there are errors, or in a dry run.</summary>
public sealed record ImportResult(int Year, IReadOnlyList<ImportedFile> Files, IReadOnlyList<ImportRemark> Errors,
    IReadOnlyList<ImportRemark> Warnings, IReadOnlyList<string> Made, bool Saved)
{
    /// <summary>How many ids of each file were found in what it is held against.</summary>
    public IReadOnlyList<Join> Joins { get; init; } = [];

    /// <summary>Words to say the meaning of.</summary>
    public IReadOnlyList<UnknownWord> Unknown { get; init; } = [];

    /// <summary>The running year has no plan, and the files would make one in hindsight.</summary>
    public bool LacksPlan { get; init; }

    public bool OnlyAsks() => Errors.Count > 0 && Errors.All(e => e.Asks);

    public bool ChangesNothing => Files.All(f => f.Added + f.Changed + f.Ended == 0) && Made.Count == 0;
}

public sealed record ImportedFile(string FileName, string Kind, string Encoding, int Rows, int Added, int Changed, int Ended,
    IReadOnlyList<string> UnknownColumns, IReadOnlyList<RowDifference> Differences);

/// <summary>One row's difference against what is stored: "ny", "ändrad" or "upphör".</summary>
public sealed record RowDifference(string What, string Key, string Text);

/// <summary>
/// Reads register files for a year: recognises each by its header, reads every cell, compares with what is stored, and saves
/// all or nothing. A file is the whole register of its kind for the year, so a row that is no longer in it ends; where each month comes by
/// itself it is the whole of the months it names.
/// </summary>
public sealed class RegisterImporter(VattenpassDb db)
{
    private const int RowsBeforeBrake = 5, MostErrorsTold = 500;
    private const int MostDifferencesShown = 500;
    private const int OddPercent = 20;

    /// <summary>Reads the files and, but for a dry run or errors, saves them.</summary>
    public async Task<ImportResult> RunAsync(IReadOnlyList<(string Name, byte[] Bytes)> files, int? year, Provenance provenance,
        bool dryRun, bool acceptLargeChange = false, string? profile = null, CancellationToken stop = default)
    {
        var result = await PrepareAsync(files, year, provenance, acceptLargeChange, profile, stop: stop);
        if (dryRun || result.Errors.Count > 0) return result;
        if (db.ChangeTracker.HasChanges()) await db.SaveAsync(Acts.ImportRegisters, stop: stop);
        return result with { Saved = true };
    }

    /// <param name="makesPlan">A running year without a plan gets one in hindsight, that no board can adopt; a past year always does.</param>
    /// <summary>Reads the files and makes every change, to be saved or not. With errors there is nothing to save.</summary>
    public async Task<ImportResult> PrepareAsync(IReadOnlyList<(string Name, byte[] Bytes)> files, int? year, Provenance provenance,
        bool acceptLargeChange, string? profile = null, bool makesPlan = true, CancellationToken stop = default)
    {
        List<ImportRemark> errors = [], warnings = [];
        var kinds = (await KindsInUse.ReadAsync(db, stop)).OnlyProfile(profile);
        if (profile is not null && kinds.Profiles.Count == 0)
            errors.Add(new("Inläsningen", null, null, $"det finns ingen kolumnprofil som heter {profile}."));
        var pseudonyms = await PseudonymKey.ReadAsync(db, stop);
        var read = files.Select(f => Read(f.Name, f.Bytes, kinds, pseudonyms, errors, warnings, stop)).OfType<RegisterFile>().ToList();
        if (read.Count == 0 && errors.Count == 0)
        {
            errors.AddRange(warnings);
            warnings.Clear();
            errors.Add(new("Inläsningen", null, null, "ingen fil passar något register."));
        }
        if (read.Any(f => f.Errors.Count == 0) && (year ??= YearOf(read)) is null)
            errors.Add(new("Inläsningen", null, null, "filerna visar inte vilket år de gäller. Ange året."));
        IReadOnlyList<UnknownWord> unknown = [.. read.SelectMany(f => f.Unknown).Distinct()];
        if (errors.Count > 0) return new(year ?? 0, [], errors, warnings, [], false) { Unknown = unknown };

        var organisation = await OrganisationImport.ApplyAsync(db, read.Where(f => f.Kind == RegisterKinds.Organisation), year!.Value,
            errors, warnings, stop);
        List<ImportedFile> imported = [];
        List<ToldChange> changes = [];
        try
        {
            foreach (var kind in kinds.Kinds.Where(k => read.Any(f => f.Kind == k)))
                foreach (var (of, part) in ByYear([.. read.Where(f => f.Kind == kind)], year.Value))
                    changes.AddRange(await CompareAsync(kind, part, of, provenance, organisation, acceptLargeChange, imported, errors, warnings, stop));
        }
        catch (Refusal refusal)
        {
            errors.Add(new("Inläsningen", null, null, refusal.Message));
        }
        if (errors.Count > 0) return new(year.Value, imported, errors, warnings, [], false);

        var joins = await RegisterJoins.CheckAsync(db, organisation, year.Value, read, changes, errors, stop);
        if (errors.Count > 0) return new(year.Value, imported, errors, warnings, [], false);

        List<string> made = [.. organisation.Made];
        db.Progress?.Report(new("Räknar ut vad det betyder för året", 0, 0));
        // What comes month by month tells of no control.
        var ofTheYear = changes.Where(c => c.Kind.MonthColumn is null).ToList();
        var lacksPlan = read.Any(f => f.Kind.MonthColumn is null)
            && await new YearProjection(db, organisation, year.Value, ofTheYear).ApplyAsync(made, warnings, stop, makesPlan: makesPlan);
        PseudonymKey.Keep(db, pseudonyms);
        return new(year.Value, imported, errors, warnings, made, false) { Joins = joins, Unknown = unknown, LacksPlan = lacksPlan };
    }

    /// <summary>A month that has not come has no outcome yet: the year is more likely wrong.</summary>
    private IEnumerable<ImportRemark> Ahead(RegisterFile file) => file.Kind.MonthColumn is not { } column ? []
        : file.Rows.Where(r => string.CompareOrdinal(file.Kind.MonthOf(r.Cells), $"{db.Today:yyyy-MM}") > 0)
            .Select(r => new ImportRemark(file.Sheet.FileName, r.Line, column, $"{r[column]} har inte varit än. Rätta dagen eller månaden."));

    private Action<int> Told(string what, int of) => done =>
    {
        if (done % WorkStep.Between == 0) db.Progress?.Report(new(what, done, of));
    };

    private RegisterFile? Read(string name, byte[] bytes, KindsInUse kinds, Pseudonyms pseudonyms, List<ImportRemark> errors, List<ImportRemark> warnings,
        CancellationToken stop)
    {
        try
        {
            var sheet = SheetReader.Read(name, bytes, kinds.Knows, stop);
            if (RegisterFile.Read(sheet, kinds, pseudonyms, Told("Läser", sheet.Rows.Count), stop) is not { } file)
            {
                warnings.Add(new(sheet.FileName, null, null, $"{kinds.Nearest(sheet.Headers)} Filen lästes inte."));
                return null;
            }
            if (file.Errors.Count == 0 && file.Rows.Count == 0)
                warnings.Add(new(sheet.FileName, null, null, $"filen har rubriker men inga rader: {(file.Kind.MonthColumn is null ? "registret blir tomt" : "ingenting ändras")}."));
            errors.AddRange(Ahead(file).Concat(file.Errors).Take(MostErrorsTold));
            if (file.Errors.Count > MostErrorsTold)
                errors.Add(new(file.Sheet.FileName, null, null, $"och {file.Errors.Count - MostErrorsTold} fel till."));
            warnings.AddRange(file.Warnings);
            if (file.Sheet.Encoding is not ("UTF-8" or "xlsx" or "docx"))
                warnings.Add(new(file.Sheet.FileName, null, null, $"teckenkodningen är {file.Sheet.Encoding}."));
            return file;
        }
        catch (Refusal refusal)
        {
            errors.Add(new(Path.GetFileName(name), null, null, refusal.Message));
            return null;
        }
    }

    /// <summary>The year most dates of events point to; snapshots such as phones carry no year.</summary>
    private static int? YearOf(List<RegisterFile> files) => files
        .SelectMany(f => f.Kind.Columns.Where(c => c.Name is "period" or "månad" or "datum" or "startdatum" or "start" || c.Name == f.Kind.MonthColumn)
            .SelectMany(c => f.Rows.Select(r => r[c.Name])))
        .Where(d => d.Length >= 4).GroupBy(d => d[..4])
        .OrderByDescending(g => g.Count())
        .Select(g => (int?)int.Parse(g.Key))
        .FirstOrDefault();

    /// <summary>What comes month by month belongs to the year of its month, whatever year is read in.</summary>
    private static IEnumerable<(int Year, List<RegisterFile> Files)> ByYear(List<RegisterFile> files, int year) =>
        files[0].Kind is { MonthColumn: not null } kind
            ? files.SelectMany(f => f.Rows.Select(r => kind.MonthOf(r.Cells)[..4])).Distinct().Order(StringComparer.Ordinal)
                .Select(of => (int.Parse(of, CultureInfo.InvariantCulture), files.ConvertAll(f => f with { Rows = [.. f.Rows.Where(r => kind.MonthOf(r.Cells)[..4] == of)] })))
            : [(year, files)];

    private async Task<List<ToldChange>> CompareAsync(
        RegisterKind kind, List<RegisterFile> files, int year, Provenance provenance, OrganisationInUse organisation,
        bool acceptLargeChange,
        List<ImportedFile> imported, List<ImportRemark> errors, List<ImportRemark> warnings, CancellationToken stop)
    {
        var wanted = Merge(kind, files, errors);
        // Asked before the rows are read: one that is let in meanwhile takes the number.
        var before = await db.RegisterImports.Where(i => i.Register == kind.Key && i.Year == year).MaxAsync(i => i.Number, stop);
        var stored = (await db.RegisterRows.Where(r => r.Register == kind.Key && r.Year == year && r.ReplacedByImportId == null)
            .ToListAsync(stop)).ToDictionary(r => r.Key);
        var names = string.Join(", ", files.Select(f => f.Sheet.FileName));
        var import = new RegisterImport(db.NewId(), kind, year, names, string.Join(",", files.Select(f => f.Sheet.Sha256)), db.Now,
            db.Access.Name, provenance);
        import.PlaceAt(organisation.RootId);
        import.Follow(before);
        if (kind == RegisterKinds.Organisation) import.Remember(organisation.Change);
        List<ToldChange> changes = [];
        var told = Told("Jämför", wanted.Count);
        foreach (var (key, row) in wanted)
        {
            stop.ThrowIfCancellationRequested();
            told(changes.Count);
            var was = stored.GetValueOrDefault(key);
            var unit = organisation.UnitFor(kind, row, names, warnings);
            var cells = organisation.WithArea(kind, row.Cells, unit);
            if (was is not null && was.SameCells(cells)) { changes.Add(new(kind, was, was)); continue; }
            was?.Replace(import.Id, $"ny inläsning av {names}");
            var now = new RegisterRow(db.NewId(), kind, year, key, cells, unit, import.Id);
            changes.Add(new(kind, now, was));
        }
        var months = wanted.Values.Select(r => kind.MonthOf(r.Cells)).ToHashSet();
        foreach (var gone in stored.Values.Where(r => !wanted.ContainsKey(r.Key) && (kind.MonthColumn is null || months.Contains(kind.MonthOf(r.Cells)))))
        {
            gone.Replace(import.Id, $"saknas i ny inläsning av {names}");
            changes.Add(new(kind, null, gone));
        }
        var (added, changed, ended) = (changes.Count(c => c.IsNew && c.Was is null), changes.Count(c => c.IsNew && c.Was is not null),
            changes.Count(c => c.Now is null));
        if (stored.Count == 0 && kind.MonthColumn is null) await CompareWithLastYearAsync(kind, year, wanted.Count, names, warnings, stop);
        var inSight = kind.MonthColumn is null ? stored.Count : stored.Values.Count(r => months.Contains(kind.MonthOf(r.Cells)));
        Brake(kind, inSight, changed, ended, acceptLargeChange, names, errors);
        if (added + changed + ended > 0 || !await db.RegisterImports.AnyAsync(i => i.Register == kind.Key && i.Year == year, stop))
        {
            import.Count(wanted.Count, added, changed, ended,
                [.. warnings.Where(w => files.Any(f => f.Sheet.FileName == w.File)).Select(w => w.ToString())]);
            db.RegisterImports.Add(import);
            db.RegisterRows.AddRange(changes.Where(c => c.IsNew).Select(c => c.Now!));
        }
        imported.Add(new(names, kind.MonthColumn is null ? kind.Name : $"{kind.Name} {year}", string.Join(", ",
            files.Select(f => f.Sheet.Encoding).Distinct()), wanted.Count, added, changed, ended,
                [.. files.SelectMany(f => f.UnknownColumns).Distinct()],
                [.. changes.Where(c => !c.IsUnchanged).Take(MostDifferencesShown).Select(Describe)]));
        return changes;
    }

    /// <summary>Several files of one kind are one register; keys are checked, and ordinals counted, across them.</summary>
    private static Dictionary<string, ReadRow> Merge(RegisterKind kind, List<RegisterFile> files, List<ImportRemark> errors)
    {
        var merged = new Dictionary<string, ReadRow>();
        var ordinals = new Dictionary<string, int>();
        foreach (var file in files)
            foreach (var row in file.Rows)
            {
                var key = row.Key;
                if (kind.KeyColumns.Count == 0)
                {
                    var cells = key[..key.LastIndexOf('#')];
                    key = $"{cells}#{ordinals[cells] = ordinals.GetValueOrDefault(cells) + 1}";
                }
                if (!merged.TryAdd(key, row) && !merged[key].Cells.All(c => row.Cells[c.Key] == c.Value))
                    errors.Add(new(file.Sheet.FileName, row.Line, string.Join(", ", kind.KeyColumns),
                        "samma nyckel finns i en annan fil med andra uppgifter. Ta bort eller rätta en av raderna."));
            }
        return merged;
    }

    /// <summary>A register that has grown or shrunk by a fifth since the year before is worth a look.</summary>
    private async Task CompareWithLastYearAsync(RegisterKind kind, int year, int count, string names, List<ImportRemark> warnings, CancellationToken stop)
    {
        var before =
            await db.RegisterRows.CountAsync(r => r.Register == kind.Key && r.Year == year - 1 && r.ReplacedByImportId == null, stop);
        if (before > 0 && Math.Abs(count - before) * 100 > before * OddPercent)
            warnings.Add(new(names, null, null,
                $"{kind.Name} har {count} rader, förra året {before}. Kontrollera att uttaget är komplett."));
    }

    /// <summary>A file that would change or end much of a register is more likely a wrong file than a new truth.</summary>
    private static void Brake(RegisterKind kind, int stored, int changed, int ended, bool accepted, string names, List<ImportRemark> errors)
    {
        if (stored == 0 || accepted || Math.Max(changed, ended) <= RowsBeforeBrake) return;
        if (changed * 10 > stored || ended * 20 > stored)
            errors.Add(new(names, null, null,
                $"inläsningen skulle ändra {changed} och avsluta {ended} av {stored} rader i {kind.Name}. Kontrollera att det är rätt fil och godkänn sedan den stora ändringen.")
            { Asks = true });
    }

    private static RowDifference Describe(ToldChange change) => change switch
    {
        { Now: null, Was: { } was } => new("upphör", was.Key, string.Join(" · ", was.Cells.Values.Where(v => v.Length > 0))),
        { Now: { } now, Was: { } was } =>
            new("ändrad", now.Key, string.Join(" · ",
                now.Cells.Where(c => was[c.Key] != c.Value).Select(c => $"{c.Key}: {was[c.Key]} → {c.Value}"))),
        { Now: { } now } => new("ny", now.Key, string.Join(" · ", now.Cells.Values.Where(v => v.Length > 0))),
        _ => throw new InvalidOperationException(),
    };
}
