namespace Vattenpass.Web.Documents.Pdf;

/// <summary>Breaks text into lines that fit a width.</summary>
public static class TextLines
{
    /// <summary>
    /// The lines, each but the last with the space it was broken at, so that words do not run together when they are read aloud or copied.
    /// </summary>
    public static List<string> Break(string text, PdfFont font, double size, double width)
    {
        var lines = new List<string>();
        var paragraphs = text.Split('\n');
        for (var n = 0; n < paragraphs.Length; n++)
        {
            var line = "";
            foreach (var word in paragraphs[n].Split(' '))
            {
                var isCut = false;
                foreach (var piece in Chop(word, font, size, width))
                {
                    var longer = line.Length == 0 ? piece : $"{line} {piece}";
                    if (isCut) lines.Add(line);
                    else if (line.Length > 0 && font.Width(longer, size) > width) lines.Add(line + " ");
                    else
                    {
                        (line, isCut) = (longer, true);
                        continue;
                    }
                    (line, isCut) = (piece, true);
                }
            }
            lines.Add(n < paragraphs.Length - 1 ? line + " " : line);
        }
        return lines;
    }

    private const int LongestLine = 1000;

    /// <summary>A word wider than the column is cut where it must be.</summary>
    private static IEnumerable<string> Chop(string word, PdfFont font, double size, double width)
    {
        while (word.Length > 1)
        {
            // More letters than ever stand on a line: the rest of a very long word is not measured again for each of its lines.
            var most = Math.Min(word.Length, LongestLine);
            if (most == word.Length && font.Width(word, size) <= width) break;
            var (fits, tooMany) = (1, most + 1);
            while (tooMany - fits > 1)
            {
                var middle = (fits + tooMany) / 2;
                if (middle < word.Length && font.Width(word[..middle], size) <= width) fits = middle;
                else tooMany = middle;
            }
            if (char.IsHighSurrogate(word[fits - 1]) && fits > 1) fits--;
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    /// <summary>Widths of columns that sum to the whole: no word is cut while there is room, the rest goes where the text is.</summary>
    public static double[] Columns(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> numbers, PdfFont font, double size,
        double whole, double padding)
    {
        var columns = rows.Max(r => r.Count);
        double Longest(int n) =>
            rows.Where(r => n < r.Count)
                .SelectMany(r => r[n].Split(' ', '\n'))
                .DefaultIfEmpty("")
                .Max(w => font.Width(w, size)) + 2 * padding + 1;
        double Full(int n) => rows.Where(r => n < r.Count).Max(r => font.Width(r[n], size)) + 2 * padding + 1;
        var least = Enumerable.Range(0, columns).Select(n => Math.Min(Longest(n), whole * 0.5)).ToArray();
        var most = Enumerable.Range(0, columns).Select(Full).ToArray();
        if (least.Sum() >= whole) return [.. least.Select(w => w * whole / least.Sum())];
        var wish = Enumerable.Range(0, columns).Select(n => numbers.Contains(n) ? 0 : Math.Sqrt(Math.Max(1, most[n] - least[n]))).ToArray();
        var spare = whole - least.Sum();
        return [.. least.Select((w, n) => w + (wish.Sum() > 0 ? spare * wish[n] / wish.Sum() : spare / columns))];
    }
}
