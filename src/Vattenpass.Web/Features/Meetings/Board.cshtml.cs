using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Meetings;

/// <summary>The board's paper: the year in two minutes, and what has happened since the last meeting.</summary>
[Needs(Thing.Reports)]
public sealed class BoardModel(VattenpassDb db, Databases databases) : DocumentPage(db)
{
    private const int MonthsBack = 2;

    [BindProperty(SupportsGet = true, Name = "sedan")] public string? AskedSince { get; set; }

    public DateOnly Since { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        Since = DateOnly.TryParseExact(AskedSince, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) && since <= Today ? since : await LastMeetingAsync();
        await using var whole = databases.OpenAsSystem("nämndens sida");
        return Show(BoardPaper.Compose(await new BoardFactsReader(whole, Stop).ReadAsync(Since)), format, "till-namnden");
    }

    /// <summary>The last meeting in the board's calendar; without one, two months back.</summary>
    private async Task<DateOnly> LastMeetingAsync() =>
        await Db.BoardDates.AsNoTracking().Where(d => d.Kind == BoardDateKind.Meeting && d.Date < Today).OrderByDescending(d => d.Date).Select(d => (DateOnly?)d.Date).FirstOrDefaultAsync(Stop)
            ?? Today.AddMonths(-MonthsBack);
}
