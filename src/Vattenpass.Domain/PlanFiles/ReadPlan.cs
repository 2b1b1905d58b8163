using System.Globalization;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>Where in the source something stands: a table's or a sheet's name and a row, as the user sees them.</summary>
public sealed record Place(string Table, int Row)
{
    private const string Between = ", rad ";

    public override string ToString() => $"{Table}{Between}{Row}";

    /// <summary>The place that a text names, as <see cref="ToString"/> writes it; null where it names none.</summary>
    public static Place? Of(string? text) =>
        text?.LastIndexOf(Between, StringComparison.Ordinal) is >= 0 and var at && int.TryParse(text[(at + Between.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && new Place(text[..at], row) is var place && place.ToString() == text ? place : null;
}

/// <summary>Something that was not read, or that the source itself has wrong. Column is the header as it is written, empty where the whole row is meant.</summary>
public sealed record PlanWarning(Place Place, string Column, string Text);

/// <summary>A cell that nothing in a plan can hold, kept as it was written.</summary>
public sealed record KeptText(string Header, string Text);

public sealed record ReadRisk(Place Place, string Title, string Description)
{
    public int? Likelihood { get; init; }
    public int? Consequence { get; init; }
    public int? Value { get; init; }
    public string? Level { get; init; }
    public string? Process { get; init; }
    public string? Owner { get; init; }
    public PlanSection Section { get; init; } = PlanSection.Unnamed;
    /// <summary>Cells of its row that nothing in a risk holds.</summary>
    public IReadOnlyList<KeptText> Kept { get; init; } = [];
    /// <summary>The whole of what names it, by which the next reading knows it again.</summary>
    public string Key { get; } = CellText.Key($"{Title} {Description}");
}

/// <summary>How many are checked, as the source says it, and as a rule where it can be one.</summary>
public sealed record ReadSample(string Phrase, SizeRule? Rule);

/// <summary>A control or a measure as the source has it. What could not be read is null or empty, and told in a warning.</summary>
public sealed record ReadItem(Place Place, bool IsControl, string Title, string Description)
{
    public ReadRisk? Risk { get; init; }
    public string? Process { get; init; }
    public string? Unit { get; init; }
    public string? Purpose { get; init; }
    public string? Method { get; init; }
    public ReadSample? Sample { get; init; }
    public ReadFrequency? Frequency { get; init; }
    public MeasureStatus? Status { get; init; }
    public IReadOnlyList<string> Responsible { get; init; } = [];
    public IReadOnlyList<string> ReportingOfficers { get; init; } = [];
    public IReadOnlyList<string> Receivers { get; init; } = [];
    public DateOnly? Start { get; init; }
    public IReadOnlyList<DateOnly> Checkpoints { get; init; } = [];
    public DateOnly? End { get; init; }
    public string? Comment { get; init; }
    public IReadOnlyList<KeptText> Kept { get; init; } = [];
    public PlanSection Section { get; init; } = PlanSection.Unnamed;
    public string Key { get; } = CellText.Key($"{Title} {Description}");

    public IEnumerable<DateOnly> Dates() => new[] { Start, End }.OfType<DateOnly>().Concat(Checkpoints);
    /// <summary>Dates of earlier years than the plan's so many years later; a date of its own year, or after it, was meant as it stands.</summary>
    public ReadItem Moved(int years, int? planYear) =>
        years == 0 ? this : this with { Start = Later(Start, years, planYear), End = Later(End, years, planYear), Checkpoints = [.. Checkpoints.Select(c => Later(c, years, planYear)!.Value)] };

    private static DateOnly? Later(DateOnly? day, int years, int? planYear) => day is { } d && d.Year < planYear ? d.AddYears(years) : day;
}

/// <summary>A plan, or a follow-up of one, as a file tells it.</summary>
/// <param name="Sections">The plans the file holds, where it holds several; what was read is of the chosen one.</param>
/// <param name="Told">What in the file is no plan and was not read, in whole sentences.</param>
/// <param name="UnknownHeaders">Headers that are not known, in tables that were read; their cells are kept as text.</param>
public sealed record ReadPlan(string Title, int? Year, IReadOnlyList<PlanSection> Sections, IReadOnlyList<ReadRisk> Risks,
    IReadOnlyList<ReadItem> Controls, IReadOnlyList<ReadItem> Measures, IReadOnlyList<PlanWarning> Warnings, IReadOnlyList<string> Told,
    IReadOnlyList<string> UnknownHeaders)
{
    public bool IsEmpty => Risks.Count + Controls.Count + Measures.Count == 0;

    /// <summary>The year that the file itself says it is for.</summary>
    public int? HeadedYear { get; init; }

    /// <summary>How many years the file's own year, or the one most of its dates lie in, comes before the year it is read for. 0 where it does not.</summary>
    public int YearsBehind()
    {
        List<int> years = [.. Controls.Concat(Measures).SelectMany(i => i.Dates()).Select(d => d.Year)];
        var own = HeadedYear ?? years.GroupBy(y => y).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault()?.Key;
        return years.Count > 0 && Year - own is > 0 and var behind ? behind : 0;
    }

    /// <summary>Titles and people that seem to run on without anything that divides them: the reader divides them when it is told to.</summary>
    public int Undivided { get; init; }

    /// <summary>Words in columns of status that are no known status.</summary>
    public IReadOnlyList<string> UnknownStatuses { get; init; } = [];
}
