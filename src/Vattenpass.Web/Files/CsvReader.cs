using System.Text;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>Separated text: semicolon, comma, tab or as a first line "sep=" says; quotes may hold separators and line breaks.</summary>
public static class CsvReader
{
    public static List<SheetRow> Read(string name, string text, CancellationToken stop = default)
    {
        var (separator, start, line) = Separator(text);
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, rowLine) = (false, line);
        for (var i = start; i < text.Length; i++)
        {
            if (i % 65_536 == 0) stop.ThrowIfCancellationRequested();
            var c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) line++;
            if (quoted)
            {
                if (c != '"') { cell.Append(c); continue; }
                if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; continue; }
                quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == separator) EndCell();
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') { i++; line++; }
                EndRow();
                rowLine = line;
            }
            else cell.Append(c);
            Refusal.If(cell.Length > SheetReader.LongestCell,
                $"Filen {name}, rad {rowLine}: en cell är längre än {SheetReader.LongestCell} tecken. Kanske saknas ett citattecken.");
        }
        Refusal.If(quoted, $"Filen {name}, rad {rowLine}: ett citattecken öppnas men stängs aldrig.");
        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            Refusal.If(cells.Count > SheetReader.MostColumns, $"Filen {name}, rad {rowLine}: fler än {SheetReader.MostColumns} kolumner.");
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new(rowLine, [.. cells]));
            cells.Clear();
            Refusal.If(rows.Count > SheetReader.MostRows, $"Filen {name} har fler än {SheetReader.MostRows} rader. Dela upp den.");
        }
    }

    private static (char Separator, int Start, int Line) Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return (text[4], end < 0 ? text.Length : end + 1, 2);
        }
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\n', '\r') is var stop and >= 0 ? stop : text.Length).ToString();
        return (new[] { ';', '\t', ',' }.MaxBy(s => header.Count(c => c == s)), 0, 1);
    }
}
