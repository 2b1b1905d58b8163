using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Words;

/// <summary>
/// The one door for text, whether typed, pasted or read from a file: composed letters (NFC), one kind of line break, and nothing that
/// cannot be seen. What Word, Excel and the web leave behind (U+000B, _x000D_, soft hyphens, ligatures, zero-width and control
/// characters) becomes what it stood for, or goes.
/// </summary>
public static partial class PlainText
{
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var whole = Escaped().Replace(text,
            m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        var clean = new StringBuilder(whole.Length);
        foreach (var rune in whole.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\u000b' or '\u000c' or '\u0085' or '\u2028' or '\u2029') clean.Append('\n');
            else if (rune.Value is '\t') clean.Append(' ');
            else if (rune.Value is WordsBullet) clean.Append('•');
            else if (rune.Value is >= 0xFB00 and <= 0xFB06) clean.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (IsSeen(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The bullet that Word pastes, a sign of its own symbol font.</summary>
    private const int WordsBullet = 0xF0B7;

    /// <summary>The same of what has one line only: a key, a title, a cell.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ').Trim();

    /// <summary>Half a pair of surrogates is read as U+FFFD, which is no letter anybody wrote.</summary>
    private static bool IsSeen(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static bool IsClean(string text) =>
        text.All(c => c is '\n' or >= ' ' and < '\u007f' or >= '\u00a0' and < '\u0180' and not '\u00ad')
            && !text.Contains("_x", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
