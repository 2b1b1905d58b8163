using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Figures.FigureText;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>The sentences about what a control showed, composed from records. Without records it says so and composes no zero.</summary>
public static class ResultText
{
    public const string NothingRegistered = "Inga kontroller registrerade för punkten.";

    public static IEnumerable<Block> For(ControlFact control, ReportFacts facts) => Of(control, facts).Concat(SampleText.For(control, facts.Year));

    private static List<Block> Of(ControlFact control, ReportFacts facts) => (control.Key switch
    {
        "lakemedel" => Medicines(facts),
        "mobiltelefoner" => Phones(facts),
        "rehabilitering" => Rehab(facts),
        "loggkontroll" => Logs(facts),
        "tidsfrister" => Clocks(facts),
        "behorigheter" => Accounts(facts),
        _ => null,
    }) ?? Plain(control, facts);

    private static List<Block>? Medicines(ReportFacts facts)
    {
        if (facts.Figures.Medicines is not { Planned: { } planned } figures) return null;
        if (planned.Numerator == 0 && figures.Deviations.Count == 0 && facts.Year.StoreChecks.All(c => !c.Done)) return null;
        var areas = figures.PerArea.OrderByDescending(a => a.Share.Denominator).ThenBy(a => a.Area, SwedishOrder.Comparer).ToList();
        List<Run> runs = [Text($"Under {facts.Report.PeriodPhrase} har "), Figure(planned), Text(" internkontrollrapporter lämnats in")];
        for (var n = 0; n < areas.Count; n++)
        {
            runs.Add(Text(n == 0 ? ": " : n == areas.Count - 1 ? " och " : ", "));
            runs.Add(Figure(areas[n].Share));
            runs.Add(Text($" inom {Inside(areas[n].Area)}"));
        }
        var incomplete = areas.Where(a => a.Share.Numerator < a.Share.Denominator).ToList();
        if (incomplete.Count > 1 && incomplete.Count < areas.Count)
        {
            var together = planned with { Numerator = incomplete.Sum(a => a.Share.Numerator), Denominator = incomplete.Sum(a => a.Share.Denominator) };
            runs.AddRange([Text($"; {List(incomplete.Select((a, n) => n == 0 ? a.Area : Inside(a.Area)))} tillsammans "), Figure(together)]);
        }
        runs.Add(Text("."));
        if (figures.WithoutControl.Count > 0 && figures.AllStores is { } all)
            runs.AddRange([
                Text($" {Capital(Count(figures.WithoutControl.Count, "förråd", "förråd", neuter: true))} i bruk, {List(figures.WithoutControl.Select(s => $"{s.Code} ({s.Unit})"))}, ingår inte i någon kontroll; räknat på alla förråd i bruk är andelen "),
                Figure(all), Text(".")]);
        List<Block> blocks = [Paragraph([.. runs])];

        var missing = facts.Year.StoreChecks.Where(c => c.Planned && !c.Done && !c.Ended).GroupBy(c => c.Object).OrderBy(g => g.Key, SwedishOrder.Comparer).ToList();
        if (missing.Count > 0)
            blocks.Add(Paragraph($"Kontroll saknas för {List(missing.Select(g => $"{g.Key} ({Number(g.Count(), "månad", "månader")})"))}."));
        if (figures.Handled is { } handled) blocks.Add(MedicineDeviations(figures, handled));
        if (figures.Deviations.Count > 0)
            blocks.Add(Paragraph($"{Capital(Number(figures.Deviations.Count(d => d.Investigated), "avvikelse", "avvikelser"))} är färdigutredda, {figures.Deviations.Count(d => d.InvestigationStarted && !d.Investigated)} utreds och {figures.Deviations.Count(d => !d.InvestigationStarted)} är inte påbörjade. {figures.Deviations.Count(d => d.FedBack)} är återkopplade till MAS."));
        var repeated = RepeatedIn(figures.Deviations);
        if (repeated.Length > 0) blocks.Add(Paragraph($"Samma slags avvikelse återkom i samma förråd två månader av tre: {repeated}."));
        return blocks;
    }

