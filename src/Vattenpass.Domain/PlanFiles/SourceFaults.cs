using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>What the source itself has wrong, told so that somebody can put it right: nothing is changed.</summary>
internal static class SourceFaults
{
    public static void Of(ReadItem item, PlanRows cells, int? year, Action<PlanWarning> warn)
    {
        if (item.Start is { } start && item.End is { } end && end < start) Warn(PlanColumn.End, $"Slutdatum {end:yyyy-MM-dd} ligger före startdatum {start:yyyy-MM-dd}.");
        foreach (var day in item.Checkpoints.Where(c => c > item.End)) Warn(PlanColumn.Checkpoint, $"Avstämningen {day:yyyy-MM-dd} ligger efter slutdatum {item.End:yyyy-MM-dd}.");
        foreach (var day in item.Checkpoints.Where(c => c < item.Start)) Warn(PlanColumn.Checkpoint, $"Avstämningen {day:yyyy-MM-dd} ligger före startdatum {item.Start:yyyy-MM-dd}.");
        if (item is { End: null, Checkpoints: [var only] } && cells.HeaderOf(PlanColumn.End).Length > 0 && only is { Day: 31, Month: 12 })
            Warn(PlanColumn.Checkpoint, $"{only:yyyy-MM-dd} står som avstämning och slutdatum är tomt. Datumet kan ha hamnat i fel kolumn.");
        if (year is { } wanted && new[] { item.Start, item.End }.Concat(item.Checkpoints.Cast<DateOnly?>()).Where(d => d is not null).Select(d => d!.Value.Year).Distinct().ToList() is { Count: > 0 } years
            && !years.Contains(wanted))
            Warn(PlanColumn.Start, $"Datumen är från {Prose.List([.. years.Order().Select(y => $"{y}")])}, men planen gäller {wanted}.");
        if (item.Responsible.Count == 0) Warn(PlanColumn.Responsible, "Ingen ansvarig är angiven.");
        OfComment(item, warn);

        void Warn(PlanColumn column, string text) => warn(new(item.Place, cells.HeaderOf(column), text));
    }

    /// <summary>A status that the comment beside it does not bear out.</summary>
    public static void OfComment(ReadItem item, Action<PlanWarning> warn)
    {
        if (item.Comment is not { } comment) return;
        if (StatusAgainstText.Of(item.Status, comment) is { } words)
            warn(new(item.Place, "Status", $"Statusen är {item.Status!.Value.Swedish().ToLowerInvariant()}, men kommentaren säger ”{words}”."));
    }
}
