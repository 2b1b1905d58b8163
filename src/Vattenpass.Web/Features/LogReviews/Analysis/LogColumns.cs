using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Where a log has its columns; −1 for one it lacks. A log may have the date and the time of day apart.</summary>
public sealed record LogColumns(int Time, int TimeOfDay, int User, int Client, int Unit, int Action, int Reason, int Id, string? Profile)
{
    /// <summary>How the source writes what stands in the columns.</summary>
    public LogSourceRules Rules { get; private init; } = LogSourceRules.None;


    /// <summary>The log's own headers when they do, else the profile that fits; a named profile is the only one tried.</summary>
    /// <exception cref="Refusal">A column that is needed is missing; says which, and what the file has.</exception>
    /// <param name="user">The only user of the log, where it names none.</param>
    public static LogColumns Of(TextSource log, IReadOnlyList<LogProfile> profiles, string? wanted, string? user = null)
    {
        var chosen = wanted is null ? null : profiles.FirstOrDefault(p => p.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new Refusal($"Kolumnprofilen {wanted} finns inte. Det finns {Prose.List(profiles.Select(p => p.Name))}.");
        var tried = chosen is not null ? [chosen] : new[] { LogProfile.Plain }.Concat(profiles);
        var found = tried.Select(p => Find(log.Headers, p, user)).Where(c => c.IsEnough)
            .OrderByDescending(c => c.Named).FirstOrDefault();
        if (found is not null) return found;
        var nearest = tried.Select(p => Find(log.Headers, p, user)).MaxBy(c => c.Named)!;
        var missing = nearest.Missing;
        var isOneUser = missing.Contains(LogProfile.User) ? " Gäller loggen en enda användare, ange den som användare (fältet på sidan, eller --user på kommandoraden)." : "";
        throw new Refusal($"Loggen {log.Name} saknar {(missing.Count == 1 ? "kolumnen" : "kolumnerna")} {Prose.List(missing.Select(Swedish))}. Raden som mest liknar rubriker är rad {log.HeaderLine}: {HeadersShown.Of(log.Headers)}.{isOneUser} Välj en kolumnprofil, eller be den som sköter registren göra en egen.");
    }

    private static string Swedish(string column) => column == LogProfile.User ? "användare" : column;

    /// <summary>How many of a row's cells are headers that a log may have, most by any one profile.</summary>
    public static Func<IReadOnlyList<string>, int> Knows(IReadOnlyList<LogProfile> profiles) =>
        headers => new[] { LogProfile.Plain }.Concat(profiles).Max(p => Find(headers, p, null).Named);

    /// <summary>The columns of a log in the product's own layout.</summary>
    public static LogColumns OfOwn(IReadOnlyList<string> headers, string? profile) => Find(headers, LogProfile.Plain, null) with { Profile = profile };

    private bool IsEnough => Time >= 0 && (User >= 0 || Rules.User is not null) && Client >= 0;
    private int Named => new[] { Time, TimeOfDay, User, Client, Unit, Action, Reason, Id }.Count(c => c >= 0);

    private IReadOnlyList<string> Missing =>
        [.. new[] { (LogProfile.Time, Time), (LogProfile.User, Rules.User is null ? User : 0),
            (LogProfile.Client, Client) }.Where(c => c.Item2 < 0).Select(c => c.Item1)];

    private static LogColumns Find(IReadOnlyList<string> headers, LogProfile profile, string? user)
    {
        var (time, timeOfDay) = (At(LogProfile.Time), At(LogProfile.TimeOfDay));
        // Where there is no day beside it, what is called the time is the whole of it.
        return new(time, timeOfDay == time ? -1 : timeOfDay, At(LogProfile.User), At(LogProfile.Client), At(LogProfile.Unit),
            At(LogProfile.Action), At(LogProfile.Reason), At(LogProfile.Id), profile == LogProfile.Plain ? null : profile.Name)
        {
            Rules = user is null ? profile.Rules : profile.Rules with { User = user },
        };

        int At(string column)
        {
            foreach (var name in profile.NamesOf(column))
                for (var n = 0; n < headers.Count; n++)
                    if (RegisterKind.Fold(headers[n]) == RegisterKind.Fold(name)) return n;
            return -1;
        }
    }
}

/// <summary>
/// How a source writes its log: how users' ids stand, the only user where there is one, and whether an access takes several rows with the
/// same log id, one for each thing that was seen.
/// </summary>
public sealed record LogSourceRules(IReadOnlyList<IdRule> IdRules, string? User = null, bool IsManyRowsAPost = false)
{
    public static readonly LogSourceRules None = new([]);

    /// <summary>The log has to be rewritten before it is gone through.</summary>
    public bool IsOdd => IdRules.Count > 0 || User is not null || IsManyRowsAPost;
}

/// <summary>What a source system calls the columns of its access log.</summary>
public sealed record LogProfile(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers)
{
    public LogSourceRules Rules { get; init; } = LogSourceRules.None;

    public const string Time = "tidpunkt", TimeOfDay = "klockslag", User = "anvandare", Client = "klient", Unit = "enhet",
    Action = "handelse", Reason = "orsak", Id = "loggid";

    /// <summary>The columns of design as they are; the time of day only where a profile names it.</summary>
    public static readonly LogProfile Plain = new("", new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The starting points for known systems.</summary>
    public static readonly IReadOnlyList<LogProfile> BuiltIn =
        [.. BuiltInLogProfile.All.Select(p => new LogProfile(p.Name, p.Headers) { Rules = new([], IsManyRowsAPost: p.IsManyRowsAPost) })];

    /// <summary>The profile's names first, and the column's own.</summary>
    public IEnumerable<string> NamesOf(string column) =>
        column == TimeOfDay ? Headers.GetValueOrDefault(column, []) : [.. Headers.GetValueOrDefault(column, []), column];

    /// <summary>The municipality's own profiles first, so that they win over a starting point.</summary>
    public static async Task<IReadOnlyList<LogProfile>> AllAsync(VattenpassDb db, CancellationToken stop) =>
        [.. (await db.ColumnProfiles.AsNoTracking()
            .Where(p => p.Register == LogFileKinds.Log.Key)
            .OrderBy(p => p.Name)
            .ToListAsync(stop)).Select(Of), .. BuiltIn];

    /// <summary>The municipality's profiles for the files that a log is held against.</summary>
    public static async Task<IReadOnlyList<ColumnProfile>> OfRegistersAsync(VattenpassDb db, CancellationToken stop) =>
        [.. (await db.ColumnProfiles.AsNoTracking().OrderBy(p => p.Name).ToListAsync(stop)).Where(p => LogFileKinds.Find(p.Register) is { } kind && kind != LogFileKinds.Log)];

    private static LogProfile Of(ColumnProfile saved) =>
        new(saved.Name, saved.Headers.ToDictionary(h => RegisterKind.Fold(h.Key), h => (IReadOnlyList<string>)[h.Value]))
        {
            Rules = new(saved.IdRules, saved.Constants.GetValueOrDefault("användare")),
        };
}
