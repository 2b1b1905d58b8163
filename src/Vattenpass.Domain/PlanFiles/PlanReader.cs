using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// Reads the plan out of a document: risks, controls and measures, each with the place it stands in. What cannot be read is left empty and
/// told; where nothing divides a title from its description, or one person from the next, the whole text is kept and that is told.
/// </summary>
public sealed class PlanReader
{
    private readonly PlanWording wording;
    private readonly Dictionary<string, MeasureStatus> statuses;
    private readonly HashSet<string> people;
    private readonly Dictionary<string, ReadRisk> risks = [];
    private readonly List<ReadItem> items = [];
    private readonly List<PlanWarning> warnings = [];
    private readonly HashSet<string> unknown = [], unknownStatuses = [];
    private readonly int? year;
    private int undivided;

    private PlanReader(PlanWording wording, IEnumerable<string> known, int? year)
    {
        (this.wording, this.year) = (wording, year);
        statuses = wording.StatusMeanings();
        people = [.. known.Select(PeopleText.Key)];
    }

    /// <param name="year">The year to read, where the file holds several.</param>
    /// <param name="known">Names of people and titles that the municipality has.</param>
    /// <param name="chosen">The plan to read where the file holds several, as <see cref="PlanSection.ToString"/> names it.</param>
    public static ReadPlan Read(SourceDocument document, PlanWording wording, IEnumerable<string> known, int? year = null, string? chosen = null)
    {
        var (tables, told, title) = PlanLayout.Of(document, wording.HeaderMeanings());
        List<PlanSection> sections = [.. tables.Select(t => t.Section).Distinct()];
        var wanted = sections.Count < 2 ? sections
            : chosen is { Length: > 0 } ? [.. sections.Where(s => s.ToString() == chosen)]
            : [.. sections.Where(s => year is null || s.Year is null || s.Year == year)];
        if (wanted.Count == 0) wanted = sections;
        tables = [.. tables.Where(t => wanted.Contains(t.Section))];
        var planYear = year ?? wanted.Select(s => s.Year).FirstOrDefault(y => y is not null);
        var reader = new PlanReader(wording, known.Concat(AloneIn(tables)), planYear);
        foreach (var table in tables) reader.ReadTable(table);
        if (wanted.Count > 1)
            reader.Warn(new(tables[0].Name, tables[0].Rows[0].Number), "", $"Filen har flera planer: {Prose.List([.. wanted.Select(s => s.ToString())])}. Alla är lästa tillsammans. Välj en av dem innan planen sparas.");
        return new(title, planYear, sections.Count > 1 ? sections : [], [.. reader.risks.Values], [.. reader.items.Where(i => i.IsControl)],
            [.. reader.items.Where(i => !i.IsControl)], [.. reader.warnings], told, [.. reader.unknown])
        { Undivided = reader.undivided, UnknownStatuses = [.. reader.unknownStatuses] };
    }

    /// <summary>Names that stand alone in a cell of their own, or alone between commas: so they are somebody's wherever they stand.</summary>
    private static IEnumerable<string> AloneIn(IReadOnlyList<PlanTable> tables) =>
        from table in tables
        from n in Enumerable.Range(0, table.Headers.Cells.Count)
        where table.Headers.Cells[n].Columns is [PlanColumn.Responsible or PlanColumn.Reporting or PlanColumn.Receiver or PlanColumn.RiskOwner]
        from row in table.Rows
        from name in row.At(n).Split('\n', ',', ';')
        where name.Length > 0
        select name;

    private void ReadTable(PlanTable table)
    {
        foreach (var cell in table.Headers.Cells.Where(c => c.Columns.Count == 0 && c.Written.Length > 0)) unknown.Add(cell.Written);
        foreach (var cell in table.Headers.Cells.Where(c => c.IsMisspelt))
            Warn(new(table.Name, table.Rows[0].Number), cell.Written, $"Rubriken ”{cell.Written}” är felstavad. Den lästes som {Prose.List([.. cell.Columns.Select(c => c.Swedish().ToLowerInvariant())])}.");
        ReadRisk? risk = null;
        var (read, group) = (items.Count, "");
        foreach (var cells in PlanRows.Of(table))
        {
            // A risk goes on down the rows below it, but not past a heading inside the table.
            if (cells.Group != group) (risk, group) = (null, cells.Group);
            if (cells.Text(PlanColumn.Risk) is { Length: > 0 }) risk = Risk(cells);
            else if (risk is null && table.Headers.Has(PlanColumn.Risk)) Warn(cells, PlanColumn.Risk, "Raden har ingen risk i filen.");
            var (control, measure) = (cells.Text(PlanColumn.Control), cells.Text(PlanColumn.Measure));
            if (control is { Length: > 0 }) Add(Item(cells, risk, true, control));
            if (measure is { Length: > 0 }) Add(Item(cells, risk, false, measure));
        }
        Below(table, read);
    }

