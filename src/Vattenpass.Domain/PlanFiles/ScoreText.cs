using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A risk's score as a cell tells it. Fault says what in it contradicts itself, or that nothing could be read.</summary>
public sealed record ReadScore(int? Likelihood, int? Consequence, int? Value, string? Level, string? Fault = null)
{
    public static readonly ReadScore Empty = new(null, null, null, null);
    public bool IsEmpty => Likelihood is null && Consequence is null && Value is null && Level is null && Fault is null;
}

/// <summary>Scores as plans write them: "9", "3x4", "3 × 4 = 12", "8 (2x4)", "12 – hög", "S3 K4", "kritisk".</summary>
public static partial class ScoreText
{
    private static readonly string[] Levels = LevelWords.Split('|');

    public static ReadScore Read(string text)
    {
        if (text.Length is 0 or > 60) return ReadScore.Empty;
        var line = text.Replace('\n', ' ').Trim().TrimEnd('.');
        var level = Levels.FirstOrDefault(l => Regex.IsMatch(line, $@"\b{l}t?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));
        if (Factors().Match(line) is { Success: true } f)
        {
            var (a, b) = (Number(f.Groups["a"].Value), Number(f.Groups["b"].Value));
            var given = new[] { f.Groups["before"], f.Groups["after"] }.Where(g => g.Success).Select(g => (int?)Number(g.Value)).FirstOrDefault();
            return given is { } value && value != a * b
                ? new(a, b, null, level, $"{a} × {b} är {a * b}, inte {value}")
                : new(a, b, a * b, level);
        }
        if (Letters().Match(line) is { Success: true } l) return new(Number(l.Groups["s"].Value), Number(l.Groups["k"].Value), Number(l.Groups["s"].Value) * Number(l.Groups["k"].Value), level);
        return Valued().Match(line) is { Success: true } valued
            ? new(null, null, valued.Groups["v"].Success && Number(valued.Groups["v"].Value) is > 0 and <= 100 and var v ? v : null, valued.Groups["level"].Success ? valued.Groups["level"].Value.ToLowerInvariant() : null)
            : ReadScore.Empty;
    }

    /// <summary>A step of an axis: "3", "3 - Möjlig", "Möjlig (3)". A word without its number is no step, since every municipality has its own scale.</summary>
    public static int? Step(string text)
    {
        var found = Stepped().Match(text.Replace('\n', ' ').Trim());
        return found.Success && Number(found.Groups["n"].Value) is >= 1 and <= 10 and var step ? step : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\D{0,14}?(?<before>\d{1,3})\s*[(=,–-]\s*)?\(?(s\s*)?(?<a>\d{1,2})\s*[x×*•]\s*(k\s*)?(?<b>\d{1,2})\)?(\s*[=(,–-]\s*(?<after>\d{1,3})\)?)?(\D{0,30})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Factors();

    [GeneratedRegex(@"^s(annolikhet)?\s*[:=]?\s*(?<s>\d{1,2})\D{1,6}k(onsekvens)?\s*[:=]?\s*(?<k>\d{1,2})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();

    private const string LevelWords = "mycket låg|låg|medelhög|medel|medium|måttlig|mycket hög|hög|kritisk|acceptabel|allvarlig";

    /// <summary>A value, a level, or the one with the other beside it. Other words beside them may turn what they say.</summary>
    [GeneratedRegex($@"^((riskvärde|risktal|rv|värde)\s*[:=]?\s*)?((?<v>\d{{1,3}})(\s*[\s(,–-]+\s*(?<level>{LevelWords})t?\)?)?|(?<level>{LevelWords})t?(\s*[\s(,–-]+\s*(?<v>\d{{1,3}})\)?)?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Valued();

    /// <summary>"3", "3 - Möjlig", "3. Möjlig (varje månad)", "Möjlig (3)", "Möjlig 3".</summary>
    [GeneratedRegex(@"^\(?(?<n>\d{1,2})\)?(\s*[-–:=.)]?\s*\p{L}[^%]*)?$|^\p{L}[\p{L} ]*[\s(:=–-]+(?<n>\d{1,2})\)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Stepped();
}
