using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.LogAnalysis;

/// <summary>
/// Goes through pieces of a log, row by row, and adds them to a tally. One for each thread; nothing here is shared but the
/// id tables. What it remembers of the last row of a user only saves work: it never changes an answer.
/// </summary>
public sealed class ChunkAnalyst(byte separator, LogColumns columns, Explainer explainer, IdTables ids, string? seed)
{
    /// <summary>The user's last answer, which the next row mostly repeats.</summary>
    private struct Last
    {
        public int Client, Day, Segment, Unit, Hour, Cursor;
        public Explanations Found;
        public bool OffShift, ToQueue, Flagged;
    }

    private const int MostClientsAnHour = 255, MostOfBadRow = 200;

    private readonly FieldAt[] fields = new FieldAt[Records.MostFields];
    private readonly RowTime rowTime = new(columns);
    private readonly HashSet<ulong> rowsOfHour = [];
    private readonly List<ulong> openedInHour = [];
    private readonly byte[] ticketText = new byte[1024];
    private readonly int seedLength = seed is null ? 0 : Encoding.UTF8.GetByteCount(seed);
    private Last[] lastOfUser = [];
    private UnitMonth?[] monthOfUnit = [];
    private NumberSet?[] usersOfUnit = [];
    private NumberSet?[] clientsOfUnit = [];
    private byte[] userScratch = [], clientScratch = [], scratch = [];
    private int hour, day, month;
    private long rowsOfDay;
    private bool isSkipped, isRepeated;

