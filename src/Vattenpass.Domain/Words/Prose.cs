using System.Globalization;

namespace Vattenpass.Domain.Words;

/// <summary>Good Swedish from facts: lists, number words, sentences and paragraphs.</summary>
public static class Prose
{
    private static readonly string[] Words =
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    /// <summary>"a", "a och b", "a, b och c".</summary>
    public static string List(IEnumerable<string> items, string last = "och")
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + $" {last} " + all[^1];
    }

    /// <summary>The first few of many.</summary>
    public static string Some(IReadOnlyCollection<string> items, int most) =>
        List(items.Take(most)) + (items.Count > most ? " med flera" : "");

    /// <summary>A count up to twelve as a word, of a word with neuter or common gender: "ett förråd", "en enhet", "två enheter", "13 enheter".</summary>
    public static string Count(int n, string one, string many, bool neuter = false) =>
        $"{CountWord(n, neuter)} {(n == 1 ? one : many)}";

    /// <summary>A count up to twelve as a word: "ett" of what has neuter gender, else "en".</summary>
    public static string CountWord(int n, bool neuter = true) =>
        n == 1 && !neuter ? "en" : n < Words.Length ? Words[n] : n.ToString(CultureInfo.InvariantCulture);

    /// <summary>Digits with the right form of the noun: "1 avvikelse", "41 avvikelser".</summary>
    public static string Number(int n, string one, string many) => $"{n} {(n == 1 ? one : many)}";

    /// <summary>A large count with its thousands apart: "150 000".</summary>
    public static string Thousands(long n) => n.ToString("N0", CultureInfo.GetCultureInfo("sv-SE"));

    /// <summary>"en gång", "tre gånger".</summary>
    public static string Times(int n) => n == 1 ? "en gång" : $"{CountWord(n)} gånger";

    /// <summary>A number that need not be whole, with at most two decimals: "0,5".</summary>
    public static string Decimal(decimal n) => n.ToString("0.##", CultureInfo.GetCultureInfo("sv-SE"));

    /// <summary>Per cent rounded to one decimal, and never 100 or 0 of what is not all or nothing; "" of nothing.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole == 0) return "";
        if (part == 0 || part == whole) return part == 0 ? "0 %" : "100 %";
        if (1000 * part < whole) return "mindre än 0,1 %";
        if (1000 * (whole - part) < whole) return "mer än 99,9 %";
        var tenths = ((2000 * part) + whole) / (2 * whole);
        return $"{tenths / 10},{tenths % 10} %";
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    /// <summary>A name inside a sentence: "funktionsstöd", but SÄBO and HSL as they are.</summary>
    public static string Inside(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && name.Skip(1).All(c => !char.IsUpper(c))
            ? char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..]
            : name;

    public static Run Text(string text) => new(text);
    public static TextBlock Paragraph(params Run[] runs) => new(runs);
    public static TextBlock Paragraph(string text) => new([new Run(text)]);

    /// <summary>
    /// The author's own text as it was typed: a blank line begins a new paragraph, lines that begin with a hyphen are a list, and
    /// other line breaks stay.
    /// </summary>
    public static IEnumerable<Block> Own(string text)
    {
        foreach (var part in PlainText.Clean(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            List<string> same = [];
            foreach (var line in part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (same.Count > 0 && IsItem(same[0]) != IsItem(line))
                {
                    yield return Together(same);
                    same = [];
                }
                same.Add(line);
            }
            yield return Together(same);
        }
    }

    private static Block Together(List<string> lines) =>
        IsItem(lines[0]) ? new ListBlock([.. lines.Select(l => l[2..].Trim())]) : Paragraph(string.Join('\n', lines));

    private static bool IsItem(string line) => line.Length > 2 && line[0] is '-' or '*' or '•' or '–' && line[1] == ' ';
}
