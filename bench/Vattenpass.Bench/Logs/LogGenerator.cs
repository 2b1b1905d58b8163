using System.Globalization;
using System.Text;

namespace Vattenpass.Bench.Logs;

/// <summary>What a made-up row is: 0 ordinary work, 1 to 5 planted unauthorised reading, from 11 up the noise of honest work.</summary>
public enum Label : byte
{
    Work = 0,
    NoRelation = 1, TalkedAbout = 2, OffShift = 3, FormerClient = 4, InsideUnit = 5,
    StaffMovedLate = 11, ClientMovedLate = 12, ExtraUnitMissing = 13, LateWriting = 14, ShiftMissing = 15, OpenedByMistake = 16,
    SystemAdministration = 17, PoolWithoutUnit = 18,
}

/// <summary>What to make. The same settings give the same bytes on every machine.</summary>
public sealed record LogSettings(long Rows, int Staff, ulong Seed)
{
    public int Clients => Staff * 3;
}

/// <summary>
/// Writes an access log with its registers and its truth (facit.csv: loggid, label, case): a made-up municipality whose
/// staff work shifts at units that serve clients, whose registers lag behind as real ones do, and some of whom read what
/// they should not. No clock and no System.Random.
/// </summary>
public sealed class LogGenerator
{
    private const int Horizon = 420, Day = 86_400, OpenEnd = 99_999;
    private const int HomeCare = 0, CareHome = 1, Disability = 2, HomeNursing = 3, Families = 4, Assessment = 5, Pool = 6, Systems = 7;
    private const int Care = 0, Nurse = 1, Office = 2, PoolStaff = 3, Administrator = 4;
    private static readonly string[] TypeNames = ["Hemtjänst", "Särskilt boende", "Funktionsstöd", "Hemsjukvård", "IFO", "Biståndsenhet",
        "Bemanningsenhet", "Systemförvaltning"];
    private static readonly string[] RoleNames = ["Omsorgspersonal", "Sjuksköterska", "Handläggare", "Vikarie", "Systemförvaltare"];
    private static readonly string[] Actions = ["Läst", "Skrivit", "Signerat", "Skrivit ut", "Sökt"];
    private static readonly string[] Modules =
        ["Journal", "Genomförandeplan", "Läkemedelslista", "Utredning", "Beslut", "Meddelande", "HSL-journal"];
    private static readonly string[] Reasons = ["", "Jour", "\"Jour; akut larm\"", "\"Anhörig ringde: \"\"fall i hemmet\"\"\"",
        "\"Ersätter kollega; sjuk\"", "Fel person vald"];
    private static readonly double[] UnitShare = [.30, .28, .25, .07, .06, .04], StaffWeight = [25, 25, 12, 12, 15, 10, 0, 0];

    private sealed record Stay(int Unit, int From, int To, int Lag);
    private sealed record Shift(int Staff, int Unit, int Start, int End, bool Registered);
    private readonly record struct Row(int Time, int Staff, int Client, int Unit, byte Action, byte Module, byte Reason, Label Label, int Case);

    private sealed class Person
    {
        public int Home, Role, MovedTo, MoveDay = int.MaxValue, MoveLag, BlockedUntil, LastShiftEnd = -10 * Day;
        public List<int> Extra = [];
        public bool ExtraRegistered = true;
        public double Habit;
        public int UnitOn(int day) => day >= MoveDay ? MovedTo : Home;
    }

    private readonly LogSettings settings;
    private readonly Dice dice;
    private readonly List<int> typeOfUnit = [];
    private readonly List<int>[] unitsOfType = [.. Enumerable.Range(0, 8).Select(_ => new List<int>())];
    private readonly List<Stay>[] stays;
    private readonly Person[] people;
    private readonly List<(int Client, int Unit, int From, int To)> placements = [];
    private readonly List<(int Staff, int Unit, int From, int To)> staffing = [];
    private readonly List<int>[] present;
    private readonly SortedDictionary<int, List<(int Staff, int Client, Label Label, int Case)>> later = [];
    private List<Row> today = [], tomorrow = [];
    private int day, cases;

