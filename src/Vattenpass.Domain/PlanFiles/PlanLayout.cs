using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>Finds the tables of plans in a document: under headers, beside labels or below them. What holds no plan is left out and told.</summary>
internal sealed partial class PlanLayout(IReadOnlyDictionary<string, PlanColumn> own)
{
    private readonly List<PlanTable> tables = [];
    private readonly List<string> told = [];
    private readonly List<(int Number, string Text)> texts = [];
    private PlanSection section = PlanSection.Unnamed;
    private PlanTable? last;
    /// <summary>What the texts stand in: the document itself, or a sheet.</summary>
    private string where = SourceText.Place;

    /// <summary>A label, with its text beside it or below it.</summary>
    private sealed record Pair(int Number, string Label, string Text);

    /// <summary>The risk that records of labels go on under, by its own labels.</summary>
    private List<Pair> risk = [];
    /// <summary>Headings just above, each a label with its text: "Kontroll: Löner".</summary>
    private readonly List<Pair> headed = [];

    /// <summary>The first thing the document says about itself that can be a plan's name.</summary>
    public string Title { get; private set; } = "";

    public static (IReadOnlyList<PlanTable> Tables, IReadOnlyList<string> Told, string Title) Of(SourceDocument document, IReadOnlyDictionary<string, PlanColumn> own)
    {
        var layout = new PlanLayout(own);
        foreach (var block in document.Blocks)
        {
            if (block is SourceText text) layout.Say(text.Number, CellText.Clean(text.Text), text.IsHeading);
            else if (block is SourceTable table) layout.Read(table with { Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(CellText.Clean)] })] });
        }
        layout.ReadLabels();
        return (layout.tables, layout.told, layout.Title);
    }

    private void Say(int number, string text, bool isHeading)
    {
        if (text.Length == 0) return;
        var line = text.Replace('\n', ' ');
        if (line.Length <= HeaderText.Longest * 2 && PlanName().IsMatch(line))
        {
            if (Title.Length == 0) Title = line;
            Enter(line);
        }
        else if (line.Length <= HeaderText.Longest && BoardName().Match(line) is { Success: true, Length: var length } && length == line.Length) Enter(line);
        texts.Add((number, text));
        if (Labelled(number, line) is { } pair && NamesItem(pair.Label)) headed.Add(pair);
        else if (isHeading || Chapter().IsMatch(line))
        {
            risk = [];
            headed.Clear();
        }
        if (isHeading || Chapter().IsMatch(line)) last = null;
        else if (last is not null && (line.EndsWith('.') || line.Length >= 40) && !OfThePlan().IsMatch(line)) last.Below.Add(line);
    }

    /// <summary>A heading that names another year or another board begins another plan.</summary>
    private void Enter(string line)
    {
        int? year = YearOf(line);
        var board = BoardName().Match(line) is { Success: true } b ? Prose.Capital(b.Value.ToLowerInvariant()) : null;
        if (year is null && board is null) return;
        section = (year is not null && section.Year is not null && year != section.Year) ? new(year, board ?? section.Board)
            : board is not null && section.Board is not null && board != section.Board ? new(year ?? section.Year, board)
            : new(section.Year ?? year, section.Board ?? board);
    }

    /// <summary>The year beside the plan's name; a day or a registry number holds a year of its own.</summary>
    private static int? YearOf(string line)
    {
        var bare = Dates().Replace(line, " ");
        var found = YearAfterName().Match(bare) is { Success: true } named ? named.Groups["y"] : Year().Match(bare) is { Success: true } any ? any : null;
        return found is null ? null : int.Parse(found.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Read(SourceTable table)
    {
        if (table.IsSheet)
        {
            ReadLabels();
            where = table.Name;
            Enter(table.Name);
        }
        var rows = table.Rows.Where(r => r.Filled > 0).ToList();
        var before = tables.Count;
        if (!table.IsSheet) ReadLabels();
        List<Pair> above = [.. headed];
        headed.Clear();
        if (!ReadUnderHeaders(table, rows) && !ReadBesideLabels(table, rows, above) && rows.Count > 0 && !table.IsSheet)
            told.Add($"{table.Name} lästes inte: den har inga rubriker som hör till en plan ({Prose.Some([.. rows[0].Cells.Where(c => c.Length > 0).Select(c => c.Length > 40 ? c[..40] + "…" : c)], 3)}).");
        if (table.IsSheet && tables.Count == before) ReadLabels();
        if (table.IsSheet && tables.Count == before && rows.Count > 0) told.Add($"Bladet {table.Name} lästes inte: det har inga rubriker som hör till en plan.");
    }

    private bool ReadUnderHeaders(SourceTable table, List<SourceRow> rows)
    {
        List<(PlanHeaders Headers, List<PlanRow> Rows)> groups = [];
        // Below a table of a sheet its notes stand, line by line, until a row is filled again.
        var (group, outside) = ("", false);
        last = null;
        for (var n = 0; n < rows.Count; n++)
        {
            if (HeadersAt(table, rows, n, groups.Count > 0 ? groups[^1].Headers : null) is { } headers)
            {
                if (groups.Count == 0 || !IsSame(groups[^1].Headers, headers) || groups[^1].Rows.Count == 0 || table.IsSheet) Finish(table, groups, headers);
                (n, group, outside) = (n + headers.Height - 1, "", false);
            }
            else if (groups.Count == 0) { if (table.IsSheet && IsText(rows[n])) Say(rows[n].Number, rows[n].Cells.First(c => c.Length > 0), false); }
            else if (IsSum(rows[n])) continue;
            else if (IsText(rows[n], groups[^1].Headers) && (outside || (table.IsSheet && Chapter().IsMatch(rows[n].Cells.First(c => c.Length > 0))) || IsBeside(rows, n, groups[^1].Headers)))
            {
                var text = rows[n].Cells.First(c => c.Length > 0);
                if (table.IsSheet && (outside || n == 0 || rows[n].Number > rows[n - 1].Number + 1 || text.Length > HeaderText.Longest || Chapter().IsMatch(text)))
                {
                    outside = true;
                    Close(table, groups);
                    Say(rows[n].Number, text, false);
                }
                else if (text.Length <= HeaderText.Longest) group = text;
                else groups[^1].Rows.Add(new(rows[n].Number, rows[n].Cells, group));
            }
            else
            {
                outside = false;
                groups[^1].Rows.Add(new(rows[n].Number, rows[n].Cells, group));
            }
        }
        Close(table, groups);
        return groups.Count > 0;
    }

    /// <summary>
    /// The headers at a row. Under headers that are there already a row of data may hold words that are headers elsewhere ("Stickprov",
    /// "Klar"): there it is a new head only where it is set apart, comes again, or goes on with the same record.
    /// </summary>
    private PlanHeaders? HeadersAt(SourceTable table, List<SourceRow> rows, int n, PlanHeaders? before)
    {
        var read = PlanHeaders.At(rows, n, own);
        if (before is null || read is not null && (rows[n - 1].IsOneCell || (table.IsSheet && (rows[n].Number > rows[n - 1].Number + 1 || rows[n - 1].Filled == 1)))) return read;
        if (read is not null && (IsSame(read, before) || Columns(read).ToHashSet().SetEquals(Columns(before)) && read.Cells.All(c => c.Written.Length == 0 || c is { Columns.Count: > 0, IsMisspelt: false }))) return read;
        return PlanHeaders.Going(rows[n], own, before);
    }

    private void Finish(SourceTable table, List<(PlanHeaders Headers, List<PlanRow> Rows)> groups, PlanHeaders headers)
    {
        Close(table, groups);
        last = null;
        groups.Add((headers, []));
    }

    /// <summary>
    /// Puts what has been read under the latest headers among the tables. Rows of labels with one row of texts each are one record, as long as
    /// no label comes again.
    /// </summary>
    private void Close(SourceTable table, List<(PlanHeaders Headers, List<PlanRow> Rows)> groups)
    {
        if (groups.Count == 0 || groups[^1].Rows.Count == 0) return;
        var (headers, rows) = groups[^1];
        if (!table.IsSheet && rows.Count == 1 && tables.Count > 0 && tables[^1].Name == table.Name && tables[^1].Rows.Count == 1
            && !Columns(tables[^1].Headers).Intersect(Columns(headers)).Any())
        {
            var joined = tables[^1];
            tables[^1] = new(joined.Name, new([.. joined.Headers.Cells, .. headers.Cells], 1),
                [new(joined.Rows[0].Number, [.. Enumerable.Range(0, joined.Headers.Cells.Count).Select(joined.Rows[0].At), .. rows[0].Cells], rows[0].Group)], section);
        }
        else tables.Add(new(table.Name, headers.Seen([.. rows.Select(r => new SourceRow(r.Number, r.Cells))]), [.. rows], section));
        last = tables[^1];
        groups[^1] = (headers, []);
    }

    private static IEnumerable<PlanColumn> Columns(PlanHeaders headers) => headers.Cells.SelectMany(c => c.Columns);

    private static bool IsSame(PlanHeaders a, PlanHeaders b) => a.Cells.Select(c => c.Written).SequenceEqual(b.Cells.Select(c => c.Written));

    private static bool IsText(SourceRow row, PlanHeaders? headers = null) => row.IsOneCell
        || (row.Filled == 1 && row.At(headers?.Cells.TakeWhile(c => c.Written.Length == 0).Count() ?? row.Cells.TakeWhile(c => c.Length == 0).Count()).Length > 0);

    /// <summary>"Totalt 12" under a table is no row of it.</summary>
    private static bool IsSum(SourceRow row) => SumWord().IsMatch(row.Cells.First(c => c.Length > 0))
        && row.Cells.Where(c => c.Length > 0).Skip(1).All(c => c.All(x => char.IsAsciiDigit(x) || x is ' ' or ',' or '.' or '%'));

    /// <summary>A single cell is a heading or a text unless it names the risk that the rows below it, with no risk of their own, go on with.</summary>
    private bool IsBeside(List<SourceRow> rows, int n, PlanHeaders headers)
    {
        if (rows[n].IsOneCell) return true;
        if (headers.Cells.Count == 1 || n + 1 >= rows.Count) return headers.Cells.Count > 1 && headers.Cells.Count(c => c.Columns.Count > 0) > 2;
        var first = headers.Cells.TakeWhile(c => c.Written.Length == 0).Count();
        // A title alone in the column of risks or controls is one of them, unless it is set apart as text is.
        return headers.Cells[first].Columns is not [PlanColumn.Risk or PlanColumn.Control or PlanColumn.Measure]
            || rows[n].At(first).EndsWith(':') || rows[n].Number > (n == 0 ? 0 : rows[n - 1].Number) + 1 || PlanHeaders.At(rows, n + 1, own) is not null;
    }

    /// <summary>A table of labels with their texts to the right, one pair or two on a row.</summary>
    /// <param name="above">Headings just above it, which name what the labels are about.</param>
    private bool ReadBesideLabels(SourceTable table, List<SourceRow> rows, List<Pair> above)
    {
        // "Begrepp | Förklaring": the words of plans are explained there, and nothing is planned.
        if (rows.Take(3).Any(r => r.Filled > 1 && HeaderText.Fold(r.Cells.Last(c => c.Length > 0)) is "forklaring" or "beskrivning" or "betydelse" or "definition" or "anvisning" or "instruktion")) return false;
        // Three known words or more on the first row are headers, whatever stands below them.
        if (rows.Count == 0 || (rows[0].Filled >= 3 && rows[0].Cells.Count(IsLabel) >= 2 && rows[0].Filled % 2 == 1)) return false;
        List<Pair> pairs = [.. above.Select(a => a with { Number = rows[0].Number })];
        foreach (var row in rows)
        {
            for (var c = 0; c + 1 < row.Cells.Count; c += 2)
                if (IsLabel(row.Cells[c])) pairs.Add(new(row.Number, row.Cells[c].TrimEnd(':', ' '), row.Cells[c + 1]));
        }
        return Records(table.Name, pairs, least: Math.Max(2, rows.Count / 2 + above.Count));
    }

    /// <summary>Paragraphs that are labels, with the texts that follow them or stand after a colon.</summary>
    private void ReadLabels()
    {
        List<Pair> pairs = [];
        foreach (var (number, text) in texts)
        {
            var line = text.Replace('\n', ' ');
            if (Chapter().IsMatch(line)) continue;
            if (IsLabel(line)) pairs.Add(new(number, line.TrimEnd(':', ' '), ""));
            else if (Labelled(number, line) is { } pair) pairs.Add(pair);
            else if (text.IndexOf('\n', StringComparison.Ordinal) is > 0 and < 60 and var end && IsLabel(text[..end])) pairs.Add(new(number, text[..end], text[(end + 1)..]));
            else if (pairs.Count > 0) pairs[^1] = pairs[^1] with { Text = pairs[^1].Text.Length == 0 ? text : $"{pairs[^1].Text}\n{text}" };
        }
        texts.Clear();
        if (!Records(where, [.. pairs.Where(p => p.Text.Length > 0)], least: 3)) return;
        last = null;
        // What is a record already names no table below it.
        headed.Clear();
    }

    /// <summary>"Risk: Löner betalas fel": a label with its text.</summary>
    private Pair? Labelled(int number, string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 60 and var colon && IsLabel(line[..colon]) ? new(number, line[..colon], line[(colon + 1)..].Trim()) : null;

    private bool NamesItem(string label) => HeaderText.NamesItem(label, own);

    private bool IsLabel(string text) => HeaderText.Columns(text.TrimEnd(':', ' '), own) is [< PlanColumn.JanuaryMark];

    private bool Records(string name, List<Pair> pairs, int least)
    {
        if (pairs.Select(p => p.Label).Distinct().Count() < least || PlanHeaders.OfLabels(pairs.Select(p => p.Label), own) is not { IsPlan: true }) return false;
        List<Pair> record = [];
        for (var n = 0; n <= pairs.Count; n++)
        {
            // A label that comes again begins the next record, unless it is about another thing; a control that comes again goes on with the same risk.
            if (n == pairs.Count || ComesAgain(record, pairs[n].Label))
            {
                Under(record);
                var headers = PlanHeaders.OfLabels(record.Select(r => r.Label), own);
                if (headers.IsPlan) tables.Add(new(name, headers, [new(record[0].Number, [.. record.Select(r => r.Text)], "")], section));
                record.Clear();
            }
            if (n < pairs.Count) record.Add(pairs[n]);
        }
        return true;
    }

    /// <summary>"Ansvarig" of the risk and "Ansvarig" of its control are of one record; what stood before them both begins another.</summary>
    private bool ComesAgain(List<Pair> record, string label)
    {
        var at = record.FindLastIndex(r => HeaderText.Fold(r.Label) == HeaderText.Fold(label));
        return at >= 0 && !(HeaderText.Columns(label, own) is [>= PlanColumn.Purpose and < PlanColumn.RiskNumber]
            && record.Take(at).Any(r => NamesItem(r.Label)) && record.Skip(at + 1).Any(r => NamesItem(r.Label)));
    }

    /// <summary>A record that names a risk is what the next ones go on under, as long as they name none.</summary>
    private void Under(List<Pair> record)
    {
        var at = record.FindIndex(r => HeaderText.Columns(r.Label, own) is [PlanColumn.Risk]);
        if (at >= 0) risk = [record[at], .. record.Skip(at + 1).TakeWhile(r => !NamesItem(r.Label)).Where(r => IsOfRisk(r.Label))];
        else if (record.Count > 0) record.InsertRange(0, risk.Select(r => r with { Number = record[0].Number }));
    }

    private bool IsOfRisk(string label) => HeaderText.Columns(label, own) is [PlanColumn.RiskText or PlanColumn.RiskOwner or PlanColumn.Process or PlanColumn.Description]
        || HeaderText.Columns(label, own).All(c => c is PlanColumn.Likelihood or PlanColumn.Consequence or PlanColumn.Value or PlanColumn.Level);

    [GeneratedRegex(@"intern\s?-?kontroll|kontrollplan|granskningsplan", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PlanName();

    [GeneratedRegex(@"\b(\p{L}+-? och )?\p{L}*(nämnden|nämnd|styrelsen|utskottet)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BoardName();

    [GeneratedRegex(@"\b20\d\d-\d\d(-\d\d)?\b|\b20\d\d\s*/\s*\d+|\b\d+\s*/\s*20\d\d\b|\b20\d\d:\d+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(intern\s?-?kontroll\p{L}*|kontrollplan)\D{0,40}(?<y>20\d\d)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAfterName();

    /// <summary>Said of the plan as a whole, and of no control.</summary>
    [GeneratedRegex(@"\bplanen\b.*\b(fastställ|anta|beslut|god[kt])|§\s*\d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfThePlan();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(summa|delsumma|totalsumma|totalt?|antal)( (risker|kontroller|åtgärder))?\s*:?\s*\d*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SumWord();

    /// <summary>"2 Uppföljning kontroller", "3. Avvikelser".</summary>
    [GeneratedRegex(@"^\d{1,2}(\.\d{1,2})*\.?\s+\p{Lu}[^.]{0,80}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Chapter();
}
