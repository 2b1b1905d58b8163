namespace Vattenpass.Domain.LogReviews;

/// <summary>The pseudonyms behind the numbers.</summary>
public sealed class LogNames(IReadOnlyList<string> users, IReadOnlyList<string> clients, IReadOnlyList<string> units)
{
    private Dictionary<string, int>? numbers;

    /// <summary>How many users there are.</summary>
    public int Users => users.Count;
    public string User(int number) => users[number];
    public int UserNumber(string user) =>
        (numbers ??= users.Index()
            .GroupBy(u => u.Item, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Index, StringComparer.Ordinal)).GetValueOrDefault(user, -1);
    public string Client(int number) => clients[number];
    public string Unit(int number) => units[number];
}

/// <summary>What was counted at one unit in one month (year × 12 + month − 1). FirstMatch is by <see cref="Explanation.All"/>.</summary>
public sealed record UnitMonthCount(string Unit, int Month, long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged, long QueueRows)
{
    /// <summary>Of the unexplained, those of a leader or a system manager that nothing but rank stands behind. They are drawn, not queued.</summary>
    public long RankOnly { get; init; }
    public long Explained => Accesses - Unexplained;
    public DateOnly First => LogTime.FirstOf(Month);
}

/// <summary>One unit over the whole log: its accesses and how many users and clients they concern.</summary>
public sealed record UnitCount(string Unit, long Accesses, int Users, int Clients, long Explained, long Unexplained, long QueueRows);

/// <summary>What a drawn case was drawn among.</summary>
public enum DrawnAmong { OneUnit = 1, SeveralUnits = 2, RankOnly = 3 }

/// <summary>A case that was drawn, so that explanations and rank are tested too.</summary>
public sealed record DrawnCase(string Unit, DateOnly Month, DrawnAmong Among, string Ticket, string User, string Client, DateOnly Day, Explanations Found);

/// <summary>Something for the owner of a register to mend.</summary>
public sealed record RegisterItem(string Kind, string User, string Client, string Unit, string From, string To, string Text);

