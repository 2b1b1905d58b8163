using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>Who is told of decisions that are not carried out: IVO and the auditors per decision, the council in numbers.</summary>
public enum UnexecutedReceiver { Ivo = 1, Auditors = 2, Council = 3 }

/// <summary>
/// Favourable decisions that were not carried out within three months, for a quarter (SoL 34 kap. 1–3 §§, LSS 28 f–28 h §§). IVO is told each
/// decision by the register's own number; the auditors get the same without it; the council gets statistics.
/// </summary>
public static class UnexecutedReport
{
    public static Document Compose(string board, Period quarter, IReadOnlyList<DecisionFact>? decisions, DateOnly asOf, UnexecutedReceiver to)
    {
        var title = $"Beslut som inte verkställdes inom tre månader, {quarter.Name}";
        List<Block> blocks = [new HeadingBlock(1, title),
            Paragraph($"{board}. Till {Name(to)}. Registret är räknat per {asOf:yyyy-MM-dd}. {StatutoryClock.Unexecuted.On(quarter.To)!.Reference}.")];
        if (decisions is null) blocks.Add(Paragraph("Registret över gynnande beslut är inte inläst."));
        else
        {
            var late = decisions.Where(d => d.IsToBeReported(quarter, asOf)).OrderBy(d => d.DecidedOn).ThenBy(d => d.Decision, SwedishOrder.Comparer).ToList();
            blocks.AddRange(to is UnexecutedReceiver.Council ? Statistics(late, asOf) : PerDecision(late, decisions, quarter, asOf, to));
        }
        return new(title, Capital(Name(to)), board, asOf, blocks);
    }

    public static string Name(UnexecutedReceiver to) => to switch
    {
        UnexecutedReceiver.Ivo => "IVO",
        UnexecutedReceiver.Auditors => "revisorerna",
        _ => "fullmäktige",
    };

    private static IEnumerable<Block> PerDecision(List<DecisionFact> late, IReadOnlyList<DecisionFact> all, Period quarter, DateOnly asOf, UnexecutedReceiver to)
    {
        yield return late.Count == 0 ? Paragraph("Registret visar inget beslut att rapportera.")
            : Table("Beslut att rapportera", late, to, d => d.Carried <= asOf ? d.Carried : null);
        var done = all.Where(d => d.IsToBeNoticed(quarter, asOf)).OrderBy(d => d.Carried).ToList();
        if (done.Count == 0) yield break;
        yield return new HeadingBlock(2, "Underrättelse om verkställda beslut");
        yield return Table("Beslut som verkställdes under kvartalet, efter mer än tre månader", done, to, d => d.Carried);
    }

    private static TableBlock Table(string caption, List<DecisionFact> decisions, UnexecutedReceiver to, Func<DecisionFact, DateOnly?> carried) => new(caption,
        [to is UnexecutedReceiver.Ivo ? "Beslut" : "Nr", "Lagrum", "Typ av insats", "Kön", "Beslutsdatum", "Datum för avbrott", "Verkställt datum", "Skäl till dröjsmål"],
        [.. decisions.Select((d, n) => (IReadOnlyList<string>)[to is UnexecutedReceiver.Ivo ? d.Decision : $"{n + 1}", OrMissing(d.Statute), OrMissing(d.Kind),
            OrMissing(d.Sex), $"{d.DecidedOn:yyyy-MM-dd}", $"{d.InterruptedOn:yyyy-MM-dd}", $"{carried(d):yyyy-MM-dd}", OrMissing(d.Cause)])], []);

    /// <summary>By paragraph and kind; women and men of all of them together, where the register has it.</summary>
    private static IEnumerable<Block> Statistics(List<DecisionFact> late, DateOnly asOf)
    {
        if (late.Count == 0) { yield return Paragraph("Registret visar inget beslut att rapportera."); yield break; }
        yield return Paragraph($"{Capital(Count(late.Count, "beslut", "beslut", neuter: true))} verkställdes inte inom tre månader; {ClockReport.Carried(late.Count(d => d.Carried <= asOf))}. {Sexes(late)}");
        yield return new TableBlock("Ej verkställda beslut per lagrum och typ av insats", ["Lagrum", "Typ av insats", "Antal", "Varav nu verkställda", "Längsta tid, dagar"],
            [.. late.GroupBy(d => (Statute: OrMissing(d.Statute), Kind: OrMissing(d.Kind)))
                .OrderBy(g => g.Key.Statute, SwedishOrder.Comparer).ThenBy(g => g.Key.Kind, SwedishOrder.Comparer)
                .Select(g => (IReadOnlyList<string>)[g.Key.Statute, g.Key.Kind, $"{g.Count()}", $"{g.Count(d => d.Carried <= asOf)}", $"{g.Max(d => d.DaysWaited(asOf))}"])],
            [2, 3, 4]);
    }

    private static string Sexes(List<DecisionFact> late)
    {
        var bySex = late.GroupBy(d => d.Sex.Trim().ToUpperInvariant()).ToDictionary(g => g.Key, g => g.Count());
        if (bySex.Keys.All(k => k.Length == 0)) return "Registret har ingen uppgift om kön.";
        var (women, men) = (bySex.GetValueOrDefault("KVINNA") + bySex.GetValueOrDefault("K"), bySex.GetValueOrDefault("MAN") + bySex.GetValueOrDefault("M"));
        var unknown = late.Count - women - men;
        return new[] { women, men, unknown }.Any(n => n is > 0 and < Figures.SmallCount.Few)
            ? $"Fördelningen på kvinnor och män visas inte, eftersom någon av grupperna har färre än {Prose.CountWord(Figures.SmallCount.Few)}."
            : $"Av besluten gäller {(women == 0 ? "inga" : $"{women}")} kvinnor och {(men == 0 ? "inga" : $"{men}")} män{(unknown > 0 ? $"; för {unknown} saknas uppgift" : "")}.";
    }

    private static string OrMissing(string text) => text.Length > 0 ? text : "uppgift saknas";
}
