using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>A review: what it found, how far each finding has come, and what it costs.</summary>
[Needs(Thing.Plans)]
public sealed class ShowModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private ILookup<Guid, Allocation> money = null!;
    private HashSet<Guid> meeting = [];

    public Review Review { get; private set; } = null!;
    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Review = (await Db.Reviews.AsNoTracking().Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        if (Review is null) return NotFound();
        MayWrite = Me.May(Thing.Plans, Right.Write, Review);
        await using (var whole = databases.OpenAsSystem("granskningar")) meeting = (await ReviewReader.MeetingAsync(whole, Review.Findings, Stop)).Keys.ToHashSet();
        money = await ReviewReader.MoneyAsync(Db, Review, meeting, Stop);
        return Page();
    }

    public ReviewSum Sum => new(Review, Today, meeting);
    /// <summary>How many measures meet it.</summary>
    public int Met(Finding finding) => finding.MeasureIds.Count(meeting.Contains);
    public string Money(Finding finding) => FindingMoney.Text(money[finding.Id], Review, meeting);
    /// <summary>All that is planned for what the review found, each krona once.</summary>
    public string AllMoney => FindingMoney.Sum([.. money.SelectMany(m => m).DistinctBy(a => a.Id)]);
}
