using Vattenpass.Domain.Figures;

namespace Vattenpass.Domain.Kinds;

/// <summary>What the sentences about a control are composed from.</summary>
/// <param name="PeriodPhrase">The period inside a sentence: "2024", or "januari–augusti 2024".</param>
public sealed record Telling(ControlFact Control, YearFigures Figures, string PeriodPhrase, bool IsWholeYear)
{
    public YearFacts Facts => Figures.Facts;
}
