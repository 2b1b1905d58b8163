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
    /// <summary>The last day, for the rows behind a figure of a part of the year.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? Till { get; set; }
    public Period Period => Till is { } to ? new($"{Year}", new(Year, 1, 1), to) : Period.Year(Year);

    public async Task<IActionResult> OnGetAsync(int year, string rows)
    {
        if (year is < 2000 or > 2100 || (Till is { } to && to.Year != year)) return NotFound();
        Year = year;
        if (await new RowSetReader(Db).ReadAsync(year, Period, rows, Stop) is not { } set) return NotFound();
        Set = set;
        return Page();
    }
}
