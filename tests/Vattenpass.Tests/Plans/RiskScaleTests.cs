using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Plans;

public sealed class RiskScaleTests
{
    [Fact]
    public void Exactly_the_products_of_the_scale_can_occur() =>
        Assert.Equal([1, 2, 3, 4, 6, 8, 9, 12, 16], Enumerable.Range(1, 20).Where(RiskScale.Four.CanOccur));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(0)]
    public void A_bare_value_that_cannot_occur_is_refused(int value) =>
        Assert.Throws<Refusal>(() => RiskScale.Four.Score(null, null, value));

    [Fact]
    public void A_bare_value_without_factors_is_kept_bare() =>
        Assert.Equal(new RiskScore(null, null, 12), RiskScale.Four.Score(null, null, 12));

    [Fact]
    public void A_value_that_is_not_the_product_is_refused() => Assert.Throws<Refusal>(() => RiskScale.Four.Score(3, 4, 9));

    [Fact]
    public void A_risk_is_dealt_with_by_value_or_by_a_grave_consequence()
    {
        Assert.True(RiskScale.Four.MustBeDealtWith(new(3, 3, 9)));
        Assert.False(RiskScale.Four.MustBeDealtWith(new(2, 3, 6)));
        Assert.True(RiskScale.Four.MustBeDealtWith(new(1, 4, 4)));
        Assert.False((RiskScale.Four with { Operator = ">" }).MustBeDealtWith(new(3, 3, 9)));
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(17, null)]
    [InlineData(0, null)]
    [InlineData(9, 5)]
    [InlineData(9, 0)]
    public void A_threshold_that_cannot_occur_is_refused(int threshold, int? grave) =>
        Assert.Throws<Refusal>(() => (RiskScale.Four with { Threshold = threshold, AlwaysFromConsequence = grave }).Checked());

    [Fact]
    public void Nothing_lies_over_the_highest_value()
    {
        Assert.Throws<Refusal>(() => (RiskScale.Four with { Operator = ">", Threshold = 16 }).Checked());
        Assert.Throws<Refusal>(() => (RiskScale.Four with { Levels = [new("låg", 1), new("tom", 13), new("hög", 16)] }).Checked());
    }

    [Fact]
    public void An_empty_threshold_is_empty()
    {
        var none = (RiskScale.Four with { Threshold = null, AlwaysFromConsequence = null }).Checked();
        Assert.False(none.MustBeDealtWith(new(4, 4, 16)));
        Assert.Equal("", none.LimitText());
        Assert.Equal("konsekvens 4", (none with { AlwaysFromConsequence = 4 }).LimitText());
    }

    [Fact]
    public void The_axes_have_the_municipalitys_names()
    {
        var scale = (RiskScale.Five with { ConsequenceName = "väsentlighet" }).Checked();
        Assert.Contains("väsentlighet", Assert.Throws<Refusal>(() => scale.Score(3, null, null)).Message, StringComparison.Ordinal);
        Assert.Equal("värde från 10, eller väsentlighet 5", scale.LimitText());
        Assert.Throws<Refusal>(() => (scale with { ConsequenceName = " " }).Checked());
    }

    [Theory]
    [InlineData(10, 5, 40, 5)]
    [InlineData(10, 5, 51, 6)]
    [InlineData(10, 5, 3, 3)]
    public void A_percentage_and_a_number_together_are_the_percentage_but_at_least_the_number(int percent, int number, int population, int drawn)
    {
        var rule = new SizeRule(number, percent);
        Assert.Equal((drawn, "10 %, dock minst 5"), (rule.Of(population), rule.ToString()));
    }

    [Fact]
    public void It_reads_as_value_factors_and_level() => Assert.Equal("12 (3×4) – hög", RiskScale.Four.Text(new(3, 4, 12)));
}
