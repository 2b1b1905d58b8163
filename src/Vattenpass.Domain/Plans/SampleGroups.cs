using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

/// <summary>
/// A sample is drawn out of each group by itself: a group is a word in a column of the register. Words has commas between them; empty, every word
/// of the column is a group. Rows of other words are not drawn.
/// </summary>
public sealed record SampleGroups(string Column, string Words)
{
    public static SampleGroups Checked(string column, string words)
    {
        var list = CommaList.Read(words);
        Refusal.If(list.GroupBy(RegisterKind.Fold).Any(g => g.Count() > 1), "Samma grupp står två gånger.", nameof(Words));
        return new(column.Trim(), CommaList.Text(list));
    }

    /// <summary>The names of the groups that were decided; none when every word of the column is one.</summary>
    public IReadOnlyList<string> Names() => CommaList.Read(Words);

    /// <summary>The group of a row, in the words of the plan; null for a row that is in none.</summary>
    public string? Of(IReadOnlyDictionary<string, string> cells)
    {
        var word = RegisterRow.Cell(cells, Column).Trim();
        return word.Length == 0 ? null : Words.Length == 0 ? word : Names().FirstOrDefault(n => RegisterKind.Fold(n) == RegisterKind.Fold(word));
    }

    public override string ToString() => $"ur varje {Column}{(Words.Length > 0 ? $": {Words}" : "")}";
}
