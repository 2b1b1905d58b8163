using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>The registers that a log is held against; null for one that is not given.</summary>
public sealed record RegisterSources(TextSource Staffing, TextSource Roles, TextSource Placements)
{
    public TextSource? Shifts { get; init; }
    public TextSource? Units { get; init; }
    public TextSource? Mandates { get; init; }
    public TextSource? Visits { get; init; }
    public TextSource? Tickets { get; init; }
    /// <summary>Users who have a record of their own: anvandare;klient.</summary>
    public TextSource? OwnRecords { get; init; }
    /// <summary>Clients with protected identity: klient;fran;till.</summary>
    public TextSource? Protected { get; init; }

    /// <summary>The municipality's own profiles for these files; the one that fits a file's headers is used.</summary>
    public IReadOnlyList<ColumnProfile> Profiles { get; init; } = [];

    /// <summary>Every file that is given, with what it is.</summary>
    public IEnumerable<(TextSource Source, RegisterKind Kind)> Given =>
        new (TextSource? Source, RegisterKind Kind)[]
        {
            (Staffing, LogFileKinds.Staff), (Roles, LogFileKinds.Roles), (Placements, LogFileKinds.Placements), (Shifts, LogFileKinds.Shifts), (Units, LogFileKinds.Units),
            (Mandates, LogFileKinds.Mandates), (Visits, LogFileKinds.Visits), (Tickets, LogFileKinds.Tickets), (OwnRecords, LogFileKinds.OwnRecords), (Protected, LogFileKinds.Protected),
        }.Where(f => f.Source is not null).Select(f => (f.Source!, f.Kind));
}

/// <summary>Reads the registers row by row into numbers. A row that cannot be used is counted and told, and the rest is used.</summary>
/// <param name="rules">How the log's source writes users, so that they are compared alike on both sides.</param>
public sealed class RegisterReader(IdTables ids, IReadOnlyList<IdRule>? rules = null, Pseudonyms? pseudonyms = null)
{
    /// <summary>So many wrong rows, and not one right, are a file written in another way.</summary>
    private const int FewestWrong = 5;
    private const int MostTold = 20;
    private readonly List<string> warnings = [];
    private readonly IdTable roles = new();
    private IReadOnlyList<ColumnProfile> profiles = [];

    public IReadOnlyList<string> Warnings => warnings;

    /// <param name="threads">With more than one the shifts, which are most of it, are read beside the rest. Only the numbers differ.</param>
    public CareRegisters Read(RegisterSources sources, int threads = 1)
    {
        profiles = sources.Profiles;
        var schedule = new RegisterReader(ids, rules, pseudonyms) { profiles = profiles };
        var beside = threads > 1 ? Task.Run(() => schedule.Schedule(sources.Shifts)) : null;
        var (types, parents) = Units(sources.Units);
        var staffing = Stays(sources.Staffing, LogFileKinds.Staff, "anvandare", ids.Users, hasUnit: true);
        var roleRows = Rows(sources.Roles, LogFileKinds.Roles, ["anvandare", "roll"], row => (User(row.Need(0)), roles.Of(row.Need(1))));
        var registers = new CareRegisters
        {
            Staffing = staffing,
            Roles = Group(sources.Roles, roleRows, Comparer<int>.Create((a, b) => string.CompareOrdinal(roles.Text(a), roles.Text(b)))),
            Placements = Stays(sources.Placements, LogFileKinds.Placements, "klient", ids.Clients, hasUnit: true),
            Mandates = Stays(sources.Mandates, LogFileKinds.Mandates, "anvandare", ids.Users, hasUnit: true),
            Protected = Stays(sources.Protected, LogFileKinds.Protected, "klient", ids.Clients, hasUnit: false),
            Shifts = beside is null ? schedule.Schedule(sources.Shifts) : beside.GetAwaiter().GetResult(),
            Visits = Group(sources.Visits,
                Rows(sources.Visits, LogFileKinds.Visits, ["anvandare", "klient", "datum"],
                    row => (User(row.Need(0)), CareRegisters.Visit(Client(row.Need(1)), row.Day(2)))),
                Comparer<long>.Default),
            Tickets = Group(sources.Tickets, Rows(sources.Tickets, LogFileKinds.Tickets, ["anvandare", "klient", "fran", "till"], Ticket),
                Domain.LogReviews.Ticket.Order),
            OwnRecords = Group(sources.OwnRecords,
                Rows(sources.OwnRecords, LogFileKinds.OwnRecords, ["anvandare", "klient"], row => (User(row.Need(0)), Client(row.Need(1)))),
                Comparer<int>.Default),
            ShiftsGiven = sources.Shifts is not null,
            TicketsGiven = sources.Tickets is not null,
        };
        warnings.AddRange(schedule.warnings);
        return registers with
        {
            Users = ids.Users.Count,
            Clients = ids.Clients.Count,
            RoleNames = roles.Texts(),
            UnitNames = ids.Units.Texts(),
            UnitTypes = [.. Enumerable.Range(0, ids.Units.Count).Select(u => types.GetValueOrDefault(u, ""))],
            Parents = [.. Enumerable.Range(0, ids.Units.Count).Select(u => parents.GetValueOrDefault(u, -1))],
        };
    }

