using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// How good the log itself is, told before anything it shows: gaps, missing fields, rows that could not be used, and what
/// it does not log at all. Every remark is a Swedish sentence.
/// </summary>
public sealed record LogQuality(DateOnly? First, DateOnly? Last, IReadOnlyList<DateOnly> DaysMissing, long Bad, long Duplicates,
    IReadOnlyList<BadRow> BadRows, IReadOnlyDictionary<string, long> Actions, IReadOnlyList<string> Remarks)
{
    private const int MostListed = 10, MostMissing = 1000, MostBadShown = 5, LongestBadShown = 80;

    /// <summary>What a log must tell for a review to be of use, by how systems name it.</summary>
    private static readonly (string What, string[] Stems)[] Expected =
    [
        ("läsning", ["läs", "öppna", "visa", "read"]), ("skrivning", ["skriv", "spara", "ändra", "signer", "write"]),
        ("utskrift", ["skriv ut", "skrivit ut", "utskri", "print"]), ("sökning", ["sök", "search"]), ("export", ["export", "kopi"]),
    ];

    public static LogQuality Of(LogTally tally, Explainer explainer, IReadOnlyList<string> names)
    {
        var days = tally.Days.Keys.Order().Select(DateOnly.FromDayNumber).ToList();
        List<DateOnly> missing = [];
        for (var n = 1; n < days.Count; n++)
            for (var day = days[n - 1].AddDays(1); day < days[n] && missing.Count < MostMissing; day = day.AddDays(1)) missing.Add(day);
        var actions = tally.Actions.GroupBy(a => names[a.Key], StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Count: g.Sum(a => a.Value)))
            .OrderByDescending(a => a.Count)
            .ThenBy(a => a.Name, StringComparer.Ordinal)
            .ToDictionary(a => a.Name, a => a.Count);
        return new(days.Count > 0 ? days[0] : null, days.Count > 0 ? days[^1] : null, missing, tally.BadRows.Count, tally.Duplicates,
            [.. tally.BadRows.Listed], actions, [.. Tell(tally, explainer, missing, actions)]);
    }

    /// <summary>Days of the period before the log begins and after it ends: a log of three days is no month.</summary>
    public static IEnumerable<string> Outside(DateOnly from, DateOnly to, LogQuality log)
    {
        if (log is not { First: { } first, Last: { } last }) yield break;
        var days = Math.Max(0, first.DayNumber - from.DayNumber) + Math.Max(0, to.DayNumber - last.DayNumber);
        if (days > 0)
            yield return $"Loggen har åtkomster bara {first:yyyy-MM-dd}–{last:yyyy-MM-dd}. {Prose.Number(days, "dag", "dagar")} i perioden saknas före eller efter. Ta bort inläsningen och hämta hela perioden om den ska räknas som kontrollerad.";
    }

    private static IEnumerable<string> Tell(LogTally tally, Explainer explainer, List<DateOnly> missing, Dictionary<string, long> actions)
    {
        if (tally.Accesses == 0) yield return "Loggen har inga åtkomster som går att läsa.";
        if (missing.Count > 0)
            yield return $"Loggen saknar {(missing.Count == MostMissing ? "minst " : "")}{Prose.Number(missing.Count, "dag", "dagar")} helt: {Prose.Some([.. missing.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))], MostListed)}.";
        if (tally.BadRows.Count > 0)
            yield return $"{Rows(tally.BadRows.Count)} går inte att använda: {Prose.List(tally.BadRows.ByProblem.OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).Take(3).Select(b => b.Key))}. Till exempel {Prose.List(tally.BadRows.Listed.Take(MostBadShown).Select(b => $"”{(b.Text.Length > LongestBadShown ? b.Text[..LongestBadShown] + "…" : b.Text)}”"))}.";
        if (tally.Duplicates > 0) yield return $"{Rows(tally.Duplicates)} är exakta dubbletter och räknas en gång.";
        if (tally.WithoutUnit > 0) yield return $"{Rows(tally.WithoutUnit)} saknar enhet.";
        if (tally.WithoutAction > 0) yield return $"{Rows(tally.WithoutAction)} saknar händelse.";
        if (tally.InSkippedHour > 0)
            yield return $"{Rows(tally.InSkippedHour)} har en tid som inte finns (natten då klockan ställs fram). Systemets klocka bör kontrolleras.";
        if (tally.InRepeatedHour > 0)
            yield return $"{Rows(tally.InRepeatedHour)} ligger i timmen som finns två gånger (natten då klockan ställs tillbaka) och godtas om någon av dem ligger inom passet.";
        if (tally.Accesses > 0 && actions.Count > 0)
        {
            var unlogged = Expected.Where(e =>
                !actions.Keys.Any(a => e.Stems.Any(s => a.StartsWith(s, StringComparison.OrdinalIgnoreCase))))
                .Select(e => e.What)
                .ToList();
            if (unlogged.Count > 0)
                yield return $"Loggen visar aldrig {Prose.List(unlogged).Replace(" och ", " eller ", StringComparison.Ordinal)}. Antingen görs det inte eller så loggas det inte.";
        }
        if (explainer.UnscheduledRoles.Count > 0)
            yield return $"Ingen i rollen {Prose.List(explainer.UnscheduledRoles)} har pass i schemat. Deras åtkomster prövas inte mot pass.";
        if (!explainer.Registers.ShiftsGiven) yield return "Inget schema är inläst. Åtkomsterna prövas inte mot pass.";
        var strangers = tally.Events.Where(e => explainer.Registers.Staffing.Of(e.User).Length == 0).Select(e => e.User).Distinct().Count();
        if (strangers > 0) yield return $"{Prose.Number(strangers, "användare", "användare")} i loggen finns inte i bemanningen.";
        var unknown = tally.Events.Where(e => explainer.Registers.Placements.Of(e.Client).Length == 0)
            .Select(e => e.Client)
            .Distinct()
            .Count();
        if (unknown > 0) yield return $"{Prose.Number(unknown, "enskild", "enskilda")} i loggen har ingen placering i registret.";
    }

    private static string Rows(long n) => n == 1 ? "1 rad" : $"{Prose.Thousands(n)} rader";
}
