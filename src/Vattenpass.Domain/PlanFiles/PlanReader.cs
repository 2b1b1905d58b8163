using System.Text.RegularExpressions;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// Reads the plan out of a document: risks, controls and measures, each with the place it stands in. What cannot be read is left empty and
/// told; where nothing divides a title from its description, or one person from the next, the whole text is kept and that is told.
/// </summary>
public sealed partial class PlanReader
{
    private readonly PlanWording wording;
    private readonly Dictionary<string, MeasureStatus> statuses;
    private readonly HashSet<string> people;
    private readonly Dictionary<string, List<ReadRisk>> risks = [];
    private readonly List<ReadRisk> inOrder = [];
    private readonly List<ReadItem> items = [];
    private readonly Dictionary<string, int> monthly = [];
    private readonly Dictionary<string, ReadRisk> numbered = [];
    private readonly List<PlanWarning> warnings = [];
    private readonly HashSet<string> unknown = [], unknownStatuses = [];
    private readonly int? year;
    private readonly int later;
    private int undivided;

    private PlanReader(PlanWording wording, IEnumerable<string> known, int? year, int later)
    {
        (this.wording, this.year, this.later) = (wording, year, later);
        statuses = wording.StatusMeanings();
        people = [.. known.Select(PeopleText.Key)];
    }

