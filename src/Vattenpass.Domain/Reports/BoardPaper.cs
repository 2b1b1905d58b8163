using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A year up to a day: checks that should have been done and those that were, deviations found, and how far they have come.</summary>
public sealed record YearToDate(int Year, DateOnly Until, int Due, int Done, int Found, int Serious, int Open);

/// <summary>
/// A control some of whose checks were not done by their last day, and for how many of them somebody has said why. The words are not told: they
/// may be about a person.
/// </summary>
public sealed record NotDone(string Control, int Missed, int Of, int Explained);

/// <summary>All that the board's paper tells. Never a name of a person, never a free text about a single case.</summary>
public sealed record BoardFacts(string Board, DateOnly Since, DateOnly Today, YearToDate Now, YearToDate? Before)
{
    public IReadOnlyList<NotDone> NotDone { get; init; } = [];
    /// <summary>Checks whose last day has come since.</summary>
    public int DueSince { get; init; }
    /// <summary>Deviations of earlier years that are not closed.</summary>
    public int OlderOpen { get; init; }
    /// <summary>Serious deviations found or written down since: what, which area, and where they stand.</summary>
    public IReadOnlyList<(string Kind, string Area, DateOnly FoundOn, string Status)> Serious { get; init; } = [];
    public int OpenMeasures { get; init; }
    public int LateMeasures { get; init; }
    public int MeasuresDone { get; init; }
    /// <summary>Measures whose last day was moved onwards since, and how many times in all.</summary>
    public IReadOnlyList<(string Title, DateOnly From, DateOnly To, int Times)> Moved { get; init; } = [];
    public IReadOnlyList<string> PlanChanges { get; init; } = [];
    /// <summary>What answers to the board have promised and is not done.</summary>
    public IReadOnlyList<(string Title, string Status, DateOnly? End)> Promises { get; init; } = [];
    public IReadOnlyList<string> Money { get; init; } = [];
    public IReadOnlyList<string> Effects { get; init; } = [];
    public IReadOnlyList<string> Reviews { get; init; } = [];
    public IReadOnlyList<string> Decisions { get; init; } = [];
}

/// <summary>
/// The board's own paper, read in two minutes: are the controls done, what was found, is it put right, what did it cost and give, compared with
/// last year; and what has happened since the last meeting.
/// </summary>
public static class BoardPaper
{
    public static Document Compose(BoardFacts facts) =>
        new("Till nämnden", "Internkontroll", facts.Board, facts.Today, [.. TheYear(facts), .. SinceTheLast(facts)]);

    private static IEnumerable<Block> TheYear(BoardFacts facts)
    {
        yield return new HeadingBlock(1, "Till nämnden");
        yield return Paragraph($"Läget {facts.Today:yyyy-MM-dd}, jämfört med samma dag förra året. Antal och summor gäller hela nämnden.");
        yield return new HeadingBlock(2, "Är kontrollerna gjorda?");
        yield return Paragraph($"{Done(facts.Now)} {(facts.Before is { Due: > 0 } ? $"Förra året vid samma tid: {DoneOf(facts.Before)}." : "Förra året finns inte att jämföra med.")}");
        yield return new HeadingBlock(2, "Vad hittades, och är det åtgärdat?");
        yield return Paragraph(string.Join(' ', Found(facts)));
        yield return Paragraph(string.Join(' ', Measures(facts)));
        yield return new HeadingBlock(2, "Vad kostade det, och vad gav det?");
        yield return Told(facts.Money, "Inga medel är antecknade för i år.");
        yield return Told(facts.Effects, "Ingen åtgärd har fått sin effekt kontrollerad i år.");
        if (facts.Reviews.Count == 0) yield break;
        yield return new HeadingBlock(2, "Granskningar");
        yield return new ListBlock(facts.Reviews);
    }

