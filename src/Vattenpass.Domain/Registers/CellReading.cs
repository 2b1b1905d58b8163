using System.Globalization;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Registers;

/// <summary>Reads one cell into canonical text by its column, or says in Swedish what is wrong with it and how to mend it.</summary>
public static partial class CellReading
{
    private const int LongestName = 200, LongestText = 2000, LongestShown = 40;
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "d/M/yyyy", "d/M yyyy", "d.M.yyyy"];
    private static readonly string[] MonthForms = ["yyyy-MM", "yyyyMM", "yyyy/MM", .. DateForms];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "H.mm"];

    /// <summary>What a database writes for nothing at all.</summary>
    private static readonly string[] Nothing = ["null", "(null)", "<null>", "[null]", "nil", "none", "dbnull"];

    /// <summary>What people and systems write for an end that has not come.</summary>
    private static readonly string[] Open = ["tv", "t.v.", "t v", "tills vidare", "tillsvidare", "pågående", "pågår", "löpande", "öppen", "-", "–", "—"];

    /// <summary>An end that lies so far ahead is a system's way of writing that there is none.</summary>
    private const int FirstEndlessYear = 2900;

    /// <summary>Excel shows at most fifteen digits: longer numbers have lost their last ones.</summary>
    private const double FirstCutNumber = 1e15;

    public static bool TryRead(Column column, Cell cell, out string value, out string problem)
    {
        value = Spaces().Replace(PlainText.Line(cell.Text), " ");
        problem = "";
        if (cell.Kind is CellKind.Error || IsError(value))
            return Refused(out problem, $"cellen är ett fel från Excel ({Short(value)}). Rätta formeln, eller töm cellen.");
        if (Nothing.Contains(value, StringComparer.OrdinalIgnoreCase)) value = "";
        if (!column.Required && column.Type is ColumnType.Date && IsOpenEnd(value)) value = "";
        if (column.Type is ColumnType.Date or ColumnType.Month && Slashes().Match(value) is { Success: true } slashed && IsAmbiguous(slashed))
            return Refused(out problem, $"”{Short(value)}” kan vara två olika dagar. Skriv till exempel 2024-03-31.");
        if (column.Type is ColumnType.Number or ColumnType.Count && cell.Kind is CellKind.Text && Thousands().IsMatch(value))
            return Refused(out problem, $"”{Short(value)}” kan vara både ett tusental och ett tal med decimaler. Skriv {value.Replace(".", "")} eller {value.Replace('.', ',')}.");
        if (value.Length == 0) return !column.Required || Refused(out problem, "cellen är tom. Fyll i ett värde.");
        if (column.Type is ColumnType.Text) return TryText(column, cell, value, out problem);
        if (cell.Kind is CellKind.Date && column.Type is ColumnType.Number or ColumnType.Count)
            return Refused(out problem, $"cellen är ett datum i Excel ({value}). Ändra cellens format till tal.");
        var read = column.Type switch
        {
            ColumnType.Date => Day(cell, value)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ColumnType.Month => Month(cell, value),
            ColumnType.Number => Number(value)?.ToString("0.############", CultureInfo.InvariantCulture),
            ColumnType.Count => Number(value) is { } n && n >= 0 && n == decimal.Truncate(n) && n <= int.MaxValue ? n.ToString("0", CultureInfo.InvariantCulture) : null,
            ColumnType.YesNo => YesNo(value),
            ColumnType.Term => Term(value),
            _ => throw new InvalidOperationException(),
        };
        if (read is null) return Refused(out problem, $"”{Short(value)}” {Remedy(column.Type)}");
        value = read;
        return true;
    }

    private static bool Refused(out string problem, string text)
    {
        problem = text;
        return false;
    }

    private static bool TryText(Column column, Cell cell, string value, out string problem)
    {
        problem = "";
        var longest = column.Required ? LongestName : LongestText;
        if (value.Length > longest) return Refused(out problem, $"texten är längre än {longest} tecken. Korta den.");
        var isCut = cell.Kind is CellKind.Number
            ? double.TryParse(value, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= FirstCutNumber
            : Exponent().IsMatch(value);
        return !isCut || Refused(out problem,
            $"Excel har kortat ”{Short(value)}”, och de sista siffrorna är borta. Ta ut filen på nytt, och läs in den utan att öppna den i Excel, eller ändra kolumnens format till text först.");
    }

    private static bool IsError(string value) => value is ['#', _, ..] && Error().IsMatch(value);

    /// <summary>An end without a day: nothing, a word for it, or a day so far ahead that it means none.</summary>
    public static bool IsOpenEnd(string value) => Nothing.Contains(value, StringComparer.OrdinalIgnoreCase) || Open.Contains(value, StringComparer.OrdinalIgnoreCase)
        || (value.Length >= 8 && int.TryParse(value.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) && year >= FirstEndlessYear);

    /// <summary>A day, whatever is written after it of the hour; a bare number in a workbook is a day as Excel counts them.</summary>
    private static DateTime? Day(Cell cell, string text)
    {
        if ((Exact(text, DateForms) ?? Named(text)) is { } day) return day;
        if (text.IndexOfAny(['T', ' ']) is > 6 and var cut && IsTime(text[(cut + 1)..]) && (Exact(text[..cut], DateForms) ?? Named(text[..cut])) is { } before) return before;
        return cell.Kind is CellKind.Number && double.TryParse(text, CultureInfo.InvariantCulture, out var serial) && serial is > 20_000 and < 80_000
            ? DateTime.FromOADate(Math.Floor(serial)) : null;
    }

    private static readonly string[][] MonthNames =
    [
        ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"], ["juni", "june"], ["juli", "july"],
        ["augusti", "august"], ["september"], ["oktober", "october"], ["november"], ["december"],
    ];

    /// <summary>A day with its month in letters, whole or cut, in Swedish or English: "4 mars 2024", "04-MAR-24". Two digits are a year from 1950 to 2049.</summary>
    private static DateTime? Named(string text)
    {
        if (DayInWords().Match(text) is not { Success: true } m) return null;
        var month = Array.FindIndex(MonthNames, names => names.Any(n => n.StartsWith(m.Groups["m"].Value.ToLowerInvariant(), StringComparison.Ordinal))) + 1;
        var (day, year) = (int.Parse(m.Groups["d"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(m.Groups["y"].ValueSpan, CultureInfo.InvariantCulture));
        if (year < 100) year += year < 50 ? 2000 : 1900;
        return month > 0 && year is >= 1900 and <= 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    [GeneratedRegex(@"^(?<d>\d{1,2})[ .-]{1,2}(?<m>[A-Za-z]{3,9})[ .-]{1,2}(?<y>\d{4}|\d{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DayInWords();

    /// <summary>An hour as databases write it after the day, with parts of a second and an offset.</summary>
    private static bool IsTime(string text) =>
        Exact(Offset().Replace(text.Trim().Replace(',', '.'), ""), Times) is not null || text.Trim().Length == 0;

    private static string? Month(Cell cell, string text) =>
        (Exact(text, MonthForms) ?? Day(cell, text))?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTime? Exact(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date)
            && (ReferenceEquals(forms, Times) || date.Year is >= 1900 and <= 2200) ? date : null;

    /// <summary>A number as people write it: spaces or points between thousands, a comma or a point before decimals, any sign for minus.</summary>
    private static decimal? Number(string text)
    {
        var plain = text.Replace("\u00a0", "").Replace("\u202f", "").Replace(" ", "").Replace('−', '-').Replace('–', '-');
        if (plain.Count(c => c == '.') > 1 && !plain.Contains(',')) plain = plain.Replace(".", "");
        if (plain.Contains(',') && plain.Contains('.'))
            plain = plain.LastIndexOf(',') > plain.LastIndexOf('.') ? plain.Replace(".", "") : plain.Replace(",", "");
        plain = plain.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

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
        ColumnType.Number => "är inget tal. Skriv bara siffror, och komma före decimaler.",
        ColumnType.Count => "är inget antal. Skriv ett heltal från 0 och uppåt.",
        ColumnType.YesNo => "är varken ja eller nej. Skriv ja eller nej.",
        ColumnType.Term => "är ingen termin. Skriv vår eller höst.",
        _ => "går inte att läsa.",
    };

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private static bool IsAmbiguous(Match slashed) => int.Parse(slashed.Groups["a"].ValueSpan, CultureInfo.InvariantCulture) is var a
        && int.Parse(slashed.Groups["b"].ValueSpan, CultureInfo.InvariantCulture) is var b && a <= 12 && b <= 12 && a != b;

    /// <summary>Written with the year last and slashes between all parts: in Sweden the day comes first, in an American export the month.</summary>
    [GeneratedRegex(@"^(?<a>\d{1,2})/(?<b>\d{1,2})/\d{4}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^-?\d{1,3}\.\d{3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    /// <summary>The errors of Excel in English and Swedish.</summary>
    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|SAKNAS!|REFERENS!|VÄRDEFEL!|NAMN\?|DIVISION/0!|SKÄRNING!|OGILTIGT!)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Error();

    [GeneratedRegex(@"^\d([.,]\d+)?E\+\d+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"\s*(Z|UTC|[+-]\d{2}:?\d{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();
}
