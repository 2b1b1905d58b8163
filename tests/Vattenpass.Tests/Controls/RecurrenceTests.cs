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
        foreach (var kind in Enum.GetValues<RecurrenceKind>())
            for (var step = 1; step <= 12; step++)
                yield return new(kind, step, kind is RecurrenceKind.NamedMonths ? [step] : null);
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
            r.Kind is not (RecurrenceKind.NamedMonths or RecurrenceKind.ByEvent) && r.Months is null))
        {
            var all = Years.SelectMany(recurrence.In).ToList();
            foreach (var (earlier, later) in all.Zip(all.Skip(1))) Assert.Equal(earlier.Period.To.AddDays(1), later.Period.From);
        }
    }

    [Fact]
    public void The_window_opens_with_the_period_and_is_due_the_stated_days_after_it()
    {
        foreach (var recurrence in All().Select(r => r with { DaysAfter = 10 }))
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
    }
}
