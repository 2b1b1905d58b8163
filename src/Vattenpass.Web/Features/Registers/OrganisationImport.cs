using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Makes the organisation of a year from its file: new units, new names and places, units that have ended.</summary>
public static class OrganisationImport
{
    public static async Task<OrganisationInUse> ApplyAsync(VattenpassDb db, IEnumerable<RegisterFile> files, int year,
        List<ImportRemark> errors, List<ImportRemark> warnings, CancellationToken stop)
    {
        var units = await db.Units.ToListAsync(stop);
        var from = new DateOnly(year, 1, 1);
        var before = units.Count;
        var states = units.ToDictionary(u => u.Id, u => u.State());
        List<string> made = [];
        // A file for an earlier year tells of that year: what later files say of the years after it stays.
        var isPast =
            await db.RegisterImports.AnyAsync(i => i.Register == RegisterKinds.Organisation.Key && i.Year > year && i.UndoneAt == null, stop);
        var changed = files.Sum(file => Apply(db, file, units, from, isPast, errors, warnings));
        if (units.Count > before) made.Add($"organisationen: {Prose.Number(units.Count - before, "ny enhet", "nya enheter")}");
        if (changed > 0)
            made.Add($"organisationen: {Prose.Number(changed, "enhet", "enheter")} får namn och plats enligt filen {(isPast ? $"under {year}" : $"från {from:yyyy-MM-dd}")}");
        if (units.All(u => u.Kind != UnitKind.Board && u.ParentId is not null) || units.Count == 0)
        {
            var board = new Unit(db.NewId(), Unit.ProvisionalCode, "Nämnden", UnitKind.Board, null, from);
            db.Units.Add(board);
            units.Add(board);
            made.Add("organisationen: en nämnd, eftersom ingen organisationsfil har lästs in");
        }
        return new(db, units, year, made)
        {
            Change = new([.. units.Where(u => !states.ContainsKey(u.Id)).Select(u => u.Id)],
                [.. units.Where(u => states.TryGetValue(u.Id, out var was) && !was.Is(u.State())).Select(u => states[u.Id])]),
        };
    }

    /// <returns>How many units that were known get another name or place.</returns>
    private static int Apply(VattenpassDb db, RegisterFile file, List<Unit> units, DateOnly from, bool isPast, List<ImportRemark> errors,
        List<ImportRemark> warnings)
    {
        var changed = 0;
        var byCode = units.ToDictionary(u => u.Code, StringComparer.OrdinalIgnoreCase);
        var rows = file.Rows.ToDictionary(r => r["kod"], StringComparer.OrdinalIgnoreCase);
        var failed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ParentsFirst(file, rows, errors))
        {
            var kind = Kind(row);
            var parent = row["överordnad"] is { Length: > 0 } code ? byCode.GetValueOrDefault(code)?.Id : null;
            if (row["överordnad"].Length > 0 && parent is null)
            {
                // The board may lack its municipality: the root is then the board.
                if (kind is UnitKind.Board)
                    warnings.Add(new(file.Sheet.FileName, row.Line, "överordnad",
                        $"”{row["överordnad"]}” finns inte i filen. {row["namn"]} blir överst."));
                else
                {
                    if (!failed.Contains(row["överordnad"]))
                        errors.Add(new(file.Sheet.FileName, row.Line, "överordnad",
                            $"enheten ”{row["överordnad"]}” finns inte. Lägg till den eller rätta koden."));
                    failed.Add(row["kod"]);
                    continue;
                }
            }
            var unit = byCode.GetValueOrDefault(row["kod"])
                ?? units.FirstOrDefault(u => u.Kind is UnitKind.Unlisted && u.Name == row["namn"])
                ?? (parent is null && kind is UnitKind.Board
                    ? units.FirstOrDefault(u => u.Code == Unit.ProvisionalCode && u.ParentId is null)
                    : null);
            if (unit is null)
            {
                unit = byCode[row["kod"]] = new(db.NewId(), row["kod"], row["namn"], kind, parent, from);
                units.Add(unit);
                db.Units.Add(unit);
                SayActivity(unit, row, file, warnings);
                continue;
            }
            if (unit.Code == Unit.ProvisionalCode || unit.Kind is UnitKind.Unlisted) unit.Become(db.NewId(), row["kod"], row["namn"], from);
            byCode[unit.Code] = unit;
            unit.KnownFrom(from);
            if (!isPast) SayActivity(unit, row, file, warnings);
            var known = unit.On(from);
            if (unit.Kind != kind && !isPast) unit.Become(kind);
            if (known.Name == row["namn"] && known.ParentId == parent) continue;
            changed++;
            if (isPast && unit.On(from.AddYears(1)) == known) unit.Describe(db.NewId(), known.Name, known.ParentId, from.AddYears(1));
            unit.Describe(db.NewId(), row["namn"], parent, from);
        }
        foreach (var twice in rows.Values.GroupBy(r => r["namn"], StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            warnings.Add(new(file.Sheet.FileName, twice.Last().Line, "namn",
                $"{twice.Count()} enheter heter ”{twice.Key}”. Rader i andra register hamnar på den första."));
        if (isPast) return changed;
        foreach (var gone in units.Where(u => u.Kind is UnitKind.Unit && u.To is null && u.From < from && !rows.ContainsKey(u.Code)))
        {
            gone.Close(from.AddDays(-1), null);
            warnings.Add(new(file.Sheet.FileName, null, null,
                $"{gone.Name} finns inte längre i organisationen och avslutas {gone.To:yyyy-MM-dd}."));
        }
        return changed;
    }

    /// <summary>A word that is known; another is told and not kept, and an empty cell says nothing.</summary>
    private static void SayActivity(Unit unit, ReadRow row, RegisterFile file, List<ImportRemark> warnings)
    {
        if (row["verksamhetsform"].Length == 0) return;
        if (Activities.Known(row["verksamhetsform"]) is { } known) unit.Does(known);
        else
            warnings.Add(new(file.Sheet.FileName, row.Line, "verksamhetsform",
                $"”{row["verksamhetsform"]}” är ingen känd verksamhetsform och sparas inte. Välj en på enhetens sida."));
    }

    /// <summary>More levels than any organisation has.</summary>
    private const int MostLevels = 20;

    /// <summary>The rows in an order where a parent comes before its children; a ring of parents, or a stair of them, is an error.</summary>
    private static List<ReadRow> ParentsFirst(RegisterFile file, Dictionary<string, ReadRow> rows, List<ImportRemark> errors)
    {
        var ordered = file.Rows.Select(row => (Row: row, Level: Level(row))).ToList();
        if (ordered.FirstOrDefault(r => r.Level > MostLevels).Row is not { } deep) return [.. ordered.OrderBy(r => r.Level).Select(r => r.Row)];
        errors.Add(new(file.Sheet.FileName, deep.Line, "överordnad",
            $"enheten ligger under sig själv i en ring, eller mer än {MostLevels} nivåer ner. Rätta vem som är överordnad."));
        return [];

        int Level(ReadRow row)
        {
            var level = 0;
            for (ReadRow? at = row; level <= MostLevels && at!["överordnad"].Length > 0 && rows.TryGetValue(at["överordnad"], out at); level++) { }
            return level;
        }
    }

    /// <summary>By the register's own words: a file's other words were refused when it was read.</summary>
    private static UnitKind Kind(ReadRow row) => row["typ"] switch
    {
        "nämnd" => UnitKind.Board,
        "förvaltning" => UnitKind.Department,
        "verksamhetsområde" => UnitKind.Area,
        "enhet" => UnitKind.Unit,
        var other => throw new InvalidOperationException($"{other} is no type of unit."),
    };
}

/// <summary>The organisation rows are placed in. A name it lacks becomes an unlisted unit under the root, with a warning.</summary>
public sealed class OrganisationInUse(VattenpassDb db, List<Unit> units, int year, List<string> made)
{
    /// <summary>More names that nobody knows are not slips of the pen: the file is of another organisation.</summary>
    private const int MostUnknown = 200;

