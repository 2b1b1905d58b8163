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
        for (var n = 0; n < Math.Min(rows.Count, Deepest); n++)
            for (var height = 1; height <= 2 && n + height <= rows.Count; height++)
                if (At(rows, n, height, knows) is var found && found.Known > best.Known) best = found;
        return best;
    }

    private static HeaderRow At(IReadOnlyList<SheetRow> rows, int index, int height, Func<IReadOnlyList<string>, int> knows)
    {
        var width = rows.Skip(index).Take(height).Max(r => r.Cells.Count);
        List<string> names = [.. Enumerable.Range(0, width)
            .Select(c => PlainText.Line(string.Join(' ', rows.Skip(index).Take(height).Select(r => r.At(c).Trim()).Where(t => t.Length > 0))))];
        return new(index, height, rows[index].Line, names, knows(names));
    }
}
