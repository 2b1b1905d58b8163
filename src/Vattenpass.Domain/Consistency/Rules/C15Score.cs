using System.Globalization;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A risk's value is its likelihood times its consequence.</summary>
public sealed class C15Score : Rule
{
    /// <summary>No scale has more steps squared.</summary>
    private const int MostSteps = 1000;

    public override string Id => "C15";
    public override string Says => "Riskvärdet är sannolikhet gånger konsekvens.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var table in report.Tables)
        {
            var (likelihood, consequence, value) = (table.Column(PlanColumn.Likelihood), table.Column(PlanColumn.Consequence), table.Column(PlanColumn.Value));
            if (likelihood < 0 || consequence < 0 || value < 0) continue;
            foreach (var row in table.Rows)
            {
                if (Number(row.At(likelihood)) is not { } l || Number(row.At(consequence)) is not { } c || Number(row.At(value)) is not { } v) continue;
                var text = $"{l} × {c} = {v}";
                if (l * c == v) ruling.Confirm(row.Line, text);
                else ruling.Find(row.Line, text, $"{l} gånger {c} är {l * c}, men riskvärdet är {v}.", $"{l * c}", $"{v}");
            }
        }
    }

    private static int? Number(string cell) => int.TryParse(cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= MostSteps ? n : null;
}
