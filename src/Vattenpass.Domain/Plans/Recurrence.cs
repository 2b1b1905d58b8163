using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum RecurrenceKind
{
    EachMonth = 1, EveryNthMonth = 2, EachQuarter = 3, NamedMonths = 4, TimesPerQuarter = 5, Tertial = 6, HalfYear = 7, Year = 8, Week = 9,
    ByEvent = 10, BeforeBoard = 11, Weekday = 12, Day = 13, EveryNthYear = 14, Spans = 15, AfterDate = 16, ByClass = 17, AtCommittee = 18,
}

/// <summary>One time a control is to be done: the period it checks and the window, both days included, in which to do it.</summary>
public readonly record struct Occurrence(Period Period, DateOnly Opens, DateOnly Due);

/// <summary>
/// How often a control is done. Months: the named months; for <see cref="RecurrenceKind.EachMonth"/> the months left out; for
/// <see cref="RecurrenceKind.Spans"/> pairs of first and last month. Step: n of every n-th month or year, also at the committee, n per quarter, days before
/// the board, or the weekday (1 = Monday). An occurrence belongs to the year its period ends in.
/// DaysAfter: days after the period's end when it is due, negative for days before it.
/// FirstYear: the year that every n-th year is counted from. After and ByClass read the object's own row.
/// </summary>
public sealed partial record Recurrence(RecurrenceKind Kind, int Step = 1, IReadOnlyList<int>? Months = null, int DaysAfter = 0,
    int? FirstYear = null, RowDate? After = null, ByClass? Classes = null)
{
    public static readonly Recurrence Monthly = new(RecurrenceKind.EachMonth);

    /// <summary>Each object of a register has a time of its own, by what its row says.</summary>
    public bool NeedsRow() => Kind is RecurrenceKind.AfterDate or RecurrenceKind.ByClass;

    public Recurrence Checked()
    {
        var months = Months ?? [];
        Refusal.If(months.Any(m => m is < 1 or > 12), "Månader anges 1–12.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.NamedMonths && months.Count == 0, "Välj minst en månad.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.Spans && (months.Count == 0 || months.Count % 2 != 0
                || months.Zip(months.Skip(1)).Where((_, n) => n % 2 == 0).Any(p => p.First > p.Second)
                || months.Zip(months.Skip(1)).Where((_, n) => n % 2 == 1).Any(p => p.First >= p.Second)),
            "Skriv perioderna i ordning, från och till månad, till exempel 2–3 eller 2–3, 9–10.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.EachMonth && months.Distinct().Count() == 12, "Alla månader är undantagna. Ta bort någon.", nameof(Months));
        Refusal.If(Kind is RecurrenceKind.EveryNthMonth or RecurrenceKind.AtCommittee && Step is < 1 or > 12,
            "Ange hur många månader det ska vara mellan tillfällena, 1–12.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.TimesPerQuarter && Step is < 1 or > 12, "Ange hur många gånger per kvartal, 1–12.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.BeforeBoard && Step is < 0 or > 60,
            "Ange hur många dagar före sammanträdet kontrollen ska vara klar, 0–60.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.Weekday && Step is < 1 or > 7, "Välj en veckodag.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.EveryNthYear && Step is < 2 or > 10, "Ange hur många år det ska vara mellan tillfällena, 2–10.", nameof(Step));
        Refusal.If(Kind is RecurrenceKind.EveryNthYear && FirstYear is null or < 2000 or > 2100,
            "Skriv vilket år kontrollen görs, till exempel 2027. De andra åren räknas från det.", nameof(FirstYear));
        Refusal.If(DaysAfter is < -90 or > 90, "Klar senast ska vara högst 90 dagar efter eller före periodens slut.", nameof(DaysAfter));
        Refusal.If(DaysAfter < 0 && Periods(FirstYear ?? 2026).Any(p => p.To.AddDays(DaysAfter) < p.From),
            $"{-DaysAfter} dagar före periodens slut är innan perioden har börjat. Ange färre dagar.", nameof(DaysAfter));
        Refusal.If(Kind is RecurrenceKind.Weekday && DaysAfter < 0, "En kontroll som görs en viss veckodag kan inte vara klar före den dagen.", nameof(DaysAfter));
        Refusal.If(Kind is RecurrenceKind.AfterDate && After is null, "Välj vilket datum i registret tiden räknas från.", "Column");
        Refusal.If(Kind is RecurrenceKind.ByClass && Classes is null, "Skriv hur ofta varje klass kontrolleras.", "Classes");
        _ = After?.Checked();
        if (Classes is null) return this;
        var classes = Classes.Checked();
        foreach (var row in classes.Rows) FitsWindow(row);
        return this with { Classes = classes };
    }

    /// <summary>The days before the period's end must fit the shortest class too.</summary>
    private void FitsWindow(ClassFrequency row)
    {
        try
        {
            _ = (row.Recurrence with { DaysAfter = DaysAfter }).Checked();
        }
        catch (Refusal refusal)
        {
            throw new Refusal($"Klassen {row.Word}: {refusal.Message}", refusal.Field);
        }
    }

    /// <summary>The row says nothing that the schedule can go by.</summary>
    public bool IsUnknownFor(IReadOnlyDictionary<string, string>? row) => Kind switch
    {
        RecurrenceKind.AfterDate => After!.In(row) is null,
        RecurrenceKind.ByClass => Classes!.Of(row) is null,
        _ => false,
    };

    /// <summary>Every occurrence of the year in order of time; none for a control done by event, or by a row that is not given.</summary>
    public IEnumerable<Occurrence> In(int year) => In(year, null);

    /// <param name="meetings">The year's meetings, the anchors of a control done before or at them.</param>
    /// <param name="row">The cells of the object's row in its register.</param>
    public IEnumerable<Occurrence> In(int year, MeetingDays? meetings, IReadOnlyDictionary<string, string>? row = null) =>
        Kind switch
        {
            RecurrenceKind.BeforeBoard => BeforeEach([.. (meetings ?? MeetingDays.None).Board.Where(m => m.Year == year).Distinct().Order()], year),
            RecurrenceKind.AtCommittee => Periods(year).Select(p => AtLast(p, (meetings ?? MeetingDays.None).Committee)),
            RecurrenceKind.AfterDate => After!.In(year, row),
            RecurrenceKind.ByClass => Classes!.Of(row) is { } often ? (often with { DaysAfter = DaysAfter }).In(year, meetings) : [],
            RecurrenceKind.Weekday => Periods(year).Select(w => new Occurrence(w, w.From.AddDays(Step - 1), w.From.AddDays(Step - 1 + DaysAfter))),
            _ => Periods(year).Select(p => new Occurrence(p, p.From, p.To.AddDays(DaysAfter))),
        };

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

    /// <summary>Its list is drawn so many days before the meeting, so that it is of what there is then.</summary>
    private const int DrawnBefore = 14;

    /// <summary>At the committee's last meeting of the period; a period without a meeting has its own last day, so that nothing is lost.</summary>
    private static Occurrence AtLast(Period period, IReadOnlyCollection<DateOnly> committee)
    {
        var day = committee.Where(period.Contains).DefaultIfEmpty(period.To).Max();
        return new(period, day.AddDays(-DrawnBefore) is var before && before > period.From ? before : period.From, day);
    }

    public int PerYear(int year) => Periods(year).Count();

    private IEnumerable<Period> Periods(int year) => Kind switch
    {
        RecurrenceKind.EachMonth => Enumerable.Range(1, 12).Except(Months ?? []).Select(m => Period.Month(year, m)),
        RecurrenceKind.NamedMonths => (Months ?? []).Distinct().Order().Select(m => Period.Month(year, m)),
        RecurrenceKind.EveryNthMonth or RecurrenceKind.AtCommittee => EveryNth(year),
        RecurrenceKind.EachQuarter => Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q)),
        RecurrenceKind.TimesPerQuarter => Enumerable.Range(1, 4).SelectMany(q => Split(Period.Quarter(year, q), Step)),
        RecurrenceKind.Tertial => Enumerable.Range(1, 3).Select(t => Period.Tertial(year, t)),
        RecurrenceKind.HalfYear => Enumerable.Range(1, 2).Select(h => Period.Half(year, h)),
        RecurrenceKind.Year => [Period.Year(year)],
        RecurrenceKind.Week or RecurrenceKind.Weekday =>
            Enumerable.Range(1, ISOWeek.GetWeeksInYear(year)).Select(w => Period.Week(year, w)),
        RecurrenceKind.Day => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(d => Period.Day(new DateOnly(year, 1, 1).AddDays(d))),
        RecurrenceKind.EveryNthYear => year >= FirstYear && (year - FirstYear) % Step == 0 ? [Period.Year(year)] : [],
        RecurrenceKind.Spans => (Months ?? []).Chunk(2).Where(p => p.Length == 2).Select(p => Period.Span(year, p[0], p[1])),
        RecurrenceKind.ByEvent or RecurrenceKind.BeforeBoard or RecurrenceKind.AfterDate or RecurrenceKind.ByClass => [],
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
}
