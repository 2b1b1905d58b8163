using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain;

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
        List<string> found = [];
        var numbers = Numbers().Matches(text);
        if (numbers.Any(m => IsPersonalNumber(m.Value))) found.Add("ett personnummer eller samordningsnummer");
        if (Mails().IsMatch(text)) found.Add("en e-postadress");
        if (Phones().Matches(text).Any(m => m.Value.Count(char.IsAsciiDigit) is >= 8 and <= 13 && !numbers.Any(n => n.Index == m.Index && IsPersonalNumber(n.Value)))) found.Add("ett telefonnummer");
        return found;
    }

    public static string Join(IReadOnlyList<string> found) => found.Count <= 1 ? string.Concat(found) : string.Join(", ", found.Take(found.Count - 1)) + " och " + found[^1];

    /// <summary>Titles and file names travel further than a text does, so there it is refused.</summary>
    public static void MustBeFree(string? text, string field, string what)
    {
        var found = Find(text);
        Refusal.If(found.Count > 0, $"{what} innehåller {Join(found)}. Ta bort det.", field);
    }

    private static bool IsPersonalNumber(string match)
    {
        var digits = new string([.. match.Where(char.IsAsciiDigit)]);
        if (digits.Length == 12) digits = digits[2..];
        if (digits.Length != 10) return false;
        var day = int.Parse(digits[4..6], CultureInfo.InvariantCulture);
        var month = int.Parse(digits[2..4], CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || (day is < 1 or > 31 && day is < 61 or > 91)) return false;
        var sum = 0;
        for (var n = 0; n < 10; n++)
        {
            var doubled = (digits[n] - '0') * (n % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![\d])(?:(?:18|19|20)[ ]?)?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[-+\u2013\u2212]?[ ]?\d{4}(?![\d])", RegexOptions.None, 200)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]*\w", RegexOptions.None, 200)]
    private static partial Regex Mails();

    [GeneratedRegex(@"(?<![\d\w/-])(?:\+46[ ]?\(?0?\)?|0046[ ]?|0)[1-9]\d{0,2}[ -]?(?:\d[ ]?){5,8}(?!\d)", RegexOptions.None, 200)]
    private static partial Regex Phones();
}
