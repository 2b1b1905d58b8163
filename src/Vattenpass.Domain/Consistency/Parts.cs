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
    private const int LongestSentence = 2000;

    /// <summary>Things that controls count, by the end of the word.</summary>
    private const string Countable = @"(?:[\p{L}-]*(?:ärenden|ärende|medarbetare|anställda|rapporter|telefoner|kontroller|avvikelser|enheter|förråd|personer|brukare|klienter|akter|utredningar|beslut|behörigheter|användare|chefer|sjuksköterskor|barn|familjer|tillfällen|åtgärder|bedömningar|granskningar|analyser|möten|områden|verksamheter|loggar|planer|klagomål|rutiner|stickprov|risker))";

    public static IReadOnlyList<PartOf> In(string sentence)
    {
        if (sentence.Length > LongestSentence) return [];
        List<PartOf> found = [];
        foreach (Match m in Among().Matches(sentence))
            found.Add(new(m.Index, m.Index + m.Length, Quantity.Read(m.Groups["n"].Value), Quantity.Read(m.Groups["d"].Value), UnitAfter(sentence, m.Index + m.Length),
                m.Value.Trim(), m.Groups["p"].Success ? m.Groups["p"].Value : m.Groups["q"].Success ? m.Groups["q"].Value : null, IsAmong: true));
        foreach (Match m in Whereof().Matches(sentence))
        {
            // The number that it is a part of stands nearest before; of "17 av 34 …, varav en" that is 17.
            var before = Counted(sentence).LastOrDefault(c => c.At < m.Index);
            if (before is null) continue;
            var within = found.Find(f => f.IsAmong && before.At >= f.At && before.At < f.End);
            found.Add(new(before.At, m.Index + m.Length, Quantity.Read(m.Groups["n"].Value), within?.Part ?? before.Number, before.Unit, sentence[before.At..(m.Index + m.Length)], null, IsAmong: false));
        }
        return found;
    }

    /// <summary>Every number with the thing it counts, in order; those that count nothing known have no unit, and shares are left out.</summary>
    public static IReadOnlyList<CountedThing> Counted(string sentence) => sentence.Length > LongestSentence ? [] :
        [.. Numbers().Matches(sentence).Where(m => !IsShareOrYear(sentence, m)).Select(m => new CountedThing(m.Index, Quantity.Read(m.Value), UnitAfter(sentence, m.Index + m.Length)))];

    private static string UnitAfter(string sentence, int at) => Unit().Match(sentence, at) is { Success: true } m ? m.Groups["unit"].Value : "";

    private static bool IsShareOrYear(string sentence, Match m)
    {
        var after = sentence.AsSpan(m.Index + m.Length).TrimStart();
        if (after.StartsWith("%") || after.StartsWith("procent") || after.StartsWith("kap") || after.StartsWith("§")) return true;
        return m.Value is ['2', '0', _, _] && Quantity.Read(m.Value) is >= 2000 and < 2100;
    }

    [GeneratedRegex(@"(?:(?<q>\d+(?:[.,]\d+)?)\s*(?:%|procent)\s*\()?(?<n>" + Quantity.Whole + @")\s+av\s+(?:de\s+|totalt\s+|sammanlagt\s+)?(?<d>" + Quantity.Whole + @")(?:(?:\s+[\p{L}-]+){0,3}?\s*\((?<p>\d+(?:[.,]\d+)?)\s*(?:%|procent)\))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Among();

    [GeneratedRegex(@"\bvarav\s+(?:bara\s+|endast\s+)?(?<n>" + Quantity.Whole + @")(?!\s*(?:%|procent))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Whereof();

    [GeneratedRegex(Quantity.Whole, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\G\s*(?:\(\d+(?:[.,]\d+)?\s*(?:%|procent)\)\s*)?" + Quantity.Adjectives + @"(?<unit>" + Countable + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Unit();
}

/// <summary>A number of a sentence, and the thing it counts.</summary>
public sealed record CountedThing(int At, decimal Number, string Unit);
