using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>Counts only: for the head, the coordinator and the board, who see no case.</summary>
[Needs(Thing.Figures)]
public sealed class FiguresModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public Period Period => Period.Year(Year);
    public LogReviewFigures? Figures { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? year)
    {
        // A member of the board reads them in the report.
        if (Me.Of(Thing.Figures, Right.Read).FormalOnly) return StatusCode(StatusCodes.Status403Forbidden);
        Year = year is >= 2000 and <= 2100 ? year.Value : Today.Year;
        await using var system = databases.OpenAsSystem("loggsiffror");
        var (counts, cases) = await LogFactsReader.ReadAsync(system, Me, Period, await TreeAsync(), Stop);
        Figures = LogReviewFigures.Of(new YearFacts(Year, Period, new HashSet<string>()) { Facts = [.. counts, .. cases] });
        return Page();
    }
}
