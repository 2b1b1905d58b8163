using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>
/// The people of a cell. A comma, a semicolon, a slash or a line divides one from the next; "och" does so only between names that are
/// known, since titles hold the word too. Where nothing divides, the text is one.
/// </summary>
public static partial class PeopleText
{
    /// <param name="known">Names that are known to be somebody's, folded by <see cref="Key"/>.</param>
    public static IReadOnlyList<string> Divide(string text, IReadOnlySet<string> known) =>
        [.. text.Split('\n', ',', ';').SelectMany(Slashes).SelectMany(p => AtAnd(p, known)).Select(p => p.Trim(' ', '.')).Where(p => p.Length > 0).Distinct()];

    private static IEnumerable<string> Slashes(string part) => Slash().IsMatch(part) ? Slash().Split(part) : [part];

    private static IEnumerable<string> AtAnd(string part, IReadOnlySet<string> known)
    {
        foreach (Match and in And().Matches(part))
        {
            var (left, right) = (part[..and.Index], part[(and.Index + and.Length)..]);
            if (IsSomebody(left, known) && IsSomebody(And().Split(right)[0], known)) return [left, .. AtAnd(right, known)];
        }
        return [part];
    }

    /// <summary>A known name, or one that says what somebody works as.</summary>
    private static bool IsSomebody(string name, IReadOnlySet<string> known) => known.Contains(Key(name)) || Occupation().IsMatch(name);

    /// <summary>"Ansvarig: A, B. Rapporteringsansvarig: C", as this product writes it; null where there are no such labels.</summary>
    public static (string Responsible, string Officers)? Labelled(string text)
    {
        if (!text.Contains("nsvarig:", StringComparison.Ordinal) || Labels().Match(text) is not { Success: true } found) return null;
        return (Said(found.Groups["one"].Value), Said(found.Groups["two"].Value));

        static string Said(string names) => names.Trim(' ', '.', '\n') is var said && said is "uppgift saknas" ? "" : said;
    }

    public static string Key(string name) => PlainText.Line(name).Trim(' ', '.', ',').ToLowerInvariant();

    /// <summary>
    /// Two lists written after each other, as the people of two columns in one cell: where the first ends may be seen from names that stand
    /// alone elsewhere, or from a name written twice. A proposal, never a fact; null where nothing tells.
    /// </summary>
    public static (IReadOnlyList<string> First, IReadOnlyList<string> Second)? Propose(string text, IReadOnlySet<string> known)
    {
        var pieces = text.Split(',', StringSplitOptions.TrimEntries);
        List<(IReadOnlyList<string>, IReadOnlyList<string>)> ways = [];
        for (var n = 0; n < pieces.Length; n++)
            for (var at = pieces[n].IndexOf(' ', StringComparison.Ordinal); at > 0; at = pieces[n].IndexOf(' ', at + 1))
            {
                var (left, right) = (pieces[n][..at], pieces[n][(at + 1)..]);
                List<string> first = [.. pieces[..n], left], second = [right, .. pieces[(n + 1)..]];
                if (first.Concat(second).Count(p => known.Contains(Key(p))) is var sure && sure + (Key(left) == Key(right) ? 2 : 0) >= first.Count + second.Count - (n + 1 < pieces.Length ? 1 : 0))
                    ways.Add((first, second));
            }
        return ways is [var only] ? only : null;
    }

    [GeneratedRegex(@"\s+/\s*|/\s+|(?<=\p{L}{2})/(?=\p{L}{2})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slash();

    [GeneratedRegex(@"^[\p{L}-]*(chef|ledare|samordnare|utvecklare|strateg|controller|sköterska|ekonom|handläggare|sekreterare|specialist|assistent|direktör|jurist|registrator|arkivarie|förvaltare|inspektör|koordinator|administratör|rektor|undersköterska|vårdbiträde|ordförande|sjukgymnast|terapeut|MAS|MAR|SAS|DSO|EC|VC)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Occupation();

    [GeneratedRegex(@"^(ansvarig:\s*(?<one>[^:]*?))?[\s.]*(rapporteringsansvarig:\s*(?<two>[^:]*))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\s+(?:och|samt|&)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex And();
}
