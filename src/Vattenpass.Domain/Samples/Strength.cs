using System.Globalization;

namespace Vattenpass.Domain.Samples;

/// <summary>
/// What a random sample says about the whole, at 95 % confidence. Finite populations by the exact hypergeometric distribution;
/// draws with replacement by Clopper–Pearson. A census and a rotation say nothing of the kind and get no sentence.
/// </summary>
public static class Strength
{
    private const double OneSided = 0.05, TwoSided = 0.025;
    private const double TolerableShare = 0.05;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The largest number of faults in a population of <paramref name="population"/> that still fits with <paramref name="faults"/> in a sample of <paramref name="size"/>.</summary>
    public static int AtMost(int population, int size, int faults, double alpha = OneSided)
    {
        var (fits, tooMany) = (faults, population - (size - faults) + 1);
        while (tooMany - fits > 1)
        {
            var middle = fits + (tooMany - fits) / 2;
            if (Cumulative(population, middle, size, faults) > alpha) fits = middle; else tooMany = middle;
        }
        return fits;
    }

    /// <summary>The smallest number of faults that fits; by symmetry from the faultless.</summary>
    public static int AtLeast(int population, int size, int faults, double alpha = TwoSided) =>
        population - AtMost(population, size, size - faults, alpha);

    /// <summary>How many must be checked without a fault to rule out that <paramref name="share"/> or more are faulty.</summary>
    public static int Needed(int population, double share = TolerableShare)
    {
        var faults = Math.Max(1, (int)Math.Ceiling(share * population - 1e-9));
        var (tooFew, enough) = (0, population);
        while (enough - tooFew > 1)
        {
            var middle = tooFew + (enough - tooFew) / 2;
            if (Cumulative(population, faults, middle, 0) <= OneSided) enough = middle; else tooFew = middle;
        }
        return enough;
    }

    /// <summary>Clopper–Pearson: the largest share of faults that fits with so many in a sample of an endless population.</summary>
    public static double ShareAtMost(int size, int faults, double alpha = OneSided)
    {
        var (low, high) = ((double)faults / size, 1.0);
        for (var n = 0; n < 60; n++)
        {
            var middle = (low + high) / 2;
            if (BinomialCumulative(size, middle, faults) > alpha) low = middle; else high = middle;
        }
        return low;
    }

    public static double ShareAtLeast(int size, int faults, double alpha = TwoSided) => 1 - ShareAtMost(size, size - faults, alpha);

    /// <summary>What a draw will be able to say, before anything is checked; null for a census or an empty draw.</summary>
    public static string? OfDraw(int population, int size)
    {
        if (size == 0 || size >= population) return null;
        var most = AtMost(population, size, 0);
        var needed = Needed(population);
        return $"Hittas inget fel bland {size} av {population} är med 95 procents säkerhet högst {most} av {population} ({Percent(most, population)}) fel."
            + (needed > size ? $" För att kunna utesluta att 5 % eller fler är fel behöver {needed} kontrolleras." : "");
    }

    /// <summary>What a checked sample says about the whole; null for a census or when nothing was checked.</summary>
    public static string? OfResult(int population, int size, int faults)
    {
        if (size == 0 || size >= population) return null;
        if (faults == 0)
            return $"Inget fel bland {size} kontrollerade av {population}: med 95 procents säkerhet är högst {AtMost(population, size, 0)} av {population} ({Percent(AtMost(population, size, 0), population)}) fel.";
        var (least, most) = (AtLeast(population, size, faults), AtMost(population, size, faults, TwoSided));
        return $"{faults} fel bland {size} kontrollerade av {population}: med 95 procents säkerhet är mellan {least} och {most} av {population} ({Percent(least, population)}–{Percent(most, population)}) fel.";
    }

    /// <summary>The same for a draw with replacement.</summary>
    public static string? OfDrawWithReplacement(int size) => size == 0 ? null
        : $"Hittas inget fel i {size} dragningar är med 95 procents säkerhet felandelen under {Round(ShareAtMost(size, 0) * 100)} %.";

    /// <summary>Strata say something about each group by itself; the weakest is told.</summary>
    public static string? OfStrata(IReadOnlyCollection<(string Stratum, int Population, int Size)> strata)
    {
        var sampled = strata.Where(s => s.Size > 0 && s.Size < s.Population).ToList();
        if (sampled.Count == 0) return null;
        if (strata.Count == 1) return OfDraw(sampled[0].Population, sampled[0].Size);
        var weakest = sampled.MaxBy(s => (double)AtMost(s.Population, s.Size, 0) / s.Population);
        return $"Urvalet är draget grupp för grupp och säger något om varje grupp för sig. Svagast är {weakest.Stratum}: {char.ToLower(OfDraw(weakest.Population, weakest.Size)![0], Swedish)}{OfDraw(weakest.Population, weakest.Size)![1..]}";
    }

