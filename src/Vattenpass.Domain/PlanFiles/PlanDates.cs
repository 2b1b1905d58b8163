using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>Start, checkpoints and end, each in its own column or stacked in one.</summary>
internal static class PlanDates
{
    public static ReadItem Into(ReadItem item, PlanRows cells, Action<PlanColumn, string> warn)
    {
        var start = Only(cells.Text(PlanColumn.Start), PlanColumn.Start, warn);
        var end = Only(cells.Text(PlanColumn.End), PlanColumn.End, warn);
        var checkpoints = All(cells.Text(PlanColumn.Checkpoint), PlanColumn.Checkpoint, warn);
        var whens = DateText.Read(cells.Text(PlanColumn.When));
        if (whens.Count > 0 && (DateText.Left(cells.Text(PlanColumn.When)).Length > 0 || DateText.HasImpossible(cells.Text(PlanColumn.When))))
        {
            whens = [];
            warn(PlanColumn.When, $"”{CellText.Short(cells.Text(PlanColumn.When))}” går inte att läsa som datum.");
        }
        if (whens is [{ IsMonth: false, Label: PlanColumn.Start } begins]) start ??= begins.Day;
        else if (whens is [{ IsMonth: false } when] && end is null && !item.IsControl) end = when.Day;
        else if (whens is [{ IsMonth: false } first, { IsMonth: false } last] && !item.IsControl && start is null && end is null) (start, end) = (first.Day, last.Day);
        else if (whens is { Count: > 0 } days && days.All(d => !d.IsMonth)) checkpoints = [.. checkpoints.Concat(days.Select(d => d.Day)).Distinct()];
        item = item with { Start = start, Checkpoints = checkpoints, End = end };
        foreach (var (columns, written) in cells.StacksOf(PlanColumn.Start, PlanColumn.Checkpoint, PlanColumn.End)) item = Stacked(item, columns, written, warn);
        if (cells.Text(PlanColumn.Period) is not { Length: > 0 } period) return item;
        if (DateText.Read(period) is [var from, var to]) return item with { Start = item.Start ?? from.Day, End = item.End ?? to.Last };
        warn(PlanColumn.Period, $"”{CellText.Short(period)}” går inte att läsa som från och till.");
        return item;
    }

    private static DateOnly? Only(string text, PlanColumn column, Action<PlanColumn, string> warn)
    {
        if (text.Length == 0) return null;
        var dates = DateText.Read(text);
        // "Ej före 2026-05-01" is another thing than the day itself.
        if (dates is [var only] && DateText.Left(text).Length == 0 && !DateText.HasImpossible(text))
        {
            if (only.IsMonth) warn(column, $"”{text}” är en månad och lästes som {(column is PlanColumn.Start ? "dess första dag" : "dess sista dag")}.");
            return column is PlanColumn.Start ? only.Day : only.Last;
        }
        warn(column, dates.Count < 2 ? $"”{CellText.Short(text)}” går inte att läsa som datum." : $"Cellen har {dates.Count} datum: ”{CellText.Short(text)}”. Inget av dem är läst.");
        return null;
    }

    private static IReadOnlyList<DateOnly> All(string text, PlanColumn column, Action<PlanColumn, string> warn)
    {
        var dates = DateText.Read(text);
        if (text.Length > 0 && (dates.Count == 0 || DateText.Left(text).Length > 0 || DateText.HasImpossible(text) || dates.Any(d => d.IsMonth))) warn(column, $"”{CellText.Short(text)}” går inte att läsa helt som datum.");
        return [.. dates.Select(d => d.Last)];
    }

    /// <summary>
    /// Dates under a header such as "Start + Avstämning + Slut": labels in the cell go first, then a line for each, then their order, where the
    /// middle one may be several.
    /// </summary>
    private static ReadItem Stacked(ReadItem item, IReadOnlyList<PlanColumn> columns, string written, Action<PlanColumn, string> warn)
    {
        var dates = DateText.Read(written);
        if (DateText.HasImpossible(written))
        {
            warn(columns[0], $"”{CellText.Short(written)}” har ett datum som inte finns. Inget av dem är läst.");
            return item;
        }
        if (dates.Count > 0 && dates.All(d => d.Label is not null))
            return item with
            {
                Start = dates.Where(d => d.Label is PlanColumn.Start).Select(d => (DateOnly?)d.Day).FirstOrDefault() ?? item.Start,
                Checkpoints = [.. item.Checkpoints, .. dates.Where(d => d.Label is PlanColumn.Checkpoint).Select(d => d.Last)],
                End = dates.Where(d => d.Label is PlanColumn.End).Select(d => (DateOnly?)d.Last).FirstOrDefault() ?? item.End,
            };
        var lines = written.Split('\n');
        if (lines.Length == columns.Count && lines.Any(l => DateText.Read(l).Count != 1))
        {
            foreach (var (column, line) in columns.Zip(lines)) item = Put(item, column, DateText.Read(line));
            return item;
        }
        if (dates.Count < columns.Count)
        {
            warn(columns[0], $"Cellen ska ha {Prose.List([.. columns.Select(c => c.Swedish().ToLowerInvariant())])} men har {Prose.Count(dates.Count, "datum", "datum", neuter: true)}: ”{CellText.Short(written)}”. Vilket som är vilket går inte att läsa.");
            return item;
        }
        for (var n = 0; n < columns.Count; n++)
        {
            // What is more than one for each lies in the column that can hold several.
            var more = dates.Count - columns.Count;
            var several = columns.ToList().IndexOf(PlanColumn.Checkpoint);
            if (more > 0 && several < 0) { warn(columns[0], $"Cellen har {dates.Count} datum: ”{CellText.Short(written)}”. Vilket som är vilket går inte att läsa."); return item; }
            var from = n + (several >= 0 && n > several ? more : 0);
            item = Put(item, columns[n], [.. dates.Skip(from).Take(n == several ? more + 1 : 1)]);
        }
        return item;
    }

    private static ReadItem Put(ReadItem item, PlanColumn column, IReadOnlyList<ReadDate> dates) => column switch
    {
        PlanColumn.Start => item with { Start = dates.Select(d => (DateOnly?)d.Day).FirstOrDefault() },
        PlanColumn.End => item with { End = dates.Select(d => (DateOnly?)d.Last).FirstOrDefault() },
        _ => item with { Checkpoints = [.. item.Checkpoints, .. dates.Select(d => d.Last)] },
    };
}
