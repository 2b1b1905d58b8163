using System.Buffers;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>Which rows under the headers are rows of the register. What is not (sums, page heads, lines of dashes) is left out and told.</summary>
public static partial class DataRows
{
    public static List<SheetRow> Of(IReadOnlyList<SheetRow> rows, HeaderRow head, List<string> told)
    {
        var names = head.Names.Select(Plain).ToList();
        var titles = rows.Take(head.Index).Select(Shape).ToHashSet();
        var width = names.Count(n => n.Length > 0);
        List<SheetRow> data = [], sums = [];
        List<int> repeated = [];
        foreach (var row in rows.Skip(head.Index + head.Height))
        {
            if (IsRule(row)) continue;
            if (IsSum(row, width)) sums.Add(row);
            else if (Repeats(row, names) || (row.Filled < width && titles.Contains(Shape(row)))) repeated.Add(row.Line);
            else data.Add(row);
        }
        if (sums.Count > 0)
            told.Add($"{Prose.Number(sums.Count, "rad är en summa eller ett antal", "rader är summor eller antal")} och lästes inte: {Prose.Some([.. sums.Select(s => $"rad {s.Line} (”{First(s)}”)")], 5)}.");
        if (repeated.Count > 0)
            told.Add($"sidhuvud inne i filen lästes inte: {Prose.Some([.. repeated.Select(l => $"rad {l}")], 5)}.");
        return data;
    }

    private static string Plain(string text) => PlainText.Line(text).ToLowerInvariant();
    private static string First(SheetRow row) => PlainText.Line(row.Cells.FirstOrDefault(c => !c.IsBlank).Text ?? "");

    /// <summary>The header row again, as at the top of each printed page.</summary>
    private static bool Repeats(SheetRow row, List<string> names) =>
        row.Filled > 1 && row.Cells.Index().All(c => c.Item.IsBlank || (c.Index < names.Count && Plain(c.Item.Text) == names[c.Index]));

    /// <summary>A title as it looks whatever the page is: digits may differ.</summary>
    private static string Shape(SheetRow row) =>
        Digits().Replace(string.Join('|', row.Cells.Where(c => !c.IsBlank).Select(c => Plain(c.Text))), "0");

    /// <summary>A line drawn with dashes under the headers or before a sum.</summary>
    private static bool IsRule(SheetRow row) => row.Cells.All(c => c.Text.AsSpan().Trim(" -=_+").IsEmpty);

    /// <summary>A sum fills few of the columns, its first cell says what it is, and the others are numbers. One word alone says it in any row.</summary>
    private static bool IsSum(SheetRow row, int width) => First(row) is var first
        && OnlyNumbersAfter(row)
        && (SumAlone().IsMatch(first) || (row.Filled * 2 <= Math.Max(width, 2) && (SumWord().IsMatch(first) || RowCount().IsMatch(first)))
            || (row.Filled * 2 <= width + 1 && SumLast().IsMatch(first)));

    private static bool OnlyNumbersAfter(SheetRow row) =>
        row.Cells.Where(c => !c.IsBlank).Skip(1).All(c => !c.Text.AsSpan().Trim().ContainsAnyExcept(OfNumbers));

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789 .,:-−%\u00a0\u202f");

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex("^(summa|delsumma|totalsumma|slutsumma|total|totalt|antal|summa totalt)\\s*:?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SumAlone();

    [GeneratedRegex(@"^(summa|delsumma|totalsumma|slutsumma|totalt?|antal|radantal|grand total|subtotal)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SumWord();

    [GeneratedRegex(@"^(s:a|Σ)\b|\b(summa|totalt|s:a)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SumLast();

    [GeneratedRegex(@"^\(?\d+ (rows?|rader?|poster?|records?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RowCount();
}
