using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Takes back the newest import of a register: its rows end, those it replaced are in use again, and the year follows.</summary>
public static class ImportUndo
{
    public static async Task<List<string>> ApplyAsync(VattenpassDb db, RegisterImport import, string reason, CancellationToken stop)
    {
        var kind = (await KindsInUse.ReadAsync(db, stop)).Find(import.Register) ?? throw new Refusal("Registret finns inte längre.");
        var newest = (await db.RegisterImports.AsNoTracking()
            .Where(i => i.Register == import.Register && i.Year == import.Year && i.UndoneAt == null)
            .ToListAsync(stop)).MaxBy(i => i.At)!;
        Refusal.If(newest.Id != import.Id, "En senare inläsning bygger på den här. Ångra den senaste först.");
        import.Undo(reason, db.Access.Name, db.Now);
        List<string> made = [];
        if (kind == RegisterKinds.Organisation) made.AddRange(await OrganisationUndo.ApplyAsync(db, import, stop));

        var rows = await db.RegisterRows.Where(r => r.Register == import.Register
            && r.Year == import.Year
            && (r.ReplacedByImportId == null || r.ReplacedByImportId == import.Id)).ToListAsync(stop);
        var (added, restored) = (rows.Where(r => r.ImportId == import.Id && r.ReplacedByImportId == null).ToDictionary(r => r.Key),
            rows.Where(r => r.ReplacedByImportId == import.Id && r.ImportId != import.Id).ToDictionary(r => r.Key));
        foreach (var row in restored.Values) row.Restore();
        foreach (var row in added.Values) row.Replace(import.Id, "inläsningen ångrades");
        List<ToldChange> changes =
        [
            .. rows.Where(r => r.ImportId != import.Id && !restored.ContainsKey(r.Key)).Select(r => new ToldChange(kind, r, r)),
            .. restored.Values.Select(r => new ToldChange(kind, r, added.GetValueOrDefault(r.Key))),
            .. added.Values.Where(r => !restored.ContainsKey(r.Key)).Select(r => new ToldChange(kind, null, r)),
        ];
        if (kind.MonthColumn is not null) return made;
        var organisation = new OrganisationInUse(db, await db.Units.ToListAsync(stop), import.Year, made);
        await new YearProjection(db, organisation, import.Year, changes).ApplyAsync(made, [], stop, undo: true);
        return made;
    }
}
