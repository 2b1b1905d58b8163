using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>Where the rows behind a figure are stored; those of Own are stored nowhere and carry their cells.</summary>
public enum RowsOf { Occasions = 1, Deviations = 2, Register = 3, Own = 4 }

/// <summary>
/// One row behind a figure, and how much it counts for: so many of the numerator and so many of the denominator. Note says
/// what the figure found about it. Cells are given for rows of <see cref="RowsOf.Own"/> only.
/// </summary>
public sealed record FigureRow(Guid Id, int Numerator, int Denominator = 1, string Note = "", IReadOnlyList<string>? Cells = null)
{
    /// <summary>What it is known by in a frozen report.</summary>
    public string Identity => Id == Guid.Empty ? string.Join(" · ", Cells ?? []) : Id.ToString();
}

/// <summary>
/// A number with the rows it was counted from, in one pass: the share is the sum of its rows, so a click opens exactly those.
/// Key is its name in addresses, and is never changed.
/// </summary>
/// <param name="Name">What it is, inside a sentence: "kontroller enligt plan".</param>
/// <param name="Value">How it is written where it is not written as a share.</param>
/// <param name="Header">The names of the cells of own rows.</param>
public sealed record Figure(string Key, string Name, Share Share, RowsOf Kept, IReadOnlyList<FigureRow> Rows, string? Value = null,
    IReadOnlyList<string>? Header = null)
{
    /// <summary>It stands in the list of key figures; others stand only in sentences.</summary>
    public bool IsListed { get; init; } = true;
    public bool NeedsAction { get; init; }
    /// <summary>The name of what the rows' notes tell; "" when they have none.</summary>
    public string NoteHeader { get; init; } = "";

    public string Text => Value ?? Share.ToString();

    /// <summary>A share of rows.</summary>
    public static Figure Of(string key, string name, string unitOfCount, Period period, RowsOf of, IEnumerable<FigureRow> rows, Goal? goal = null)
    {
        var all = rows.ToList();
        return new(key, name, new(all.Sum(r => r.Numerator), all.Sum(r => r.Denominator), unitOfCount, period, goal), of, all);
    }

    /// <summary>What is done of what should be by now; see <see cref="YearFacts.IsExpected"/>.</summary>
    public static Figure Done(string key, string name, string unitOfCount, YearFacts facts, IEnumerable<OccasionFact> planned)
    {
        var figure = Of(key, name, unitOfCount, facts.Period, RowsOf.Occasions, planned.Where(facts.IsExpected).Select(c => c.Row));
        return figure with { Share = figure.Share with { IsRunning = facts.IsRunning } };
    }

    /// <summary>A count: every row is in it, and it is written as a number.</summary>
    public static Figure Count(string key, string name, string unitOfCount, Period period, RowsOf of, IEnumerable<FigureRow> rows,
        IReadOnlyList<string>? header = null)
    {
        var all = rows.ToList();
        var sum = all.Sum(r => r.Numerator);
        return new(key, name, new(sum, sum, unitOfCount, period), of, all, $"{sum}", header);
    }

    /// <summary>A name as a part of a key: no case, å ä ö as a a o, hyphens for the rest.</summary>
    public static string Slug(string name) => Registers.RegisterKind.Fold(name) is { Length: > 0 } folded ? folded : "ovriga";
}
