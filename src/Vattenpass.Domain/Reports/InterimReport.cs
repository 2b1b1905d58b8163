using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>The half-year follow-up to the board (layout uppfoljningstabell): measures, controls, deviations.</summary>
public static class InterimReport
{
    public static Document Compose(ReportFacts facts)
    {
        var report = facts.Report;
        List<Block> blocks =
        [
            new HeadingBlock(1, $"Uppföljning av internkontroll, per delårsrapport {report.Year}"),
            Paragraph($"{facts.Board}. Planen är {facts.PlanStanding}. Uppföljningen avser {report.From:yyyy-MM-dd}–{report.To:yyyy-MM-dd}."),
            .. Own(report.Section("").OwnText),
            .. FullYearReport.Elsewhere(report),
            new HeadingBlock(2, "1 Uppföljning åtgärder"),
            facts.Measures.Count == 0 ? Paragraph("Planen har inga åtgärder.") : Measures(facts),
            new HeadingBlock(2, "2 Uppföljning kontroller"),
            facts.Controls.Count == 0 ? Paragraph("Planen har inga kontroller.") : Controls(facts),
            .. facts.Items.SelectMany(i => Comment(i.Key, [.. i], facts)),
            new HeadingBlock(2, "3 Avvikelser"),
            .. Deviations(facts),
            new SignatureBlock(report.Head.Place, null, "", report.Head.SignatoryTitle),
            .. SampleText.Annex(facts),
        ];
        return new(report.Title, report.PeriodText, report.Head.PreparedBy, facts.Today, blocks);
    }

    private static TableBlock Measures(ReportFacts facts) => new("Uppföljning av åtgärder",
        ["Riskanalys", $"Risk {facts.Report.Year}", "Beslut om åtgärd", "Status", "Ansvarig och rapporteringsansvarig",
            "Start, avstämning och slut", $"Kommentar per delår {facts.Report.Year}"],
        [.. facts.Measures.Select(m => (IReadOnlyList<string>)[
            m.RiskTitle.Length > 0 ? Join(m.RiskTitle, m.RiskText) : "Ingen risk angiven", m.RiskValue.Length > 0 ? m.RiskValue : "–",
            string.Join(" ", [Join(m.Title, m.Description), .. m.Decided]), m.Status,
            $"Ansvarig: {OrMissing(m.Owner)}. Rapporteringsansvarig: {OrMissing(m.ReportingOfficer)}.",
            Dates(m.Start, m.Checkpoints, m.End),
            m.Comments.Count == 0 ? "Ingen kommentar lämnad." : string.Join(" ", m.Comments.Select(c => c.Period.Length > 0 ? $"{c.Period}: {c.Text}" : c.Text))])],
        []);

    private static TableBlock Controls(ReportFacts facts) => new("Uppföljning av kontroller",
        ["Riskanalys", "Risk", "Kontroll", "Status", "Ansvarig", "Rapporteringsansvarig", "Startdatum", "Avstämningsdatum", "Slutdatum"],
        [.. facts.Controls.Select(c => (IReadOnlyList<string>)[
            c.RiskTitle.Length > 0 ? Join(c.RiskTitle, c.RiskText) : "Ingen risk angiven", c.RiskValue.Length > 0 ? c.RiskValue : "–",
            $"{c.Title}. {Capital(c.Method)}, {c.Recurrence}.", c.Planned == 0 ? c.Status : $"{c.Status}, {c.Done} av {c.Planned} gjorda",
            OrMissing(c.Performer), OrMissing(c.Officers), $"{c.Start:yyyy-MM-dd}",
            string.Join(", ", c.Checkpoints.Select(d => $"{d:yyyy-MM-dd}")), $"{c.End:yyyy-MM-dd}"])],
        []);

    private static IEnumerable<Block> Comment(string item, List<ControlFact> controls, ReportFacts facts)
    {
        yield return new HeadingBlock(3, item);
        foreach (var control in controls)
        {
            if (controls.Count > 1) yield return new HeadingBlock(4, control.Title);
            foreach (var block in ResultText.For(control, facts)) yield return block;
            if (control.AsRead.Length > 0) yield return Paragraph(control.AsRead);
        }
        var section = facts.Report.Section(FullYearReport.SectionKey(controls[0]));
        foreach (var block in Own(section.OwnText)) yield return block;
        foreach (var block in FullYearReport.MeasuresAndProposals(section, [], facts.Year.AsOf)) yield return block;
    }

    private static IEnumerable<Block> Deviations(ReportFacts facts)
    {
        var total = facts.Deviations.Sum(d => d.Count);
        if (total == 0) { yield return Paragraph("Inga avvikelser har registrerats under perioden."); yield break; }
        var (serious, closed) = (facts.Deviations.Sum(d => d.Serious), facts.Deviations.Sum(d => d.Closed));
        yield return Paragraph($"Under perioden har {Number(total, "avvikelse", "avvikelser")} registrerats, "
            + $"varav {(serious > 0 ? CountWord(serious, neuter: false) : "ingen")} allvarlig{(serious > 1 ? "a" : "")}. "
            + $"{(closed > 0 ? $"{closed}" : "Ingen")} är avslutad{(closed > 1 ? "e" : "")}.");
        var titles = facts.Controls.GroupBy(c => FullYearReport.SectionKey(c)).ToDictionary(g => g.Key, g => g.First().Title);
        yield return new TableBlock("Avvikelser per kontroll och typ", ["Kontroll", "Typ", "Antal", "Varav allvarliga", "Avslutade"],
            [.. facts.Deviations.GroupBy(d =>
                (Control: d.Control.Length > 0 ? d.Control : titles.GetValueOrDefault(d.ControlKey, "Utanför kontroll"), d.Kind))
                .OrderBy(g => g.Key.Control, SwedishOrder.Comparer)
                .ThenBy(g => g.Key.Kind, SwedishOrder.Comparer)
                .Select(g => (IReadOnlyList<string>)[g.Key.Control, g.Key.Kind, $"{g.Sum(d => d.Count)}", $"{g.Sum(d => d.Serious)}",
                    $"{g.Sum(d => d.Closed)}"])],
            [2, 3, 4]);
    }

    private static string Dates(DateOnly? start, IReadOnlyList<DateOnly> checkpoints, DateOnly? end) =>
        $"Start {Day(start)}. Avstämning {(checkpoints.Count == 0 ? "saknas" : string.Join(", ", checkpoints.Select(d => $"{d:yyyy-MM-dd}")))}. Slut {Day(end)}.";

    private static string Day(DateOnly? day) => day is { } set ? $"{set:yyyy-MM-dd}" : "saknas";

    private static string Join(string title, string text) => text.Length > 0 ? $"{title}. {text}" : title;
    private static string OrMissing(string text) => text.Length > 0 ? text : "uppgift saknas";
}
