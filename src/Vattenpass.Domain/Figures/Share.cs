using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Figures;

/// <summary>A goal in whole per cent that a share should reach at least.</summary>
public readonly record struct Goal(int AtLeastPercent)
{
    /// <summary>The smallest numerator that reaches the goal; judged on whole numbers.</summary>
    public int Needed(int denominator) => (AtLeastPercent * denominator + 99) / 100;
}

/// <summary>
/// A share with all it takes to be read: numerator and denominator in the same unit of count, and the period. Written one
/// way everywhere.
/// </summary>
public sealed record Share(int Numerator, int Denominator, string UnitOfCount, Period Period, Goal? Goal = null)
{
    /// <summary>The period is not over: the denominator is what should have been done by now.</summary>
    public bool IsRunning { get; init; }

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Whole per cent, half up, but 100 only when all: 203 of 204 is 99; null of nothing.</summary>
    public int? Percent =>
        Denominator == 0 ? null
        : Numerator < Denominator ? Math.Min(99, (int)((200L * Numerator + Denominator) / (2L * Denominator)))
        : (int)((200L * Numerator + Denominator) / (2L * Denominator));
    public bool Reached => Goal is not { } goal || Numerator >= goal.Needed(Denominator);

    /// <summary>"121 av 144 (84 %)"; with a goal "84 av 423 (19,9 %), målet minst 20 % (85) nås inte".</summary>
    public override string ToString() => Goal is { } goal
        ? $"{Short}, målet minst {goal.AtLeastPercent} % ({goal.Needed(Denominator)}) {(Reached ? "nås" : "nås inte")}"
        : Short;

    /// <summary>"121 av 144 (84 %)", with one decimal on the right side of the goal where there is one.</summary>
    public string Short => (IsRunning, Denominator) switch
    {
        (true, 0) => "ingen ska vara gjord än",
        (true, 1) => $"{Numerator} av 1 som skulle vara gjord",
        (true, _) => $"{Numerator} av de {Denominator} som skulle vara gjorda ({PercentText} %)",
        (_, 0) => $"{Numerator} av 0",
        _ => $"{Numerator} av {Denominator} ({PercentText} %)",
    };

    /// <summary>A share that is not nothing is never written as 0.</summary>
    private string PercentText =>
        Goal is { } goal ? OnRightSide(goal)
        : Numerator > 0 && Percent == 0 ? "mindre än 1"
        : Percent!.Value.ToString(Swedish);

    /// <summary>Tenths of per cent, half up, but never printed as reaching a goal that is not reached.</summary>
    private string OnRightSide(Goal goal)
    {
        var tenths = (2000L * Numerator + Denominator) / (2L * Denominator);
        if (Numerator < Denominator) tenths = Math.Min(tenths, 999);
        if (Numerator > 0 && tenths == 0) return "mindre än 0,1";
        if (!Reached && tenths >= goal.AtLeastPercent * 10L) tenths = goal.AtLeastPercent * 10L - 1;
        return $"{tenths / 10},{tenths % 10}";
    }
}
