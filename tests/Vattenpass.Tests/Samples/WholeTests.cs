using Vattenpass.Domain.Samples;

namespace Vattenpass.Tests.Samples;

/// <summary>What samples of many units say together, against every population that can be: the truth is outside at most one time in twenty.</summary>
public sealed class WholeTests
{
    [Fact]
    public void It_is_one_sentence_for_the_whole() => Assert.Matches(
        @"^80 av 164 telefoner kontrollerades; 11 hade fel\. Med 95 procents säkerhet har mellan \d+ och \d+ procent av alla telefoner fel\.$",
        Strength.Sentence([(100, 49, 7), (64, 31, 4)], "telefoner"));

    [Theory]
    [InlineData(0, "inget fel hittades. Med 95 procents säkerhet har högst")]
    [InlineData(4, "4 hade fel. Med 95 procents säkerhet har mellan")]
    [InlineData(10, "10 hade fel. Med 95 procents säkerhet har minst")]
    public void None_some_and_all(int faults, string text) =>
        Assert.Contains(text, Strength.Sentence([(20, 5, Math.Min(faults, 5)), (20, 5, Math.Max(0, faults - 5))], "akter"), StringComparison.Ordinal);

    [Fact]
    public void Units_that_were_not_checked_are_not_spoken_of() =>
        Assert.EndsWith("av alla telefoner i de enheter som har kontrollerats fel.", Strength.Sentence([(100, 49, 7), (64, 31, 4)], "telefoner", 1), StringComparison.Ordinal);

    [Fact]
    public void A_whole_that_was_checked_says_nothing_about_chance() => Assert.Null(Strength.Sentence([(5, 5, 1), (3, 3, 0)], "akter"));

    public static TheoryData<int, int, int, int> Strata => new() { { 6, 2, 6, 2 }, { 8, 3, 5, 2 }, { 9, 3, 4, 3 }, { 10, 2, 4, 4 }, { 12, 3, 3, 1 } };

    /// <summary>Brute force: for every number of faults in two small units, how probable is a pair of samples whose interval leaves out the truth?</summary>
    [Theory, MemberData(nameof(Strata))]
    public void The_truth_is_left_out_at_most_one_time_in_twenty(int first, int fromFirst, int second, int fromSecond)
    {
        for (var a = 0; a <= first; a++)
            for (var b = 0; b <= second; b++)
            {
                var truth = (double)(a + b) / (first + second);
                var outside = 0.0;
                for (var x = Math.Max(0, fromFirst - (first - a)); x <= Math.Min(fromFirst, a); x++)
                    for (var y = Math.Max(0, fromSecond - (second - b)); y <= Math.Min(fromSecond, b); y++)
                    {
                        var (least, most) = Strength.OfWhole([(first, fromFirst, x), (second, fromSecond, y)]);
                        if (truth < least - 1e-9 || truth > most + 1e-9) outside += Hit(first, a, fromFirst, x) * Hit(second, b, fromSecond, y);
                    }
                Assert.True(outside <= 0.05 + 1e-9, $"{a} of {first} and {b} of {second}: {outside:0.000} outside");
            }
    }

    private static double Hit(int population, int faulty, int size, int faults) =>
        Choose(faulty, faults) * Choose(population - faulty, size - faults) / Choose(population, size);

    private static double Choose(int n, int k) => k < 0 || k > n ? 0 : Enumerable.Range(0, k).Aggregate(1.0, (all, i) => all * (n - i) / (i + 1));
}
