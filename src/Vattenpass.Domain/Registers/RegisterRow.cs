using System.Globalization;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.Registers;

/// <summary>
/// One row of a register as it stood for a year. Cells hold canonical text (ISO dates, "ja"/"nej", whole numbers).
/// A changed row is replaced by a new one and kept, with the import that replaced it and the reason.
/// </summary>
public sealed class RegisterRow : Root
{
    public string Register { get; private set; } = "";
    public int Year { get; private set; }
    public string Key { get; private set; } = "";
    public IReadOnlyDictionary<string, string> Cells { get; private set; } = new Dictionary<string, string>();
    public Guid ImportId { get; private set; }
    public Guid? ReplacedByImportId { get; private set; }
    public string ReplacedReason { get; private set; } = "";

    private RegisterRow() { }

    public RegisterRow(Guid id, RegisterKind kind, int year, string key, IReadOnlyDictionary<string, string> cells, Guid? unitId, Guid importId)
    {
        Id = id;
        Register = kind.Key;
        Field = kind.Field;
        Year = year;
        Key = key;
        Cells = cells;
        UnitId = unitId;
        ImportId = importId;
    }

    /// <summary>The import that replaced it was undone.</summary>
    public void Restore() => (ReplacedByImportId, ReplacedReason) = (null, "");

    public void Replace(Guid byImportId, string reason) => (ReplacedByImportId, ReplacedReason) = (byImportId, reason);

    public string this[string column] => Cells.GetValueOrDefault(column, "");
    /// <summary>A cell by its column's name, told apart as headers are: without case, spaces and marks. "" when there is none.</summary>
    public static string Cell(IReadOnlyDictionary<string, string>? cells, string column) => cells is null ? ""
        : cells.TryGetValue(column, out var exact) ? exact
        : cells.FirstOrDefault(c => RegisterKind.Fold(c.Key) == RegisterKind.Fold(column)).Value ?? "";

    public DateOnly? Date(string column) =>
        this[column] is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    public int Number(string column) => this[column] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
    public bool Yes(string column) => this[column] == "ja";

    /// <summary>A column the row was stored without, since it was unknown then, is the same as an empty cell.</summary>
    public bool SameCells(IReadOnlyDictionary<string, string> other) =>
        Cells.Keys.Union(other.Keys).All(c => this[c] == other.GetValueOrDefault(c, ""));
}

/// <summary>Where register rows came from: file, source system, extraction date, by whom, filter, and what it was reconciled against.</summary>
public sealed class RegisterImport : Root
{
    public string Register { get; private set; } = "";
    public int Year { get; private set; }
    /// <summary>Which reading-in of the register and the year it is, so that two at the same time are not both let in; null before this was kept.</summary>
    public int? Number { get; private set; }
    public string FileName { get; private set; } = "";
    public string FileSha256 { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";
    public Provenance Provenance { get; private set; } = Provenance.Unknown;
    public int Rows { get; private set; }
    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int Ended { get; private set; }
    public IReadOnlyList<string> Warnings { get; private set; } = [];
    public DateTimeOffset? UndoneAt { get; private set; }
    public string UndoneBy { get; private set; } = "";
    public string UndoneReason { get; private set; } = "";

    /// <summary>What it did to the organisation; null for other registers, and for organisations that were read in before this was kept.</summary>
    public OrganisationChange? Organisation { get; private set; }

    private RegisterImport() { }

    public RegisterImport(Guid id, RegisterKind kind, int year, string fileName, string sha256, DateTimeOffset at, string by, Provenance provenance)
    {
        Id = id;
        Register = kind.Key;
        Field = kind.Field;
        Year = year;
        FileName = fileName;
        FileSha256 = sha256;
        At = at;
        By = by;
        Provenance = provenance;
    }

    public void PlaceAt(Guid unitId) => UnitId = unitId;

    public void Follow(int? before) => Number = (before ?? 0) + 1;

    public void Remember(OrganisationChange change) => Organisation = change;

    public void Undo(string reason, string by, DateTimeOffset at)
    {
        Refusal.If(UndoneAt is not null, "Inläsningen är redan ångrad.");
        (UndoneReason, UndoneBy, UndoneAt) = (Refusal.IfEmpty(reason, "Skriv varför inläsningen ångras.", "Reason"), by, at);
    }

    public void Count(int rows, int added, int changed, int ended, IReadOnlyList<string> warnings)
    {
        Rows = rows;
        Added = added;
        Changed = changed;
        Ended = ended;
        Warnings = warnings;
    }
}

/// <summary>What the importer stated about the extract. Empty text = not stated; it is then shown as "uppgift saknas".</summary>
public sealed record Provenance(string SourceSystem, DateOnly? ExtractedOn, string Filter, string ReconciledAgainst)
{
    public static readonly Provenance Unknown = new("", null, "", "");
}
