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

    [Fact]
    public void It_reads_as_value_factors_and_level() => Assert.Equal("12 (3×4) – hög", RiskScale.Four.Text(new(3, 4, 12)));
}