    private const int ShortestNumber = 10;

    private int User(ReadOnlySpan<byte> id) =>
        rules is not { Count: > 0 } ? ids.Users.Of(id) : ids.Users.Of(Encoding.UTF8.GetBytes(IdRules.Apply(rules, Encoding.UTF8.GetString(id))));

    private int Client(ReadOnlySpan<byte> id)
    {
        if (pseudonyms is null || id.Length < ShortestNumber) return ids.Clients.Of(id);
        var text = Encoding.UTF8.GetString(id);
        return pseudonyms.Of(text) is var pseudonym && pseudonym != text ? ids.Clients.Of(Encoding.UTF8.GetBytes(pseudonym)) : ids.Clients.Of(id);
    }

    private static readonly HashSet<string> Columns = [.. LogFileKinds.All.Skip(1).SelectMany(k => k.Columns).Select(c => RegisterKind.Fold(c.Name))];

    /// <summary>How many of a row's cells are headers that a register may have.</summary>
    public static int Knows(IReadOnlyList<string> headers) => headers.Count(h => Columns.Contains(RegisterKind.Fold(h)));

    /// <summary>How many are, by the municipality's profiles too.</summary>
    public static Func<IReadOnlyList<string>, int> KnowsBy(IReadOnlyList<ColumnProfile> profiles) =>
        headers => profiles.Select(p => Knows(p.Translate(headers))).Append(Knows(headers)).Max();

    /// <summary>Refuses a register that lacks a column, before anything is read.</summary>
    public static void Check(RegisterSources sources)
    {
        foreach (var (source, kind) in sources.Given) new FileShape(source, kind, sources.Profiles).MustBeWhole();
    }

    private Grouped<Shift> Schedule(TextSource? source) =>
        Group(source, Rows(source, LogFileKinds.Shifts, ["anvandare", "enhet", "start", "slut"], Shift, "datum"), Domain.LogReviews.Shift.Order);

    private (int, Shift) Shift(Row row)
    {
        var (start, end) = row.May(4) ? row.OnDay(4, 2, 3) : (row.Instant(2), row.Instant(3));
        if (end < start) throw new Refusal("passet slutar innan det börjar");
        if (end - start > 48 * SwedishClock.SecondsAnHour) throw new Refusal("passet är längre än 48 timmar");
        return (User(row.Need(0)), new(ids.Units.Of(row.Need(1)), start, end));
    }

    private (int, Ticket) Ticket(Row row)
    {
        var client = row.May(1) ? Client(row.Need(1)) : -1;
        var (from, to) = row.Days(2, 3);
        return (User(row.Need(0)), new(client, from, to));
    }

    private (Dictionary<int, string> Types, Dictionary<int, int> Parents) Units(TextSource? source)
    {
        Dictionary<int, string> types = [];
        Dictionary<int, int> parents = [];
        foreach (var (unit, (type, parent)) in Rows(source, LogFileKinds.Units, ["enhet", "typ"],
            row => (ids.Units.Of(row.Need(0)), (row.Text(1), row.May(2) ? ids.Units.Of(row.Need(2)) : -1)), "overordnad"))
        {
            types[unit] = type;
            if (parent >= 0) parents[unit] = parent;
        }
        return (types, parents);
    }

    private Grouped<Stay> Stays(TextSource? source, RegisterKind kind, string subject, IdTable subjects, bool hasUnit) =>
        Group(source, Rows(source, kind, hasUnit ? [subject, "fran", "till", "enhet"] : [subject, "fran", "till"], row =>
        {
            var unit = hasUnit ? ids.Units.Of(row.Need(3)) : 0;
            var (from, to) = row.Days(1, 2);
            return (subjects == ids.Clients ? Client(row.Need(0)) : User(row.Need(0)), new Stay(unit, from, to));
        }), Stay.Order);

    private Grouped<T> Group<T>(TextSource? source, Pile<(int, T)> rows, IComparer<T> order)
    {
        var grouped = new Grouped<T>(rows, order);
        if (grouped.Repeated > 0)
            warnings.Add($"{source!.Name}: {Prose.Number(grouped.Repeated, "rad", "rader")} fanns två gånger och räknas en gång.");
        return grouped;
    }