/// <summary>What a log came to: counts that add up, cases in order of urgency, and what the registers lack.</summary>
public sealed record LogFindings(
    long Accesses, IReadOnlyList<long> FirstMatch, long Unexplained, long Flagged, IReadOnlyList<UnitMonthCount> UnitMonths,
    IReadOnlyList<UnitCount> Units,
    IReadOnlyList<QueuedCase> Cases, IReadOnlyList<RegisterItem> RegisterItems, IReadOnlyList<DrawnCase> Drawn, LogQuality Quality)
{
    private const int SortedAtOnce = 20_000, MostTurns = 32;

    public long Explained => Accesses - Unexplained;
    public long RankOnly => UnitMonths.Sum(u => u.RankOnly);
    public int QueueRows => Cases.Sum(c => c.Events.Count);

    public static LogFindings Of(LogTally tally, Explainer explainer, LogNames names, IReadOnlyList<string> actions,
        CancellationToken stop = default)
    {
        var (shifts, folded, left) = UnregisteredShifts.Fold(InOrder(tally.Events, names, stop), explainer, names.Unit);
        stop.ThrowIfCancellationRequested();
        var hours = Remarkable(tally, explainer.Rules);
        var cases = new ReviewQueue(explainer, hours).Cases(left, names.User, names.Client);
        Dictionary<(int Unit, int Month), (int Queued, int Unexplained, int Flagged)> leftAt = [];
        foreach (var access in left)
        {
            var at = leftAt.GetValueOrDefault(access.UnitMonth);
            leftAt[access.UnitMonth] = (at.Queued + 1, at.Unexplained + (access.IsExplained ? 0 : 1),
                at.Flagged + (explainer.FlagsOf(access, hours) == Flags.None ? 0 : 1));
        }
        var unitMonths = tally.UnitMonths.Select(u => Count(u.Key, u.Value))
            .OrderBy(u => u.Unit, StringComparer.Ordinal)
            .ThenBy(u => u.Month)
            .ToList();
        var units = tally.UnitMonths.Keys.Select(k => k.Unit).Distinct().ToLookup(names.Unit, StringComparer.Ordinal);
        return new(unitMonths.Sum(u => u.Accesses),
            [.. Enumerable.Range(0, Explanation.Count).Select(n => unitMonths.Sum(u => u.FirstMatch[n]))],
            unitMonths.Sum(u => u.Unexplained), unitMonths.Sum(u => u.Flagged),
                unitMonths, [.. unitMonths.GroupBy(u => u.Unit).Select(Unit)], cases, [.. Items(tally, explainer, shifts, names)],
                [.. Draws(tally, names)], LogQuality.Of(tally, explainer, actions));

        UnitMonthCount Count((int Unit, int Month) key, UnitMonth counted)
        {
            var first = new long[Explanation.Count];
            for (var found = 1; found < UnitMonth.OffShift; found++)
                first[Explanation.Index((Explanations)found)] += counted.ByFound[found];
            first[Explanation.Index(Explanations.UnregisteredShift)] = folded.GetValueOrDefault(key);
            var (queued, unexplained, flagged) = leftAt.GetValueOrDefault(key);
            var rank = counted.ByFound[(int)Explanations.Rank];
            return new(names.Unit(key.Unit), key.Month, counted.ByFound.Sum(), first, unexplained + rank, counted.Flagged + flagged, queued) { RankOnly = rank };
        }

        UnitCount Unit(IGrouping<string, UnitMonthCount> unit) =>
            new(unit.Key, unit.Sum(u => u.Accesses), units[unit.Key].Sum(u => tally.UsersOfUnit[u].Count),
                units[unit.Key].Sum(u => tally.ClientsOfUnit[u].Count),
                    unit.Sum(u => u.Explained), unit.Sum(u => u.Unexplained), unit.Sum(u => u.QueueRows));
    }

    /// <summary>By user, instant and row, whatever order the threads met them in and whatever numbers they gave. Some users at a time: all at once would lie in memory twice.</summary>
    private static IEnumerable<AccessEvent> InOrder(Pile<AccessEvent> events, LogNames names, CancellationToken stop)
    {
        var rows = new int[names.Users];
        foreach (var access in events) rows[access.User]++;
        var users = Enumerable.Range(0, rows.Length).Where(u => rows[u] > 0).OrderBy(names.User, StringComparer.Ordinal).ToList();
        var place = new int[rows.Length];
        for (var n = 0; n < users.Count; n++) place[users[n]] = n;
        List<AccessEvent> some = [];
        // Every turn looks at all of them, so a log that left very many takes larger turns.
        var atOnce = Math.Max(SortedAtOnce, events.Count / MostTurns);
        for (int from = 0, to = 0; from < users.Count; from = to)
        {
            for (var taken = 0; to < users.Count && (taken == 0 || taken + rows[users[to]] <= atOnce); to++) taken += rows[users[to]];
            stop.ThrowIfCancellationRequested();
            some.Clear();
            foreach (var access in events) if (from <= place[access.User] && place[access.User] < to) some.Add(access);
            some.Sort((a, b) => a.User != b.User ? place[a.User].CompareTo(place[b.User])
                : a.Instant != b.Instant ? a.Instant.CompareTo(b.Instant)
                : string.CompareOrdinal(a.Id, b.Id) is var byId && byId != 0 ? byId
                : string.CompareOrdinal(names.Client(a.Client), names.Client(b.Client)) is var byClient && byClient != 0 ? byClient
                : string.CompareOrdinal(names.Unit(a.Unit), names.Unit(b.Unit)));
            foreach (var access in some) yield return access;
        }
    }

    /// <summary>The busiest user-hours of each role: so many per thousand, and never fewer clients than the floor.</summary>
    private static Dictionary<(int User, int Hour), int> Remarkable(LogTally tally, ReviewRules rules)
    {
        var limits = tally.ClientsAnHour.ToDictionary(r => r.Key, r => Limit(r.Value, rules));
        return tally.BusyHours.Where(b => b.Clients >= limits[b.Role])
            .GroupBy(b => (b.User, b.Hour))
            .ToDictionary(g => g.Key, g => g.Max(b => b.Clients));
    }

    private static int Limit(long[] counts, ReviewRules rules)
    {
        var allowed = counts.Sum() * rules.ManyClientsPerThousand / 1000;
        var limit = counts.Length;
        for (long above = 0; limit > rules.ManyClientsFloor && above + counts[limit - 1] <= allowed; limit--) above += counts[limit - 1];
        return limit;
    }

    private static IEnumerable<RegisterItem> Items(LogTally tally, Explainer explainer, List<UnregisteredShift> shifts, LogNames names)
    {
        foreach (var shift in shifts)
            yield return new("pass saknas", names.User(shift.User), "", names.Unit(shift.Unit), Time(shift.First), Time(shift.Last),
                "Åtkomsterna ser ut som ett arbetspass på den egna enheten, men schemat har inget pass. Kontrollera och rätta schemat.");
        foreach (var user in tally.Events.Select(e => e.User)
            .Distinct()
            .Where(u => explainer.Registers.Staffing.Of(u).Length == 0)
            .OrderBy(names.User, StringComparer.Ordinal))
            yield return new("bemanning saknas", names.User(user), "", "", "", "", "Användaren finns i loggen men inte i bemanningen.");
        foreach (var client in tally.Events.Select(e => e.Client)
            .Distinct()
            .Where(c => explainer.Registers.Placements.Of(c).Length == 0)
            .OrderBy(names.Client, StringComparer.Ordinal))
            yield return new("placering saknas", "", names.Client(client), "", "", "",
                "Den enskilde finns i loggen men har ingen placering i registret.");
    }

    private static string Time(AccessEvent access) => LogTime.Text(access.Day, access.Second);

    private static IEnumerable<DrawnCase> Draws(LogTally tally, LogNames names) => tally.UnitMonths
        .SelectMany(u => new[] { (Among: DrawnAmong.OneUnit, u.Value.Ordinary), (Among: DrawnAmong.SeveralUnits, u.Value.Several),
            (Among: DrawnAmong.RankOnly, u.Value.RankOnly) }.SelectMany(s => s.Item2.Kept.Select(k => new DrawnCase(
                names.Unit(u.Key.Unit), LogTime.FirstOf(u.Key.Month), s.Among, $"{k.Ticket:x16}", names.User(k.User),
                names.Client(k.Client), DateOnly.FromDayNumber(k.Day), k.Found))))
        .OrderBy(d => d.Unit, StringComparer.Ordinal).ThenBy(d => d.Month)
        .ThenBy(d => d.Among)
        .ThenBy(d => d.Ticket, StringComparer.Ordinal);
}

/// <summary>Times as files write them, and months as numbers: year × 12 + month − 1.</summary>
public static class LogTime
{
    public static int MonthOf(DateOnly date) => (date.Year * 12) + date.Month - 1;
    public static DateOnly FirstOf(int month) => new(month / 12, (month % 12) + 1, 1);
    public static string Text(int day, int second) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{DateOnly.FromDayNumber(day):yyyy-MM-dd}T{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}");
}
