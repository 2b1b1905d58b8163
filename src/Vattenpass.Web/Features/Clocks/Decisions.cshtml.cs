using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Clocks;

/// <summary>A quarter's unexecuted decisions, to IVO, to the auditors or to the council; on the page and as a file.</summary>
[Needs(Thing.Registers)]
public sealed class DecisionsModel(VattenpassDb db) : DocumentPage(db)
{
    public static readonly IReadOnlyList<(string Key, UnexecutedReceiver To)> Receivers =
        [("ivo", UnexecutedReceiver.Ivo), ("revisorer", UnexecutedReceiver.Auditors), ("fullmaktige", UnexecutedReceiver.Council)];

    [BindProperty(SupportsGet = true, Name = "kvartal")] public string? AskedQuarter { get; set; }
    [BindProperty(SupportsGet = true, Name = "till")] public string? AskedReceiver { get; set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!IndexModel.MaySee(Me)) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        var quarter = ReportModel.Quarter(AskedQuarter, Today);
        // What has not begun cannot be told of, and an empty report would say that there was nothing.
        if (quarter.From > Today) return NotFound();
        var (key, to) = Receivers.FirstOrDefault(r => r.Key == AskedReceiver, Receivers[0]);
        (AskedQuarter, AskedReceiver) = (quarter.Key, key);
        var document = UnexecutedReport.Compose((await TreeAsync()).NameOf(null), quarter, await CaseReader.DecisionsAsync(Db, Stop), quarter.AsOf(Today), to);
        return Show(document, format, $"ej-verkstallda-beslut-{quarter.Key}-{key}");
    }
}
