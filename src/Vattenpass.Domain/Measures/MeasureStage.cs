using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Measures;

/// <summary>A part of a measure with a day of its own. By is null where nobody has set one; DoneOn until it is done.</summary>
public sealed record MeasureStage(string Text, DateOnly? By, DateOnly? DoneOn)
{
    /// <summary>Reads a line: the day it shall be done, when there is one, and then what.</summary>
    /// <exception cref="Refusal">There is a day and nothing after it.</exception>
    public static MeasureStage Read(string line)
    {
        var (first, rest) = line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries) is [var word, var after] ? (word, after) : (line.Trim(), "");
        if (!DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(line.Trim(), null, null);
        return new(Refusal.IfEmpty(rest, $"Skriv vad som ska vara klart {day:yyyy-MM-dd}.", nameof(Measure.Stages)), day, null);
    }

    /// <summary>As it is written, and read again.</summary>
    public string Line() => By is { } day ? $"{day:yyyy-MM-dd} {Text}" : Text;

    public string Sentence() => (DoneOn, By) switch
    {
        ({ } done, _) => $"{Text} (klar {done:yyyy-MM-dd})",
        (_, { } day) => $"{Text} (ska vara klar {day:yyyy-MM-dd})",
        _ => $"{Text} (inte klar)",
    };
}

/// <summary>The last day of a measure was moved.</summary>
public sealed record MeasureMove(DateOnly From, DateOnly To, DateOnly On, string Reason);

public enum MeasureHorizon { Short = 1, Long = 2 }

/// <summary>How many took part, of how many it was for: a training, a meeting.</summary>
public sealed record Participation(int TookPart, int Of)
{
    /// <exception cref="Refusal">Only one of them is stated, or they do not go together.</exception>
    public static Participation? Read(int? tookPart, int? of)
    {
        if (tookPart is null && of is null) return null;
        Refusal.If(tookPart is null || of is null, "Fyll i både hur många som deltog och hur många det gällde.", nameof(TookPart));
        Refusal.If(of < 1 || tookPart < 0, "Antalet deltagare ska vara noll eller mer, av minst en.", nameof(TookPart));
        Refusal.If(tookPart > of, "Fler deltog än åtgärden gällde. Kontrollera talen.", nameof(TookPart));
        return new(tookPart!.Value, of!.Value);
    }

    public override string ToString() => $"{TookPart} av {Prose.Number(Of, "berörd", "berörda")} deltog";
}
