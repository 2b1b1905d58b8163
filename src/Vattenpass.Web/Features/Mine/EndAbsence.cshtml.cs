using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Mine;

[Needs(Thing.Mine, Right.Write)]
public sealed class EndAbsenceModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public Absence Absence { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Absence);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.RegisterAbsence, () => Absence.End(Today.AddDays(-1)), () => Redirect("/jag"),
            "Frånvaron är avslutad.") : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        var absence = await Db.Absences.Include(a => a.Person).Include(a => a.Substitute).FirstOrDefaultAsync(a => a.Id == id, Stop);
        if (absence is null || !Me.May(Thing.Mine, Right.Write, absence)) return false;
        Absence = absence;
        return true;
    }
}