    private static string RepeatedIn(IReadOnlyList<DeviationFact> deviations)
    {
        var found = deviations.Select(d => (d.Object, d.Kind, d.PeriodKey)).ToList();
        var repeated = found.Select(d => d.PeriodKey).Where(p => p.Length == 7).Distinct().SelectMany(p => Domain.Medicines.Repeated.In(found, p)).Distinct();
        return List(repeated.GroupBy(r => r.Store).OrderBy(g => g.Key, SwedishOrder.Comparer).Select(g => $"{g.Key} ({List(g.Select(r => r.Kind).Order(SwedishOrder.Comparer))})"));
    }

    private static TextBlock MedicineDeviations(MedicineFigures figures, Share handled)
    {
        if (handled.Denominator == 0) return Paragraph("Inga avvikelser har rapporterats i kontrollerna.");
        var untouched = handled with { Numerator = figures.Untouched, RowSet = RowSets.DrugDeviations };
        List<Run> runs =
        [
            Text("I kontrollerna har "), new($"{Number(handled.Denominator, "avvikelse", "avvikelser")}", RowSets.DrugDeviations), Text(" rapporterats i hanteringen av narkotikaklassade läkemedel. "),
            Figure(handled), Text(" är utredda eller under utredning och återkopplade till MAS; "), Figure(untouched), Text(" är inte hanterade."),
        ];
        if (figures.BalanceDifferences > 0)
            runs.AddRange([Text($" Av {Number(figures.BalanceDifferences, "saldodifferens", "saldodifferenser")} har "), new(figures.BalanceWithoutInvestigation == 0 ? "ingen" : $"{figures.BalanceWithoutInvestigation}", RowSets.BalanceWithoutInvestigation), Text(figures.BalanceWithoutInvestigation == 0 ? " lämnats utan utredning." : " inte utretts.")]);
        return Paragraph([.. runs]);
    }

    private static List<Block>? Phones(ReportFacts facts)
    {
        if (facts.Figures.Phones is not { } figures || figures.Terms.Sum(t => t.Reports) == 0) return null;
        var whole = facts.Report.Kind is ReportKind.FullYear;
        List<Block> blocks = [];
        if (figures.Checked is { } share)
            blocks.Add(Paragraph(Text("Kontrollerade mobiltelefoner: "), whole ? Figure(share) : Short(share), Text(whole ? "." : $" hittills; målet för året är minst {share.Goal!.Value.AtLeastPercent} % ({share.Goal.Value.Needed(share.Denominator)}).")));
        foreach (var term in figures.Terms.Where(t => t.Reports > 0))
            blocks.Add(Paragraph(Text($"{(term.Term == "vår" ? "Våren" : "Hösten")} {facts.Report.Year}: "),
                Figure(new Share(term.Deviating, term.Reports, "rapport", facts.Report.Period, RowSets.PhoneReports)),
                Text($" rapporter innehåller avvikelse, {(term.Serious == 0 ? "ingen allvarlig" : $"varav {term.Serious} {(term.Serious == 1 ? "allvarlig" : "allvarliga")}")}.")));
        if (figures.ShortUnits.Count > 0)
            blocks.Add(Paragraph($"{Capital(Count(figures.ShortUnits.Count, "enhet", "enheter"))} har {(whole ? "" : "hittills ")}kontrollerat mindre än 20 % av sina telefoner: {List(figures.ShortUnits)}."));
        return blocks;
    }

