using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Figures.FigureText;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A deviation at a store as the patient safety report counts it.</summary>
public sealed record SafetyDeviation(string Store, string Kind, string Period, bool IsDifference, InvestigationState Investigation,
    bool FedBack, bool Received, bool Closed, Trace Trace, bool IsLoss);

/// <summary>MAS's figures and text on medicine stores for patientsäkerhetsberättelsen, due 1 March (PSL 2010:659 3 kap. 10 §).</summary>
public static class PatientSafetyText
{
    public static Document Compose(int year, MedicineFigures? figures, IReadOnlyList<SafetyDeviation> deviations,
        (int Done, int Planned) reviews, DateOnly today)
    {
        List<Block> blocks = [new HeadingBlock(1, $"Läkemedelsförråd {year}: underlag till patientsäkerhetsberättelsen"),
            new HeadingBlock(2, "Egenkontroll")];
        if (figures?.Planned is not { } planned) blocks.Add(Paragraph($"Inga kontroller av läkemedelsförråd är registrerade {year}."));
        else
        {
            blocks.Add(Paragraph(Text("Narkotikaklassade läkemedel ska enligt planen räknas varje månad i de förråd som ingår i kontrollen, av någon som varken ansvarar för förrådet eller beställer till det. "),
                Show(planned), Text(" planerade kontroller är gjorda.")));
            if (figures.PerArea.Count > 0)
                blocks.Add(new TableBlock("Gjorda kontroller per område", ["Område", "Gjorda", "Planerade"],
                    [.. figures.PerArea.Select(a =>
                        (IReadOnlyList<string>)[a.Area.Length > 0 ? a.Area : "Utan område", $"{a.Figure.Share.Numerator}",
                            $"{a.Figure.Share.Denominator}"])],
                    [1, 2]));
            if (figures.Uncontrolled.Count > 0)
                blocks.Add(Paragraph($"{Capital(Count(figures.Uncontrolled.Count, "förråd", "förråd", neuter: true))} i bruk ingår inte i någon kontroll: {List(figures.Uncontrolled.Select(s => $"{s.Code} ({s.Unit})"))}."));
        }
        blocks.Add(Paragraph(reviews.Planned == 0
            ? "Granskning med extern apotekare ingår inte i planen."
            : $"{reviews.Done} av {reviews.Planned} granskningar med extern apotekare är gjorda."));

        blocks.Add(new HeadingBlock(2, "Avvikelser"));
        if (deviations.Count == 0) blocks.Add(Paragraph("Inga avvikelser är rapporterade."));
        else
        {
            blocks.Add(Paragraph($"{Capital(Number(deviations.Count, "avvikelse", "avvikelser"))} rapporterades. Utredningen är klar för {Told(deviations.Count(d => d.Investigation is InvestigationState.Concluded))}, pågår för {Told(deviations.Count(d => d.Investigation is InvestigationState.Ongoing))} och är inte påbörjad för {Told(deviations.Count(d => d.Investigation is InvestigationState.NotStarted))}. Återkoppling till MAS är lämnad för {Told(deviations.Count(d => d.FedBack))}."));
            blocks.Add(new TableBlock("Avvikelser per slag", ["Slag", "Antal", "Inte utredda", "Återkopplade", "Avslutade"],
                [.. deviations.GroupBy(d => d.Kind)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key, SwedishOrder.Comparer)
                    .Select(g => (IReadOnlyList<string>)[Capital(g.Key), $"{g.Count()}",
                        $"{g.Count(d => d.Investigation is InvestigationState.NotStarted)}", $"{g.Count(d => d.FedBack)}",
                        $"{g.Count(d => d.Closed)}"])],
                [1, 2, 3, 4]));
            var differences = deviations.Where(d => d.IsDifference).ToList();
            if (differences.Count > 0)
                blocks.Add(Paragraph($"Av {Number(differences.Count, "saldodifferens", "saldodifferenser")} är {differences.Count(d => d.Trace is Trace.Traceable)} förklarade, {differences.Count(d => d.IsLoss)} svinn och {differences.Count(d => d.Trace is Trace.Untraceable && !d.IsLoss)} överskott som inte går att spåra. För {differences.Count(d => d.Trace is Trace.Undecided)} är det inte avgjort, och {differences.Count(d => d.Investigation is InvestigationState.NotStarted)} har ingen utredning."));
            var found = deviations.Select(d => (d.Store, d.Kind, d.Period)).ToList();
            var repeated = found.Select(d => d.Period)
                .Distinct()
                .SelectMany(p => Repeated.In(found, p))
                .Distinct()
                .OrderBy(r => r.Store, SwedishOrder.Comparer)
                .ToList();
            if (repeated.Count > 0)
                blocks.Add(Paragraph($"Samma fel återkom i samma förråd två månader av tre: {List(repeated.Select(r => $"{r.Store} ({r.Kind})"))}."));
        }
        return new($"Läkemedelsförråd {year}", "Patientsäkerhetsberättelse", "MAS", today, blocks);
    }

    private static string Told(int count) => count == 0 ? "ingen" : $"{count}";
}
