using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Controls;

public sealed class RecurrenceTests
{
    private static readonly int[] Years = [.. Enumerable.Range(2020, 21)];

    /// <summary>Every kind with every step, and each month alone as an exception and as the only one.</summary>
    public static IEnumerable<Recurrence> All()
    {
        foreach (var kind in Enum.GetValues<RecurrenceKind>().Except([RecurrenceKind.AfterDate, RecurrenceKind.ByClass]))
            for (var step = 1; step <= (kind is RecurrenceKind.Weekday ? 7 : 12); step++)
                yield return new(kind, step, kind is RecurrenceKind.NamedMonths ? [step] : kind is RecurrenceKind.Spans ? [1, step] : null, 0,
                    kind is RecurrenceKind.EveryNthYear ? 2000 : null);
        for (var month = 1; month <= 12; month++) yield return new(RecurrenceKind.EachMonth, 1, [month]);
        yield return new(RecurrenceKind.NamedMonths, 1, [12, 3, 9, 6]);
    }

    [Fact]
    public void No_occurrence_is_doubled_and_they_come_in_order_of_time()
    {
        foreach (var recurrence in All())
        {
            var all = Years.SelectMany(recurrence.In).ToList();
            Assert.Equal(all.Count, all.Select(o => o.Period.Key).Distinct().Count());
            foreach (var (earlier, later) in all.Zip(all.Skip(1)))
                Assert.True(earlier.Period.To < later.Period.From, $"{recurrence}: {earlier.Period.Key} overlaps {later.Period.Key}");
        }
    }

    [Fact]
    public void Kinds_that_cover_all_time_skip_no_day_in_twenty_one_years()
    {
        foreach (var recurrence in All().Where(r =>
            r.Kind is not (RecurrenceKind.NamedMonths or RecurrenceKind.ByEvent or RecurrenceKind.EveryNthYear) && r.Months is null))
        {
            var all = Years.SelectMany(recurrence.In).ToList();
            foreach (var (earlier, later) in all.Zip(all.Skip(1))) Assert.Equal(earlier.Period.To.AddDays(1), later.Period.From);
        }
    }

    [Fact]
    public void The_window_opens_with_the_period_and_is_due_the_stated_days_after_it()
    {
        foreach (var recurrence in All().Where(r => r.Kind is not (RecurrenceKind.Weekday or RecurrenceKind.AtCommittee)).Select(r => r with { DaysAfter = 10 }))
            foreach (var occurrence in Years.SelectMany(recurrence.In))
            {
                Assert.Equal(occurrence.Period.From, occurrence.Opens);
                Assert.Equal(occurrence.Period.To.AddDays(10), occurrence.Due);
            }
    }

    [Theory]
    [InlineData(RecurrenceKind.EachMonth, 1, 12)]
    [InlineData(RecurrenceKind.EveryNthMonth, 3, 4)]
    [InlineData(RecurrenceKind.EachQuarter, 1, 4)]
    [InlineData(RecurrenceKind.TimesPerQuarter, 4, 16)]
    [InlineData(RecurrenceKind.Tertial, 1, 3)]
    [InlineData(RecurrenceKind.HalfYear, 1, 2)]
    [InlineData(RecurrenceKind.Year, 1, 1)]
    [InlineData(RecurrenceKind.ByEvent, 1, 0)]
    public void The_number_a_year_is_known_beforehand(RecurrenceKind kind, int step, int perYear) =>
        Assert.All(Years, year => Assert.Equal(perYear, new Recurrence(kind, step).PerYear(year)));

    [Fact]
    public void Each_month_but_July_is_eleven_and_never_July()
    {
        var months = new Recurrence(RecurrenceKind.EachMonth, 1, [7]).In(2026).ToList();
        Assert.Equal(11, months.Count);
        Assert.DoesNotContain(months, m => m.Period.From.Month == 7);
    }

    [Fact]
    public void A_year_has_52_or_53_ISO_weeks() => Assert.Equal(53, new Recurrence(RecurrenceKind.Week).PerYear(2026));

    [Fact]
    public void February_ends_on_the_29th_in_a_leap_year() =>
        Assert.Equal(new(2024, 2, 29), Recurrence.Monthly.In(2024).ElementAt(1).Period.To);

