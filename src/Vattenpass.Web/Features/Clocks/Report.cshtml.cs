using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Clocks;

/// <summary>The quarterly report of the clocks, on the page and as a file.</summary>
[Needs(Thing.Registers)]
public sealed class ReportModel(VattenpassDb db) : DocumentPage(db)
{
    [BindProperty(SupportsGet = true, Name = "kvartal")] public string? AskedQuarter { get; set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!IndexModel.MaySee(Me)) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        var quarter = AskedQuarter is [_, _, _, _, '-', 'K', >= '1' and <= '4']
            && int.TryParse(AskedQuarter[..4], CultureInfo.InvariantCulture, out var year)
            && year is >= 2000 and <= 2100
            ? Period.Quarter(year, AskedQuarter[6] - '0') : Period.Quarter(Today.Year, (Today.Month + 2) / 3);
        AskedQuarter = quarter.Key;
        var asOf = quarter.AsOf(Today);
        var readings = (await CaseReader.ReadAsync(Db, asOf, Stop)).Where(r => r.Start <= quarter.To
            && (r.Ended is null || r.Ended >= quarter.From)).ToList();
        return Show(ClockReport.Compose((await TreeAsync()).NameOf(null), quarter, readings, await CaseReader.DecisionsAsync(Db, Stop), asOf),
            format, $"tidsfrister-{quarter.Key}");
    }
}
