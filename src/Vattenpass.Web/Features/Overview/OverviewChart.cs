using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Overview;

/// <summary>Small pictures of the overview. The same numbers stand in words beside or below each.</summary>
public static class OverviewChart
{
    private const double BarWidth = 200, BarHeight = 16, Width = 640, Height = 220, Left = 44, Floor = 180, Top = 18;

    /// <summary>Done, late and to come of a control, as parts of one bar. Late is hatched, so that it is told apart without colour.</summary>
    public static IHtmlContent Bar(Due due)
    {
        var all = Math.Max(1, due.Of + due.Coming);
        double At(int n) => BarWidth * n / all;
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"stapel\" viewBox=\"0 0 {BarWidth:0} {BarHeight:0}\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"kommer\" width=\"{BarWidth:0}\" height=\"{BarHeight:0}\"/><rect class=\"sen\" width=\"{At(due.Of):0.#}\" height=\"{BarHeight:0}\"/><rect class=\"klar\" width=\"{At(due.Done):0.#}\" height=\"{BarHeight:0}\"/></svg>"));
    }

    /// <summary>Month by month: what has its last day, and how much of it is done.</summary>
    public static IHtmlContent Months(IReadOnlyList<(int Of, int Done)> months)
    {
        var highest = Math.Max(1, months.Max(m => m.Of));
        var step = (Width - Left) / months.Count;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"effekt\" viewBox=\"0 0 {Width:0} {Height:0}\" role=\"img\" aria-label=\"Kontroller månad för månad: hur många som har sin sista dag, och hur många av dem som är gjorda. Samma uppgifter står i tabellen.\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6:0}\" y=\"{Top + 5:0}\" text-anchor=\"end\">{highest}</text><text x=\"{Left - 6:0}\" y=\"{Floor:0}\" text-anchor=\"end\">0</text><path class=\"axel\" d=\"M{Left:0} {Floor:0}H{Width:0}\"/>");
        foreach (var (n, (of, done)) in months.Index())
        {
            var x = Left + n * step + step * 0.15;
            double High(int count) => (Floor - Top) * count / highest;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"fore\" x=\"{x:0.#}\" y=\"{Floor - High(of):0.#}\" width=\"{step * 0.7:0.#}\" height=\"{High(of):0.#}\"/><rect class=\"efter\" x=\"{x:0.#}\" y=\"{Floor - High(done):0.#}\" width=\"{step * 0.7:0.#}\" height=\"{High(done):0.#}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + step * 0.35:0.#}\" y=\"{Floor + 24:0}\" text-anchor=\"middle\">{Period.SwedishMonths[n][0].ToString().ToUpperInvariant()}</text>");
        }
        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
