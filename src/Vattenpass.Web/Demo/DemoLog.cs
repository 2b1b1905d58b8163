using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Web.Demo;

/// <summary>A month's access log of the demo municipality: ordinary work, and a few readings that nothing explains. Taken in like any other.</summary>
public sealed class DemoLog(Databases databases, DateOnly today)
{
    private const int StaffPerUnit = 5, ClientsPerUnit = 8, Employees = 4001;
    private readonly StringBuilder log = new("tidpunkt;anvandare;klient;enhet;handelse;modul;system;orsak;loggid\n");
    private readonly StringBuilder shifts = new("anvandare;enhet;start;slut\n");
    private int rows;

    private DateOnly First => new DateOnly(today.Year, today.Month, 1).AddMonths(-1);

    public async Task TakeInAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("demo");
        var units = await db.Units.Where(u => u.Kind == UnitKind.Unit)
            .OrderByDescending(u => u.Name == "Almgården")
            .ThenBy(u => u.Code)
            .ToListAsync(stop);
        var reviewer = await db.People.FirstAsync(p => p.Name == "Loggranskare", stop);
        // The nurse's aide has an id of the registers, so that she can see reviews of herself.
        (await db.People.FirstAsync(p => p.Name == "Undersköterska Almgården", stop)).KnownAs(User(0, 0));
        var root = (await db.Units.FirstAsync(u => u.Kind == UnitKind.Board, stop)).Id;
        var import = new LogImport(db.NewId(), root, "Lifecare", First, First.AddMonths(1).AddDays(-1), $"atkomstlogg-{First:yyyy-MM}.csv",
            "", new(false, 0, null, false), "demo", reviewer.Id, reviewer.Name, db.Now);
        db.LogImports.Add(import);
        await db.SaveAsync(Acts.SetUpDemo, stop: stop);

        Write([.. units.Select(u => u.Name)]);
        var spool = new LogSpool(databases);
        var folder = spool.Make(import.Id).FullName;
        string[] names = [.. units.Select(u => u.Name)];
        await SaveAsync(LogFile.Log, log.ToString());
        await SaveAsync(LogFile.Shifts, shifts.ToString());
        await SaveAsync(LogFile.Staff,
            "anvandare;enhet;fran;till\n" + string.Concat(Each(names, StaffPerUnit, (u, n) => $"{User(u, n)};{names[u]};2020-01-01;\n")));
        await SaveAsync(LogFile.Roles,
            "anvandare;roll\n" + string.Concat(Each(names, StaffPerUnit,
                (u, n) => $"{User(u, n)};{(n == 0 ? "Sjuksköterska" : "Undersköterska")}\n")));
        await SaveAsync(LogFile.Placements,
            "klient;enhet;fran;till\n" + string.Concat(Each(names, ClientsPerUnit, (u, n) => $"{Client(u, n)};{names[u]};2022-01-01;\n")));
        using var worker = new LogWorker(databases, spool, db.Clock);
        await worker.RunNextAsync(stop);

        Task SaveAsync(LogFile file, string text) => File.WriteAllTextAsync(Path.Combine(folder, $"{file.Key}.csv"), text, stop);
    }

    private void Write(string[] units)
    {
        for (var day = First; day < First.AddMonths(1); day = day.AddDays(1))
        {
            for (var u = 0; u < units.Length; u++)
                for (var n = 0; n < StaffPerUnit; n++)
                {
                    if ((day.DayNumber + n + u) % 3 == 0) continue; // Off duty.
                    var start = n % 2 == 0 ? 7 : 13;
                    // One shift is missing in the schedule: something for its owner.
                    if (u != 2 || n != 3 || day.Day is not (12 or 13))
                        shifts.Append(CultureInfo.InvariantCulture,
                            $"{User(u, n)};{units[u]};{day:yyyy-MM-dd}T{start:00}:00:00;{day:yyyy-MM-dd}T{start + 8:00}:30:00\n");
                    for (var k = 0; k < 6; k++) Read(day, start + k, 3 * n, User(u, n), Client(u, (n + k) % ClientsPerUnit), units[u]);
                }
            Curious(day, units);
        }
    }

    /// <summary>Repeated reading at another unit, three curious about one client, and somebody's wrong click.</summary>
    private void Curious(DateOnly day, string[] units)
    {
        if (day.Day is 9 or 14 or 21) for (var k = 0; k < 4; k++) Read(day, 14, 40 + k, User(0, 0), Client(units.Length - 1, 3), units[0]);
        if (day.Day is 17 or 18) for (var u = 1; u <= 3; u++) Read(day, 15, 10 + u, User(u, 1), Client(0, 5), units[u]);
        if (day.Day is 5 or 20) Read(day, 10, 30, User(4, 2), Client(6, 1), units[4]);
    }

    private void Read(DateOnly day, int hour, int minute, string user, string client, string unit) =>
        log.Append(CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd}T{hour:00}:{minute:00}:{rows % 60:00};{user};{client};{unit};{(rows % 9 == 0 ? "Skrivit" : "Läst")};Journal;Lifecare;;{++rows}\n");

    private static IEnumerable<string> Each(string[] units, int count, Func<int, int, string> row) =>
        Enumerable.Range(0, units.Length).SelectMany(u => Enumerable.Range(0, count).Select(n => row(u, n)));
    private static string User(int unit, int n) => $"a{Employees + (unit * StaffPerUnit) + n}";
    private static string Client(int unit, int n) => $"k{1001 + (unit * ClientsPerUnit) + n}";
}
