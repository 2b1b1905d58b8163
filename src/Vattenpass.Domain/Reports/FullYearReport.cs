using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>The full-year report to the head of department (layout chefsrapport), in the order the board knows it.</summary>
public static class FullYearReport
{
    public static Document Compose(ReportFacts facts)
    {
        var report = facts.Report;
        List<Block> blocks =
        [
            new HeadingBlock(1, $"Internkontroll {report.Year}"),
            Paragraph(report.Head.ReportedTo.Length > 0 ? $"Rapport för {Inside(report.Head.ReportedTo)}" : "Rapport"),
            Head(facts), Scope(facts),
            .. SummaryText.Compose(facts),
            new HeadingBlock(2, "Resultat"),
            .. Introduction(facts),
            Overview(facts),
            new HeadingBlock(2, "Redovisning av resultat från genomförda granskningar"),
            .. facts.Items.SelectMany(item => Section(item.Key, [.. item], facts)),
            .. Chapter(facts, "Avvikelser sammantaget", DeviationText.Compose(facts)),
            .. LastYearText.Compose(facts),
            .. LastYearText.Carried(facts),
            .. Chapter(facts, "Rutiner", RoutineText.Compose(facts)),
            .. Chapter(facts, "Granskningar", ReviewText.Compose(facts)),
            .. Chapter(facts, "Kompetens och bemanning", StaffText.Compose(facts)),
            .. Chapter(facts, "Medel till åtgärder", FundingText.Compose(facts)),
            .. Changes(facts),
            new SignatureBlock(report.Head.Place, null, "", report.Head.SignatoryTitle),
            .. SampleText.Annex(facts),
        ];
        return new(report.Title, report.PeriodText, report.Head.PreparedBy, facts.Today, blocks);
    }

    /// <summary>Chapters beside the plan's own items that an author may write in, by their headings.</summary>
    public static readonly IReadOnlyList<string> Chapters = ["Avvikelser sammantaget", "Rutiner", "Granskningar", "Kompetens och bemanning", "Medel till åtgärder"];

    /// <summary>The key of a chapter's own text, which no kind of control has.</summary>
    public static string ChapterKey(string heading) => $"kapitel:{heading}";

    /// <summary>What the records say, and then what the author does; what only the author has written stands under the chapter's heading too.</summary>
    private static IEnumerable<Block> Chapter(ReportFacts facts, string heading, IEnumerable<Block> told)
    {
        var (section, blocks) = (facts.Report.Section(ChapterKey(heading)), told.ToList());
        List<Block> own = [.. Own(section.OwnText), .. MeasuresAndProposals(section, [], facts.Year.AsOf)];
        if (own.Count > 0 && blocks.Count == 0) blocks.Add(new HeadingBlock(2, heading));
        return [.. blocks, .. own];
    }

    private static FactsBlock Head(ReportFacts facts)
    {
        var (report, head) = (facts.Report, facts.Report.Head);
        return new("Dokumenthuvud",
        [
            new("Antal sidor", Fact.Pages), new("Dokumentrubrik", $"Rapport för {Inside(head.ReportedTo)}"), new("Dokumenttyp", head.DocumentType),
            new("Upprättat datum", $"{facts.Today:yyyy-MM-dd}"), new("Upprättad av", OrMissing(head.PreparedBy)),
            new("Reviderat datum", report.Number > 1 ? $"{facts.Today:yyyy-MM-dd}" : "–"), new("Version", $"{report.Number}"),
            new("Kvalitetsområde", head.QualityArea), new("Gäller för verksamhetsområde", head.AppliesTo),
            new("Ansvarig", head.Responsible), new("Kopplad till process", head.Process),
            new("Kopplad till dokument", $"{head.LinkedDocument} {report.Year}"),
        ]);
    }

    private static FactsBlock Scope(ReportFacts facts) => new("Vad rapporten gäller",
    [
        new("Nämnd/förvaltning/enhet", $"{facts.Board}, {Inside(facts.Report.Head.AppliesTo)}"),
        new("Kontrollområde (rutin/system)", $"{facts.Report.Head.LinkedDocument} {facts.Report.Year}, {facts.PlanStanding}"),
        new("Rapportering till (befattning)", facts.Report.Head.ReportedTo),
        new("Kontroll avser tidsperiod", facts.Report.PeriodText),
        new("Kontroll utförd (datum)", facts.Report.Head.CheckedOn is { } day ? $"{day:yyyy-MM-dd}" : "uppgift saknas"),
    ]);

