using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>
/// The sentences about what a control showed, composed from records. Without records it says so and composes no zero. What only
/// one kind of control can say, that kind says itself.
/// </summary>
public static class ResultText
{
    /// <summary>What was done on the spot, with how many rows each was done about; nothing where nobody said.</summary>
    public static IEnumerable<Block> AtOnce(ReportFacts facts, IReadOnlySet<Guid> controls)
    {
        var done = facts.AtOnce.Where(a => controls.Contains(a.ControlId))
            .GroupBy(a => a.What)
            .Select(g => (What: g.Key, Rows: g.Sum(a => a.Rows)))
            .OrderByDescending(a => a.Rows)
            .ThenBy(a => a.What, StringComparer.Ordinal)
            .Select(a => $"{a.What} ({a.Rows})")
            .ToList();
        if (done.Count > 0) yield return Paragraph($"Gjort genast vid kontrollen, med antal: {List(done)}.");
    }

    /// <summary>What was answered besides: counted, the commonest first, or each place's newest number with its day.</summary>
    public static IEnumerable<Block> Answers(ReportFacts facts, IReadOnlySet<Guid> controls) =>
        facts.Answers.Where(a => controls.Contains(a.ControlId)).GroupBy(a => (a.ToldAs, IsPlaced: a.Place.Length > 0)).Select(g => g.Key.IsPlaced
            ? Paragraph($"{g.Key.ToldAs}, senast: {List(g.OrderBy(a => a.Place, SwedishOrder.Comparer).Select(a => $"{a.Place} {a.Answer} ({a.On:yyyy-MM-dd})"))}.")
            : Paragraph($"{g.Key.ToldAs}, med antal: {List(g.OrderByDescending(a => a.Rows).ThenBy(a => a.Answer, StringComparer.Ordinal).Select(a => $"{a.Answer} ({a.Rows})"))}."));

    public const string NothingRegistered = "Inga kontroller registrerade för punkten.";

    public static IEnumerable<Block> For(ControlFact control, ReportFacts facts) =>
        Of(control, facts).Concat(SampleText.For(control, facts.Year));

    private static IReadOnlyList<Block> Of(ControlFact control, ReportFacts facts)
    {
        var report = facts.Report;
        return ControlKinds.Of(control.Key).Tell(new(control, facts.Figures, report.PeriodPhrase, report.Kind is ReportKind.FullYear))
            ?? Plain(control, facts);
    }

    /// <summary>A control whose kind has nothing of its own to say: planned, done, what it showed; and what was planned but not registered.</summary>
    private static List<Block> Plain(ControlFact control, ReportFacts facts)
    {
        var occasions = facts.Year.Checks.Where(o => o.ControlId == control.Id && o.Counts).ToList();
        if (occasions.Count == 0 && facts.Report.Kind is ReportKind.Interim) return [Paragraph("Inget tillfälle infaller under perioden.")];
        if (occasions.All(o => !o.Done)) return [Paragraph(NothingRegistered)];
        var done = PlainFigures.Done(facts.Year, control.Id, control.UnitOfCount);
        var deviating = occasions.Count(o => o.Done && o.Deviating > 0);
        List<Block> blocks =
        [
            facts.Year.IsRunning
                ? Paragraph(Text("Planerade kontroller som är gjorda: "), FigureText.Show(done),
                    Text($". {Capital(Number(occasions.Count(o => o.Done), "kontroll är registrerad", "kontroller är registrerade"))}, {(deviating == 0 ? "ingen med avvikelse" : $"{deviating} med avvikelse")}."))
                : Paragraph(FigureText.Show(done),
                    Text($" planerade kontroller är gjorda, {(deviating == 0 ? "alla utan avvikelse" : $"{deviating} med avvikelse")}.")),
        ];
        var missing = occasions.Where(o => !o.Done && facts.Year.IsExpected(o)).GroupBy(o => o.Unit).OrderBy(g => g.Key, SwedishOrder.Comparer).ToList();
        if (missing.Count > 0) blocks.Add(Paragraph($"Kontroller saknas för {List(missing.Select(g => $"{g.Key} ({g.Count()})"))}."));
        return blocks;
    }

    public static TableBlock DeviationTable(ControlFact control, List<DeviationSummary> deviations) =>
        ControlKinds.Of(control.Key).IsToldPerObject ? PerObject(deviations) : PerArea(control, deviations);

    private static TableBlock PerObject(List<DeviationSummary> deviations)
    {
        var places = deviations.Select(d => d.Place).Distinct().Order(SwedishOrder.Comparer).ToList();
        IReadOnlyList<string> Row(string name, IEnumerable<DeviationSummary> some) =>
            [name, .. places.Select(p => Cell(some.Where(d => d.Place == p).Sum(d => d.Count))), $"{some.Sum(d => d.Count)}"];
        return new("Avvikelser per typ och förråd", ["Typ", .. places, "Summa"],
            [.. deviations.GroupBy(d => d.Kind).OrderBy(g => g.Key, SwedishOrder.Comparer).Select(g => Row(g.Key, g)),
                Row("Summa", deviations)],
            [.. Enumerable.Range(1, places.Count + 1)]);
    }

    private static TableBlock PerArea(ControlFact control, List<DeviationSummary> deviations) =>
        new($"Avvikelser per område: {control.Item}", ["Område", "Avvikelse", "Antal", "Varav allvarliga"],
            [.. deviations.GroupBy(d => (d.Area, d.Kind))
                .OrderBy(g => g.Key.Area, SwedishOrder.Comparer)
                .ThenBy(g => g.Key.Kind, SwedishOrder.Comparer)
                .Select(g => (IReadOnlyList<string>)[g.Key.Area, g.Key.Kind, $"{g.Sum(d => d.Count)}", $"{g.Sum(d => d.Serious)}"])],
            [2, 3]);

    private static string Cell(int n) => n == 0 ? "–" : $"{n}";
}
