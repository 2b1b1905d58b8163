using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Approvals, Right.Decide)]
public sealed class ApproveModel(VattenpassDb db) : OccasionPage<NoInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Approvals, Right.Decide);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) && Occasion.Result is not null ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.ApproveOutcome, () => Occasion.Approve(Me.PersonId, Db.Now), "Utfallet är godkänt.");
}
