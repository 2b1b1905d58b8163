using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public sealed partial record Recurrence
{
    public static readonly IReadOnlyList<string> Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    /// <summary>What was decided, in words: how often, and the window where there is one.</summary>
    public override string ToString() => Often + Window;

    private string Often => Kind switch
    {
        RecurrenceKind.EachMonth when Months is { Count: > 0 } => $"varje månad utom {Names(Months)}",
        RecurrenceKind.EachMonth => "varje månad",
        RecurrenceKind.EveryNthMonth => Each(Step, "månad"),
        RecurrenceKind.EachQuarter => "varje kvartal",
        RecurrenceKind.NamedMonths => Names(Months ?? []),
        RecurrenceKind.TimesPerQuarter => Step == 1 ? "en gång per kvartal" : $"{Step} gånger per kvartal",
        RecurrenceKind.Tertial => "varje tertial",
        RecurrenceKind.HalfYear => "två gånger per år, vår och höst",
        RecurrenceKind.Year => "en gång per år",
        RecurrenceKind.Week => "varje vecka",
        RecurrenceKind.ByEvent => "vid varje händelse",
        RecurrenceKind.BeforeBoard => Step == 0 ? "till varje sammanträde med nämnden" : $"{Prose.Number(Step, "dag", "dagar")} före varje sammanträde med nämnden",
        RecurrenceKind.AtCommittee => $"{Each(Step, "månad")} vid utskottets sammanträde",
        RecurrenceKind.Weekday => $"varje {Weekdays[Step - 1]}",
        RecurrenceKind.Day => "varje dag",
        RecurrenceKind.EveryNthYear => $"{Each(Step, "år")} från {FirstYear}",
        RecurrenceKind.Spans => Prose.List([.. (Months ?? []).Chunk(2).Select(p => Period.Span(2000, p[0], p[^1]).Name[..^5])]),
        RecurrenceKind.AfterDate => $"{After}",
        RecurrenceKind.ByClass => $"{Classes}",
        _ => throw new InvalidOperationException($"Unknown recurrence {Kind}."),
    };

    private string Window => DaysAfter == 0 || Kind is RecurrenceKind.ByEvent or RecurrenceKind.BeforeBoard or RecurrenceKind.AtCommittee or RecurrenceKind.AfterDate ? ""
        : Kind is RecurrenceKind.Weekday ? $", klar senast {Prose.Number(DaysAfter, "dag", "dagar")} efteråt"
        : $", klar senast {Prose.Number(Math.Abs(DaysAfter), "dag", "dagar")} {(DaysAfter > 0 ? "efter" : "före")} {End} slut";

    private string End => Kind switch
    {
        RecurrenceKind.EachMonth or RecurrenceKind.NamedMonths => "månadens",
        RecurrenceKind.EachQuarter => "kvartalets",
        RecurrenceKind.Tertial => "tertialets",
        RecurrenceKind.HalfYear => "halvårets",
        RecurrenceKind.Year or RecurrenceKind.EveryNthYear => "årets",
        RecurrenceKind.Week => "veckans",
        RecurrenceKind.Day => "dagens",
        _ => "periodens",
    };

    /// <summary>"varje månad", "varannan månad", "var tredje månad"; "vartannat år", "vart tredje år".</summary>
    internal static string Each(int n, string what) => (n, what) switch
    {
        (1, _) => $"varje {what}",
        (2, "år") => "vartannat år",
        (2, _) => $"varannan {what}",
        (_, "år") => $"vart {Ordinal(n)} år",
        _ => $"var {Ordinal(n)} {what}",
    };

    private static string Ordinal(int n) => n switch
    {
        3 => "tredje",
        4 => "fjärde",
        5 => "femte",
        6 => "sjätte",
        7 => "sjunde",
        8 => "åttonde",
        9 => "nionde",
        10 => "tionde",
        11 => "elfte",
        12 => "tolfte",
        _ => $"{n}:e",
    };

    private static string Names(IReadOnlyList<int> months) =>
        Prose.List([.. months.Distinct().Order().Select(m => Period.SwedishMonths[m - 1])]);

    /// <summary>A frequency as people write it, "varannan månad" or "årligen"; null when it says nothing that is known.</summary>
    public static Recurrence? Read(string text)
    {
        var words = string.Join(' ', text.Trim().TrimEnd('.').ToLower(CultureInfo.GetCultureInfo("sv-SE"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (Spoken.TryGetValue(words, out var known)) return known;
        return words.Length > 5 && int.TryParse(words[^4..], CultureInfo.InvariantCulture, out var year)
            && Spoken.GetValueOrDefault($"{words[..^5].TrimEnd()} 2000") is { } cycle
            ? (cycle with { FirstYear = year }).Checked() : null;
    }

    /// <summary>What <see cref="Read"/> understands, for the hint beside a field.</summary>
    public const string Examples = "varje dag, varje vecka, varje måndag, varje månad, varannan månad, varje kvartal, varje tertial, varje halvår, varje år eller vartannat år från 2027";

    private static readonly Dictionary<string, Recurrence> Spoken = Phrases()
        .DistinctBy(p => p.Text).ToDictionary(p => p.Text, p => p.Recurrence);

    private static IEnumerable<(string Text, Recurrence Recurrence)> Phrases()
    {
        Recurrence year = new(RecurrenceKind.Year), half = new(RecurrenceKind.HalfYear), quarter = new(RecurrenceKind.EachQuarter),
            week = new(RecurrenceKind.Week), day = new(RecurrenceKind.Day);
        foreach (var plain in new[] { Monthly, year, half, quarter, week, day, new(RecurrenceKind.Tertial), new(RecurrenceKind.ByEvent) })
            yield return ($"{plain}", plain);
        for (var n = 1; n <= 7; n++) yield return ($"varje {Weekdays[n - 1]}", new(RecurrenceKind.Weekday, n));
        for (var n = 2; n <= 12; n++) yield return (Each(n, "månad"), new(RecurrenceKind.EveryNthMonth, n));
        for (var n = 1; n <= 12; n++) yield return ($"{Each(n, "månad")} vid utskottets sammanträde", new(RecurrenceKind.AtCommittee, n));
        for (var n = 2; n <= 10; n++)
            foreach (var from in new[] { " från", ",", "" })
                yield return ($"{Each(n, "år")}{from} 2000", new(RecurrenceKind.EveryNthYear, n, FirstYear: 2000));
        foreach (var word in new[] { "varje år", "årligen", "1 gång per år", "en gång om året", "1 gång/år" }) yield return (word, year);
        foreach (var word in new[] { "varje halvår", "två gånger per år", "2 gånger per år", "vår och höst", "halvårsvis", "2 ggr/år" }) yield return (word, half);
        foreach (var word in new[] { "kvartalsvis", "fyra gånger per år", "4 gånger per år", "en gång per kvartal", "4 ggr/år" }) yield return (word, quarter);
        foreach (var word in new[] { "månadsvis", "månatligen", "en gång per månad", "en gång i månaden", "12 ggr/år" }) yield return (word, Monthly);
        foreach (var word in new[] { "veckovis", "en gång per vecka", "en gång i veckan" }) yield return (word, week);
        foreach (var word in new[] { "dagligen", "daglig" }) yield return (word, day);
        foreach (var word in new[] { "tertialvis", "en gång per tertial", "tre gånger per år" }) yield return (word, new(RecurrenceKind.Tertial));
    }
}
