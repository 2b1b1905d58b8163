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
        var isDay = DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        Refusal.If(!isDay && LooksLikeADay(first), $"”{first}” är inget datum. Skriv till exempel 2026-05-01.", nameof(Measure.Stages));
        if (!isDay) return new(line.Trim(), null, null);
        return new(Refusal.IfEmpty(rest, $"Skriv vad som ska vara klart {day:yyyy-MM-dd}.", nameof(Measure.Stages)), day, null);
    }

    /// <summary>Written as a day, whether or not it is one.</summary>
    private static bool LooksLikeADay(string word) => word.Length >= 6 && word.All(c => char.IsAsciiDigit(c) || c is '-' or '/' or '.');

    /// <summary>As it is written, and read again.</summary>
    public string Line() => By is { } day ? $"{day:yyyy-MM-dd} {Text}" : Text;

    public string Sentence(DateOnly today) => (DoneOn, By) switch
    {
        ({ } done, _) => $"{Text} (klar {done:yyyy-MM-dd})",
        (_, { } day) => $"{Text} ({(day < today ? "skulle ha varit" : "ska vara")} klar {day:yyyy-MM-dd})",
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

/// <summary>Whole-time posts, in numbers with at most two decimals.</summary>
public static class StaffPosts
{
    private const int Most = 1000;

    /// <exception cref="Refusal">It is none, is negative, or is more than any department has.</exception>
    public static void MustBeRight(decimal? posts) =>
        Refusal.If(posts is { } stated && (stated <= 0 || stated > Most || stated != decimal.Round(stated, 2)), "Antalet tjänster ska vara mer än 0 och högst 1 000, med högst två decimaler.", "Posts");
}
