using System.Runtime.InteropServices;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.LogReviews;

/// <summary>Finds every explanation of an access in the registers. It keeps no state: the same question has the same answer, in any thread and order.</summary>
public sealed class Explainer
{
    private readonly CareRegisters registers;
    private readonly ReviewRules rules;
    private readonly List<(MandateRule Rule, bool[] Over, bool[]? OnShiftAt)> mandates;
    private readonly Grouped<int> mandatesOfUser;
    private readonly Dictionary<int, List<int>> employeesOfClient = [];
    private readonly HashSet<int> servingUnits = [];
    private readonly bool[] isAdministrator;
    private readonly bool[] mustBeOnShift;
    private readonly int clientBefore, clientAfter;

    public ShiftTable Shifts { get; }

    public Explainer(CareRegisters registers, ReviewRules rules)
    {
        (this.registers, this.rules) = (registers, rules);
        // Hand-over and a lagging register are two reasons for the same days: the wider one is enough.
        (clientBefore, clientAfter) = (Math.Max(rules.HandoverDaysBefore, rules.RegisterLagDays),
            Math.Max(rules.HandoverDaysAfter, rules.RegisterLagDays));
        Shifts = new(registers.Shifts, registers.Users, rules.MinutesBeforeShift * 60, rules.MinutesAfterShift * 60);
        mandates = [.. rules.Mandates.Select(m =>
            (m, UnitsOfTypes(m.UnitTypes), m.OnShiftAt.Count == 0 ? null : UnitsOfTypes(m.OnShiftAt)))];
        var mandatesOfRole = registers.RoleNames.Select(r => mandates.Index()
            .Where(m => Names(m.Item.Rule.Roles, r))
            .Select(m => m.Index)
            .ToArray()).ToArray();
        mandatesOfUser = new([.. Users().SelectMany(u => Roles(u).SelectMany(r => mandatesOfRole[r])
            .Select(m => (u, m)))], Comparer<int>.Default);
        var administratorRoles = registers.RoleNames.Index()
            .Where(r => Names(rules.AdministratorRoles, r.Item))
            .Select(r => r.Index)
            .ToHashSet();
        isAdministrator = [.. Users().Select(u => Roles(u).Any(administratorRoles.Contains))];
        mustBeOnShift = WhoMustBeOnShift();
        for (var client = 0; client < registers.Clients; client++)
            foreach (var placement in registers.Placements.Of(client)) servingUnits.Add(placement.Unit);
        foreach (var user in Users())
            foreach (var client in registers.OwnRecords.Of(user))
                (CollectionsMarshal.GetValueRefOrAddDefault(employeesOfClient, client, out _) ??= []).Add(user);
    }

    public CareRegisters Registers => registers;

    /// <summary>Some client is placed at the unit, at some time.</summary>
    public bool Serves(int unit) => servingUnits.Contains(unit);
    public ReviewRules Rules => rules;

    /// <summary>Roles nobody of which has a shift in the file: their accesses are not held against working hours.</summary>
    public IReadOnlyList<string> UnscheduledRoles { get; private set; } = [];

    public Explanations Explain(int user, int client, int day, int segment)
    {
        var found = Explanations.None;
        var working = Shifts.UnitsOf(segment);
        foreach (var placement in registers.Placements.Of(client))
        {
            if (!placement.Covers(day, clientBefore, clientAfter)) continue;
            var exact = placement.Covers(day);
            foreach (var staff in registers.Staffing.Of(user))
                if (staff.Unit == placement.Unit && staff.Covers(day, rules.RegisterLagDays, rules.RegisterLagDays))
                    found |= exact && staff.Covers(day) ? Explanations.Register : Explanations.Transfer;
            if (IsAmong(working, placement.Unit)) found |= exact ? Explanations.Shift : Explanations.Transfer;
            if (HasMandate(user, placement.Unit, day, working)) found |= Explanations.Mandate;
        }
        if (registers.Visits.Of(user).BinarySearch(CareRegisters.Visit(client, day)) >= 0) found |= Explanations.Visit;
        if (IsAdministrator(user) && HasTicket(user, client, day)) found |= Explanations.SystemAdministration;
        return found == Explanations.None && (IsAdministrator(user) || Leads(user, client, day)) ? Explanations.Rank : found;
    }

