using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Registers;

/// <summary>
/// Personal numbers as something else from the moment they are read: the same number gives the same pseudonym in every file of a
/// municipality, and nobody without its key can find the number again (HMAC-SHA-256, 48 bits of it).
/// </summary>
public sealed partial class Pseudonyms(byte[] key)
{
    private const int Bytes = 6;

    private bool isNew, wereUsed;

    /// <summary>A new key, which lives as long as a single reading unless it is kept.</summary>
    public static Pseudonyms OfThisRun() => new(RandomNumberGenerator.GetBytes(32)) { isNew = true };

    /// <summary>The key, when it is new and something has been replaced by it; then it has to be kept.</summary>
    public byte[]? ToKeep() => isNew && wereUsed ? key : null;

    /// <summary>The cell itself, or the pseudonym of the personal number that it is.</summary>
    public string Of(string cell)
    {
        if (!IsPersonNumber(cell)) return cell;
        wereUsed = true;
        var digits = new string([.. cell.Where(char.IsAsciiDigit)])[^10..];
        return $"P-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(digits))[..Bytes])}";
    }

    /// <summary>
    /// A whole cell that is a personnummer or samordningsnummer: a date, and four digits that may have letters for a reserve number. With a
    /// century or a sign before the last four its check digit is not asked for; ten bare digits must have a right one, since many ids are so long.
    /// </summary>
    public static bool IsPersonNumber(string cell)
    {
        var text = cell.Trim();
        if (text.Length is < 10 or > 13 || Shape().Match(text) is not { Success: true } match) return false;
        var (month, day) = (int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || (day is < 1 or > 31 && day is < 61 or > 91)) return false;
        return match.Groups["century"].Length > 0 || match.Groups["sign"].Length > 0 || HasRightCheckDigit(text);
    }

    /// <summary>A text with every personal number in it taken away, for messages.</summary>
    public static string Masked(string text) => Inside().Replace(text, m => IsPersonNumber(m.Value) ? "[personnummer]" : m.Value);

    private static bool HasRightCheckDigit(string digits)
    {
        var sum = 0;
        for (var n = 0; n < 10; n++)
        {
            var doubled = (digits[n] - '0') * (n % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(18|19|20)?\d{6}[-+\u2010-\u2013]?\d{4}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?<century>18|19|20)?\d{2}(?<month>\d{2})(?<day>\d{2})(?<sign>[-+\u2010-\u2013 ])?\d{4}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
