using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// Goes through pieces of a log, row by row, and adds them to a tally. One for each thread; nothing here is shared but the
/// id tables. What it remembers of the last row of a user only saves work: it never changes an answer.
/// </summary>
public sealed class ChunkAnalyst(byte separator, LogColumns columns, Explainer explainer, IdTables ids, string? seed,
    LogWatch? watch = null) : IDisposable
{
    /// <summary>The last answer about a user and one of a few clients, which the next row mostly repeats, and how many rows have had it.</summary>
    private struct Last
    {
        public int Client, Day, Segment, Unit, Hour, Rows;
        public UnitMonth Month;
        public Explanations Found;
        public bool OffShift, ToQueue, Flagged, Watched;
    }

    private const int LastsOfUser = 4;

    [InlineArray(LastsOfUser)]
    private struct LastsAtUser
    {
        private Last first;
    }

    /// <summary>What is remembered of a user, in one place, since a row mostly needs all of it.</summary>
    private struct User
    {
        public Working Working;
        /// <summary>The unit of the user's last question; most are always at one.</summary>
        public int Unit;
        /// <summary>The day that Ticket and WorksInSeveral are of.</summary>
        public int TicketDay;
        public ulong Ticket;
        public bool WorksInSeveral;
        public LastsAtUser Lasts;

        public User()
        {
            Unit = -1;
            for (var n = 0; n < LastsOfUser; n++) (Lasts[n].Client, Lasts[n].Hour) = (-1, -1);
        }
    }

    private const int MostClientsAnHour = 255, MostOfBadRow = 200;

    private readonly LogTally tally = new(seed is null ? 0 : explainer.Rules.DrawnPerUnitAndMonth);
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FieldAt[] fields = new FieldAt[Records.MostFields];
    private readonly RowTime rowTime = new(columns);
    private readonly RowsOfHour rowsOfHour = new();
    private readonly List<ulong> openedInHour = [];
    private readonly byte[] ticketText = Encoding.UTF8.GetBytes($"{seed},".PadRight(LogRunOptions.LongestSeed
        + (2 * IdTable.LongestId)
        + 16));
    private readonly int seedLength = Encoding.UTF8.GetByteCount($"{seed},");
    private User[] users = [];
    private UnitMonth?[] monthOfUnit = [];
    private NumberSet?[] usersOfUnit = [];
    private NumberSet?[] clientsOfUnit = [];
    /// <summary>The unit a client was last counted at; most are always counted at one.</summary>
    private int[] unitOfClient = [];
    private byte[] userScratch = [], clientScratch = [], scratch = [];
    private int hour, hourInstant, day, month;
    private long rowsOfDay;
    private long[] actions = new long[16];
    private readonly byte[] dateText = new byte[10];
    private bool isSkipped, isRepeated;

    public long Rows { get; private set; }

    /// <summary>The tally of every piece so far, when no more are to come.</summary>
    public LogTally Finish()
    {
        for (var user = 0; user < users.Length; user++) foreach (ref var last in users[user].Lasts) CountRows(ref last);
        for (var action = 0; action < actions.Length; action++) if (actions[action] > 0) tally.Actions[action] = actions[action];
        return tally;
    }

    public void Dispose() => sha.Dispose();

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
        var hash = XxHash3.HashToUInt64(WithoutReturn(row));
        if (!rowsOfHour.Add(hash)) { tally.Duplicates++; return; }
        var userId = Id(row, read, columns.User, ref userScratch);
        var clientId = Id(row, read, columns.Client, ref clientScratch);
        if (userId.Length > IdTable.LongestId || clientId.Length > IdTable.LongestId)
        {
            Bad(row, $"användare eller klient är längre än {IdTable.LongestId} tecken");
            return;
        }
        if (userId.IsEmpty) { Bad(row, "användaren saknas"); return; }
        tally.Fingerprint += hash;
        rowsOfDay++;
        var user = ids.Users.Of(userId);
        // A search or a list has no client: it is an access that nothing can explain or accuse, counted and told.
        if (clientId.IsEmpty) { Bad(row, "klienten saknas"); return; }
        if (user >= users.Length) GrowUsers(user);
        var client = ids.Clients.Of(clientId);
        var unitId = Id(row, read, columns.Unit, ref scratch);
        if (unitId.IsEmpty || unitId.Length > IdTable.LongestId) { tally.WithoutUnit++; unitId = "(okänd enhet)"u8; }
        var unit = ids.Units.Of(unitId);
        CountAction(row, read);
        Judge(second, user, client, unit, row, read);
    }

    private void Judge(int second, int user, int client, int unit, ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        ref var known = ref users[user];
        var segment = SegmentOf(ref known, user, second);
        ref var last = ref known.Lasts[client & (LastsOfUser - 1)];
        if (last.Client != client || last.Day != day || last.Segment != segment || last.Unit != unit)
            Ask(new(day, second, user, client, unit, Explanations.None, false, false, default), segment, ref known, ref last);
        last.Rows++;
        if (last.Hour != hour) openedInHour.Add(((ulong)(uint)user << 32) | (uint)client);
        last.Hour = hour;
        if (last.ToQueue || last.Watched)
            Keep(new(day, second, user, client, unit, last.Found, last.OffShift, false, default), row, read, last);
    }

    private static void CountRows(ref Last last)
    {
        if (last.Rows == 0) return;
        last.Month.ByFound[(int)last.Found | (last.OffShift ? UnitMonth.OffShift : 0)] += last.Rows;
        if (last.Flagged) last.Month.Flagged += last.Rows;
        last.Rows = 0;
    }

    private void Keep(AccessEvent access, ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read, in Last last)
    {
        access = access with { StatedReason = !Id(row, read, columns.Reason, ref scratch).IsEmpty, Row = IdOf(row, read) };
        if (last.ToQueue) tally.Events.Add(access);
        if (last.Watched) tally.Watched.Add(access);
    }

    /// <summary>An hour that comes twice is on shift when either of the two is.</summary>
    private int SegmentOf(ref User known, int user, int second)
    {
        var instant = hourInstant + (second % SwedishClock.SecondsAnHour);
        if (!known.Working.Holds(instant)) known.Working = explainer.Shifts.Find(user, instant);
        return known.Working.Segment == ShiftTable.None && isRepeated
            ? explainer.Shifts.Find(user, instant + SwedishClock.SecondsAnHour).Segment
            : known.Working.Segment;
    }

    private void Ask(in AccessEvent access, int segment, ref User known, ref Last last)
    {
        CountRows(ref last);
        var found = explainer.Explain(access.User, access.Client, access.Day, segment);
        var offShift = explainer.IsOffShift(access.User, segment, found);
        var flags = explainer.AlwaysFlagged(access.User, access.Client, access.Day);
        if (last.Client != access.Client) last.Hour = -1;
        last.Client = access.Client;
        last.Day = access.Day;
        last.Segment = segment;
        last.Unit = access.Unit;
        last.Month = MonthOf(access.Unit);
        last.Found = found;
        last.OffShift = offShift;
        if (known.Unit != access.Unit) usersOfUnit[known.Unit = access.Unit]!.Add(access.User);
        if (access.Client >= unitOfClient.Length) Grow(ref unitOfClient, access.Client);
        if (unitOfClient[access.Client] != access.Unit) clientsOfUnit[unitOfClient[access.Client] = access.Unit]!.Add(access.Client);
        last.ToQueue = found == Explanations.None || offShift || (flags & Flag.QueueAlone) != Flags.None;
        last.Watched = watch?.Wants(access.User, access.Client, access.Unit, access.Day) == true;
        // Of accesses in the queue the flags are counted when the cases are made.
        last.Flagged = !last.ToQueue && flags != Flags.None;
        if (seed is not null && !last.ToQueue) Draw(access, ref known, last.Month, found);
    }

    /// <summary>A ticket is the beginning of SHA-256(seed, comma, user|day), and for a client of a drawn day of user|day|client.</summary>
    private void Draw(in AccessEvent access, ref User known, UnitMonth unitMonth, Explanations found)
    {
        if (known.TicketDay != access.Day)
            (known.TicketDay, known.Ticket, known.WorksInSeveral) = (access.Day, Ticket(UserDay(access)),
                explainer.WorksInSeveral(access.User, access.Day));
        var stratum = found == Explanations.Rank ? unitMonth.RankOnly : known.WorksInSeveral ? unitMonth.Several : unitMonth.Ordinary;
        if (!stratum.Wants(known.Ticket)) return;
        var length = UserDay(access);
        ticketText[length++] = (byte)'|';
        length += ids.Clients.CopyTo(access.Client, ticketText.AsSpan(length));
        stratum.Offer(new(known.Ticket, access.User, access.Day, Ticket(length), access.Client, found));
    }

    private int UserDay(in AccessEvent access)
    {
        var length = seedLength + ids.Users.CopyTo(access.User, ticketText.AsSpan(seedLength));
        ticketText[length++] = (byte)'|';
        dateText.CopyTo(ticketText.AsSpan(length));
        return length + dateText.Length;
    }

    private ulong Ticket(int length)
    {
        Span<byte> ticket = stackalloc byte[SHA256.HashSizeInBytes];
        sha.AppendData(ticketText.AsSpan(0, length));
        sha.GetHashAndReset(ticket);
        return BinaryPrimitives.ReadUInt64BigEndian(ticket);
    }

    private void BeginHour(int itsHour, int itsDay)
    {
        if (itsHour < hour) throw new UnsortedLogException();
        EndHour();
        hour = itsHour;
        var second = itsHour % 24 * SwedishClock.SecondsAnHour;
        hourInstant = SwedishClock.Instant(itsDay, second);
        isSkipped = SwedishClock.IsSkipped(itsDay, second);
        isRepeated = SwedishClock.ComesTwice(itsDay, second);
        if (itsDay == day) return;
        EndDay();
        day = itsDay;
        var date = DateOnly.FromDayNumber(itsDay);
        date.TryFormat(dateText, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (LogTime.MonthOf(date) == month) return;
        month = LogTime.MonthOf(date);
        Array.Clear(monthOfUnit);
    }

    private void EndHour()
    {
        if (isSkipped) tally.InSkippedHour += rowsOfHour.Count;
        if (isRepeated) tally.InRepeatedHour += rowsOfHour.Count;
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
        if (!tally.ClientsAnHour.TryGetValue(role, out var counts)) tally.ClientsAnHour[role] = counts = new long[MostClientsAnHour + 1];
        counts[Math.Min(clients, MostClientsAnHour)]++;
        if (clients >= explainer.Rules.ManyClientsFloor) tally.BusyHours.Add((user, role, hour, clients));
    }

    private void EndDay()
    {
        if (rowsOfDay > 0) tally.Days[day] = tally.Days.GetValueOrDefault(day) + rowsOfDay;
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
        usersOfUnit[unit] = LogTally.Set(tally.UsersOfUnit, unit);
        clientsOfUnit[unit] = LogTally.Set(tally.ClientsOfUnit, unit);
        return monthOfUnit[unit] = tally.Of(unit, month);
    }

    private void GrowUsers(int user)
    {
        var from = users.Length;
        Array.Resize(ref users, Math.Max(user + 1, from * 2));
        for (var n = from; n < users.Length; n++) users[n] = new();
    }

    private static void Grow(ref int[] units, int number)
    {
        var from = units.Length;
        Array.Resize(ref units, Math.Max(number + 1, from * 2));
        units.AsSpan(from).Fill(-1);
    }

    private void CountAction(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        var action = Id(row, read, columns.Action, ref scratch);
        if (action.IsEmpty) { tally.WithoutAction++; return; }
        if (action.Length > IdTable.LongestId) action = action[..IdTable.LongestId];
        var number = ids.Actions.Of(action);
        if (number >= actions.Length) Array.Resize(ref actions, Math.Max(number + 1, actions.Length * 2));
        actions[number]++;
    }

    private static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read, int column, scoped ref byte[] scratch) =>
        (uint)column < (uint)read.Length ? read[column].In(row, ref scratch) : [];

    /// <summary>The log's own id, or what tells the row from every other: the beginning of its SHA-256.</summary>
    private RowId IdOf(ReadOnlySpan<byte> row, ReadOnlySpan<FieldAt> read)
    {
        var id = Id(row, read, columns.Id, ref scratch);
        return id.IsEmpty || id.Length > IdTable.LongestId
            ? new(0, Convert.ToHexStringLower(SHA256.HashData(WithoutReturn(row))[..8]))
            : RowId.Of(id);
    }

    /// <summary>The same row has the same hash whatever ends its line. The fields are counted in the whole row.</summary>
    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> row) => row[^1] == '\r' ? row[..^1] : row;

    private void Bad(ReadOnlySpan<byte> row, string problem)
    {
        if (row.Trim(" \t\r"u8).IsEmpty) return;
        tally.BadRows.Add(new BadRow(problem, Pseudonyms.Masked(Encoding.UTF8.GetString(row[..Math.Min(row.Length, MostOfBadRow)]).TrimEnd('\r'))));
    }
}