    /// <summary>A control that comes again under another month, or a text that follows the table, belongs to what has been read already.</summary>
    private void Add(ReadItem item)
    {
        var same = items.FindIndex(i => i.Key == item.Key && i.IsControl == item.IsControl && i.Risk == item.Risk && i.Section == item.Section);
        if (same >= 0 && PlanRows.Joined(items[same], item) is { } joined) items[same] = joined;
        else items.Add(item);
    }

    private void Below(PlanTable table, int from)
    {
        if (table.Below.Count == 0 || table.Headers.Has(PlanColumn.Comment)) return;
        var comment = string.Join('\n', table.Below);
        for (var n = from; n < items.Count; n++)
        {
            items[n] = items[n] with { Comment = comment };
            SourceFaults.OfComment(items[n], w => warnings.Add(w));
        }
    }

    private ReadRisk Risk(PlanRows cells)
    {
        var (title, description) = Named(cells, PlanColumn.Risk, PlanColumn.RiskText);
        var risk = new ReadRisk(cells.Place, title, description)
        {
            Process = Null(cells.Text(PlanColumn.Process)) ?? Null(cells.Group),
            Owner = Null(CommaList.Text(Meant([.. Divided(cells.Text(PlanColumn.RiskOwner))]))),
            Section = cells.Section,
        };
        var key = $"{risk.Section}|{risk.Key}";
        if (risks.TryGetValue(key, out var there)) return there;
        return risks[key] = Scored(risk, cells);
    }

    private ReadRisk Scored(ReadRisk risk, PlanRows cells)
    {
        var (likelihood, consequence) = (Step(cells, PlanColumn.Likelihood), Step(cells, PlanColumn.Consequence));
        var score = ReadScore.Empty;
        if (cells.Stacked(PlanColumn.Value) is { Length: > 0 } written)
        {
            score = ScoreText.Read(written);
            if (score.IsEmpty) Warn(cells, PlanColumn.Value, $"Riskvärdet ”{Short(written)}” går inte att läsa.");
            if (score.Fault is not null) Warn(cells, PlanColumn.Value, $"Riskvärdet ”{Short(written)}” motsäger sig självt: {score.Fault}.");
        }
        var level = score.Level ?? Null(cells.Text(PlanColumn.Level).ToLowerInvariant());
        (likelihood, consequence) = (likelihood ?? score.Likelihood, consequence ?? score.Consequence);
        var product = likelihood * consequence;
        if (product is not null && score.Value is { } value && value != product)
        {
            Warn(cells, PlanColumn.Value, $"Riskvärdet {value} stämmer inte: {likelihood} × {consequence} är {product}.");
            return risk with { Likelihood = likelihood, Consequence = consequence, Level = level };
        }
        return risk with { Likelihood = likelihood, Consequence = consequence, Value = score.Fault is null ? score.Value ?? product : null, Level = level };
    }

    private int? Step(PlanRows cells, PlanColumn axis)
    {
        if (cells.Text(axis) is not { Length: > 0 } written) return null;
        var step = ScoreText.Step(written);
        if (step is null) Warn(cells, axis, $"”{Short(written)}” har ingen siffra för {axis.Swedish().ToLowerInvariant()}. Vilket steg ordet är på er skala går inte att läsa ur filen.");
        return step;
    }

    private ReadItem Item(PlanRows row, ReadRisk? risk, bool isControl, string written)
    {
        var cells = row.Of(isControl);
        var (title, description) = isControl ? Named(cells, PlanColumn.Control, PlanColumn.ControlText) : Named(cells, PlanColumn.Measure, PlanColumn.MeasureText);
        var (responsible, officers, receivers) = PeopleOf(cells);
        var all = $"{title}\n{description}";
        var item = new ReadItem(cells.Place, isControl, title, description)
        {
            Risk = risk,
            Process = Null(cells.Text(PlanColumn.Process)) ?? Null(cells.Group),
            Unit = Null(cells.Text(PlanColumn.Unit)),
            Purpose = Null(cells.Text(PlanColumn.Purpose)),
            Method = Null(cells.Text(PlanColumn.Method)) ?? (isControl && SampleText.IsSample(all) ? "Stickprov" : null),
            Sample = SampleText.Cell(cells.Text(PlanColumn.Sample)) ?? SampleText.Find(cells.Text(PlanColumn.Method)) ?? (isControl ? SampleText.Find(all) : null),
            Responsible = responsible,
            ReportingOfficers = officers,
            Receivers = receivers,
            Status = Status(cells),
            Comment = Null(cells.Text(PlanColumn.Comment)),
            Kept = cells.Kept(),
            Section = cells.Section,
        };
        item = PlanDates.Into(item, cells, (column, text) => Warn(cells, column, text));
        item = item with { Frequency = Frequency(cells, item, all) };
        SourceFaults.Of(item, cells, year, w => warnings.Add(w));
        return item;
    }

