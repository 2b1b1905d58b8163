using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Vattenpass.Web.Files;

/// <summary>What a cell's number stands for by its format.</summary>
public enum NumberFormat : byte { Plain, Date, Time }

/// <summary>The number formats of a workbook's cell styles.</summary>
public sealed partial class NumberFormats(IReadOnlyList<NumberFormat> styles)
{
    public static readonly NumberFormats None = new([]);

    public NumberFormat Of(int style) => style >= 0 && style < styles.Count ? styles[style] : NumberFormat.Plain;

    public static NumberFormats Read(XmlReader xml)
    {
        using var _ = xml;
        var custom = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType is XmlNodeType.Element;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                custom[id] = OfCode(xml.GetAttribute("formatCode") ?? "");
            if (inCells && xml.LocalName == "xf")
                styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var used) ? custom.GetValueOrDefault(used, BuiltIn(used)) : NumberFormat.Plain);
        }
        return new(styles);
    }

    /// <summary>ECMA-376 part 1, 18.8.30: 14–17 and 22 are dates, 18–21 and 45–47 times.</summary>
    private static NumberFormat BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 => NumberFormat.Date,
        >= 18 and <= 21 or >= 45 and <= 47 => NumberFormat.Time,
        _ => NumberFormat.Plain,
    };

    /// <summary>By the letters of its first part: colours, currencies and quoted text say nothing of what the number is.</summary>
    public static NumberFormat OfCode(string code)
    {
        var letters = Said().Replace(code, "").Split(';')[0].ToLowerInvariant();
        if (letters.Contains("general", StringComparison.Ordinal) || letters.Contains("standard", StringComparison.Ordinal)) return NumberFormat.Plain;
        return letters.AsSpan().ContainsAny("yåd") || letters.Contains("mmm", StringComparison.Ordinal) ? NumberFormat.Date
            : letters.AsSpan().ContainsAny("hs") || letters.Contains("am/pm", StringComparison.Ordinal) ? NumberFormat.Time
            : NumberFormat.Plain;
    }

    /// <summary>Quoted text, escaped signs, fills, spaces and brackets; hours over a day ([h]) are read as time by what stands after.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}

/// <summary>The numbers of a spreadsheet as people write them.</summary>
public static class ExcelDate
{
    private const double LastSerial = 2_958_466;
    private const int From1904 = 1462;

    /// <summary>An ISO date, with a time of day when it has one; a time alone; null for a number that no date is.</summary>
    public static string? Of(double serial, bool epoch1904, NumberFormat format)
    {
        if (serial is < 0 or >= LastSerial) return null;
        if (format is NumberFormat.Time && serial < 1) return Whole(serial).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (serial < 1) return null;
        var day = Whole(serial + (epoch1904 ? From1904 : 0));
        return day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>To the nearest second: a time of day is a fraction that has no exact number.</summary>
    private static DateTime Whole(double serial)
    {
        var exact = DateTime.FromOADate(serial);
        return new DateTime((exact.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
    }

    /// <summary>Whole numbers whole, however the file writes them ("1001.0", "1.234E11"); others with a point.</summary>
    public static string Number(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e18
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);
}
