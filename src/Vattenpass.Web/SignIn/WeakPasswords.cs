using System.Text;

namespace Vattenpass.Web.SignIn;

/// <summary>
/// What guessing programs try first: words from lists of leaked passwords, and what people here build on (season, work, place), with a year
/// or a sign after. A password is weak when little is left without them.
/// </summary>
internal static class WeakPasswords
{
    private const int LettersThatAreEnough = 4, SignsThatAreEnough = 6;

    private static readonly string[] Words =
    [
        "administratör", "administrator", "socialtjänsten", "socialtjanst", "socialtjänst", "internkontroll", "välkommen", "valkommen", "vattenpass",
        "hemligt", "lösenord", "losenord", "password", "passord", "welcome", "letmein", "iloveyou", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn",
        "hemtjänst", "äldreomsorg", "omsorgen", "omsorg", "kommunen", "kommun", "nämnden", "nämnd", "sommar", "vinter", "hösten", "våren", "höst", "vår",
        "januari", "februari", "mars", "april", "juni", "juli", "augusti", "september", "oktober", "november", "december",
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "sverige", "sweden", "stockholm", "göteborg", "malmö",
        "fotboll", "football", "princess", "dragon", "monkey", "master", "admin", "login", "test", "demo", "user", "abc", "hej", "och", "jag", "mitt", "mina", "min", "det", "är",
    ];

    public static bool IsWeak(string password)
    {
        var small = password.ToLowerInvariant();
        var letters = Math.Min(LettersLeft(small), LettersLeft(Unmasked(small)));
        var signs = WithoutRuns(password).Where(c => !char.IsLetter(c) && c != ' ').Distinct().Count();
        return letters < LettersThatAreEnough && signs < SignsThatAreEnough;
    }

    private static int LettersLeft(string text)
    {
        foreach (var word in Words) text = text.Replace(word, " ", StringComparison.Ordinal);
        return text.Where(char.IsLetter).Distinct().Count();
    }

    /// <summary>p@ssw0rd is password.</summary>
    private static string Unmasked(string text) => string.Concat(text.Select(c => c switch
    {
        '@' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '5' or '$' => 's',
        _ => c,
    }));

    /// <summary>1234 and 9876 are one sign each.</summary>
    private static string WithoutRuns(string text)
    {
        var kept = new StringBuilder();
        for (var n = 0; n < text.Length; n++)
            if (n == 0 || Math.Abs(text[n] - text[n - 1]) > 1) kept.Append(text[n]);
        return kept.ToString();
    }
}