    /// <param name="year">The year to read, where the file holds several.</param>
    /// <param name="known">Names of people and titles that the municipality has.</param>
    /// <param name="chosen">The plan to read where the file holds several, as <see cref="PlanSection.ToString"/> names it.</param>
    /// <param name="later">Years that every date of a control or a measure is moved, where an earlier year's plan is taken over.</param>
    public static ReadPlan Read(SourceDocument document, PlanWording wording, IEnumerable<string> known, int? year = null, string? chosen = null, int later = 0, CancellationToken stop = default)
    {
        var within = Corrections.Within(document, wording.Cells);
        var (tables, told, title) = PlanLayout.Of(Corrections.Into(document, within), wording.HeaderMeanings());
        if (within.Count > 0) told = [Corrections.Told(within), .. told];
        List<PlanSection> sections = [.. tables.Select(t => t.Section).Distinct()];
        var wanted = sections.Count < 2 ? sections
            : chosen is { Length: > 0 } ? [.. sections.Where(s => s.ToString() == chosen)]
            : [.. sections.Where(s => year is null || s.Year is null || s.Year == year)];
        if (wanted.Count == 0) wanted = sections;
        tables = [.. tables.Where(t => wanted.Contains(t.Section))];
        var headedYear = wanted.Select(s => s.Year).FirstOrDefault(y => y is not null);
        var planYear = year ?? headedYear;
        var reader = new PlanReader(wording, known.Concat(AloneIn(tables)), planYear, later);
        foreach (var table in tables) reader.ReadTable(table, stop);
        // Nothing about a client belongs in a plan, and the file is kept as it is.
        foreach (var place in Corrections.PersonalNumbers(document))
            reader.Warn(place, "", $"{place} innehåller ett personnummer eller samordningsnummer. Planen kan inte sparas förrän det är borttaget ur filen.");
        if (sections.Count > wanted.Count) told = [.. told, $"Filen har också {Prose.List([.. sections.Except(wanted).Select(s => s.ToString())])}, som inte lästes."];
        if (year is not null && wanted is [{ Year: { } headed }] && headed != year) told = [.. told, $"Rubriken i filen säger {headed}, men planen läses för {year}."];
        if (wanted.Count > 1)
            reader.Warn(new(tables[0].Name, tables[0].Rows[0].Number), "", $"Filen har flera planer: {Prose.List([.. wanted.Select(s => s.ToString())])}. Alla är lästa tillsammans. Välj en av dem innan planen sparas.");
        return new(title, planYear, sections.Count > 1 ? sections : [], [.. reader.inOrder], [.. reader.items.Where(i => i.IsControl)],
            [.. reader.items.Where(i => !i.IsControl)], [.. reader.warnings], told, [.. reader.unknown])
        { HeadedYear = headedYear, Undivided = reader.undivided, UnknownStatuses = [.. reader.unknownStatuses] };
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

    private void ReadTable(PlanTable table, CancellationToken stop)
    {
        foreach (var cell in table.Headers.Cells.Where(c => c.Columns.Count == 0 && c.Written.Length > 0)) unknown.Add(cell.Written);
        foreach (var cell in table.Headers.Cells.Where(c => c.IsMisspelt))
            Warn(new(table.Name, table.Rows[0].Number), cell.Written, $"Rubriken ”{cell.Written}” är felstavad. Den lästes som {Prose.List([.. cell.Columns.Select(c => c.Swedish().ToLowerInvariant())])}.");
        ReadRisk? risk = null;
        var (read, group, process) = (items.Count, "", "");
        var isRiskOnly = !table.Headers.Has(PlanColumn.Control) && !table.Headers.Has(PlanColumn.Measure);
        ReadItem? above = null;
        var byNumber = table.Headers.Has(PlanColumn.RiskNumber) || HasOnlyNumbers(table);
        foreach (var cells in PlanRows.Of(table))
        {
            stop.ThrowIfCancellationRequested();
            // A risk goes on down the rows below it, but not past a heading inside the table.
            if (cells.Group != group) (risk, group) = (null, cells.Group);
            if (cells.Text(PlanColumn.Process) is { Length: > 0 } now && now != process)
            {
                if (process.Length > 0) risk = null;
                process = now;
            }
            if (byNumber) risk = OfNumber(cells);
            else if (cells.Text(PlanColumn.Risk) is { Length: > 0 })
            {
                risk = Risk(cells, isRiskOnly);
                if (cells.Text(PlanColumn.Ignored) is { Length: > 0 } number) numbered.TryAdd(CellText.Key(number), risk);
            }
            else if (risk is null && table.Headers.Has(PlanColumn.Risk)) Warn(cells, PlanColumn.Risk, "Raden har ingen risk i filen.");
            var (control, measure) = (cells.Text(PlanColumn.Control), cells.Text(PlanColumn.Measure));
            // A merged control beside several measures is one control.
            if (control is { Length: > 0 } && !(measure is { Length: > 0 } && above is { } same && same.Risk == risk && same.Key == CellText.Key(control)))
                Add(above = Item(cells, risk, true));
            if (measure is { Length: > 0 } && !NoMeasure().IsMatch(measure)) Add(Item(cells, risk, false));
        }
        Below(table, read);
    }

    /// <summary>A column of risks that holds nothing but numbers names risks of another table.</summary>
    private static bool HasOnlyNumbers(PlanTable table)
    {
        var at = table.Headers.Cells.ToList().FindIndex(c => c.Columns is [PlanColumn.Risk]);
        var said = at < 0 ? [] : table.Rows.Select(r => r.At(at)).Where(t => t.Length > 0).ToList();
        return said.Count > 0 && said.TrueForAll(t => t.All(c => char.IsAsciiDigit(c) || c is ' ' or ',' or '.'));
    }

    /// <summary>The risk that a number names in the list of risks; null where it names none, or several.</summary>
    private ReadRisk? OfNumber(PlanRows cells)
    {
        var number = cells.Text(PlanColumn.RiskNumber) is { Length: > 0 } own ? own : cells.Text(PlanColumn.Risk);
        if (number.Length == 0) return null;
        if (numbered.TryGetValue(CellText.Key(number), out var named)) return named;
        Warn(cells, cells.HeaderOf(PlanColumn.RiskNumber).Length > 0 ? PlanColumn.RiskNumber : PlanColumn.Risk, $"Risken ”{CellText.Short(number)}” finns inte i filens lista över risker, eller är flera.");
        return null;
    }

    /// <summary>A control that comes again under another month, or a text that follows the table, belongs to what has been read already.</summary>
    private void Add(ReadItem item)
    {
        var key = $"{item.Section}|{item.IsControl}|{item.Key}";
        if (item.Frequency?.Recurrence?.Kind is RecurrenceKind.NamedMonths && monthly.TryGetValue(key, out var same) && PlanRows.Joined(items[same], item) is { } joined)
        {
            items[same] = joined;
            return;
        }
        monthly.TryAdd(key, items.Count);
        items.Add(item);
    }

    private void Below(PlanTable table, int from)
    {
        if (table.Below.Count == 0 || table.Headers.Has(PlanColumn.Comment)) return;
        var comment = string.Join('\n', table.Below);
        if (items.Count > from) Warn(items[from].Place, "Text under tabellen", $"”{CellText.Short(comment)}” lästes som kommentar till det som står i tabellen.");
        for (var n = from; n < items.Count; n++)
        {
            items[n] = items[n] with { Comment = comment };
            SourceFaults.OfComment(items[n], w => warnings.Add(w));
        }
    }

    private ReadRisk Risk(PlanRows cells, bool isRiskOnly)
    {
        var (title, description) = Named(cells, PlanColumn.Risk, PlanColumn.RiskText);
        var risk = new ReadRisk(cells.Place, title, description)
        {
            Process = Null(cells.Text(PlanColumn.Process)) ?? Null(cells.Group),
            Owner = Null(CommaList.Text(Meant([.. Divided(cells.Text(PlanColumn.RiskOwner))]))),
            Section = cells.Section,
            Kept = isRiskOnly ? cells.Kept(PlanColumn.Comment, PlanColumn.Status, PlanColumn.Unit) : [],
        };
        // The same words about another process, or with another score, are another risk.
        var key = $"{risk.Section}|{risk.Key}|{risk.Process}";
        var alike = risks.GetValueOrDefault(key);
        if (alike is not null && !HasScore(cells)) return alike[0];
        var scored = Scored(risk, cells);
        if (alike?.Find(r => (r.Likelihood, r.Consequence, r.Value, r.Level) == (scored.Likelihood, scored.Consequence, scored.Value, scored.Level)) is { } there) return there;
        if (alike is null) risks[key] = alike = [];
        alike.Add(scored);
        inOrder.Add(scored);
        return scored;
    }

    private static bool HasScore(PlanRows cells) => new[] { PlanColumn.Likelihood, PlanColumn.Consequence, PlanColumn.Value, PlanColumn.Level }.Any(c => cells.Stacked(c).Length > 0);

    private ReadRisk Scored(ReadRisk risk, PlanRows cells)
    {
        var (likelihood, consequence) = (Step(cells, PlanColumn.Likelihood), Step(cells, PlanColumn.Consequence));
        var score = ReadScore.Empty;
        if (cells.Stacked(PlanColumn.Value) is { Length: > 0 } written)
        {
            score = ScoreText.Read(written);
            if (score.IsEmpty) Warn(cells, PlanColumn.Value, $"Riskvärdet ”{CellText.Short(written)}” går inte att läsa.");
            if (score.Fault is not null) Warn(cells, PlanColumn.Value, $"Riskvärdet ”{CellText.Short(written)}” motsäger sig självt: {score.Fault}.");
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
        if (step is null) Warn(cells, axis, $"”{CellText.Short(written)}” har ingen siffra för {axis.Swedish().ToLowerInvariant()}. Vilket steg ordet är på er skala går inte att läsa ur filen.");
        return step;
    }

    private ReadItem Item(PlanRows row, ReadRisk? risk, bool isControl)
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
            Kept = risk is null ? cells.Kept(PlanColumn.Likelihood, PlanColumn.Consequence, PlanColumn.Value, PlanColumn.Level, PlanColumn.RiskOwner) : cells.Kept(),
            Section = cells.Section,
        };
        item = PlanDates.Into(item, cells, (column, text) => Warn(cells, column, text)).Moved(later, year);
        if (later > 0 && item.Status is { } before)
        {
            Warn(cells, PlanColumn.Status, $"Statusen {before.Swedish().ToLowerInvariant()} gäller ett tidigare år och togs inte med när datumen flyttades.");
            item = item with { Status = null };
        }
        if (!title.Any(char.IsLetter)) Warn(cells, isControl ? PlanColumn.Control : PlanColumn.Measure, $"”{CellText.Short(title)}” är inget namn på en {(isControl ? "kontroll" : "åtgärd")}. Texten kan ha hamnat i fel kolumn.");
        item = item with { Frequency = Frequency(cells, item, all) };
        SourceFaults.Of(item, cells, year, w => warnings.Add(w));
        return item;
    }

