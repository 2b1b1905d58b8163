using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>
/// A store's sheet for a month, to print: filled in with what the control showed, or empty to count on by hand. The count stands on a
/// part of its own, so that it can be done before the journal is opened.
/// </summary>
public static class StoreSheet
{
    public static Document Compose(MedicineStore store, string place, Period period, DateOnly today, IReadOnlyList<CountedLine> counts, string performed)
    {
        List<Block> blocks =
        [
            new HeadingBlock(1, $"Kontroll av förrådet {store.Code}, {period.Name}"),
            new FactsBlock("Förrådet",
                [new("Enhet", place), new("Slag", store.Kind.Swedish()), new("Kontrollansvarig", Names(store, DutyKind.Controller, period)),
                    new("Förrådsansvarig sjuksköterska", Names(store, DutyKind.Responsible, period)), new("Kontrollen", performed)]),
        ];
        if (counts.Count > 0)
        {
            blocks.Add(new TableBlock("Räknat och bokfört",
                ["Preparat", "Enhet", "Räknat", "Ingående", "Tillförsel", "Uttag", "Kassation", "Bokfört", "Differens", "Övrigt"],
                    [.. counts.Select(c => (IReadOnlyList<string>)[c.Name, c.Unit.Swedish(), CountedLine.Show(c.Counted),
                        Show(c.Journal?.Opening), Show(c.Journal?.Supplied), Show(c.Journal?.Withdrawn), Show(c.Journal?.Disposed),
                        Show(c.Journal?.Book), Show(c.Difference), Other(c)])],
                    [2, 3, 4, 5, 6, 7, 8]));
            if (counts.Any(c => c.IsFromPaper)) blocks.Add(Paragraph("Blindräkning ej styrkt: inskrivet från papper."));
        }
        else
        {
            var lines = store.LinesOn(period.AsOf(today));
            blocks.AddRange([new HeadingBlock(2, "1. Räkna, innan du öppnar journalen"),
                new TableBlock("Räknat", ["Preparat", "Enhet", "Räknat"],
                    [.. lines.Select(l => (IReadOnlyList<string>)[l.Name, l.Unit.Swedish(), ""])], [2])]);
            blocks.AddRange([new HeadingBlock(2, "2. Skriv av journalen"),
                new TableBlock("Journalen sedan förra kontrollen",
                    ["Preparat", "Ingående", "Tillförsel", "Uttag", "Kassation", "Saldo nu", "Fel"],
                    [.. lines.Select(l => (IReadOnlyList<string>)[l.Name, "", "", "", "", "", ""])], [1, 2, 3, 4, 5])]);
            blocks.Add(Paragraph("Dag och underskrift: ______________________________"));
        }
        blocks.Add(Paragraph("Bladet visar kontrollen och dess resultat. Narkotikajournalen förs som förut."));
        return new($"Kontroll av förrådet {store.Code}, {period.Name}", "Läkemedelskontroll", place, today, blocks);
    }

    private static string Show(decimal? amount) => amount is { } a ? CountedLine.Show(a) : "";
    private static string Names(MedicineStore store, DutyKind kind, Period period) =>
        List(store.Duties.Where(d => d.Kind == kind && d.Overlaps(period.From, period.To))
            .Select(d => d.PersonName)
            .Distinct()) is { Length: > 0 } names
            ? names
            : "ingen utsedd";

    private static string Other(CountedLine line)
    {
        List<string> said = [.. line.Faults,
            .. line.Journal is { Miscalculated: true } ? [StoreFaults.Miscalculated] : Array.Empty<string>(),
            .. line.IsDrifting ? ["inom toleransen"] : Array.Empty<string>(),
            .. line.PutRight.Length > 0 ? [$"rättat: {line.PutRight}"] : Array.Empty<string>()];
        return List(said);
    }
}
