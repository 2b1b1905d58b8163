using System.Net;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A cell's text as it was meant: the lines of it, without markup, icons and the breaks that a narrow column made.</summary>
public static partial class CellText
{
    /// <summary>The lines, none of them blank.</summary>
    public static string Clean(string raw)
    {
        var text = raw.Contains('<', StringComparison.Ordinal) ? Tags().Replace(Breaks().Replace(raw, "\n"), "") : raw;
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        var clean = string.Join('\n', PlainText.Clean(text).Split('\n').Select(Tidy).Where(l => l.Length > 0));
        // An icon alone is all there is to tell; a dash says that there is nothing.
        return clean.Length == 0 ? Spaces().Replace(text, " ").Trim(' ', '-', '–', '—', '_') : clean.AsSpan().Trim("-–—_ ").IsEmpty ? "" : clean;
    }

    private static string Tidy(string line) => Icons().Replace(Spaces().Replace(line, " "), "").Trim();

    /// <summary>On one line and not longer than a message can hold.</summary>
    public static string Short(string text) => text.Replace('\n', ' ') is { Length: > 60 } line ? line[..60] + "…" : text.Replace('\n', ' ');

    /// <summary>A text as it is known again: whole, but for case, spaces and line breaks.</summary>
    public static string Key(string text) => Spaces().Replace(text, " ").Trim().ToLowerInvariant();

    /// <summary>A line that goes on in the next, with a small letter or after a hyphen, is one line: the column was narrow. A list is not.</summary>
    public static string Flow(string clean)
    {
        if (!clean.Contains('\n', StringComparison.Ordinal)) return clean;
        var lines = new List<string>();
        foreach (var line in clean.Split('\n'))
        {
            if (lines.Count > 0 && char.IsLower(line[0]) && !Lettered().IsMatch(line) && lines[^1][^1] is not (':' or ';' or ','))
                lines[^1] = lines[^1].EndsWith('-') ? lines[^1][..^1] + line : $"{lines[^1]} {line}";
            else lines.Add(line);
        }
        return string.Join('\n', lines);
    }

    /// <summary>Of boxes to tick, the text beside those that are ticked; null where there are boxes and none is. A text without boxes is itself.</summary>
    public static string? Ticked(string text)
    {
        if (!Boxes().IsMatch(text)) return text;
        List<string> ticked = [.. Boxes().Matches(text).Select((m, n) => (m.Value, Text: text[(m.Index + m.Length)..(Boxes().Match(text, m.Index + m.Length) is { Success: true } next ? next.Index : text.Length)].Trim()))
            .Where(b => b.Value is "☒" or "☑" or "✅" or "✔" && b.Text.Length > 0).Select(b => b.Text)];
        return ticked.Count > 0 ? string.Join('\n', ticked) : null;
    }

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

    [GeneratedRegex(@"</?(p|br|b|i|u|em|strong|span|div|li|ul|ol|table|tbody|thead|tr|td|th|a|h\d|font|sup|sub|o:p)(\s[^<>]{0,300})?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0\u2007\u202f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    /// <summary>Status icons, check marks and bullets: they say nothing that the word beside them does not.</summary>
    [GeneratedRegex(@"[\u25a0-\u25ff\u2600-\u260f\u2613-\u2703\u2705-\u2713\u2719-\u274b\u274d-\u27bf\u2b00-\u2bff\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]|^[•·▪◦*–-]+\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Icons();

    /// <summary>Boxes and marks that say whether something is so: they are read, and never taken away.</summary>
    [GeneratedRegex("[☐☑☒❌✗✘✖✔✅]", RegexOptions.NonBacktracking)]
    private static partial Regex Boxes();

    [GeneratedRegex(@"^\p{Ll}{1,3}[).]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Lettered();

    /// <summary>A small letter or a full stop, a space, and a word that begins with a capital.</summary>
    [GeneratedRegex(@"[a-zåäö0-9]\.? [A-ZÅÄÖ](?=[a-zåäö])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunsOn();
}
