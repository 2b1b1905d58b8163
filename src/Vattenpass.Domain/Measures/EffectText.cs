using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Measures;

/// <summary>An effect control in words. A difference is never said to be the measure's doing: only that it is larger than chance makes.</summary>
public static class EffectText
{
    public static string Swedish(this EffectIndicator indicator) => indicator switch
    {
        EffectIndicator.Deviations => "Andel med avvikelse i en kontroll",
        EffectIndicator.Missed => "Andel kontroller som inte blev gjorda",
        EffectIndicator.Observation => "Något som iakttas",
        _ => throw new InvalidOperationException(),
    };

    public static string Swedish(this EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.Better => "bättre",
        EffectVerdict.NotShown => "ingen effekt visad",
        EffectVerdict.Worse => "sämre",
        EffectVerdict.TooFew => "för få observationer",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What is looked at, for a heading.</summary>
    public static string What(this EffectControl effect) => effect.Indicator switch
    {
        EffectIndicator.Deviations => $"Andel med avvikelse i kontrollen {effect.Control!.Title}",
        EffectIndicator.Missed => $"Andel ej gjorda av kontrollen {effect.Control!.Title}",
        _ => effect.Question,
    };

    /// <summary>"12 av 40 (30 %) före och 3 av 42 (7 %) efter. …" of counts, month by month.</summary>
    public static string Sentence(IReadOnlyList<EffectMonth> counted)
    {
        var (before, after) = (EffectControl.Sum(counted.Take(counted.Count / 2)), EffectControl.Sum(counted.Skip(counted.Count / 2)));
        var counts = $"{Text(before)} före och {Text(after)} efter.";
        return EffectControl.Judge(counted) switch
        {
            EffectVerdict.TooFew => $"{counts} För få observationer: minst {Difference.Floor} behövs på var sida.",
            EffectVerdict.Better => $"{counts} Andelen är lägre efter, och skillnaden är större än vad slumpen brukar ge.",
            EffectVerdict.Worse => $"{counts} Andelen är högre efter, och skillnaden är större än vad slumpen brukar ge.",
            _ => $"{counts} Skillnaden är inte större än vad slumpen kan ge: någon effekt är inte visad.",
        };
    }

    private static string Text(EffectMonth sum) => sum.Of == 0 ? "inget kontrollerat" : $"{sum.Faults} av {sum.Of} ({Prose.Percent(sum.Faults, sum.Of)})";

    /// <summary>The control as it stood on a day, for a report; null before there was anything to tell.</summary>
    public static string? ToldOn(this EffectControl effect, DateOnly day)
    {
        if (effect.DoneOn is { } done && done <= day)
            return $"Effekten kontrollerad {done:yyyy-MM-dd}, {effect.Months} månader efter {effect.ChangedOn:yyyy-MM-dd}: {effect.What()}. {effect.Result()}";
        return effect.Due < day ? $"Effekten skulle ha kontrollerats från {effect.Due:yyyy-MM-dd}." : null;
    }

    /// <summary>What a control that is done showed.</summary>
    public static string Result(this EffectControl effect)
    {
        var said = effect.IsCounted ? Sentence(effect.Counted) : $"Enligt iakttagelsen: {effect.Verdict!.Value.Swedish()}.";
        return effect.Comment.Length == 0 ? said : $"{said} {effect.Comment.TrimEnd('.')}.";
    }
}