    private LogGenerator(LogSettings settings)
    {
        (this.settings, dice) = (settings, new(settings.Seed));
        MakeUnits();
        (stays, people) = (new List<Stay>[settings.Clients], new Person[settings.Staff]);
        present = [.. typeOfUnit.Select(_ => new List<int>())];
        for (var client = 0; client < settings.Clients; client++) Place(client);
        for (var n = 0; n < settings.Staff; n++) people[n] = Employ(n);
    }

    public static void Write(LogSettings settings, string folder)
    {
        Directory.CreateDirectory(folder);
        new LogGenerator(settings).Write(folder);
    }

    private void MakeUnits()
    {
        var core = Math.Max(12, settings.Staff / 21);
        for (var type = 0; type < UnitShare.Length; type++)
            for (var n = 0; n < Math.Max(type == HomeNursing ? 3 : 1, (int)Math.Round(core * UnitShare[type])); n++) typeOfUnit.Add(type);
        typeOfUnit.AddRange([Pool, Systems]);
        for (var unit = 0; unit < typeOfUnit.Count; unit++) unitsOfType[typeOfUnit[unit]].Add(unit);
    }

    /// <summary>Where a client is served, and what the register says of it: a move is at times registered days too late.</summary>
    private void Place(int client)
    {
        var at = stays[client] = [];
        var x = dice.Real();
        var type = x < .35 ? HomeCare : x < .47 ? CareHome : x < .60 ? Disability : x < .85 ? Families : HomeNursing;
        var unit = dice.Of(unitsOfType[type]);
        var start = dice.Real() < .75 ? -dice.Below(1200) - 30 : dice.Below(Horizon);
        var end = dice.Real() < .14 ? start + 60 + dice.Below(Horizon) : OpenEnd;
        var moveDay = dice.Real() < .22 ? Math.Max(start + 20, dice.Below(Horizon)) : OpenEnd;
        var movedTo = dice.Of(unitsOfType[type == HomeCare && dice.Real() < .35 ? CareHome : type]);
        if (moveDay < end - 20 && movedTo != unit)
        {
            var lag = dice.Real() < .30 ? 1 + dice.Below(12) : 0;
            Serve(unit, start, moveDay - 1, 0);
            Serve(movedTo, moveDay, end, lag);
            type = typeOfUnit[movedTo];
        }
        else
        {
            Serve(unit, start, end, 0);
        }
        if (dice.Real() < type switch { HomeCare => .6, CareHome => .9, Disability => .3, _ => 0 })
            Serve(dice.Of(unitsOfType[HomeNursing]), start + dice.Below(40), end, 0);
        if (type is HomeCare or CareHome or Disability) Serve(dice.Of(unitsOfType[Assessment]), start - 30, end, 0);

        void Serve(int by, int from, int to, int lag)
        {
            at.Add(new(by, from, to, lag));
            placements.Add((client, by, from + lag, to));
        }
    }

    private Person Employ(int n)
    {
        var person = new Person { Habit = dice.Real() };
        if (n < Math.Max(1, settings.Staff / 400))
        {
            (person.Home, person.Role) = (unitsOfType[Systems][0], Administrator);
            staffing.Add((n, person.Home, -400, OpenEnd));
        }
        else if (dice.Real() < .12)
        {
            EmployInPool(n, person);
        }
        else
        {
            EmployAtUnit(n, person);
        }
        return person;
    }

    private void EmployInPool(int n, Person person)
    {
        (person.Home, person.Role) = (unitsOfType[Pool][0], PoolStaff);
        staffing.Add((n, person.Home, -dice.Below(900), OpenEnd));
        for (var left = 2 + dice.Below(5); left > 0; left--)
        {
            var unit = dice.Of(unitsOfType[dice.Real() < .45 ? HomeCare : dice.Real() < .6 ? CareHome : Disability]);
            if (!person.Extra.Contains(unit)) person.Extra.Add(unit);
        }
        person.ExtraRegistered = dice.Real() < .70;
        if (person.ExtraRegistered) foreach (var unit in person.Extra) staffing.Add((n, unit, -dice.Below(500), OpenEnd));
    }