    public LogTally Tally { get; } = new(seed is null ? 0 : explainer.Rules.DrawnPerUnitAndMonth);
    public long Rows { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Analyse(ReadOnlySpan<byte> text)
    {
        (hour, day, month) = (-1, -1, -1);
        while (!text.IsEmpty)
        {
            var next = Records.Split(text, separator, fields, out var count, out var end);
            Row(text[..end], fields.AsSpan(0, count));
            text = text[next..];
            Rows++;
        }
        EndHour();
        EndDay();
    }

    private void Row(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        if (!rowTime.TryTime(row, read, out var itsDay, out var second)) { Bad(row, "tidpunkten går inte att läsa"); return; }
        var itsHour = Explainer.HourOf(itsDay, second);
        if (itsHour != hour) BeginHour(itsHour, itsDay);
        if (row[^1] == '\r') row = row[..^1];
        var hash = Hash64.Of(row);
        if (!rowsOfHour.Add(hash)) { Tally.Duplicates++; return; }
        var userId = Id(row, read, columns.User, ref userScratch);
        var clientId = Id(row, read, columns.Client, ref clientScratch);
        if (userId.Length > IdTable.LongestId || clientId.Length > IdTable.LongestId) { Bad(row, $"användare eller klient är längre än {IdTable.LongestId} tecken"); return; }
        if (userId.IsEmpty) { Tally.WithoutUser++; Bad(row, "användaren saknas"); return; }
        Tally.Fingerprint += hash;
        rowsOfDay++;
        var user = ids.Users.Of(userId);
        // A search or a list has no client: it is an access that nothing can explain or accuse, counted and told.
        if (clientId.IsEmpty) { Tally.WithoutClient++; Bad(row, "klienten saknas"); return; }
        var client = ids.Clients.Of(clientId);
        var unitId = Id(row, read, columns.Unit, ref scratch);
        if (unitId.IsEmpty || unitId.Length > IdTable.LongestId) { Tally.WithoutUnit++; unitId = "(okänd enhet)"u8; }
        var unit = ids.Units.Of(unitId);
        CountAction(row, read);
        Judge(new(itsDay, second, user, client, unit, Explanations.None, false, false, ""), row, read);
    }

    private void Judge(AccessEvent access, ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        if (access.User >= lastOfUser.Length) GrowUsers(access.User);
        ref var last = ref lastOfUser[access.User];
        var segment = SegmentOf(access, ref last.Cursor);
        if (last.Client != access.Client || last.Day != access.Day || last.Segment != segment || last.Unit != access.Unit) Ask(access, segment, ref last);
        if (last.Hour != hour) openedInHour.Add(((ulong)(uint)access.User << 32) | (uint)access.Client);
        last.Hour = hour;

        var unitMonth = MonthOf(access.Unit);
        unitMonth.ByFound[(int)last.Found | (last.OffShift ? UnitMonth.OffShift : 0)]++;
        if (last.Flagged) unitMonth.Flagged++;
        usersOfUnit[access.Unit]!.Add(access.User);
        clientsOfUnit[access.Unit]!.Add(access.Client);
        if (!last.ToQueue) return;
        Tally.Events.Add(access with { Found = last.Found, OffShift = last.OffShift, StatedReason = !Id(row, read, columns.Reason, ref scratch).IsEmpty, Id = RowId(row, read) });
    }

    /// <summary>An hour that comes twice is on shift when either of the two is.</summary>
    private int SegmentOf(AccessEvent access, ref int cursor)
    {
        var instant = access.Instant;
        var segment = explainer.Shifts.Find(access.User, instant, ref cursor);
        if (segment == ShiftTable.None && SwedishClock.ComesTwice(access.Day, access.Second)) segment = explainer.Shifts.Find(access.User, instant + SwedishClock.SecondsAnHour, ref cursor);
        return segment;
    }

    private void Ask(AccessEvent access, int segment, ref Last last)
    {
        var found = explainer.Explain(access.User, access.Client, access.Day, segment);
        var offShift = explainer.IsOffShift(access.User, segment, found);
        var flags = explainer.AlwaysFlagged(access.User, access.Client, access.Day);
        if (last.Client != access.Client) last.Hour = -1;
        (last.Client, last.Day, last.Segment, last.Unit, last.Found, last.OffShift) = (access.Client, access.Day, segment, access.Unit, found, offShift);
        last.ToQueue = found == Explanations.None || offShift || (flags & Flag.QueueAlone) != Flags.None;
        // Of accesses in the queue the flags are counted when the cases are made.
        last.Flagged = !last.ToQueue && flags != Flags.None;
        if (seed is not null && !last.ToQueue) Draw(access);
    }

    /// <summary>The ticket is SHA-256 of seed, comma, user|client|day, as for every sample.</summary>
    private void Draw(AccessEvent access)
    {
        var length = seedLength + 1;
        length += ids.Users.CopyTo(access.User, ticketText.AsSpan(length));
        ticketText[length++] = (byte)'|';
        length += ids.Clients.CopyTo(access.Client, ticketText.AsSpan(length));
        ticketText[length++] = (byte)'|';
        DateOnly.FromDayNumber(access.Day).TryFormat(ticketText.AsSpan(length), out var written, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Span<byte> ticket = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(ticketText.AsSpan(0, length + written), ticket);
        var unitMonth = MonthOf(access.Unit);
        (explainer.WorksInSeveral(access.User, access.Day) ? unitMonth.Several : unitMonth.Ordinary).Offer(BinaryPrimitives.ReadUInt64BigEndian(ticket), access.User, access.Client, access.Day);
    }

    private void BeginHour(int itsHour, int itsDay)
    {
        if (itsHour < hour) throw new UnsortedLogException();
        EndHour();
        hour = itsHour;
        var second = itsHour % 24 * SwedishClock.SecondsAnHour;
        isSkipped = SwedishClock.IsSkipped(itsDay, second);
        isRepeated = SwedishClock.ComesTwice(itsDay, second);
        if (itsDay == day) return;
        EndDay();
        day = itsDay;
        var date = DateOnly.FromDayNumber(itsDay);
        if ((date.Year * 12) + date.Month - 1 == month) return;
        month = (date.Year * 12) + date.Month - 1;
        Array.Clear(monthOfUnit);
    }

    private void EndHour()
    {
        if (isSkipped) Tally.InSkippedHour += rowsOfHour.Count;
        if (isRepeated) Tally.InRepeatedHour += rowsOfHour.Count;
        rowsOfHour.Clear();
        openedInHour.Sort();
        for (int from = 0, to; from < openedInHour.Count; from = to)
        {
            var user = (int)(openedInHour[from] >> 32);
            var clients = 1;
            for (to = from + 1; to < openedInHour.Count && (int)(openedInHour[to] >> 32) == user; to++)
                if (openedInHour[to] != openedInHour[to - 1]) clients++;
            CountHour(user, clients);
        }
        openedInHour.Clear();
    }

    private void CountHour(int user, int clients)
    {
        var roles = explainer.Registers.Roles.Of(user);
        var role = roles.Length > 0 ? roles[0] : -1;
        if (!Tally.ClientsAnHour.TryGetValue(role, out var counts)) Tally.ClientsAnHour[role] = counts = new long[MostClientsAnHour + 1];
        counts[Math.Min(clients, MostClientsAnHour)]++;
        if (clients >= explainer.Rules.ManyClientsFloor) Tally.BusyHours.Add((user, role, hour, clients));
    }

    private void EndDay()
    {
        if (rowsOfDay > 0) Tally.Days[day] = Tally.Days.GetValueOrDefault(day) + rowsOfDay;
        rowsOfDay = 0;
    }

    private UnitMonth MonthOf(int unit)
    {
        if (unit >= monthOfUnit.Length)
        {
            var size = Math.Max(unit + 1, monthOfUnit.Length * 2);
            Array.Resize(ref monthOfUnit, size);
            Array.Resize(ref usersOfUnit, size);
            Array.Resize(ref clientsOfUnit, size);
        }
        if (monthOfUnit[unit] is { } known) return known;
        usersOfUnit[unit] = LogTally.Set(Tally.UsersOfUnit, unit);
        clientsOfUnit[unit] = LogTally.Set(Tally.ClientsOfUnit, unit);
        return monthOfUnit[unit] = Tally.Of(unit, month);
    }

    private void GrowUsers(int user)
    {
        var from = lastOfUser.Length;
        Array.Resize(ref lastOfUser, Math.Max(user + 1, from * 2));
        for (var n = from; n < lastOfUser.Length; n++) (lastOfUser[n].Client, lastOfUser[n].Hour, lastOfUser[n].Cursor) = (-1, -1, -1);
    }

    private void CountAction(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        var action = Id(row, read, columns.Action, ref scratch);
        if (action.IsEmpty) { Tally.WithoutAction++; return; }
        if (action.Length > IdTable.LongestId) action = action[..IdTable.LongestId];
        var number = ids.Actions.Of(action);
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Tally.Actions, number, out _)++;
    }

    private static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read, int column, scoped ref byte[] scratch) =>
        (uint)column < (uint)read.Length ? read[column].In(row, ref scratch) : [];

    /// <summary>The log's own id, or what tells the row from every other: the beginning of its SHA-256.</summary>
    private string RowId(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        var id = Id(row, read, columns.Id, ref scratch);
        return id.IsEmpty || id.Length > IdTable.LongestId ? Convert.ToHexStringLower(SHA256.HashData(row)[..8]) : Encoding.UTF8.GetString(id);
    }

    private void Bad(ReadOnlySpan<byte> row, string problem)
    {
        if (row.Trim(" \t\r"u8).IsEmpty) return;
        Tally.BadRows.Add(new BadRow(problem, Encoding.UTF8.GetString(row[..Math.Min(row.Length, MostOfBadRow)]).TrimEnd('\r')));
    }
}

/// <summary>The numbers of everything a log names.</summary>
public sealed record IdTables(IdTable Users, IdTable Clients, IdTable Units, IdTable Actions)
{
    public static IdTables New() => new(new(), new(), new(), new());
}
