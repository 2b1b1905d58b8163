using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// A plan in the layout that plans come in, as it can be read in again: risks, measures and controls with the headers that municipalities use.
/// What a source said of a control stands as its source had it.
/// </summary>
public static class PlanDocument
{
    /// <param name="hidden">How many of its measures are out of reach for whoever asks.</param>
    /// <param name="weakenings">What is weaker than the year before, with the reason that the board is given.</param>
    public static Document Compose(Plan plan, IReadOnlyList<Measure> measures, int hidden, string board, DateOnly today, IReadOnlyList<WeakeningReason> weakenings)
    {
        List<Block> blocks =
        [
            new HeadingBlock(1, plan.Title),
            new TextBlock([new($"{board}. Planen är {plan.Standing}.")]),
            .. hidden == 0 ? [] : new Block[] { new TextBlock([new($"{Capital(Count(hidden, "åtgärd", "åtgärder"))} som du inte når är inte med.")]) },
            .. plan.Risks.Count == 0 ? [] : new Block[] { new HeadingBlock(2, "1 Risker"), Risks(plan) },
            new HeadingBlock(2, "2 Åtgärder"),
            .. Measures("Åtgärder", plan, [.. measures.Where(m => m.RiskId is not null)], withRisk: true),
            .. Measures("Åtgärder utan risk", plan, [.. measures.Where(m => m.RiskId is null)], withRisk: false),
            new HeadingBlock(2, "3 Kontroller"),
            .. Controls("Kontroller", plan, [.. plan.Controls.Where(c => c.RiskId is not null).OrderBy(c => c.Order)], withRisk: true),
            .. Controls("Kontroller utan risk", plan, [.. plan.Controls.Where(c => c.RiskId is null).OrderBy(c => c.Order)], withRisk: false),
            .. Besides(plan, weakenings),
        ];
        return new(plan.Title, $"{plan.Year}", board, today, blocks);
    }

    private static TableBlock Risks(Plan plan) => new("Risker",
        ["Risk", "Process", "Riskägare", Capital(plan.Scale.LikelihoodName), Capital(plan.Scale.ConsequenceName), "Riskvärde"],
        [.. plan.Risks.Select(r => (IReadOnlyList<string>)[Text(r.Title, r.Description), r.Process, r.Owner?.Name ?? "",
            $"{r.Score?.Likelihood}", $"{r.Score?.Consequence}", $"{r.Score?.Value}"])],
        [3, 4, 5]);

    /// <summary>What the board is told besides, as sentences: no table that could be taken for the plan itself when the document is read in.</summary>
    private static IEnumerable<Block> Besides(Plan plan, IReadOnlyList<WeakeningReason> weakenings)
    {
        List<Block> said = [];
        void Tell(string what, IEnumerable<string> titles)
        {
            if (titles.ToList() is { Count: > 0 } all) said.Add(new TextBlock([new($"{what}: {List(all)}.")]));
        }
        Tell("Kommungemensamma kontroller", plan.Controls.Where(c => c.IsCommon).Select(c => c.Title));
        Tell("Avvikelser meddelas genast i", plan.Controls.Where(c => c.TellsAtOnce).Select(c => c.Title));
        said.AddRange(plan.Risks.Where(r => r.Response is RiskResponse.Accept).Select(r => new TextBlock([new($"{r.Title} accepteras: {r.AcceptReason.TrimEnd('.')}.")])));
        said.AddRange(plan.Risks.Where(r => r.Motive.Length > 0).Select(r => new TextBlock([new($"Varför {r.Title} har värdet {r.Score?.Value}: {r.Motive}")])));
        said.AddRange(weakenings.Select(w => new TextBlock([new($"{w.Title}: {w.Weaker} Skäl: {(w.Reason.Length > 0 ? w.Reason : "inte angivet")}")])));
        return said.Count == 0 ? [] : [new HeadingBlock(2, "4 Att känna till"), .. said];
    }

