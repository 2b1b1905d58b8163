using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency;

/// <summary>Numbers as Swedish reports write them: 1 234, 10,5, sex, tjugotre. A year or a part of a date or paragraph is none.</summary>
public static partial class Quantity
{
    private static readonly string[] Small = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"];
    private static readonly string[] Tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

    private static readonly Dictionary<string, int> ByWord = Small.Index().Select(w => (w.Item, w.Index)).Append(("ett", 1)).Append(("samtliga", -1))
        .Concat(Tens.Index().SelectMany(t => Enumerable.Range(0, 10).Select(n => (n == 0 ? t.Item : t.Item + (n == 1 ? "en" : Small[n]), 20 + 10 * t.Index + n))))
        .Concat(Tens.Index().Select(t => (t.Item + "ett", 21 + 10 * t.Index))).Where(w => w.Item2 >= 0).DistinctBy(w => w.Item1).ToDictionary(w => w.Item1, w => w.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>A number in a pattern, without a group of its own: digits, or a word.</summary>
    public const string Pattern = @"(?:[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[0-9]+)(?:,[0-9]+)?|(?:noll|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?)";

    /// <summary>A number that nothing goes on into: no date, paragraph or decimal.</summary>
    public const string Whole = @"(?<![0-9\p{L}.,:/-])(?:" + Pattern + @")(?![0-9\p{L}]|[.,:/-][0-9])";

    /// <summary>Words between a number and what it counts: "nya", "allvarliga", "genomförda".</summary>
    public const string Adjectives = @"(?:(?:nya|allvarliga|genomförda|kontrollerade|planerade|olika|egna|utvalda|slumpmässigt|slumpmässiga|inlämnade|rapporterade|öppna|avslutade|stycken|st)\s+)*";

    public static decimal Read(string written)
    {
        var plain = new string([.. written.Where(c => !char.IsWhiteSpace(c) && c is not ('\u00a0' or '\u202f'))]);
        return ByWord.TryGetValue(plain, out var word) ? word : decimal.Parse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>How many decimals a number is written with.</summary>
    public static int DecimalsOf(string written) => written.IndexOf(',', StringComparison.Ordinal) is >= 0 and var at ? written.Trim().Length - at - 1 : 0;

    /// <summary>A share in per cent is right when it lies within half of its last decimal: 59,8 is 60, or 59,8, but not 59.</summary>
    public static bool IsRight(decimal percent, int decimals, decimal part, decimal whole)
    {
        var step = (decimal)Math.Pow(10, -decimals);
        return whole > 0 && Math.Abs(100 * part / whole - percent) <= step / 2;
    }

    /// <summary>The share in per cent with so many decimals.</summary>
    public static string Share(decimal part, decimal whole, int decimals) =>
        Math.Round(100 * part / whole, decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.GetCultureInfo("sv-SE"));

    /// <summary>The same thing is counted: one word is the other, or ends with it ("rehabiliteringsärenden" and "ärenden").</summary>
    public static bool IsSameUnit(string a, string b)
    {
        var (x, y) = (Stem(a), Stem(b));
        return x.EndsWith(y, StringComparison.OrdinalIgnoreCase) || y.EndsWith(x, StringComparison.OrdinalIgnoreCase);
    }

    private static string Stem(string word) => Endings().Replace(word.ToLowerInvariant(), "");

    [GeneratedRegex(@"(arna|erna|orna|ena|en|et|na|ar|er|or|n|a|t)$", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Endings();
}
