using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveControlModel(VattenpassDb db) : PlanPage<NoInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public Guid Id { get; private set; }

    protected override Basis MadeFrom => Basis.Whole(Plan.Controls.Where(c => c.Id == Id));

    public async Task<IActionResult> OnGetAsync(int year, Guid id) => await FindAsync(year, id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, Guid id) => await FindAsync(year, id)
        ? await StepAsync(year, Acts.ChangePlan, () =>
            {
                var control = Plan.Controls.First(c => c.Id == id);
                Refusal.If(control.IsCommon, "Kontrollen är kommungemensam och kan inte tas bort av nämnden. Har kommunstyrelsen beslutat något annat, ta först bort märkningen på kontrollen.");
                Plan.Remove(control);
            },
            "Kontrollen är borttagen ur utkastet.")
        : NotFound();

    private async Task<bool> FindAsync(int year, Guid id) =>
        (Id = id) != Guid.Empty && await LoadAsync(year) && Plan.Controls.Any(c => c.Id == id);
}
