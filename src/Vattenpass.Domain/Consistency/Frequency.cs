using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency;

/// <summary>How often, in times a year, as reports write it.</summary>
public static partial class Frequency
{
    private static readonly (Regex Words, int Times)[] All = [(Week(), 52), (Month(), 12), (Quarter(), 4), (Half(), 2), (Year(), 1)];

    /// <summary>Times a year; null where the words say none that is known.</summary>
    public static int? PerYear(string words) => All.FirstOrDefault(f => f.Words.IsMatch(words)) is { Times: > 0 and var times } ? times : null;

    /// <summary>Every frequency that a text states, with the words.</summary>
    public static IEnumerable<(int Times, string Words)> In(string text) => All.SelectMany(f => f.Words.Matches(text).Select(m => (f.Times, m.Value)));

    [GeneratedRegex(@"\b(varje vecka|veckovis|(en|1) gång (i|per|/) ?vecka(n)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Week();

    [GeneratedRegex(@"\b(varje månad|månadsvis|(en|1) gång( i | per | ?/ ?)månad(en)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(varje kvartal|kvartalsvis|var tredje månad|(en|1) gång( i | per | ?/ ?)kvartal(et)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(varje halvår|halvårsvis|två gånger (per|om) år(et)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b((en|1) gång( om | per | ?/ ?)år(et)?|årligen|varje år)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Year();
}
