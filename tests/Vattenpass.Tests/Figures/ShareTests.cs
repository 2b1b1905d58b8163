using FsCheck;
using FsCheck.Fluent;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Figures;

public sealed class ShareTests
{
    private static Share Of(int n, int d, Goal? goal = null) => new(n, d, "kontroll", Period.Year(2024), goal);

    [Theory]
    [InlineData(121, 144, "121 av 144 (84 %)")]
    [InlineData(119, 199, "119 av 199 (60 %)")]
    [InlineData(1, 8, "1 av 8 (13 %)")]
    [InlineData(0, 5, "0 av 5 (0 %)")]
    [InlineData(0, 0, "0 av 0")]
    [InlineData(203, 204, "203 av 204 (99 %)")]
    [InlineData(204, 204, "204 av 204 (100 %)")]
    [InlineData(1, 1000, "1 av 1000 (mindre än 1 %)")]
    public void It_is_written_one_way(int n, int d, string text) => Assert.Equal(text, Of(n, d).ToString());

    [Theory]
    [InlineData(84, 423, "84 av 423 (19,9 %), målet minst 20 % (85) nås inte")]
    [InlineData(9999, 10000, "9999 av 10000 (99,9 %), målet minst 20 % (2000) nås")]
    [InlineData(85, 423, "85 av 423 (20,1 %), målet minst 20 % (85) nås")]
    [InlineData(1999, 10000, "1999 av 10000 (19,9 %), målet minst 20 % (2000) nås inte")]
    public void A_goal_is_judged_on_whole_numbers_and_printed_on_its_side(int n, int d, string text) =>
        Assert.Equal(text, Of(n, d, new Goal(20)).ToString());

    [Fact]
    public void The_printed_share_never_reaches_a_goal_that_is_not_reached() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 3000).SelectMany(d => Gen.Choose(0, d)
            .SelectMany(n => Gen.Choose(1, 100).Select(g => (n, d, g)))).ToArbitrary(), x =>
            {
                var share = Of(x.n, x.d, new Goal(x.g));
                var printed = decimal.Parse(share.Short.Split('(')[1].Replace("mindre än ", "", StringComparison.Ordinal).Split(' ')[0],
                    System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));
                return share.Reached == (100L * x.n >= (long)x.g * x.d) && share.Reached == (printed >= x.g);
            }));
}
