namespace Vattenpass.Domain.PlanFiles;

/// <summary>A row of a plan: where it stands, and its cells, cleaned, under the table's headers. Group is the heading inside the table that it stands under.</summary>
internal sealed record PlanRow(int Number, IReadOnlyList<string> Cells, string Group)
{
    public string At(int column) => column < Cells.Count ? Cells[column] : "";
}

/// <summary>
/// A table of a plan, whatever it was written as: a table, part of a sheet, or labels with texts. Section is the plan it belongs to where a
/// file holds several. Below are the texts that follow it.
/// </summary>
internal sealed record PlanTable(string Name, PlanHeaders Headers, IReadOnlyList<PlanRow> Rows, PlanSection Section)
{
    public List<string> Below { get; } = [];
}

/// <summary>One of the plans of a file: the year and the board of the heading it stands under; null where none is named.</summary>
public sealed record PlanSection(int? Year, string? Board)
{
    public static readonly PlanSection Unnamed = new(null, null);
    public override string ToString() => string.Join(' ', new[] { Board, Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(p => p is not null));
}