    [Theory]
    [InlineData("2026-03", "mars 2026")]
    [InlineData("2026-K2", "kvartal 2 2026")]
    [InlineData("2026-K2-3", "kvartal 2 2026, nr 3")]
    [InlineData("2026-H1", "våren 2026")]
    [InlineData("2026-V07", "vecka 7 2026")]
    [InlineData("2026", "år 2026")]
    [InlineData("2026-D0228", "28 februari 2026")]
    [InlineData("2026-S0303", "sammanträdet 3 mars 2026")]
    [InlineData("2026-P0203", "februari–mars 2026")]
    [InlineData("2026-A1", "första gången, 2026")]
    [InlineData("2026-A3", "gång 3, 2026")]
    public void A_period_has_the_name_people_use(string key, string name) => Assert.Equal(name, Period.NameOf(key));

    [Fact]
    public void It_reads_as_people_say_it()
    {
        Assert.Equal("varje månad utom juli", new Recurrence(RecurrenceKind.EachMonth, 1, [7]).ToString());
        Assert.Equal("var tredje månad", new Recurrence(RecurrenceKind.EveryNthMonth, 3).ToString());
        Assert.Equal("mars, juni och september", new Recurrence(RecurrenceKind.NamedMonths, 1, [9, 3, 6]).ToString());
    }

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.NamedMonths).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.EachMonth, 1, [.. Enumerable.Range(1, 12)]).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.EveryNthMonth, 13).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.EachMonth, 1, [13]).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.Weekday, 8).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.Weekday, 1, DaysAfter: -1).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.EveryNthYear, 2).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.Spans, 1, [3, 2]).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.Spans, 1, [2, 5, 4, 6]).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.Week, DaysAfter: -7).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.AfterDate).Checked());
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.ByClass).Checked());
    }

    [Theory]
    [InlineData(RecurrenceKind.EachMonth, 1, null, 10, "varje månad, klar senast 10 dagar efter månadens slut")]
    [InlineData(RecurrenceKind.EachMonth, 1, null, -1, "varje månad, klar senast 1 dag före månadens slut")]
    [InlineData(RecurrenceKind.EveryNthMonth, 2, null, 0, "varannan månad")]
    [InlineData(RecurrenceKind.Spans, 1, new[] { 2, 3 }, 0, "februari–mars")]
    [InlineData(RecurrenceKind.Spans, 1, new[] { 2, 3, 10, 10 }, 0, "februari–mars och oktober")]
    [InlineData(RecurrenceKind.Weekday, 4, null, 0, "varje torsdag")]
    [InlineData(RecurrenceKind.Weekday, 4, null, 2, "varje torsdag, klar senast 2 dagar efteråt")]
    [InlineData(RecurrenceKind.Day, 1, null, 0, "varje dag")]
    public void The_text_says_what_was_decided(RecurrenceKind kind, int step, int[]? months, int daysAfter, string text) =>
        Assert.Equal(text, new Recurrence(kind, step, months, daysAfter).Checked().ToString());

    [Fact]
    public void Every_second_year_falls_in_the_years_that_were_decided_and_no_other()
    {
        var recurrence = new Recurrence(RecurrenceKind.EveryNthYear, 2, FirstYear: 2027).Checked();
        Assert.Equal([2027, 2029, 2031], Enumerable.Range(2024, 8).Where(y => recurrence.In(y).Any()));
        Assert.Equal("vartannat år från 2027", recurrence.ToString());
    }

    [Fact]
    public void A_weekday_is_that_day_of_each_week()
    {
        var all = new Recurrence(RecurrenceKind.Weekday, 4).In(2026).ToList();
        Assert.Equal(53, all.Count);
        Assert.All(all, o => Assert.Equal((DayOfWeek.Thursday, o.Opens), (o.Due.DayOfWeek, o.Due)));
    }

    [Fact]
    public void Each_day_of_a_leap_year_is_366() => Assert.Equal(366, new Recurrence(RecurrenceKind.Day).PerYear(2028));

    private static Dictionary<string, string> Row(string column, string value) => new() { [column] = value };

    private static List<(DateOnly Opens, DateOnly Due)> After(RowDate after, string date, int year) =>
        [.. new Recurrence(RecurrenceKind.AfterDate, After: after).Checked().In(year, null, Row(after.Column, date)).Select(o => (o.Opens, o.Due))];

    [Fact]
    public void A_time_after_a_date_in_the_objects_row_is_its_own()
    {
        Assert.Equal([(new DateOnly(2026, 2, 10), new DateOnly(2026, 5, 10))], After(new("delegerad", 0, 3), "2026-02-10", 2026));
        Assert.Equal([(new DateOnly(2025, 12, 10), new DateOnly(2026, 3, 10))], After(new("delegerad", 0, 3), "2025-12-10", 2026));
        Assert.Empty(After(new("delegerad", 0, 3), "2025-12-10", 2025));
        Assert.Empty(After(new("delegerad", 0, 3), "", 2026));
        Assert.Empty(After(new("delegerad", 0, 3), "pågående", 2026));
    }

    [Fact]
    public void It_comes_again_with_the_months_between_over_the_years()
    {
        var rule = new RowDate("inflyttad", 5, 0, 6);
        Assert.Equal([(new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 5)), (new DateOnly(2026, 2, 6), new DateOnly(2026, 8, 5))],
            After(rule, "2026-01-31", 2026));
        Assert.Equal(["2027-A3", "2027-A4"], new Recurrence(RecurrenceKind.AfterDate, After: rule)
            .In(2027, null, Row("inflyttad", "2026-01-31")).Select(o => o.Period.Key));
        Assert.Equal("5 dagar efter ”inflyttad”, sedan var sjätte månad", rule.ToString());
    }

    [Fact]
    public void A_time_before_a_date_opens_a_month_ahead() =>
        Assert.Equal([(new DateOnly(2026, 3, 30), new DateOnly(2026, 4, 30))], After(new("gäller_till", 0, -2), "2026-06-30", 2026));

    [Fact]
    public void The_class_or_the_points_decide_how_often_and_an_unknown_one_decides_nothing()
    {
        var words = new Recurrence(RecurrenceKind.ByClass, Classes: ByClass.Read("klass", "A: varje månad\nB: en gång per år"));
        int Count(Recurrence r, string column, string value) => r.In(2026, null, Row(column, value)).Count();
        Assert.Equal((12, 1, 0, 0), (Count(words, "klass", "a"), Count(words, "klass", "B"), Count(words, "klass", "C"), Count(words, "klass", "")));
        Assert.True(words.IsUnknownFor(Row("klass", "C")));
        var points = new Recurrence(RecurrenceKind.ByClass, Classes: ByClass.Read("poäng", "från 0: årligen\nfrån 8: varje kvartal\nfrån 15: varje månad"));
        Assert.Equal((1, 4, 12), (Count(points, "poäng", "7,5"), Count(points, "poäng", "8"), Count(points, "poäng", "40")));
        Assert.Equal("efter ”klass”: A varje månad; B en gång per år", words.ToString());
        Assert.Throws<Refusal>(() => ByClass.Read("klass", "A: ofta"));
        Assert.Throws<Refusal>(() => ByClass.Read("klass", "A: varje månad\na: årligen"));
    }

    [Fact]
    public void A_column_is_found_however_its_name_is_written()
    {
        Assert.Single(After(new("Giltig till", 0, -1), "2026-06-30", 2026));
        Assert.Single(new RowDate("giltig_till", 0, -1).In(2026, Row("Giltig till", "2026-06-30")));
        Assert.NotNull(ByClass.Read("klass", "A: varje månad").Of(Row("Klass", "a")));
    }

    [Theory]
    [InlineData("från 15,5: varje vecka")]
    [InlineData("över 15: varje vecka")]
    [InlineData("10-15: varje vecka")]
    [InlineData("från 15: varje vecka\nFrån 015: varje månad")]
    [InlineData("A: vartannat år från 1950")]
    public void A_class_that_cannot_be_read_is_refused_at_its_field(string lines) =>
        Assert.Equal("Classes", Assert.Throws<Refusal>(() => ByClass.Read("poäng", lines)).Field);

    [Fact]
    public void The_window_fits_the_shortest_class_too()
    {
        var wrong = new Recurrence(RecurrenceKind.ByClass, DaysAfter: -60, Classes: ByClass.Read("klass", "A: varje vecka\nB: varje kvartal"));
        Assert.Contains("Klassen A", Assert.Throws<Refusal>(wrong.Checked).Message, StringComparison.Ordinal);
        Assert.NotNull((wrong with { DaysAfter = -3 }).Checked());
    }

    [Fact]
    public void What_it_says_can_be_read_back()
    {
        foreach (var recurrence in All().Where(r => r is { Months: null, Kind: not (RecurrenceKind.BeforeBoard or RecurrenceKind.TimesPerQuarter) } && r.Step is > 1 or 1))
            if (Recurrence.Read($"{recurrence}") is { } read) Assert.Equal($"{recurrence}", $"{read}");
        Assert.Equal(RecurrenceKind.EveryNthMonth, Recurrence.Read("Varannan månad.")?.Kind);
        Assert.Equal((RecurrenceKind.EveryNthYear, 3, 2026), Recurrence.Read("vart tredje år från 2026") is { } r ? (r.Kind, r.Step, r.FirstYear) : default);
        Assert.Equal(RecurrenceKind.Year, Recurrence.Read("årligen")?.Kind);
        Assert.Null(Recurrence.Read("vid behov ibland"));
    }
}
