using System.Text;
using Vattenpass.Domain.Kinds;

namespace Vattenpass.Web.Commands;

/// <summary>The year's figures for a person at a terminal.</summary>
public static class FiguresText
{
    public static string Of(YearFigures figures)
    {
        var text = new StringBuilder().AppendLine($"Nyckeltal {figures.Year}");
        foreach (var (_, kind) in figures.Kinds)
            foreach (var figure in kind.Listed) text.AppendLine($"  {kind.Section}: {figure.Name} – {figure.Text}");
        return text.ToString().TrimEnd();
    }
}