    private ReadFrequency? Frequency(PlanRows cells, ReadItem item, string all)
    {
        List<string> unread = [];
        var months = cells.Months(unread);
        foreach (var odd in unread.Distinct()) Warn(cells, PlanColumn.Control, $"”{CellText.Short(odd)}” under en månad går inte att läsa som ett kryss.");
        if (unread.Count > 0) return null;
        if (months.Count > 0)
            return new(string.Join(", ", months.Select(m => Period.SwedishMonths[m - 1])), new(RecurrenceKind.NamedMonths, Months: months));
        foreach (var column in new[] { PlanColumn.Frequency, PlanColumn.When })
        {
            if (cells.Text(column) is not { Length: > 0 } written || (column is PlanColumn.When && DateText.Read(written).Any(d => !d.IsMonth))) continue;
            if (FrequencyText.Cell(written) is { } read) return Told(cells, column, read);
            Warn(cells, column, $"”{CellText.Short(written)}” går inte att läsa som hur ofta.");
        }
        if (!item.IsControl || FrequencyText.OfControl($"{all}\n{item.Method}") is not { } found) return null;
        Warn(cells, PlanColumn.Control, $"Hur ofta är läst ur kontrollens text: ”{CellText.Short(found.Phrase)}”.");
        return Told(cells, PlanColumn.Control, found);
    }

