using System.Globalization;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

/// <summary>How often one class is checked. From: the class is all with at least so many points; null = the class has Word as its name.</summary>
public sealed record ClassFrequency(string Word, int? From, Recurrence Recurrence);

/// <summary>How often an object is checked by its class or points, which stand in a column of its register.</summary>
public sealed record ByClass(string Column, IReadOnlyList<ClassFrequency> Rows)
{
    public ByClass Checked()
    {
        Refusal.If(string.IsNullOrWhiteSpace(Column), "Välj vilken kolumn i registret som säger klassen.", "ClassColumn");
        Refusal.If(Rows.Count == 0, "Skriv hur ofta varje klass kontrolleras.", "Classes");
        Refusal.If(Rows.Any(r => r.Recurrence.NeedsRow()), "En klass kontrolleras så och så ofta, inte efter en annan klass.", "Classes");
        Refusal.If(Rows.GroupBy(r => r.From is { } from ? $"{from}" : RegisterWord(r.Word)).Any(g => g.Count() > 1), "Samma klass står på två rader.", "Classes");
        return this with { Rows = [.. Rows.Select(r => r with { Recurrence = r.Recurrence.Checked() }).OrderByDescending(r => r.From)] };
    }

    /// <summary>The frequency of the row's class: by name, or the highest number of points it reaches. Null for a class nobody has decided on.</summary>
    public Recurrence? Of(IReadOnlyDictionary<string, string>? row)
    {
        var word = RegisterRow.Cell(row, Column).Trim();
        if (word.Length == 0) return null;
        return Rows.FirstOrDefault(r => r.From is null && RegisterWord(r.Word) == RegisterWord(word))?.Recurrence
            ?? (Decimals.Typed(word) is { } points ? Rows.Where(r => r.From <= points).MaxBy(r => r.From)?.Recurrence : null);
    }

    /// <summary>Lines such as "A: varje månad" or "från 15: varje kvartal".</summary>
    public static ByClass Read(string column, string? lines) => new ByClass(column,
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)]).Checked();

    private static ClassFrequency Line(string line)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        Refusal.If(parts.Length < 2 || parts[0].Length == 0, $"”{line}” ska vara en klass, kolon och hur ofta, till exempel: A: varje månad", "Classes");
        var often = Often(line, parts[1]);
        Refusal.If(often is null, $"”{parts[1]}” går inte att läsa. Skriv till exempel {Recurrence.Examples}.", "Classes");
        var isPoints = parts[0].StartsWith("från ", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(parts[0][5..], CultureInfo.InvariantCulture, out _);
        Refusal.If(!isPoints && LooksLikePoints(parts[0]), $"”{parts[0]}” går inte att läsa som poäng. Skriv från och ett helt tal, till exempel: från 15: varje kvartal", "Classes");
        return new(parts[0], isPoints ? int.Parse(parts[0][5..], CultureInfo.InvariantCulture) : null, often!);
    }

    private static Recurrence? Often(string line, string text)
    {
        try
        {
            return Recurrence.Read(text);
        }
        catch (Refusal refusal)
        {
            throw new Refusal($"”{line}”: {refusal.Message}", "Classes");
        }
    }

    /// <summary>Meant as a span of points, and no class that a row could have.</summary>
    private static bool LooksLikePoints(string word) => word.Any(char.IsAsciiDigit)
        && (new[] { "från", "över", "under", "minst", "högst", "till", "mellan", ">", "<", "≥", "≤" }.Any(w => word.StartsWith(w, StringComparison.OrdinalIgnoreCase))
            || word.Split('-', '–') is [var low, var high] && int.TryParse(low, CultureInfo.InvariantCulture, out _) && int.TryParse(high, CultureInfo.InvariantCulture, out _));

    public string Lines() => string.Join('\n', Rows.Select(r => $"{r.Word}: {r.Recurrence}"));

    public override string ToString() => $"efter ”{Column}”: {string.Join("; ", Rows.Select(r => $"{r.Word} {r.Recurrence}"))}";

    private static string RegisterWord(string word) => word.Trim().ToUpperInvariant();
}
