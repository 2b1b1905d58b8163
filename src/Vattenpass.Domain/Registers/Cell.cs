namespace Vattenpass.Domain.Registers;

/// <summary>What a file says that a cell is. Text files say nothing: all their cells are text.</summary>
public enum CellKind : byte { Text = 0, Number = 1, Date = 2, Error = 3 }

/// <summary>
/// A cell of a file. Its kind is kept beside the text until the column it stands in is known: a number is "1001" or "12.5", a date
/// "2024-03-31" with a time of day when it has one, an error as the spreadsheet wrote it ("#N/A").
/// </summary>
public readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    public static readonly Cell Empty = new("");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
