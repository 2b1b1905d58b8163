using System.Buffers;
using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Files;

/// <summary>Separated text: semicolon, tab, comma, bar or as a first line "sep=" says; quotes may hold separators and line breaks.</summary>
public static class CsvReader
{
    private const string Separators = ";\t,|";
    public const int LinesLookedAt = 40;

    /// <param name="knows">How many of a row's cells are headers that somebody knows: it tells the separator better than counting does.</param>
    public static List<SheetRow> Read(string name, string text, Func<IReadOnlyList<string>, int> knows, CancellationToken stop = default)
    {
        var (separator, start, line, usual) = Separator(text, knows);
        var special = SearchValues.Create([separator, '\n', '\r']);
        var rows = new List<SheetRow>();
        var cells = new List<Cell>();
        var (rowLine, all) = (line, 0);
        for (var at = start; at < text.Length;)
        {
            // A quote opens a cell; what stands after the closing one belongs to the cell as it is.
            var quoted = text[at] == '"' ? Quoted(text, ref at, ref line) : null;
            var rest = text.AsSpan(at);
            var length = rest.IndexOfAny(special) is >= 0 and var found ? found : rest.Length;
            AddCell(quoted is null ? new(rest[..length]) : quoted + rest[..length].ToString());
            at += length;
            if (at == text.Length) { EndRow(); break; }
            var ended = text[at++];
            if (ended == separator)
            {
                // A separator last in the file has one more, empty, cell after it.
                if (at == text.Length) { AddCell(""); EndRow(); }
                continue;
            }
            if (ended == '\r' && at < text.Length && text[at] == '\n') at++;
            line++;
            EndRow();
        }
        return rows;

        string Quoted(string whole, ref int at, ref int lines)
        {
            var cell = new StringBuilder();
            for (var from = at + 1; ;)
            {
                var end = whole.IndexOf('"', from);
                Refusal.If(end < 0, $"Filen {name}, rad {rowLine}: ett citattecken öppnas men stängs aldrig.");
                var part = whole.AsSpan(from, end - from);
                lines += part.Count('\n') + LoneReturns(part);
                cell.Append(part);
                MustBeShort(cell.Length);
                from = end + 1;
                if (from == whole.Length || whole[from] != '"')
                {
                    MustNotHoldRows(cell.ToString());
                    at = from;
                    return cell.ToString();
                }
                cell.Append('"');
                from++;
            }
        }

        // A quote that was never closed takes whole rows with it until the next one.
        void MustNotHoldRows(string cell)
        {
            if (usual < 2 || !cell.Contains('\n', StringComparison.Ordinal)) return;
            Refusal.If(cell.Split('\n').Skip(1).Any(l => l.Count(c => c == separator) >= usual),
                $"Filen {name}, rad {rowLine}: en cell innehåller hela rader. Ett citattecken saknas, eller är ett för mycket.");
        }

        void AddCell(string cell)
        {
            MustBeShort(cell.Length);
            cells.Add(new(cell));
            Refusal.If(cells.Count > SheetReader.MostColumns, $"Filen {name}, rad {rowLine}: fler än {SheetReader.MostColumns} kolumner.");
        }

        void EndRow()
        {
            stop.ThrowIfCancellationRequested();
            if (!cells.TrueForAll(c => c.IsBlank)) rows.Add(new(rowLine, [.. cells]));
            all += cells.Count;
            cells.Clear();
            rowLine = line;
            Refusal.If(rows.Count > SheetReader.MostRows + HeaderRow.Deepest, $"Filen {name} har fler än {SheetReader.MostRows} rader. Dela upp den.");
            Refusal.If(all > SheetReader.MostCells, $"Filen {name} har fler än {SheetReader.MostCells} celler. Dela upp den, eller ta bort kolumner som inte behövs.");
        }

        void MustBeShort(int length) => Refusal.If(length > SheetReader.LongestCell,
            $"Filen {name}, rad {rowLine}: en cell är längre än {SheetReader.LongestCell} tecken. Kanske saknas ett citattecken.");
    }

    /// <summary>The most headers that a line of the file has when it is divided by a sign.</summary>
    private static int Best(IReadOnlyCollection<string> lines, char sign, Func<IReadOnlyList<string>, int> knows) =>
        lines.Count == 0 ? 0 : lines.Max(l => l.Contains(sign, StringComparison.Ordinal) ? knows([.. l.Split(sign).Select(c => c.Trim().Trim('"'))]) : 0);

    private static int LoneReturns(ReadOnlySpan<char> text)
    {
        var lone = 0;
        for (var n = 0; n < text.Length; n++) if (text[n] == '\r' && (n + 1 == text.Length || text[n + 1] != '\n')) lone++;
        return lone;
    }

    private static (char Separator, int Start, int Line, int Usual) Separator(string text, Func<IReadOnlyList<string>, int> knows)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return (text[4], end < 0 ? text.Length : end + 1, 2, 0);
        }
        var lines = new List<string>();
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 1 << 16)).EnumerateLines())
            if (!line.IsWhiteSpace() && lines.Count < LinesLookedAt) lines.Add(line.ToString());
        var (sign, usual) = Divider(lines, knows);
        return (sign, 0, 1, usual);
    }

    /// <summary>
    /// The sign that gives most headers that somebody knows, and then divides most lines into equally many parts; a title above the table
    /// divides into few or into others. Usual is how often it stands in a line.
    /// </summary>
    public static (char Sign, int Usual) Divider(IReadOnlyCollection<string> lines, Func<IReadOnlyList<string>, int> knows)
    {
        var best = Separators.Select(s => (Sign: s, Usual: lines.Select(l => l.Count(c => c == s)).Where(n => n > 0)
            .GroupBy(n => n).Select(g => (Parts: g.Key, Score: g.Key * g.Count())).DefaultIfEmpty((Parts: 0, Score: 0)).MaxBy(g => g.Score)))
            .MaxBy(s => (Best(lines, s.Sign, knows), s.Usual.Score));
        return (best.Sign, best.Usual.Parts);
    }
}
