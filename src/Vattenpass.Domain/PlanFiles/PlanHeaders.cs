namespace Vattenpass.Domain.PlanFiles;

/// <summary>A header as it stands and what its cells tell; several columns where they are stacked in one cell, none where it is not known.</summary>
public sealed record PlanHeader(string Written, IReadOnlyList<PlanColumn> Columns, bool IsMisspelt = false);

/// <summary>The headers of a table in a plan.</summary>
public sealed record PlanHeaders(IReadOnlyList<PlanHeader> Cells, int Height)
{
    private static readonly PlanColumn[] Items = [PlanColumn.Risk, PlanColumn.RiskText, PlanColumn.Control, PlanColumn.ControlText, PlanColumn.Measure, PlanColumn.MeasureText];
    private static readonly PlanColumn[] Scores = [PlanColumn.Likelihood, PlanColumn.Consequence, PlanColumn.Value, PlanColumn.Level];

    /// <summary>The headers that begin at a row; two rows are read together where that tells more. Null when the row names no plan.</summary>
    public static PlanHeaders? At(IReadOnlyList<SourceRow> rows, int index, IReadOnlyDictionary<string, PlanColumn> own)
    {
        var one = Read(rows[index].Cells, 1, own);
        if (index + 1 >= rows.Count || rows[index].IsOneCell || rows[index + 1].Cells.Any(c => c.Length > HeaderText.Longest)) return Sound(one, rows[index].Filled);
        if (Together(rows[index], rows[index + 1], own) is not { } together) return Sound(one, rows[index].Filled);
        var both = Read(together, 2, own);
        return both.Known > one.Known && Sound(both, both.Cells.Count(c => c.Written.Length > 0)) is { } two ? two : Sound(one, rows[index].Filled);
    }

    /// <summary>More labels of the record that the headers before began: all of them known, and none of them there already.</summary>
    public static PlanHeaders? Going(SourceRow row, IReadOnlyDictionary<string, PlanColumn> own, PlanHeaders before)
    {
        var read = Read(row.Cells, 1, own);
        return row.Filled >= 2 && read.Cells.Count(c => c.Columns.Count > 0 && !c.IsMisspelt) == row.Filled
            && !read.Cells.SelectMany(c => c.Columns).Intersect(before.Cells.SelectMany(c => c.Columns)).Any() ? read : null;
    }

    /// <summary>It names a risk, a control or a measure.</summary>
    public bool IsPlan => Cells.SelectMany(c => c.Columns).Any(Items.Contains);

    /// <summary>Labels that stand one by one, each with its text beside or below it.</summary>
    public static PlanHeaders OfLabels(IEnumerable<string> labels, IReadOnlyDictionary<string, PlanColumn> own) => Read([.. labels], 0, own);

    private int Known => Cells.Where(c => !c.IsMisspelt).SelectMany(c => c.Columns).Distinct().Count();

    private static PlanHeaders? Sound(PlanHeaders read, int filled)
    {
        var known = read.Cells.Count(c => c.Columns.Count > 0);
        var all = read.Cells.SelectMany(c => c.Columns).ToHashSet();
        return known >= 2 && (known * 2 >= filled || known >= 3) && all.Overlaps(Items) && all.Any(c => !Scores.Contains(c) && c is not (PlanColumn.Measure or PlanColumn.Description or PlanColumn.Ignored))
            ? read : null;
    }

