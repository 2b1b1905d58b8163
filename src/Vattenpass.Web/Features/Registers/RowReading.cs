using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.Registers;

/// <summary>A word of a file that neither the register nor the file's profile knows.</summary>
public sealed record UnknownWord(string Register, string RegisterName, Guid? ProfileId, string Column, string Word);

/// <summary>
/// Reads the rows of one file cell by cell: by the column's type, the words it knows, the profile's words, constants and id rules. A
/// personal number becomes a pseudonym before anything else sees it.
/// </summary>
public sealed class RowReading(Sheet sheet, RegisterKind kind, ColumnProfile? profile, Pseudonyms pseudonyms, List<(Column Column, int Index)> columns)
{
    private readonly Dictionary<(string Column, string Word), int> unknown = [];
    private readonly ILookup<string, ValueWord> words = (profile?.Words ?? []).ToLookup(w => w.Column);
    private readonly HashSet<(string Column, string Word)> refused = [];
    private int hidden;

    /// <summary>The words that nobody knows, whether the rows were kept or refused.</summary>
    public IReadOnlyList<UnknownWord> Unknown() => [.. unknown.Keys.Concat(refused).Distinct().Select(u => new UnknownWord(kind.Key, kind.Name, profile?.Id, u.Column, u.Word))];

    public (int Line, Dictionary<string, string> Cells)? Read(SheetRow row, List<ImportRemark> errors)
    {
        var cells = new Dictionary<string, string>();
        var before = errors.Count;
        foreach (var (column, index) in columns)
        {
            var cell = index >= 0 ? row.Cell(index) : new Cell(profile?.Constants.GetValueOrDefault(column.Name) ?? "");
            if (CellReading.TryRead(column, Hidden(column, cell), out var value, out var problem) && Meant(column, ref value, ref problem))
                cells[column.Name] = value;
            else errors.Add(new(sheet.FileName, row.Line, column.Name, problem));
        }
        return errors.Count == before ? (row.Line, cells) : null;
    }

    /// <summary>What was passed over, or changed on the way.</summary>
    public IEnumerable<ImportRemark> Remarks()
    {
        if (hidden > 0)
            yield return new(sheet.FileName, null, null, $"{Prose.Number(hidden, "personnummer", "personnummer")} byttes mot pseudonymer när filen lästes. Numren sparas inte.");
        foreach (var column in unknown.GroupBy(u => u.Key.Column))
            yield return new(sheet.FileName, null, column.Key,
                $"{Prose.Number(column.Sum(u => u.Value), "rad har ett ord", "rader har ord")} som inte känns igen och är inte bedömda: {Prose.Some([.. column.Select(u => $"”{u.Key.Word}” ({u.Value})")], 10)}. Säg i en kolumnprofil vad de betyder.");
    }

    private Cell Hidden(Column column, Cell cell)
    {
        if (column.Type is not ColumnType.Text) return cell;
        var text = PlainText.Line(cell.Text);
        // A text that points somebody out among clients stops the file instead: more may stand in it than the number.
        if (kind.AboutClients && !column.IsId && IdentityGuard.Find(text).Count > 0) return cell;
        if (column.IsId && profile is { IdRules.Count: > 0 }) text = IdRules.Apply(profile.IdRules, text);
        var shown = pseudonyms.Of(text, bare: kind.AboutClients || kind.AboutPeople);
        if (shown == text) return column.IsId && profile is { IdRules.Count: > 0 } ? cell with { Text = text } : cell;
        hidden++;
        return new(shown);
    }

    /// <summary>The register's own word for what the file writes. One that nobody knows is refused, or kept and told where that is allowed.</summary>
    private bool Meant(Column column, ref string value, ref string problem)
    {
        var written = value;
        if (written.Length == 0) return true;
        if (words[column.Name].FirstOrDefault(w => RegisterKind.Fold(w.InFile) == RegisterKind.Fold(written)) is { } word)
            value = word.Means;
        else if (column.Words.Count > 0 && column.Meant(written) is { } known) value = known;
        else if (column.Words.Count > 0 && !column.KeepsUnknownWords)
        {
            refused.Add((column.Name, written));
            problem = $"”{written}” är inget känt ord. Skriv {Prose.List(column.Words.Select(w => w.Means), "eller")}, eller säg i en kolumnprofil vad ordet betyder.";
            return false;
        }
        else if (column.KeepsUnknownWords && column.Words.Count > 0)
            unknown[(column.Name, written)] = unknown.GetValueOrDefault((column.Name, written)) + 1;
        return true;
    }
}
