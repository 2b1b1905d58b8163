using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>How many are checked, as the source says it: a number, a percentage or all of them.</summary>
public static partial class SampleText
{
    private static readonly string[] Numbers = ["", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    /// <summary>A cell of a column for samples, where a number alone is enough.</summary>
    public static ReadSample? Cell(string text)
    {
        var line = text.Replace('\n', ' ').Trim();
        if (Grouped().Match(line) is { Success: true } g && Cell(g.Groups["size"].Value) is { Rule: { } size })
            return new(line, size with { Groups = Plans.SampleGroups.Checked(g.Groups["column"].Value, g.Groups["words"].Value) });
        return line.Length == 0 ? null
            : Alone().Match(line) is { Success: true } alone ? new(line, new(Number(alone.Groups["n"].Value), null))
            : All().IsMatch(line) ? new(line, new(null, 100))
            : new(line, Find(line)?.Rule ?? (Percent().Match(line) is { Success: true } p && Number(p.Groups["n"].Value) is >= 1 and <= 100 and var share ? new(null, share) : null));
    }

    /// <summary>A sample's size in the middle of a control's text.</summary>
    public static ReadSample? Find(string text)
    {
        if (PercentOfSample().Match(text) is { Success: true } p && Number(p.Groups["n"].Value) is >= 1 and <= 100 and var percent) return new($"{percent} %", new(null, percent));
        return Sized().Match(text) is { Success: true } s && Number(s.Groups["n"].Value) is >= 1 and var n ? new($"{n}", new(n, null)) : null;
    }

    public static bool IsSample(string text) => Sample().IsMatch(text);
    public static bool IsAll(string text) => All().IsMatch(text);

    private static int Number(string word) => Array.IndexOf(Numbers, word.ToLowerInvariant()) is > 0 and var at ? at
        : int.TryParse(word, CultureInfo.InvariantCulture, out var n) ? n : 0;

    [GeneratedRegex(@"^(minst\s+)?(?<n>\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s*(st\.?|stycken|akter|ärenden|stickprov|per tillfälle)?\.?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    /// <summary>A share that the sample is, and not one that is demanded.</summary>
    [GeneratedRegex(@"(stickprov|urval)(et)?\s+(på|om|av)?\s*(minst\s+)?(?<n>\d{1,3})\s*(%|procent)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PercentOfSample();

    [GeneratedRegex(@"(?<n>\d{1,3})\s*(%|procent)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?<n>\d{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s*(st\.?|stycken)?\s*(slumpmässigt|slumpvis|slumpade|slumpmässiga|stickprov|utvalda|urval)|stickprov(et)?\s+(på|av|om|:)\s*(minst\s+)?(?<n>\d{1,3}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s+\p{L}{3,}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sized();

    /// <summary>"2 per tillfälle ur varje typ: utredning, förhandsbedömning".</summary>
    [GeneratedRegex(@"^(?<size>.+?)\s+ur varje (?<column>[\p{L}\d_-]+)(:\s*(?<words>.+))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"stickprov|slumpmässig|slumpvis", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Sample();

    [GeneratedRegex(@"^(alla|samtliga|totalundersökning|komplett|hela mängden|fullständig)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex All();
}
