using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Vattenpass.Web.Features.Staff;

/// <summary>Lines over months. A month without a value leaves a gap, and is never drawn as zero.</summary>
public static class StaffChart
{
    private const double Width = 640, Height = 240, Left = 104, Floor = 190, Top = 24, SparkWidth = 120, SparkHeight = 30;

    /// <summary>The whole dashed and, where one is chosen, a unit drawn out. The same values stand in a table beside it.</summary>
    public static IHtmlContent Draw(IReadOnlyList<string> months, IReadOnlyList<decimal?> whole, IReadOnlyList<decimal?>? unit, Func<decimal, string> text, string label)
    {
        var highest = Math.Max(1, whole.Concat(unit ?? []).Max() ?? 1);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"effekt\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" aria-label=\"{label}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6:0}\" y=\"{Top + 5:0}\" text-anchor=\"end\">{text(highest)}</text><text x=\"{Left - 6:0}\" y=\"{Floor:0}\" text-anchor=\"end\">{text(0)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axel\" d=\"M{Left:0} {Floor:0}H{Width:0}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"hela\" d=\"{Path(whole, highest, Left, Width - 8, Top, Floor)}\"/>");
        if (unit is not null) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"enheten\" d=\"{Path(unit, highest, Left, Width - 8, Top, Floor)}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left:0}\" y=\"{Floor + 32:0}\">{months[0]}</text><text x=\"{Width - 8:0}\" y=\"{Floor + 32:0}\" text-anchor=\"end\">{months[^1]}</text></svg>");
        return new HtmlString(svg.ToString());
    }

    /// <summary>A small line in a table; its values are told by the cells beside it.</summary>
    public static IHtmlContent Spark(IReadOnlyList<decimal?> values)
    {
        var highest = Math.Max(0.0001m, values.Max() ?? 0);
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"spark\" viewBox=\"0 0 {SparkWidth:0} {SparkHeight:0}\" aria-hidden=\"true\"><path class=\"enheten\" d=\"{Path(values, highest, 2, SparkWidth - 2, 3, SparkHeight - 3)}\"/></svg>"));
    }

    /// <summary>A point alone is drawn as a short stroke.</summary>
    private static string Path(IReadOnlyList<decimal?> values, decimal highest, double left, double right, double top, double floor)
    {
        var path = new StringBuilder();
        var step = values.Count > 1 ? (right - left) / (values.Count - 1) : 0;
        for (var n = 0; n < values.Count; n++)
        {
            if (values[n] is not { } value) continue;
            var (x, y) = (left + n * step, floor - (floor - top) * (double)(value / highest));
            path.Append(CultureInfo.InvariantCulture, $"{(n > 0 && values[n - 1] is not null ? 'L' : 'M')}{x:0.#} {y:0.#}");
            if ((n == 0 || values[n - 1] is null) && (n == values.Count - 1 || values[n + 1] is null)) path.Append("h3");
        }
        return path.ToString();
    }
}
