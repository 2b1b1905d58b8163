using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Turns findings into cases with a reviewer each: the user's own manager, or the one who read the log in when that was
/// chosen; for a manager the next above. Nobody gets own accesses: those go on to another, and it is said.
/// </summary>
public sealed class CaseMaker(LogImport import, LogResult result, Superiors superiors, IReadOnlyList<Person> people, Func<Guid> newId, DateTimeOffset at)
{
    private const int MostRowsKept = 500, MostNamed = 5;
    private readonly ILookup<string, Person> byEmployee = people.Where(p => p.EmployeeId.Length > 0)
        .ToLookup(p => p.EmployeeId, StringComparer.OrdinalIgnoreCase);
    private readonly Guid root = superiors.Tree.Root?.Id ?? Guid.Empty;

    /// <param name="onlyAskedFor">The log has been gone through before: only what was chosen by hand is made.</param>
    public List<LogCase> Make(bool onlyAskedFor = false) =>
    [
        .. onlyAskedFor ? [] : result.Findings.Cases.Index().SelectMany(c => Queued(c.Item, c.Index + 1)),
        .. onlyAskedFor ? [] : result.Findings.Drawn.SelectMany(Drawn),
        .. result.Watch is null ? [] : Watched(result.Watch),
    ];

    /// <summary>What could not be done as meant, so that nobody believes that it was.</summary>
    public IEnumerable<string> Remarks(IReadOnlyCollection<LogCase> cases)
    {
        var strange = result.Findings.Units.Select(u => u.Unit).Where(u => superiors.Tree.Named(u) is null).ToList();
        if (strange.Count > 0)
            yield return $"{Prose.Number(strange.Count, "enhet", "enheter")} i loggen finns inte i Vattenpass: {Prose.Some(strange, MostNamed)}. Deras fall ligger hos den som läste in loggen.";
        var unknown = cases.Where(c => c.ReviewerId is not null)
            .Select(c => c.ReviewerId)
            .Distinct()
            .Select(id => people.First(p => p.Id == id))
            .Where(p => p.EmployeeId.Length == 0)
            .Select(p => p.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (unknown.Count > 0)
            yield return $"Anställnings-id saknas för {Prose.Some(unknown, MostNamed)}. Utan det kan granskarens egna åtkomster inte skiljas ut.";
    }

    private IEnumerable<LogCase> Queued(QueuedCase queued, int rank) =>
        Give(CaseKind.Queued, LogFiles.NameOf(queued, result.Names), rank, queued.Strength, LogFiles.ReasonOf(queued),
            result.Names.Client(queued.Client), [.. queued.Events.Select(Row)], queued.For, queued.Against);

    private IEnumerable<LogCase> Drawn(DrawnCase drawn)
    {
        CaseAccess row = new("", drawn.User, drawn.Client, drawn.Unit, drawn.Day.ToDateTime(default), drawn.Found, false, false);
        if (drawn.Among is DrawnAmong.RankOnly)
            return Give(CaseKind.Drawn, drawn.Ticket[..10], 0, CaseStrength.Weak, "slumpvis vald bland åtkomster som bara befattningen står bakom", drawn.Client,
                [row], ["Lottad för att pröva om åtkomsten behövdes."], [Explanation.RankOnly]);
        return Give(CaseKind.Drawn, drawn.Ticket[..10], 0, CaseStrength.Weak, "slumpvis vald bland förklarade åtkomster", drawn.Client, [row],
            ["Lottad för att pröva att förklaringarna stämmer."], [.. Explanation.In(drawn.Found).Select(e => e.Told)]);
    }

    /// <summary>A day or a share of the staff is read as who had which client which day, without clock times: it is no time sheet.</summary>
    private IEnumerable<LogCase> Watched(LogWatch watch)
    {
        var days = result.Watched.Where(e => watch.IsRandomDay(e.Unit, e.Day)).GroupBy(e => (e.Unit, e.Day)).SelectMany(g =>
            Give(CaseKind.RandomDay, Name("dag", result.Names.Unit(g.Key.Unit), g.Key.Day), 0, CaseStrength.Weak,
                $"slumpad dag, {DateOnly.FromDayNumber(g.Key.Day):yyyy-MM-dd}", "", ByDay(g),
                [$"Åtkomsterna på enheten {DateOnly.FromDayNumber(g.Key.Day):yyyy-MM-dd}. Dagen lottades innan loggen lästes."], [],
                result.Names.Unit(g.Key.Unit)));
        var staff = result.Watched.Where(e => watch.IsDrawnStaff(e.User, e.Day))
            .GroupBy(e => (User: result.Names.User(e.User), e.UnitMonth.Month))
            .SelectMany(g =>
                Give(CaseKind.StaffShare, Name("anv", g.Key.User, g.Key.Month), 0, CaseStrength.Weak, "lottad medarbetare", "", ByDay(g),
                    ["Medarbetaren lottades innan loggen lästes. Frågan är vilka enskilda det gäller, inte när arbetet gjordes."], []));
        var asked = result.Watched.Where(e => watch.IsTarget(e.User, e.Client, e.Day))
            .GroupBy(e => (User: result.Names.User(e.User), Client: result.Names.Client(e.Client)))
            .SelectMany(g =>
                Give(CaseKind.Targeted, Name("riktad", g.Key.User + g.Key.Client, 0), 0, CaseStrength.Clear, "riktad kontroll",
                    g.Key.Client, [.. g.OrderBy(e => e.Instant).ThenBy(e => e.Id, StringComparer.Ordinal).Select(Row)],
                    [$"Riktad kontroll: {import.Selections.Targets?.Reason}"], []));
        return days.Concat(staff).Concat(asked);
    }

    private IEnumerable<LogCase> Give(CaseKind kind, string number, int rank, CaseStrength strength, string reason, string client,
        List<CaseAccess> rows, IReadOnlyList<string> speaksFor, IReadOnlyList<string> against, string? atUnit = null)
    {
        var users = rows.Select(r => r.User).Distinct(StringComparer.Ordinal).ToList();
        var unit = atUnit is not null && superiors.Tree.Named(atUnit) is { } named
            ? named.Id
            : Common([.. users.Select(u => UnitOf(u, rows.First(r => r.User == u)))]);
        var chosen = Reviewer(unit, []);
        // Rows about the reviewer, and about whoever leads the reviewer, go to somebody else.
        var leaders = RoleNames.Leaders.SelectMany(r => superiors.Holding(r, unit)).Append(chosen?.Id ?? Guid.Empty).ToHashSet();
        bool IsOwn(CaseAccess row) => byEmployee[row.User].Any(p => leaders.Contains(p.Id));
        List<CaseAccess> own = [.. rows.Where(IsOwn)], others = [.. rows.Where(r => !IsOwn(r))];
        if (others.Count > 0)
            yield return Case(others, number, chosen,
                own.Count == 0 ? "" : $"{Prose.Number(own.Count, "åtkomst", "åtkomster")} av granskaren eller dennes chef är borttagna och ligger hos någon annan.");
        if (own.Count == 0) yield break;
        HashSet<Guid> about = [.. own.SelectMany(r => byEmployee[r.User]).Select(p => p.Id)];
        yield return Case(own, others.Count > 0 ? $"{number}-2" : number, Reviewer(unit, Below(unit, about)),
            "Fallet gäller den som annars skulle ha granskat, eller dennes chef, och har därför gått vidare.");

        LogCase Case(List<CaseAccess> kept, string name, Person? reviewer, string leftOut)
        {
            var made = new LogCase(newId(), import, unit, kind, name, $"{kept[0].At:yyyy-MM}", rank, strength, reason, client,
                [.. kept.Take(MostRowsKept)], kept.Count, speaksFor, against, at);
            made.GiveTo(reviewer?.Id, reviewer?.Name ?? "", leftOut);
            return made;
        }
    }

    /// <summary>Those persons, and everyone at the unit who stands at their level or under it.</summary>
    private HashSet<Guid> Below(Guid unit, HashSet<Guid> about)
    {
        var levels = RoleNames.Leaders.ToList();
        var highest = levels.FindLastIndex(r => superiors.Holding(r, unit).Any(about.Contains));
        return [.. about, .. levels.Take(highest + 1).SelectMany(r => superiors.Holding(r, unit))];
    }

    /// <summary>The nearest manager who may review and is none of those; else whoever read the log in.</summary>
    private Person? Reviewer(Guid unit, IReadOnlyCollection<Guid> not)
    {
        var managers = superiors.Holding(Role.UnitManager, unit).Concat(superiors.Holding(Role.AreaManager, unit));
        var candidates = import.Selections.ByImporter ? managers.Prepend(import.ImportedById) : managers.Append(import.ImportedById);
        var chosen = candidates.Concat(superiors.Holding(Role.LogReviewer, root)).FirstOrDefault(p => !not.Contains(p));
        return people.FirstOrDefault(p => p.Id == chosen);
    }

    /// <summary>Where the user belongs that day: by the staffing, else where the access was made.</summary>
    private Guid UnitOf(string user, CaseAccess row)
    {
        var registers = result.Explainer.Registers;
        var day = DateOnly.FromDateTime(row.At).DayNumber;
        var number = result.Names.UserNumber(user);
        foreach (var stay in registers.Staffing.Of(number))
            if (stay.Covers(day, result.Explainer.Rules.RegisterLagDays, result.Explainer.Rules.RegisterLagDays)
                && superiors.Tree.Named(result.Names.Unit(stay.Unit)) is { } home)
                return home.Id;
        return superiors.Tree.Named(row.Unit)?.Id ?? root;
    }

    private Guid Common(List<Guid> units)
    {
        var shared = superiors.Tree.SelfAndAbove(units[0]);
        foreach (var unit in units.Skip(1)) shared = shared.Intersect(superiors.Tree.SelfAndAbove(unit));
        return shared.FirstOrDefault(root);
    }

    private List<CaseAccess> ByDay(IEnumerable<AccessEvent> events) => [.. events
        .GroupBy(e => (User: result.Names.User(e.User), Client: result.Names.Client(e.Client), e.Day, Unit: result.Names.Unit(e.Unit)))
        .Select(g => new CaseAccess("", g.Key.User, g.Key.Client, g.Key.Unit, DateOnly.FromDayNumber(g.Key.Day).ToDateTime(default),
            g.Aggregate(Explanations.None, (f, e) => f | e.Found), false, g.Any(e => e.StatedReason)))
        .OrderBy(r => r.Found is not (Explanations.None or Explanations.Rank)).ThenBy(r => r.At)
        .ThenBy(r => r.User, StringComparer.Ordinal)
        .ThenBy(r => r.Client, StringComparer.Ordinal)];

    private CaseAccess Row(AccessEvent e) =>
        new(e.Id, result.Names.User(e.User), result.Names.Client(e.Client), result.Names.Unit(e.Unit),
            DateOnly.FromDayNumber(e.Day).ToDateTime(default).AddSeconds(e.Second), e.Found, e.OffShift, e.StatedReason);
    private static string Name(string kind, string of, int when) =>
        $"{kind}-{System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes($"{of}|{when}")) >> 32:x8}";
}