    private ReadFrequency? Frequency(PlanRows cells, ReadItem item, string all)
    {
        if (cells.Months() is { Count: > 0 } months)
            return new(string.Join(", ", months.Select(m => Period.SwedishMonths[m - 1])), new(RecurrenceKind.NamedMonths, Months: months));
        foreach (var column in new[] { PlanColumn.Frequency, PlanColumn.When })
        {
            if (cells.Text(column) is not { Length: > 0 } written || (column is PlanColumn.When && DateText.Read(written).Any(d => !d.IsMonth))) continue;
            if (FrequencyText.Cell(written) is { } read) return Told(cells, column, read);
            Warn(cells, column, $"”{Short(written)}” går inte att läsa som hur ofta.");
        }
        return item.IsControl && FrequencyText.Find($"{all}\n{item.Method}") is { } found ? Told(cells, PlanColumn.Control, found) : null;
    }

    private ReadFrequency Told(PlanRows cells, PlanColumn column, ReadFrequency read)
    {
        if (read.Recurrence is null) Warn(cells, column, $"”{Short(read.Phrase)}” säger inte vilka tillfällen det gäller. Texten är kvar, men inget schema följer av den.");
        return read;
    }

    private MeasureStatus? Status(PlanRows cells)
    {
        if (cells.Stacked(PlanColumn.Status) is not { Length: > 0 }) return null;
        var written = cells.Text(PlanColumn.Status);
        var read = StatusText.Read(written, statuses);
        if (read is null) unknownStatuses.Add(written);
        if (read is null) Warn(cells, PlanColumn.Status, written.Any(char.IsLetter) ? $"Statusen ”{Short(written)}” är inte känd." : "Statusen är bara en symbol. Vad den betyder går inte att läsa ur filen.");
        return read;
    }

    private (string Title, string Description) Named(PlanRows cells, PlanColumn name, PlanColumn text)
    {
        var (title, rest) = CellText.Divide(cells.Text(name));
        if (rest.Length == 0 && cells.Text(text).Length == 0 && CellText.Propose(title) is { } proposed)
        {
            undivided++;
            if (wording.Divides) return proposed;
            Warn(cells, name, $"Rubrik och beskrivning står ihop. Hela texten blev rubrik. Kanske slutar rubriken efter ”{Short(proposed.Title)}”.");
        }
        return (title, string.Join('\n', new[] { rest, cells.Text(text) }.Where(t => t.Length > 0)));
    }

    private (IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>) PeopleOf(PlanRows cells)
    {
        List<string> responsible = [.. Divided(cells.Text(PlanColumn.Responsible))], officers = [.. Divided(cells.Text(PlanColumn.Reporting))],
            receivers = [.. Divided(cells.Text(PlanColumn.Receiver))];
        foreach (var (columns, written) in cells.StacksOf(PlanColumn.Responsible, PlanColumn.Reporting))
        {
            if (PeopleText.Labelled(written) is { } labelled)
            {
                responsible.AddRange(Divided(labelled.Responsible));
                officers.AddRange(Divided(labelled.Officers));
                continue;
            }
            var lines = written.Split('\n');
            if (lines.Length == columns.Count)
            {
                foreach (var (column, line) in columns.Zip(lines)) (column is PlanColumn.Responsible ? responsible : column is PlanColumn.Reporting ? officers : receivers).AddRange(Divided(line));
                continue;
            }
            var proposed = columns.Count == 2 ? PeopleText.Propose(written.Replace('\n', ' '), people) : null;
            if (proposed is not null) undivided++;
            if (wording.Divides && proposed is var (first, second))
            {
                responsible.AddRange(first);
                officers.AddRange(second);
                continue;
            }
            responsible.AddRange(Divided(written));
            Warn(cells, columns[0], "Ansvariga och rapporteringsansvariga står ihop. Hela texten står som ansvarig."
                + (proposed is var (one, other) ? $" Kanske är {Prose.List(one)} ansvarig och {Prose.List(other)} rapporteringsansvarig." : ""));
        }
        foreach (var column in new[] { PlanColumn.Responsible, PlanColumn.Reporting, PlanColumn.Receiver })
            foreach (var none in (column is PlanColumn.Responsible ? responsible : column is PlanColumn.Reporting ? officers : receivers).Where(n => !n.Any(char.IsLetter)))
                Warn(cells, column, $"”{Short(none)}” är inget namn.");
        return (Meant(responsible), Meant(officers), Meant(receivers));
    }

    private IReadOnlyList<string> Divided(string text) => text.Length == 0 ? [] : PeopleText.Divide(text, people);

    /// <summary>A name as the municipality has said that it is called here.</summary>
    private List<string> Meant(List<string> names) =>
        [.. names.Where(n => n.Any(char.IsLetter)).SelectMany(n => CommaList.Read(wording.People.FirstOrDefault(p => PeopleText.Key(p.Written) == PeopleText.Key(n))?.Means ?? n)).Distinct()];

    private void Warn(PlanRows cells, PlanColumn column, string text) => Warn(cells.Place, cells.HeaderOf(column), text);
    private void Warn(Place place, string column, string text) => warnings.Add(new(place, column, text));

    private static string? Null(string text) => text.Length == 0 ? null : text;
    private static string Short(string text) => text.Replace('\n', ' ') is { Length: > 60 } line ? line[..60] + "…" : text.Replace('\n', ' ');
}
