using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency;

/// <summary>A part of a whole as a sentence states it: "17 av 34 rapporter", "199 ärenden, varav 119".</summary>
/// <param name="At">Where in the sentence it begins.</param>
/// <param name="Unit">What is counted; empty where no countable thing is named.</param>
/// <param name="Percent">The share beside it in brackets; null when there is none.</param>
public sealed record PartOf(int At, int End, decimal Part, decimal Whole, string Unit, string Text, string? Percent, bool IsAmong);

/// <summary>Finds parts of wholes, and what is counted, in a sentence.</summary>
public static partial class Parts
{
    /// <summary>Things that controls count, by the end of the word.</summary>
    private const string Countable = @"(?:[\p{L}-]*(?:ärenden|ärende|medarbetare|anställda|rapporter|telefoner|kontroller|avvikelser|enheter|förråd|personer|brukare|klienter|akter|utredningar|beslut|behörigheter|användare|chefer|sjuksköterskor|barn|familjer|tillfällen|åtgärder|bedömningar|granskningar|analyser|möten|områden|verksamheter|loggar|planer|klagomål|rutiner|stickprov|risker))";

    public static IReadOnlyList<PartOf> In(string sentence)
    {
        List<PartOf> found = [];
        foreach (Match m in Among().Matches(sentence).Concat(Slashed().Matches(sentence)))
        {
            // "mars 2024 av en konsult", "steg 3 av ett arbete": no part of anything.
            if (IsYear(m.Groups["n"].Value) || Article().IsMatch(m.Groups["d"].Value) || Ordinal().IsMatch(sentence[..m.Index])) continue;
            var isGoal = m.Groups["q"].Success && Goal().IsMatch(sentence[..m.Index]);
            found.Add(new(m.Index, m.Index + m.Length, Quantity.Read(m.Groups["n"].Value), Quantity.Read(m.Groups["d"].Value), UnitAfter(sentence, m.Index + m.Length),
                m.Value.Trim(), m.Groups["p"].Success ? m.Groups["p"].Value : m.Groups["q"].Success && !isGoal ? m.Groups["q"].Value : null, IsAmong: true));
        }
        foreach (Match m in Whereof().Matches(sentence))
        {
            // The number that it is a part of stands nearest before; of "17 av 34 …, varav en" that is 17.
            var part = Quantity.Read(m.Groups["n"].Value);
            // Money has a rule of its own, and "varav 2024 års" counts nothing.
            if (IsYear(m.Groups["n"].Value) || Money().IsMatch(sentence[m.Index..])) continue;
            var earlier = Counted(sentence).Where(c => c.At < m.Index && !Passing().IsMatch(sentence[c.At..]) && !Ordinal().IsMatch(sentence[..c.At])).ToList();
            var before = earlier.LastOrDefault(c => c.Number >= part) ?? earlier.LastOrDefault();
            if (before is null) continue;
            var within = found.Find(f => f.IsAmong && before.At >= f.At && before.At < f.End);
            found.Add(new(before.At, m.Index + m.Length, Quantity.Read(m.Groups["n"].Value), within?.Part ?? before.Number, before.Unit, sentence[before.At..(m.Index + m.Length)], null, IsAmong: false));
        }
        return found;
    }

    /// <summary>Every number with the thing it counts, in order; those that count nothing known have no unit, and shares are left out.</summary>
    public static IReadOnlyList<CountedThing> Counted(string sentence) =>
        [.. Numbers().Matches(sentence).Where(m => !IsShareOrYear(sentence, m)).Select(m => new CountedThing(m.Index, Quantity.Read(m.Value), UnitAfter(sentence, m.Index + m.Length)))];

    private static string UnitAfter(string sentence, int at) => Unit().Match(sentence, at) is { Success: true } m ? m.Groups["unit"].Value : "";

    private static bool IsShareOrYear(string sentence, Match m)
    {
        var after = sentence.AsSpan(m.Index + m.Length).TrimStart();
        if (after.StartsWith("%") || after.StartsWith("procent") || after.StartsWith("kap") || after.StartsWith("§")) return true;
        return IsYear(m.Value);
    }

    private static bool IsYear(string written) => written is ['2', '0', _, _] && written.All(char.IsAsciiDigit);

    [GeneratedRegex(@"(?:(?<q>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)\s*\()?(?<n>" + Quantity.Whole + @")\s+av\s+(?:de\s+|totalt\s+|sammanlagt\s+)?(?<d>" + Quantity.Whole + @")(?:(?:\s+[\p{L}-]+){0,3}?\s*\((?<p>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)\))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Among();

    [GeneratedRegex(@"(?:(?<q>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)\s*\()(?<n>[0-9]{1,6})\s*/\s*(?<d>[0-9]{1,6})\)|(?<![0-9/])(?<n>[0-9]{1,6})\s*/\s*(?<d>[0-9]{1,6})\s*\((?<p>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)\)|(?<n>" + Quantity.Whole + @")\s+[\p{L}-]+\s+av\s+(?<d>" + Quantity.Whole + @")\s*\((?<p>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^(en|ett)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(vecka|v\.|version|steg|punkt|nivå|kvartal|kl\.?|kapitel|kap\.?|sida|rad|åldern|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|[0-9]\s*[–-])\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bmål\p{L}*\b[^.]{0,25}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Goal();

    [GeneratedRegex(@"^varav\s+\S+(\s[0-9]{3})*\s*(mnkr|mkr|tkr|kr|kronor|miljon)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Money();

    // "under 2 månader", "3 juli", "i snitt 10 per enhet", "16–18 år": numbers that nothing is a part of.
    [GeneratedRegex(@"^\S+\s*(månader|månad|år|åringar|veckor|vecka|dagar|dag|timmar|per|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|gånger|[–-]\s*[0-9])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Passing();

    [GeneratedRegex(@"\bvarav\s+(?:bara\s+|endast\s+)?(?<n>" + Quantity.Whole + @")(?!\s*(?:%|procent))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Whereof();

    [GeneratedRegex(Quantity.Whole, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\G\s*(?:\([0-9]+(?:[.,][0-9]+)?\s*(?:%|procent)\)\s*)?" + Quantity.Adjectives + @"(?<unit>" + Countable + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Unit();
}

/// <summary>A number of a sentence, and the thing it counts.</summary>
public sealed record CountedThing(int At, decimal Number, string Unit);
