namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// A row of a plan by what its columns tell, after rows that only go on with the one above have been put together with it. Where a table has
/// both controls and measures, the columns to the right of each are its own.
/// </summary>
internal sealed class PlanRows
{
    private readonly PlanTable table;
    private readonly PlanRow row;
    private readonly IReadOnlyList<int> columns;

    private PlanRows(PlanTable table, PlanRow row, IReadOnlyList<int> columns) => (this.table, this.row, this.columns) = (table, row, columns);

    public Place Place => new(table.Name, row.Number);
    public PlanSection Section => table.Section;
    public string Group => row.Group;

    public static IEnumerable<PlanRows> Of(PlanTable table)
    {
        List<int> all = [.. Enumerable.Range(0, table.Headers.Cells.Count)];
        List<PlanRow> rows = [];
        foreach (var next in table.Rows)
        {
            if (rows.Count > 0 && GoesOn(table, rows[^1], next)) rows[^1] = Together(rows[^1], next);
            else rows.Add(next);
        }
        return rows.Select(r => new PlanRows(table, r, all));
    }

    /// <summary>Nothing new is named: the row holds only more of the one above, or a merged cell's copy of it.</summary>
    private static bool GoesOn(PlanTable table, PlanRow above, PlanRow row)
    {
        var names = Enumerable.Range(0, table.Headers.Cells.Count)
            .Where(n => table.Headers.Cells[n].Columns is [PlanColumn.Risk or PlanColumn.Control or PlanColumn.Measure or PlanColumn.Month]).ToList();
        var risk = names.Where(n => table.Headers.Cells[n].Columns is [PlanColumn.Risk]).ToList();
        var items = names.Except(risk).ToList();
        var news = items.Exists(n => row.At(n).Length > 0 && row.At(n) != above.At(n)) || risk.Exists(n => row.At(n).Length > 0 && row.At(n) != above.At(n));
        if (news) return false;
        // The same text again with another unit, status or frequency is another control; with none of its own, a merged cell's copy.
        if (items.Exists(n => row.At(n).Length > 0) && Enumerable.Range(0, table.Headers.Cells.Count).Any(n => table.Headers.Cells[n].Columns is [PlanColumn.Unit or PlanColumn.Status or PlanColumn.Frequency or PlanColumn.When]
            && row.At(n).Length > 0 && above.At(n).Length > 0 && row.At(n) != above.At(n))) return false;
        return items.Count == 0 ? risk.TrueForAll(n => row.At(n).Length == 0) : items.TrueForAll(n => row.At(n).Length == 0 || row.At(n) == above.At(n));
    }

    private static PlanRow Together(PlanRow above, PlanRow row) => above with
    {
        Cells = [.. Enumerable.Range(0, Math.Max(above.Cells.Count, row.Cells.Count))
            .Select(n => row.At(n).Length == 0 || above.At(n).Split('\n').Contains(row.At(n)) || above.At(n) == row.At(n) ? above.At(n)
                : above.At(n).Length == 0 ? row.At(n) : $"{above.At(n)}\n{row.At(n)}")],
    };

    /// <summary>The same row as it is told of its control, or of its measure.</summary>
    public PlanRows Of(bool isControl)
    {
        var (control, measure) = (IndexOf(PlanColumn.Control), IndexOf(PlanColumn.Measure));
        if (control < 0 || measure < 0) return this;
        var (first, second) = (Math.Min(control, measure), Math.Max(control, measure));
        var isFirst = isControl == control < measure;
        // Columns that stand after both belong to both, unless the first has columns of its own before the second.
        var hasOwn = Enumerable.Range(first + 1, second - first - 1).Any(n => table.Headers.Cells[n].Columns is [var c, ..] && IsOfItem(c) && !IsText(c));
        return new(table, row, [.. columns.Where(n => (n <= first || (isFirst ? n < second || !hasOwn : n >= second)) && !IsOfTheOther(n))]);

        // "Ansvarig för åtgärd" says itself what it is about.
        bool IsOfTheOther(int n) => table.Headers.Cells[n] is { Columns: [var c, ..] } h && c is >= PlanColumn.Status
            && h.Written.Contains(isControl ? "åtgärd" : "kontroll", StringComparison.OrdinalIgnoreCase) && !h.Written.Contains(isControl ? "kontroll" : "åtgärd", StringComparison.OrdinalIgnoreCase);

        static bool IsText(PlanColumn c) => c is PlanColumn.ControlText or PlanColumn.MeasureText or PlanColumn.Purpose;
    }

