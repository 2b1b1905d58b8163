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
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    private ILookup<Guid, Allocation> money = null!;

    public Review Review { get; private set; } = null!;
    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Review = (await Db.Reviews.AsNoTracking().Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        if (Review is null) return NotFound();
        MayWrite = Me.May(Thing.Plans, Right.Write, Review);
        money = await ReviewReader.MoneyAsync(Db, Review.Findings, Stop);
        return Page();
    }

    public string Money(Finding finding) => FindingMoney.Text(money[finding.Id]);
}
