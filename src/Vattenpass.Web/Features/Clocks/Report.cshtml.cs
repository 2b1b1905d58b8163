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
        var quarter = Quarter(AskedQuarter, Today);
        AskedQuarter = quarter.Key;
        var asOf = quarter.AsOf(Today);
        var (all, unjudged) = await CaseReader.ReadAsync(Db, asOf, Stop);
        var readings = all.Where(r => r.Start <= quarter.To
            && (r.Ended is null || r.Ended >= quarter.From)).ToList();
        return Show(ClockReport.Compose((await TreeAsync()).NameOf(null), quarter, readings, await CaseReader.DecisionsAsync(Db, Stop), asOf, unjudged,
                await CommitteeReader.ReadAsync(Db, quarter, Stop)),
            format, $"tidsfrister-{quarter.Key}");
    }

    /// <summary>The quarter asked for as "2026-K2", else the one that runs.</summary>
    public static Period Quarter(string? asked, DateOnly today) => asked is [_, _, _, _, '-', 'K', >= '1' and <= '4']
        && int.TryParse(asked[..4], CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and <= 2100
        ? Period.Quarter(year, asked[6] - '0') : Period.Quarter(today.Year, (today.Month + 2) / 3);
}