    private static IEnumerable<Block> Measures(string caption, Plan plan, List<Measure> measures, bool withRisk)
    {
        if (measures.Count == 0) yield break;
        yield return new TableBlock(caption,
            [.. withRisk ? ["Riskanalys"] : Array.Empty<string>(), "Beslut om åtgärd", "Status", "Ansvarig + Rapporteringsansvarig", "Startdatum + Avstämningsdatum + Slutdatum", "Kommentar"],
            [.. measures.OrderBy(m => plan.Risks.ToList().FindIndex(r => r.Id == m.RiskId)).ThenBy(m => m.Id).Select(m => (IReadOnlyList<string>)[.. withRisk ? [Text(m.Risk!.Title, m.Risk.Description)] : Array.Empty<string>(),
                Text(m.Title, m.Description), m.Status.Swedish(), People(m.OwnersText, m.ReportingText), Dates(m.Start, m.Checkpoints, m.End),
                m.Comments.OrderBy(c => c.At).ThenBy(c => c.Id).LastOrDefault()?.Text ?? ""])],
            []);
    }

    private static IEnumerable<Block> Controls(string caption, Plan plan, List<Control> controls, bool withRisk)
    {
        if (controls.Count == 0) yield break;
        List<string> kept = [.. controls.SelectMany(c => c.AsRead?.Kept ?? []).Select(HeaderOf).Distinct()];
        yield return new TableBlock(caption,
            [.. withRisk ? ["Riskanalys"] : Array.Empty<string>(), "Kontroll", "Syfte", "Metod", "Urval", "Hur ofta", "Status", "Ansvarig", "Rapporteringsansvarig", "Rapporteras till",
                "Startdatum", "Avstämningsdatum", "Slutdatum", "Kommentar", .. kept],
            [.. controls.Select(c => (IReadOnlyList<string>)[.. withRisk ? [Text(c.Risk!.Title, c.Risk.Description)] : Array.Empty<string>(),
                Text(c.Title, c.Description), c.Purpose, Method(c), Sample(c), Often(c), c.AsRead?.Status ?? "", c.PerformerTitles, c.OfficerTitles, c.ReportingTitles,
                $"{c.AsRead?.Start:yyyy-MM-dd}", string.Join(", ", (c.AsRead?.Checkpoints ?? []).Select(d => $"{d:yyyy-MM-dd}")), $"{c.AsRead?.End:yyyy-MM-dd}", c.AsRead?.Comment ?? "",
                .. kept.Select(h => c.AsRead?.Kept.FirstOrDefault(k => HeaderOf(k) == h)?[(h.Length + 2)..] ?? "")])],
            []);
    }

    private static string HeaderOf(string kept) => kept[..kept.IndexOf(": ", StringComparison.Ordinal)];
    private static string Text(string title, string description) => description.Length > 0 ? $"{title}\n{description}" : title;
    private static string Method(Control c) => c.AsRead is { } read ? read.Method : c.Method is ControlMethod.Sample ? "Stickprov" : "Hela mängden";
    private static string Sample(Control c) => c.AsRead is { } read ? read.Sample : c.Method is ControlMethod.Sample ? $"{c.Size}" : "";
    private static string Often(Control c) => c.AsRead is { } read ? read.Frequency : $"{c.Recurrence}";

    private static string People(string owners, string officers) => string.Join('\n',
        new[] { owners.Length > 0 ? $"Ansvarig: {owners}" : "", officers.Length > 0 ? $"Rapporteringsansvarig: {officers}" : "" }.Where(t => t.Length > 0));

    private static string Dates(DateOnly? start, IReadOnlyList<DateOnly> checkpoints, DateOnly? end) => string.Join('\n',
        new[] { start is null ? "" : $"Start {start:yyyy-MM-dd}", checkpoints.Count == 0 ? "" : $"Avstämning {string.Join(", ", checkpoints.Select(d => $"{d:yyyy-MM-dd}"))}",
            end is null ? "" : $"Slut {end:yyyy-MM-dd}" }.Where(t => t.Length > 0));
}
