using System.Globalization;
using Microsoft.Data.Sqlite;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Bench.Logs;

/// <summary>The same questions asked the plain way: the files in SQLite, indexes, and EXISTS. Slow, and known to be right.</summary>
public static class LogOracle
{
    private const string Near = "p.fran - 14 <= l.dag AND l.dag <= p.till + 14";
    private const string Exact = "p.fran <= l.dag AND l.dag <= p.till";
    private const string OnShift = "s.anvandare = l.anvandare AND s.start - 1800 <= l.tid AND l.tid <= s.slut + 10800";

    private const string Question = $"""
        SELECT l.loggid,
          EXISTS (SELECT 1 FROM p JOIN b ON b.enhet = p.enhet AND b.anvandare = l.anvandare WHERE p.klient = l.klient AND {Exact} AND b.fran <= l.dag AND l.dag <= b.till)
          + 2 * EXISTS (SELECT 1 FROM p JOIN s ON s.enhet = p.enhet WHERE p.klient = l.klient AND {Exact} AND {OnShift})
          + 4 * (EXISTS (SELECT 1 FROM p JOIN b ON b.enhet = p.enhet AND b.anvandare = l.anvandare WHERE p.klient = l.klient AND {Near} AND b.fran - 14 <= l.dag AND l.dag <= b.till + 14 AND NOT ({Exact} AND b.fran <= l.dag AND l.dag <= b.till))
             OR EXISTS (SELECT 1 FROM p JOIN s ON s.enhet = p.enhet WHERE p.klient = l.klient AND {Near} AND NOT ({Exact}) AND {OnShift}))
          + 8 * (r.roll = 'Sjuksköterska' AND EXISTS (SELECT 1 FROM p JOIN e ON e.enhet = p.enhet WHERE p.klient = l.klient AND {Near} AND e.typ = 'Hemsjukvård')),
          NOT EXISTS (SELECT 1 FROM s WHERE {OnShift}),
          r.roll = 'Systemförvaltare'
        FROM l JOIN r ON r.anvandare = l.anvandare
        """;

    public static string Answer(string folder)
    {
        var path = Path.Combine(Path.GetTempPath(), $"vattenpass-{Path.GetRandomFileName()}.db");
        try
        {
            using var db = new SqliteConnection($"Data Source={path};Pooling=False");
            db.Open();
            Execute(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
            Load(db, "l (loggid INTEGER, tid INTEGER, dag INTEGER, anvandare TEXT, klient TEXT)", Path.Combine(folder, "log.csv"),
                f => [f[^1], Second(f[0]), Day(f[0]), f[1], f[2]]);
            Load(db, "b (anvandare TEXT, enhet TEXT, fran INTEGER, till INTEGER)", Path.Combine(folder, "bemanning.csv"),
                f => [f[0], f[1], Day(f[2]), Day(f[3])]);
            Load(db, "p (klient TEXT, enhet TEXT, fran INTEGER, till INTEGER)", Path.Combine(folder, "vardrelation.csv"),
                f => [f[0], f[1], Day(f[2]), Day(f[3])]);
            Load(db, "s (anvandare TEXT, enhet TEXT, start INTEGER, slut INTEGER)", Path.Combine(folder, "pass.csv"),
                f => [f[0], f[1], Second(f[2]), Second(f[3])]);
            Load(db, "r (anvandare TEXT, roll TEXT)", Path.Combine(folder, "personal.csv"), f => [f[0], f[1]]);
            Load(db, "e (enhet TEXT, typ TEXT)", Path.Combine(folder, "enheter.csv"), f => [f[0], f[1]]);
            Execute(db, "CREATE INDEX bi ON b (anvandare, enhet); CREATE INDEX pi ON p (klient, enhet); CREATE INDEX si ON s (anvandare, start); CREATE INDEX ri ON r (anvandare, roll); CREATE INDEX ei ON e (enhet, typ); ANALYZE");
            return Ask(db);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Ask(SqliteConnection db)
    {
        using var command = db.CreateCommand();
        command.CommandText = Question;
        using var rows = command.ExecuteReader();
        List<(long, int)> events = [];
        Dictionary<int, long> counts = [];
        while (rows.Read())
        {
            var found = rows.GetInt32(1);
            // A system manager without a ticket has nothing but rank, which explains nothing (ADR 0019), and no hours.
            var isManager = rows.GetInt32(3) == 1;
            if (found == 0 && isManager) found = (int)Explanations.Rank;
            else if (!isManager && rows.GetInt32(2) == 1) found |= UnitMonth.OffShift;
            counts[found] = counts.GetValueOrDefault(found) + 1;
            if (found == 0 || (found & UnitMonth.OffShift) != 0) events.Add((rows.GetInt64(0), found));
        }
        return LogParts.Hash(events, counts);
    }

    private static void Load(SqliteConnection db, string table, string path, Func<string[], object[]> read)
    {
        Execute(db, $"CREATE TABLE {table}");
        using var transaction = db.BeginTransaction();
        using var insert = db.CreateCommand();
        var columns = table.Split(',').Length;
        insert.CommandText =
            $"INSERT INTO {table[..table.IndexOf(' ', StringComparison.Ordinal)]} VALUES ({string.Join(',', Enumerable.Range(0, columns).Select(n => $"@{n}"))})";
        var values = Enumerable.Range(0, columns).Select(n => insert.Parameters.Add(new($"@{n}", null))).ToList();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            // The made-up files quote nothing but the reason, which stands before the last column.
            foreach (var (n, value) in read(line.Split(';')).Index()) values[n].Value = value;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static void Execute(SqliteConnection db, string text)
    {
        using var command = db.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static int Day(string text) =>
        text.Length == 0 ? 10_000_000 : DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static int Second(string text)
    {
        var at = DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return SwedishClock.Instant(DateOnly.FromDateTime(at).DayNumber, (int)at.TimeOfDay.TotalSeconds);
    }
}