    /// <summary>
    /// What samples drawn unit by unit say about all the units together, at 95 % confidence: the smallest and largest share that fits. Where
    /// the units were drawn at just the same share, the pooled sample is judged as one out of the whole (hypergeometric, as a simple random
    /// sample, which a stratified one betters). Elsewhere the share is weighed by the units' sizes and judged as a sample of Kish's effective
    /// size (Clopper–Pearson; Korn and Graubard 1998): an approximation. Shares are 0–1.
    /// </summary>
    public static (double Least, double Most) OfWhole(IReadOnlyCollection<(int Population, int Size, int Faults)> strata)
    {
        var (population, size, faults) = (strata.Sum(s => s.Population), strata.Sum(s => s.Size), strata.Sum(s => s.Faults));
        if (size == population) return ((double)faults / population, (double)faults / population);
        if (strata.All(s => (long)s.Size * population == (long)s.Population * size))
            return ((double)AtLeast(population, size, faults) / population, (double)AtMost(population, size, faults, TwoSided) / population);
        double Weight((int Population, int Size, int Faults) s) => (double)s.Population / population;
        var share = strata.Sum(s => Weight(s) * s.Faults / s.Size);
        var effective = Math.Max(1, (int)(1 / strata.Sum(s => Weight(s) * Weight(s) / s.Size)));
        var (few, many) = ((int)Math.Floor(share * effective + 1e-9), (int)Math.Ceiling(share * effective - 1e-9));
        return (few == 0 ? 0 : ShareAtLeast(effective, few), many >= effective ? 1 : ShareAtMost(effective, many, TwoSided));
    }

    /// <summary>The sentence of <see cref="OfWhole"/>: how many of what were checked, how many had faults, and what that says of all.</summary>
    /// <param name="what">What is counted, in the plural: "telefoner".</param>
    /// <param name="unchecked">How many units were drawn from and not checked: the sentence is not of them.</param>
    public static string? Sentence(IReadOnlyCollection<(int Population, int Size, int Faults)> strata, string what, int @unchecked = 0)
    {
        var checkedOnes = strata.Where(s => s.Size > 0).ToList();
        var (population, size, faults) = (checkedOnes.Sum(s => s.Population), checkedOnes.Sum(s => s.Size), checkedOnes.Sum(s => s.Faults));
        if (size == 0 || size >= population) return null;
        var (least, most) = OfWhole(checkedOnes);
        var found = faults == 0 ? "inget fel hittades" : $"{faults} hade fel";
        return $"{size} av {population} {what} kontrollerades; {found}. Med 95 procents säkerhet har "
            + (least <= 0 ? $"högst {Outward(most, up: true)} procent"
                : most >= 1 ? $"minst {Outward(least, up: false)} procent"
                : $"mellan {Outward(least, up: false)} och {Outward(most, up: true)} procent")
            + (@unchecked + strata.Count - checkedOnes.Count > 0 ? $" av alla {what} i de enheter som har kontrollerats fel." : $" av alla {what} fel.");
    }

    /// <summary>Whole per cent, rounded so that the interval never becomes narrower.</summary>
    private static string Outward(double share, bool up) =>
        (up ? Math.Ceiling(share * 100 - 1e-9) : Math.Floor(share * 100 + 1e-9)).ToString(Swedish);

    /// <summary>P(X ≤ faults) when <paramref name="faulty"/> of the population are faulty and <paramref name="size"/> are drawn without replacement.</summary>
    private static double Cumulative(int population, int faulty, int size, int faults)
    {
        var sum = 0.0;
        for (var x = Math.Max(0, size - (population - faulty)); x <= Math.Min(faults, Math.Min(size, faulty)); x++)
            sum += Math.Exp(LogChoose(faulty, x) + LogChoose(population - faulty, size - x) - LogChoose(population, size));
        return sum;
    }

    private static double BinomialCumulative(int size, double share, int faults)
    {
        if (share <= 0) return 1;
        if (share >= 1) return faults >= size ? 1 : 0;
        return Enumerable.Range(0, faults + 1)
            .Sum(x => Math.Exp(LogChoose(size, x) + x * Math.Log(share) + (size - x) * Math.Log(1 - share)));
    }

    internal static double LogChoose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    /// <summary>Sums below 256, Stirling's series above, where its error is less than 1e-15.</summary>
    private static double LogFactorial(int n)
    {
        if (n < Small.Length) return Small[n];
        var x = n + 1.0;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math
            .Log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * Math.Pow(x, 5));
    }

    private static readonly double[] Small = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(1, n).Sum(i => Math.Log(i)))];

    private static string Percent(int part, int whole) => $"{Round(100.0 * part / whole)} %";
    private static string Round(double percent) =>
        (percent is > 0 and < 1
            ? Math.Round(percent, 1, MidpointRounding.AwayFromZero)
            : Math.Round(percent, MidpointRounding.AwayFromZero)).ToString(Swedish);
}
