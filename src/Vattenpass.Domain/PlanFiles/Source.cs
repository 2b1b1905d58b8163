namespace Vattenpass.Domain.PlanFiles;

/// <summary>A document as its reader gives it: text and tables in the order they stand. Told is what was passed over, in whole sentences.</summary>
public sealed record SourceDocument(string FileName, string Sha256, IReadOnlyList<SourceBlock> Blocks, IReadOnlyList<string> Told);

public abstract record SourceBlock;

/// <summary>A paragraph. Number is its own, counted from the top of the document.</summary>
public sealed record SourceText(int Number, string Text, bool IsHeading) : SourceBlock
{
    /// <summary>What paragraphs are called where a place is told.</summary>
    public const string Place = "Text";
}

/// <summary>A table of a document, or a sheet of a workbook, where text may stand between tables.</summary>
/// <param name="Name">"Tabell 3", or the sheet's own name.</param>
public sealed record SourceTable(string Name, IReadOnlyList<SourceRow> Rows, bool IsSheet) : SourceBlock;

/// <summary>A row. Number is what the user sees: of the table, or of the sheet. A cell's paragraphs are parted by line breaks.</summary>
/// <param name="IsOneCell">A single cell as wide as the table: a heading inside it.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string> Cells, bool IsOneCell = false)
{
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
    public int Filled => Cells.Count(c => c.Length > 0);
}
