using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers)]
public sealed class IndexModel(VattenpassDb db, ImportRuns runs) : VattenpassPage(db)
{
    public bool MayImport { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    /// <summary>What one has left to read in by itself.</summary>
    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];
    public RunState StateOf(ImportRun run) => runs.StateOf(run, Db.Now);

    public async Task OnGetAsync()
    {
        MayImport = ImportModel.MayImport(Me);
        if (MayImport) Runs = await ImportRuns.OfPersonAsync(Db, Stop);
        var kinds = await KindsInUse.ReadAsync(Db, Stop);
        string Name(string key) => kinds.Find(key)?.Name ?? key;
        var counts = await Db.RegisterRows.Where(r => r.ReplacedByImportId == null)
            .GroupBy(r => new { r.Register, r.Year })
            .Select(g => new { g.Key.Register, g.Key.Year, Count = g.Count() })
            .ToListAsync(Stop);
        var imports = (await Db.RegisterImports.AsNoTracking().OrderBy(i => i.At).ToListAsync(Stop)).ToLookup(i => (i.Register, i.Year));
        Rows = [.. counts.OrderByDescending(c => c.Year).ThenBy(c => Name(c.Register), SwedishOrder.Comparer).Select(c =>
        {
            var last = imports[(c.Register, c.Year)].LastOrDefault();
            return new Row(c.Register, Name(c.Register), c.Year, c.Count,
                last is null ? "syns inte för dig" : last.Provenance.SourceSystem is { Length: > 0 } source ? source : "uppgift saknas",
                    last is null ? "" : last.Provenance.ExtractedOn is { } day ? $"{day:yyyy-MM-dd}" : "uppgift saknas",
                    last is null ? "" : $"{SwedishTime.Text(last.At)} av {last.By}");
        })];
    }

    public sealed record Row(string Key, string Name, int Year, int Count, string Source, string Extracted, string Imported);
}
