using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.AnnualCycle;

/// <summary>The year as a wheel: twelve months, one ring an area, the darker the more. Drawn from the same data as the table beside it.</summary>
public static class Wheel
{
    private const double Size = 640, Hole = 92, Rim = 272, LabelAt = 296;

    public static IHtmlContent Draw(YearView year, int? thisMonth)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"hjul\" viewBox=\"0 0 {Size:0} {Size:0}\" role=\"img\" aria-labelledby=\"hjul-namn\"><title id=\"hjul-namn\">Årshjul {year.Year}. Samma uppgifter står i tabellen.</title>");
        var step = (Rim - Hole) / Math.Max(1, year.Areas.Count);
        for (var month = 1; month <= 12; month++)
        {
            for (var ring = 0; ring < year.Areas.Count; ring++)
            {
                var count = year.Count(year.Areas[ring], month);
                var (inner, outer) = (Hole + ring * step, Hole + (ring + 1) * step - 2);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path class=\"bit grad-{Grade(count, year.Busiest)}\" d=\"{Sector(month, inner, outer)}\"/>");
                if (count > 0) svg.Append(Text(month, (inner + outer) / 2, $"{count}", $"tal grad-{Grade(count, year.Busiest)}"));
            }
            svg.Append(Text(month, LabelAt, Period.SwedishMonths[month - 1][..3],
                month == thisMonth ? "manad nu" : year.IsQuiet(month) ? "manad stilla" : "manad"));
        }
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"ar\" x=\"{Size / 2:0}\" y=\"{Size / 2:0}\" text-anchor=\"middle\" dominant-baseline=\"central\">{year.Year}</text></svg>");
        return new HtmlString(svg.ToString());
    }

    /// <summary>0 for nothing, then four steps up to the busiest.</summary>
    private static int Grade(int count, int busiest) => count == 0 ? 0 : 1 + Math.Min(3, (count - 1) * 4 / busiest);

    private static string Sector(int month, double inner, double outer)
    {
        var (from, to) = (Angle(month - 0.485), Angle(month + 0.485));
        return string.Create(CultureInfo.InvariantCulture,
            $"M{X(outer, from):0.#} {Y(outer, from):0.#}A{outer:0.#} {outer:0.#} 0 0 1 {X(outer, to):0.#} {Y(outer, to):0.#}L{X(inner, to):0.#} {Y(inner, to):0.#}A{inner:0.#} {inner:0.#} 0 0 0 {X(inner, from):0.#} {Y(inner, from):0.#}Z");
    }

    private static string Text(int month, double radius, string text, string css) =>
        string.Create(CultureInfo.InvariantCulture,
            $"<text class=\"{css}\" x=\"{X(radius, Angle(month)):0.#}\" y=\"{Y(radius, Angle(month)):0.#}\" text-anchor=\"middle\" dominant-baseline=\"central\">{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>January begins at twelve o'clock.</summary>
    private static double Angle(double month) => (month - 0.5) / 12 * 2 * Math.PI - Math.PI / 2;
    private static double X(double radius, double angle) => Size / 2 + radius * Math.Cos(angle);
    private static double Y(double radius, double angle) => Size / 2 + radius * Math.Sin(angle);
}
