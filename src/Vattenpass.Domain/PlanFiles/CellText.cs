using System.Net;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A cell's text as it was meant: the lines of it, without markup, icons and the breaks that a narrow column made.</summary>
public static partial class CellText
{
    /// <summary>The lines, none of them blank. A line that goes on in the next, with a small letter or after a hyphen, is one line.</summary>
    public static string Clean(string raw)
    {
        var text = raw.Contains('<', StringComparison.Ordinal) ? Tags().Replace(Breaks().Replace(raw, "\n"), "") : raw;
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        var lines = new List<string>();
        foreach (var line in PlainText.Clean(text).Split('\n').Select(Tidy).Where(l => l.Length > 0))
        {
            if (lines.Count > 0 && char.IsLower(line[0]) && lines[^1][^1] is not (':' or ';'))
                lines[^1] = lines[^1].EndsWith('-') ? lines[^1][..^1] + line : $"{lines[^1]} {line}";
            else lines.Add(line);
        }
        var clean = string.Join('\n', lines);
        // An icon alone is all there is to tell; a dash says that there is nothing.
        return clean.Length == 0 ? Spaces().Replace(text, " ").Trim(' ', '-', '–', '—', '_') : clean.AsSpan().Trim("-–—_ ").IsEmpty ? "" : clean;
    }

    private static string Tidy(string line) => Icons().Replace(Spaces().Replace(line, " "), "").Trim();

    /// <summary>What comes first is the title and what stands on the lines below describes it.</summary>
    public static (string Title, string Description) Divide(string clean) =>
        clean.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? (clean[..end], clean[(end + 1)..]) : (clean, "");

    /// <summary>
    /// Where a title seems to end though nothing divides it from what comes after: a capital in the middle of a sentence begins a new one.
    /// A proposal for a person to look at, never a fact. Null where nothing tells.
    /// </summary>
    public static (string Title, string Description)? Propose(string line)
    {
        if (line.Contains('\n', StringComparison.Ordinal)) return null;
        if (RunsOn().Match(line) is not { Success: true } found) return null;
        var at = found.Index + found.Length - 1;
        return at < 4 || line[at..].Count(c => c == ' ') < 2 ? null : (line[..at].TrimEnd(' ', '.'), line[at..]);
    }

    [GeneratedRegex(@"<\s*(br|/p|/li|/div|/tr|/h\d)\s*/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,300}>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0\u2007\u202f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    /// <summary>Status icons, check marks and bullets: they say nothing that the word beside them does not.</summary>
    [GeneratedRegex(@"[\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]|^[•·▪◦*–-]+\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Icons();

    /// <summary>A small letter or a full stop, a space, and a word that begins with a capital.</summary>
    [GeneratedRegex(@"[a-zåäö0-9]\.? [A-ZÅÄÖ](?=[a-zåäö])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunsOn();
}
