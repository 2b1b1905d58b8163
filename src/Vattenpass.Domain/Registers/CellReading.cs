using System.Globalization;

namespace Vattenpass.Domain.Registers;

/// <summary>Reads one cell into canonical text, or says in Swedish what is wrong with it and how to mend it.</summary>
public static class CellReading
{
    private const int LongestName = 200, LongestText = 2000;
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy", "d/M yyyy", "d.M.yyyy"];
    private static readonly string[] MonthForms = ["yyyy-MM", "yyyyMM", "yyyy/MM", .. DateForms];

    public static bool TryRead(Column column, string raw, out string value, out string problem)
    {
        value = Words.PlainText.Line(raw);
        problem = "";
        if (value.Length == 0)
        {
            if (column.Required) problem = "cellen är tom. Fyll i ett värde.";
            return problem.Length == 0;
        }
        if (column.Type is ColumnType.Text && value.Length > (column.Required ? LongestName : LongestText))
        {
            problem = $"texten är längre än {(column.Required ? LongestName : LongestText)} tecken. Korta den.";
            return false;
        }
        if (!column.Required && column.Type is ColumnType.Date && value.StartsWith("9999", StringComparison.Ordinal)) value = "";
        if (value.Length == 0) return true;
        var read = column.Type switch
        {
            ColumnType.Date => Date(value, DateForms, "yyyy-MM-dd"),
            ColumnType.Month => Date(value, MonthForms, "yyyy-MM"),
            ColumnType.Number => Number(value),
            ColumnType.Count => Number(value) is { } n && n[0] != '-' ? n : null,
            ColumnType.YesNo => YesNo(value),
            ColumnType.Term => Term(value),
            _ => value,
        };
        if (read is null) problem = $"”{Short(value)}” {Remedy(column.Type)}";
        value = read ?? value;
        return read is not null;
    }

    private static string? Date(string text, string[] forms, string form) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1900 and <= 2200
            ? date.ToString(form, CultureInfo.InvariantCulture) : null;

    private static string? Number(string text) =>
        int.TryParse(text.Replace(" ", "").Replace("\u00a0", "").Replace("\u202f", ""), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var n)
            ? n.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "ja" or "j" or "x" or "1" or "sant" or "yes" or "true" => "ja",
        "nej" or "n" or "-" or "0" or "falskt" or "no" or "false" => "nej",
        _ => null,
    };

    private static string? Term(string text) => text.ToLowerInvariant() switch
    {
        "vår" or "våren" or "vt" or "h1" => "vår",
        "höst" or "hösten" or "ht" or "h2" => "höst",
        _ => null,
    };

    private static string Remedy(ColumnType type) => type switch
    {
        ColumnType.Date => "är inget datum. Skriv till exempel 2024-03-31.",
        ColumnType.Month => "är ingen månad. Skriv till exempel 2024-03.",
        ColumnType.Number => "är inget heltal. Skriv bara siffror.",
        ColumnType.Count => "är inget antal. Skriv ett heltal från 0 och uppåt.",
        ColumnType.YesNo => "är varken ja eller nej. Skriv ja eller nej.",
        ColumnType.Term => "är ingen termin. Skriv vår eller höst.",
        _ => "går inte att läsa.",
    };

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