    private static IEnumerable<Block> SinceTheLast(BoardFacts facts)
    {
        yield return new HeadingBlock(2, $"Sedan {facts.Since:yyyy-MM-dd}");
        yield return new HeadingBlock(3, "Inte gjort, och varför");
        yield return Told([.. facts.NotDone.Select(Missed)],
            facts.DueSince == 0 ? "Ingen kontroll har haft sin sista dag sedan dess." : "Allt som skulle ha gjorts sedan dess är gjort.");
        yield return new HeadingBlock(3, "Nya allvarliga avvikelser");
        yield return Told([.. facts.Serious.Select(s => $"{Capital(s.Kind)}{(s.Area.Length > 0 ? $", {s.Area}" : "")}, {s.FoundOn:yyyy-MM-dd}: {s.Status}")],
            "Ingen allvarlig avvikelse är antecknad sedan dess.");
        yield return new HeadingBlock(3, "Åtgärder vars slutdag har flyttats");
        yield return Told([.. facts.Moved.Select(m => $"{m.Title}: från {m.From:yyyy-MM-dd} till {m.To:yyyy-MM-dd}, flyttad {Times(m.Times)}.")],
            "Ingen slutdag har flyttats framåt sedan dess.");
        (string Heading, IReadOnlyList<string> Items)[] more =
        [
            ("Ändringar i planen", facts.PlanChanges),
            ("Löften till nämnden som inte är klara", [.. facts.Promises.Select(p => $"{p.Title}: {Inside(p.Status)}{Until(p.End, facts.Today)}")]),
            ("Beslut om rapporter", facts.Decisions),
        ];
        foreach (var (heading, items) in more.Where(m => m.Items.Count > 0))
        {
            yield return new HeadingBlock(3, heading);
            yield return new ListBlock(items);
        }
    }

    private static Block Told(IReadOnlyList<string> items, string none) => items.Count == 0 ? Paragraph(none) : new ListBlock(items);

    private static string Done(YearToDate year) =>
        year.Due == 0 ? "Ingen kontroll har haft sin sista dag än i år." : $"{DoneOf(year)} kontroller som skulle ha varit gjorda är gjorda.";

    private static string DoneOf(YearToDate year) => new Share(year.Done, year.Due, "kontroll", Period.Year(year.Year)).Short;

    private static IEnumerable<string> Found(BoardFacts facts)
    {
        var year = facts.Now;
        if (year.Found == 0) yield return "Ingen avvikelse är antecknad i år.";
        else
        {
            yield return $"{Number(year.Found, "avvikelse", "avvikelser")} i år, varav {Serious(year)}.";
            yield return year.Open == 0 ? "Alla årets är avslutade." : $"{year.Open} av årets är inte {Closed(year.Open)}.";
        }
        if (facts.OlderOpen > 0)
            yield return $"{Number(facts.OlderOpen, "avvikelse från tidigare år är", "avvikelser från tidigare år är")} inte heller {Closed(facts.OlderOpen)}.";
        if (facts.Before is { Due: > 0 } before)
            yield return $"Förra året vid samma tid: {Number(before.Found, "avvikelse", "avvikelser")}, varav {Serious(before)}.";
    }

    private static string Serious(YearToDate year) => Number(year.Serious, "allvarlig", "allvarliga");
    private static string Closed(int count) => count == 1 ? "avslutad" : "avslutade";

    private static IEnumerable<string> Measures(BoardFacts facts)
    {
        var late = facts.LateMeasures > 0 ? $", varav {Number(facts.LateMeasures, "är försenad", "är försenade")}" : "";
        yield return $"{Number(facts.OpenMeasures, "åtgärd", "åtgärder")} pågår eller ska börja{late}.";
        yield return $"{(facts.MeasuresDone == 0 ? "Ingen åtgärd" : Number(facts.MeasuresDone, "åtgärd", "åtgärder"))} har genomförts i år.";
    }

    private static string Missed(NotDone control)
    {
        var explained = control.Explained == 0 ? "ingen av dem" : control.Explained == control.Missed ? "alla" : $"{control.Explained}";
        return $"{control.Control}: {control.Missed} av {control.Of} som skulle ha varit gjorda är inte gjorda. Orsak är angiven för {explained}.";
    }

    private static string Until(DateOnly? end, DateOnly today) =>
        end is { } day ? $", {(day < today ? "skulle ha varit klar" : "ska vara klar")} {day:yyyy-MM-dd}" : "";
}
