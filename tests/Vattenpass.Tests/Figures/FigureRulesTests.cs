using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Figures;

public sealed class FigureRulesTests
{
    private static AbsenceFact Away(string from, string? to) => new("E1", DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));

    [Fact]
    public void An_absence_within_five_days_continues_the_last_one() =>
        Assert.Equal(1, RehabFigures.Occasions([Away("2024-03-01", "2024-03-05"), Away("2024-03-10", "2024-03-11")], 2024, 5));

    [Fact]
    public void An_absence_on_the_sixth_day_is_a_new_one() =>
        Assert.Equal(2, RehabFigures.Occasions([Away("2024-03-01", "2024-03-05"), Away("2024-03-11", "2024-03-11")], 2024, 5));

    [Fact]
    public void A_short_absence_inside_a_long_one_does_not_end_it() =>
        Assert.Equal(1, RehabFigures.Occasions([Away("2024-03-01", "2024-04-30"), Away("2024-03-03", "2024-03-04"),
            Away("2024-05-02", "2024-05-03")], 2024, 5));

    [Fact]
    public void An_absence_without_an_end_goes_on() =>
        Assert.Equal(1, RehabFigures.Occasions([Away("2024-03-01", null), Away("2024-09-01", "2024-09-02")], 2024, 5));

    [Theory]
    [InlineData("utredning", "2024-10-31", "2025-02-28")]
    [InlineData("utredning", "2023-10-31", "2024-02-29")]
    [InlineData("förhandsbedömning", "2024-02-20", "2024-03-05")]
    [InlineData("övervägande", "2024-08-31", "2025-02-28")]
    public void A_time_limit_ends_on_the_same_day_number_clamped_to_the_months_end(string type, string start, string last) =>
        Assert.Equal(DateOnly.Parse(last), StatutoryClock.For(type)!.LastDay(DateOnly.Parse(start), null));

    [Fact]
    public void An_extension_counts_only_for_an_investigation()
    {
        var (start, extended) = (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 1));
        Assert.Equal(extended, StatutoryClock.For("utredning")!.LastDay(start, extended));
        Assert.Equal(new(2024, 1, 15), StatutoryClock.For("förhandsbedömning")!.LastDay(start, extended));
    }

    [Fact]
    public void A_case_that_ends_on_its_last_day_is_in_time_and_on_the_next_day_late()
    {
        var clock = StatutoryClock.For("förhandsbedömning")!;
        Assert.False(clock.IsLate(new(2024, 3, 1), new(2024, 3, 15), null, new(2024, 12, 31)));
        Assert.True(clock.IsLate(new(2024, 3, 1), new(2024, 3, 16), null, new(2024, 12, 31)));
        Assert.True(clock.IsLate(new(2024, 3, 1), null, null, new(2024, 12, 31)));
        Assert.False(clock.IsLate(new(2024, 12, 17), null, null, new(2024, 12, 31)));
    }

    [Fact]
    public void An_account_counts_once_by_the_first_difference_that_matches()
    {
        var facts = new YearFacts(2024, Period.Year(2024), new HashSet<string> { "behörigheter", "anställda" })
        {
            Facts =
            [
                new EmploymentFact("E1", "Ask", "sjuksköterska", new(2020, 1, 1), null),
                new EmploymentFact("E2", "Ask", "undersköterska", new(2020, 1, 1), new(2024, 6, 30)),
                new EmploymentFact("E3", "Alm", "piccolo", new(2020, 1, 1), null),
                new AccountFact("S", "E1", "HSL", "Ask", null, null), new AccountFact("S", "E1", "chef", "Ask", null, null),
                new AccountFact("S", "E1", "chef", "Alm", null, null), new AccountFact("S", "E2", "chef", "Alm", null, null),
                new AccountFact("S", "E9", "chef", "Alm", null, null), new AccountFact("S", "E3", "chef", "Alm", null, null),
                new AccountFact("S", "E1", "HSL", "Ask", null, new(2024, 5, 1)),
            ],
        };
        var figures = AccountFigures.Of(facts)!;
        Assert.Equal(6, figures.Valid.Rows.Count);
        Assert.Equal(["för hög behörighet", "annan enhet", "avslutad anställning", "saknar anställning"],
            figures.Findings.Select(f => f.Difference));
        Assert.Equal(["piccolo"], figures.UnknownTitles);
        Assert.Single(figures.Untested!.Rows);
        // The municipality's own rule judges what no rule did, and a title may have several roles.
        var own = AccountFigures.Of(facts with
        {
            Roles = [new("piccolo", "bud"), new("sjuksköterska", "HSL"), new("Sjuksköterska", "chef"), new("undersköterska", "utförare")],
        })!;
        Assert.Empty(own.Untested!.Rows);
        Assert.Equal(["annan enhet", "avslutad anställning", "saknar anställning", "för hög behörighet"], own.Findings.Select(f => f.Difference));
    }
}
