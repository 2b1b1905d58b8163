using System.Security.Cryptography;
using System.Text;

namespace Vattenpass.Domain.LogReviews;

/// <summary>Why accesses are collected to be read by a person, besides what the rules queue.</summary>
public enum CaseKind { Queued = 1, Drawn = 2, RandomDay = 3, StaffShare = 4, Targeted = 5 }

/// <summary>What somebody asked to have collected: on suspicion, or because a patient or client wants to know. Pseudonyms as the log has them.</summary>
public sealed record Targets(IReadOnlyList<string> Users, IReadOnlyList<string> Clients, DateOnly From, DateOnly To, string Reason);

/// <summary>The ways to choose besides the rules. All are off unless asked for.</summary>
/// <param name="ByImporter">The one who read the log in reviews the cases; otherwise the users' own managers do.</param>
public sealed record Selections(bool RandomDay, int StaffPercent, Targets? Targets, bool ByImporter)
{
    public static readonly Selections None = new(false, 0, null, false);
}

/// <summary>
/// Which accesses to collect, decided from the seed and the registers before the log is read: a random day for every unit and
/// month, a share of every unit's staff, and what was asked for.
/// </summary>
public sealed class LogWatch
{
    private readonly HashSet<(int Unit, int Day)> days = [];
    private readonly HashSet<(int User, int Month)> users = [];
    private readonly HashSet<int> targetUsers = [], targetClients = [];
    private readonly int targetsFrom, targetsTo;

    public LogWatch(Selections selections, string seed, DateOnly from, DateOnly to, CareRegisters registers, Func<int, string> unit,
        Func<int, string> user, Func<string, int> userNumber, Func<string, int> clientNumber)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var (first, last) = (Math.Max(month.DayNumber, from.DayNumber), Math.Min(month.AddMonths(1).DayNumber - 1, to.DayNumber));
            var staff = Enumerable.Range(0, registers.Users)
                .SelectMany(u => registers.Staffing.Of(u)
                    .ToArray()
                    .Where(s => s.From <= last && s.To >= first)
                    .Select(s => (s.Unit, User: u)))
                .Distinct()
                .ToLookup(s => s.Unit, s => s.User);
            foreach (var at in staff)
            {
                if (selections.RandomDay)
                    days.Add((at.Key, Enumerable.Range(first, last - first + 1).MinBy(d =>
                        Ticket(seed, $"{unit(at.Key)}|{DateOnly.FromDayNumber(d):yyyy-MM-dd}"),
                        StringComparer.Ordinal)));
                var share = ((at.Count() * selections.StaffPercent) + 99) / 100;
                foreach (var drawn in at.OrderBy(u => Ticket(seed, $"{unit(at.Key)}|{user(u)}|{month:yyyy-MM}"),
                    StringComparer.Ordinal).Take(share))
                    users.Add((drawn, LogTime.MonthOf(month)));
            }
        }
        if (selections.Targets is not { } targets) return;
        targetUsers = [.. targets.Users.Select(userNumber)];
        targetClients = [.. targets.Clients.Select(clientNumber)];
        (targetsFrom, targetsTo) = (targets.From.DayNumber, targets.To.DayNumber);
    }

    public bool IsRandomDay(int unit, int day) => days.Contains((unit, day));
    public bool IsDrawnStaff(int user, int day) => users.Count > 0 && users.Contains((user, LogTime.MonthOf(DateOnly.FromDayNumber(day))));

    /// <summary>With both users and clients named, an access has to be of one to the other.</summary>
    public bool IsTarget(int user, int client, int day) =>
        targetUsers.Count + targetClients.Count > 0 && day >= targetsFrom && day <= targetsTo
        && (targetUsers.Count == 0 || targetUsers.Contains(user)) && (targetClients.Count == 0 || targetClients.Contains(client));

    public bool Wants(int user, int client, int unit, int day) =>
        IsRandomDay(unit, day) || IsDrawnStaff(user, day) || IsTarget(user, client, day);

    private static string Ticket(string seed, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed},{key}")));
}