    private void EmployAtUnit(int n, Person person)
    {
        var weight = dice.Real() * typeOfUnit.Sum(t => StaffWeight[t]);
        person.Home = Math.Max(0, typeOfUnit.FindIndex(t => (weight -= StaffWeight[t]) < 0));
        var type = typeOfUnit[person.Home];
        person.Role = type == HomeNursing ? Nurse : type is Families or Assessment ? Office : Care;
        var from = -dice.Below(2000);
        var movedTo = dice.Of(unitsOfType[type]);
        if (dice.Real() < .09 && movedTo != person.Home)
        {
            (person.MovedTo, person.MoveDay) = (movedTo, dice.Below(Horizon));
            person.MoveLag = dice.Real() < .40 ? 1 + dice.Below(14) : 0;
            staffing.Add((n, person.Home, from, person.MoveDay - 1));
            staffing.Add((n, movedTo, person.MoveDay + person.MoveLag, OpenEnd));
        }
        else
        {
            staffing.Add((n, person.Home, from, OpenEnd));
        }
        var extras = type == HomeNursing && dice.Real() < .40 ? 1 + dice.Below(3) : type == HomeCare && dice.Real() < .15 ? 1 : 0;
        for (; extras > 0; extras--)
            if (dice.Of(unitsOfType[type]) is var unit && unit != person.Home && !person.Extra.Contains(unit)) person.Extra.Add(unit);
        person.ExtraRegistered = type != HomeNursing || dice.Real() < .85;
        if (person.ExtraRegistered) foreach (var unit in person.Extra) staffing.Add((n, unit, from, OpenEnd));
    }

    private void Write(string folder)
    {
        var staffIds = Enumerable.Range(0, settings.Staff).Select(n => $"anv{(n * 7) + 1013:D6}").ToArray();
        var clientIds = Enumerable.Range(0, settings.Clients).Select(n => $"K{Dice.Mix((ulong)n ^ settings.Seed):x16}"[..11]).ToArray();
        var unitIds = Enumerable.Range(0, typeOfUnit.Count).Select(n => $"E{n + 100:D4}").ToArray();
        using StreamWriter log = File("log.csv", "tidpunkt;anvandare;klient;enhet;handelse;modul;system;orsak;loggid"), shiftFile = File("pass.csv", "anvandare;enhet;start;slut"), truth = File("facit.csv", "loggid;etikett;fall");
        var written = 0L;
        for (day = 0; written < settings.Rows; day++)
        {
            if (day >= Horizon) throw new InvalidOperationException("Too many rows for so few staff.");
            foreach (var list in present) list.Clear();
            for (var client = 0; client < stays.Length; client++)
                foreach (var stay in stays[client]) if (stay.From <= day && day <= stay.To) present[stay.Unit].Add(client);
            var shifts = Schedule();
            foreach (var shift in shifts.Where(s => s.Registered))
                shiftFile.WriteLine($"{staffIds[shift.Staff]};{unitIds[shift.Unit]};{Time(shift.Start)};{Time(shift.End)}");
            foreach (var shift in shifts) Work(shift);
            Plant(shifts);
            foreach (var row in today.OrderBy(r => r.Time).Take((int)Math.Min(settings.Rows - written, int.MaxValue)))
            {
                written++;
                log.WriteLine($"{Time(row.Time)};{staffIds[row.Staff]};{clientIds[row.Client]};{unitIds[row.Unit]};{Actions[row.Action]};{Modules[row.Module]};{(row.Module == 6 ? "Procapita" : "Lifecare")};{Reasons[row.Reason]};{written}");
                if (row.Label != Label.Work) truth.WriteLine($"{written};{(int)row.Label};{row.Case}");
            }
            (today, tomorrow) = (tomorrow, today);
            tomorrow.Clear();
        }
        WriteAll("bemanning.csv", "anvandare;enhet;fran;till",
            staffing.Select(s => $"{staffIds[s.Staff]};{unitIds[s.Unit]};{Date(s.From)};{(s.To < OpenEnd ? Date(s.To) : "")}"));
        WriteAll("vardrelation.csv", "klient;enhet;fran;till",
            placements.Select(p => $"{clientIds[p.Client]};{unitIds[p.Unit]};{Date(p.From)};{(p.To < OpenEnd ? Date(p.To) : "")}"));
        WriteAll("personal.csv", "anvandare;roll", people.Select((p, n) => $"{staffIds[n]};{RoleNames[p.Role]}"));
        WriteAll("enheter.csv", "enhet;typ", typeOfUnit.Select((t, n) => $"{unitIds[n]};{TypeNames[t]}"));
        WriteAll("meta.csv", "rader;dagar;enheter", [$"{written};{day};{typeOfUnit.Count}"]);

        StreamWriter File(string name, string header)
        {
            var writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
            writer.WriteLine(header);
            return writer;
        }

        void WriteAll(string name, string header, IEnumerable<string> lines)
        {
            using var file = File(name, header);
            foreach (var line in lines) file.WriteLine(line);
        }
    }