    private static bool IsOfItem(PlanColumn column) => column is >= PlanColumn.ControlText;

    private int IndexOf(PlanColumn column) => Enumerable.Range(0, table.Headers.Cells.Count).FirstOrDefault(n => table.Headers.Cells[n].Columns.Contains(column), -1);

    /// <summary>The text under the headers that tell just this; empty when there is none.</summary>
    public string Text(PlanColumn column) => string.Join('\n', columns.Where(n => Header(n).Columns is [var only] && only == column).Select(row.At).Where(t => t.Length > 0).Distinct()
        .Select(t => column is PlanColumn.Responsible or PlanColumn.Reporting or PlanColumn.Receiver or PlanColumn.RiskOwner ? t : CellText.Flow(t)));

    /// <summary>The text under a header that tells this alone or together with others.</summary>
    public string Stacked(PlanColumn column) => string.Join('\n', columns.Where(n => Header(n).Columns.Contains(column)
        || (column is PlanColumn.Value && Header(n).Columns is [PlanColumn.Likelihood, PlanColumn.Consequence])).Select(row.At).Where(t => t.Length > 0).Distinct());

    /// <summary>Cells whose header names several columns that begin with these.</summary>
    public IEnumerable<(IReadOnlyList<PlanColumn> Columns, string Written)> StacksOf(params PlanColumn[] any) =>
        columns.Where(n => Header(n).Columns.Count > 1 && Header(n).Columns.Intersect(any).Any() && row.At(n).Length > 0).Select(n => (Header(n).Columns, row.At(n)));

    public string HeaderOf(PlanColumn column) => columns.Select(Header).FirstOrDefault(h => h.Columns.Contains(column))?.Written ?? "";

    /// <summary>The months that are marked in a wheel of the year, or named in a column of months.</summary>
    /// <param name="unread">Gets what stands under a month and is no mark.</param>
    public IReadOnlyList<int> Months(List<string> unread) =>
    [
        .. columns.Where(n => row.At(n).Length > 0 && Header(n).Columns is [>= PlanColumn.JanuaryMark and <= PlanColumn.DecemberMark])
            .Where(n => IsMark(row.At(n), unread))
            .Select(n => Header(n).Columns[0] - PlanColumn.JanuaryMark + 1)
            .Concat(FrequencyText.MonthWords(Text(PlanColumn.Month))).Distinct().Order(),
    ];

    private static bool IsMark(string cell, List<string> unread)
    {
        if (cell.Trim().ToLowerInvariant() is "x" or "xx" or "ja" or "•" or "●" or "■" or "▪" or "◼" or "⬤" or "✔" or "✓" or "☒" or "☑" or "√" or "✅") return true;
        if (cell.Trim().ToLowerInvariant() is not ("nej" or "ej" or "0" or "☐" or "❌" or "✗" or "✘" or "○")) unread.Add(cell);
        return false;
    }

    /// <summary>Cells under headers that nothing is known of.</summary>
    /// <param name="also">Columns that are known and that nothing here holds.</param>
    public IReadOnlyList<KeptText> Kept(params PlanColumn[] also) => [.. columns.Where(n => Header(n).Written.Length > 0 && (Header(n).Columns.Count == 0 || Header(n).Columns.All(also.Contains)) && row.At(n).Length > 0)
        .Select(n => new KeptText(Header(n).Written, row.At(n)))];

    private PlanHeader Header(int column) => table.Headers.Cells[column];

    /// <summary>The same control told once per month is one control of several months; told twice alike it is one. Null when they are two.</summary>
    public static ReadItem? Joined(ReadItem first, ReadItem again)
    {
        if (first.Frequency?.Recurrence is { Kind: Plans.RecurrenceKind.NamedMonths, Months: { } a } && again.Frequency?.Recurrence is { Kind: Plans.RecurrenceKind.NamedMonths, Months: { } b })
            return first with
            {
                Frequency = new($"{first.Frequency.Phrase}, {again.Frequency.Phrase}", new(Plans.RecurrenceKind.NamedMonths, Months: [.. a.Concat(b).Distinct().Order()])),
                Responsible = [.. first.Responsible.Concat(again.Responsible).Distinct()],
            };
        return null;
    }
}