    private ReadFrequency Told(PlanRows cells, PlanColumn column, ReadFrequency read)
    {
        if (read.Recurrence is null) Warn(cells, column, $"”{CellText.Short(read.Phrase)}” säger inte vilka tillfällen det gäller. Texten är kvar, men inget schema följer av den.");
        return read;
    }

    private MeasureStatus? Status(PlanRows cells)
    {
        if (cells.Stacked(PlanColumn.Status) is not { Length: > 0 }) return null;
        var written = cells.Text(PlanColumn.Status);
        var read = StatusText.Read(written, statuses);
        if (read is null) unknownStatuses.Add(written);
        if (read is null) Warn(cells, PlanColumn.Status, written.Any(char.IsLetter) ? $"Statusen ”{CellText.Short(written)}” är inte känd." : "Statusen är bara en symbol. Vad den betyder går inte att läsa ur filen.");
        return read;
    }

    private (string Title, string Description) Named(PlanRows cells, PlanColumn name, PlanColumn text)
    {
        var (title, rest) = CellText.Divide(cells.Text(name));
        if (rest.Length == 0 && cells.Text(text).Length == 0 && CellText.Propose(title) is { } proposed)
        {
            undivided++;
            if (wording.Divides) return proposed;
            Warn(cells, name, $"Rubrik och beskrivning står ihop. Hela texten blev rubrik. Kanske slutar rubriken efter ”{CellText.Short(proposed.Title)}”.");
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
            foreach (var none in (column is PlanColumn.Responsible ? responsible : column is PlanColumn.Reporting ? officers : receivers).Where(n => !n.Any(char.IsLetter) || PeopleText.IsNobody(n)))
                Warn(cells, column, $"”{CellText.Short(none)}” är inget namn.");
        foreach (var column in new[] { PlanColumn.Responsible, PlanColumn.Reporting, PlanColumn.Receiver })
            foreach (var several in Divided(cells.Text(column)).Where(PeopleText.RunsOn))
                Warn(cells, column, $"”{CellText.Short(several)}” kan vara flera namn. Inget skiljer dem åt, så texten är kvar hel.");
        return (Meant(responsible), Meant(officers), Meant(receivers));
    }

    private IReadOnlyList<string> Divided(string text) => text.Length == 0 || CellText.Ticked(text) is not { } ticked ? [] : PeopleText.Divide(ticked, people);

    /// <summary>A name as the municipality has said that it is called here.</summary>
    private List<string> Meant(List<string> names) =>
        [.. names.Where(n => n.Any(char.IsLetter) && !PeopleText.IsNobody(n)).SelectMany(n => wording.People.FirstOrDefault(p => PeopleText.Key(p.Written) == PeopleText.Key(n)) is { } said ? CommaList.Read(said.Means) : [n]).Distinct()];

    private void Warn(PlanRows cells, PlanColumn column, string text) => Warn(cells.Place, cells.HeaderOf(column), text);
    private void Warn(Place place, string column, string text) => warnings.Add(new(place, column, text));

    private static string? Null(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"^(ingen|inga|ej aktuellt|inte aktuellt|behövs (ej|inte))( åtgärd(er)?)?( behövs| planeras| krävs)?\.?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NoMeasure();
}
