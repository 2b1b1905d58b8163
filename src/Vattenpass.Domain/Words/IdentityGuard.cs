using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Words;

/// <summary>
/// Finds what may point out a person in free text: personnummer and samordningsnummer (with or without century, with -, + or
/// spaces, checked by date and Luhn), telephone numbers and e-mail addresses. Nothing about clients belongs in the product.
/// </summary>
public static partial class IdentityGuard
{
    /// <summary>What was found, in words that do not repeat it; empty when nothing was.</summary>
    public static IReadOnlyList<string> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        text = WithPlainDigits(text);
        List<string> found = [];
        if (HasPersonalNumber(text)) found.Add("ett personnummer eller samordningsnummer");
        if (Mails().IsMatch(text)) found.Add("en e-postadress");
        if (Phones().Matches(text).Any(m => IsPhone(m.Value))) found.Add("ett telefonnummer");
        return found;
    }

    public static bool HasPersonalNumber(string text) => Numbers().Matches(WithPlainDigits(text)).Any(m => IsPersonalNumber(m.Groups["number"].Value));

    /// <summary>Digits of other scripts and of full width are read as the ordinary ones.</summary>
    private static string WithPlainDigits(string text) =>
        text.Any(c => c > 127 && char.IsDigit(c)) ? string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)) : text;

    /// <summary>Titles and file names travel further than a text does, so there it is refused.</summary>
    public static void MustBeFree(string? text, string field, string what)
    {
        var found = Find(text);
        Refusal.If(found.Count > 0, $"{what} innehåller {Prose.List(found)}. Ta bort det.", field);
    }

    private static bool IsPersonalNumber(string match)
    {
        var digits = new string([.. match.Where(char.IsAsciiDigit)]);
        if (digits.Length == 12) digits = digits[2..];
        if (digits.Length != 10) return false;
        var day = int.Parse(digits[4..6], CultureInfo.InvariantCulture);
        var month = int.Parse(digits[2..4], CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || (day is < 1 or > 31 && day is < 61 or > 91)) return false;
        return HasRightCheckDigit(digits);
    }

    /// <summary>The last of ten digits is the check digit of the others (Luhn).</summary>
    public static bool HasRightCheckDigit(string digits)
    {
        var sum = 0;
        for (var n = 0; n < 10; n++)
        {
            var doubled = (digits[n] - '0') * (n % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /// <summary>Mobile numbers however they are grouped; others only when a hyphen, a bracket, +46 or no space at all, and the way of grouping, show that they are one number: dates and years are not.</summary>
    private static bool IsPhone(string match)
    {
        var digits = new string([.. match.Where(char.IsAsciiDigit)]);
        if (digits.StartsWith("0046", StringComparison.Ordinal)) digits = "0" + digits[4..].TrimStart('0');
        else if (match.StartsWith('+')) digits = "0" + digits[2..].TrimStart('0');
        if (digits.StartsWith("07", StringComparison.Ordinal) && digits.Length == 10) return true;
        if (digits.Length is < 8 or > 10 || digits[1] == '0') return false;
        if (match[0] is '+' || match.StartsWith("00", StringComparison.Ordinal) || match.All(char.IsAsciiDigit)) return true;
        var groups = match.Split([' ', '\u00a0', '\u2011', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries)[1..];
        return match.IndexOfAny(['-', '(', '\u2011']) >= 0 && (groups is [{ Length: >= 5 }] || groups.All(g => g.Length is 2 or 3));
    }

    /// <summary>Each pattern takes time in proportion to the text; this is only for a machine that stands still meanwhile.</summary>
    private const int MostMilliseconds = 10_000;

    // Every place is tried, so that a year before the number does not hide it.
    [GeneratedRegex(@"(?<!\d)(?=(?<number>(?:(?:18|19|20)[ \u00a0]?)?\d{2}[ \u00a0.\-]?\d{2}[ \u00a0.\-]?\d{2}[ \u00a0]?[-+.\u2010-\u2015\u2212]?[ \u00a0]?\d{2}[ \u00a0]?\d{2}(?!\d)))",
        RegexOptions.None, MostMilliseconds)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\w.+-])(?>[\w.+-]+)@[\w-]+\.[\w.-]*\w", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Mails();

    [GeneratedRegex(@"(?<![\d\w/.\-])(?:\+46|0046|\(?0)[\d \u00a0\u2011()\-]{6,16}\d(?!\d)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Phones();
}
