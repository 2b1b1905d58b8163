using System.Text.RegularExpressions;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A header as it is compared: without case, marks, spaces, breaks, years and what stands in brackets.</summary>
public static partial class HeaderText
{
    /// <summary>Longer than this is no header.</summary>
    public const int Longest = 80;

    public static string Fold(string header) => RegisterKind.Fold(Beside().Replace(header, ""));

    /// <summary>The columns that one header names: "Ansvarig + Rapporteringsansvarig" names two, in the order they stand in its cells.</summary>
    /// <param name="own">What the municipality has said that headers of its own mean, folded.</param>
    /// <returns>Empty when the header, or any part of it, is not known.</returns>
    public static IReadOnlyList<PlanColumn> Columns(string header, IReadOnlyDictionary<string, PlanColumn> own)
    {
        if (header.Length is 0 or > Longest) return [];
        if (Of(header, own) is { } one) return [one];
        foreach (var divider in new[] { '+', '/', '&', ',', '\n', ' ' })
        {
            var parts = header.Replace(" och ", $" {divider} ", StringComparison.OrdinalIgnoreCase).Replace(" samt ", $" {divider} ", StringComparison.OrdinalIgnoreCase)
                .Split(divider, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length is < 2 or > 4) continue;
            var each = parts.Select(p => Of(p, own)).ToList();
            if (divider == '/' && each.Where(c => c is not null).Distinct().ToList() is [{ } same]) return [same];
            if (each.TrueForAll(c => c is not null && (divider != ' ' || IsDate(c.Value))) && each.Distinct().Count() == each.Count)
                return AreStacked([.. each.Select(c => c!.Value)]) ? [.. each.Select(c => c!.Value)] : [each[0]!.Value];
        }
        return [];
    }

    /// <summary>It says that a risk, a control or a measure stands here, and nothing else.</summary>
    public static bool NamesItem(string header, IReadOnlyDictionary<string, PlanColumn> own) => Columns(header, own) is [PlanColumn.Risk or PlanColumn.Control or PlanColumn.Measure];

    /// <summary>Read with a letter or two wrong: the one column it can mean, or nothing.</summary>
    public static IReadOnlyList<PlanColumn> Misspelt(string header, IReadOnlyDictionary<string, PlanColumn> own)
    {
        if (header.Length is 0 or > Longest || header.Split(' ').Any(w => w.Length == 1 && char.IsLetterOrDigit(w[0]))) return [];
        var parts = header.Split(['+', '/', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var each = parts.Select(p => Of(p, own) is { } known ? known : PlanColumns.Near(Fold(p)) is [var only] ? only.Column : (PlanColumn?)null).ToList();
        return each.Count > 0 && each.TrueForAll(c => c is not null) ? [.. each.Select(c => c!.Value)] : [];
    }

    /// <summary>What is written one after the other in the same cells: dates, people or the parts of a score. Others are two words for one thing.</summary>
    private static bool AreStacked(IReadOnlyList<PlanColumn> columns) => columns.All(IsDate)
        || columns.All(c => c is PlanColumn.Responsible or PlanColumn.Reporting or PlanColumn.Receiver)
        || columns.All(c => c is PlanColumn.Likelihood or PlanColumn.Consequence or PlanColumn.Value or PlanColumn.Level);

    private static bool IsDate(PlanColumn column) => column is PlanColumn.Start or PlanColumn.Checkpoint or PlanColumn.End;

    private static PlanColumn? Of(string header, IReadOnlyDictionary<string, PlanColumn> own)
    {
        var folded = Fold(header);
        if (folded.Length == 0) return null;
        if (own.TryGetValue(folded, out var said)) return said;
        if (PlanColumns.Of(folded) is { } known) return known is >= PlanColumn.JanuaryMark && header.Any(char.IsAsciiDigit) ? null : known;
        // "Status augusti 2026", "Åtgärd klar senast": the month and the thing it is about are said beside the header.
        foreach (var rest in new[] { Fold(Months().Replace(header, "")), After(folded, "atgards"), After(folded, "atgard"), After(folded, "kontroll") })
            if (rest.Length > 1 && rest != folded && PlanColumns.Of(rest) is PlanColumn.Status or PlanColumn.Start or PlanColumn.Checkpoint or PlanColumn.End or PlanColumn.Comment or PlanColumn.Responsible)
                return PlanColumns.Of(rest);
        return null;
    }

    private static string After(string folded, string word) => folded.StartsWith(word, StringComparison.Ordinal) ? folded[word.Length..] : "";

    [GeneratedRegex(@"\b(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|per|den|vid)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Months();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\b(19|20)\d\d(-\d\d(-\d\d)?)?\b|\b\d{1,2}\s*[-–]\s*\d{1,2}\b|\b(delår|helår|tertial|t|kvartal|q)\s*\d\b|\d+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();
}