    private Pile<(int, T)> Rows<T>(TextSource? source, RegisterKind kind, string[] needed, Func<Row, (int, T)> read, params string[] optional)
    {
        if (source is null) return new();
        var shape = new FileShape(source, kind, profiles);
        shape.MustBeWhole();
        if (shape.Profile is { } used) warnings.Add($"{source.Name}: läst med kolumnprofilen {used.Name}.");
        Pile<(int, T)> rows = new();
        using var reader = new RowReader(source);
        var row = new Row(reader, shape, [.. needed, .. optional]);
        var (bad, leftOut) = (0, 0);
        while (reader.Next())
        {
            if (shape.HasFilters && !shape.Keeps(reader)) { leftOut++; continue; }
            try
            {
                rows.Add(read(row));
            }
            catch (Refusal problem)
            {
                if (bad++ < MostTold) warnings.Add(Pseudonyms.Masked($"{source.Name}, rad {reader.Line}: {problem.Message}. Raden används inte."));
            }
        }
        if (leftOut > 0) warnings.Add($"{source.Name}: {Prose.Number(leftOut, "rad", "rader")} lästes inte, enligt urvalet i profilen.");
        Refusal.If(bad >= FewestWrong && rows.Count == 0, $"Ingen rad i {source.Name} går att använda. {warnings[^1]}");
        if (bad > MostTold) warnings.Add($"{source.Name}: ytterligare {bad - MostTold} rader går inte att använda.");
        return rows;
    }

    /// <summary>A row of a register, read column by column. What cannot be read is refused with the column's name.</summary>
    private sealed class Row(RowReader reader, FileShape shape, string[] names)
    {
        private readonly int[] columns = [.. names.Select(shape.At)];
        private TimeReader times;

        public bool May(int n) => !Cell(n).IsEmpty;
        public string Text(int n) => Encoding.UTF8.GetString(Cell(n));

        private ReadOnlySpan<byte> Cell(int n) =>
            shape.IsPlain ? reader[columns[n]] : Encoding.UTF8.GetBytes(shape.Meant(names[n], Encoding.UTF8.GetString(reader[columns[n]])));

        public ReadOnlySpan<byte> Need(int n)
        {
            var text = Cell(n);
            if (text.IsEmpty) throw new Refusal($"kolumnen {names[n]} är tom");
            if (text.Length > IdTable.LongestId) throw new Refusal($"kolumnen {names[n]} är längre än {IdTable.LongestId} tecken");
            return text;
        }

        /// <summary>From and to, both included; an empty one is open.</summary>
        public (int From, int To) Days(int from, int to)
        {
            var days = (From: IsSaid(from) ? Day(from) : Stay.Always, To: IsSaid(to) ? Day(to) : Stay.ForEver);
            if (days.To < days.From) throw new Refusal("slutdatum är före startdatum");
            return days;
        }

        /// <summary>There is a day, and not one of the words and far-off days that systems write for none.</summary>
        private bool IsSaid(int n) => May(n) && !CellReading.IsOpenEnd(Text(n));

        public int Day(int n)
        {
            var text = Need(n);
            if (times.TryRead(text, out var day, out _)) return day;
            // Somebody employed in 1995, until 2099 or until 9999-12-31: beyond any log, and so always or for ever.
            if (TimeReader.TryDay(Text(n), out var beyond)) return beyond.DayNumber < SwedishClock.FirstDay ? Stay.Always : Stay.ForEver;
            throw new Refusal($"”{Text(n)}” i kolumnen {names[n]} är inget datum. Skriv som 2024-01-31");
        }

        public int Instant(int n)
        {
            if (!times.TryRead(Need(n), out var day, out var second))
                throw new Refusal($"”{Text(n)}” i kolumnen {names[n]} är ingen tidpunkt");
            return SwedishClock.Instant(day, second);
        }

        /// <summary>Two times of day on a day; over midnight when the end is not after the start.</summary>
        public (int Start, int End) OnDay(int on, int start, int end)
        {
            var day = Day(on);
            var (from, to) = (Second(day, start), Second(day, end));
            return (SwedishClock.Instant(day, from), SwedishClock.Instant(to <= from ? day + 1 : day, to));
        }

        /// <summary>A moment that names its own day has to name this one, or the one after.</summary>
        private int Second(int day, int n)
        {
            Need(n);
            var text = Text(n);
            var clock = text.StartsWith("kl", StringComparison.OrdinalIgnoreCase) ? text[2..].TrimStart('.', ' ') : text;
            if (clock.Length <= 2 && clock.All(char.IsAsciiDigit)) clock += ":00";
            var written = $"{DateOnly.FromDayNumber(day):yyyy-MM-dd} {(clock is "24:00" or "24.00" or "2400" ? "00:00" : clock)}";
            if (times.TryRead(Encoding.UTF8.GetBytes(FreeTime.Read(written, DateOrder.Unknown) ?? written), out _, out var second)) return second;
            if (times.TryRead(Need(n), out var own, out second) && own - day is 0 or 1) return second;
            throw new Refusal($"”{text}” i kolumnen {names[n]} är inget klockslag. Skriv som 07:00");
        }
    }
}
