using System.Text;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>Finds the encoding of a text file from its bytes. What cannot be told is refused, never guessed silently.</summary>
public static class TextDecoding
{
    private static readonly byte[] SwedishInWindows = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6];
    private static readonly byte[] SwedishInCp850 = [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99];

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (string Text, string Encoding) Decode(string name, byte[] bytes)
    {
        var (encoding, label, skip) = Find(name, bytes);
        string text;
        try
        {
            text = encoding.GetString(bytes, skip, bytes.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            // The mark says one thing and the letters another.
            throw new Refusal($"Filen {name} säger att den är {label} men innehåller andra tecken. Spara den som CSV UTF-8 och försök igen.");
        }
        Refusal.If(text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal),
            $"Filen {name} har en okänd teckenkodning. Spara den som CSV UTF-8 och försök igen.");
        // Old programs end a file with Ctrl-Z.
        return (text.TrimEnd('\u001a'), label);
    }

    /// <summary>The encoding of a file, or of its beginning, its name and how many bytes of mark come first.</summary>
    public static (Encoding Encoding, string Name, int Marks) Find(string name, byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return (new UTF8Encoding(false, true), "UTF-8", 3);
        if (bytes is [0xFF, 0xFE, 0x00, 0x00, ..])
            throw new Refusal($"Filen {name} är kodad som UTF-32, som inte kan läsas. Spara den som CSV UTF-8.");
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode, "UTF-16", 2);
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode, "UTF-16 (big endian)", 2);
        if (LooksLikeUtf16(bytes, odd: true)) return (Encoding.Unicode, "UTF-16", 0);
        if (LooksLikeUtf16(bytes, odd: false)) return (Encoding.BigEndianUnicode, "UTF-16 (big endian)", 0);
        if (IsUtf8(bytes)) return (new UTF8Encoding(false, true), "UTF-8", 0);

        var windows = bytes.Count(SwedishInWindows.Contains);
        var cp850 = bytes.Count(SwedishInCp850.Contains);
        if (windows > 0 && cp850 == 0) return (Encoding.GetEncoding(1252), "Windows-1252", 0);
        if (windows == 0 && AreQuotes(bytes)) return (Encoding.GetEncoding(1252), "Windows-1252", 0);
        if (cp850 > 0 && windows == 0) return (Encoding.GetEncoding(850), "CP850", 0);
        // Typographic quotes and dashes of Windows-1252 share bytes with CP850's letters; many more of one kind settles it.
        if (windows > 4 * cp850) return (Encoding.GetEncoding(1252), "Windows-1252", 0);
        if (cp850 > 4 * windows) return (Encoding.GetEncoding(850), "CP850", 0);
        throw new Refusal($"Filen {name} har en okänd teckenkodning. Spara den som CSV UTF-8 och försök igen.");
    }

    private const byte QuoteOrO = 0x94;

    /// <summary>
    /// The byte that is ö in CP850 and ” in Windows-1252 is the only one of the file, and stands in pairs around the words of a cell: an ö
    /// stands inside words too, or alone.
    /// </summary>
    private static bool AreQuotes(byte[] bytes)
    {
        var (isOpen, pairs) = (false, 0);
        for (var n = 0; n < bytes.Length; n++)
        {
            if (bytes[n] is (byte)'\n' or (byte)';' or (byte)',' or (byte)'\t' && isOpen) return false;
            if (bytes[n] != QuoteOrO)
            {
                if (SwedishInCp850.Contains(bytes[n])) return false;
                continue;
            }
            var (before, after) = (n > 0 && char.IsAsciiLetterOrDigit((char)bytes[n - 1]), n + 1 < bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[n + 1]));
            if (before && after || (isOpen ? after : before)) return false;
            if (isOpen) pairs++;
            isOpen = !isOpen;
        }
        return pairs > 0 && !isOpen;
    }

    private static bool LooksLikeUtf16(byte[] bytes, bool odd)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return false;
        var sample = Math.Min(bytes.Length, 2000);
        var zeros = 0;
        for (var n = odd ? 1 : 0; n < sample; n += 2) if (bytes[n] == 0) zeros++;
        return zeros > sample / 2 * 0.7;
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            new UTF8Encoding(false, true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
