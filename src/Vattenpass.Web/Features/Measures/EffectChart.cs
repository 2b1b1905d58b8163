using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Web.Features.Measures;

/// <summary>Month by month, with a line where the new way of working began. Drawn from the same numbers as the table beside it.</summary>
public static class EffectChart
{
    private const double Width = 640, Height = 230, Left = 76, Floor = 190, Top = 14;

    /// <summary>The share of checks with a fault.</summary>
    public static IHtmlContent Shares(EffectControl effect, IReadOnlyList<EffectMonth> months) =>
        Draw(effect, [.. months.Select(m => m.Of == 0 ? null : (double?)m.Faults / m.Of)], 0.1, highest => $"{Math.Round(highest * 100):0} %", "Andel");

    /// <summary>The series, or the middle of the days of the deviations that are closed.</summary>
    public static IHtmlContent Values(EffectControl effect, IReadOnlyList<EffectValue> measured)
    {
        var byMonth = measured.ToLookup(v => v.Month, v => v.Value);
        // With half of a month's deviations open nobody knows its middle, and nothing is drawn.
        var middles = Enumerable.Range(0, 2 * effect.Months).Select(n => byMonth[n].Count(v => v is not null) * 2 > byMonth[n].Count() ? (double?)Median.Exact([.. byMonth[n].Select(v => v ?? decimal.MaxValue).Order()]) : null);
        return Draw(effect, [.. middles], 1, highest => effect.Text((decimal)highest), effect.Indicator is EffectIndicator.Days ? "Dagar i mitten" : "Värdet");
    }

    private static HtmlString Draw(EffectControl effect, IReadOnlyList<double?> values, double lowestTop, Func<double, string> text, string what)
    {
        var step = (Width - Left) / values.Count;
        var highest = Math.Max(lowestTop, values.Max() ?? 0);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"effekt\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" aria-label=\"{what} månad för månad, före och efter. Samma uppgifter står i tabellen.\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6:0}\" y=\"{Top + 5:0}\" text-anchor=\"end\">{text(highest)}</text><text x=\"{Left - 6:0}\" y=\"{Floor:0}\" text-anchor=\"end\">{text(0)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axel\" d=\"M{Left:0} {Floor:0}H{Width:0}\"/>");
        foreach (var (n, value) in values.Index())
        {
            var x = Left + n * step;
            var middle = x + step / 2;
            if (value is not { } known) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tomt\" x=\"{middle:0.#}\" y=\"{Floor - 6:0}\" text-anchor=\"middle\">–</text>");
            else
            {
                // A share of nothing is still something that was looked at.
                var height = Math.Max(2, (Floor - Top) * known / highest);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(n < effect.Months ? "fore" : "efter")}\" x=\"{x + step * 0.15:0.#}\" y=\"{Floor - height:0.#}\" width=\"{step * 0.7:0.#}\" height=\"{height:0.#}\"/>");
            }
        }
        var line = Left + effect.Months * step;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"byte\" d=\"M{line:0.#} {Top:0}V{Floor:0}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + line) / 2:0}\" y=\"{Floor + 28:0}\" text-anchor=\"middle\">före</text><text x=\"{(Width + line) / 2:0}\" y=\"{Floor + 28:0}\" text-anchor=\"middle\">efter {effect.ChangedOn:yyyy-MM-dd}</text></svg>");
        return new HtmlString(svg.ToString());
    }
}
