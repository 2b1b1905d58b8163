using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Routines;

/// <summary>A routine of a list, as it will be saved.</summary>
/// <param name="Before">The routine that is changed; null for a new one.</param>
public sealed record ReadRoutine(int Line, RoutineContent Content, string Owner, string Units, Routine? Before);

/// <summary>
/// The routines of the management system from a list, for instance out of the document system. One that is here already, by process and
/// title or by a place that no other has, gets what the list says; what the list does not say stays.
/// </summary>
public sealed class RoutineFile(VattenpassDb db, OrganisationTree tree) : IListFile
{
    private static readonly ListHeaders Headers = new(
        ("process", "process; processområde; område"), ("rutin", "rutin; rutinens namn; titel; namn; dokument; benämning; styrdokument"),
        ("plats", "plats; länk; var den finns; finns; dokumentnummer; dokument-id; dokumentid; url; sökväg"), ("version", "version; utgåva; ver"),
        ("gäller från", "gäller från; giltig från; från; fastställd; beslutad; datum"), ("gäller till", "gäller till; giltig till; till; gäller till och med; upphör"),
        ("ses över", "ses över; ses över senast; nästa översyn; översyn; revideras; revideras senast; revidering; granskas senast"),
        ("ansvarig", "ansvarig; dokumentansvarig; ägare; dokumentägare; processägare"), ("enheter", "enheter; enhet; gäller för; omfattar; verksamhet"));

    private List<Routine> known = [];
    /// <summary>The rows of the list by their place: one that several have says nothing of which routine it is.</summary>
    private ILookup<string, int> places = Array.Empty<int>().ToLookup(_ => "");

    public List<ReadRoutine> Rows { get; } = [];
    public List<string> Errors { get; } = [];
    public List<string> Told { get; } = [];

    public async Task ReadAsync(string name, byte[] bytes, CancellationToken stop)
    {
        var sheet = SheetReader.Read(name, bytes, Headers.Known, stop);
        var at = Headers.At(sheet.Headers);
        foreach (var needed in new[] { "rutin", "plats" })
            Refusal.If(!at.ContainsKey(needed), $"Filen {sheet.FileName} har ingen kolumn som heter {needed}. Den har {HeadersShown.Of(sheet.Headers)}.");
        Told.AddRange(sheet.Told.Select(Prose.Capital));
        known = await db.Routines.ToListAsync(stop);
        places = sheet.Rows.ToLookup(r => PlainText.Line(r.At(at["plats"])), r => r.Line);
        var people = await db.People.AsNoTracking().ToListAsync(stop);
        foreach (var row in sheet.Rows)
        {
            string Cell(string column) => at.TryGetValue(column, out var n) ? PlainText.Line(row.At(n)) : "";
            if (Cell("rutin").Length == 0) { Errors.Add($"Rad {row.Line}, rutin: namnet saknas."); continue; }
            var before = Known(Cell("plats"), Cell("process"), Cell("rutin"));
            var content = before is null ? new RoutineContent("", "", "", null) : Of(before);
            content = content with
            {
                Title = Cell("rutin"),
                Process = Said(Cell("process"), content.Process, "Övrigt"),
                Place = Said(Cell("plats"), content.Place),
                Edition = Said(Cell("version"), content.Edition),
                ValidFrom = Date(row.Line, "gäller från", Cell("gäller från")) ?? content.ValidFrom ?? db.Today,
                ValidTo = CellReading.IsOpenEnd(Cell("gäller till")) && Cell("gäller till").Length > 0 ? null : Date(row.Line, "gäller till", Cell("gäller till")) ?? content.ValidTo,
                ReviewBy = Date(row.Line, "ses över", Cell("ses över")) ?? content.ReviewBy,
                ForUnits = Units(row.Line, Cell("enheter"), content.ForUnits),
                OwnerId = Owner(row.Line, Cell("ansvarig"), people, before is not null) ?? content.OwnerId,
            };
            try { _ = new Routine(Guid.Empty, Guid.Empty, content); }
            catch (Refusal refusal) { Errors.Add($"Rad {row.Line}: {refusal.Message}"); }
            Rows.Add(new(row.Line, content, people.Find(p => p.Id == content.OwnerId)?.Name ?? "", Prose.List(content.ForUnits.Select(u => tree.NameOf(u))), before));
        }
        foreach (var one in Rows.Where(r => r.Before is not null).GroupBy(r => r.Before!.Id).Where(g => g.Count() > 1))
            Errors.Add($"Rad {one.Last().Line}, rutin: ”{one.Last().Content.Title}” och rad {one.First().Line}, ”{one.First().Content.Title}”, gäller båda rutinen ”{one.First().Before!.Title}”. Ta bort den ena, eller ge dem olika namn och plats.");
        foreach (var twice in Rows.GroupBy(r => (r.Content.Process.ToUpperInvariant(), r.Content.Title.ToUpperInvariant())).Where(g => g.Count() > 1))
            Errors.Add($"Rad {twice.Last().Line}, rutin: ”{twice.Last().Content.Title}” står också på rad {twice.First().Line}. Ta bort den ena.");
    }

