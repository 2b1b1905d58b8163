using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;

namespace Vattenpass.Tests.Documents;

/// <summary>The words in a file of any format, read by other means than those that wrote it.</summary>
internal static partial class WordsOf
{
    public static HashSet<string> Text(Document document) => Split(PlainTextWriter.Text(document));

    public static HashSet<string>? File(string format, byte[] bytes) => format switch
    {
        "txt" => Split(Encoding.UTF8.GetString(bytes)),
        "html" => Split(System.Net.WebUtility.HtmlDecode(Tags().Replace(Encoding.UTF8.GetString(bytes), " "))),
        "docx" or "xlsx" => Split(System.Net.WebUtility.HtmlDecode(Tags().Replace(Zip(bytes), " "))),
        "pdf" => Pdf(bytes) is { } text ? Split(text) : null,
        _ => throw new InvalidOperationException(format),
    };

    /// <summary>The text of a PDF by poppler, or null where it is not installed.</summary>
    public static string? Pdf(byte[] bytes)
    {
        if (!System.IO.File.Exists("/usr/bin/pdftotext")) return null;
        var path = Path.GetTempFileName();
        System.IO.File.WriteAllBytes(path, bytes);
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        return process.StandardOutput.ReadToEnd();
    }

    internal static string Zip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join(' ', zip.Entries.Where(e => e.FullName.StartsWith("word/document", StringComparison.Ordinal)
            || e.FullName.StartsWith("xl/worksheets", StringComparison.Ordinal)).Select(e =>
            {
                using var reader = new StreamReader(e.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            }));
    }

    private static HashSet<string> Split(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\p{L}\d]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
