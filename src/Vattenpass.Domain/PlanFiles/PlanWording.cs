using Vattenpass.Domain.Measures;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A word of the source and what the municipality says it means.</summary>
public sealed record PlanWord(string Written, string Means);

/// <summary>
/// How a municipality's own plans are written: corrections of a reading, kept so that the next one needs none. Headers mean a
/// <see cref="PlanColumn"/> by name, statuses a <see cref="MeasureStatus"/> by name, and people a person or a title of the municipality.
/// Divides: titles and people are parted where they seem to run on.
/// </summary>
public sealed record PlanWording(IReadOnlyList<PlanWord> Headers, IReadOnlyList<PlanWord> Statuses, IReadOnlyList<PlanWord> People, bool Divides)
{
    public static readonly PlanWording None = new([], [], [], false);

    /// <summary>Single cells of files that have been read, put right.</summary>
    public IReadOnlyList<CellFix> Cells { get; init; } = [];

    public Dictionary<string, PlanColumn> HeaderMeanings() => Headers
        .Where(h => Enum.TryParse<PlanColumn>(h.Means, out _))
        .DistinctBy(h => HeaderText.Fold(h.Written)).ToDictionary(h => HeaderText.Fold(h.Written), h => Enum.Parse<PlanColumn>(h.Means));

    public Dictionary<string, MeasureStatus> StatusMeanings() => Statuses
        .Where(s => Enum.TryParse<MeasureStatus>(s.Means, out _))
        .DistinctBy(s => s.Written.Trim().ToLowerInvariant()).ToDictionary(s => s.Written.Trim().ToLowerInvariant(), s => Enum.Parse<MeasureStatus>(s.Means));
}
