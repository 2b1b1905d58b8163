using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Controlled drugs, counted in every medicine store each month.</summary>
public sealed class MedicineStores : ControlKind
{
    public const string ControlKey = "lakemedel";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["narkotika", "läkemedel"];
    public override bool IsBasic => true;
    public override IReadOnlyList<string> Faults => StoreFaults.All;
    public override DoneBy DoneBy => DoneBy.Count;
    public override bool IsToldPerObject => true;
    public override KindFigures? Figures(YearFacts facts) => MedicineFigures.Of(facts);

    /// <summary>Every deviation a store's control finds, and a difference in a balance that somebody reported outside one.</summary>
    public override Matter? MatterOf(Deviation deviation, Guid id)
    {
        var isReported = deviation.ControlKey.Length == 0 && deviation.Field is Field.HealthCare && StoreFaults.IsInBalance(deviation.Kind);
        return deviation.ControlKey == Key || isReported ? new DrugMatter(id, deviation) : null;
    }

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Läkemedelshantering", Purpose = "Att narkotikaklassade läkemedel räknas, stämmer med journalen och inte försvinner.",
            Description =
                "Räkna alla narkotikaklassade läkemedel i förrådet, jämför med förbrukningsjournalen och lämna rapporten till MAS. Det är kontrollens resultat som registreras här, inte narkotikajournalen.",
            Field = Field.HealthCare, Recurrence = Recurrence.Monthly with { DaysAfter = 5 }, Scope = ScopeKind.Objects,
            Register = "läkemedelsförråd",
            UnitOfCount = "kontroll per förråd och månad", PerformerTitles = "Kontrollansvarig sjuksköterska", ReportingTitles = "MAS",
            ToldTitles = "MAS",
            LegalBasis = [new("HSLF-FS 2017:37"), new("HSF 2017:80 4 kap. 6 §")], Minutes = 20,
            DeviationRule = "Brist eller överskott i saldo, uttag ej avskrivet, fel narkotikajournal, borde ha kasserats, låda felmärkt.",
            SeriousRule = "Brist som inte kan spåras (svinn).",
        },
    ];

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        if (telling.Figures.Of<MedicineFigures>() is not { Planned: { } planned } figures) return null;
        if (planned.Share.Numerator == 0
            && figures.Deviations is null or { Rows.Count: 0 }
            && telling.Facts.ChecksOf(Key).All(c => !c.Done))
            return null;
        List<Block> blocks = [Done(telling, figures, planned)];
        if (figures.Missing.Count > 0)
            blocks.Add(Prose.Paragraph($"Kontroll saknas för {Prose.List(figures.Missing.Select(m => $"{m.Store} ({Prose.Number(m.Months, "månad", "månader")})"))}."));
        if (figures is not { Handled: { } handled, Deviations: { } deviations }) return blocks;
        blocks.Add(Deviations(figures, handled, deviations));
        if (deviations.Rows.Count == 0) return blocks;
        blocks.Add(States(telling, figures.Found));
        if (RepeatedIn(figures.Found) is { Length: > 0 } repeated)
            blocks.Add(Prose.Paragraph($"Samma slags avvikelse återkom i samma förråd två månader av tre: {repeated}."));
        if (figures.Clean() is { Count: > 0 } clean)
            blocks.Add(Prose.Paragraph($"I {Prose.Count(clean.Count, "förråd", "förråd", neuter: true)} är alla planerade kontroller {(telling.IsWholeYear ? "" : "hittills ")}gjorda utan att någon avvikelse har rapporterats: {Prose.Some(clean, MostNamed)}."));
        return blocks;
    }

    private const int MostNamed = 20;

    private static TextBlock Done(Telling telling, MedicineFigures figures, Figure planned)
    {
        var areas = figures.PerArea.OrderByDescending(a => a.Figure.Share.Denominator).ThenBy(a => a.Area, SwedishOrder.Comparer).ToList();
        List<Run> runs = telling.Facts.IsRunning
            ? [Prose.Text($"Internkontrollrapporter som har lämnats in under {telling.PeriodPhrase}, till och med {telling.Facts.AsOf:yyyy-MM-dd}: "), FigureText.Show(planned)]
            : [Prose.Text($"Under {telling.PeriodPhrase} har "), FigureText.Show(planned), Prose.Text(" internkontrollrapporter lämnats in")];
        for (var n = 0; n < areas.Count; n++)
        {
            runs.Add(Prose.Text(n == 0 ? ": " : n == areas.Count - 1 ? " och " : ", "));
            runs.Add(FigureText.Show(areas[n].Figure));
            runs.Add(Prose.Text($" inom {Prose.Inside(areas[n].Area)}"));
        }
        if (figures.Incomplete is { } together)
        {
            var names = areas.Where(a => a.Figure.Share.Numerator < a.Figure.Share.Denominator)
                .Select((a, n) => n == 0 ? a.Area : Prose.Inside(a.Area));
            runs.AddRange([Prose.Text($"; {Prose.List(names)} tillsammans "), FigureText.Show(together)]);
        }
        runs.Add(Prose.Text("."));
        if (figures.Uncontrolled.Count > 0 && figures.AllStores is { } all)
        {
            var named = Prose.List(figures.Uncontrolled.Select(s => $"{s.Code} ({s.Unit})"));
            var count = Prose.Capital(Prose.Count(figures.Uncontrolled.Count, "förråd", "förråd", neuter: true));
            runs.AddRange([Prose.Text($" {count} i bruk, {named}, ingår inte i någon kontroll; räknat på alla förråd i bruk är andelen "),
                FigureText.Show(all), Prose.Text(".")]);
        }
        return Prose.Paragraph([.. runs]);
    }

    private static TextBlock Deviations(MedicineFigures figures, Figure handled, Figure deviations)
    {
        if (deviations.Rows.Count == 0) return Prose.Paragraph("Inga avvikelser har rapporterats i kontrollerna.");
        List<Run> runs =
        [
            Prose.Text("I kontrollerna har "), FigureText.As(Prose.Number(deviations.Rows.Count, "avvikelse", "avvikelser"), deviations),
            Prose.Text(" rapporterats i hanteringen av narkotikaklassade läkemedel. "), FigureText.Show(handled),
            Prose.Text(" är utredda eller under utredning och återkopplade till MAS; för "), FigureText.Show(figures.Untouched!),
            Prose.Text(" saknas påbörjad utredning, återkoppling till MAS eller båda."),
        ];
        if (figures.Balance is { Rows.Count: > 0 } balance)
        {
            var left = balance.Share.Numerator;
            runs.AddRange(
            [
                Prose.Text(balance.Share.Denominator == 1 ? " Den enda saldodifferensen är " : $" Av {balance.Share.Denominator} saldodifferenser har "),
                FigureText.As(balance.Share.Denominator == 1 ? (left == 0 ? "utredd eller under utredning" : "inte utredd") : left == 0 ? "ingen" : $"{left}", balance),
                Prose.Text(balance.Share.Denominator == 1 ? "." : left == 0 ? " lämnats utan utredning." : " inte utretts."),
            ]);
        }
        return Prose.Paragraph([.. runs]);
    }

    private static TextBlock States(Telling telling, IReadOnlyList<DeviationFact> found)
    {
        var undated = found.Count(d => !d.StateIsDated);
        return Prose.Paragraph(
            $"Utredningen är klar för {Told(found.Count(d => d.Investigated))}, pågår för {Told(found.Count(d => d.InvestigationStarted && !d.Investigated))} "
            + $"och är inte påbörjad för {Told(found.Count(d => !d.InvestigationStarted))}. Återkoppling till MAS är lämnad för {Told(found.Count(d => d.FedBack))}."
            + (undated > 0 ? $" För {undated} av avvikelserna saknas uppgift om hur läget var {telling.Facts.AsOf:yyyy-MM-dd}: filen anger läget utan dag." : ""));
    }

    private static string Told(int count) => count == 0 ? "ingen" : $"{count}";

    private static string RepeatedIn(IReadOnlyList<DeviationFact> deviations)
    {
        var found = deviations.Select(d => (d.Object, d.Kind, d.PeriodKey)).ToList();
        var repeated = found.Select(d => d.PeriodKey).Where(Period.IsMonth).Distinct().SelectMany(p => Repeated.In(found, p)).Distinct();
        return Prose.List(repeated.GroupBy(r => r.Store).OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => $"{g.Key} ({Prose.List(g.Select(r => r.Kind).Order(SwedishOrder.Comparer))})"));
    }

    /// <summary>Changed rows, and rows read before their store was known or came under control.</summary>
    public override IEnumerable<ToldCheck> ChecksTold(ToldRows rows)
    {
        var deviations = rows.Of(RegisterKinds.DrugDeviations).ToLookup(r => (r["förråd"], r["period"]));
        var changed = rows.ChangesOf(RegisterKinds.StoreChecks).Select(c => c.Now).OfType<RegisterRow>().ToHashSet();
        foreach (var gone in rows.ChangesOf(RegisterKinds.StoreChecks).Where(c => c.Now is null).Select(c => c.Was!).Where(rows.IsInYear))
            if (rows.Store(gone["förråd"]) is { } store) yield return new(store.AtUnit, store.Key, gone["period"], null);
        foreach (var row in rows.Of(RegisterKinds.StoreChecks).Where(rows.IsInYear))
        {
            if (rows.Store(row["förråd"]) is not { } store) continue;
            if (!changed.Contains(row) && rows.HasResult(Key, store.AtUnit, store.Key, row["period"]) == true) continue;
            var on = row.Date("kontrolldatum") ?? Period.Month(row["period"]).To;
            var content = row.Yes("inlämnad") ? ToldRows.Outcome(deviations[(row["förråd"], row["period"])].Count(), 0, 0, on, []) : null;
            yield return new(store.AtUnit, store.Key, row["period"], content, row["kontrollant"]);
        }
        foreach (var unknown in changed.Where(r => rows.Store(r["förråd"]) is null).GroupBy(r => r["förråd"]))
            rows.Warn("Läkemedelskontroller",
                $"förrådet {unknown.Key} finns inte i registret över läkemedelsförråd. {unknown.Count()} rader räknas inte.");
    }

    public override IEnumerable<ToldDeviation> DeviationsTold(RegisterRow row, ToldRows rows)
    {
        if (row.Register != RegisterKinds.DrugDeviations.Key) yield break;
        var unit = rows.Store(row["förråd"])?.UnitId ?? rows.RootId;
        var balance = row["journalsaldo"].Length > 0 ? $", journalsaldo {row["journalsaldo"]}, räknat {row["räknat_saldo"]}" : "";
        var kind = StoreFaults.KindOf(row["avvikelsetyp"], Amount(row["journalsaldo"]), Amount(row["räknat_saldo"]));
        var said = kind == row["avvikelsetyp"] ? "" : $"{row["avvikelsetyp"]}: ";
        yield return new(
            new(unit, Field.HealthCare, kind, said + row["preparat"] + balance, Severity.Minor, Period.Month(row["period"]).To,
                row["period"], null, Key, row["förråd"]),
            row["period"], Investigation(row["utredning"]), row.Yes("återkopplad_MAS"));
    }

    private static decimal? Amount(string text) => decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>By the register's own words: a file's other words were told or refused when it was read.</summary>
    private static InvestigationState Investigation(string text) => text switch
    {
        "pågår" => InvestigationState.Ongoing,
        "avslutad" => InvestigationState.Concluded,
        _ => InvestigationState.NotStarted,
    };
}
