using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>What the year says of the routines: how many a control tests, and those that somebody must do something about, one by one.</summary>
internal static class RoutineText
{
    public static IEnumerable<Block> Compose(ReportFacts facts)
    {
        if (facts.Routines.Count == 0) yield break;
        var day = facts.Year.AsOf;
        var inUse = facts.Routines.Where(r => r.Routine.StandingOn(day) is not (RoutineStanding.RunOut or RoutineStanding.Coming)).ToList();
        var tested = inUse.Where(r => r.Last is not null).ToList();
        yield return new HeadingBlock(2, "Rutiner");
        yield return Paragraph($"I rutinregistret finns {Number(inUse.Count, "rutin", "rutiner")} som gäller {day:yyyy-MM-dd}. {(inUse.Count == 0 ? "" : $"{Capital(CountWord(tested.Count))} av dem prövades av en kontroll under perioden.")}".TrimEnd());
        List<string> told =
        [
            .. inUse.Where(r => r.FailsWidely).Select(r => $"{r.Routine.Title}: brister i {CountWord(r.FailingUnits().Count)} enheter. {Last(r)}"),
            .. inUse.Where(r => r.LastKnowledge is { Fails: true }).Select(r => $"{r.Routine.Title}: senast den frågades efter, {r.LastKnowledge!.On:yyyy-MM-dd}, var den inte känd eller gick inte att förstå."),
            .. facts.Routines.Where(r => r.Routine.StandingOn(day) is RoutineStanding.RunOut).Select(r => $"{r.Routine.Title}: upphörde att gälla {r.Routine.ValidTo:yyyy-MM-dd}."),
            .. inUse.Where(r => r.Routine.StandingOn(day) is RoutineStanding.ReviewDue).Select(r => $"{r.Routine.Title}: skulle ha setts över senast {r.Routine.ReviewBy:yyyy-MM-dd}."),
            .. inUse.Where(r => !r.HasTest).Select(r => $"{r.Routine.Title}: ingen kontroll är vald som prövar den."),
        ];
        if (told.Count > 0) yield return new ListBlock(told);
    }

    private static string Last(RoutineYear row) => row.Last is { } last ? $"Senast prövad {last.On:yyyy-MM-dd}." : "";
}
