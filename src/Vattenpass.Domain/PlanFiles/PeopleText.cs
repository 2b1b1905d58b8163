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
        [.. (text.Length > Longest ? [text] : text.Split('\n', ';').SelectMany(Commas).SelectMany(p => Slashes(p, known)).SelectMany(p => AtAnd(p, known)))
            .Select(p => p.Trim(' ', '.')).Where(p => p.Length > 0).Distinct()];

    /// <summary>Longer than this is no list of people.</summary>
    public const int Longest = 1000;

    /// <summary>A comma divides people; not in brackets, not before a small letter ("Chef, vård och omsorg"), and not a family name from the first one.</summary>
    private static IEnumerable<string> Commas(string line)
    {
        var pieces = CommasOutside().Split(line);
        if (pieces is [var family, var given] && IsOneName(family) && IsOneName(given)) return [line];
        List<string> people = [];
        foreach (var piece in pieces.Select(p => p.Trim()).Where(p => p.Length > 0))
            if (people.Count > 0 && char.IsLower(piece[0]) && !Occupation().IsMatch(piece)) people[^1] += $", {piece}";
            else people.Add(piece);
        return people;
    }

    private static bool IsOneName(string piece) => piece.Trim() is { Length: > 2 } word && !word.Contains(' ', StringComparison.Ordinal) && char.IsUpper(word[0]) && word.Skip(1).All(c => char.IsLower(c) || c == '-') && !Occupation().IsMatch(word);

    /// <summary>Names that seem to run on: four words or more that all begin with a capital, or two occupations, with nothing between them.</summary>
    public static bool RunsOn(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !name.Contains('(', StringComparison.Ordinal) && (words.Count(w => Occupation().IsMatch(w)) > 1 || (words.Length >= 4 && words.All(w => char.IsUpper(w[0]))));
    }

    /// <summary>Placeholders of forms, and words that say that there is nobody.</summary>
    public static bool IsNobody(string name) => Nobody().IsMatch(name);

    private static string[] Slashes(string part, IReadOnlySet<string> known) =>
        Slash().Split(part) is { Length: > 1 } pieces && pieces.All(p => IsSomebody(p, known)) ? pieces : [part];

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

    [GeneratedRegex(@",(?![^(]*\))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommasOutside();

    [GeneratedRegex(@"^(klicka|välj ett|ange (text|namn)|vakant|vakans|ej utsedd|inte utsedd|saknas|se ovan|se nedan|samma|ingen|okänd|tillsätts)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^(ansvarig:\s*(?<one>[^:]*?))?[\s.]*(rapporteringsansvarig:\s*(?<two>[^:]*))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\s+(?:och|samt|&)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex And();
}