    private static string Said(string cell, string before, string otherwise = "") => cell.Length > 0 ? cell : before.Length > 0 ? before : otherwise;

    /// <summary>The routine of the same title, in the same process where one is said; else the only one at a place of its own, which has got a new title.</summary>
    private Routine? Known(string place, string process, string title) =>
        known.FindAll(r => Same(r.Title, title) && (process.Length == 0 || Same(r.Process, process))) is [var named, ..] ? named
        : places[place].Take(2).ToList() is [_] && known.FindAll(r => place.Length > 0 && r.Place == place) is [var only] ? only : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.CurrentCultureIgnoreCase);

    private DateOnly? Date(int line, string column, string cell)
    {
        if (cell.Length == 0 || CellReading.IsOpenEnd(cell)) return null;
        // A month alone lasts to its end, but a routine begins on its first day.
        if (DateText.Read(cell) is [var one]) return column == "gäller från" ? one.Day : one.Last;
        Errors.Add($"Rad {line}, {column}: ”{cell}” är inget datum. Skriv till exempel 2026-03-31.");
        return null;
    }

    private IReadOnlyList<Guid> Units(int line, string cell, IReadOnlyList<Guid> before)
    {
        if (cell.Length == 0) return before;
        if (RegisterKind.Fold(cell) is "alla" or "allaenheter" or "helaforvaltningen" or "helanamnden") return [];
        List<Guid> units = [];
        foreach (var name in cell.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (tree.Named(name) is { } unit) units.Add(unit.Id);
            else Errors.Add($"Rad {line}, enheter: ”{name}” finns inte i organisationen. Skriv enhetens namn eller kod, eller Alla.");
        }
        return units;
    }

    private Guid? Owner(int line, string cell, List<Person> people, bool isHere)
    {
        if (cell.Length == 0) return null;
        if (people.FindAll(p => Same(p.Name, cell) && p.WorksOn(db.Today)) is [var one]) return one.Id;
        Told.Add($"Rad {line}, ansvarig: ”{cell}” är ingen person i Vattenpass. {(isHere ? "Den ansvarige ändras inte" : "Rutinen läses in utan ansvarig")}.");
        return null;
    }

    private static RoutineContent Of(Routine routine) => new(routine.Process, routine.Title, routine.Place, routine.ValidFrom)
    {
        Edition = routine.Edition,
        ValidTo = routine.ValidTo,
        ReviewBy = routine.ReviewBy,
        OwnerId = routine.OwnerId,
        ForUnits = routine.ForUnits,
        Tests = routine.Tests,
        RiskIds = routine.RiskIds,
    };

    public Task<string> ApplyAsync(CancellationToken stop)
    {
        foreach (var row in Rows)
        {
            if (row.Before is { } before) before.Describe(row.Content);
            else db.Routines.Add(new(db.NewId(), tree.Root!.Id, row.Content));
        }
        var made = Rows.Count(r => r.Before is null);
        return Task.FromResult($"{Prose.Capital(Prose.Number(made, "ny rutin", "nya rutiner"))}. {Rows.Count - made} fanns redan och har det som listan säger.");
    }
}
