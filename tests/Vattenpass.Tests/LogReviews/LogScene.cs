using System.Text;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.LogReviews;

/// <summary>A small municipality in text: Anna works at Ask, which serves K1; Bo works at Bok, which serves K2. Both have day shifts in May.</summary>
internal sealed record LogScene
{
    public string Staff { get; init; } = "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;\nbo;Bok;2024-01-01;\n";
    public string Roles { get; init; } = "anvandare;roll\nanna;Omsorgspersonal\nbo;Omsorgspersonal\n";
    public string Placements { get; init; } =
        "klient;enhet;fran;till\nK1;Ask;2024-01-01;\nK2;Bok;2024-01-01;\nK3;Ask;2024-01-01;\nK4;Ask;2024-01-01;\n";
    public string? Shifts { get; init; }
    public string? Units { get; init; }
    public string? Mandates { get; init; }
    public string? Visits { get; init; }
    public string? Tickets { get; init; }
    public string? Own { get; init; }
    public string? Protected { get; init; }
    public ReviewRules Rules { get; init; } = new();
    public const string Header = "tidpunkt;anvandare;klient;enhet;handelse;modul;system;orsak;loggid\n";

    public static string Row(string time, string user, string client, string id, string unit = "Ask", string reason = "") =>
        $"{time};{user};{client};{unit};Läst;Journal;Lifecare;{reason};{id}\n";

    public LogResult Run(string rows, int threads = 1, int chunk = LogRunOptions.StandardChunk, string? seed = null) =>
        Run(Encoding.UTF8.GetBytes(Header + rows), threads, chunk, seed);

    public LogResult Run(byte[] log, int threads = 1, int chunk = LogRunOptions.StandardChunk, string? seed = null, string? profile = null)
    {
        var sources = new RegisterSources(Text("staff", Staff)!, Text("roles", Roles)!, Text("placements", Placements)!)
        {
            Shifts = Text("shifts", Shifts),
            Units = Text("units", Units),
            Mandates = Text("mandates", Mandates),
            Visits = Text("visits", Visits),
            Tickets = Text("tickets", Tickets),
            OwnRecords = Text("own", Own),
            Protected = Text("protected", Protected),
        };
        return new Analysis(Bytes("logg.csv", log), sources, Rules, profile,
            LogProfile.BuiltIn, Domain.Registers.Pseudonyms.OfThisRun()).Run(new(threads, chunk, seed), new(Path.GetTempPath()));
    }

    public static TextSource Bytes(string name, byte[] bytes) => TextSource.Of(name, () => new MemoryStream(bytes), bytes.Length, name == "logg.csv" ? LogColumns.Knows(LogProfile.BuiltIn) : RegisterReader.Knows);
    private static TextSource? Text(string name, string? text) => text is null ? null : Bytes($"{name}.csv", Encoding.UTF8.GetBytes(text));

    /// <summary>Everything that could differ, as text: figures, cases row by row, what the registers lack, what was drawn.</summary>
    public static string Whole(LogResult r) => string.Join('\n',
        [
            $"{r.Findings.Accesses} {r.Findings.Unexplained} {r.Findings.Flagged} {string.Join(',', r.Findings.FirstMatch)} {r.Fingerprint}",
            .. r.Findings.UnitMonths.Select(u =>
                $"{u.Unit} {u.Month} {u.Accesses} {string.Join(',', u.FirstMatch)} {u.Unexplained} {u.Flagged} {u.QueueRows}"),
            .. r.Findings.Units.Select(u => $"{u.Unit} {u.Users} {u.Clients}"),
            .. r.Findings.Cases.Select(c =>
                $"{c.Strength} {c.Flags} {r.Names.Client(c.Client)} {string.Join(',', c.Users.Select(r.Names.User))} {string.Join(',', c.Events.Select(e => e.Id))}"),
            .. r.Findings.RegisterItems.Select(i => i.ToString()), .. r.Findings.Drawn.Select(d => d.ToString()), .. r.Warnings,
            .. r.Findings.Quality.BadRows.Select(b => b.ToString()),
        ]);
}
