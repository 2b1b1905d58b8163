using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A year up to a day: checks that should have been done and those that were, deviations found, and how far they have come.</summary>
public sealed record YearToDate(int Year, DateOnly Until, int Due, int Done, int Found, int Serious, int Open);

/// <summary>A control some of whose checks were not done by their last day, and for how many of them somebody has said why. The words are not told: they may be about a person.</summary>
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
    public static Document Compose(BoardFacts facts)
    {
        List<Block> blocks = [new HeadingBlock(1, "Till nämnden"), Paragraph($"Läget {facts.Today:yyyy-MM-dd}, jämfört med samma dag förra året. Antal och summor gäller hela nämnden.")];
        blocks.Add(new HeadingBlock(2, "Är kontrollerna gjorda?"));
        blocks.Add(Paragraph(Done(facts.Now) + (facts.Before is { Due: > 0 } before ? $" Förra året vid samma tid: {Plain(before.Done, before.Due)}." : " Förra året finns inte att jämföra med.")));
        blocks.Add(new HeadingBlock(2, "Vad hittades, och är det åtgärdat?"));
        blocks.Add(Paragraph(Found(facts.Now) + (facts.OlderOpen > 0 ? $" {Capital(Number(facts.OlderOpen, "avvikelse från tidigare år är", "avvikelser från tidigare år är"))} inte heller {(facts.OlderOpen == 1 ? "avslutad" : "avslutade")}." : "") + (facts.Before is { Due: > 0 } last ? $" Förra året vid samma tid: {Number(last.Found, "avvikelse", "avvikelser")}, varav {Number(last.Serious, "allvarlig", "allvarliga")}." : "")));
        blocks.Add(Paragraph($"{Capital(Number(facts.OpenMeasures, "åtgärd", "åtgärder"))} pågår eller ska börja{(facts.LateMeasures > 0 ? $", varav {Number(facts.LateMeasures, "är försenad", "är försenade")}" : "")}. {(facts.MeasuresDone == 0 ? "Ingen åtgärd" : Number(facts.MeasuresDone, "åtgärd", "åtgärder"))} har genomförts i år."));
        blocks.Add(new HeadingBlock(2, "Vad kostade det, och vad gav det?"));
        Add(blocks, facts.Money, "Inga medel är antecknade för i år.");
        Add(blocks, facts.Effects, "Ingen åtgärd har fått sin effekt kontrollerad i år.");
        if (facts.Reviews.Count > 0) blocks.AddRange([new HeadingBlock(2, "Granskningar"), new ListBlock(facts.Reviews)]);

        blocks.Add(new HeadingBlock(2, $"Sedan {facts.Since:yyyy-MM-dd}"));
        blocks.Add(new HeadingBlock(3, "Inte gjort, och varför"));
        Add(blocks, [.. facts.NotDone.Select(n => $"{n.Control}: {n.Missed} av {n.Of} som skulle ha varit gjorda är inte gjorda. Orsak är angiven för {(n.Explained == 0 ? "ingen av dem" : n.Explained == n.Missed ? "alla" : $"{n.Explained}")}.")], facts.DueSince == 0 ? "Ingen kontroll har haft sin sista dag sedan dess." : "Allt som skulle ha gjorts sedan dess är gjort.");
        blocks.Add(new HeadingBlock(3, "Nya allvarliga avvikelser"));
        Add(blocks, [.. facts.Serious.Select(s => $"{Capital(s.Kind)}{(s.Area.Length > 0 ? $", {s.Area}" : "")}, {s.FoundOn:yyyy-MM-dd}: {s.Status}")], "Ingen allvarlig avvikelse är antecknad sedan dess.");
        blocks.Add(new HeadingBlock(3, "Åtgärder vars slutdag har flyttats"));
        Add(blocks, [.. facts.Moved.Select(m => $"{m.Title}: från {m.From:yyyy-MM-dd} till {m.To:yyyy-MM-dd}, flyttad {Times(m.Times)}.")], "Ingen slutdag har flyttats framåt sedan dess.");
        if (facts.PlanChanges.Count > 0) blocks.AddRange([new HeadingBlock(3, "Ändringar i planen"), new ListBlock(facts.PlanChanges)]);
        if (facts.Promises.Count > 0) blocks.AddRange([new HeadingBlock(3, "Löften till nämnden som inte är klara"), new ListBlock([.. facts.Promises.Select(p => $"{p.Title}: {Inside(p.Status)}{(p.End is { } end ? $", {(end < facts.Today ? "skulle ha varit klar" : "ska vara klar")} {end:yyyy-MM-dd}" : "")}")])]);
        if (facts.Decisions.Count > 0) blocks.AddRange([new HeadingBlock(3, "Beslut om rapporter"), new ListBlock(facts.Decisions)]);
        return new("Till nämnden", "Internkontroll", facts.Board, facts.Today, blocks);
    }

    private static void Add(List<Block> blocks, IReadOnlyList<string> items, string none) => blocks.Add(items.Count == 0 ? Paragraph(none) : new ListBlock(items));

    private static string Done(YearToDate year) => year.Due == 0 ? "Ingen kontroll har haft sin sista dag än i år." : $"{Plain(year.Done, year.Due)} kontroller som skulle ha varit gjorda är gjorda.";

    private static string Plain(int part, int whole) => new Share(part, whole, "kontroll", Period.Year(2000)).Short;

    private static string Found(YearToDate year) => year.Found == 0
        ? "Ingen avvikelse är antecknad i år."
        : $"{Number(year.Found, "avvikelse", "avvikelser")} i år, varav {Number(year.Serious, "allvarlig", "allvarliga")}. {(year.Open == 0 ? "Alla årets är avslutade" : $"{year.Open} av årets är inte {(year.Open == 1 ? "avslutad" : "avslutade")}")}.";
}
