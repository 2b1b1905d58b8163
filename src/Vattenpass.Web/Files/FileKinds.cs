using System.Text;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>What a file is, told by how it begins: a name says nothing. One that holds no rows is named as what it is, with what to do.</summary>
public static class FileKinds
{
    private const int Beginning = 2048;

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [0x50, 0x4B, 0x03 or 0x05, ..];

    /// <exception cref="Refusal">The file is of a kind that holds no rows, or is closed with a password.</exception>
    public static void MustBeRows(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw new Refusal(Has(bytes, "EncryptedPackage")
                ? $"Filen {name} är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet och spara om den."
                : Has(bytes, "WordDocument") ? $"Filen {name} är ett gammalt Worddokument (.doc). Spara om det som .docx."
                : $"Filen {name} är en gammal Excelfil (.xls). Öppna den i Excel och spara om den som .xlsx eller CSV.");
        var begins = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Beginning)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        Refusal.If(begins.StartsWith("%PDF", StringComparison.Ordinal), $"Filen {name} är en PDF. Ta ut samma uppgifter som CSV eller Excel.");
        Refusal.If(begins.StartsWith("{\\rtf", StringComparison.Ordinal), $"Filen {name} är ett RTF-dokument. Ta ut samma uppgifter som CSV eller Excel.");
        if (!begins.StartsWith('<')) return;
        var isHtml = begins.Contains("<html", StringComparison.OrdinalIgnoreCase) || begins.Contains("<table", StringComparison.OrdinalIgnoreCase);
        throw new Refusal($"Filen {name} är {(isHtml ? "en webbsida (HTML), även om den heter något annat" : "en XML-fil")}. Öppna den i Excel och spara om den som .xlsx, eller ta ut samma uppgifter som CSV.");
    }

    private static bool Has(ReadOnlySpan<byte> bytes, string part) => bytes.IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;
}
