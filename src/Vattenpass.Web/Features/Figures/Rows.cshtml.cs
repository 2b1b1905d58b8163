using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Figures;

[Needs(Thing.Figures)]
public sealed class RowsModel(VattenpassDb db) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public Figure Figure { get; private set; } = null!;
    public ShownRows Shown { get; private set; } = null!;
    /// <summary>The report whose figure was opened: its period, and what its rows were when it was signed.</summary>
    [BindProperty(SupportsGet = true, Name = "rapport")] public Guid? ReportId { get; set; }
    public Report? Report { get; private set; }
    public string Of => Report?.PeriodPhrase ?? $"{Year}";
    /// <summary>How many rows there were when the report was signed, and how many of those shown have come since.</summary>
    public (int Then, int Since)? Signed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string figure)
    {
        Report = ReportId is { } id ? await Db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Year == year, Stop) : null;
        if (year is < 2000 or > 2100 || (ReportId is not null && Report is null)) return NotFound();
        Year = year;
        var period = Report?.Period ?? Period.Year(year);
        if (YearFigures.Of(await new FactsReader(Db).ReadAsync(year, period, Stop)).Find(figure) is not { } found) return NotFound();
        (Figure, Shown) = (found, await new FigureRows(Db).ReadAsync(found, period, Stop));
        if (Report is { SignedAt: not null } signed && signed.RowsBehind(figure) is { } then)
            Signed = (then.Count, found.Rows.Select(r => r.Identity).Except(then).Count());
        return Page();
    }
}
