using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers)]
public sealed class RowsModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int MostShown = 200;

    public RegisterKind Kind { get; private set; } = null!;
    public int Year { get; private set; }
    public int Count { get; private set; }
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public IReadOnlyList<RegisterImport> Imports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string kind, int year)
    {
        if ((await KindsInUse.ReadAsync(Db, Stop)).Find(kind) is not { } known) return NotFound();
        (Kind, Year) = (known, year);
        var rows = Db.RegisterRows.AsNoTracking().Where(r => r.Register == kind && r.Year == year && r.ReplacedByImportId == null);
        Count = await rows.CountAsync(Stop);
        if (Count == 0) return NotFound();
        Rows = await rows.OrderBy(r => r.Key).Take(MostShown).ToListAsync(Stop);
        Imports = await Db.RegisterImports.AsNoTracking()
            .Where(i => i.Register == kind && i.Year == year)
            .OrderByDescending(i => i.At)
            .ToListAsync(Stop);
        return Page();
    }

    /// <summary>Only the newest that has not been undone, and not of the organisation, whose units have gone on living.</summary>
    public bool MayUndo(RegisterImport import) =>
        ImportModel.MayImport(Me)
            && import.UndoneAt is null
            && Kind != RegisterKinds.Organisation
            && Imports.First(i => i.UndoneAt is null).Id == import.Id;

    public string Known(string text) => text.Length > 0 ? text : "uppgift saknas";
}
