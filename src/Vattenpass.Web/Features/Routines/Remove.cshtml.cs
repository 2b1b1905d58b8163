using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>Takes a routine that should never have been there out of the list.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveModel(VattenpassDb db, Databases databases) : FormPage<NoInput>(db)
{
    public Routine Routine { get; private set; } = null!;
    /// <summary>How many deviations name it, wherever they lie.</summary>
    public int Deviations { get; private set; }
    public int Findings { get; private set; }

    protected override Basis MadeFrom => Basis.Whole(Routine);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeRoutine, () =>
        {
            Refusal.If(Deviations > 0, $"{Prose.Number(Deviations, "avvikelse", "avvikelser")} rör rutinen, så den behöver finnas kvar. Skriv i stället till och med vilken dag den gäller.");
            Refusal.If(Findings > 0, $"{Prose.Number(Findings, "brist i en granskning", "brister i granskningar")} rör rutinen, så den behöver finnas kvar. Skriv i stället till och med vilken dag den gäller.");
            Db.Routines.Remove(Routine);
        }, () => Redirect("/rutiner"), "Rutinen är borttagen ur listan.")
        : await GoneAsync(() => Redirect("/rutiner"));

    private async Task<bool> LoadAsync(Guid id)
    {
        Routine = (await Db.Routines.FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        if (Routine is null) return false;
        await using var whole = databases.OpenAsSystem("rutiner");
        Deviations = await whole.RoutineFindings.CountAsync(f => f.RoutineId == id, Stop);
        Findings = (await whole.Reviews.AsNoTracking().SelectMany(r => r.Findings).Select(f => f.RoutineIds).ToListAsync(Stop)).Count(ids => ids.Contains(id));
        return Me.May(Thing.Plans, Right.Write, Routine);
    }
}
