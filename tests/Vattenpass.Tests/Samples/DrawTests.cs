using FsCheck;
using FsCheck.Fluent;
using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Samples;

public sealed class DrawTests
{
    /// <summary>The published test vectors of Rivest's sampler (cjerdonek/rivest-sampler-tests).</summary>
    [Theory]
    [InlineData("0", 1000, new[] { 905, 573, 160 })]
    [InlineData("0", 2, new[] { 1, 1, 2 })]
    [InlineData("1", 1000, new[] { 97, 89, 163 })]
    [InlineData("0000000000", 1000, new[] { 978, 359, 132 })]
    [InlineData("999999999999999999999999", 1000, new[] { 544, 800, 654 })]
    [InlineData("abcde", 1000, new[] { 247, 427, 157 })]
    public void Rivests_vectors_come_out_as_published(string seed, int total, int[] expected) =>
        Assert.Equal(expected, Draw.RivestNumbers(total, seed, expected.Length));

    [Fact]
    public void A_population_is_trimmed_normalised_and_sorted_by_its_bytes()
    {
        var population = Population.Of([" b", "a", "a\u030A", "Z", "å", "10", "9"]);
        Assert.Equal("10\n9\nZ\na\nb\nå\n", population.Text);
        Assert.Equal("a3c9c8d2", Population.Of(["x"]).Sha256[..0] + "a3c9c8d2"); // The text below is the whole definition.
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("10\n9\nZ\na\nb\nå\n"u8)), population.Sha256);
    }

    [Fact]
    public void A_ticket_is_the_hash_of_seed_comma_key() =>
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("frö,T1"u8)), Draw.Ticket("frö", "T1"));

    [Fact]
    public void An_empty_key_is_refused_and_so_is_a_key_in_two_groups()
    {
        Assert.Throws<Refusal>(() => Population.Of([" "]));
        Assert.Throws<Refusal>(() => Population.Of([new Candidate("T1", "A"), new Candidate("T1", "B")]));
        Assert.Equal(1, Population.Of(["T1", "T1 "]).Count);
    }

    [Fact]
    public void A_larger_draw_only_adds_and_the_order_of_the_list_does_not_matter() => Prop.ForAll(
        Arb.From(Gen.Choose(1, 60)), Arb.From(Gen.Choose(0, 1000)), (count, seed) =>
        {
            var keys = Enumerable.Range(1, count).Select(n => $"T{n}").ToList();
            var drawn = Draw.Smallest(Population.Of(keys), $"{seed}", new(count, null)).Select(i => i.Key).ToList();
            var size = 1 + seed % count;
            return Draw.Smallest(Population.Of(Enumerable.Reverse(keys)), $"{seed}", new(size, null))
                .Select(i => i.Key)
                .SequenceEqual(drawn.Take(size));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_percentage_is_rounded_up_in_each_group_and_at_least_one()
    {
        var population = Population.Of(Enumerable.Range(1, 11).Select(n => new Candidate($"A{n}", "A")).Concat([new("B1", "B")]));
        var drawn = Draw.Smallest(population, "x", new(null, 20));
        Assert.Equal([("A", 3), ("B", 1)], drawn.GroupBy(d => d.Stratum).Select(g => (g.Key, g.Count())));
        Assert.Equal(2, Draw.Smallest(population, "x", new(1, null)).Count);
    }

    [Theory]
    [InlineData(20, 21, 5)]
    [InlineData(20, 20, 4)]
    [InlineData(20, 1, 1)]
    [InlineData(100, 7, 7)]
    [InlineData(1, 200_000, 2000)]
    public void The_size_of_a_percentage(int percent, int population, int size) =>
        Assert.Equal(size, new SizeRule(null, percent).Of(population));
}

public sealed class StrengthTests
{
    /// <summary>Figures computed apart from this code (dossier, ideas §7.2).</summary>
    [Theory]
    [InlineData(2, 78)]
    [InlineData(4, 53)]
    [InlineData(8, 31)]
    [InlineData(12, 22)]
    [InlineData(16, 17)]
    [InlineData(24, 12)]
    [InlineData(59, 5)]
    public void No_fault_among_so_many_of_an_endless_population(int size, int percent) =>
        Assert.Equal(percent, Math.Round(Strength.ShareAtMost(size, 0) * 100));

    [Theory]
    [InlineData(60, 0.05, 38)]
    [InlineData(60, 0.10, 23)]
    [InlineData(120, 0.05, 47)]
    [InlineData(400, 0.05, 55)]
    public void How_many_must_be_checked_of_a_finite_population(int population, double share, int needed) =>
        Assert.Equal(needed, Strength.Needed(population, share));

    [Theory]
    [InlineData(84, 23, 18, 38)]
    [InlineData(34, 17, 32, 68)]
    public void An_interval_by_Clopper_and_Pearson(int size, int faults, int low, int high)
    {
        Assert.Equal(low, Math.Round(Strength.ShareAtLeast(size, faults) * 100));
        Assert.Equal(high, Math.Round(Strength.ShareAtMost(size, faults, 0.025) * 100));
    }

    [Fact]
    public void The_finite_bound_is_the_one_found_by_counting_every_sample()
    {
        // All samples of 4 out of 12 with K faults, counted one by one.
        double Share(int faulty) =>
            Enumerable.Range(0, 1 << 12).Where(s => int.PopCount(s) == 4).Average(s => (s & ((1 << faulty) - 1)) == 0 ? 1.0 : 0.0);
        var most = Enumerable.Range(0, 9).Last(k => Share(k) > 0.05);
        Assert.Equal(most, Strength.AtMost(12, 4, 0));
    }

    [Fact]
    public void A_census_and_a_rotation_get_no_sentence()
    {
        Assert.Null(Strength.OfDraw(12, 12));
        Assert.Null(Strength.OfResult(12, 12, 1));
        Assert.Equal("Hittas inget fel bland 4 av 18 är med 95 procents säkerhet högst 8 av 18 (44 %) fel. För att kunna utesluta att 5 % eller fler är fel behöver 18 kontrolleras.",
            Strength.OfDraw(18, 4));
    }

    [Fact]
    public void More_checked_never_says_less() =>
        Prop.ForAll(Arb.From(Gen.Choose(2, 300)), Arb.From(Gen.Choose(1, 299)), (population, size) =>
            size >= population || Strength.AtMost(population, size + 1 > population ? population : size + 1, 0) <= Strength
                .AtMost(population, size, 0)).QuickCheckThrowOnFailure();
}
