using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.AnnualCycle;

[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveDateModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public BoardDate Date { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Date);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeCalendar, () => { Db.BoardDates.Remove(Date); }, () => Redirect("/arshjul/namnd"),
            "Dagen är borttagen.") : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        Date = (await Db.BoardDates.FirstOrDefaultAsync(d => d.Id == id, Stop))!;
        return Date is not null;
    }
}