    private static string Date(int day) => new DateOnly(2024, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static string Time(int time) =>
        $"{Date(Math.DivRem(time, Day, out var second))}T{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}";

    private List<Shift> Schedule()
    {
        List<Shift> shifts = [];
        var weekend = day % 7 >= 5; // 2024-01-01 is a Monday.
        for (var n = 0; n < people.Length; n++)
        {
            var person = people[n];
            var unit = person.Role == PoolStaff ? dice.Of(person.Extra) : person.UnitOn(day);
            int start, end;
            if (person.Role is Office or Administrator)
            {
                if (weekend || dice.Real() > .85) continue;
                (start, end) = (8 * 3600, (16 * 3600) + 1800);
            }
            else
            {
                if (dice.Real() > (person.Role == PoolStaff ? .50 : weekend ? .45 : .62)) continue;
                var x = dice.Real();
                (start, end) = x < .5
                    ? (7 * 3600, 16 * 3600)
                    : x < .83 ? ((13 * 3600) + 1800, (21 * 3600) + 1800)
                    : (21 * 3600, (31 * 3600) + 900);
            }
            start += (day * Day) + ((dice.Below(5) - 2) * 300);
            end += (day * Day) + ((dice.Below(5) - 2) * 300);
            if (start < person.BlockedUntil) continue;
            (person.BlockedUntil, person.LastShiftEnd) = (end + (9 * 3600), end);
            shifts.Add(new(n, unit, start, end, dice.Real() >= .012));
        }
        return shifts;
    }

    private void Work(Shift shift)
    {
        var person = people[shift.Staff];
        var label = !shift.Registered
            ? Label.ShiftMissing
            : day >= person.MoveDay && day < person.MoveDay + person.MoveLag ? Label.StaffMovedLate
            : person.Role == PoolStaff && !person.ExtraRegistered ? Label.PoolWithoutUnit
            : Label.Work;
        var length = shift.End - shift.Start;
        for (var left = person.Role switch
        {
            Office => 5 + dice.Below(9),
            Administrator => 3 + dice.Below(5),
            _ => 4 + dice.Below(7)
        }; left > 0; left--)
        {
            if (Choose(shift, person, label) is not var (client, unit, its, reason)) continue;
            var position = dice.Real();
            position = dice.Real() < .3 ? position * .12 : dice.Real() < .35 ? 1 - (position * .12) : position;
            var time = Session(shift.Start + (int)(position * (length - 600)), shift.Staff, client, unit,
                2 + dice.Below(9) + (dice.Real() < .1 ? dice.Below(20) : 0), its, 0, reason);
            if (dice.Real() < .001 && dice.Below(settings.Clients) is var wrong && !IsRelated(person, wrong))
                Add(time + 3, shift.Staff, wrong, unit, 0, (byte)(dice.Real() < .2 ? 5 : 0), Label.OpenedByMistake, 0);
        }
        if (person.Role == Administrator || present[shift.Unit].Count == 0) return;
        var x = dice.Real();
        var known = present[shift.Unit][(int)((person.Habit + (dice.Real() * .3)) * present[shift.Unit].Count) % present[shift.Unit].Count];
        if (x < .05) Session(shift.End + dice.Below(1500), shift.Staff, known, shift.Unit, 2 + dice.Below(6), label, 0);
        else if (x < .054)
            Session(shift.End + 2700 + dice.Below(6300), shift.Staff, known, shift.Unit, 2 + dice.Below(6), Label.LateWriting, 0);
    }

    private (int Client, int Unit, Label Label, byte Reason)? Choose(Shift shift, Person person, Label label)
    {
        if (person.Role == Administrator) return (dice.Below(settings.Clients), shift.Unit, Label.SystemAdministration, 0);
        var (unit, reason) = (shift.Unit, (byte)0);
        if (person.Role != PoolStaff && person.Extra.Count > 0)
        {
            var evening = shift.Start / 3600 % 24 >= 13 || day % 7 >= 5;
            if (dice.Real() < (person.Role == Nurse ? (evening ? .45 : .05) : .12)
                && dice.Of(person.Extra) is var other
                && present[other].Count > 0)
            {
                unit = other;
                if (!person.ExtraRegistered && label == Label.Work) label = Label.ExtraUnitMissing;
                if (dice.Real() < .3) reason = (byte)(1 + dice.Below(4));
            }
        }
        var clients = present[unit];
        if (clients.Count == 0) return null;
        var q = dice.Real();
        var client = clients[(int)((person.Habit + (q * q * .6)) * clients.Count) % clients.Count];
        if (label == Label.Work && stays[client].Exists(s => s.Unit == unit && s.Lag > 0 && day >= s.From && day < s.From + s.Lag))
            label = Label.ClientMovedLate;
        return (client, unit, label, reason);
    }

    /// <summary>The unauthorised reading, about one case a day for every 3 000 employed.</summary>
    private void Plant(List<Shift> shifts)
    {
        var expected = settings.Staff / 3000.0;
        for (var left = (int)expected + (dice.Real() < expected - (int)expected ? 1 : 0); left > 0 && shifts.Count > 0; left--)
        {
            var (x, shift) = (dice.Real(), dice.Of(shifts));
            cases++;
            if (x < .40) PlantNoRelation(shift);
            else if (x < .45) PlantTalkedAbout(shifts);
            else if (x < .65) PlantOffShift();
            else if (x < .80) PlantFormer(shifts);
            else if (people[shift.Staff].Role != Administrator && present[shift.Unit].Count > 0)
                Read(shift, dice.Of(present[shift.Unit]), Label.InsideUnit);
        }
        if (!later.Remove(day, out var planned)) return;
        foreach (var (staff, client, label, number) in planned)
            if (shifts.Find(s => s.Staff == staff) is { } shift && !IsRelated(people[staff], client))
                Session(During(shift), staff, client, shift.Unit, 1 + dice.Below(6), label, number);
    }

    private void PlantNoRelation(Shift shift)
    {
        if (people[shift.Staff].Role == Administrator) return;
        var client = dice.Below(settings.Clients);
        for (var tries = 0; tries < 50 && (IsRelated(people[shift.Staff], client) || stays[client][0].From > day); tries++)
            client = dice.Below(settings.Clients);
        if (IsRelated(people[shift.Staff], client)) return;
        Read(shift, client, Label.NoRelation, (byte)(dice.Real() < .05 ? 1 : 0));
        if (dice.Real() < .4)
            for (var again = 1 + dice.Below(4); again > 0; again--) Later(day + 1 + dice.Below(20), shift.Staff, client, Label.NoRelation);
    }

    private void PlantTalkedAbout(List<Shift> shifts)
    {
        var client = dice.Below(settings.Clients);
        for (var left = 4 + dice.Below(12); left > 0; left--)
        {
            var shift = dice.Of(shifts);
            if (people[shift.Staff].Role == Administrator || IsRelated(people[shift.Staff], client)) continue;
            var when = day + dice.Below(3);
            if (when == day) Read(shift, client, Label.TalkedAbout); else Later(when, shift.Staff, client, Label.TalkedAbout);
        }
    }

    private void PlantOffShift()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var staff = dice.Below(people.Length);
            var person = people[staff];
            if (person.Role >= PoolStaff || person.LastShiftEnd > (day * Day) - (3 * 3600) || present[person.UnitOn(day)].Count == 0)
                continue;
            person.BlockedUntil = Math.Max(person.BlockedUntil, (day * Day) + (33 * 3600));
            Session((day * Day) + (9 * 3600) + dice.Below(12 * 3600), staff, dice.Of(present[person.UnitOn(day)]), person.UnitOn(day),
                2 + dice.Below(8), Label.OffShift, cases);
            return;
        }
    }

    private void PlantFormer(List<Shift> shifts)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var (shift, first) = (dice.Of(shifts), dice.Below(settings.Clients));
            if (people[shift.Staff].Role >= PoolStaff) continue;
            var found = Enumerable.Range(0, settings.Clients).Select(n => (first + n) % settings.Clients)
                .FirstOrDefault(c => stays[c].Exists(s => s.Unit == shift.Unit
                    && s.To < day - 30
                    && s.To > day - 400) && !IsRelated(people[shift.Staff], c), -1);
            if (found < 0) continue;
            Read(shift, found, Label.FormerClient);
            return;
        }
    }

    private void Read(Shift shift, int client, Label label, byte reason = 0) =>
        Session(During(shift), shift.Staff, client, shift.Unit, 2 + dice.Below(8), label, cases, reason);
    private int During(Shift shift) => shift.Start + dice.Below(shift.End - shift.Start - 900);

    private void Later(int when, int staff, int client, Label label)
    {
        if (!later.TryGetValue(when, out var list)) later[when] = list = [];
        list.Add((staff, client, label, cases));
    }

    /// <summary>Any unit the person truly works at serves the client, give or take a month.</summary>
    private bool IsRelated(Person person, int client) =>
        stays[client].Exists(s => s.From - 30 <= day
            && day <= s.To + 30
            && (s.Unit == person.UnitOn(day) || s.Unit == person.Home || person.Extra.Contains(s.Unit)));

    private int Session(int time, int staff, int client, int unit, int rows, Label label, int number, byte reason = 0)
    {
        for (; rows > 0; rows--)
        {
            var x = dice.Real();
            Add(time, staff, client, unit, (byte)(x < .82 ? 0 : x < .94 ? 1 : x < .98 ? 2 : x < .99 ? 3 : 4), reason, label, number);
            time += 5 + dice.Below(55);
        }
        return time;
    }

    private void Add(int time, int staff, int client, int unit, byte action, byte reason, Label label, int number)
    {
        var module = typeOfUnit[unit] switch
        {
            HomeNursing => dice.Real() < .7 ? 6 : 2,
            Families or Assessment => dice.Real() < .5 ? 3 : dice.Real() < .5 ? 4 : 0,
            _ => dice.Real() < .55 ? 0 : dice.Real() < .5 ? 1 : dice.Real() < .5 ? 2 : 5,
        };
        (time < (day + 1) * Day ? today : tomorrow).Add(new(time, staff, client, unit, action, (byte)module, reason, label,
            label > Label.InsideUnit ? 0 : number));
    }
}

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): small, fast and the same everywhere.</summary>
public sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        var drawn = Mix(state);
        state += 0x9E3779B97F4A7C15;
        return drawn;
    }

    public int Below(int most) => (int)(((UInt128)Next() * (ulong)most) >> 64);
    public double Real() => (Next() >> 11) * (1.0 / 9007199254740992.0);
    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
