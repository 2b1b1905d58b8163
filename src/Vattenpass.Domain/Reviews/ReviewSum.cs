using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Reviews;

/// <summary>A review in numbers on a day: what it found, what nothing meets, and what waits for an answer.</summary>
/// <param name="meeting">The measures that go on or are done: one that was called off meets nothing.</param>
public sealed class ReviewSum(Review review, DateOnly day, IReadOnlySet<Guid> meeting)
{
    public int Findings => review.Findings.Count;
    public int Serious => review.Findings.Count(f => f.Gravity is Gravity.SeriousDeficiency);
    /// <summary>An observation need not be met with anything.</summary>
    public int WithoutMeasure => review.Findings.Count(f => f.Gravity is not Gravity.Observation && !f.MeasureIds.Any(meeting.Contains));
    public int Unanswered => review.Findings.Count(f => f.AwaitedAnswerOn(day));
    public int Late => review.Findings.Count(f => f.AwaitedAnswerOn(day) && f.AnswerBy < day);

    /// <summary>"Fem brister och iakttagelser, varav två allvarliga."</summary>
    public string Short()
    {
        if (Findings == 0) return "Inget är antecknat än.";
        var all = Prose.Capital(Prose.Count(Findings, "brist eller iakttagelse", "brister och iakttagelser"));
        return Serious == 0 ? $"{all}." : $"{all}, varav {Prose.Count(Serious, "allvarlig", "allvarliga")}.";
    }

    public string Standing() =>
        Findings == 0 ? "påbörjad"
        : Late > 0 ? $"{Late} svar {(Late == 1 ? "försenat" : "försenade")}"
        : Unanswered > 0 ? Prose.Number(Unanswered, "obesvarad", "obesvarade")
        : WithoutMeasure > 0 ? $"{WithoutMeasure} utan åtgärd"
        : "omhändertagen";

    /// <summary>What is left, in sentences; only what records carry.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> said = [Short()];
        if (WithoutMeasure > 0) said.Add($"{Prose.Capital(Prose.Count(WithoutMeasure, "brist", "brister"))} har ingen åtgärd som pågår eller är gjord.");
        if (Unanswered > 0)
        {
            var late = Late == 0 ? "" : $", varav {Prose.CountWord(Late, neuter: false)} skulle ha besvarats tidigare";
            said.Add($"{Prose.Capital(Prose.Count(Unanswered, "rekommendation", "rekommendationer"))} väntar på svar{late}.");
        }
        return said;
    }

    /// <summary>How many findings have their root where, most first; a finding may have several.</summary>
    public IReadOnlyList<(RootCause Cause, int Findings)> ByCause() =>
        [.. review.Findings.SelectMany(f => f.Causes).GroupBy(c => c).Select(g => (g.Key, g.Count())).OrderByDescending(c => c.Item2).ThenBy(c => c.Key)];
}
