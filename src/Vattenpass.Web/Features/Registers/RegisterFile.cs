using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Something wrong, or worth knowing, about a cell of a file.</summary>
public sealed record ImportRemark(string File, int? Line, string? Column, string Text)
{
    /// <summary>What a file says may be quoted, but never a personal number.</summary>
    public string Text { get; } = Pseudonyms.Masked(Text);

    /// <summary>Nothing is wrong with the file: it is asked whether it is the right one.</summary>
    public bool Asks { get; init; }

    public override string ToString() => File
        + (Line is { } line ? $", rad {line}" : "") + (Column is { } column ? $", kolumnen {column}" : "") + ": " + Text;
}

/// <summary>A row of a file in canonical form, with the key it is known by.</summary>
public sealed record ReadRow(int Line, string Key, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>A file whose kind was told by its header, read cell by cell. Errors stop the whole import; warnings do not.</summary>
public sealed record RegisterFile(Sheet Sheet, RegisterKind Kind, IReadOnlyList<ReadRow> Rows, IReadOnlyList<ImportRemark> Errors,
    IReadOnlyList<ImportRemark> Warnings, IReadOnlyList<string> UnknownColumns)
{
    public IReadOnlyList<UnknownWord> Unknown { get; init; } = [];

    /// <summary>Null when no register is known by the header.</summary>
    /// <param name="told">Told how many rows are read.</param>
    public static RegisterFile? Read(Sheet given, KindsInUse kinds, Pseudonyms pseudonyms, Action<int>? told = null, CancellationToken stop = default)
    {
        var (kind, sheet, profile) = kinds.Recognise(given);
        if (kind is null) return null;
        List<ImportRemark> errors = [], warnings = [];
        if (profile is not null) warnings.Add(new(sheet.FileName, null, null, $"läst med kolumnprofilen {profile.Name}."));
        warnings.AddRange(sheet.Told.Select(t => new ImportRemark(sheet.FileName, null, null, t)));
        warnings.AddRange(Doubled(sheet, kind));
        if (IdentityGuard.Find(sheet.FileName) is { Count: > 0 } named)
            errors.Add(new("En fil", null, null, $"filnamnet innehåller {Prose.List(named)}. Döp om filen."));
        var columns = kind.Columns.Select(c => (Column: c, Index: IndexOf(sheet, c))).ToList();
        foreach (var (column, _) in columns.Where(c => c.Index < 0 && c.Column.Required && profile?.Constants.ContainsKey(c.Column.Name) != true))
            errors.Add(new(sheet.FileName, sheet.HeaderLine, column.Name, $"kolumnen saknas i registret {kind.Name.ToLowerInvariant()}. Lägg till den i filen, eller säg i en kolumnprofil vad den heter."));
        if (errors.Count > 0) return new(sheet, kind, [], errors, warnings, []);

        var counted = Kept(given, profile, warnings);
        var reading = new RowReading(sheet, kind, profile, pseudonyms, columns);
        List<(int Line, Dictionary<string, string> Cells)> rows = [];
        var read = 0;
        foreach (var row in counted)
        {
            stop.ThrowIfCancellationRequested();
            told?.Invoke(++read);
            if (reading.Read(row, errors) is not { } good) continue;
            if (kind.ProblemOf(good.Cells) is var (column, problem)) errors.Add(new(sheet.FileName, row.Line, column, problem));
            else rows.Add(good);
        }
        warnings.AddRange(reading.Remarks());
        if (kind.AboutClients) foreach (var (line, cells) in rows) errors.AddRange(Pointed(sheet.FileName, line, cells));
        return new(sheet, kind, Keyed(sheet, kind, rows, errors, warnings), errors, warnings,
            [.. sheet.Headers.Where(h => h.Length > 0 && kind.Find(h) is null)])
        { Unknown = reading.Unknown() };
    }

    /// <summary>The rows that the profile's selection lets through.</summary>
    private static IEnumerable<SheetRow> Kept(Sheet given, ColumnProfile? profile, List<ImportRemark> warnings)
    {
        if (profile is null || profile.Kept.Count == 0) return given.Rows;
        var filters = profile.Kept.Select(f => (Filter: f, At: given.Headers.ToList().FindIndex(h => RegisterKind.Fold(h) == RegisterKind.Fold(f.Header)))).ToList();
        var kept = given.Rows.Where(r => filters.All(f => f.Filter.Keeps(r.At(f.At)))).ToList();
        if (kept.Count < given.Rows.Count)
            warnings.Add(new(given.FileName, null, null,
                $"{kept.Count} av {given.Rows.Count} rader lästes: urvalet i profilen är {Prose.List(profile.Kept.Select(k => k.ToString()))}."));
        return kept;
    }

    /// <summary>Two columns that are called the same: the first is read, and that is told.</summary>
    private static IEnumerable<ImportRemark> Doubled(Sheet sheet, RegisterKind kind) => kind.Columns
        .Where(c => sheet.Headers.Count(h => RegisterKind.Fold(h) == RegisterKind.Fold(c.Name)) > 1)
        .Select(c => new ImportRemark(sheet.FileName, sheet.HeaderLine, c.Name, "rubriken finns två gånger. Den första kolumnen lästes."));

    /// <summary>A register about clients carries pseudonyms only.</summary>
    private static IEnumerable<ImportRemark> Pointed(string file, int line, Dictionary<string, string> cells) => cells
        .Select(c => (c.Key, Found: IdentityGuard.Find(c.Value))).Where(c => c.Found.Count > 0)
        .Select(c => new ImportRemark(file, line, c.Key,
            $"cellen innehåller {Prose.List(c.Found)}. Registret får bara ha pseudonymer: byt mot ett löpnummer i källsystemet."));

    private const int MostAlike = 20;

    private static int IndexOf(Sheet sheet, Column column)
    {
        for (var n = 0; n < sheet.Headers.Count; n++)
            if (RegisterKind.Fold(sheet.Headers[n]) == RegisterKind.Fold(column.Name)) return n;
        return -1;
    }

    /// <summary>Equal rows of a kind without key are told apart by an ordinal; a key that comes twice must say the same thing.</summary>
    private static List<ReadRow> Keyed(Sheet sheet, RegisterKind kind, List<(int Line, Dictionary<string, string> Cells)> rows,
        List<ImportRemark> errors, List<ImportRemark> warnings)
    {
        var result = new List<ReadRow>();
        var seen = new Dictionary<string, ReadRow>(kind == RegisterKinds.Organisation
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal);
        var ordinals = new Dictionary<string, int>();
        var equal = 0;
        foreach (var (line, cells) in rows)
        {
            var key = string.Join('|',
                (kind.KeyColumns.Count > 0 ? kind.KeyColumns : kind.Columns.Select(c => c.Name)).Select(c => cells[c]));
            if (kind.KeyColumns.Count == 0)
            {
                var ordinal = ordinals[key] = ordinals.GetValueOrDefault(key) + 1;
                result.Add(new(line, $"{key}#{ordinal}", cells));
            }
            else if (seen.TryGetValue(key, out var earlier))
            {
                var same = earlier.Cells.All(c => cells[c.Key] == c.Value);
                if (same && ++equal <= MostAlike) warnings.Add(new(sheet.FileName, line, null, $"raden är densamma som rad {earlier.Line} och räknas en gång."));
                else if (same) continue;
                else errors.Add(new(sheet.FileName, line, string.Join(", ", kind.KeyColumns),
                    $"samma {string.Join(" och ", kind.KeyColumns)} finns redan på rad {earlier.Line} med andra uppgifter. Ta bort eller rätta en av raderna."));
            }
            else
            {
                result.Add(seen[key] = new(line, key, cells));
            }
        }
        if (equal > MostAlike) warnings.Add(new(sheet.FileName, null, null, $"ytterligare {equal - MostAlike} rader är lika och räknas en gång."));
        foreach (var alike in seen.Values.GroupBy(r => r.Key.TrimStart('0'), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Take(MostAlike))
            warnings.Add(new(sheet.FileName, alike.Last().Line, string.Join(", ", kind.KeyColumns),
                $"{Prose.List(alike.Select(r => $"”{r.Key}”"))} skiljer sig bara i stora och små bokstäver eller nollor i början. Är de samma, rätta dem i källan eller välj en id-regel i kolumnprofilen."));
        return result;
    }
}
