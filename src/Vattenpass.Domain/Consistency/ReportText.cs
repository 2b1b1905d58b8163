using System.Text.RegularExpressions;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency;

/// <summary>A sentence of a text, with the line it begins on and the section it stands in.</summary>
/// <param name="Paragraph">Sentences of one paragraph have the same number.</param>
public sealed record Sentence(int Line, string Text, int Section, int Paragraph);

/// <summary>A heading and what stands under it, down to the next one. The first section has no heading.</summary>
public sealed record TextSection(int Number, int Line, string Heading, IReadOnlyList<Sentence> Sentences)
{
    public string Text => string.Join(' ', Sentences.Select(s => s.Text));
}

/// <summary>A row of a table: its line, and its cells under the headers.</summary>
public sealed record TextRow(int Line, IReadOnlyList<string> Cells)
{
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>A table with headers, in the section it stands in.</summary>
public sealed record TextTable(int Line, int Section, IReadOnlyList<string> Headers, IReadOnlyList<TextRow> Rows)
{
    private static readonly Dictionary<string, PlanColumn> NoOwn = [];

    /// <summary>The column whose header means just this; -1 where there is none.</summary>
    public int Column(PlanColumn column) => Headers.ToList().FindIndex(h => HeaderText.Columns(h, NoOwn) is [var only] && only == column);

    /// <summary>What a header means, also with a letter or two wrong; several where they are stacked in one cell.</summary>
    public IReadOnlyList<PlanColumn> Meanings(int column) =>
        HeaderText.Columns(Headers[column], NoOwn) is { Count: > 0 } known ? known : HeaderText.Misspelt(Headers[column], NoOwn);
}

/// <summary>
/// A report as the rules read it: sentences in sections, tables with headers, and what the head of the document states. Lines are those of a text
/// file; of a Word document each paragraph and each row is a line.
/// </summary>
public sealed partial class ReportText
{
    private readonly List<Sentence> sentences = [];

    public IReadOnlyList<Sentence> Sentences => sentences;
    public IReadOnlyList<TextSection> Sections { get; }
    public IReadOnlyList<TextTable> Tables { get; }
    /// <summary>Names and values that stand beside each other: "Kontroll utförd (datum)" and "2025-02-11".</summary>
    public IReadOnlyList<(int Line, string Name, string Value)> Facts { get; }
    /// <summary>Every line as it stands, for what is looked for in all of it.</summary>
    public IReadOnlyList<(int Line, string Text)> Lines { get; }
    /// <summary>Which lines are headings is said by the document itself, not guessed.</summary>
    public bool KnowsHeadings { get; }

    /// <summary>What is longer is a list without ends, and no sentence.</summary>
    private const int LongestHeading = 90, LongestSentence = 2000;

    public ReportText(IReadOnlyList<SourceBlock> blocks, bool knowsHeadings)
    {
        KnowsHeadings = knowsHeadings;
        List<(int, string)> lines = [];
        List<TextTable> tables = [];
        List<(int, string, string)> facts = [];
        List<(int Number, int Line, string Heading)> headings = [(0, 0, "")];
        var (line, paragraph) = (0, 0);
        for (var n = 0; n < blocks.Count; n++)
        {
            if (blocks[n] is SourceText text)
            {
                line = knowsHeadings ? line + 1 : text.Number;
                paragraph++;
                lines.Add((line, text.Text));
                if (IsHeading(text, n > 0 ? blocks[n - 1] : null, n + 1 < blocks.Count ? blocks[n + 1] : null))
                {
                    headings.Add((headings.Count, line, text.Text.Trim()));
                    continue;
                }
                if (Pair().Match(text.Text) is { Success: true } pair) facts.Add((line, pair.Groups["name"].Value.Trim(), pair.Groups["value"].Value.Trim()));
                foreach (var said in Ends().Split(text.Text.Trim()).Where(s => s.Length is > 0 and <= LongestSentence)) sentences.Add(new(line, said, headings.Count - 1, paragraph));
            }
            else if (blocks[n] is SourceTable table)
            {
                List<TextRow> rows = [];
                foreach (var row in table.Rows)
                {
                    line = knowsHeadings ? line + 1 : row.Number;
                    rows.Add(new(line, [.. row.Cells.Select(Clean)]));
                    lines.Add((line, string.Join('\t', row.Cells)));
                    facts.AddRange(Beside(line, rows[^1].Cells));
                }
                if (rows.Count >= 2 && rows[0].Cells.Count(c => c.Length > 0) >= 3) tables.Add(new(rows[0].Line, headings.Count - 1, rows[0].Cells, [.. rows.Skip(1)]));
                paragraph++;
            }
        }
        (Lines, Tables, Facts) = (lines, tables, facts);
        var bySection = sentences.ToLookup(s => s.Section);
        Sections = [.. headings.Select(h => new TextSection(h.Number, h.Line, h.Heading, [.. bySection[h.Number]]))];
    }

    /// <summary>What stands below a table and is about it: down to the next table or heading.</summary>
    public IEnumerable<Sentence> Below(TextTable table)
    {
        var next = Tables.Where(t => t.Line > table.Line).Select(t => t.Line).DefaultIfEmpty(int.MaxValue).Min();
        return sentences.Where(s => s.Section == table.Section && s.Line > table.Rows[^1].Line && s.Line < next);
    }

    /// <summary>Cells that name and answer each other, two by two; a cell of its own may hold both ("Version 1").</summary>
    private static IEnumerable<(int, string, string)> Beside(int line, IReadOnlyList<string> cells)
    {
        List<string> said = [.. cells.Where(c => c.Length > 0)];
        if (said is [var name, var value] && name.Length <= LongestHeading) yield return (line, name, value);
        foreach (var cell in said)
            if (Words().Match(cell) is { Success: true } both) yield return (line, both.Groups["name"].Value, both.Groups["value"].Value);
    }

    /// <summary>A short line alone, without an end, is a heading in a text that has no other; what introduces a list is none.</summary>
    private bool IsHeading(SourceText text, SourceBlock? before, SourceBlock? after)
    {
        if (KnowsHeadings) return text.IsHeading;
        var said = text.Text.Trim();
        return said.Length is > 2 and <= LongestHeading && char.IsUpper(said.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ').FirstOrDefault())
            && said[^1] is not ('.' or ':' or ',' or ';' or '?' or '!') && !said.StartsWith('-') && !Sub().IsMatch(said) && !DatedLine().IsMatch(said)
            && (before is not SourceText b || b.Number < text.Number - 1) && after is not null && (after is not SourceText a || a.Number > text.Number + 1);
    }

    private static string Clean(string cell) => Tags().Replace(cell, " ").Trim();

    [GeneratedRegex(@"</?\p{L}+/?>", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Tags();

    // A number with a point, a shortened word or a bracket does not end a sentence.
    [GeneratedRegex(@"(?<=[\p{L}0-9)%”""*]{2}[.!?])\s+(?=[\p{Lu}0-9*(–""”])", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?<name>[\p{Lu}][^:.\t]{2,60}):\s+(?<value>\S.{0,120})$", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^(?<name>Upprättat datum|Reviderat datum|Upprättad av|Ansvarig|Version|Dokumenttyp)\s+(?<value>\S.*)$", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(vidtagna|förslag|åtgärder\b|genomförda åtgärder)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Sub();

    [GeneratedRegex(@"^\p{Lu}\p{L}+ (den )?(20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]|[0-9]{1,2} \p{L}+ 20[0-9][0-9])$", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex DatedLine();
}
