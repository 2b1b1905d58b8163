using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Registers;

/// <summary>
/// Personal numbers as something else from the moment they are read: the same number gives the same pseudonym in every file of a
/// municipality, however it is written, and nobody without its key can find the number again (HMAC-SHA-256, 48 bits of it).
/// </summary>
public sealed partial class Pseudonyms(byte[] key)
{
    private const int Bytes = 6, Shortest = 10;

    private bool isNew;

    /// <summary>A new key, which lives as long as a single reading unless it is kept.</summary>
    public static Pseudonyms OfThisRun() => new(RandomNumberGenerator.GetBytes(32)) { isNew = true };

    /// <summary>Something was replaced.</summary>
    public bool WereUsed { get; private set; }

    /// <summary>The key, when it is new and something has been replaced by it; then it has to be kept.</summary>
    public byte[]? ToKeep() => isNew && WereUsed ? key : null;

    /// <summary>
    /// The text with every personal number in it replaced. Where the text is one, with what spreadsheets and people put around it, it becomes
    /// the pseudonym alone.
    /// </summary>
    /// <param name="bare">Also ten digits without a sign, when their check digit is right; not where other ids are so long.</param>
    public string Of(string text, bool bare = true)
    {
        if (text.Length < Shortest || !MayHold(text)) return text;
        var found = false;
        var replaced = Inside().Replace(text, m =>
        {
            if (!IsNumber(m, bare)) return m.Value;
            found = WereUsed = true;
            return $"P-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(LastTen(m.Value)))[..Bytes])}";
        });
        return found && Alone().Match(replaced) is { Success: true } alone ? alone.Groups["id"].Value : replaced;
    }

    /// <summary>A text with every personal number in it taken away, for messages.</summary>
    public static string Masked(string text) =>
        text.Length < Shortest || !MayHold(text) ? text : Inside().Replace(text, m => IsNumber(m, bare: true) ? "[personnummer]" : m.Value);

    public static bool Holds(string text, bool bare = true) =>
        text.Length >= Shortest && MayHold(text) && Inside().Matches(text).Any(m => IsNumber(m, bare));

    /// <summary>Ten signs of a number, before anything slower looks.</summary>
    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var c in text) if (char.IsAsciiDigit(c) && ++digits >= 9) return true;
        return false;
    }

    private static string LastTen(string number) =>
        new string([.. number.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant()[^10..];

    /// <summary>
    /// A date, and four signs of which the first may be a letter (a reserve number). With a sign before them the check digit is not asked for;
    /// without one it must be right, since many ids are so long.
    /// </summary>
    private static bool IsNumber(Match match, bool bare)
    {
        var (month, day) = (int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || (day is < 1 or > 31 && day is < 61 or > 91)) return false;
        if (match.Groups["sign"].Length > 0) return true;
        return (bare || match.Groups["century"].Length > 0) && LastTen(match.Value) is var digits
            && (!digits.All(char.IsAsciiDigit) || IdentityGuard.HasRightCheckDigit(digits));
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?<century>18|19|20)?\d{2}-?(?<month>\d{2})-?(?<day>\d{2})(?<sign>[\s\u00a0]?[-+\u2010-\u2015\u2212][\s\u00a0]?|[ \u00a0])?[0-9A-Za-z]\d{3}(?![0-9A-Za-z])",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inside();

    /// <summary>What Excel and people put around an id: ="…", an apostrophe, quotes, ".0" and spaces.</summary>
    [GeneratedRegex("^[\\s=\"'’\\u00a0\\u200b-\\u200d\\ufeff]*(?<id>P-[0-9a-f]{12})([.,]0)?[\\s\"'’\\u00a0\\u200b-\\u200d\\ufeff]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alone();
}