    /// <summary>A leader's rule covers a unit that has the client that day.</summary>
    private bool Leads(int user, int client, int day)
    {
        if (!HasRankOverUnits(user)) return false;
        foreach (var placement in registers.Placements.Of(client))
            if (placement.Covers(day, clientBefore, clientAfter) && IsAboveByPlacement(user, placement.Unit, day)) return true;
        return false;
    }

    private bool HasRankOverUnits(int user)
    {
        foreach (var index in mandatesOfUser.Of(user)) if (mandates[index].Rule.BelowOwnUnit) return true;
        return false;
    }

    /// <summary>The access lies outside every shift, of a user who is scheduled. A system manager, with a ticket or without, has no such hours.</summary>
    public bool IsOffShift(int user, int segment, Explanations found) =>
        segment == ShiftTable.None
            && (uint)user < (uint)mustBeOnShift.Length
            && mustBeOnShift[user]
            && !found.HasFlag(Explanations.SystemAdministration)
            && !(found == Explanations.Rank && IsAdministrator(user));

    /// <summary>The unit is the user's own: in the staffing, or lately worked at.</summary>
    public bool IsOwnUnit(int user, int unit, int day)
    {
        foreach (var staff in registers.Staffing.Of(user))
            if (staff.Unit == unit && staff.Covers(day, rules.RegisterLagDays, rules.RegisterLagDays)) return true;
        var middle = (day - SwedishClock.FirstDay) * SwedishClock.SecondsADay;
        var reach = rules.OwnUnitDays * SwedishClock.SecondsADay;
        foreach (var shift in registers.Shifts.Of(user))
            if (shift.Unit == unit && Math.Abs((long)shift.Start - middle) <= reach) return true;
        return false;
    }

    /// <summary>A unit of the user's own that serves the client that day, the first by name; −1 when there is none.</summary>
    public int OwnUnitOf(int user, int client, int day)
    {
        var own = -1;
        foreach (var placement in registers.Placements.Of(client))
            if (placement.Covers(day, clientBefore, clientAfter)
                && IsOwnUnit(user, placement.Unit, day)
                && (own < 0 || string.CompareOrdinal(registers.UnitNames[placement.Unit], registers.UnitNames[own]) < 0))
                own = placement.Unit;
        return own;
    }

    /// <summary>The day a placement at one of the user's own units ended, when it had ended before the access; null otherwise.</summary>
    public int? FormerSince(int user, int client, int day)
    {
        int? ended = null;
        foreach (var placement in registers.Placements.Of(client))
            if (placement.To + clientAfter < day && IsOwnUnit(user, placement.Unit, day) && (ended is null || placement.To > ended))
                ended = placement.To;
        return ended;
    }

    /// <summary>No placement of the client holds that day, nor will.</summary>
    public bool IsClosed(int client, int day)
    {
        var placements = registers.Placements.Of(client);
        foreach (var placement in placements) if (placement.To >= day) return false;
        return placements.Length > 0;
    }

    public bool IsAdministrator(int user) => (uint)user < (uint)isAdministrator.Length && isAdministrator[user];
    public bool IsOwnRecord(int user, int client) => registers.OwnRecords.Of(user).Contains(client);

    public bool IsProtected(int client, int day)
    {
        foreach (var stay in registers.Protected.Of(client)) if (stay.Covers(day)) return true;
        return false;
    }

    /// <summary>No unit in the user's staffing has clients: pool staff, who work wherever a shift is booked.</summary>
    public bool IsUnattached(int user)
    {
        foreach (var staff in registers.Staffing.Of(user)) if (servingUnits.Contains(staff.Unit)) return false;
        return true;
    }

    /// <summary>Rights in several units that day: such users are drawn as a stratum of their own.</summary>
    public bool WorksInSeveral(int user, int day)
    {
        var first = -1;
        foreach (var staff in registers.Staffing.Of(user))
        {
            if (!staff.Covers(day) || staff.Unit == first) continue;
            if (first >= 0) return true;
            first = staff.Unit;
        }
        return false;
    }

    /// <summary>The flags of one access.</summary>
    public Flags FlagsOf(AccessEvent access, IReadOnlyDictionary<(int User, int Hour), int> remarkableHours)
    {
        var flags = AlwaysFlagged(access.User, access.Client, access.Day);
        if (access.OffShift) flags |= Flags.OffShift;
        if (remarkableHours.ContainsKey((access.User, HourOf(access.Day, access.Second)))) flags |= Flags.ManyClients;
        if (!access.HasNoExplanation) return flags;
        if (access.OffShift && IsUnattached(access.User)) flags |= Flags.Unattached;
        if (FormerSince(access.User, access.Client, access.Day) is not null) flags |= Flags.Former;
        if (IsClosed(access.Client, access.Day)) flags |= Flags.Closed;
        if (access.Unit >= 0 && registers.Staffing.Of(access.User).Length > 0 && !IsOwnUnit(access.User, access.Unit, access.Day))
            flags |= Flags.OtherUnit;
        return flags;
    }

