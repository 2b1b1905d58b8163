using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Reviews;

/// <summary>A review in numbers on a day: what it found, what has no measure, and what waits for an answer.</summary>
public sealed class ReviewSum(Review review, DateOnly day)
{
    public int Findings => review.Findings.Count;
    public int Serious => review.Findings.Count(f => f.Gravity is Gravity.SeriousDeficiency);
    /// <summary>An observation need not be met with anything.</summary>
    public int WithoutMeasure => review.Findings.Count(f => f.Gravity is not Gravity.Observation && f.MeasureIds.Count == 0);
    public int Unanswered => review.Findings.Count(f => f.AwaitedAnswerOn(day));
    public int Late => review.Findings.Count(f => f.AwaitedAnswerOn(day) && f.AnswerBy < day);

    /// <summary>"5 brister och iakttagelser, varav 2 allvarliga."</summary>
    public string Short() =>
        Findings == 0 ? "Inget är antecknat än."
        : $"{Prose.Number(Findings, "brist eller iakttagelse", "brister och iakttagelser")}{(Serious > 0 ? $", varav {Prose.Number(Serious, "allvarlig", "allvarliga")}" : "")}.";

    public string Standing() =>
        Findings == 0 ? "påbörjad"
        : Late > 0 ? $"{Late} svar försenade"
        : Unanswered > 0 ? $"{Unanswered} obesvarade"
        : WithoutMeasure > 0 ? $"{WithoutMeasure} utan åtgärd"
        : "omhändertagen";

    /// <summary>What is left, in sentences; only what records carry.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> said = [Short()];
        if (WithoutMeasure > 0) said.Add($"{Prose.Capital(Prose.Count(WithoutMeasure, "brist", "brister"))} har ingen åtgärd.");
        if (Unanswered > 0) said.Add($"{Prose.Capital(Prose.Count(Unanswered, "rekommendation", "rekommendationer"))} väntar på svar{(Late > 0 ? $", {Prose.CountWord(Late)} efter utsatt dag" : "")}.");
        return said;
    }

    /// <summary>How many findings have their root where, most first; a finding may have several.</summary>
    public IReadOnlyList<(RootCause Cause, int Findings)> ByCause() =>
        [.. review.Findings.SelectMany(f => f.Causes).GroupBy(c => c).Select(g => (g.Key, g.Count())).OrderByDescending(c => c.Item2).ThenBy(c => c.Key)];
}
