namespace Vattenpass.Web.Files;

/// <summary>Cells of a semicolon-separated file, as spreadsheets open them.</summary>
public static class CsvText
{
    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it (ASVS 1.2.10).</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\0') text = "'" + text;
        return Quoted(text);
    }

    /// <summary>A cell as it stands, in quotes where it has to be.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(";\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
