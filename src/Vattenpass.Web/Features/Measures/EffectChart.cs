using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Vattenpass.Domain.Measures;

namespace Vattenpass.Web.Features.Measures;

/// <summary>The share of faults month by month, with a line where the new way of working began. Drawn from the same counts as the table beside it.</summary>
public static class EffectChart
{
    private const double Width = 640, Height = 230, Left = 76, Floor = 190, Top = 14;

    public static IHtmlContent Draw(EffectControl effect, IReadOnlyList<EffectMonth> months)
    {
        var step = (Width - Left) / months.Count;
        var highest = Math.Max(0.1, months.Max(m => m.Of == 0 ? 0 : (double)m.Faults / m.Of));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"effekt\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" aria-label=\"Andel månad för månad, före och efter. Samma uppgifter står i tabellen.\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6:0}\" y=\"{Top + 5:0}\" text-anchor=\"end\">{Math.Round(highest * 100):0} %</text><text x=\"{Left - 6:0}\" y=\"{Floor:0}\" text-anchor=\"end\">0 %</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axel\" d=\"M{Left:0} {Floor:0}H{Width:0}\"/>");
        foreach (var (n, month) in months.Index())
        {
            var x = Left + n * step;
            var middle = x + step / 2;
            if (month.Of == 0) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tomt\" x=\"{middle:0.#}\" y=\"{Floor - 6:0}\" text-anchor=\"middle\">–</text>");
            else
            {
                // A share of nothing is still something that was looked at.
                var height = Math.Max(2, (Floor - Top) * month.Faults / month.Of / highest);
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(n < effect.Months ? "fore" : "efter")}\" x=\"{x + step * 0.15:0.#}\" y=\"{Floor - height:0.#}\" width=\"{step * 0.7:0.#}\" height=\"{height:0.#}\"/>");
            }
        }
        var line = Left + effect.Months * step;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"byte\" d=\"M{line:0.#} {Top:0}V{Floor:0}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + line) / 2:0}\" y=\"{Floor + 28:0}\" text-anchor=\"middle\">före</text><text x=\"{(Width + line) / 2:0}\" y=\"{Floor + 28:0}\" text-anchor=\"middle\">efter {effect.ChangedOn:yyyy-MM-dd}</text></svg>");
        return new HtmlString(svg.ToString());
    }
}
