using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Figures;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Figures;

[Needs(Thing.Figures)]
public sealed class RowsModel(VattenpassDb db) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public RowSet Set { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, string rows)
    {
        if (year is < 2000 or > 2100 || await new RowSetReader(Db).ReadAsync(year, Period.Year(year), rows, Stop) is not { } set) return NotFound();
        (Year, Set) = (year, set);
        return Page();
    }
}