    private readonly Dictionary<string, Unit?> byName = new(StringComparer.OrdinalIgnoreCase);
    private OrganisationTree? tree;
    private int unknown;

    public IReadOnlyList<string> Made => made;
    /// <summary>What a file of the organisation has done to it.</summary>
    public OrganisationChange Change { get; init; } = new([], []);
    public OrganisationTree Tree => tree ??= new(units, new(year, 12, 31));
    public Guid RootId => Tree.Root!.Id;

    /// <summary>There are units to be found: more than a board that was made because nothing was read in.</summary>
    public bool IsKnown => units.Any(u => u.Kind is UnitKind.Unit && !u.Code.StartsWith('?'));

    /// <summary>The name is that of a unit, and not one that this reading made for a name it did not know.</summary>
    public bool WasKnown(string name) => Find(name) is { Kind: not UnitKind.Unlisted };

    public Unit? Find(string name)
    {
        if (!byName.TryGetValue(name, out var unit)) byName[name] = unit = Tree.Named(name);
        return unit;
    }

    /// <summary>An area that the file leaves out is the unit's own.</summary>
    public IReadOnlyDictionary<string, string> WithArea(RegisterKind kind, IReadOnlyDictionary<string, string> cells, Guid unit)
    {
        if (kind.Find(AreaColumn) is null || cells.GetValueOrDefault(AreaColumn, "").Length > 0 || unit == RootId) return cells;
        return Tree.AreaOf(unit) is { Kind: UnitKind.Area } area
            ? new Dictionary<string, string>(cells) { [AreaColumn] = area.Name }
            : cells;
    }

    private const string AreaColumn = "område";

    /// <summary>Where a row belongs: the unit it names, or the root where its kind names none.</summary>
    public Guid UnitFor(RegisterKind kind, ReadRow row, string fileName, List<ImportRemark> warnings)
    {
        var name = kind.UnitColumn is { } column ? row[column] : "";
        if (name.Length == 0) return RootId;
        if (Find(name) is { } unit) return unit.Id;
        Refusal.If(++unknown > MostUnknown,
            $"fler än {MostUnknown} enheter i {fileName} finns inte i organisationen. Läs in organisationen först, eller kontrollera att det är rätt kolumn.");
        warnings.Add(new(fileName, row.Line, kind.UnitColumn,
            $"enheten ”{name}” finns inte i organisationen. Raden läses in men räknas inte till någon enhet i planen."));
        var unlisted = new Unit(db.NewId(), $"?{name}", name, UnitKind.Unlisted, RootId, new(year, 1, 1));
        units.Add(unlisted);
        db.Units.Add(unlisted);
        tree = null;
        byName[name] = unlisted;
        return unlisted.Id;
    }
}
