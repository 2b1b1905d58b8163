using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.AnnualCycle;

public sealed class HolidayTests
{
    /// <summary>From the almanac.</summary>
    [Theory]
    [InlineData(2024, "2024-03-29 2024-03-31 2024-04-01 2024-05-09 2024-05-19 2024-06-21 2024-06-22 2024-11-02")]
    [InlineData(2025, "2025-04-18 2025-04-20 2025-04-21 2025-05-29 2025-06-08 2025-06-20 2025-06-21 2025-11-01")]
    [InlineData(2026, "2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-06-19 2026-06-20 2026-10-31")]
    [InlineData(2027, "2027-03-26 2027-03-28 2027-03-29 2027-05-06 2027-05-16 2027-06-25 2027-06-26 2027-11-06")]
    [InlineData(2038, "2038-04-23 2038-04-25 2038-04-26 2038-06-03 2038-06-13 2038-06-25 2038-06-26 2038-11-06")]
    public void Movable_days_are_computed(int year, string days)
    {
        var holidays = SwedishHolidays.In(year);
        foreach (var day in days.Split(' ')) Assert.True(holidays.ContainsKey(DateOnly.ParseExact(day, "yyyy-MM-dd")), day);
        foreach (var (month, day) in new[] { (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31) })
            Assert.True(holidays.ContainsKey(new(year, month, day)));
    }

    [Fact]
    public void Ascension_day_on_the_first_of_May_is_both() =>
        Assert.Equal("första maj och Kristi himmelsfärdsdag", SwedishHolidays.NameOf(new(2008, 5, 1)));

    [Theory]
    [InlineData("2026-06-19", "2026-06-22")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2027-12-31", "2028-01-03")]
    public void The_next_working_day(string day, string next) =>
        Assert.Equal(DateOnly.ParseExact(next, "yyyy-MM-dd"), SwedishHolidays.NextWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void A_control_before_each_meeting_follows_the_boards_calendar()
    {
        var occurrences = new Recurrence(RecurrenceKind.BeforeBoard, 14).In(2026,
            new([new(2026, 9, 16), new(2026, 3, 18), new(2027, 1, 20)], [])).ToList();
        Assert.Equal([(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 4)),
            (new DateOnly(2026, 3, 19), new DateOnly(2026, 9, 16), new DateOnly(2026, 9, 2))],
            occurrences.Select(o => (o.Period.From, o.Period.To, o.Due)));
    }

    [Fact]
    public void The_wheel_counts_what_is_due_and_tells_what_collides()
    {
        var date = new BoardDate(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.Empty, BoardDateKind.Meeting, new(2026, 5, 13), null);
        PlannedCheck Check(DateOnly due) => new("Kontroll", "SÄBO", "Ask", "Chef", new(2026, 5, 1), new(2026, 5, 10), due, 15, false);
        var year = new YearView(2026, [Check(new(2026, 5, 13)), Check(new(2026, 5, 14)), Check(new(2026, 7, 3)),
            Check(new(2027, 1, 5))], [date], [7]);
        Assert.Equal((2, 1, 1), (year.Count("SÄBO", 5), year.Count("SÄBO", 7), year.NextYear.Count));
        Assert.Equal(["sista dagen är samma dag som nämndens sammanträde", "sista dagen är Kristi himmelsfärdsdag",
            "sista dagen ligger i en stilla månad"],
            year.Clashes(new(2026, 1, 1)).Select(c => c.Why));
        Assert.Equal(45, year.Load.Single().Minutes.Sum());
    }
}
