using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>What an analysis came to, with the names behind its numbers.</summary>
public sealed record LogResult(LogFindings Findings, LogNames Names, string Fingerprint, IReadOnlyList<string> Warnings,
    Explainer Explainer, LogWatch? Watch, IReadOnlyList<AccessEvent> Watched);

/// <summary>A log and its registers, from files to findings.</summary>
public sealed class Analysis(TextSource log, RegisterSources sources, ReviewRules rules, string? profile,
    IReadOnlyList<LogProfile> profiles, Pseudonyms pseudonyms, string? user = null)
{
    private readonly LogColumns given = LogColumns.Of(log, profiles, profile, user);

    /// <param name="select">Makes the watch from the registers, before the log is read.</param>
    public LogResult Run(LogRunOptions options, DirectoryInfo temporary, Func<Explainer, IdTables, LogWatch>? select = null,
        CancellationToken stop = default)
    {
        var ids = IdTables.New();
        var reader = new RegisterReader(ids, given.Rules.IdRules, pseudonyms);
        var explainer = new Explainer(reader.Read(sources, options.Threads), rules.Validated());
        using var preparation = new LogPreparation(log, given, pseudonyms);
        var (source, columns) = preparation.Run(temporary, stop);
        LogPreparation.MustJoin(source, columns, pseudonyms, ids.Users.Texts(), ids.Clients.Texts(), stop);
        var watch = select?.Invoke(explainer, ids);
        var tally = new LogRun(source, columns, explainer, ids, options, watch).Run(temporary, stop);
        // A personal number that came late in the log has not been met before: it goes no further than here.
        var names = new LogNames(ids.Users.Texts(), [.. ids.Clients.Texts().Select(c => pseudonyms.Of(c))], [.. ids.Units.Texts().Select(u => pseudonyms.Of(u))]);
        var findings = LogFindings.Of(tally, explainer, names, ids.Actions.Texts(), stop);
        Refusal.If(findings.Accesses == 0, preparation.Unreadable(findings.Quality.Remarks));
        List<string> warnings = [.. preparation.Remarks, .. findings.Quality.Remarks, .. reader.Warnings];
        if (columns.Profile is { } used) warnings.Insert(0, $"Loggen är läst med kolumnprofilen {used}.");
        if (Unplaced(findings, explainer, ids) is { Length: > 0 } unplaced) warnings.Insert(0, unplaced);
        if (columns.Unit < 0) warnings.Add("Loggen har ingen kolumn för enhet: åtkomsterna kan inte delas upp på enheter.");
        return new(findings, names, $"{tally.Fingerprint:x32}", warnings, explainer, watch, tally.Watched);
    }

    /// <summary>Accesses at a unit where no client is placed say more of the placements than of those who read: told first.</summary>
    private static string Unplaced(LogFindings findings, Explainer explainer, IdTables ids)
    {
        List<UnitCount> units = [.. findings.Units.Where(u => u.Unexplained > 0 && u.Unit.Length > 0 && !explainer.Serves(ids.Units.Of(Encoding.UTF8.GetBytes(u.Unit))))];
        return units.Count == 0 ? "" : $"{units.Sum(u => u.Unexplained):N0} av {findings.Unexplained:N0} oförklarade åtkomster gjordes på enheter där ingen enskild är placerad: {Prose.Some([.. units.Select(u => u.Unit)], 5)}. Saknas de i filen med placeringar, eller heter enheten något annat där?";
    }
}
