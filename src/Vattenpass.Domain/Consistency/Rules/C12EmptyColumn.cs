namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A column that has a header has something under it.</summary>
public sealed class C12EmptyColumn : Rule
{
    public override string Id => "C12";
    public override string Says => "Varje kolumn med rubrik har innehåll.";

    /// <summary>Columns that are there for whoever has something to say.</summary>
    private static readonly string[] Optional = ["kommentar", "anmärkning", "notering", "signatur", "underskrift", "övrigt"];

    protected override void Apply(ReportText report, Ruling ruling)
    {
        // A table that goes on over a page has its headers again: it is one.
        foreach (var same in report.Tables.GroupBy(t => string.Join('|', t.Headers.Select(Plain))))
        {
            var (first, rows) = (same.First(), same.SelectMany(t => t.Rows).ToList());
            if (rows.Count < 2) continue;
            for (var n = 0; n < first.Headers.Count; n++)
                if (first.Headers[n].Length > 0 && !Optional.Any(o => first.Headers[n].Contains(o, StringComparison.OrdinalIgnoreCase)) && rows.TrueForAll(r => r.At(n).Length == 0))
                    ruling.Find(first.Line, first.Headers[n], $"Kolumnen ”{first.Headers[n]}” är tom i alla {rows.Count} rader. Fyll i den, eller ta bort den.", "ett värde i varje rad", "tomt");
        }
    }

    private static string Plain(string header) => new([.. header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
