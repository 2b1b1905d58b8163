using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>
/// The row of a file that names its columns. Above it may stand titles, dates and page heads; the names may be written on two rows.
/// Index and Height place it among the rows that are not blank; Known is how many of its names somebody knows.
/// </summary>
public sealed record HeaderRow(int Index, int Height, int Line, IReadOnlyList<string> Names, int Known)
{
    /// <summary>So far down a header row is looked for.</summary>
    public const int Deepest = 30;

    /// <summary>The row, or two rows read together, of which most is known; the first one where nothing is.</summary>
    /// <param name="rows">The rows that are not blank.</param>
    public static HeaderRow Find(IReadOnlyList<SheetRow> rows, Func<IReadOnlyList<string>, int> knows)
    {
        var best = At(rows, 0, 1, knows);
        // One row before two: a title above the names adds nothing that is known.
        for (var height = 1; height <= 2; height++)
            for (var n = 0; n < Math.Min(rows.Count, Deepest) && n + height <= rows.Count; n++)
                if (At(rows, n, height, knows) is var found && found.Known > best.Known) best = found;
        return best.Known < 2 && Likely(rows) is { } likely && likely != best.Index ? At(rows, likely, 1, knows) : best;
    }

    /// <summary>
    /// Where at most one word is known, which a row of data may hold too: the first row of three cells or more, all of them words without
    /// digits, with no fuller row above it. Null where no row is so.
    /// </summary>
    private static int? Likely(IReadOnlyList<SheetRow> rows)
    {
        for (var n = 0; n < Math.Min(rows.Count, Deepest); n++)
        {
            var cells = rows[n].Cells.Where(c => !c.IsBlank).Select(c => c.Text).ToList();
            if (cells.Count < 3) continue;
            return cells.TrueForAll(c => c.Any(char.IsLetter) && !c.Any(char.IsDigit)) ? n : null;
        }
        return null;
    }

    private static HeaderRow At(IReadOnlyList<SheetRow> rows, int index, int height, Func<IReadOnlyList<string>, int> knows)
    {
        var width = rows.Skip(index).Take(height).Max(r => r.Cells.Count);
        List<string> names = [.. Enumerable.Range(0, width)
            .Select(c => PlainText.Line(string.Join(' ', rows.Skip(index).Take(height).Select(r => r.At(c).Trim()).Where(t => t.Length > 0))))];
        return new(index, height, rows[index].Line, names, knows(names));
    }
}