    /// <summary>Flags that hold whether the access is explained or not.</summary>
    public Flags AlwaysFlagged(int user, int client, int day)
    {
        var flags = IsOwnRecord(user, client) ? Flags.OwnRecord : Flags.None;
        if (IsProtected(client, day)) flags |= Flags.ProtectedIdentity;
        if (flags == Flags.None && IsColleague(user, client, day)) flags |= Flags.Colleague;
        return flags;
    }

    /// <summary>Looked at by a person even when it is explained.</summary>
    public bool QueuesAlone(AccessEvent access) => (AlwaysFlagged(access.User, access.Client, access.Day) & Flag.QueueAlone) != Flags.None;

    public static int HourOf(int day, int second) => (day * 24) + (second / SwedishClock.SecondsAnHour);

    private bool IsColleague(int user, int client, int day)
    {
        if (!employeesOfClient.TryGetValue(client, out var colleagues)) return false;
        foreach (var colleague in colleagues)
            foreach (var staff in registers.Staffing.Of(colleague)) if (staff.Covers(day) && IsOwnUnit(user, staff.Unit, day)) return true;
        return false;
    }

    private bool HasMandate(int user, int unit, int day, ReadOnlySpan<int> working)
    {
        foreach (var given in registers.Mandates.Of(user)) if (given.Covers(day) && registers.IsBelow(unit, given.Unit)) return true;
        foreach (var index in mandatesOfUser.Of(user))
        {
            var (rule, over, onShiftAt) = mandates[index];
            if (!rule.BelowOwnUnit && (uint)unit < (uint)over.Length && over[unit] && (onShiftAt is null || IsWorkingAt(working, onShiftAt))) return true;
        }
        return false;
    }

    /// <summary>There are one or two: a search made for many costs more than it finds.</summary>
    private static bool IsAmong(ReadOnlySpan<int> units, int unit)
    {
        foreach (var one in units) if (one == unit) return true;
        return false;
    }

    private static bool IsWorkingAt(ReadOnlySpan<int> working, bool[] units)
    {
        foreach (var unit in working) if ((uint)unit < (uint)units.Length && units[unit]) return true;
        return false;
    }

    private bool IsAboveByPlacement(int user, int unit, int day)
    {
        foreach (var staff in registers.Staffing.Of(user))
            if (staff.Covers(day, rules.RegisterLagDays, rules.RegisterLagDays) && registers.IsBelow(unit, staff.Unit)) return true;
        return false;
    }

    private bool HasTicket(int user, int client, int day)
    {
        foreach (var ticket in registers.Tickets.Of(user))
            if ((ticket.Client < 0 || ticket.Client == client) && ticket.From <= day && day <= ticket.To) return true;
        return false;
    }

    /// <summary>Whoever is scheduled: has shifts, or has a role whose others have. A role without any shift is not kept in that schedule.</summary>
    private bool[] WhoMustBeOnShift()
    {
        if (!registers.ShiftsGiven || !rules.MustBeOnShift) return [];
        var hasShifts = Users().Select(u => registers.Shifts.Of(u).Length > 0).ToArray();
        var scheduled = Users().Where(u => hasShifts[u]).SelectMany(Roles).ToHashSet();
        UnscheduledRoles = [.. registers.RoleNames.Where((_, n) => !scheduled.Contains(n)).Order(StringComparer.Ordinal)];
        return [.. Users().Select(u => hasShifts[u] || Roles(u).Any(scheduled.Contains))];
    }

    private IEnumerable<int> Users() => Enumerable.Range(0, registers.Users);
    private int[] Roles(int user) => registers.Roles.Of(user).ToArray();
    private bool[] UnitsOfTypes(IReadOnlyList<string> types) => [.. registers.UnitTypes.Select(t => t.Length > 0 && Names(types, t))];
    private static bool Names(IReadOnlyList<string> names, string name) => names.Any(n => RegisterKind.Fold(n) == RegisterKind.Fold(name));
}
