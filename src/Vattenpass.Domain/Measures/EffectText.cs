using System.Globalization;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Measures;

/// <summary>An effect control in words. A difference is never said to be the measure's doing: only that it is larger than chance makes.</summary>
public static class EffectText
{
    public static string Swedish(this EffectIndicator indicator) => indicator switch
    {
        EffectIndicator.Deviations => "Andel kontroller med avvikelse",
        EffectIndicator.Missed => "Andel kontroller som inte gjordes i tid",
        EffectIndicator.Days => "Dagar tills en avvikelse är avslutad",
        EffectIndicator.Series => "En mätserie om bemanningen",
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
        EffectIndicator.Deviations => $"{effect.Control!.Title}: kontroller med avvikelse",
        EffectIndicator.Missed => $"{effect.Control!.Title}: kontroller som inte gjordes i tid",
        EffectIndicator.Days => effect.Control is { } control ? $"{control.Title}: dagar tills en avvikelse är avslutad" : "Dagar tills en avvikelse är avslutad",
        EffectIndicator.Series => Prose.Capital(effect.Series!.Name),
        _ => effect.Question,
    };

    /// <summary>"12 av 40 (30 %) före och 3 av 42 (7,1 %) efter. …" of counts, month by month.</summary>
    public static string Sentence(IReadOnlyList<EffectMonth> counted)
    {
        var (before, after) = (EffectControl.Sum(counted.Take(counted.Count / 2)), EffectControl.Sum(counted.Skip(counted.Count / 2)));
        var counts = $"{Text(before)} före och {Text(after)} efter.";
        return EffectControl.Judge(counted) switch
        {
            EffectVerdict.TooFew => $"{counts} För få kontroller: minst {Difference.Floor} behövs på var sida.",
            EffectVerdict.Better => $"{counts} Andelen är lägre efter, och skillnaden är större än vad slumpen brukar ge.",
            EffectVerdict.Worse => $"{counts} Andelen är högre efter, och skillnaden är större än vad slumpen brukar ge.",
            _ when (long)before.Faults * after.Of == (long)after.Faults * before.Of => $"{counts} Andelen är lika stor före och efter: någon effekt är inte visad.",
            _ => $"{counts} Skillnaden är inte större än vad slumpen kan ge: någon effekt är inte visad.",
        };
    }

    /// <summary>"7,4 % i mitten (6 månader) före och 6,1 % i mitten (6 månader) efter. …" of measured values.</summary>
    public static string Sentence(EffectControl effect, IReadOnlyList<EffectValue> measured)
    {
        var sides = new[] { false, true }.Select(isAfter => EffectControl.Side(measured, effect.Months, isAfter)).ToArray();
        var values = Prose.Capital($"{effect.Middle(sides[0])} före och {effect.Middle(sides[1])} efter.");
        var open = measured.Count(v => v.Value is null);
        if (open > 0) values += $" {Prose.Capital(Prose.Count(open, $"avvikelse var inte avslutad efter {EffectControl.DaysToClose} dagar och räknas som den längsta", $"avvikelser var inte avslutade efter {EffectControl.DaysToClose} dagar och räknas som de längsta"))}.";
        return EffectControl.Judge(measured, effect.Months, effect.Indicator) switch
        {
            EffectVerdict.TooFew => $"{values} För få observationer: minst {EffectControl.FloorOf(effect.Indicator)} behövs på var sida.",
            EffectVerdict.Better => $"{values} Det är lägre efter, och skillnaden är större än vad slumpen brukar ge.",
            EffectVerdict.Worse => $"{values} Det är högre efter, och skillnaden är större än vad slumpen brukar ge.",
            _ => $"{values} Skillnaden är inte större än vad slumpen kan ge: någon effekt är inte visad.",
        };
    }

    /// <summary>"21 dagar i mitten (14 avvikelser)": the middle of a side's values.</summary>
    private static string Middle(this EffectControl effect, IReadOnlyList<decimal> side)
    {
        if (side.Count == 0) return "inget mätt";
        var known = side.Count(v => v < decimal.MaxValue);
        // With half of them open, nobody knows the middle.
        var middle = known * 2 > side.Count ? effect.Text(Median.Exact([.. side.Order()])) : $"mer än {EffectControl.DaysToClose} dagar";
        return $"{middle} i mitten ({(effect.Indicator is EffectIndicator.Days ? Prose.Number(side.Count, "avvikelse", "avvikelser") : Prose.Number(side.Count, "månad", "månader"))})";
    }

    /// <summary>A month of the table: the calendar month of a series, else the day it begins.</summary>
    public static string MonthName(this EffectControl effect, int month)
    {
        var first = effect.ChangedOn.AddMonths(month - effect.Months);
        if (effect.Indicator is not EffectIndicator.Series) return $"från {first:yyyy-MM-dd}";
        // Where the change lies within a month, that month is on neither side: after it, months are told by where they begin.
        if (first.Day > 1 && month >= effect.Months) first = first.AddMonths(1);
        return $"{Period.SwedishMonths[first.Month - 1]} {first.Year}";
    }

    /// <summary>A measured value with its unit.</summary>
    public static string Text(this EffectControl effect, decimal value) => effect.Indicator is EffectIndicator.Days
        ? $"{Prose.Decimal(value)} {(value == 1 ? "dag" : "dagar")}"
        : $"{Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.GetCultureInfo("sv-SE"))}{(effect.Series!.Unit.Length > 0 ? $" {effect.Series.Unit}" : "")}";

    private static string Text(EffectMonth sum) => sum.Of == 0 ? "inget kontrollerat" : $"{sum.Faults} av {sum.Of} ({Prose.Percent(sum.Faults, sum.Of)})";

    /// <summary>The control as it stood on a day, for a report; null before there was anything to tell, and of a measure that came to nothing.</summary>
    public static string? ToldOn(this EffectControl effect, Measure measure, DateOnly day)
    {
        if (effect.DoneOn is { } done && done <= day)
            return $"Effekten kontrollerad {done:yyyy-MM-dd}, {Prose.CountWord(effect.Months)} månader efter {effect.ChangedOn:yyyy-MM-dd}. {effect.What()}. {effect.Result()}";
        return effect.ReadyFrom < day && effect.PlannedOn <= day && measure.Status is not (MeasureStatus.Cancelled or MeasureStatus.Merged)
            ? $"Effekten skulle ha kontrollerats från {effect.ReadyFrom:yyyy-MM-dd}." : null;
    }

    /// <summary>What a control that is done showed.</summary>
    public static string Result(this EffectControl effect)
    {
        var said = effect.IsCounted ? Sentence(effect.Counted) : effect.IsMeasured ? Sentence(effect, effect.Measured) : $"Enligt iakttagelsen: {effect.Verdict!.Value.Swedish()}.";
        if (effect.IsAfterwards) said += " Vad som skulle visa effekten valdes i efterhand.";
        return effect.Comment.Length == 0 ? said : $"{said} Kommentar: {effect.Comment.TrimEnd('.')}.";
    }
}
