using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.LogReviews;

/// <summary>How much speaks for a case, in words; the order of the queue.</summary>
public enum CaseStrength { Strong = 1, Clear = 2, Weak = 3 }

/// <summary>Accesses that need an answer: one user's to one client, or many users' to one client. Facts for and against are sentences.</summary>
public sealed record QueuedCase(CaseStrength Strength, int Client, IReadOnlyList<int> Users, IReadOnlyList<AccessEvent> Events, Flags Flags,
    IReadOnlyList<string> For, IReadOnlyList<string> Against);

/// <summary>
/// Groups what is left unexplained to cases and puts the ones with most against them first. The order is decided by
/// facts that the reviewer can read, one after the other; there are no weights.
/// </summary>
public sealed class ReviewQueue(Explainer explainer, IReadOnlyDictionary<(int User, int Hour), int> remarkableHours)
{
    private readonly ReviewRules rules = explainer.Rules;

    /// <param name="events">What is left when unregistered shifts are folded, with explained accesses that a flag alone puts here.</param>
    /// <param name="user">A user's pseudonym, so that the order does not depend on how numbers were given.</param>
    /// <param name="client">The same of a client.</param>
    public IReadOnlyList<QueuedCase> Cases(IEnumerable<AccessEvent> events, Func<int, string> user, Func<int, string> client) =>
        [.. events.GroupBy(e => e.Client).SelectMany(OfClient).Select(Case)
            .OrderBy(c => c.Strength).ThenByDescending(c => c.Users.Count > 1)
            .ThenByDescending(c => Days(c.Events))
            .ThenByDescending(c => c.Events.Count)
            .ThenBy(c => user(c.Users[0]), StringComparer.Ordinal).ThenBy(c => client(c.Client), StringComparer.Ordinal)
            .ThenBy(c => c.Events[0].Instant)];

    /// <summary>Users without explanation who come close in time to the same client are one case; everyone else is a case of their own.</summary>
    private IEnumerable<List<AccessEvent>> OfClient(IGrouping<int, AccessEvent> ofClient)
    {
        var curious = ofClient.Where(e => e.Found == Explanations.None && !explainer.IsOwnRecord(e.User, e.Client))
            .OrderBy(e => e.Instant)
            .ToList();
        HashSet<int> together = [];
        Dictionary<int, int> inWindow = [];
        for (int first = 0, last = 0; last < curious.Count; last++)
        {
            for (; curious[last].Day - curious[first].Day > rules.ManyUsersDays; first++)
                if (--inWindow[curious[first].User] == 0) inWindow.Remove(curious[first].User);
            var isNew = (inWindow[curious[last].User] = inWindow.GetValueOrDefault(curious[last].User) + 1) == 1;
            if (isNew && inWindow.Count >= rules.ManyUsers) together.UnionWith(inWindow.Keys);
        }
        if (together.Count > 0) yield return [.. ofClient.Where(e => together.Contains(e.User))];
        foreach (var alone in ofClient.Where(e => !together.Contains(e.User)).GroupBy(e => e.User)) yield return [.. alone];
    }

    private QueuedCase Case(List<AccessEvent> events)
    {
        events = [.. events.OrderBy(e => e.Instant).ThenBy(e => e.Id, StringComparer.Ordinal)];
        var users = events.Select(e => e.User).Distinct().ToList();
        var flags = FlagsOf(events, users);
        return new(StrengthOf(events, flags), events[0].Client, users, events, flags, [.. For(events, users, flags)],
            [.. Against(events, flags)]);
    }

    private Flags FlagsOf(List<AccessEvent> events, List<int> users)
    {
        var flags = events.Aggregate(Flags.None, (f, e) => f | explainer.FlagsOf(e, remarkableHours));
        if (users.Count > 1) flags |= Flags.ManyUsers;
        if (users.Any(u => Days(events.Where(e => e.User == u)) > 1)) flags |= Flags.Repeated;
        return flags;
    }

    /// <summary>
    /// Strong: own record, protected identity, many users, or no explanation together with several days or a former client.
    /// Clear: no explanation and more than one row, with no reason stated. Weak: a single row, a stated reason,
    /// pool staff without a shift, or only outside a shift.
    /// </summary>
    private static CaseStrength StrengthOf(List<AccessEvent> events, Flags flags)
    {
        if ((flags & (Flag.QueueAlone | Flags.ManyUsers)) != Flags.None) return CaseStrength.Strong;
        var unexplained = events.Where(e => e.Found == Explanations.None).ToList();
        if (unexplained.Count < 2 || unexplained.Exists(e => e.StatedReason) || flags.HasFlag(Flags.Unattached)) return CaseStrength.Weak;
        return Days(unexplained) > 1 || flags.HasFlag(Flags.Former) ? CaseStrength.Strong : CaseStrength.Clear;
    }

    private IEnumerable<string> For(List<AccessEvent> events, List<int> users, Flags flags)
    {
        var unexplained = events.Count(e => e.Found == Explanations.None);
        if (users.Count > 1)
            yield return $"{users.Count} användare utan uppgift hos den enskilde har öppnat journalen med högst {Prose.Number(rules.ManyUsersDays, "dag", "dagar")} emellan.";
        else if (unexplained > 0)
            yield return "Inget i de inlästa registren förbinder användaren med den enskilde.";
        if (Days(events) is > 1 and var days) yield return $"Journalen öppnades {days} olika dagar.";
        if (events.Count > 1) yield return $"{events.Count} åtkomster.";
        foreach (var flag in Flag.In(flags & ~(Flags.ManyUsers | Flags.Repeated | Flags.Unattached))) yield return flag.Sentence;
    }

    private IEnumerable<string> Against(List<AccessEvent> events, Flags flags)
    {
        foreach (var flag in Flag.In(flags & Flags.Unattached)) yield return flag.Sentence;
        var found = events.Aggregate(Explanations.None, (f, e) => f | e.Found);
        foreach (var explanation in Explanation.In(found)) yield return explanation.Told;
        if (found.HasFlag(Explanations.Rank)) yield return Explanation.RankOnly;
        if (events.Exists(e => e.StatedReason)) yield return "En orsak är angiven i loggen.";
        if (events.Count == 1) yield return "En enda åtkomst: journalen kan ha öppnats av misstag.";
        if (found == Explanations.None && events.TrueForAll(e => explainer.Registers.Placements.Of(e.Client).Length == 0))
            yield return "Den enskilde saknas i registret över placeringar.";
        if (found == Explanations.None && events.TrueForAll(e => explainer.Registers.Staffing.Of(e.User).Length == 0))
            yield return "Användaren saknas i bemanningen.";
    }

    private static int Days(IEnumerable<AccessEvent> events) => events.Select(e => e.Day).Distinct().Count();
}
