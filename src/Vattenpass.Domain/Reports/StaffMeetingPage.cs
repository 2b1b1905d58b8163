using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What the unit should talk about: a check that was done, what was found, what we shall do. Never a name.</summary>
public sealed record MeetingCheck(string Control, string Period, DateOnly On, int Checked, int Deviating);
public sealed record MeetingFinding(string Kind, int Count, int Serious, int Closed);
public sealed record MeetingMeasure(string Title, DateOnly? End, string Status);

/// <summary>One page for the workplace meeting (APT) of a unit.</summary>
public static class StaffMeetingPage
{
    public static Document Compose(string unit, DateOnly since, DateOnly today, IReadOnlyList<MeetingCheck> checks,
        IReadOnlyList<MeetingFinding> findings, IReadOnlyList<MeetingMeasure> measures, IReadOnlyList<string> ahead)
    {
        List<Block> blocks = [new HeadingBlock(1, $"Till APT: {unit}"),
            Paragraph($"Sedan {since:yyyy-MM-dd}. Utskrivet {today:yyyy-MM-dd}."), new HeadingBlock(2, "Det här har vi kontrollerat")];
        if (checks.Count == 0) blocks.Add(Paragraph("Inga kontroller är gjorda under tiden."));
        else blocks.Add(new ListBlock([.. checks.OrderBy(c => c.On)
            .Select(c => $"{c.Control}, {c.Period}: {(c.Deviating == 0 ? "utan avvikelse" : c.Checked > 1 ? $"{c.Deviating} av {c.Checked} med avvikelse" : "med avvikelse")}")]));
        blocks.Add(new HeadingBlock(2, "Det här hittade vi"));
        if (findings.Count == 0) blocks.Add(Paragraph("Inga avvikelser är rapporterade."));
        else blocks.Add(new ListBlock([.. findings.OrderByDescending(f => f.Serious)
            .ThenByDescending(f => f.Count)
            .ThenBy(f => f.Kind, SwedishOrder.Comparer)
            .Select(f => $"{Capital(f.Kind)}: {f.Count}{(f.Serious > 0 ? $", varav {f.Serious} {(f.Serious == 1 ? "allvarlig" : "allvarliga")}" : "")}{(f.Closed == f.Count ? " (avslutat)" : "")}")]));
        blocks.Add(new HeadingBlock(2, "Det här ska vi göra"));
        if (measures.Count == 0) blocks.Add(Paragraph("Inga åtgärder är beslutade. Bestäm på mötet vad som behöver göras."));
        else blocks.Add(new ListBlock([.. measures.OrderBy(m => m.End)
            .Select(m => $"{m.Title}{(m.End is { } end ? $", klart senast {end:yyyy-MM-dd}" : "")} ({Inside(m.Status)})")]));
        if (ahead.Count > 0) blocks.AddRange([new HeadingBlock(2, "Nästa kontroller"), new ListBlock(ahead)]);
        return new($"Till APT: {unit}", "Arbetsplatsträff", unit, today, blocks);
    }
}
