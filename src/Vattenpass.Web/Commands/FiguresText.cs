using System.Text;
using Vattenpass.Domain.Figures;
using Vattenpass.Web.Features.Figures;

namespace Vattenpass.Web.Commands;

/// <summary>The year's figures for a person at a terminal.</summary>
public static class FiguresText
{
    public static string Of(YearFigures figures)
    {
        var text = new StringBuilder().AppendLine($"Nyckeltal {figures.Year}");
        foreach (var line in FigureLines.Of(figures)) text.AppendLine($"  {line.Section}: {line.Name} – {line.Value}");
        return text.ToString().TrimEnd();
    }
}