    private static List<Block>? Rehab(ReportFacts facts)
    {
        if (facts.Figures.Rehab is not { } figures) return null;
        List<Block> blocks = [];
        if (figures.Closed is { } closed)
            blocks.Add(Paragraph(Text($"Under {facts.Report.PeriodPhrase} hanterades {Number(closed.Denominator, "rehabiliteringsärende", "rehabiliteringsärenden")}; "), Figure(closed), Text(" avslutades. Ärenden kan pågå över årsskiftet.")));
        if (figures.ManyAbsences is { } many)
        {
            Share Of(int n) => new(n, many.Count, "medarbetare", facts.Report.Period, RowSets.ManyAbsences);
            blocks.Add(Paragraph(new Run(Number(many.Count, "medarbetare", "medarbetare"), RowSets.ManyAbsences), Text($" har haft sex eller fler sjukfrånvarotillfällen. Av dem har "),
                Figure(Of(figures.WithRepeatedCase)), Text(" ett ärende för upprepad korttidsfrånvaro, "), Figure(Of(figures.WithOtherCase)), Text(" ett annat ärende och "), Figure(Of(figures.WithoutCase)), Text(" inget ärende.")));
        }
        return blocks;
    }

    private static List<Block>? Logs(ReportFacts facts)
    {
        if (facts.Figures.Logs is not { } figures || (facts.Year.LogChecks.All(c => !c.Done) && facts.Year.LogCounts.Count == 0)) return null;
        List<Block> blocks =
        [
            Paragraph(Figure(figures.Done), Text($" loggkontroller är genomförda. {(figures.Deviations == 0 ? "Inga avvikelser har" : figures.Deviations == 1 ? "En avvikelse har" : $"{Capital(Count(figures.Deviations, "avvikelse", "avvikelser"))} har")} rapporterats.")),
        ];
        if (figures.UnitsWithout.Count > 0)
            blocks.Add(Paragraph($"{Capital(Count(figures.UnitsWithout.Count, "enhet", "enheter"))} saknar loggkontroll hela perioden: {List(figures.UnitsWithout)}."));
        if (LogReviewFigures.Of(facts.Year) is { } review) blocks.AddRange(LogReviews(review));
        return blocks;
    }

    /// <summary>Counts only: no case, user or client is told of.</summary>
    private static IEnumerable<Block> LogReviews(LogReviewFigures review)
    {
        yield return Paragraph($"{Thousands(review.Accesses)} åtkomster i {List(review.Systems)} har gåtts igenom. {Capital(Percent(review.Explained, review.Accesses))} har en förklaring i register, schema eller uppdrag. "
            + $"{Capital(Count(review.Cases, "fall", "fall", neuter: true))} har lagts fram för granskning, {review.Reviewed} är bedömda och {(review.Unauthorised == 0 ? "inget" : $"{review.Unauthorised}")} var {(review.Unauthorised < 2 ? "obehörigt" : "obehöriga")}."
            + (review.Cases > review.Reviewed ? $" {review.Cases - review.Reviewed} fall är ännu inte bedömda." : ""));
        yield return new TableBlock("Loggkontroll per område", ["Område", "Åtkomster", "Oförklarade", "Fall", "Bedömda", "Obehöriga"],
            [.. review.PerArea.Select(a => (IReadOnlyList<string>)[a.Area.Length > 0 ? a.Area : "Utan område", Thousands(a.Accesses), Thousands(a.Unexplained), $"{a.Cases}", $"{a.Reviewed}", $"{a.Unauthorised}"])], [1, 2, 3, 4, 5]);
        yield return Paragraph("Kontrollen kan inte visa nyfikenhet inom den egna enheten under ett pass. Därför lottas även förklarade åtkomster till granskning. Det som inte loggas syns inte heller.");
    }

    private static List<Block>? Clocks(ReportFacts facts)
    {
        if (facts.Figures.Clocks is not { } figures) return null;
        List<Run> runs = [Text($"Hela registret har gåtts igenom per {figures.AsOf:yyyy-MM-dd}. Tidsfristen är överskriden för ")];
        for (var n = 0; n < figures.PerType.Count; n++)
            runs.AddRange([Text(n == 0 ? "" : n == figures.PerType.Count - 1 ? " och " : ", "), Figure(figures.PerType[n].Late), Text($" {CaseName(figures.PerType[n].CaseType)}")]);
        return figures.PerType.Count == 0 ? [Paragraph("Registret innehåller inga ärenden som började under året.")] : [Paragraph([.. runs, Text(".")])];
    }

