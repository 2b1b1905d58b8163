using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// A cell, or a paragraph, that a person has put right for the reading. The file stays as it was; the next reading of the same row has the
/// same text in it. An empty text leaves out what the cell says.
/// </summary>
/// <param name="Column">Counted from zero; 0 for a paragraph.</param>
/// <param name="File">The name of the file it was put right in: another file's row keeps what it says.</param>
/// <param name="Row">What the whole row said when it was put right, as SHA-256: another row at the same place keeps what it says.</param>
public sealed record CellFix(string File, Place Place, int Column, string Row, string Text);

/// <summary>The rows of a document by their places, and what is put right in them.</summary>
public static class Corrections
{
    /// <summary>The most of them that are kept; the oldest go first.</summary>
    public const int Most = 2_000;

    /// <summary>Where a paragraph stands.</summary>
    public static Place PlaceOf(SourceText text) => new(SourceText.Place, text.Number);

    /// <summary>The cells of a row as a person reads them, as many as its table is wide; one for a paragraph. Null where there is no such row.</summary>
    public static IReadOnlyList<string>? CellsAt(SourceDocument document, Place place)
    {
        foreach (var block in document.Blocks)
        {
            if (block is SourceText text && PlaceOf(text) == place) return [CellText.Clean(text.Text)];
            if (block is not SourceTable table || table.Name != place.Table || table.Rows.FirstOrDefault(r => r.Number == place.Row) is not { } row) continue;
            return [.. Enumerable.Range(0, Width(table)).Select(c => CellText.Clean(row.At(c)))];
        }
        return null;
    }

    private static int Width(SourceTable table) => table.Rows.Max(r => r.Cells.Count);

    private static SourceTable? Table(SourceDocument document, Place place) => document.Blocks.OfType<SourceTable>().FirstOrDefault(t => t.Name == place.Table);

    /// <summary>What stands over each cell of a row: its header, or the number of its column.</summary>
    public static IReadOnlyList<string> HeadersOver(SourceDocument document, Place place, PlanWording wording)
    {
        if (Table(document, place) is not { } table) return ["Text"];
        var own = wording.HeaderMeanings();
        List<SourceRow> rows = [.. table.Rows.Where(r => r.Filled > 0).Select(r => r with { Cells = [.. r.Cells.Select(CellText.Clean)] })];
        var headers = Enumerable.Range(0, rows.Count).Where(n => rows[n].Number < place.Row)
            .Select(n => PlanHeaders.At(rows, n, own)).LastOrDefault(h => h is not null);
        return [.. Enumerable.Range(0, Width(table)).Select(c => headers?.Cells.ElementAtOrDefault(c)?.Written is { Length: > 0 } written ? written : $"Kolumn {c + 1}")];
    }

    /// <summary>The rows right below that say the same in a column: those of a merged cell, or that merely are alike.</summary>
    public static IReadOnlyList<Place> AlikeBelow(SourceDocument document, Place place, int column)
    {
        if (Table(document, place) is not { } table || CellsAt(document, place) is not { } cells || column >= cells.Count) return [];
        if (cells[column] is not { Length: > 0 } said) return [];
        return [.. table.Rows.SkipWhile(r => r.Number <= place.Row).TakeWhile(r => CellText.Clean(r.At(column)) == said).Select(r => new Place(table.Name, r.Number))];
    }

    /// <summary>Every place of the document that holds a personal number: the file is kept as it is, so it must go out of the file.</summary>
    public static IEnumerable<Place> PersonalNumbers(SourceDocument document) => document.Blocks.SelectMany(block => block switch
    {
        SourceText text when IdentityGuard.HasPersonalNumber(text.Text) => [PlaceOf(text)],
        SourceTable table => table.Rows.Where(r => r.Cells.Any(IdentityGuard.HasPersonalNumber)).Select(r => new Place(table.Name, r.Number)),
        _ => Enumerable.Empty<Place>(),
    });

    /// <summary>A cell put right; null where the text is what the file says already.</summary>
    /// <exception cref="Refusal">There is no such cell, or it holds a personal number: the file itself is kept, so that goes out of the file.</exception>
    public static CellFix? Of(SourceDocument document, Place place, int column, string text)
    {
        var cells = CellsAt(document, place);
        Refusal.If(cells is null || column < 0 || column >= cells.Count, $"{place} finns inte i filen. Läs filen igen.");
        text = PlainText.Clean(text).Trim();
        if (text == cells![column]) return null;
        Refusal.If(IdentityGuard.HasPersonalNumber(text), $"Rättelsen av {place} innehåller ett personnummer eller samordningsnummer. Ta bort det.");
        Refusal.If(IdentityGuard.HasPersonalNumber(cells[column]), $"{place} innehåller ett personnummer eller samordningsnummer. Filen sparas som den är, så det måste tas bort i filen. Läs sedan in den igen.");
        return new(document.FileName, place, column, Key(cells), text);
    }

    /// <summary>Those that are of this document.</summary>
    public static IReadOnlyList<CellFix> Within(SourceDocument document, IReadOnlyList<CellFix> fixes) =>
        [.. fixes.Where(f => f.File == document.FileName).GroupBy(f => f.Place).SelectMany(row => CellsAt(document, row.Key) is { } cells ? OfRow(row, cells) : [])];

    private static IEnumerable<CellFix> OfRow(IEnumerable<CellFix> fixes, IReadOnlyList<string> cells)
    {
        var key = Key(cells);
        return fixes.Where(f => f.Row == key && f.Column < cells.Count);
    }

    /// <summary>The document with what is put right in it.</summary>
    public static SourceDocument Into(SourceDocument document, IReadOnlyList<CellFix> within)
    {
        if (within.Count == 0) return document;
        var byPlace = within.ToLookup(f => f.Place);
        return document with { Blocks = [.. document.Blocks.Select(b => Into(b, byPlace))] };
    }

    private static SourceBlock Into(SourceBlock block, ILookup<Place, CellFix> byPlace) => block switch
    {
        SourceText text => byPlace[PlaceOf(text)].LastOrDefault() is { } fix ? text with { Text = fix.Text } : text,
        SourceTable table => table with { Rows = [.. table.Rows.Select(r => Into(r, [.. byPlace[new(table.Name, r.Number)]]))] },
        _ => block,
    };

    private static SourceRow Into(SourceRow row, IReadOnlyList<CellFix> fixes)
    {
        if (fixes.Count == 0) return row;
        List<string> cells = [.. Enumerable.Range(0, Math.Max(row.Cells.Count, fixes.Max(f => f.Column) + 1)).Select(row.At)];
        foreach (var fix in fixes) cells[fix.Column] = fix.Text;
        return row with { Cells = cells };
    }

    /// <summary>"Två celler är rättade i läsningen, Tabell 2 rad 4 och 5." Empty where nothing is.</summary>
    public static string Told(IReadOnlyList<CellFix> within)
    {
        if (within.Count == 0) return "";
        var places = within.Select(f => f.Place).Distinct().GroupBy(p => p.Table).Select(t => $"{t.Key} rad {Prose.List([.. t.Select(p => $"{p.Row}")])}");
        return $"{Prose.Capital(Prose.Count(within.Count, "cell", "celler"))} är rättad{(within.Count == 1 ? "" : "e")} i läsningen, {Prose.Some([.. places], 5)}.";
    }

    private static string Key(IReadOnlyList<string> cells) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells).TrimEnd('\u001f'))));
}