    /// <summary>Two rows as one; null when the upper one cannot be part of the headers: what is no header there must be a title over several.</summary>
    private static List<string>? Together(SourceRow over, SourceRow under, IReadOnlyDictionary<string, PlanColumn> own)
    {
        var width = Math.Max(over.Cells.Count, under.Cells.Count);
        // A single cell above the first header is the table's title.
        if (over.Filled == 1 && over.Cells.TakeWhile(c => c.Length == 0).Count() <= under.Cells.TakeWhile(c => c.Length == 0).Count()) return null;
        for (var c = 0; c < width; c++)
            if (over.At(c).Length > 0 && over.At(c) != under.At(c) && HeaderText.Columns(over.At(c), own).Count == 0 && HeaderText.Misspelt(over.At(c), own).Count == 0
                && under.At(c).Length > 0 && !(c + 1 < width && over.At(c + 1).Length == 0 && under.At(c + 1).Length > 0))
                return null;
        return [.. Enumerable.Range(0, width).Select(c => (Over: over.At(c), Under: under.At(c), Group: GroupAt(c))).Select(t =>
            t.Under.Length == 0 || t.Under == t.Over ? t.Over
            : t.Group.Length > 0 && HeaderText.Columns($"{t.Group} {t.Under}", own) is [_] ? $"{t.Group} {t.Under}"
            : t.Over.Length == 0 ? t.Under
            : HeaderText.Columns($"{t.Over} {t.Under}", own) is [_] || HeaderText.Columns($"{t.Over}{t.Under}", own) is [_] ? $"{t.Over} {t.Under}"
            : HeaderText.Columns(t.Under, own).Count > 0 || HeaderText.Misspelt(t.Under, own).Count > 0 ? t.Under : $"{t.Over} {t.Under}")];

        // "Kontroll" over "Vad", "Vem" and "När": what stands over several says what they are about.
        string GroupAt(int column)
        {
            while (column > 0 && over.At(column).Length == 0 && under.At(column).Length > 0) column--;
            return under.At(column).Length > 0 && under.At(column) != over.At(column) && HeaderText.NamesItem(over.At(column), own)
                ? over.At(column) : "";
        }
    }

    private static PlanHeaders Read(IReadOnlyList<string> written, int height, IReadOnlyDictionary<string, PlanColumn> own)
    {
        var cells = written.Select(w => w.Replace('\n', ' ')).Select((w, n) => new PlanHeader(w, HeaderText.Columns(written[n], own) is { Count: > 0 } c ? c : HeaderText.Columns(w, own))).ToList();
        // A word that is nearly a header is one only where others in the row are, and none of them is it already.
        if (cells.Count(c => c.Columns.Count > 0) >= 2)
            for (var n = 0; n < cells.Count; n++)
                if (cells[n].Columns.Count == 0 && HeaderText.Misspelt(cells[n].Written, own) is { Count: > 0 } meant
                    && !cells.SelectMany(c => c.Columns).Intersect(meant).Any())
                    cells[n] = new(cells[n].Written, meant, IsMisspelt: true);
        return new(Settled(cells), height);
    }

    /// <summary>"Beskrivning" describes what stands to its left, and a description without a name to describe is the name itself.</summary>
    private static List<PlanHeader> Settled(List<PlanHeader> cells)
    {
        for (var n = 0; n < cells.Count; n++)
            if (cells[n].Columns is [PlanColumn.Description])
                cells[n] = cells[n] with { Columns = Described(cells.Take(n).SelectMany(c => c.Columns).LastOrDefault(Items.Contains)) is { } d ? [d] : [] };
        foreach (var (text, name) in new[] { (PlanColumn.RiskText, PlanColumn.Risk), (PlanColumn.ControlText, PlanColumn.Control), (PlanColumn.MeasureText, PlanColumn.Measure) })
            if (!cells.Exists(c => c.Columns.Contains(name)) && cells.FindIndex(c => c.Columns is [var only] && only == text) is >= 0 and var at)
                cells[at] = cells[at] with { Columns = [name] };
        return cells;
    }

    private static PlanColumn? Described(PlanColumn left) => left switch
    {
        PlanColumn.Risk => PlanColumn.RiskText,
        PlanColumn.Control => PlanColumn.ControlText,
        PlanColumn.Measure => PlanColumn.MeasureText,
        _ => null,
    };

    /// <summary>A plan that has both "Riskanalys" and "Risk" writes the value under the second; which one it is, its cells tell.</summary>
    public PlanHeaders Seen(IReadOnlyList<SourceRow> rows)
    {
        List<int> risks = [.. Enumerable.Range(0, Cells.Count).Where(n => Cells[n].Columns is [PlanColumn.Risk])];
        if (risks.Count < 2) return this;
        var cells = Cells.ToList();
        var named = risks.FirstOrDefault(n => rows.Any(r => r.At(n).Length > 0 && ScoreText.Read(r.At(n)) is { IsEmpty: true }), risks[0]);
        foreach (var n in risks.Where(n => n != named))
        {
            var texts = rows.Select(r => r.At(n)).Where(t => t.Length > 0).ToList();
            cells[n] = cells[n] with { Columns = [texts.TrueForAll(t => !ScoreText.Read(t).IsEmpty || t.Length < 12) ? PlanColumn.Value : PlanColumn.RiskText] };
        }
        return this with { Cells = cells };
    }

    public bool Has(PlanColumn column) => Cells.Any(c => c.Columns.Contains(column));
}
