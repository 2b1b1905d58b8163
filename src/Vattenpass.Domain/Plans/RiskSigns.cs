using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum SignKind { Deviation = 1, Missed = 2, PassedLimit = 3 }

/// <summary>Something that happened and says something of a risk: a deviation, a control that was not done, a time limit in law that was passed.</summary>
/// <param name="RowId">The deviation or the occasion; null for a case, which the register holds.</param>
public sealed record RiskSign(SignKind Kind, DateOnly On, Guid? RowId);

/// <summary>
/// What has happened around a risk since it was last scored, at most a year back. Repeated deviations, controls that were not done and passed time
/// limits propose that it is scored anew; what the value should be is for the meeting to say.
/// </summary>
public sealed record RiskSigns(IReadOnlyList<RiskSign> Signs)
{
    /// <summary>One or two may be chance; three, not all in the same month, are a pattern.</summary>
    private const int FewestDeviations = 3, FewestMissed = 2;
    public const int MonthsBack = 12;

    /// <summary>From which day things count.</summary>
    public static DateOnly Since(Risk risk, DateOnly today) =>
        risk.ScoredOn is { } scored && scored > today.AddMonths(-MonthsBack) ? scored : today.AddMonths(-MonthsBack);

    private int Of(SignKind kind) => Signs.Count(s => s.Kind == kind);
    private int MonthsWithDeviations => Signs.Where(s => s.Kind is SignKind.Deviation).Select(s => (s.On.Year, s.On.Month)).Distinct().Count();

    private bool DeviationsRepeat => Of(SignKind.Deviation) >= FewestDeviations && MonthsWithDeviations > 1;
    private bool ControlsAreMissed => Of(SignKind.Missed) >= FewestMissed;
    private bool LimitsArePassed => Of(SignKind.PassedLimit) > 0;

    /// <summary>There is reason to score it anew.</summary>
    public bool ProposeRescore => DeviationsRepeat || ControlsAreMissed || LimitsArePassed;

    /// <summary>"fem avvikelser i tre månader och två kontroller som inte är gjorda": what speaks for scoring it anew.</summary>
    public string Reasons() => Prose.List(new[]
    {
        DeviationsRepeat ? $"{Prose.Count(Of(SignKind.Deviation), "avvikelse", "avvikelser")} i {Prose.Count(MonthsWithDeviations, "månad", "månader")}" : "",
        ControlsAreMissed ? Prose.Count(Of(SignKind.Missed), "kontroll som inte är gjord", "kontroller som inte är gjorda") : "",
        LimitsArePassed ? Prose.Count(Of(SignKind.PassedLimit), "passerad tidsfrist", "passerade tidsfrister") : "",
    }.Where(r => r.Length > 0));
}
