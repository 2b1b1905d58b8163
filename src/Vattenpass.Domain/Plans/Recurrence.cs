using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum RecurrenceKind
{
    EachMonth = 1, EveryNthMonth = 2, EachQuarter = 3, NamedMonths = 4, TimesPerQuarter = 5, Tertial = 6, HalfYear = 7, Year = 8, Week = 9,
    ByEvent = 10, BeforeBoard = 11,
}

/// <summary>One time a control is to be done: the period it checks and the window, both days included, in which to do it.</summary>
public readonly record struct Occurrence(Period Period, DateOnly Opens, DateOnly Due);

/// <summary>
/// How often a control is done. Months: the named months, or for <see cref="RecurrenceKind.EachMonth"/> the months left out.
/// Step: n of every n-th month, or of n per quarter. An occurrence belongs to the year its period ends in.
/// DaysAfter: days after the period's end when it is due, so a monthly control may be finished early next month.
/// </summary>
public sealed record Recurrence(RecurrenceKind Kind, int Step = 1, IReadOnlyList<int>? Months = null, int DaysAfter = 0)
{
    public static readonly Recurrence Monthly = new(RecurrenceKind.EachMonth);

    public Recurrence Checked()
    {
        var months = Months ?? [];
        Refusal.If(months.Any(m => m is < 1 or > 12), "Månader anges 1–12.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.NamedMonths && months.Count == 0, "Välj minst en månad.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.EachMonth && months.Distinct().Count() == 12, "Alla månader är undantagna. Ta bort någon.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.EveryNthMonth && Step is < 1 or > 12,
            "Ange hur många månader det ska vara mellan tillfällena, 1–12.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.TimesPerQuarter && Step is < 1 or > 12, "Ange hur många gånger per kvartal, 1–12.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.BeforeBoard && Step is < 0 or > 60,
            "Ange hur många dagar före sammanträdet kontrollen ska vara klar, 0–60.", nameof(Step));
        Refusal.If(DaysAfter is < 0 or > 90, "Dagar efter periodens slut ska vara 0–90.", nameof(DaysAfter));
        return this;
    }

    /// <summary>Every occurrence of the year in order of time; none for a control done by event.</summary>
    public IEnumerable<Occurrence> In(int year) => In(year, null);

    /// <param name="boardMeetings">The year's meetings, the anchors of a control done before each of them.</param>
    public IEnumerable<Occurrence> In(int year, IReadOnlyCollection<DateOnly>? boardMeetings) => Kind is RecurrenceKind.BeforeBoard
        ? BeforeEach([.. (boardMeetings ?? []).Where(m => m.Year == year).Distinct().Order()], year)
        : Periods(year).Select(p => new Occurrence(p, p.From, p.To.AddDays(DaysAfter)));

    /// <summary>One for each meeting: it covers the time since the meeting before, and is due Step days ahead of its own.</summary>
    private IEnumerable<Occurrence> BeforeEach(List<DateOnly> meetings, int year)
    {
        for (var n = 0; n < meetings.Count; n++)
        {
            var from = n == 0 ? new(year, 1, 1) : meetings[n - 1].AddDays(1);
            var due = meetings[n].AddDays(-Step);
            yield return new(new($"{year}-S{meetings[n]:MMdd}", from, meetings[n]), from < due ? from : due, due);
        }
    }

    public int PerYear(int year) => Periods(year).Count();

    private IEnumerable<Period> Periods(int year) => Kind switch
    {
        RecurrenceKind.EachMonth => Enumerable.Range(1, 12).Except(Months ?? []).Select(m => Period.Month(year, m)),
        RecurrenceKind.NamedMonths => (Months ?? []).Distinct().Order().Select(m => Period.Month(year, m)),
        RecurrenceKind.EveryNthMonth => EveryNth(year),
        RecurrenceKind.EachQuarter => Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q)),
        RecurrenceKind.TimesPerQuarter => Enumerable.Range(1, 4).SelectMany(q => Split(Period.Quarter(year, q), Step)),
        RecurrenceKind.Tertial => Enumerable.Range(1, 3).Select(t => Period.Tertial(year, t)),
        RecurrenceKind.HalfYear => Enumerable.Range(1, 2).Select(h => Period.Half(year, h)),
        RecurrenceKind.Year => [Period.Year(year)],
        RecurrenceKind.Week => Enumerable.Range(1, ISOWeek.GetWeeksInYear(year)).Select(w => Period.Week(year, w)),
        RecurrenceKind.ByEvent or RecurrenceKind.BeforeBoard => [],
        _ => throw new InvalidOperationException($"Unknown recurrence {Kind}."),
    };

    /// <summary>Spans of Step months that end in the year, counted from January 2000 so that a span may cross New Year.</summary>
    private IEnumerable<Period> EveryNth(int year)
    {
        for (var end = (year - 2000) * 12; end < (year - 1999) * 12; end++)
        {
            if ((end + 1) % Step != 0) continue;
            var last = new DateOnly(2000, 1, 1).AddMonths(end);
            var first = last.AddMonths(1 - Step);
            yield return new($"{year}-{last.Month:00}", first, last.AddMonths(1).AddDays(-1));
        }
    }

    private static IEnumerable<Period> Split(Period whole, int parts)
    {
        var days = whole.To.DayNumber - whole.From.DayNumber + 1;
        for (var n = 0; n < parts; n++)
            yield return new($"{whole.Key}-{n + 1}", whole.From.AddDays(days * n / parts), whole.From.AddDays(days * (n + 1) / parts - 1));
    }

    public override string ToString() => Kind switch
    {
        RecurrenceKind.EachMonth when Months is { Count: > 0 } => $"varje månad utom {Names(Months)}",
        RecurrenceKind.EachMonth => "varje månad",
        RecurrenceKind.EveryNthMonth when Step == 1 => "varje månad",
        RecurrenceKind.EveryNthMonth => $"var {Ordinal(Step)} månad",
        RecurrenceKind.EachQuarter => "varje kvartal",
        RecurrenceKind.NamedMonths => Names(Months ?? []),
        RecurrenceKind.TimesPerQuarter => Step == 1 ? "en gång per kvartal" : $"{Step} gånger per kvartal",
        RecurrenceKind.Tertial => "varje tertial",
        RecurrenceKind.HalfYear => "två gånger per år, vår och höst",
        RecurrenceKind.Year => "en gång per år",
        RecurrenceKind.Week => "varje vecka",
        RecurrenceKind.ByEvent => "vid varje händelse",
        RecurrenceKind.BeforeBoard => Step == 0 ? "till varje sammanträde med nämnden" : $"{Step} dagar före varje sammanträde med nämnden",
        _ => throw new InvalidOperationException($"Unknown recurrence {Kind}."),
    };

    private static string Ordinal(int n) =>
        n switch { 2 => "annan", 3 => "tredje", 4 => "fjärde", 5 => "femte", 6 => "sjätte", 12 => "tolfte", _ => $"{n}:e" };

    private static string Names(IReadOnlyList<int> months)
    {
        var names = months.Distinct().Order().Select(m => Period.SwedishMonths[m - 1]).ToList();
        return names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " och " + names[^1];
    }
}