    private static string CaseName(string type) => type.EndsWith("ing", StringComparison.Ordinal) ? type + "ar" : type.EndsWith("ande", StringComparison.Ordinal) ? type + "n" : type;

    private static List<Block>? Accounts(ReportFacts facts)
    {
        if (facts.Figures.Accounts is not { Matched: true } figures) return null;
        var all = new Share(figures.Findings.Count, figures.Accounts, "konto", facts.Report.Period, RowSets.Accounts);
        return figures.Findings.Count == 0
            ? [Paragraph($"Alla {figures.Accounts} konton stämmer med anställningarna per {figures.AsOf:yyyy-MM-dd}.")]
            : [Paragraph(Text($"Per {figures.AsOf:yyyy-MM-dd} avviker "), Figure(all), Text($" konton från anställningen: {List(figures.PerDifference.Select(d => $"{d.Count} {d.Difference}"))}."))];
    }

    /// <summary>A control without a composer of its own: planned, done, what it showed; and what was planned but not registered.</summary>
    private static List<Block> Plain(ControlFact control, ReportFacts facts)
    {
        var occasions = facts.Year.AllChecks.Where(o => o.ControlId == control.Id && o.Planned && !o.Ended).ToList();
        if (occasions.Count == 0 && facts.Report.Kind is ReportKind.Interim) return [Paragraph("Inget tillfälle infaller under perioden.")];
        if (occasions.All(o => !o.Done)) return [Paragraph(NothingRegistered)];
        var done = new Share(occasions.Count(o => o.Done), occasions.Count, control.UnitOfCount, facts.Report.Period, $"kontroll-{control.Id}");
        var deviating = occasions.Count(o => o.Done && o.Deviating > 0);
        List<Block> blocks = [Paragraph(Figure(done), Text($" planerade kontroller är gjorda, {(deviating == 0 ? "alla utan avvikelse" : $"{deviating} med avvikelse")}."))];
        var missing = occasions.Where(o => !o.Done).GroupBy(o => o.Unit).OrderBy(g => g.Key, SwedishOrder.Comparer).ToList();
        if (missing.Count > 0) blocks.Add(Paragraph($"Kontroller saknas för {List(missing.Select(g => $"{g.Key} ({g.Count()})"))}."));
        return blocks;
    }

    public static TableBlock DeviationTable(ControlFact control, List<DeviationSummary> deviations)
    {
        var places = deviations.Select(d => d.Place).Distinct().Order(SwedishOrder.Comparer).ToList();
        return control.Key == "lakemedel"
            ? new("Avvikelser per typ och förråd", ["Typ", .. places, "Summa"],
                [.. deviations.GroupBy(d => d.Kind).OrderBy(g => g.Key, SwedishOrder.Comparer)
                    .Select(g => (IReadOnlyList<string>)[g.Key, .. places.Select(p => Cell(g.Where(d => d.Place == p).Sum(d => d.Count))), $"{g.Sum(d => d.Count)}"]),
                 ["Summa", .. places.Select(p => Cell(deviations.Where(d => d.Place == p).Sum(d => d.Count))), $"{deviations.Sum(d => d.Count)}"]],
                [.. Enumerable.Range(1, places.Count + 1)])
            : new($"Avvikelser per område: {control.Title}", ["Område", "Avvikelse", "Antal", "Varav allvarliga"],
                [.. deviations.GroupBy(d => (d.Area, d.Kind)).OrderBy(g => g.Key.Area, SwedishOrder.Comparer).ThenBy(g => g.Key.Kind, SwedishOrder.Comparer)
                    .Select(g => (IReadOnlyList<string>)[g.Key.Area, g.Key.Kind, $"{g.Sum(d => d.Count)}", $"{g.Sum(d => d.Serious)}"])],
                [2, 3]);
    }

    private static string Cell(int n) => n == 0 ? "–" : $"{n}";
}