    private static IEnumerable<Block> Introduction(ReportFacts facts)
    {
        var performers = facts.Controls.Select(c => Inside(c.Performer))
            .Where(p => p.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        yield return Paragraph(
            $"Internkontrollplanen innehåller {Number(facts.Items.Count(), "kontrollmoment", "kontrollmoment")}{(facts.Controls.Count > facts.Items.Count() ? $" med tillsammans {facts.Controls.Count} kontroller" : "")}. {Examined(facts)}"
            + (performers.Count > 0 ? $" Enligt planen utförs kontrollerna av {List(performers)}." : "")
            + " Metod, omfattning och utfall för varje moment framgår av tabellen.");
        if (facts.Year.Reminders.Sum(r => r.Count) is > 0 and var told)
            yield return Paragraph($"För att kontrollerna skulle bli gjorda har {Number(told - Steps(facts, "listan"), "påminnelse", "påminnelser")} skickats; {Number(Steps(facts, "listan"), "gång", "gånger")} har en kontroll utan svar lämnats till förvaltningschefen och utvecklingsledaren.");
        foreach (var own in Own(facts.Report.Section("").OwnText)) yield return own;
        foreach (var block in Elsewhere(facts.Report)) yield return block;
    }

    /// <summary>What another document reports, so that nobody takes it for missing.</summary>
    internal static IEnumerable<Block> Elsewhere(Report report) =>
        report.Head.Elsewhere.Length == 0 ? [] : [Paragraph($"Redovisas på annan plats: {report.Head.Elsewhere.TrimEnd('.')}.")];

    /// <summary>How many of the kontrollmoment there is anything done for, and which there is not.</summary>
    private static string Examined(ReportFacts facts)
    {
        var without = facts.Items.Where(i => i.All(c => c.Done == 0)).Select(i => i.Key).ToList();
        var count = facts.Items.Count();
        if (count == 0) return "";
        return without.Count == 0 ? "För vart och ett är minst en kontroll gjord."
            : without.Count == count ? "Ingen kontroll är registrerad."
            : $"Kontroller är gjorda för {count - without.Count} av dem; för {List(without.Select(Inside))} är ingen kontroll registrerad.";
    }

    private static int Steps(ReportFacts facts, string step) => facts.Year.Reminders.Where(r => r.Step == step).Sum(r => r.Count);

    private static TableBlock Overview(ReportFacts facts) => new("Kontrollmoment, planerat och gjort",
        ["Kontrollmoment", "Metod", "Frekvens", "Planerade", "Gjorda", "Inte gjorda", "Med avvikelse"],
        [.. facts.Controls.Select(c =>
            (IReadOnlyList<string>)[c.Item == c.Title ? c.Title : $"{c.Item}: {Inside(c.Title)}", c.Method, c.Recurrence, $"{c.Planned}",
                $"{c.Done}", $"{c.Planned - c.Done}", $"{c.Deviating}"])],
        [3, 4, 5, 6]);

    private static IEnumerable<Block> Section(string item, List<ControlFact> controls, ReportFacts facts)
    {
        var key = SectionKey(controls[0]);
        var section = facts.Report.Section(key);
        yield return new HeadingBlock(3, item);
        foreach (var control in controls)
        {
            if (controls.Count > 1) yield return new HeadingBlock(4, control.Title);
            if (control.Purpose.Length > 0) yield return Paragraph($"Syfte: {Inside(control.Purpose).TrimEnd('.')}.");
            if (control.DoneBy.Count > 0)
                yield return Paragraph($"Utförd av: {List(control.DoneBy.Select(d => $"{(d.Title.Length > 0 ? Inside(d.Title) : "okänd befattning")} ({Number(d.Checks, "kontroll", "kontroller")})"))}.");
            foreach (var block in ResultText.For(control, facts)) yield return block;
        }
        foreach (var block in Own(section.OwnText)) yield return block;

        var deviations = facts.Deviations.Where(d => d.ControlKey == key).ToList();
        if (deviations.Count > 0) yield return ResultText.DeviationTable(controls[0], deviations);

        var ids = controls.Select(c => c.Id).ToHashSet();
        foreach (var block in ResultText.Answers(facts, ids).Concat(ResultText.AtOnce(facts, ids))) yield return block;

        foreach (var block in MeasuresAndProposals(section, [.. facts.Measures.Where(m => m.ControlKey == key)], facts.Year.AsOf)) yield return block;
    }

    /// <summary>What has been done and what the writer proposes, each under its heading when there is any.</summary>
    /// <param name="measures">The measures to list after what was written.</param>
    internal static IEnumerable<Block> MeasuresAndProposals(ReportSection section, IReadOnlyList<MeasureFact> measures, DateOnly asOf)
    {
        if (section.MeasuresTaken.Length > 0 || measures.Count > 0)
        {
            yield return new HeadingBlock(4, section.MeasuresTaken.Length > 0 ? "Vidtagna åtgärder" : "Åtgärder");
            foreach (var block in Own(section.MeasuresTaken)) yield return block;
            if (measures.Count > 0 && section.MeasuresTaken.Length > 0) yield return Paragraph("Åtgärder som är beslutade, med status:");
            if (measures.Count > 0)
                yield return new ListBlock([.. measures.Select(m =>
                    $"{m.Title} – {Inside(m.Status)}{(m.Owner.Length > 0 ? $", ansvarig {m.Owner}" : "")}{(m.End is { } end ? (m.IsOver ? "" : $", {(end < asOf ? "skulle ha varit" : "ska vara")} klar {end:yyyy-MM-dd}") : "")}.{string.Concat(m.Decided.Select(d => $" {d}"))}")]);
        }
        if (section.Proposals.Length > 0)
        {
            yield return new HeadingBlock(4, "Förslag till åtgärder");
            foreach (var block in Own(section.Proposals)) yield return block;
        }
    }

    /// <summary>The municipality's own controls share a key, so their sections are told apart by the item's name.</summary>
    public static string SectionKey(ControlFact control) => SectionKey(control.Key, control.Item);

    public static string SectionKey(string controlKey, string? item) =>
        controlKey == Plans.Control.OwnKey && item is not null ? item : controlKey;

    private static IEnumerable<Block> Changes(ReportFacts facts) => facts.PlanChanges.Count == 0 ? [] :
        [new HeadingBlock(2, "Ändringar av planens tillfällen under året"), new ListBlock(facts.PlanChanges)];

    private static string OrMissing(string text) => text.Length > 0 ? text : "uppgift saknas";
}
